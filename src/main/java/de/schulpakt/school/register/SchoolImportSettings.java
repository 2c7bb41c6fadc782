package de.schulpakt.school.register;

import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.table.CsvFormat;
import de.schulpakt.platform.Refused;
import de.schulpakt.school.place.SchoolType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a school register is imported, as programs read and write it.
 *
 * @param charset     encoding of the file, one of {@link de.schulpakt.exchange.table.CsvFile#CHARSETS}
 * @param delimiter   what stands between two cells: one of , ; | or a tab
 * @param headerLine  physical line of the column names, 0 if the file has none; null: it is found out
 * @param columns     one {@link SchoolField} name per column, empty for a column that is not taken; null: they are guessed
 * @param authorityId the authority that gets schools without one; null for none yet
 * @param stateCode   the federal state of rows that name none, or null
 * @param typeDefault the type of rows that name none, or null: then they are wrong
 * @param types       the type for texts of the file, where the import’s own understanding is not right
 * @param leaveOut    true if wrong rows are left out on purpose; null is false
 */
public record SchoolImportSettings(String charset, String delimiter, Integer headerLine, List<String> columns, Long authorityId,
        String stateCode, SchoolType typeDefault, Map<String, SchoolType> types, ExistingSchools existing, Boolean leaveOut) {
    static final String AUTHORITY = "authority";
    static final String STATE = "state";
    static final String TYPE = "typeDefault";
    static final String EXISTING = "existing";

    /** The form in which a job keeps them. */
    public ImportSettings stored() {
        if (charset == null || delimiter == null || delimiter.length() != 1) {
            throw new Refused("import.settings");
        }
        Map<String, String> options = new LinkedHashMap<>();
        options.put(AUTHORITY, authorityId == null ? null : authorityId.toString());
        options.put(STATE, stateCode);
        options.put(TYPE, typeDefault == null ? null : typeDefault.name());
        options.put(EXISTING, (existing == null ? ExistingSchools.UPDATE : existing).name());
        options.put(ImportSettings.LEAVE_OUT, String.valueOf(Boolean.TRUE.equals(leaveOut)));
        Map<String, String> words = new LinkedHashMap<>();
        if (types != null) {
            types.forEach((text, type) -> words.put(text, type == null ? null : type.name()));
        }
        return new ImportSettings(new CsvFormat(charset, delimiter.charAt(0), headerLine == null ? -1 : headerLine), columns, options)
                .with(words);
    }

    /** Reads them from the form in which a job keeps them. */
    public static SchoolImportSettings of(ImportSettings stored) {
        Map<String, SchoolType> types = new LinkedHashMap<>();
        stored.words().forEach((text, type) -> types.put(text, SchoolType.valueOf(type)));
        String authority = stored.option(AUTHORITY);
        String type = stored.option(TYPE);
        String existing = stored.option(EXISTING);
        return new SchoolImportSettings(stored.format().charset(), String.valueOf(stored.format().delimiter()),
                stored.format().headerLine(), stored.columns(), authority == null ? null : Long.valueOf(authority), stored.option(STATE),
                type == null ? null : SchoolType.valueOf(type), types,
                existing == null ? ExistingSchools.UPDATE : ExistingSchools.valueOf(existing), stored.leavesOut());
    }
}
