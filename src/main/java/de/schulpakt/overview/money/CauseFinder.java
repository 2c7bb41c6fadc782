package de.schulpakt.overview.money;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Resolves the sources of many postings at once: one statement per kind of source and one for all devices. The caller has
 * asked the guard for the budgets, whose schools are also those of the lines and devices.
 */
@ApplicationScoped
class CauseFinder {
    private static final String REQUEST = "r.id, r.no, c.name, m.name";
    private static final String ORDER = "o.id, o.no, u.name";
    private static final String OF_ORDER_LINE = " join PurchaseOrder o on o.id = l.orderId join Supplier u on u.id = o.supplierId"
            + " join RequestItem i on i.id = l.requestItemId join Request r on r.id = i.requestId"
            + " join CatalogueItem c on c.id = l.itemId join Room m on m.id = l.roomId";
    private static final int MOST_DEVICES = 5_000;

    @PersistenceContext
    EntityManager em;

    List<TraceQueries.Posting> resolve(List<TraceQueries.Posting> rows) {
        Map<String, TraceQueries.Cause> causes = new HashMap<>();
        Set<Long> wishes = ids(rows, "request_item:");
        Set<Long> ordered = ids(rows, "order_line:");
        Set<Long> delivered = ids(rows, "delivery_line:");
        if (!wishes.isEmpty()) {
            requestItems(wishes, causes);
        }
        if (!ordered.isEmpty()) {
            orderLines(ordered, causes);
        }
        if (!delivered.isEmpty()) {
            deliveryLines(delivered, devices(delivered), causes);
        }
        return rows.stream().map(row -> row.with(causes.get(row.source()))).toList();
    }

    private void requestItems(Set<Long> ids, Map<String, TraceQueries.Cause> causes) {
        for (Object[] r : list("select i.id, " + REQUEST + ", i.quantity from RequestItem i join Request r on r.id = i.requestId"
                + " join CatalogueItem c on c.id = i.itemId join Room m on m.id = i.roomId where i.id in :ids", ids)) {
            causes.put("request_item:" + r[0], new TraceQueries.Cause((Long) r[1], (String) r[2], (String) r[3], (Integer) r[5],
                    (String) r[4], null, null, null, null, null, null, List.of(), 0));
        }
    }

    private void orderLines(Set<Long> ids, Map<String, TraceQueries.Cause> causes) {
        for (Object[] r : list("select l.id, " + REQUEST + ", l.quantity, " + ORDER + " from OrderLine l" + OF_ORDER_LINE
                + " where l.id in :ids", ids)) {
            causes.put("order_line:" + r[0], new TraceQueries.Cause((Long) r[1], (String) r[2], (String) r[3], (Integer) r[5],
                    (String) r[4], (Long) r[6], (String) r[7], (String) r[8], null, null, null, List.of(), 0));
        }
    }

    private void deliveryLines(Set<Long> ids, Map<Long, List<TraceQueries.CauseDevice>> devices, Map<String, TraceQueries.Cause> causes) {
        for (Object[] r : list("select x.id, " + REQUEST + ", x.quantity, " + ORDER + ", d.deliveryNoteNo, d.receivedOn, n.no"
                + " from DeliveryLine x join OrderLine l on l.id = x.orderLineId join Delivery d on d.id = x.deliveryId"
                + OF_ORDER_LINE + " left join Invoice n on n.deliveryId = x.deliveryId where x.id in :ids", ids)) {
            List<TraceQueries.CauseDevice> all = devices.getOrDefault((Long) r[0], List.of());
            causes.put("delivery_line:" + r[0], new TraceQueries.Cause((Long) r[1], (String) r[2], (String) r[3], (Integer) r[5],
                    (String) r[4], (Long) r[6], (String) r[7], (String) r[8], (String) r[9], (LocalDate) r[10],
                    (String) r[11], all.stream().limit(TraceQueries.Cause.MOST_DEVICES).toList(), all.size()));
        }
    }

    private Map<Long, List<TraceQueries.CauseDevice>> devices(Set<Long> deliveryLines) {
        Map<Long, List<TraceQueries.CauseDevice>> found = new HashMap<>();
        for (Object[] r : em.createQuery("select y.deliveryLineId, d.id, d.inventoryNo, d.serial, t.id, t.no from DeliveredDevice y"
                        + " join Device d on d.id = y.deviceId left join Ticket t on t.deviceId = y.deviceId"
                        + " where y.deliveryLineId in :ids order by d.id", Object[].class)
                .setParameter("ids", deliveryLines).setMaxResults(MOST_DEVICES).getResultList()) {
            found.computeIfAbsent((Long) r[0], id -> new ArrayList<>())
                    .add(new TraceQueries.CauseDevice((Long) r[1], (String) r[2], (String) r[3], (Long) r[4], (String) r[5]));
        }
        return found;
    }

    private List<Object[]> list(String jpql, Set<Long> ids) {
        return em.createQuery(jpql, Object[].class).setParameter("ids", ids).getResultList();
    }

    private static Set<Long> ids(List<TraceQueries.Posting> rows, String kind) {
        return rows.stream().map(TraceQueries.Posting::source).filter(s -> s.matches(kind + "\\d{1,18}"))
                .map(s -> Long.valueOf(s.substring(kind.length()))).collect(Collectors.toSet());
    }
}
