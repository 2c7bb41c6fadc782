package de.schulpakt.procurement.difference;

/** What is done with a difference. */
public enum DifferenceAction {
    /** Somebody says why it is right as it is. */
    EXPLAIN,
    /** The reason does not hold. */
    REOPEN,
    /** It is no longer there. */
    SETTLE
}
