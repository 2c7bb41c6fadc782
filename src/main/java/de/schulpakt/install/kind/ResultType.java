package de.schulpakt.install.kind;

/** What a result is. */
public enum ResultType {
    /** Words. */
    TEXT,
    /** A number, perhaps with a unit and limits. */
    NUMBER,
    /** Yes or no. */
    YES_NO,
    /** One of some words. */
    CHOICE,
    /** A socket or cable of the school whose last test on record was passed. */
    MEASUREMENT,
    /** A picture among the files of the ticket. */
    PHOTO
}
