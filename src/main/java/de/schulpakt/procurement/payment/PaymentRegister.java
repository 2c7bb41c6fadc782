package de.schulpakt.procurement.payment;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a payment list, and what waits to be released. */
@Dependent
class PaymentRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Payment", "/procurement/payment.xhtml?id={id}", ORDER_VIEW);
    }

    @Produces
    NoticeKind drawnUp() {
        return new NoticeKind("message.payment_drawn_up", "second", DELIVERY_RECEIVE, true, true);
    }

    @Produces
    WaitingCount toRelease() {
        return new WaitingCount("orders", DELIVERY_RECEIVE, "payment_list x where x.state = 'DRAWN_UP' and {authority:x.authority_id}");
    }
}
