package de.schulpakt.procurement.invoice;

import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.funding.ledger.SpendingSource;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what was bought with the parts of invoices, old ones under the line of their delivery, to who sees the orders for the school. */
@ApplicationScoped
class InvoiceSpendings implements SpendingSource {
    private static final String DELIVERED = "delivery_line";
    private static final String DISCOUNT = "invoice_discount";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /**
     * A part of an invoice, with its order.
     *
     * @param rate          of the tax on its goods, in basis points; null where its lines do not name the order
     * @param totalNet      of the whole invoice, and gross: what is taken where there is no rate
     * @param discountCents discounts on the whole invoice, net
     */
    record Came(Long key, Long orderId, String orderNo, Integer line, String item, Integer quantity, String payee, String invoiceNo,
            LocalDate invoicedOn, LocalDate receivedOn, Long invoiceId, Long grossCents, Integer rate, Long totalNet, Long totalGross,
            Long discountCents, LocalDate dueOn, LocalDate paidOn, String file) {
        /** Without what the invoice deducts itself: it stands at what the discount is taken from. */
        Came alone() {
            return new Came(key, orderId, orderNo, line, item, quantity, payee, invoiceNo, invoicedOn, receivedOn, invoiceId, grossCents, rate, totalNet,
                    totalGross, 0L, dueOn, paidOn, file);
        }

        Spending with(List<Long> devices) {
            long gross = Math.abs(grossCents);
            long net = Long.signum(grossCents) * (rate != null ? Money.of(gross).net(rate).cents() : part(gross, totalNet, totalGross));
            return new Spending(orderId, orderNo, line, item, quantity, payee, invoiceNo, invoicedOn, receivedOn, new Bill(invoiceId, net,
                    grossCents - net, grossCents, part(gross, Math.abs(discountCents), totalGross), dueOn, paidOn, file), devices);
        }

        private static long part(long of, long share, long whole) {
            return whole == 0 ? 0 : BigDecimal.valueOf(of).multiply(BigDecimal.valueOf(share)).divide(BigDecimal.valueOf(Math.abs(whole)), 0,
                    RoundingMode.HALF_UP).longValueExact();
        }
    }

    /** A device and the part that paid it. */
    record Paid(Long line, Long device) {
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DELIVERED, "invoice_part", "invoice_back", DISCOUNT);
    }

    @Override
    public Map<Long, Spending> spendings(String kind, Set<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String key = DELIVERED.equals(kind) ? "p.deliveryLineId" : DISCOUNT.equals(kind) ? "q.id" : "p.id";
        String gross = DISCOUNT.equals(kind) ? "0 - q.cents" : "p.grossCents";
        String from = DISCOUNT.equals(kind) ? "InvoiceDiscount q join InvoicePart p on p.id = q.invoicePartId" : "InvoicePart p";
        // whoever sees single awards only sees what was bought of them
        Condition seen = guard.visibleAwards(ORDER_VIEW).or(guard.visibleSchools(ORDER_VIEW).of("s"), "l.id in (select z.orderLineId from OrderPayer z join Budget bb"
                + " on bb.id = z.budgetId where bb.applicationId in :scopeAwards)", "s.authorityId");
        Map<Long, List<Long>> devices = Ask.of(em, Paid.class, "select " + key + " as line, y.deviceId as device from " + from
                + " join InvoicedDevice y on y.invoicePartId = p.id where " + key + " in :ids order by y.deviceId").set("ids", ids).list().stream()
                .collect(Collectors.groupingBy(Paid::line, Collectors.mapping(Paid::device, Collectors.toList())));
        Map<Long, Spending> found = new HashMap<>();
        seen.bind(Ask.of(em, Came.class, "select " + key + " as key_, " + """
                o.id as orderId, o.no as orderNo, l.lineNo as line, c.name as item, p.pieces as quantity,
                    u.name as payee, v.no as invoiceNo, v.invoicedOn as invoicedOn,
                    (select max(d.receivedOn) from DeliveryLine x, Delivery d where x.orderLineId = l.id and d.id = x.deliveryId
                        and (p.deliveryLineId is null or x.id = p.deliveryLineId)) as receivedOn,
                    v.id as invoiceId,""" + " " + gross + " as grossCents, " + """
                    (select max(y.vatBp) from InvoiceLine y where y.invoiceId = v.id
                        and y.orderLineId = l.id) as rate, v.netCents as totalNet, v.totalCents as totalGross,
                    (select coalesce(sum(z.netCents), 0) from InvoiceLine z where z.invoiceId = v.id and z.kind = :discount) as discountCents,
                    coalesce(v.dueOn, v.invoicedOn) as dueOn, v.paidOn as paidOn, (select min(w.name) from Paper w where w.subjectType = 'Invoice' and w.subjectId = v.id
                        and w.removedAt is null) as file
                from""" + " " + from + " " + """
                join OrderLine l on l.id = p.orderLineId join PurchaseOrder o on o.id = l.orderId
                    join Supplier u on u.id = o.supplierId join CatalogueItem c on c.id = l.itemId join School s on s.id = l.schoolId
                    join Invoice v on v.id = p.invoiceId where\s""" + key + " in :ids" + (seen.jpql().isEmpty() ? "" : " and (" + seen.jpql() + ")"))).set("ids", ids).set("discount", LineKind.DISCOUNT).list()
                .forEach(c -> found.put(c.key(), (DISCOUNT.equals(kind) ? c.alone() : c).with(devices.getOrDefault(c.key(), List.of()))));
        return found;
    }
}
