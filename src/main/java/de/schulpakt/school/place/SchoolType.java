package de.schulpakt.school.place;

/** What kind of school it is, the same words for all federal states. */
public enum SchoolType {
    /** Grundschule. */
    PRIMARY,
    /** Förderschule. */
    SPECIAL,
    /** Realschule plus and what other states call it: Hauptschule, Realschule, Sekundarschule, Oberschule. */
    SECONDARY_PLUS,
    /** Gesamtschule, integrated or cooperative, and Gemeinschaftsschule. */
    COMPREHENSIVE,
    /** Gymnasium. */
    GYMNASIUM,
    /** Berufsbildende Schule. */
    VOCATIONAL,
    /** Kolleg and evening schools for adults. */
    COLLEGE,
    /** Everything else, for example a Waldorf school. */
    OTHER
}
