package de.schulpakt.funding.transfer;

/** How money moves between budgets. */
public enum TransferKind {
    /** For good. */
    SHIFT,
    /** Lent until a day on which it flows back. */
    LOAN
}
