package de.schulpakt.overview.money;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.identity.Permission.ORDER_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_VIEW;
import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static java.util.stream.Collectors.groupingBy;

import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
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

/**
 * Resolves the sources of many postings at once: one statement per kind of source and one for all devices. Of each cause the
 * asker gets what lists of such things would show: the request, the order with its supplier and invoice, devices, tickets.
 */
@ApplicationScoped
class CauseFinder {
    private static final String WISH = """
            select %s as wish_id, s.id as wish_schoolId, s.authorityId as wish_authorityId, r.id as wish_requestId,
                r.no as wish_requestNo, c.name as wish_item, %s as wish_quantity, m.name as wish_room
            """;
    private static final String ORDER = ", o.id as order_id, o.no as order_no, u.name as order_supplier";
    private static final String OF_ORDER_LINE = """
             join PurchaseOrder o on o.id = l.orderId join Supplier u on u.id = o.supplierId
            join RequestItem i on i.id = l.requestItemId join Request r on r.id = i.requestId
            join CatalogueItem c on c.id = i.itemId join Room m on m.id = l.roomId join School s on s.id = r.schoolId
            """;
    private static final int MOST_DEVICES = 5_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** A request line. */
    record Wish(Long id, Long schoolId, Long authorityId, Long requestId, String requestNo, String item, Integer quantity, String room) {
        Wish of(Integer pieces) {
            return new Wish(id, schoolId, authorityId, requestId, requestNo, item, pieces, room);
        }
    }

    /** The order of a line. */
    record Order(Long id, String no, String supplier) {
    }

    /** A delivery with its invoice. */
    record Delivery(String no, LocalDate receivedOn, String invoiceNo) {
    }

    /** A line that was asked for. */
    record Asked(Wish wish) {
    }

    /** A line that was ordered. */
    record Ordered(Wish wish, Order order) {
    }

    /** A line that has come. */
    record Come(Wish wish, Order order, Delivery delivery, Integer rest) {
    }

    /** A delivered device with its line. */
    record Arrived(Long line, TraceQueries.CauseDevice device) {
    }

    List<TraceQueries.Posting> resolve(List<TraceQueries.Posting> rows) {
        Map<String, TraceQueries.Cause> causes = new HashMap<>();
        Map<Permission, Scope> seen = Set.of(REQUEST_VIEW, ORDER_VIEW, DEVICE_VIEW, TICKET_VIEW).stream()
                .collect(Collectors.toMap(p -> p, guard::visibleSchools));
        asked(ids(rows, "request_item:")).forEach(l -> causes.put("request_item:" + l.wish().id(),
                cause(l.wish(), null, null, List.of(), seen)));
        ordered(ids(rows, "order_line:")).forEach(l -> causes.put("order_line:" + l.wish().id(),
                cause(l.wish(), l.order(), null, List.of(), seen)));
        Set<Long> delivered = ids(rows, "delivery_line:");
        Map<Long, List<Arrived>> devices = devices(delivered);
        Map<String, TraceQueries.Cause> rests = new HashMap<>();
        come(delivered).forEach(l -> {
            String source = "delivery_line:" + l.wish().id();
            causes.put(source, cause(l.wish(), l.order(), l.delivery(), devices.getOrDefault(l.wish().id(), List.of()), seen));
            rests.put(source, cause(l.wish().of(l.rest()), l.order(), null, List.of(), seen));
        });
        Set<Long> billed = ids(rows, "invoice_part:");
        Map<Long, List<Arrived>> paid = paid(billed);
        billed(billed).forEach(l -> {
            String source = "invoice_part:" + l.wish().id();
            causes.put(source, cause(l.wish(), l.order(), l.delivery(), paid.getOrDefault(l.wish().id(), List.of()), seen));
            rests.put(source, cause(l.wish().of(l.rest()), l.order(), null, List.of(), seen));
        });
        billed(ids(rows, "invoice_back:")).forEach(l -> causes.put("invoice_back:" + l.wish().id(), cause(l.wish(), l.order(), l.delivery(),
                List.of(), seen)));
        Map<Long, Long> discounts = discounts(ids(rows, "invoice_discount:"));
        billed(Set.copyOf(discounts.values())).forEach(l -> discounts.forEach((discount, part) -> {
            if (part.equals(l.wish().id())) {
                causes.put("invoice_discount:" + discount, cause(l.wish(), l.order(), l.delivery(), List.of(), seen));
            }
        }));
        changed(ids(rows, "order_change:")).forEach(l -> causes.put("order_change:" + l.wish().id(), cause(l.wish(), l.order(), null,
                List.of(), seen)));
        // what stays committed after a delivery names that delivery as its source, but is what has not come
        return rows.stream().map(row -> row.with(row.kind() == PostingKind.COMMIT && rests.containsKey(cause(row.source()))
                ? rests.get(cause(row.source())) : causes.get(cause(row.source())))).toList();
    }

    /** Several payers of one cause have sources of their own: the cause stands in front. */
    private static String cause(String source) {
        String[] parts = source.split(":");
        return parts.length < 2 ? source : parts[0] + ":" + parts[1];
    }

    private static TraceQueries.Cause cause(Wish wish, Order placed, Delivery delivery, List<Arrived> arrived,
            Map<Permission, Scope> seen) {
        boolean request = sees(seen, REQUEST_VIEW, wish);
        boolean ticket = sees(seen, TICKET_VIEW, wish);
        Order order = sees(seen, ORDER_VIEW, wish) ? placed : null;
        Delivery come = order == null ? null : delivery;
        List<TraceQueries.CauseDevice> devices = !sees(seen, DEVICE_VIEW, wish) ? List.of()
                : arrived.stream().map(Arrived::device).limit(TraceQueries.Cause.MOST_DEVICES)
                .map(d -> ticket ? d : new TraceQueries.CauseDevice(d.id(), d.inventoryNo(), d.serial(), null, null)).toList();
        return new TraceQueries.Cause(request ? wish.requestId() : null, request ? wish.requestNo() : null, wish.item(),
                wish.quantity(), wish.room(), order == null ? null : order.id(), order == null ? null : order.no(),
                order == null ? null : order.supplier(), come == null ? null : come.no(), come == null ? null : come.receivedOn(),
                come == null ? null : come.invoiceNo(), devices, devices.isEmpty() ? 0 : arrived.size());
    }

    private static boolean sees(Map<Permission, Scope> seen, Permission permission, Wish wish) {
        return seen.get(permission).contains(wish.authorityId(), wish.schoolId());
    }

    private List<Asked> asked(Set<Long> ids) {
        return ids.isEmpty() ? List.of() : Ask.of(em, Asked.class, WISH.formatted("i.id", "i.quantity") + """
                from RequestItem i join Request r on r.id = i.requestId join CatalogueItem c on c.id = i.itemId
                    join Room m on m.id = i.roomId join School s on s.id = r.schoolId where i.id in :ids""").set("ids", ids).list();
    }

    private List<Ordered> ordered(Set<Long> ids) {
        return ids.isEmpty() ? List.of() : Ask.of(em, Ordered.class, WISH.formatted("l.id", "l.quantity") + ORDER + " from OrderLine l"
                + OF_ORDER_LINE + " where l.id in :ids").set("ids", ids).list();
    }

    private List<Come> come(Set<Long> ids) {
        return ids.isEmpty() ? List.of() : Ask.of(em, Come.class, WISH.formatted("x.id", "x.quantity") + ORDER + """
                    , d.deliveryNoteNo as delivery_no, d.receivedOn as delivery_receivedOn, n.no as delivery_invoiceNo,
                    l.quantity - (select sum(y.quantity) from DeliveryLine y where y.orderLineId = l.id and y.id <= x.id) as rest
                from DeliveryLine x join OrderLine l on l.id = x.orderLineId join Delivery d on d.id = x.deliveryId
                """ + OF_ORDER_LINE + " left join Invoice n on n.deliveryId = x.deliveryId where x.id in :ids").set("ids", ids).list();
    }

    /** Parts of invoices, with the delivery that came with them where there is one. */
    private List<Come> billed(Set<Long> ids) {
        return ids.isEmpty() ? List.of() : Ask.of(em, Come.class, WISH.formatted("p.id", "p.pieces") + ORDER + """
                    , (select d.deliveryNoteNo from Delivery d where d.id = n.deliveryId) as delivery_no,
                    (select e.receivedOn from Delivery e where e.id = n.deliveryId) as delivery_receivedOn, n.no as delivery_invoiceNo,
                    l.quantity - (select sum(y.pieces) from InvoicePart y, Invoice w where y.orderLineId = l.id and y.id <= p.id
                        and w.id = y.invoiceId and (y.id = p.id or w.validNo is not null)) as rest
                from InvoicePart p join OrderLine l on l.id = p.orderLineId join Invoice n on n.id = p.invoiceId
                """ + OF_ORDER_LINE + " where p.id in :ids").set("ids", ids).list();
    }

    /** A cash discount and the part of an invoice on which it was taken. */
    record Discount(Long id, Long part) {
    }

    private Map<Long, Long> discounts(Set<Long> ids) {
        return ids.isEmpty() ? Map.of() : Ask.of(em, Discount.class, "select x.id as id, x.invoicePartId as part from InvoiceDiscount x where x.id in :ids")
                .set("ids", ids).list().stream().collect(Collectors.toMap(Discount::id, Discount::part));
    }

    /** Changes of lines of orders. */
    private List<Ordered> changed(Set<Long> ids) {
        return ids.isEmpty() ? List.of() : Ask.of(em, Ordered.class, WISH.formatted("x.id", "x.pieces") + ORDER
                + " from OrderChange x join OrderLine l on l.id = x.orderLineId" + OF_ORDER_LINE + " where x.id in :ids").set("ids", ids).list();
    }

    private Map<Long, List<Arrived>> paid(Set<Long> parts) {
        return parts.isEmpty() ? Map.of() : Ask.of(em, Arrived.class, """
                select y.invoicePartId as line, d.id as device_id, d.inventoryNo as device_inventoryNo, d.serial as device_serial,
                    t.id as device_ticketId, t.no as device_ticketNo
                from InvoicedDevice y join Device d on d.id = y.deviceId left join Ticket t on t.deviceId = y.deviceId
                where y.invoicePartId in :ids order by d.id""").set("ids", parts).list(MOST_DEVICES).stream().collect(groupingBy(Arrived::line));
    }

    private Map<Long, List<Arrived>> devices(Set<Long> deliveryLines) {
        return deliveryLines.isEmpty() ? Map.of() : Ask.of(em, Arrived.class, """
                select y.deliveryLineId as line, d.id as device_id, d.inventoryNo as device_inventoryNo, d.serial as device_serial,
                    t.id as device_ticketId, t.no as device_ticketNo
                from DeliveredDevice y join Device d on d.id = y.deviceId left join Ticket t on t.installedId = y.deviceId
                where y.deliveryLineId in :ids order by d.id""").set("ids", deliveryLines).list(MOST_DEVICES).stream()
                .collect(groupingBy(Arrived::line));
    }

    private static Set<Long> ids(List<TraceQueries.Posting> rows, String kind) {
        return rows.stream().map(TraceQueries.Posting::source).filter(s -> s.matches(kind + "\\d{1,18}"))
                .map(s -> Long.valueOf(s.substring(kind.length()))).collect(Collectors.toSet());
    }
}
