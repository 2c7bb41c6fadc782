package de.schulpakt.school.place;

/** What happens to a school; named in its history and, where it is a button, in the actions of its page. */
public enum SchoolAction {
    /** Created by hand. */
    CREATE,
    /** Facts changed by hand. */
    CHANGE,
    /** Created or changed by an import of the register. */
    IMPORT,
    /** Got a building. */
    ADD_BUILDING,
    /** Got a room. */
    ADD_ROOM,
    /** A place that is no school is not looked after any more. */
    END,
    /** A place that is no school is looked after again. */
    REOPEN
}
