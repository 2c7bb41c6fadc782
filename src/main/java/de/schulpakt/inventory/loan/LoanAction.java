package de.schulpakt.inventory.loan;

/** What happens to loans; named in the history. */
public enum LoanAction {
    /** Handed out. */
    HAND_OUT,
    /** Due on another day. */
    EXTEND,
    /** Back. */
    TAKE_BACK,
    /** Lost by the borrower. */
    REPORT_LOST,
    /** What was known of the person is erased. */
    ERASE
}
