package de.schulpakt.procurement.invoice;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Percent;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.procurement.order.OrderLines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares an invoice with its orders, its receipts, the rates of tax and the money that is there. */
@ApplicationScoped
class Differences {
    /** Days within which an invoice of the same amount may be the same one. */
    private static final int NEAR = 14;

    @PersistenceContext
    EntityManager em;
    @Inject
    OrderLines orders;

    /**
     * A line of an order that an invoice speaks of.
     *
     * @param priceCents gross, for one piece, as ordered
     * @param settled    pieces that other approved invoices have paid
     */
    record Ordered(Long id, String item, Long priceCents, Integer vatBp, Integer quantity, Integer delivered, Integer cancelled, Integer settled) {
        int unpaid() {
            return delivered - settled;
        }

        long netOf(int pieces) {
            return Money.of(priceCents).times(pieces).net(vatBp).cents();
        }
    }

    /** Another invoice that may be the same. */
    private record Near(String no, LocalDate invoicedOn) {
    }

    /** All that does not fit; empty if all does. */
    List<Sentence> of(Invoice invoice, List<InvoiceLine> lines, List<InvoiceVat> rates) {
        Map<Long, Ordered> ordered = ordered(lines);
        Map<Long, List<SupplyDays.Come>> come = come(ordered.keySet());
        List<Sentence> found = new ArrayList<>();
        Map<Long, Integer> paid = new HashMap<>();
        for (InvoiceLine line : lines) {
            Ordered of = line.orderLineId() == null ? null : ordered.get(line.orderLineId());
            if (!line.goods()) {
                found.add(Sentence.of("invoice.diff.extra", line.text(), Money.of(line.netCents())));
            } else if (of == null) {
                found.add(Sentence.of("invoice.diff.unmatched", line.lineNo(), line.text()));
            } else if (invoice.kind() != InvoiceKind.CREDIT_NOTE) {
                int before = paid.merge(of.id(), line.pieces(), Integer::sum) - line.pieces();
                goods(line, of, before, days(invoice, line, come.getOrDefault(of.id(), List.of()), of.settled() + before), found);
            }
        }
        rates.stream().filter(r -> Math.abs(r.vatCents() - tax(r)) > 0).forEach(r -> found.add(Sentence.of("invoice.diff.tax",
                new Percent(r.vatBp()), Money.of(r.vatCents()), Money.of(tax(r)))));
        doubles(invoice, found);
        uncovered(invoice, lines, rates, ordered, found);
        return found;
    }

    private void goods(InvoiceLine line, Ordered of, int before, Set<LocalDate> days, List<Sentence> found) {
        long net = of.netOf(line.pieces());
        if (Math.abs(net - line.netCents()) > line.pieces()) {
            found.add(Sentence.of("invoice.diff.price", of.item(), line.pieces(), Money.of(net), Money.of(line.netCents())));
        }
        int there = Math.max(0, of.unpaid() - before);
        if (line.pieces() > there) {
            found.add(Sentence.of("invoice.diff.not_received", of.item(), line.pieces(), there));
        }
        for (LocalDate day : days) {
            List<VatRate> rates = rates(day);
            if (!rates.isEmpty() && !rates.get(0).has(line.vatBp())) {
                found.add(Sentence.of("invoice.diff.rate", of.item(), new Percent(line.vatBp()), day, new Percent(rates.get(0).standardBp())));
                return;
            }
        }
    }

    /** The days of supply of a line: its own, else that of the invoice, else those of its receipts. */
    NavigableSet<LocalDate> days(Invoice invoice, InvoiceLine line, List<SupplyDays.Come> come, int after) {
        LocalDate named = line.suppliedOn() != null ? line.suppliedOn() : invoice.suppliedOn();
        return named == null ? SupplyDays.of(come, after, line.pieces()) : new TreeSet<>(Set.of(named));
    }

    /** What has come of lines of orders, in the order in which it came. */
    Map<Long, List<SupplyDays.Come>> come(Set<Long> orderLines) {
        return orderLines.isEmpty() ? Map.of() : Ask.of(em, SupplyDays.Come.class, """
                select x.orderLineId as orderLineId, d.receivedOn as day, x.quantity as pieces from DeliveryLine x
                join Delivery d on d.id = x.deliveryId where x.orderLineId in :lines order by d.receivedOn, x.id""").set("lines", orderLines).list()
                .stream().collect(Collectors.groupingBy(SupplyDays.Come::orderLineId));
    }

    private List<VatRate> rates(LocalDate day) {
        return em.createQuery("select r from VatRate r where r.validFrom <= :day order by r.validFrom desc", VatRate.class)
                .setParameter("day", day).setMaxResults(1).getResultList();
    }

    private static long tax(InvoiceVat rate) {
        return Math.floorDiv(Math.addExact(Math.multiplyExact(2 * rate.netCents(), (long) rate.vatBp()), 10_000L), 20_000L);
    }

    private void doubles(Invoice invoice, List<Sentence> found) {
        Ask.of(em, Near.class, """
                select v.no as no, v.invoicedOn as invoicedOn from Invoice v where v.supplierId = :supplier and v.authorityId = :authority
                and v.id <> :id and v.state <> :cancelled and v.kind = :kind and v.payableCents = :payable
                and v.invoicedOn between :from and :to order by v.id""").set("supplier", invoice.supplierId()).set("authority", invoice.authorityId())
                .set("id", invoice.id()).set("cancelled", InvoiceState.CANCELLED).set("kind", invoice.kind()).set("payable", invoice.payableCents())
                .set("from", invoice.invoicedOn().minusDays(NEAR)).set("to", invoice.invoicedOn().plusDays(NEAR)).first()
                .ifPresent(near -> found.add(Sentence.of("invoice.diff.double", near.no(), near.invoicedOn())));
    }

    private void uncovered(Invoice invoice, List<InvoiceLine> lines, List<InvoiceVat> rates, Map<Long, Ordered> ordered, List<Sentence> found) {
        Map<Long, Long> extra = new TreeMap<>();
        Map<Long, BudgetQueries.Named> budgets = new HashMap<>();
        Split.of(lines, rates, invoice.adjustmentCents()).forEach((id, share) -> {
            Ordered of = ordered.get(id);
            long held = of.priceCents() * Math.min(share.pieces(), of.quantity() - of.cancelled() - of.settled());
            long more = invoice.kind().sign() * share.grossCents() - (invoice.kind() == InvoiceKind.CREDIT_NOTE ? 0 : held);
            orders.shares(id, Money.of(more)).forEach((payer, part) -> {
                budgets.put(payer.id(), payer);
                extra.merge(payer.id(), part.cents(), Long::sum);
            });
        });
        extra.forEach((budget, cents) -> {
            long missing = cents - budgets.get(budget).availableCents();
            if (missing > 0) {
                found.add(Sentence.of("invoice.diff.uncovered", budgets.get(budget).label(), Money.of(missing)));
            }
        });
    }

    private Map<Long, Ordered> ordered(List<InvoiceLine> lines) {
        Set<Long> ids = lines.stream().map(InvoiceLine::orderLineId).filter(Objects::nonNull).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : Ask.of(em, Ordered.class, """
                select l.id as id, c.name as item, l.priceCents as priceCents, l.vatBp as vatBp, l.quantity as quantity, l.delivered as delivered,
                    l.cancelled as cancelled, l.settled as settled
                from OrderLine l join CatalogueItem c on c.id = l.itemId where l.id in :ids""").set("ids", ids).list().stream()
                .collect(Collectors.toMap(Ordered::id, o -> o));
    }
}
