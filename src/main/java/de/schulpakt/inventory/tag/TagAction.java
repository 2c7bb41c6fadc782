package de.schulpakt.inventory.tag;

/** What is done with a roll. */
public enum TagAction {
    /** It was made. */
    MAKE,
    /** What is left of it is not used any more. */
    END,
    /** It was ended by mistake. */
    REOPEN
}
