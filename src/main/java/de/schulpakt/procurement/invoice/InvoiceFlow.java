package de.schulpakt.procurement.invoice;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.procurement.invoice.InvoiceAction.APPROVE;
import static de.schulpakt.procurement.invoice.InvoiceAction.BOOK;
import static de.schulpakt.procurement.invoice.InvoiceAction.CANCEL;
import static de.schulpakt.procurement.invoice.InvoiceAction.CHANGE;
import static de.schulpakt.procurement.invoice.InvoiceAction.CHECK;
import static de.schulpakt.procurement.invoice.InvoiceAction.GIVE_BACK;
import static de.schulpakt.procurement.invoice.InvoiceAction.PAY;
import static de.schulpakt.procurement.invoice.InvoiceAction.UNPAY;
import static de.schulpakt.procurement.invoice.InvoiceState.APPROVED;
import static de.schulpakt.procurement.invoice.InvoiceState.CANCELLED;
import static de.schulpakt.procurement.invoice.InvoiceState.CAPTURED;
import static de.schulpakt.procurement.invoice.InvoiceState.CHECKED;
import static de.schulpakt.procurement.invoice.InvoiceState.PAID;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of an invoice. Who checks does not approve; who made it spend does not take it back. */
public final class InvoiceFlow {
    /** From, action, permission, to. */
    public static final Transitions<InvoiceState, InvoiceAction> FLOW = Transitions.<InvoiceState, InvoiceAction>table()
            .row(CAPTURED, CHANGE, DELIVERY_RECEIVE, CAPTURED)
            .row(CAPTURED, CHECK, DELIVERY_RECEIVE, CHECKED)
            .row(CAPTURED, CANCEL, DELIVERY_RECEIVE, CANCELLED)
            .row(CHECKED, APPROVE, DELIVERY_RECEIVE, APPROVED)
            .row(CHECKED, GIVE_BACK, DELIVERY_RECEIVE, CAPTURED)
            .row(CHECKED, CANCEL, DELIVERY_RECEIVE, CANCELLED)
            .row(APPROVED, PAY, DELIVERY_RECEIVE, PAID)
            .row(APPROVED, CANCEL, DELIVERY_RECEIVE, CANCELLED)
            .row(PAID, UNPAY, DELIVERY_RECEIVE, APPROVED)
            .apart(APPROVE, CHECK)
            .apart(CANCEL, APPROVE, BOOK)
            .build();

    private InvoiceFlow() {
    }
}
