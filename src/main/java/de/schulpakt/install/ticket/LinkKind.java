package de.schulpakt.install.ticket;

/** What one ticket is to another. */
public enum LinkKind {
    /** Has to do with it. */
    RELATED,
    /** Comes after it, as its kind says. */
    FOLLOWS,
    /** Says the same once more, and was cancelled for that. */
    DUPLICATE
}
