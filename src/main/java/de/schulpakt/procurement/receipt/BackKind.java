package de.schulpakt.procurement.receipt;

/** Why goods that had come are not here any more. */
public enum BackKind {
    /** Back at the supplier; the line waits for the replacement or a credit note. */
    SENT_BACK,
    /** Exchanged for another piece that is here. */
    EXCHANGED,
    /** Booked by mistake: it had never come. */
    NEVER_CAME;

    /** True if it had really come. */
    boolean came() {
        return this != NEVER_CAME;
    }
}
