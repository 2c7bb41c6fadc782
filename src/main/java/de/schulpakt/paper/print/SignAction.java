package de.schulpakt.paper.print;

/** What happens to signatures, for the timeline of their subject. */
public enum SignAction {
    /** Somebody signed a printed paper. */
    SIGN,
    /** A signature was taken back. */
    WITHDRAW
}
