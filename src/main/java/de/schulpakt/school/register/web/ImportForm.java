package de.schulpakt.school.register.web;

import de.schulpakt.school.place.FederalState;
import de.schulpakt.school.place.SchoolType;
import de.schulpakt.school.register.ExistingSchools;
import de.schulpakt.school.register.ImportTypeView;
import de.schulpakt.school.register.SchoolField;
import de.schulpakt.school.register.SchoolImportSettings;
import de.schulpakt.school.register.SchoolImportView;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of an import while somebody changes them. */
public class ImportForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Map<String, String> DELIMITERS = Map.of(",", "comma", ";", "semicolon", "\t", "tab", "|", "pipe");
    private String charset;
    private String delimiter;
    private Integer headerLine;
    private final List<String> columns;
    private final Map<String, String> types = new LinkedHashMap<>();
    private Long authorityId;
    private String stateCode;
    private String typeDefault;
    private String existing;

    ImportForm(SchoolImportView view) {
        SchoolImportSettings settings = view.settings();
        charset = settings.charset();
        delimiter = DELIMITERS.get(settings.delimiter());
        headerLine = settings.headerLine();
        columns = new ArrayList<>(settings.columns());
        for (ImportTypeView type : view.types()) {
            types.put(type.text(), type.type() == null ? null : type.type().name());
        }
        authorityId = settings.authorityId();
        stateCode = settings.stateCode();
        typeDefault = settings.typeDefault() == null ? null : settings.typeDefault().name();
        existing = settings.existing().name();
    }

    /** The settings with the columns to be guessed again. */
    SchoolImportSettings reread() {
        return settings(null, headerLine);
    }

    SchoolImportSettings settings() {
        return settings(columns, headerLine);
    }

    private SchoolImportSettings settings(List<String> assigned, Integer header) {
        Map<String, SchoolType> meant = new LinkedHashMap<>();
        types.forEach((text, type) -> {
            if (type != null && !type.isEmpty()) {
                meant.put(text, SchoolType.valueOf(type));
            }
        });
        String sign = DELIMITERS.entrySet().stream().filter(d -> d.getValue().equals(delimiter)).findFirst().map(Map.Entry::getKey)
                .orElse(",");
        return new SchoolImportSettings(charset, sign, header, assigned, authorityId, stateCode,
                typeDefault == null ? null : SchoolType.valueOf(typeDefault), meant, ExistingSchools.valueOf(existing));
    }

    public List<String> getDelimiters() {
        return List.of("comma", "semicolon", "tab", "pipe");
    }

    public SchoolField[] getFields() {
        return SchoolField.values();
    }

    public FederalState[] getStates() {
        return FederalState.values();
    }

    public SchoolType[] getSchoolTypes() {
        return SchoolType.values();
    }

    public ExistingSchools[] getTreatments() {
        return ExistingSchools.values();
    }

    public List<String> getColumns() {
        return columns;
    }

    public Map<String, String> getTypes() {
        return types;
    }

    public String getCharset() {
        return charset;
    }

    public void setCharset(String charset) {
        this.charset = charset;
    }

    public String getDelimiter() {
        return delimiter;
    }

    public void setDelimiter(String delimiter) {
        this.delimiter = delimiter;
    }

    public Integer getHeaderLine() {
        return headerLine;
    }

    public void setHeaderLine(Integer headerLine) {
        this.headerLine = headerLine;
    }

    public Long getAuthorityId() {
        return authorityId;
    }

    public void setAuthorityId(Long authorityId) {
        this.authorityId = authorityId;
    }

    public String getStateCode() {
        return stateCode;
    }

    public void setStateCode(String stateCode) {
        this.stateCode = stateCode;
    }

    public String getTypeDefault() {
        return typeDefault;
    }

    public void setTypeDefault(String typeDefault) {
        this.typeDefault = typeDefault;
    }

    public String getExisting() {
        return existing;
    }

    public void setExisting(String existing) {
        this.existing = existing;
    }
}
