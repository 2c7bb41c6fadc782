package de.schulpakt.school.building;

/** Whether the power of a building will do. */
public enum Power {
    /** It will do. */
    GOOD,
    /** It will just do. */
    TIGHT,
    /** It will not do without work. */
    MISSING
}
