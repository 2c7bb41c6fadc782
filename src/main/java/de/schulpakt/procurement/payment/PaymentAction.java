package de.schulpakt.procurement.payment;

/** What is done to a payment list. */
public enum PaymentAction {
    /** Invoices are put together. */
    DRAW_UP,
    /** Somebody else lets it go to the treasury. */
    RELEASE,
    /** It is not paid. */
    WITHDRAW,
    /** The last item is paid. */
    COMPLETE,
    /** How the treasury wants its files was changed. */
    SET
}
