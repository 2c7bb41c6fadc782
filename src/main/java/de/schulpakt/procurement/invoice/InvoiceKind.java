package de.schulpakt.procurement.invoice;

/** What a supplier's paper is. */
public enum InvoiceKind {
    /** An invoice. */
    INVOICE,
    /** An invoice for a part. */
    PART,
    /** The last invoice after others. */
    FINAL,
    /** The supplier gives money back. */
    CREDIT_NOTE;

    /** What its printed amounts count: a credit note is printed above zero. */
    int sign() {
        return this == CREDIT_NOTE ? -1 : 1;
    }
}
