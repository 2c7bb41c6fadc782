package de.schulpakt.inventory.value;

/** What happens to classes and statements; named in the history. */
public enum ValueAction {
    /** A class has another useful life or source. */
    CHANGE,
    /** A second person has read it in the source. */
    VERIFY,
    /** The statement of a year was made. */
    MAKE
}
