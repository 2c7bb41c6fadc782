package de.schulpakt.funding.pack;

/** What is done to a rule pack. */
public enum PackAction {
    /** Read it and try its cases. */
    CHECK,
    /** Take its rules over. */
    IMPORT,
    /** Confirm, as a second person, what it calls confirmed. */
    CONFIRM,
    /** Give it up. */
    DISCARD
}
