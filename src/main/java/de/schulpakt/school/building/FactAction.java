package de.schulpakt.school.building;

/** What happens to the facts of a building; named in the history of the school. */
public enum FactAction {
    /** Recorded or changed, by hand or from a table. */
    DESCRIBE,
    /** Removed. */
    REMOVE
}
