package de.schulpakt.funding.transfer;

/** What is done to a transfer. */
public enum TransferAction {
    /** It is written. */
    PROPOSE,
    /** The money moves. */
    BOOK,
    /** It is not confirmed. */
    DECLINE,
    /** Part of a loan flows back. */
    GIVE_BACK,
    /** The last part of a loan flows back. */
    GIVE_BACK_ALL,
    /** The money goes back to where it was, because the transfer was wrong. */
    REVERSE
}
