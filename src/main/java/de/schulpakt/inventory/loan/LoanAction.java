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
    /** Another device takes the place of the one that comes back. */
    SWAP,
    /** What is known of the person was wrong. */
    CORRECT,
    /** The device is there again that the borrower had lost. */
    FIND,
    /** It had been ended by mistake and goes on. */
    REOPEN,
    /** Devices go out or come back on a sheet. */
    WRITE_SHEET,
    /** What was known of the person is erased. */
    ERASE
}
