package de.schulpakt.procurement.invoice;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of an invoice, and what is to check, to approve or to pay. */
@Dependent
class InvoiceRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Invoice", "/procurement/invoice.xhtml?id={id}", ORDER_VIEW);
    }

    @Produces
    NoticeKind bounced() {
        return new NoticeKind("message.payment_bounced", "payments", DELIVERY_RECEIVE, true, true);
    }

    @Produces
    NoticeKind checked() {
        return new NoticeKind("message.invoice_checked", "second", DELIVERY_RECEIVE, true, true);
    }

    @Produces
    WaitingCount open() {
        return new WaitingCount("orders", DELIVERY_RECEIVE, "invoice x where x.state in ('CAPTURED', 'CHECKED') and {authority:x.authority_id}");
    }
}
