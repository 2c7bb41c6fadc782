package de.schulpakt.school.year;

import de.schulpakt.exchange.ImportField;
import java.util.List;

/** What the import of school years can take from a column. */
public enum YearField implements ImportField {
    /** Official number or whole name of the school. */
    SCHOOL("schulnummer", "schulnr", "schule", "school", "schoolno", "schoolnumber", "dienststelle", "nameschule"),
    /** School year: 2026, 2026/27 or 2026/2027. */
    YEAR("schuljahr", "schoolyear", "jahr", "year"),
    /** Pupils. */
    PUPILS("schueler", "schuelerinnen", "schuelerinnenundschueler", "schuelerzahl", "sus", "pupils", "students", "anzahlschueler"),
    /** Teachers. */
    TEACHERS("lehrkraefte", "lehrer", "lehrpersonal", "teachers", "anzahllehrkraefte"),
    /** Classes. */
    CLASSES("klassen", "klassenzahl", "classes", "anzahlklassen");

    private final List<String> synonyms;

    YearField(String... synonyms) {
        this.synonyms = List.of(synonyms);
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }

    @Override
    public boolean understands(String value) {
        return switch (this) {
            case SCHOOL -> !value.isBlank();
            case YEAR -> YearRows.year(value) != null;
            default -> YearRows.number(value) != null;
        };
    }

    @Override
    public boolean required() {
        return this == SCHOOL || this == YEAR;
    }
}
