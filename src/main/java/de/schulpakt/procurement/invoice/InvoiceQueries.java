package de.schulpakt.procurement.invoice;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Questions about invoices. An invoice belongs to an authority: who sees only single schools sees none. */
@Queries
public class InvoiceQueries {
    private static final int MOST_LINES = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    BudgetQueries budgets;
    @Inject
    Guard guard;
    @Inject
    Duties duties;
    @Inject
    History history;
    @Inject
    Differences differences;

    /**
     * One invoice with lines, tax, what it has spent, and what does not fit as long as it is not approved.
     *
     * @throws NotFound if there is none or its authority is not the asker's
     */
    public View view(Long id) {
        Head head = Ask.of(em, Head.class, """
                select v.no as no, v.kind as kind, v.state as state, s.id as supplierId, s.name as supplier, a.id as authorityId, a.name as authority,
                    v.deliveryId as deliveryId, v.invoicedOn as invoicedOn, v.suppliedOn as suppliedOn, v.dueOn as dueOn, v.paidOn as paidOn,
                    v.netCents as netCents, v.totalCents as totalCents, v.roundingCents as roundingCents, v.prepaidCents as prepaidCents,
                    v.payableCents as payableCents, v.discountBp as discountBp, v.discountUntil as discountUntil, v.discountCents as discountCents,
                    v.explanation as explanation, v.reference as reference, v.version as version_
                from Invoice v join Supplier s on s.id = v.supplierId join Authority a on a.id = v.authorityId where v.id = :id""").set("id", id)
                .one().orElseThrow(() -> new NotFound("Invoice", id));
        guard.requireAuthority(ORDER_VIEW, head.authorityId());
        boolean open = head.state() == InvoiceState.CAPTURED || head.state() == InvoiceState.CHECKED;
        List<Sentence> unfit = open ? differences.of(em.find(Invoice.class, id), em.createQuery(
                "select l from InvoiceLine l where l.invoiceId = :id order by l.lineNo", InvoiceLine.class).setParameter("id", id).getResultList(),
                em.createQuery("select v from InvoiceVat v where v.invoiceId = :id order by v.vatBp", InvoiceVat.class).setParameter("id", id)
                        .getResultList()) : List.of();
        Set<InvoiceAction> actions = guard.actionsOfAuthority(InvoiceFlow.FLOW, head.state(), head.authorityId());
        Map<InvoiceAction, InvoiceAction> apart = duties.withhold(new Ref("Invoice", id, head.no()), InvoiceFlow.FLOW, actions);
        return new View(id, head.no(), head.kind(), head.state(), head.supplierId(), head.supplier(), head.authorityId(), head.authority(),
                head.deliveryId(), head.invoicedOn(), head.suppliedOn(), head.dueOn(), head.paidOn(), head.netCents(), head.totalCents(),
                head.roundingCents(), head.prepaidCents(), head.payableCents(), head.discountBp(), head.discountUntil(), head.discountCents(), head.explanation(), head.reference(), lines(id), rates(id), parts(id),
                unfit, actions, apart, head.version(), history.of("Invoice", id));
    }

    /**
     * What of an order can be put into an invoice: its lines with what has come and is not paid, and what is paid, for a credit note; beside it the lines of
     * other orders of the same supplier and authority, because one invoice may speak of several.
     *
     * @throws NotFound if there is no such order or its authority is not the asker's
     */
    public Billable billable(Long orderId) {
        Billable.Head head = Ask.of(em, Billable.Head.class, """
                select o.no as no, o.supplierId as supplierId, s.name as supplier, o.authorityId as authorityId from PurchaseOrder o
                join Supplier s on s.id = o.supplierId where o.id = :id""").set("id", orderId).one().orElseThrow(() -> new NotFound("Order", orderId));
        guard.requireAuthority(DELIVERY_RECEIVE, head.authorityId());
        return new Billable(orderId, head.no(), head.supplierId(), head.supplier(), head.authorityId(), Ask.of(em, Billable.Line.class, """
                select l.id as id, l.lineNo as lineNo, c.name as article, s.name as school, l.quantity as quantity, l.delivered as delivered,
                    l.settled as settled, l.cancelled as cancelled, l.priceCents as priceCents, l.vatBp as vatBp
                from OrderLine l join CatalogueItem c on c.id = l.itemId join School s on s.id = l.schoolId where l.orderId = :order order by l.lineNo""")
                .set("order", orderId).list(), assignable(head.authorityId(), head.supplierId(), -1L, orderId));
    }

    /**
     * The invoices that speak of lines of an order, the oldest first.
     *
     * @throws NotFound if there is no such order or its authority is not the asker's
     */
    public List<OfOrder> ofOrder(Long orderId) {
        guard.requireAuthority(ORDER_VIEW, Ask.of(em, Long.class, "select o.authorityId from PurchaseOrder o where o.id = :id").set("id", orderId)
                .one().orElseThrow(() -> new NotFound("Order", orderId)));
        return Ask.of(em, OfOrder.class, """
                select v.id as id, v.no as no, v.kind as kind, v.state as state, v.invoicedOn as invoicedOn, v.payableCents as payableCents
                from Invoice v where exists (select 1 from InvoiceLine n, OrderLine l where n.invoiceId = v.id and l.id = n.orderLineId
                    and l.orderId = :order) order by v.id""").set("order", orderId).list();
    }

    /**
     * One of these authorities.
     *
     * @throws NotFound if there is none or it is not the asker's
     */
    public AddressOf address(Long authorityId) {
        if (authorityId == null) {
            throw new NotFound("Authority", authorityId);
        }
        guard.requireAuthority(DELIVERY_RECEIVE, authorityId);
        return addresses().stream().filter(a -> a.authorityId().equals(authorityId)).findFirst().orElseThrow(() -> new NotFound("Authority", authorityId));
    }

    /** Asks that somebody may write down invoices at all. */
    public List<AddressOf> mayRead() {
        guard.require(DELIVERY_RECEIVE);
        return addresses();
    }

    /** The authorities for which the asker receives, with their Leitweg-IDs. */
    public List<AddressOf> addresses() {
        guard.require(ORDER_VIEW);
        return Ask.of(em, AddressOf.class, """
                select a.id as authorityId, a.name as authority, b.leitwegId as leitwegId, b.version as version_ from Authority a
                left join BillingAddress b on b.authorityId = a.id order by a.name, a.id""").list().stream()
                .filter(a -> guard.mayAuthority(DELIVERY_RECEIVE, a.authorityId())).toList();
    }

    /**
     * The lines of orders to which a line of the invoice can be assigned: those of its supplier that are not paid, the newest first, then those of which
     * pieces are paid: for a credit note, or what is charged later.
     *
     * @throws NotFound if there is no such invoice or its authority is not the asker's
     */
    public List<Assignable> assignable(Long invoiceId) {
        Where where = Ask.of(em, Where.class, "select v.authorityId as authorityId, v.supplierId as supplierId from Invoice v where v.id = :id")
                .set("id", invoiceId).one().orElseThrow(() -> new NotFound("Invoice", invoiceId));
        guard.requireAuthority(DELIVERY_RECEIVE, where.authorityId());
        return assignable(where.authorityId(), where.supplierId(), invoiceId, -1L);
    }

    private List<Assignable> assignable(Long authority, Long supplier, Long invoice, Long exceptOrder) {
        return Ask.of(em, Assignable.class, """
                select l.id as id, o.no as orderNo, l.lineNo as lineNo, c.name as article, l.quantity - l.settled - l.cancelled as open, l.settled as settled
                from OrderLine l join PurchaseOrder o on o.id = l.orderId
                join CatalogueItem c on c.id = l.itemId where o.authorityId = :authority and o.supplierId = :supplier and o.id <> :except
                and (l.quantity > l.settled + l.cancelled or l.settled > 0 or exists (select 1 from InvoiceLine n where n.invoiceId = :id and n.orderLineId = l.id))
                order by case when l.quantity > l.settled + l.cancelled then 0 else 1 end, o.id desc, l.lineNo""").set("authority", authority)
                .set("supplier", supplier).set("except", exceptOrder).set("id", invoice).list(MOST_LINES);
    }

    private List<View.Line> lines(Long id) {
        return Ask.of(em, View.Line.class, """
                select n.lineNo as lineNo, n.kind as kind, n.text as text, n.pieces as pieces, n.netCents as netCents, n.vatBp as vatBp,
                    n.suppliedOn as suppliedOn, n.orderLineId as orderLineId, o.id as orderId, o.no as orderNo, c.name as article, s.name as school,
                    l.quantity as quantity, l.delivered as delivered, l.settled as settled
                from InvoiceLine n left join OrderLine l on l.id = n.orderLineId left join PurchaseOrder o on o.id = l.orderId
                left join CatalogueItem c on c.id = l.itemId left join School s on s.id = l.schoolId where n.invoiceId = :id order by n.lineNo""")
                .set("id", id).list();
    }

    private List<View.Vat> rates(Long id) {
        return Ask.of(em, View.Vat.class, "select v.vatBp as vatBp, v.netCents as netCents, v.vatCents as vatCents from InvoiceVat v"
                + " where v.invoiceId = :id order by v.vatBp").set("id", id).list();
    }

    /** The parts; what each has spent stands in the ledger under its own cause, those of its cash discounts, and that of its way back. */
    private List<View.Part> parts(Long id) {
        List<Spent> spent = Ask.of(em, Spent.class, """
                select p.id as id, p.orderLineId as orderLineId, o.id as orderId, o.no as orderNo, l.lineNo as lineNo, c.name as article, p.pieces as pieces,
                    p.grossCents as grossCents, p.discountCents as discountCents, l.budgetId as budgetId, p.spendingId as postingId
                from InvoicePart p join OrderLine l on l.id = p.orderLineId join PurchaseOrder o on o.id = l.orderId
                join CatalogueItem c on c.id = l.itemId where p.invoiceId = :id order by p.id""").set("id", id).list();
        if (spent.isEmpty()) {
            return List.of();
        }
        Map<Long, String> own = budgets.causes(spent.stream().map(Spent::postingId).filter(Objects::nonNull).toList());
        Map<Long, List<String>> causes = new HashMap<>();
        spent.stream().filter(s -> s.postingId() != null).forEach(s -> causes.computeIfAbsent(s.id(), k -> new ArrayList<>())
                .addAll(List.of(own.get(s.postingId()), "invoice_back:" + s.id())));
        Ask.of(em, Off.class, "select d.id as id, d.invoicePartId as part from InvoiceDiscount d join InvoicePart p on p.id = d.invoicePartId where p.invoiceId = :id")
                .set("id", id).list().forEach(d -> causes.computeIfAbsent(d.part(), k -> new ArrayList<>()).add("invoice_discount:" + d.id()));
        Map<String, BudgetQueries.Shares> shares = budgets.shares(causes.values().stream().flatMap(List::stream).toList());
        return spent.stream().map(s -> s.part(causes.getOrDefault(s.id(), List.of()).stream().map(shares::get).filter(Objects::nonNull)
                .reduce(new BudgetQueries.Shares(0, 0), BudgetQueries.Shares::plus))).toList();
    }

    /** A part as it is read. */
    private record Spent(Long id, Long orderLineId, Long orderId, String orderNo, Integer lineNo, String article, Integer pieces, Long grossCents, Long discountCents,
            Long budgetId, Long postingId) {
        View.Part part(BudgetQueries.Shares shares) {
            return new View.Part(orderLineId, orderId, orderNo, lineNo, article, pieces, grossCents, discountCents, shares.eligibleCents(),
                    shares.ineligibleCents(), budgetId, postingId);
        }
    }

    /** A cash discount on a part. */
    private record Off(Long id, Long part) {
    }

    /** The invoice itself. */
    private record Head(String no, InvoiceKind kind, InvoiceState state, Long supplierId, String supplier, Long authorityId, String authority,
            Long deliveryId, LocalDate invoicedOn, LocalDate suppliedOn, LocalDate dueOn, LocalDate paidOn, Long netCents, Long totalCents,
            Long roundingCents, Long prepaidCents, Long payableCents, Integer discountBp, LocalDate discountUntil, Long discountCents, String explanation,
            String reference, Integer version) {
    }

    /**
     * An invoice whole. Amounts as printed; those of a credit note are above zero.
     *
     * @param deliveryId   delivery with which it was booked in one step, null otherwise
     * @param payableCents total + rounding - what was paid before
     * @param discountBp   cash discount that its terms offer until discountUntil, null for none; discountCents is what was taken
     * @param parts        what it has spent on lines of orders, below zero for a credit note; kept when it is cancelled
     * @param differences  what does not fit order, receipt, tax or money; empty once it is approved
     * @param apart        what the asker may not do because of what the asker did
     */
    public record View(Long id, String no, InvoiceKind kind, InvoiceState state, Long supplierId, String supplier, Long authorityId,
            String authority, Long deliveryId, LocalDate invoicedOn, LocalDate suppliedOn, LocalDate dueOn, LocalDate paidOn, Long netCents,
            Long totalCents, Long roundingCents, Long prepaidCents, Long payableCents, Integer discountBp, LocalDate discountUntil, Long discountCents,
            String explanation, String reference, List<Line> lines,
            List<Vat> vat, List<Part> parts, List<Sentence> differences, Set<InvoiceAction> actions, Map<InvoiceAction, InvoiceAction> apart,
            Integer version, List<HistoryEntry> timeline) {
        /** A line as it is printed; what belongs to the line of the order is null if it has none. */
        public record Line(Integer lineNo, LineKind kind, String text, Integer pieces, Long netCents, Integer vatBp, LocalDate suppliedOn,
                Long orderLineId, Long orderId, String orderNo, String article, String school, Integer quantity, Integer delivered,
                Integer settled) {
        }

        /** The tax of one rate. */
        public record Vat(Integer vatBp, Long netCents, Long vatCents) {
        }

        /** What positions have paid of it, less the cash discount. */
        public long eligibleCents() {
            return parts.stream().mapToLong(Part::eligibleCents).sum();
        }

        /** What own money has paid beside it. */
        public long ineligibleCents() {
            return parts.stream().mapToLong(Part::ineligibleCents).sum();
        }

        /**
         * What was spent on a line of an order; the posting is null for nothing.
         *
         * @param eligibleCents   what positions paid of it, less the cash discount that was taken: eligible expenditure
         * @param ineligibleCents what own money paid beside it; both together are gross less discount, also after others pay
         */
        public record Part(Long orderLineId, Long orderId, String orderNo, Integer lineNo, String article, Integer pieces, Long grossCents, Long discountCents,
                Long eligibleCents, Long ineligibleCents, Long budgetId, Long postingId) {
        }
    }

    /** Whose invoice it is. */
    private record Where(Long authorityId, Long supplierId) {
    }

    /** An authority and the Leitweg-ID under which it is sent electronic invoices, null for none. */
    public record AddressOf(Long authorityId, String authority, String leitwegId, Integer version) {
    }

    /**
     * A line of an order to which a line of an invoice can be assigned.
     *
     * @param open    pieces that are not paid
     * @param settled pieces that are paid
     */
    public record Assignable(Long id, String orderNo, Integer lineNo, String article, Integer open, Integer settled) {
    }

    /**
     * An invoice that speaks of an order.
     *
     * @param payableCents as printed, for all orders that it speaks of
     */
    public record OfOrder(Long id, String no, InvoiceKind kind, InvoiceState state, LocalDate invoicedOn, Long payableCents) {
    }

    /**
     * An order as an invoice for it sees it.
     *
     * @param others lines of other orders of the same supplier and authority
     */
    public record Billable(Long orderId, String orderNo, Long supplierId, String supplier, Long authorityId, List<Line> lines, List<Assignable> others) {
        /** The order itself. */
        private record Head(String no, Long supplierId, String supplier, Long authorityId) {
        }

        /**
         * A line of it.
         *
         * @param settled    pieces that approved invoices have paid
         * @param priceCents gross unit price ordered
         */
        public record Line(Long id, Integer lineNo, String article, String school, Integer quantity, Integer delivered, Integer settled,
                Integer cancelled, Long priceCents, Integer vatBp) {
            /** Pieces that have come and are not paid; all that are ordered and not paid if none has come. */
            public int open() {
                return delivered > settled ? delivered - settled : quantity - cancelled - settled;
            }

            /** Net amount of so many pieces at the ordered price. */
            public Long netCents(int pieces) {
                return Money.of(priceCents).times(pieces).net(vatBp).cents();
            }
        }
    }
}
