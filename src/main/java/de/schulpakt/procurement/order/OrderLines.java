package de.schulpakt.procurement.order;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.device.Binding;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.request.Wish;
import de.schulpakt.procurement.request.Wishes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The door of the orders for what comes of their lines: goods and invoices. Runs inside the transaction of the receipt or of
 * the invoice, which asks the guard for the authority that it is told.
 */
@ApplicationScoped
public class OrderLines {
    @PersistenceContext
    EntityManager em;
    @Inject
    Steps steps;
    @Inject
    History history;
    @Inject
    Wishes wishes;
    @Inject
    LineMoney money;

    /**
     * A line of an order as receipts and invoices see it.
     *
     * @param settled pieces that approved invoices have paid
     * @param price   gross, for one piece, as ordered
     * @param warrantyMonths agreed for what comes, null: as its model says
     */
    public record Line(Long id, Long orderId, int lineNo, Long itemId, Long schoolId, Long roomId, int quantity, int delivered,
            int cancelled, int settled, Money price, int vatBp, Integer warrantyMonths) {
        /** Pieces that are still to come. */
        public int awaited() {
            return quantity - delivered - cancelled;
        }

        /** Pieces that have come and that no approved invoice has paid. */
        public int unpaid() {
            return delivered - settled;
        }

        /** Paid pieces that are not here: they wait for their replacement or a credit note. */
        public int owed() {
            return Math.max(0, settled - delivered);
        }

        /** Pieces that an invoice may still ask for, whether they have come or not. */
        public int payable() {
            return quantity - cancelled - settled;
        }
    }

    /** An order, locked. */
    public record Order(Ref ref, Long supplierId, Long authorityId, LocalDate orderedOn, List<Line> lines) {
        public Long id() {
            return ref.id();
        }

        public String no() {
            return ref.no();
        }
    }

    /**
     * What an approved invoice spends on a line.
     *
     * @param pieces     that it pays
     * @param amount     gross, below zero for a credit
     * @param suppliedOn day on which the goods came
     * @param source     what causes it
     */
    public record Spend(Long lineId, int pieces, Money amount, LocalDate suppliedOn, String source) {
    }

    /** The same taken back; by the id of a posting that spent, null if nothing was spent. */
    public record Back(Long lineId, int pieces, Long spendingId, String source) {
    }

    /** A cash discount that was taken on what was spent on a line, below zero: it is spent again; by the id of a posting that spent. */
    public record Discount(Long spendingId, Money amount, String source) {
    }

    /** Locks an order to which goods have come, and asks for the permission to receive them; refuses as {@link Steps#locked}. */
    public Order lock(long orderId) {
        PurchaseOrder order = steps.locked(PurchaseOrder.class, orderId, OrderAction.RECEIVE);
        return new Order(order.ref(), order.supplierId(), order.authorityId(), order.orderedOn(), of(order.id()).stream().map(OrderLines::line).toList());
    }

    /**
     * Pieces have come for the lines of a locked order: the order goes on, its requests too, the schools are told. The money stays
     * committed.
     *
     * @param pieces by the id of the line
     * @param seen   version of the order that the asker saw
     */
    public void arrive(Order locked, Map<Long, Integer> pieces, Integer seen, Said said) {
        PurchaseOrder order = Find.one(em, PurchaseOrder.class, locked.id());
        List<OrderLine> lines = of(order.id());
        int awaited = lines.stream().mapToInt(OrderLine::awaited).sum();
        var step = steps.on(order, awaited == pieces.values().stream().mapToInt(Integer::intValue).sum() ? OrderAction.COMPLETE
                : OrderAction.RECEIVE, seen);
        List<OrderLine> come = lines.stream().filter(l -> pieces.containsKey(l.id())).toList();
        come.forEach(l -> l.received(pieces.get(l.id())));
        order.expect(lines);
        List<Wish> wanted = wishes.lock(come.stream().map(OrderLine::requestItemId).toList());
        // a second part leaves the state as it was: who saw the order before it must notice
        em.lock(order, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        step.record(said);
        wishes.delivered(wanted, OrderAction.RECEIVE, order.ref());
    }

    /**
     * Pieces of a locked order are back at the supplier, or had never come: they are awaited again, and so the requests go on. No money moves.
     *
     * @param pieces by the id of the line
     * @param seen   version of the order that the asker saw
     */
    public void sendBack(Order locked, Map<Long, Integer> pieces, Integer seen, Said said) {
        PurchaseOrder order = Find.one(em, PurchaseOrder.class, locked.id());
        List<OrderLine> lines = of(order.id());
        int here = lines.stream().mapToInt(OrderLine::delivered).sum() - pieces.values().stream().mapToInt(Integer::intValue).sum();
        var step = steps.on(order, here == 0 ? OrderAction.RETURN_ALL : OrderAction.RETURN, seen);
        List<OrderLine> back = lines.stream().filter(l -> pieces.containsKey(l.id())).toList();
        back.forEach(l -> l.sentBack(pieces.get(l.id())));
        order.expect(lines);
        List<Wish> wanted = wishes.lock(back.stream().map(OrderLine::requestItemId).toList());
        em.lock(order, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        step.record(said);
        wishes.returned(wanted, step.action(), order.ref());
    }

    /** A piece of a locked order was exchanged, or the paper of a delivery put right: what is awaited stays as it is. */
    public void put(Order locked, OrderAction action, Integer seen, Said said) {
        PurchaseOrder order = Find.one(em, PurchaseOrder.class, locked.id());
        var step = steps.on(order, action, seen);
        em.lock(order, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        step.record(said);
    }

    /**
     * Paid pieces that are not here are credited and come no more; their orders must be locked.
     *
     * @param pieces by the id of the line; below zero takes such a credit back
     */
    public void credit(Map<Long, Integer> pieces, Said said) {
        Map<Long, OrderLine> lines = found(pieces.keySet());
        lines.forEach((id, line) -> line.credited(pieces.get(id)));
        List<Wish> wanted = wishes.lock(lines.values().stream().map(OrderLine::requestItemId).toList());
        for (Long id : orderIds(pieces.keySet())) {
            PurchaseOrder order = Find.one(em, PurchaseOrder.class, id);
            List<OrderLine> all = of(id);
            order.expect(all);
            boolean awaits = all.stream().anyMatch(l -> l.awaited() > 0);
            boolean here = all.stream().anyMatch(l -> l.delivered() > 0);
            boolean open = order.state() == OrderState.PLACED || order.state() == OrderState.PARTLY_DELIVERED;
            if (open != awaits) {
                OrderAction action = awaits ? OrderAction.UNCREDIT : here ? OrderAction.CREDIT : OrderAction.CREDIT_ALL;
                history.record(order.ref(), action, order.follow(action), said);
            }
            Set<Long> its = all.stream().map(OrderLine::requestItemId).collect(Collectors.toSet());
            wishes.givenUp(wanted.stream().filter(wish -> its.contains(wish.id())).toList(), order.ref());
        }
    }

    /** Locks the budgets of lines, for who has rows to write that point to them. */
    public void lockBudgets(Collection<Long> lineIds) {
        money.lock(found(lineIds).values());
    }

    /** Who pays a line. */
    public List<BudgetQueries.Named> payers(Long lineId) {
        return money.payers(Find.one(em, OrderLine.class, lineId));
    }

    /** How what these payers bought is bound, null if it is not. */
    public Binding binding(List<BudgetQueries.Named> payers) {
        return money.binding(payers);
    }

    /** Which of the payers of a line pays which part of an amount. */
    public Map<BudgetQueries.Named, Money> shares(Long lineId, Money amount) {
        return money.shares(Find.one(em, OrderLine.class, lineId), amount);
    }

    /** Which of the payers pays which part of pieces of a line at this gross price each, piece by piece. */
    public List<List<Devices.Payer>> parts(Long lineId, List<BudgetQueries.Named> payers, int pieces, Money price) {
        return money.pieces(Find.one(em, OrderLine.class, lineId), payers, pieces, price);
    }

    /** True if a gross unit price lies farther from the ordered one than a paying programme tolerates. */
    public boolean differs(Long lineId, Money price) {
        OrderLine line = Find.one(em, OrderLine.class, lineId);
        return money.differs(line, line.price(), price);
    }

    /** Locks the orders of these lines, the smallest id first, and reads the lines as they are then. */
    public Map<Long, Line> locked(Collection<Long> lineIds) {
        orderIds(lineIds).forEach(id -> Find.locked(em, PurchaseOrder.class, id));
        Map<Long, Line> lines = new LinkedHashMap<>();
        found(lineIds).forEach((id, line) -> lines.put(id, line(line)));
        return lines;
    }

    /** Refuses with {@link NotFound} if one of the lines does not exist. */
    public void requireAll(Collection<Long> lineIds) {
        found(lineIds);
    }

    /** The orders of these lines, with no line in them. */
    public List<Order> orders(Collection<Long> lineIds) {
        return orderIds(lineIds).stream().map(id -> Find.one(em, PurchaseOrder.class, id))
                .map(o -> new Order(o.ref(), o.supplierId(), o.authorityId(), o.orderedOn(), List.of())).toList();
    }

    /** Spends for an approved invoice; answers the posting for each line on which anything was spent. */
    public Map<Long, Long> spend(Collection<Spend> spends, String note) {
        Map<Long, OrderLine> lines = found(spends.stream().map(Spend::lineId).toList());
        Map<Long, Long> posted = new HashMap<>();
        money.spend(spends.stream().map(s -> new LineMoney.Spend(lines.get(s.lineId()), s.pieces(), s.amount(), s.suppliedOn(), s.source())).toList(),
                note).forEach((line, posting) -> posted.put(line.id(), posting));
        return posted;
    }

    /** Takes back what an invoice has spent. */
    public void takeBack(Collection<Back> backs, String reason) {
        Map<Long, OrderLine> lines = found(backs.stream().map(Back::lineId).toList());
        money.takeBack(backs.stream().map(b -> new LineMoney.Back(lines.get(b.lineId()), b.pieces(), b.spendingId(), b.source())).toList(), reason);
    }

    /** A cash discount flows back to who has paid, in proportion to what each has; or is spent again. The lines' orders must be locked. */
    public void discount(Collection<Discount> discounts) {
        money.discount(discounts);
    }

    private List<OrderLine> of(Long orderId) {
        return em.createQuery("select l from OrderLine l where l.orderId = :order order by l.lineNo", OrderLine.class)
                .setParameter("order", orderId).getResultList();
    }

    private Map<Long, OrderLine> found(Collection<Long> ids) {
        Map<Long, OrderLine> found = new TreeMap<>();
        if (!ids.isEmpty()) {
            em.createQuery("select l from OrderLine l where l.id in :ids", OrderLine.class).setParameter("ids", Set.copyOf(ids))
                    .getResultList().forEach(l -> found.put(l.id(), l));
        }
        ids.stream().filter(id -> !found.containsKey(id)).findFirst().ifPresent(id -> {
            throw new NotFound("OrderLine", id);
        });
        return found;
    }

    private List<Long> orderIds(Collection<Long> lineIds) {
        return lineIds.isEmpty() ? List.of() : em.createQuery("select distinct l.orderId from OrderLine l where l.id in :ids order by l.orderId",
                Long.class).setParameter("ids", Set.copyOf(lineIds)).getResultList();
    }

    private static Line line(OrderLine l) {
        return new Line(l.id(), l.orderId(), l.lineNo(), l.itemId(), l.schoolId(), l.roomId(), l.quantity(), l.delivered(), l.cancelled(),
                l.settled(), l.price(), l.vatBp(), l.warrantyMonths());
    }
}
