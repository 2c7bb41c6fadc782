package de.schulpakt.procurement.depreciation;

/** What is done with depreciation for the ledger. */
public enum AssetBookingAction {
    /** The year of a statement is put into a file. */
    BOOK,
    /** A counter-run takes it back. */
    REVERSE,
    /** Accounts were said, or are said no longer. */
    ACCOUNTS
}
