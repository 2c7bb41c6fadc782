package de.schulpakt.funding.transfer;

/** What is done to a transfer. */
public enum TransferAction {
    /** It is written. */
    PROPOSE,
    /** The money moves. */
    BOOK,
    /** The money moves with an approval that waits for a second person: it stays only if that one confirms. */
    HOLD,
    /** The second person has confirmed the approval that the money was moved for. */
    SETTLE,
    /** The approval is taken back before a second person confirmed it, and the money goes back with it. */
    TAKE_BACK,
    /** It is not confirmed. */
    DECLINE,
    /** Part of a loan flows back. */
    GIVE_BACK,
    /** The last part of a loan flows back. */
    GIVE_BACK_ALL,
    /** The money goes back to where it was, because the transfer was wrong. */
    REVERSE
}
