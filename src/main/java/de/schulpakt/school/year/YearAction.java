package de.schulpakt.school.year;

/** What happens to the numbers of a school year; named in the history of the school. */
public enum YearAction {
    /** Recorded by hand or from a file. */
    RECORD,
    /** Changed. */
    CHANGE,
    /** Removed. */
    REMOVE
}
