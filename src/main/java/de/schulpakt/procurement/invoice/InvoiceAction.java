package de.schulpakt.procurement.invoice;

/** What is done to an invoice. */
public enum InvoiceAction {
    /** Written down. */
    CAPTURE,
    /** Booked with the goods in one step. */
    BOOK,
    /** Written down anew. */
    CHANGE,
    /** Compared with order and receipt. */
    CHECK,
    /** To be written down anew. */
    GIVE_BACK,
    /** Its money is spent. */
    APPROVE,
    /** The treasury has paid. */
    PAY,
    /** It was not paid after all. */
    UNPAY,
    /** It is not to be paid. */
    CANCEL,
    /** The authority is sent electronic invoices under that Leitweg-ID. */
    ADDRESS
}
