package de.schulpakt.procurement.order;

import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.funding.ledger.PostingSource;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names the lines of orders and deliveries in the ledger, to who sees the orders for the school. */
@ApplicationScoped
class OrderPostings implements PostingSource {
    private static final String DELIVERED = "delivery_line";
    private static final String CHANGE = "order_change";
    private static final String ORDER = """
            select l.id as key_, o.id as id, o.no as no, l.lineNo as line, l.quantity as quantity, l.quantity as rest, l.cancelled as gone, c.name as item
            from OrderLine l join PurchaseOrder o on o.id = l.orderId join CatalogueItem c on c.id = l.itemId
                join School s on s.id = l.schoolId where l.id in :ids and""";
    private static final String CHANGED = """
            select x.id as key_, o.id as id, o.no as no, l.lineNo as line, l.quantity as quantity, -x.pieces as gone, c.name as item,
                l.quantity - l.cancelled - l.settled as rest
            from OrderChange x join OrderLine l on l.id = x.orderLineId join PurchaseOrder o on o.id = l.orderId
                join CatalogueItem c on c.id = l.itemId join School s on s.id = l.schoolId where x.id in :ids and""";
    private static final String DELIVERY = """
            select x.id as key_, o.id as id, o.no as no, l.lineNo as line, x.quantity as quantity, c.name as item, l.cancelled as gone,
                l.quantity - (select sum(y.quantity) from DeliveryLine y where y.orderLineId = l.id and y.id <= x.id) as rest
            from DeliveryLine x join OrderLine l on l.id = x.orderLineId join PurchaseOrder o on o.id = l.orderId
                join CatalogueItem c on c.id = l.itemId join School s on s.id = l.schoolId where x.id in :ids and""";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** A line with what it is called. */
    record Named(Long key, Long id, String no, Integer line, Integer quantity, Integer rest, Integer gone, String item) {
        Cause cause() {
            return new Cause("PurchaseOrder", id, no, line, quantity, rest, gone, item);
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DELIVERED, CHANGE, "order_line");
    }

    @Override
    public Map<Long, Cause> causes(String kind, Set<Long> ids) {
        Scope scope = guard.visibleSchools(ORDER_VIEW);
        return scope.bind(Ask.of(em, Named.class, (DELIVERED.equals(kind) ? DELIVERY : CHANGE.equals(kind) ? CHANGED : ORDER) + scope.school("s")))
                .set("ids", ids).list().stream().collect(Collectors.toMap(Named::key, Named::cause));
    }
}
