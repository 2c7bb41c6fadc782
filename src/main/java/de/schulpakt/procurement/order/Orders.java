package de.schulpakt.procurement.order;

import static de.schulpakt.identity.Permission.ORDER_PLACE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.SchoolAuthorities;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.catalogue.Article;
import de.schulpakt.procurement.catalogue.Articles;
import de.schulpakt.procurement.catalogue.CallOffs;
import de.schulpakt.procurement.request.RequestAction;
import de.schulpakt.procurement.request.Requests;
import de.schulpakt.procurement.request.Wish;
import de.schulpakt.procurement.request.Wishes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Orders: reserved money becomes a commitment, what does not come is freed. Amounts gross unless said otherwise.
 */
@UseCases
public class Orders {
    /** Lines that one order holds. */
    public static final int MOST_LINES = 200;
    /** Orders of so many months are looked at together. */
    private static final int SPLIT_MONTHS = 12;
    /** Years: what lies farther away is a slip of the hand. */
    private static final int FAR = 5;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    SchoolAuthorities authorities;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    OrderQueries queries;
    @Inject
    Wishes wishes;
    @Inject
    Articles articles;
    @Inject
    CallOffs callOffs;
    @Inject
    Devices devices;
    @Inject
    LineMoney money;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    Duties duties;
    @Inject
    Steps steps;
    @Inject
    Actor actor;

    /**
     * Orders approved lines from one supplier and commits their money (source {@code order_line:id}). A second call with a
     * line that is already ordered changes nothing.
     *
     * @return id of the order
     * @throws Refused {@code order.item_not_open} for a line without reserved money (already ordered, cancelled),
     *                 {@code order.other_supplier}, {@code order.one_authority}, {@code item.inactive}, {@code item.expired},
     *                 {@code order.expected_past}, {@code order.award_needed} above the direct-award limit of the paying
     *                 programme (net, a rule with its source), {@code contract.closed} and {@code contract.exceeded} beyond term or
     *                 volume of a framework contract that refuses, {@code budget.not_enough} if a higher price does not fit,
     *                 {@code duty.price} if a price differs from the request's by more than the programme tolerates and the
     *                 asker approved the request
     */
    public Long place(@Valid Place cmd) {
        articles.requireSupplier(cmd.supplierId());
        List<Wish> wanted = wishes.lock(cmd.requestItemIds());
        wanted.forEach(w -> guard.require(ORDER_PLACE, w.schoolId()));
        Long authorityId = authority(wanted);
        refuseWrongDay(cmd.expectedOn());
        Map<Long, Long> contracts = callOffs.lock(wanted.stream().map(Wish::itemId).toList());
        PurchaseOrder order = new PurchaseOrder(numbers.next("V"), authorityId, cmd, clock.today(), clock.now());
        em.persist(order);
        em.flush();
        Map<OrderLine, Wish> lines = new LinkedHashMap<>();
        for (Wish wish : wanted) {
            lines.put(line(order, cmd, lines.size() + 1, wish, contracts.get(wish.itemId())), wish);
        }
        em.flush();
        Said doubt = refuseWithoutAward(order, cmd, lines);
        Said beyond = callOffs.check(contracts.values());
        history.record(order.ref(), OrderAction.PLACE, Said.all(Stream.concat(doubt.facts().stream(), beyond.facts().stream()).toList()));
        wishes.ordered(wanted, OrderAction.PLACE, order.ref());
        money.commit(lines);
        return order.id();
    }

    /**
     * What is still awaited will not come: its money is free again; what has come stays committed until its invoice is approved.
     * An order of which nothing has come is cancelled.
     *
     * @throws Refused {@code order.owed} for paid pieces that went back to the supplier: they wait for their replacement or a credit note
     */
    public void cancelRest(long id, @Valid CancelRest cmd) {
        PurchaseOrder order = steps.locked(PurchaseOrder.class, id, OrderAction.CANCEL);
        var step = steps.on(order, order.state() == OrderState.PLACED ? OrderAction.CANCEL : OrderAction.CANCEL_REST, cmd.version());
        List<OrderLine> open = lines(order.id()).stream().filter(l -> l.awaited() > 0).toList();
        open.forEach(line -> refuseOwed(line, line.awaited()));
        Map<OrderLine, String> changes = new LinkedHashMap<>();
        for (OrderLine line : open) {
            OrderChange change = new OrderChange(line.id(), -line.awaited(), cmd.reason(), actor.name(), clock.now());
            em.persist(change);
            em.flush();
            changes.put(line, change.source());
            line.cancelRest();
        }
        step.record(Said.words(cmd.reason()));
        wishes.givenUp(wanted(open), order.ref());
        money.follow(changes, cmd.reason());
    }

    /**
     * Changes an order with a reason: the goods are expected on another day, or fewer pieces of some lines come. The money of those that
     * do not come is free again; who gives up all that is awaited cancels the rest ({@link #cancelRest}).
     *
     * @throws Refused {@code order.expected_past}, {@code order.expected_far}, {@code order.less_than_awaited} for more pieces than are
     *                 awaited, {@code order.owed} for paid ones that went back, {@code order.nothing_left} if nothing would be awaited any more, {@code order.nothing_changed}
     */
    public void change(long id, @Valid Change cmd) {
        var step = steps.begin(PurchaseOrder.class, id, OrderAction.CHANGE, cmd.version());
        PurchaseOrder order = step.subject();
        // only lines may differ afterwards: who saw the order before, or sends this twice, must notice
        em.lock(order, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        Said said = Said.NOTHING;
        if (!Objects.equals(order.expectedOn(), cmd.expectedOn())) {
            refuseWrongDay(cmd.expectedOn());
            said = said.and("said.expected", order.expectedOn() == null ? "–" : order.expectedOn(), cmd.expectedOn() == null ? "–" : cmd.expectedOn());
            order.expect(cmd.expectedOn());
        }
        List<OrderLine> lines = lines(order.id());
        Map<OrderLine, String> changes = new LinkedHashMap<>();
        for (Less less : cmd.less()) {
            OrderLine line = lines.stream().filter(l -> l.id().equals(less.orderLineId())).findFirst()
                    .orElseThrow(() -> new NotFound("OrderLine", less.orderLineId()));
            if (less.pieces() > line.awaited()) {
                throw new Refused("order.less_than_awaited", line.lineNo(), less.pieces(), line.awaited());
            }
            refuseOwed(line, less.pieces());
            OrderChange change = new OrderChange(line.id(), -less.pieces(), cmd.reason(), actor.name(), clock.now());
            em.persist(change);
            em.flush();
            line.cancel(less.pieces());
            if (changes.put(line, change.source()) != null) {
                throw new Refused("order.line_twice", line.lineNo());
            }
            said = said.and("said.less", line.lineNo(), less.pieces());
        }
        if (said.facts().isEmpty()) {
            throw new Refused("order.nothing_changed", order.no());
        }
        if (lines.stream().allMatch(l -> l.awaited() == 0)) {
            throw new Refused("order.nothing_left", order.no());
        }
        step.record(said.andWords(cmd.reason()));
        wishes.givenUp(wanted(List.copyOf(changes.keySet())), order.ref());
        money.follow(changes, cmd.reason());
    }

    /** What is paid and went back waits for its replacement or a credit note; it is not simply given up. */
    private static void refuseOwed(OrderLine line, int pieces) {
        if (pieces > line.awaited() - line.owed()) {
            throw new Refused("order.owed", line.lineNo(), line.owed());
        }
    }

    /**
     * Others pay a line, before or after its invoice: what is committed and what was spent on it moves by counter-postings (sources {@code
     * order_change:id} and those of the invoice), its devices are paid and bound as the new payers are. Cancelling an invoice or taking a
     * cash discount goes by the new payers.
     *
     * @throws Refused {@code request.budget_unfit}, {@code request.payer_twice}, {@code request.payers_sum}, {@code request.payer_nothing},
     *                 {@code request.payers_same}, {@code budget.not_enough}, {@code budget.period_over} if the goods came after the approval
     *                 period of a new payer
     */
    public void repay(long id, @Valid Repay cmd) {
        var step = steps.begin(PurchaseOrder.class, id, OrderAction.REPAY, cmd.version());
        PurchaseOrder order = step.subject();
        em.lock(order, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        OrderLine line = lines(order.id()).stream().filter(l -> l.id().equals(cmd.orderLineId())).findFirst()
                .orElseThrow(() -> new NotFound("OrderLine", cmd.orderLineId()));
        wishes.lock(List.of(line.requestItemId()));
        Wishes.Repaid repaid = wishes.repay(line.requestItemId(), cmd.payFrom().stream()
                .map(p -> new Requests.PayFrom(line.requestItemId(), p.budgetId(), p.amountCents(), p.shareBp())).toList(), order.ref());
        OrderChange change = new OrderChange(line.id(), 0, cmd.reason(), actor.name(), clock.now());
        em.persist(change);
        em.flush();
        step.record(Said.that("said.line", line.lineNo()).and(repaid.said()).andWords(cmd.reason()));
        line.paidUnder(repaid.wish().budgetId());
        money.repay(line, repaid.wish().payers(), change.source(), cmd.reason());
    }

    private void refuseWrongDay(LocalDate expectedOn) {
        if (expectedOn != null && expectedOn.isBefore(clock.today())) {
            throw new Refused("order.expected_past", expectedOn);
        }
        if (expectedOn != null && expectedOn.isAfter(clock.today().plusYears(FAR))) {
            throw new Refused("order.expected_far", expectedOn, FAR);
        }
    }

    private Long authority(List<Wish> wanted) {
        Set<Long> found = new HashSet<>();
        wanted.stream().map(Wish::schoolId).distinct().forEach(s -> found.add(authorities.authorityOf(s)));
        if (found.size() != 1 || found.contains(null)) {
            throw new Refused("order.one_authority");
        }
        return found.iterator().next();
    }

    private OrderLine line(PurchaseOrder order, Place cmd, int no, Wish wish, Long contract) {
        Article item = articles.one(wish.itemId());
        if (!wish.open()) {
            throw new Refused("order.item_not_open", item.name(), wish.requestNo());
        }
        if (!item.supplierId().equals(cmd.supplierId())) {
            throw new Refused("order.other_supplier", item.name(), wish.requestNo());
        }
        item.refuseUnlessOffered(clock.today());
        Money price = Boolean.TRUE.equals(cmd.currentPrices()) ? item.price() : wish.price();
        OrderLine line = new OrderLine(order.id(), no, wish, price, item.vatBp(), contract);
        if (money.differs(wish, price)) {
            duties.secondForPrice(wish.request(), List.of(RequestAction.APPROVE, RequestAction.APPROVE_PART), item.name(), wish.price(), price);
        }
        em.persist(line);
        return line;
    }

    /**
     * The estimate of an order is its total without tax; above the limit of any paying programme the award file is named.
     *
     * @return what is to be said because the limit is not verified and so refuses nothing
     */
    private Said refuseWithoutAward(PurchaseOrder order, Place cmd, Map<OrderLine, Wish> lines) {
        if (cmd.awardReference() != null && !cmd.awardReference().isBlank()) {
            return Said.NOTHING;
        }
        Money net = Money.ZERO;
        Map<Long, BudgetQueries.Named> payers = new TreeMap<>();
        for (Map.Entry<OrderLine, Wish> line : lines.entrySet()) {
            net = net.plus(line.getKey().net());
            money.payers(line.getValue()).stream().filter(payer -> !payer.own()).forEach(payer -> payers.put(payer.id(), payer));
        }
        Money estimate = net;
        List<ProgrammeQueries.Limit> limits = payers.values().stream()
                .flatMap(b -> programmes.directAwardLimits(b.programmeId(), b.category()).stream()).toList();
        List<ProgrammeQueries.Limit> exceeded = limits.stream().filter(l -> estimate.compareTo(l.amount()) > 0)
                .sorted(Comparator.comparing(ProgrammeQueries.Limit::verified).reversed().thenComparing(ProgrammeQueries.Limit::amount)).toList();
        if (exceeded.isEmpty()) {
            return split(order, lines.keySet(), limits);
        }
        ProgrammeQueries.Limit limit = exceeded.get(0);
        if (limit.verified()) {
            throw new Refused("order.award_needed", net, limit.amount());
        }
        return Said.that("order.award_needed", net, limit.amount()).and("funding.warns", limit.source());
    }

    /**
     * Several orders of twelve months from one supplier, each below the limit and together above it: that is said and refuses nothing,
     * because only people know whether they belong together. What calls a framework contract off was awarded with it.
     */
    private Said split(PurchaseOrder order, Collection<OrderLine> lines, List<ProgrammeQueries.Limit> limits) {
        Optional<ProgrammeQueries.Limit> lowest = limits.stream().min(Comparator.comparing(ProgrammeQueries.Limit::amount));
        Money now = lines.stream().filter(l -> l.contractId() == null).map(OrderLine::net).reduce(Money.ZERO, Money::plus);
        if (lowest.isEmpty() || now.compareTo(Money.ZERO) <= 0) {
            return Said.NOTHING;
        }
        Money before = Ask.of(em, Earlier.class, """
                select l.vatBp as vatBp, sum((l.quantity - l.cancelled) * l.priceCents) as cents from OrderLine l join PurchaseOrder o on o.id = l.orderId
                where o.supplierId = :supplier and o.authorityId = :authority and o.orderedOn >= :since and o.awardReference is null and o.id <> :order
                and l.contractId is null group by l.vatBp""").set("supplier", order.supplierId()).set("authority", order.authorityId())
                .set("since", clock.today().minusMonths(SPLIT_MONTHS)).set("order", order.id()).list().stream()
                .map(e -> Money.of(e.cents()).net(e.vatBp())).reduce(Money.ZERO, Money::plus);
        Money all = before.plus(now);
        return before.compareTo(Money.ZERO) > 0 && all.compareTo(lowest.get().amount()) > 0 ? Said.that("order.split", all, lowest.get().amount()) : Said.NOTHING;
    }

    /** What earlier orders come to at one rate of tax, gross. */
    record Earlier(Integer vatBp, Long cents) {
    }

    private List<Wish> wanted(List<OrderLine> lines) {
        return wishes.lock(lines.stream().map(OrderLine::requestItemId).toList());
    }

    private List<OrderLine> lines(Long orderId) {
        return em.createQuery("select l from OrderLine l where l.orderId = :order order by l.lineNo", OrderLine.class)
                .setParameter("order", orderId).getResultList();
    }

    /**
     * Orders approved lines from one supplier.
     *
     * @param requestItemIds ids of lines of approved requests of schools of one authority
     * @param expectedOn     day on which the supplier promises the goods, may be null
     * @param awardReference file of the award procedure; required above the direct-award limit
     * @param currentPrices  true: order at the prices that stand in the catalogue now; otherwise at those of the requests
     */
    public record Place(@NotNull Long supplierId, @NotEmpty @Size(max = MOST_LINES) List<@NotNull Long> requestItemIds,
            LocalDate expectedOn, @Size(max = 80) String awardReference, Boolean currentPrices) {
        /** At the prices of the requests. */
        public Place(Long supplierId, List<Long> requestItemIds, LocalDate expectedOn, String awardReference) {
            this(supplierId, requestItemIds, expectedOn, awardReference, false);
        }
    }

    /**
     * An order is changed.
     *
     * @param expectedOn day on which the goods are expected now, null for none
     * @param less       lines of which pieces will not come
     */
    public record Change(@NotNull Integer version, LocalDate expectedOn, @Size(max = MOST_LINES) List<@NotNull @Valid Less> less,
            @NotBlank @Size(max = 2000) String reason) {
        /** Absent lines are none. */
        public Change {
            less = less == null ? List.of() : less;
        }
    }

    /** Others pay a line, for a reason that stands in the ledger. */
    public record Repay(@NotNull Integer version, @NotNull Long orderLineId, @NotEmpty @Size(max = 20) List<@NotNull @Valid PayFrom> payFrom,
            @NotBlank @Size(max = 1000) String reason) {
    }

    /**
     * Which budget pays a part of a line: an amount of what was asked for, a share in basis points, or what the others leave over.
     *
     * @param amountCents gross, null if a share is given or the rest is meant
     */
    public record PayFrom(@NotNull Long budgetId, @Positive @Max(1_000_000_000_000L) Long amountCents, @Min(1) @Max(10_000) Integer shareBp)
            implements Serializable {
    }

    /** So many awaited pieces of a line will not come. */
    public record Less(@NotNull Long orderLineId, @NotNull @Positive Integer pieces) {
    }

    /** What is still awaited of an order will not come; its money is free again. */
    public record CancelRest(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }
}
