package de.schulpakt.procurement.order;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.ORDER_PLACE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** An order has papers. */
@ApplicationScoped
class OrderPapers implements PaperSubject {
    @Override
    public String type() {
        return "PurchaseOrder";
    }

    @Override
    public Permission permission() {
        return ORDER_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(ORDER_PLACE, DELIVERY_RECEIVE);
    }

    @Override
    public String jpql() {
        return "select t.no as no, t.authorityId as authorityId, nullif(t.authorityId, t.authorityId) as schoolId from PurchaseOrder t where t.id = :id";
    }

    @Override
    public String awards() {
        return "select distinct b.applicationId from OrderLine l"
                + " join Budget b on b.id = l.budgetId where l.orderId = :id and b.applicationId is not null";
    }

    @Override
    public List<String> usual() {
        return List.of("DELIVERY_NOTE", "OFFER");
    }
}
