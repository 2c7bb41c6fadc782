package de.schulpakt.inventory.claim;

/** What happens to claims; named in the history. */
public enum ClaimAction {
    /** Claimed. */
    CLAIM,
    /** Another amount or day. */
    CORRECT,
    /** The money has come. */
    PAY,
    /** Given up. */
    WAIVE,
    /** Open again. */
    REOPEN
}
