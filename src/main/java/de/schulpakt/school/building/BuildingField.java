package de.schulpakt.school.building;

import de.schulpakt.exchange.ImportField;
import java.util.List;

/** What the import of facts of buildings can take from a column. */
public enum BuildingField implements ImportField {
    /** Official number or whole name of the school. */
    SCHOOL("schulnummer", "schulnr", "schule", "school", "schoolno", "schoolnumber", "dienststelle"),
    /** Name of the building. */
    BUILDING("gebaeude", "gebaeudename", "building", "haus", "trakt"),
    /** Year in which it was built. */
    YEAR("baujahr", "jahr", "built", "builtyear", "yearbuilt"),
    /** Whether it is a monument. */
    LISTED("denkmalschutz", "denkmal", "denkmalgeschuetzt", "listed", "monument"),
    /** Whether it has fibre. */
    FIBRE("glasfaser", "glasfaseranschluss", "ftth", "fibre", "fiber"),
    /** Bandwidth in megabits a second. */
    SPEED("bandbreite", "bandbreitembits", "mbit", "mbits", "bandwidth", "speed"),
    /** Whether its power will do. */
    POWER("strom", "elektro", "elektroinstallation", "stromversorgung", "power", "electricity");

    private final List<String> synonyms;

    BuildingField(String... synonyms) {
        this.synonyms = List.of(synonyms);
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }

    @Override
    public boolean understands(String value) {
        return switch (this) {
            case SCHOOL, BUILDING -> !value.isBlank();
            case YEAR, SPEED -> BuildingRows.number(value) != null;
            case LISTED -> BuildingRows.listed(value) != null;
            case FIBRE -> BuildingRows.fibre(value) != null;
            case POWER -> BuildingRows.supply(value) != null;
        };
    }

    @Override
    public boolean required() {
        return this == SCHOOL || this == BUILDING;
    }
}
