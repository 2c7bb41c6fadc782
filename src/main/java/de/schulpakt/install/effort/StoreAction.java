package de.schulpakt.install.effort;

/** What happens to stores, and what work takes; named in the history. */
public enum StoreAction {
    /** Opened. */
    OPEN,
    /** Another name, closed, or open again. */
    CHANGE,
    /** Something came. */
    RECEIVE,
    /** Something went into another store. */
    MOVE,
    /** Counted, and found to be more or less. */
    COUNT,
    /** A receipt was put right. */
    CORRECT,
    /** Somebody has said who paid. */
    PAY,
    /** Material for a ticket. */
    USE,
    /** It was not used after all. */
    BACK,
    /** Time for a ticket. */
    SPEND,
    /** It was typed by mistake. */
    UNSPEND
}
