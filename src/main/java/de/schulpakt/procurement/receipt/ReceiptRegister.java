package de.schulpakt.procurement.receipt;

import static de.schulpakt.identity.Permission.DELIVERY_CONFIRM;
import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.REQUEST_VIEW;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page on which a school confirms what came, and what waits for its answer or for what follows from it. */
@Dependent
class ReceiptRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("GoodsCheck", "/procurement/arrival.xhtml?id={id}", REQUEST_VIEW);
    }

    @Produces
    WaitingCount toConfirm() {
        return new WaitingCount("requests", DELIVERY_CONFIRM, "goods_check x where x.state = 'ASKED' and {school:x.school_id}");
    }

    @Produces
    WaitingCount toSettle() {
        return new WaitingCount("orders", DELIVERY_RECEIVE, "goods_check x where x.state = 'SHORT' and {school:x.school_id}");
    }

    @Produces
    NoticeKind asked() {
        return new NoticeKind("message.goods_check", "goods", DELIVERY_CONFIRM, true, true);
    }

    @Produces
    NoticeKind reported() {
        return new NoticeKind("message.goods_short", "goods_short", DELIVERY_RECEIVE, true, false);
    }

    @Produces
    NoticeKind settled() {
        return new NoticeKind("message.goods_settled", "goods", DELIVERY_CONFIRM, false, false);
    }
}
