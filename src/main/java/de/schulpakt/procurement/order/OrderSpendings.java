package de.schulpakt.procurement.order;

import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.funding.ledger.SpendingSource;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what was bought with the lines of deliveries, to who sees the orders for the school. */
@ApplicationScoped
class OrderSpendings implements SpendingSource {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** A line that came, with its order and invoice. */
    record Came(Long key, Long orderId, String orderNo, Integer line, String item, Integer quantity, String payee, String invoiceNo,
            LocalDate invoicedOn, LocalDate receivedOn) {
        Spending with(List<Long> devices) {
            return new Spending(orderId, orderNo, line, item, quantity, payee, invoiceNo, invoicedOn, receivedOn, devices);
        }
    }

    /** A device and the line with which it came. */
    record Paid(Long line, Long device) {
    }

    @Override
    public Set<String> kinds() {
        return Set.of("delivery_line");
    }

    @Override
    public Map<Long, Spending> spendings(String kind, Set<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Scope scope = guard.visibleSchools(ORDER_VIEW);
        Map<Long, List<Long>> devices = Ask.of(em, Paid.class, """
                select y.deliveryLineId as line, y.deviceId as device from DeliveredDevice y where y.deliveryLineId in :ids
                order by y.deviceId""").set("ids", ids).list().stream()
                .collect(Collectors.groupingBy(Paid::line, Collectors.mapping(Paid::device, Collectors.toList())));
        Map<Long, Spending> found = new HashMap<>();
        scope.bind(Ask.of(em, Came.class, """
                select x.id as key_, o.id as orderId, o.no as orderNo, l.lineNo as line, c.name as item, x.quantity as quantity,
                    u.name as payee, v.no as invoiceNo, v.invoicedOn as invoicedOn, d.receivedOn as receivedOn
                from DeliveryLine x join OrderLine l on l.id = x.orderLineId join PurchaseOrder o on o.id = l.orderId
                    join Supplier u on u.id = o.supplierId join CatalogueItem c on c.id = l.itemId join School s on s.id = l.schoolId
                    join Delivery d on d.id = x.deliveryId left join Invoice v on v.deliveryId = x.deliveryId
                where x.id in :ids and""" + scope.school("s"))).set("ids", ids).list()
                .forEach(c -> found.put(c.key(), c.with(devices.getOrDefault(c.key(), List.of()))));
        return found;
    }
}
