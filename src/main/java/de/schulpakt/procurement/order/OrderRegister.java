package de.schulpakt.procurement.order;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.ORDER_PLACE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.register.NavEntry;
import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SearchSource;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.List;

/** What the room brings to the house: its place in the rail, the page of an order, what is to order or late, the search. */
@Dependent
class OrderRegister {
    @Produces
    NavEntry nav() {
        return new NavEntry("orders", 50, "/procurement/orders.xhtml", ORDER_VIEW);
    }

    @Produces
    SubjectLink link() {
        return new SubjectLink("PurchaseOrder", "/procurement/order.xhtml?id={id}", ORDER_VIEW);
    }

    @Produces
    WaitingCount toOrder() {
        return new WaitingCount("orders", ORDER_PLACE,
                "request x where x.state = 'APPROVED' and {school:x.school_id}");
    }

    /** Orders that are late; who receives is asked at the order's authority. */
    @Produces
    WaitingCount late() {
        return new WaitingCount("orders", DELIVERY_RECEIVE, """
                purchase_order x where x.awaited_on < {today} and {authority:x.authority_id}""");
    }

    @Produces
    NoticeKind lateDelivery() {
        return new NoticeKind("message.order_late", "late", DELIVERY_RECEIVE, true, false);
    }

    @Produces
    SearchSource search() {
        return new SearchSource("PurchaseOrder", 40, ORDER_VIEW, SearchSource.Within.SCHOOLS, """
                select o.id as id, o.no as no, u.name as title, u.name as place
                from PurchaseOrder o join Supplier u on u.id = o.supplierId
                where exists (select l.id from OrderLine l join School s on s.id = l.schoolId where l.orderId = o.id and {scope})
                and {match}
                order by o.id desc""", SearchSource.Exact.NUMBER, List.of("o.no like :start escape '!'",
                "o.supplierId in (select v.id from Supplier v where v.name like :any escape '!')"));
    }
}
