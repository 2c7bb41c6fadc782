package de.schulpakt.funding.proof;

/** What is done to a proof of use. */
public enum ProofAction {
    /** Begin it. */
    PREPARE,
    /** Write the words beside the figures, and until which day it goes. */
    WRITE,
    /** Tell who can close a gap. */
    TELL,
    /** Hand it in: it is frozen. */
    SUBMIT,
    /** Give it up. */
    DISCARD,
    /** The granting body asks. */
    QUERY,
    /** It was answered without another version. */
    ANSWER,
    /** Begin a corrected version. */
    CORRECT,
    /** The corrected version took its place. */
    REPLACE,
    /** The granting body has checked it. */
    ACCEPT,
    /** It was not accepted after all. */
    REOPEN,
    /** Grant money is claimed back. */
    RECLAIM,
    /** What was claimed back was paid. */
    PAY_BACK,
    /** A payment or a claim is put right. */
    DROP
}
