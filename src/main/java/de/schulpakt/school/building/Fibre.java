package de.schulpakt.school.building;

/** Whether a building has fibre. */
public enum Fibre {
    /** It has. */
    CONNECTED,
    /** It will have. */
    PLANNED,
    /** It has not, and nothing is planned. */
    NONE
}
