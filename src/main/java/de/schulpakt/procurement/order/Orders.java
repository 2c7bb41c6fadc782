package de.schulpakt.procurement.order;

import static de.schulpakt.identity.Permission.ORDER_PLACE;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.rule.CalledOff;
import de.schulpakt.funding.rule.RuleChecks;
import de.schulpakt.funding.rule.RuleStage;
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
import de.schulpakt.procurement.award.AwardDoor;
import de.schulpakt.procurement.catalogue.Article;
import de.schulpakt.procurement.catalogue.Articles;
import de.schulpakt.procurement.catalogue.CallOffs;
import de.schulpakt.procurement.request.RequestAction;
import de.schulpakt.procurement.request.Requests;
import de.schulpakt.procurement.request.RequestState;
import de.schulpakt.procurement.request.Wish;
import de.schulpakt.procurement.request.Wishes;
import jakarta.enterprise.event.Event;
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
import java.time.Instant;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Orders: reserved money becomes a commitment, what does not come is freed. Amounts gross unless said otherwise.
 */
@UseCases
public class Orders {
    /** Lines that one order holds. */
    public static final int MOST_LINES = 200;
    /** Years: what lies farther away is a slip of the hand. */
    private static final int FAR = 5;
    /** Lines that one entry of the history names at most. */
    private static final int SAID = 20;

    @PersistenceContext
    EntityManager em;
    @Inject
    RuleChecks rules;
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
    Requests requests;
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
    AwardDoor awards;
    @Inject
    Splitting splitting;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    Duties duties;
    @Inject
    Steps steps;
    @Inject
    Actor actor;
    @Inject
    Event<PaidAnew> paidAnew;

    /** A line is paid by other budgets than before: what came for it, too. The budget is the one under whose rules it stands. */
    public record PaidAnew(Long orderLineId, Long budgetId, String reason) {
    }

    /**
     * Orders approved lines from one supplier and commits their money (source {@code order_line:id}). A second call with a
     * line that is already ordered changes nothing.
     *
     * @return id of the order
     * @throws Refused {@code order.item_not_open} for a line without reserved money (already ordered, cancelled),
     *                 {@code order.other_supplier}, {@code order.one_authority}, {@code item.inactive}, {@code item.expired},
     *                 {@code order.expected_past}, {@code order.award_needed} above the direct-award limit of the paying
     *                 programme (net, a rule with its source; what calls a valid framework contract off was awarded with it and does not count), {@code contract.closed} and {@code contract.exceeded} beyond term or
     *                 volume of a framework contract that refuses, {@code award.not_decided}, {@code award.other_supplier} and
     *                 {@code award.other_programme} for an award file that does not stand for it, {@code award.beyond_limit} for what goes beyond it by
     *                 more than may be ordered without, {@code budget.not_enough} if a higher price does not fit,
     *                 {@code duty.price} if a price differs from the request's by more than the programme tolerates and the
     *                 asker approved the request
     */
    public Long place(@Valid Place cmd) {
        return place(cmd, null);
    }

    /** @param taken number of the order if it is taken already: nobody waits for it who holds budgets; else null */
    private Long place(Place cmd, String taken) {
        articles.requireSupplier(cmd.supplierId());
        List<Wish> wanted = wishes.lock(cmd.requestItemIds());
        wanted.forEach(w -> guard.require(ORDER_PLACE, w.schoolId()));
        Long authorityId = authority(wanted);
        refuseWrongDay(cmd.expectedOn());
        Map<Long, Long> contracts = callOffs.lock(wanted.stream().map(Wish::itemId).toList());
        String file = cmd.awardId() == null ? null : awards.decided(cmd.awardId(), authorityId, cmd.supplierId());
        PurchaseOrder order = new PurchaseOrder(taken == null ? numbers.next("V") : taken, authorityId, cmd, clock.today(), clock.now());
        if (file != null) {
            order.award(cmd.awardId(), file);
        }
        em.persist(order);
        em.flush();
        Map<OrderLine, Wish> lines = new LinkedHashMap<>();
        for (Wish wish : wanted) {
            lines.put(line(order, cmd, lines.size() + 1, wish, contracts.get(wish.itemId())), wish);
        }
        em.flush();
        Said beyond = callOffs.check(contracts.values());
        Said doubt = refuseWithoutAward(order, cmd, lines);
        history.record(order.ref(), OrderAction.PLACE, Said.all(Stream.concat(doubt.facts().stream(), beyond.facts().stream()).toList()));
        wishes.ordered(wanted, OrderAction.PLACE, order.ref());
        money.commit(lines);
        rules.keep(RuleStage.ORDER, order.id(), OrderAction.PLACE);
        return order.id();
    }

    /**
     * Approves a request and orders all of it in one step, where one supplier has all its articles: both or neither. Money is reserved and
     * committed in the same transaction.
     *
     * @return id of the order
     * @throws Refused as {@link Requests#approve} and {@link #place}, {@code order.several_suppliers} if its articles are of more than one
     *                 supplier, {@code order.second_first} if a second person is to confirm the approval before anything is ordered
     */
    public Long approveAndPlace(long requestId, @Valid ApproveAndPlace cmd) {
        List<Called> lines = Ask.of(em, Called.class, """
                select i.id as id, c.supplierId as supplierId, r.no as no, r.schoolId as schoolId from RequestItem i join Request r on r.id = i.requestId
                join CatalogueItem c on c.id = i.itemId where r.id = :id order by i.lineNo""").set("id", requestId).list();
        lines.stream().map(Called::schoolId).distinct().forEach(school -> guard.require(ORDER_PLACE, school));
        // everything that an order locks is locked in its sequence before the approval locks budgets
        List<Wish> wanted = wishes.lock(lines.stream().map(Called::id).toList());
        callOffs.lock(wanted.stream().map(Wish::itemId).toList());
        String no = wanted.isEmpty() ? null : numbers.next("V");
        requests.approve(requestId, cmd.approve());
        em.flush();
        if (lines.stream().map(Called::supplierId).distinct().count() > 1) {
            throw new Refused("order.several_suppliers", lines.get(0).no());
        }
        if (Ask.of(em, RequestState.class, "select r.state from Request r where r.id = :id").set("id", requestId).one().orElseThrow() == RequestState.AWAITING_SECOND) {
            throw new Refused("order.second_first", lines.get(0).no());
        }
        return place(new Place(lines.get(0).supplierId(), lines.stream().map(Called::id).toList(), cmd.expectedOn(), cmd.awardReference(), false, cmd.awardId()), no);
    }

    /** A line of a request with who has its article. */
    private record Called(Long id, Long supplierId, String no, Long schoolId) {
    }

    /**
     * Adds lines of approved requests to an order that its supplier has not got yet, and commits their money; what the order asks as a whole is
     * asked again. Refuses as {@link #place}.
     *
     * @throws Refused {@code order.sent_already} after its sheet was sent and {@code order.delivered_already} after its supplier has delivered, be it
     *                 refused or sent back: the supplier gets an order of its own for them; {@code order.one_authority},
     *                 {@code order.too_many_lines}
     */
    public void add(long id, @Valid Add cmd) {
        var step = steps.begin(PurchaseOrder.class, id, OrderAction.ADD, cmd.version());
        PurchaseOrder order = step.subject();
        em.lock(order, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        Ask.of(em, Instant.class, "select m.sentAt from OrderMail m where m.orderId = :order order by m.id desc").set("order", id).first().ifPresent(sent -> {
            throw new Refused("order.sent_already", order.no(), Clock.day(sent));
        });
        if (Ask.of(em, Long.class, "select count(d) from Delivery d where d.orderId = :order").set("order", id).one().orElse(0L) > 0) {
            throw new Refused("order.delivered_already", order.no());
        }
        List<OrderLine> before = lines(order.id());
        if (before.size() + cmd.requestItemIds().size() > MOST_LINES) {
            throw new Refused("order.too_many_lines", MOST_LINES);
        }
        List<Wish> wanted = wishes.lock(cmd.requestItemIds());
        wanted.forEach(w -> guard.require(ORDER_PLACE, w.schoolId()));
        if (!authority(wanted).equals(order.authorityId())) {
            throw new Refused("order.one_authority");
        }
        Map<Long, Long> contracts = callOffs.lock(wanted.stream().map(Wish::itemId).toList());
        Place as = new Place(order.supplierId(), cmd.requestItemIds(), order.expectedOn(), order.awardReference(), cmd.currentPrices(), order.awardId());
        int last = before.stream().mapToInt(OrderLine::lineNo).max().orElse(0);
        Map<OrderLine, Wish> lines = new LinkedHashMap<>();
        Said said = Said.NOTHING;
        for (Wish wish : wanted) {
            OrderLine line = line(order, as, last + lines.size() + 1, wish, contracts.get(wish.itemId()));
            lines.put(line, wish);
            said = lines.size() <= SAID ? said.and("said.order_line", line.lineNo(), wish.quantity(), articles.one(wish.itemId()).name()) : said;
        }
        em.flush();
        order.expect(lines(order.id()));
        said = said.and(underAward(order, lines.values())).and(callOffs.check(contracts.values()));
        step.record(said.andWords(cmd.reason()));
        wishes.ordered(wanted, OrderAction.PLACE, order.ref());
        money.commit(lines);
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
     * @throws Refused {@code order.expected_past}, {@code order.expected_far}, {@code order.line_not_awaited} for the day of
     *                 a line of which nothing is awaited, {@code order.less_than_awaited} for more pieces than are
     *                 awaited, {@code order.owed} for paid ones that went back, {@code order.nothing_left} if nothing would be awaited any more, {@code order.nothing_changed}
     */
    public void change(long id, @Valid Change cmd) {
        var step = steps.begin(PurchaseOrder.class, id, OrderAction.CHANGE, cmd.version());
        PurchaseOrder order = step.subject();
        // only lines may differ afterwards: who saw the order before, or sends this twice, must notice
        em.lock(order, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        List<OrderLine> lines = lines(order.id());
        Said said = promise(order, lines, cmd);
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
        order.expect(lines);
        step.record(said.andWords(cmd.reason()));
        wishes.givenUp(wanted(List.copyOf(changes.keySet())), order.ref());
        money.follow(changes, cmd.reason());
    }

    /** All that is awaited is expected on another day, or some lines are. What is said of them. */
    private Said promise(PurchaseOrder order, List<OrderLine> lines, Change cmd) {
        Said said = Said.NOTHING;
        if (!Objects.equals(order.expectedOn(), cmd.expectedOn())) {
            refuseWrongDay(cmd.expectedOn());
            said = said.and("said.expected", known(order.expectedOn()), known(cmd.expectedOn()));
            lines.stream().filter(l -> l.awaited() > 0).forEach(l -> l.expect(cmd.expectedOn()));
        }
        Set<Long> seen = new HashSet<>();
        for (Promise promise : cmd.promises()) {
            OrderLine line = lines.stream().filter(l -> l.id().equals(promise.orderLineId())).findFirst()
                    .orElseThrow(() -> new NotFound("OrderLine", promise.orderLineId()));
            if (!seen.add(line.id())) {
                throw new Refused("order.line_twice", line.lineNo());
            }
            if (line.awaited() == 0) {
                throw new Refused("order.line_not_awaited", line.lineNo());
            }
            if (!Objects.equals(line.expectedOn(), promise.expectedOn())) {
                refuseWrongDay(promise.expectedOn());
                said = said.and("said.expected_line", line.lineNo(), known(line.expectedOn()), known(promise.expectedOn()));
                line.expect(promise.expectedOn());
            }
        }
        return said;
    }

    private static Object known(LocalDate day) {
        return day == null ? "–" : day;
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
     *                 period of a new payer, {@code award.other_programme} and {@code award.beyond_limit} if the award file of the order does not stand for
     *                 who pays now, {@code order.award_needed} as {@link #place} without one
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
        line.paidUnder(repaid.wish().budgetId());
        money.repay(line, repaid.wish().payers(), change.source(), cmd.reason());
        paidAnew.fire(new PaidAnew(line.id(), money.payers(line).get(0).id(), cmd.reason()));
        step.record(Said.that("said.line", line.lineNo()).and(repaid.said()).and(underAward(order)).andWords(cmd.reason()));
    }

    /**
     * For how many months what comes with a line is under warranty, where that differs from its model. Devices that have come already follow,
     * unless a person has said their last day.
     *
     * @throws Refused {@code order.warranty_same} if the line says so already
     */
    public void warrant(long id, @Valid Warrant cmd) {
        var step = steps.begin(PurchaseOrder.class, id, OrderAction.WARRANT, cmd.version());
        PurchaseOrder order = step.subject();
        em.lock(order, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        OrderLine line = lines(order.id()).stream().filter(l -> l.id().equals(cmd.orderLineId())).findFirst()
                .orElseThrow(() -> new NotFound("OrderLine", cmd.orderLineId()));
        Integer before = line.warrantyMonths();
        if (Objects.equals(before, cmd.months())) {
            throw new Refused("order.warranty_same", line.lineNo());
        }
        line.warranted(cmd.months());
        em.flush();
        step.record(Said.that("said.line_warranty", line.lineNo(), before == null ? "–" : before, cmd.months() == null ? "–" : cmd.months(),
                devices.warrant(line.id(), cmd.months(), cmd.reason())).andWords(cmd.reason()));
    }

    /**
     * Says by which award file an order was placed, afterwards or instead of the one that it names; or that it was placed by none.
     *
     * @throws NotFound for a file of another authority
     * @throws Refused  {@code award.not_decided}, {@code award.other_supplier}, {@code award.other_programme}, {@code award.beyond_limit},
     *                 {@code order.award_same} if it names this file already, {@code order.award_none} if none is to be taken off,
     *                 {@code order.award_needed} as {@link #place} without a file
     */
    public void award(long id, @Valid Award cmd) {
        var step = steps.begin(PurchaseOrder.class, id, OrderAction.AWARD, cmd.version());
        PurchaseOrder order = step.subject();
        if (Objects.equals(cmd.awardId(), order.awardId())) {
            throw new Refused(cmd.awardId() == null ? "order.award_none" : "order.award_same", order.no());
        }
        String elsewhere = cmd.awardReference() == null || cmd.awardReference().isBlank() ? null : cmd.awardReference().strip();
        String no = cmd.awardId() == null ? elsewhere : awards.decided(cmd.awardId(), order.authorityId(), order.supplierId());
        Said said = Said.that("said.award_file", order.awardReference() == null ? "–" : order.awardReference(), no == null ? "–" : no);
        order.awardAnew(cmd.awardId(), no);
        em.flush();
        List<OrderLine> lines = lines(order.id());
        Set<BudgetQueries.Named> payers = lines.stream().filter(line -> line.quantity() > line.cancelled()).flatMap(line -> money.payers(line).stream())
                .filter(payer -> !payer.own()).collect(Collectors.toSet());
        if (cmd.awardId() != null) {
            said = said.and(byAward(cmd.awardId(), payers));
        } else if (no == null) {
            Money net = unawarded(lines, order.orderedOn());
            said = exceeded(net, limits(payers)).map(limit -> needed(net, limit)).map(said::and).orElse(said);
        }
        step.record(said.andWords(cmd.reason()));
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
        OrderLine line = new OrderLine(order.id(), no, wish, price, item.vatBp(), contract, cmd.expectedOn());
        if (money.differs(wish, price)) {
            duties.secondForPrice(wish.request(), List.of(RequestAction.APPROVE, RequestAction.APPROVE_PART, RequestAction.CONFIRM), item.name(), wish.price(), price);
        }
        em.persist(line);
        return line;
    }

    /**
     * The estimate of an order is its total without tax, less what calls a valid framework contract off; above the limit of any programme that pays the
     * rest the award file is named.
     *
     * @return what is to be said because the limit is not verified and so refuses nothing
     */
    private Said refuseWithoutAward(PurchaseOrder order, Place cmd, Map<OrderLine, Wish> lines) {
        if (cmd.awardId() == null && cmd.awardReference() != null && !cmd.awardReference().isBlank()) {
            return Said.NOTHING;
        }
        Set<Long> awarded = awarded(lines.keySet(), clock.today());
        Money net = Money.ZERO;
        Map<Long, BudgetQueries.Named> payers = new TreeMap<>();
        for (Map.Entry<OrderLine, Wish> line : lines.entrySet()) {
            if (cmd.awardId() == null && awarded.contains(line.getKey().id())) {
                continue;
            }
            net = net.plus(line.getKey().net());
            money.payers(line.getValue()).stream().filter(payer -> !payer.own()).forEach(payer -> payers.put(payer.id(), payer));
        }
        if (cmd.awardId() != null) {
            return byAward(cmd.awardId(), payers.values());
        }
        List<ProgrammeQueries.Limit> limits = limits(payers.values());
        Optional<ProgrammeQueries.Limit> exceeded = exceeded(net, limits);
        if (exceeded.isEmpty()) {
            Map<Category, Money> kinds = new TreeMap<>();
            lines.forEach((line, wish) -> {
                if (!awarded.contains(line.id())) {
                    kinds.merge(wish.category(), line.net(), Money::plus);
                }
            });
            return Said.all(splitting.found(order.authorityId(), order.supplierId(), order.id(), kinds, limits));
        }
        return needed(net, exceeded.get());
    }

    /** What is left of lines without tax, less what calls a framework contract off that was valid on that day. */
    private Money unawarded(List<OrderLine> lines, LocalDate day) {
        Set<Long> awarded = awarded(lines, day);
        return lines.stream().filter(line -> !awarded.contains(line.id())).map(OrderLine::leftNet).reduce(Money.ZERO, Money::plus);
    }

    private Set<Long> awarded(Collection<OrderLine> lines, LocalDate day) {
        return callOffs.awarded(lines.stream().map(line -> new CalledOff.Line(line.id(), line.orderId(), line.contractId(), day)).toList());
    }

    private static Optional<ProgrammeQueries.Limit> exceeded(Money net, List<ProgrammeQueries.Limit> limits) {
        return limits.stream().filter(l -> net.compareTo(l.amount()) > 0)
                .min(Comparator.comparing(ProgrammeQueries.Limit::verified).reversed().thenComparing(ProgrammeQueries.Limit::amount));
    }

    /** Refuses above a verified limit; above another one that is said. */
    private static Said needed(Money net, ProgrammeQueries.Limit limit) {
        if (limit.verified()) {
            throw new Refused("order.award_needed", net, limit.amount());
        }
        return Said.that("order.award_needed", net, limit.amount()).and("funding.warns", limit.source());
    }

    /** Others pay than when it was placed: what the award asks of who pays is asked of them. What is to be said. */
    private Said underAward(PurchaseOrder order) {
        return underAward(order, List.of());
    }

    /** The same with wishes whose money is not committed yet. */
    private Said underAward(PurchaseOrder order, Collection<Wish> added) {
        List<OrderLine> lines = lines(order.id());
        Set<BudgetQueries.Named> payers = Stream.concat(lines.stream().filter(line -> line.quantity() > line.cancelled()).flatMap(line -> money.payers(line).stream()),
                added.stream().flatMap(wish -> money.payers(wish).stream())).filter(payer -> !payer.own()).collect(Collectors.toSet());
        if (order.awardId() != null) {
            return byAward(order.awardId(), payers);
        }
        Money net = unawarded(lines, added.isEmpty() ? order.orderedOn() : clock.today());
        return order.awardReference() != null ? Said.NOTHING : exceeded(net, limits(payers)).map(limit -> needed(net, limit)).orElse(Said.NOTHING);
    }

    /** The award file was judged by the rules of who pays, and what goes beyond it needs none of its own. What is to be said. */
    private Said byAward(Long awardId, Collection<BudgetQueries.Named> payers) {
        Map<Long, Set<Category>> kinds = new TreeMap<>();
        payers.forEach(payer -> kinds.computeIfAbsent(payer.programmeId(), x -> new HashSet<>()).add(payer.category()));
        awards.covers(awardId, kinds);
        return awards.beyond(awardId, limits(payers).stream().filter(ProgrammeQueries.Limit::verified).map(ProgrammeQueries.Limit::amount)
                .min(Comparator.naturalOrder()).orElse(null));
    }

    private List<ProgrammeQueries.Limit> limits(Collection<BudgetQueries.Named> payers) {
        return payers.stream().flatMap(b -> programmes.directAwardLimits(b.programmeId(), b.category()).stream()).toList();
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
     * @param awardReference file of the award procedure that is kept elsewhere; it or an award file is required above the direct-award limit
     * @param currentPrices  true: order at the prices that stand in the catalogue now; otherwise at those of the requests
     * @param awardId        decided award file by which is ordered, may be null
     */
    public record Place(@NotNull Long supplierId, @NotEmpty @Size(max = MOST_LINES) List<@NotNull Long> requestItemIds,
            LocalDate expectedOn, @Size(max = 80) String awardReference, Boolean currentPrices, Long awardId) {
        /** By no award file. */
        public Place(Long supplierId, List<Long> requestItemIds, LocalDate expectedOn, String awardReference, Boolean currentPrices) {
            this(supplierId, requestItemIds, expectedOn, awardReference, currentPrices, null);
        }

        /** At the prices of the requests. */
        public Place(Long supplierId, List<Long> requestItemIds, LocalDate expectedOn, String awardReference) {
            this(supplierId, requestItemIds, expectedOn, awardReference, false);
        }
    }

    /**
     * A request is approved and ordered in one step.
     *
     * @param approve    as {@link Requests#approve}
     * @param expectedOn day on which the supplier promises the goods, may be null
     * @param awardReference as {@link Place}
     * @param awardId    as {@link Place}
     */
    public record ApproveAndPlace(@NotNull @Valid Requests.Approve approve, LocalDate expectedOn, @Size(max = 80) String awardReference, Long awardId) {
        /** By no award file. */
        public ApproveAndPlace(Requests.Approve approve, LocalDate expectedOn) {
            this(approve, expectedOn, null, null);
        }
    }

    /**
     * Lines are added to an order.
     *
     * @param requestItemIds ids of lines of approved requests of schools of its authority
     * @param currentPrices  true: at the prices that stand in the catalogue now; otherwise at those of the requests
     */
    public record Add(@NotNull Integer version, @NotEmpty @Size(max = MOST_LINES) List<@NotNull Long> requestItemIds, Boolean currentPrices,
            @Size(max = 2000) String reason) {
    }

    /**
     * An order is changed.
     *
     * @param expectedOn day on which the goods are expected now, null for none; another one than the order has is that of all awaited lines
     * @param less       lines of which pieces will not come
     * @param promises   lines that are expected on a day of their own
     */
    public record Change(@NotNull Integer version, LocalDate expectedOn, @Size(max = MOST_LINES) List<@NotNull @Valid Less> less,
            @NotBlank @Size(max = 2000) String reason, @Size(max = MOST_LINES) List<@NotNull @Valid Promise> promises) {
        /** Absent lines are none. */
        public Change {
            less = less == null ? List.of() : less;
            promises = promises == null ? List.of() : promises;
        }

        /** With no day of a single line. */
        public Change(Integer version, LocalDate expectedOn, List<Less> less, String reason) {
            this(version, expectedOn, less, reason, List.of());
        }
    }

    /** A line is expected on that day, null if nobody knows. */
    public record Promise(@NotNull Long orderLineId, LocalDate expectedOn) {
    }

    /**
     * Warranty of what comes with a line.
     *
     * @param months 1 to 120; null: as long as its model is
     * @param reason from where that is known
     */
    public record Warrant(@NotNull Integer version, @NotNull Long orderLineId, @Min(1) @Max(120) Integer months, @NotBlank @Size(max = 1000) String reason) {
    }

    /**
     * An order was placed by this award file; the reason says why that is said now, or why another one than before.
     *
     * @param awardId        null: by none that is kept here
     * @param awardReference file that is kept elsewhere, if {@code awardId} is null; may be null
     */
    public record Award(@NotNull Integer version, Long awardId, @NotBlank @Size(max = 2000) String reason, @Size(max = 80) String awardReference) {
        /** By a file that is kept here. */
        public Award(Integer version, Long awardId, String reason) {
            this(version, awardId, reason, null);
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
