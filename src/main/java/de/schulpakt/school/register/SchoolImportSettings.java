package de.schulpakt.school.register;

import de.schulpakt.exchange.CsvFormat;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.school.place.SchoolType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a school register is imported. These are also what a user may change.
 *
 * @param charset     encoding of the file, one of {@link de.schulpakt.exchange.CsvFile#CHARSETS}
 * @param delimiter   what stands between two cells: one of , ; | or a tab
 * @param headerLine  physical line of the column names, 0 if the file has none
 * @param columns     one {@link SchoolField} name per column, empty for a column that is not taken
 * @param authorityId the authority that gets schools without one; null for none yet
 * @param stateCode   the federal state of rows that name none, or null
 * @param typeDefault the type of rows that name none, or null: then they are wrong
 * @param types       the type for texts of the file, where the import’s own understanding is not right
 */
public record SchoolImportSettings(String charset, String delimiter, Integer headerLine, List<String> columns, Long authorityId,
        String stateCode, SchoolType typeDefault, Map<String, SchoolType> types, ExistingSchools existing) {
    private static final String TYPE = "type.";

    ImportSettings stored() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("authority", authorityId == null ? null : authorityId.toString());
        options.put("state", stateCode);
        options.put("typeDefault", typeDefault == null ? null : typeDefault.name());
        options.put("existing", (existing == null ? ExistingSchools.UPDATE : existing).name());
        if (types != null) {
            types.forEach((text, type) -> options.put(TYPE + text, type == null ? null : type.name()));
        }
        return new ImportSettings(format(), columns, options);
    }

    CsvFormat format() {
        return new CsvFormat(charset, delimiter.charAt(0), headerLine);
    }

    static SchoolImportSettings of(ImportSettings stored) {
        Map<String, SchoolType> types = new LinkedHashMap<>();
        stored.options().forEach((key, value) -> {
            if (key.startsWith(TYPE)) {
                types.put(key.substring(TYPE.length()), SchoolType.valueOf(value));
            }
        });
        String authority = stored.option("authority");
        String type = stored.option("typeDefault");
        return new SchoolImportSettings(stored.format().charset(), String.valueOf(stored.format().delimiter()),
                stored.format().headerLine(), stored.columns(), authority == null ? null : Long.valueOf(authority),
                stored.option("state"), type == null ? null : SchoolType.valueOf(type), types,
                ExistingSchools.valueOf(stored.option("existing")));
    }
}
