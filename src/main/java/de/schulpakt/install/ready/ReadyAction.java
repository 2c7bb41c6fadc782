package de.schulpakt.install.ready;

/** What happens to ready texts; named in the history. */
enum ReadyAction {
    /** Written. */
    WRITE,
    /** Other words. */
    CHANGE,
    /** Offered no more. */
    END,
    /** Offered again. */
    RESUME
}
