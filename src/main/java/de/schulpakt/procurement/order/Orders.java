package de.schulpakt.procurement.order;

import static de.schulpakt.identity.Permission.ORDER_PLACE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.SchoolAuthorities;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.device.Binding;
import de.schulpakt.inventory.device.BindingMode;
import de.schulpakt.inventory.device.BindingStart;
import de.schulpakt.inventory.device.Devices;
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
import de.schulpakt.procurement.request.RequestAction;
import de.schulpakt.procurement.request.Wish;
import de.schulpakt.procurement.request.Wishes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Orders and deliveries: reserved money becomes a commitment, the invoice spends it, what does not come is freed. Amounts
 * gross unless said otherwise.
 */
@UseCases
public class Orders {
    /** Lines that one order holds. */
    public static final int MOST_LINES = 200;
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
    Devices devices;
    @Inject
    LineMoney money;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    Duties duties;
    @Inject
    Steps steps;

    /**
     * Orders approved lines from one supplier and commits their money (source {@code order_line:id}). A second call with a
     * line that is already ordered changes nothing.
     *
     * @return id of the order
     * @throws Refused {@code order.item_not_open} for a line without reserved money (already ordered, cancelled),
     *                 {@code order.other_supplier}, {@code order.one_authority}, {@code item.inactive}, {@code item.expired},
     *                 {@code order.expected_past}, {@code order.award_needed} above the direct-award limit of the paying
     *                 programme (net, a rule with its source), {@code budget.not_enough} if a higher price does not fit,
     *                 {@code duty.price} if a price differs from the request's by more than the programme tolerates and the
     *                 asker approved the request
     */
    public Long place(@Valid Place cmd) {
        articles.requireSupplier(cmd.supplierId());
        List<Wish> wanted = wishes.lock(cmd.requestItemIds());
        wanted.forEach(w -> guard.require(ORDER_PLACE, w.schoolId()));
        Long authorityId = authority(wanted);
        refuseWrongDay(cmd.expectedOn());
        PurchaseOrder order = new PurchaseOrder(numbers.next("V"), authorityId, cmd, clock.today(), clock.now());
        em.persist(order);
        em.flush();
        Map<OrderLine, Wish> lines = new LinkedHashMap<>();
        for (Wish wish : wanted) {
            lines.put(line(order, cmd, lines.size() + 1, wish), wish);
        }
        em.flush();
        Said doubt = refuseWithoutAward(cmd, lines.keySet());
        history.record(order.ref(), OrderAction.PLACE, doubt);
        wishes.ordered(wanted, OrderAction.PLACE, order.ref());
        money.commit(lines);
        return order.id();
    }

    /**
     * Receives goods with their invoice: registers a device per serial, spends the invoiced amount (source
     * {@code delivery_line:id}) and keeps the rest committed. All or nothing.
     *
     * @return id of the delivery
     * @throws Refused {@code delivery.already_received} if this delivery note is booked already (a double click, a retry):
     *                 nothing is changed; {@code delivery.in_future}, {@code delivery.before_order},
     *                 {@code delivery.nothing}, {@code delivery.too_many}, {@code delivery.serial_twice},
     *                 {@code delivery.serial_missing}, {@code delivery.serial_known}, {@code invoice_no_once},
     *                 {@code budget.not_enough} if the invoice is higher than what is free, {@code budget.period_over} if the
     *                 goods came after the approval period of who pays, {@code duty.price} if a price differs from the ordered
     *                 one by more than the programme tolerates and the asker placed the order
     */
    public Long receive(long id, @Valid Receive cmd) {
        PurchaseOrder order = steps.locked(PurchaseOrder.class, id, OrderAction.RECEIVE);
        refuseRepeated(order, cmd);
        List<OrderLine> lines = lines(order.id());
        List<Arrival> arrivals = arrivals(cmd, lines);
        int awaited = lines.stream().mapToInt(OrderLine::awaited).sum();
        int pieces = arrivals.stream().mapToInt(Arrival::pieces).sum();
        OrderAction action = pieces == awaited ? OrderAction.COMPLETE : OrderAction.RECEIVE;
        var step = steps.on(order, action, cmd.version());
        refuseWrongDays(cmd, order);
        refuseKnown(arrivals);
        refuseDifferingPrices(order, arrivals);
        refuseInvoiceTwice(order, cmd);
        arrivals.forEach(a -> a.line().received(a.pieces()));
        List<Wish> wanted = wanted(arrivals.stream().map(Arrival::line).toList());
        // a second part leaves the state as it was: who saw the order before it must notice
        em.lock(order, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        Map<Arrival, DeliveryLine> booked = book(order, cmd, arrivals);
        Long deliveryId = booked.values().iterator().next().deliveryId();
        // devices point to their budgets, which the ledger locks: first the lock, so that no two deliveries wait for each other
        money.lock(arrivals.stream().map(Arrival::line).toList());
        register(order, cmd, booked);
        step.record(Said.that("said.receipt", cmd.deliveryNoteNo().strip(), cmd.invoiceNo().strip()));
        wishes.delivered(wanted, OrderAction.RECEIVE, order.ref());
        spend(booked, cmd.receivedOn());
        return deliveryId;
    }

    /**
     * What is still awaited will not come: its commitments are released. An order of which nothing has come is cancelled.
     */
    public void cancelRest(long id, @Valid CancelRest cmd) {
        PurchaseOrder order = steps.locked(PurchaseOrder.class, id, OrderAction.CANCEL);
        var step = steps.on(order, order.state() == OrderState.PLACED ? OrderAction.CANCEL : OrderAction.CANCEL_REST, cmd.version());
        List<OrderLine> open = lines(order.id()).stream().filter(l -> l.commitmentId() != null).toList();
        open.forEach(OrderLine::cancelRest);
        step.record(Said.words(cmd.reason()));
        wishes.givenUp(wanted(open), order.ref());
        money.release(open, cmd.reason());
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

    private OrderLine line(PurchaseOrder order, Place cmd, int no, Wish wish) {
        Article item = articles.one(wish.itemId());
        if (!wish.open()) {
            throw new Refused("order.item_not_open", item.name(), wish.requestNo());
        }
        if (!item.supplierId().equals(cmd.supplierId())) {
            throw new Refused("order.other_supplier", item.name(), wish.requestNo());
        }
        item.refuseUnlessOffered(clock.today());
        Money price = Boolean.TRUE.equals(cmd.currentPrices()) ? item.price() : wish.price();
        OrderLine line = new OrderLine(order.id(), no, wish, price, item.vatBp());
        if (differs(wish.price(), price, line)) {
            duties.secondForPrice(wish.request(), List.of(RequestAction.APPROVE), item.name(), wish.price(), price);
        }
        em.persist(line);
        return line;
    }

    /** True if a price lies farther from the agreed one than the paying programme tolerates. */
    private boolean differs(Money agreed, Money price, OrderLine line) {
        if (agreed.equals(price)) {
            return false;
        }
        long off = Math.multiplyExact(Math.abs(price.cents() - agreed.cents()), 10_000L);
        return money.payers(line).stream().anyMatch(payer -> off
                > Math.multiplyExact(agreed.cents(), (long) programmes.priceTolerance(payer.programmeId(), payer.category())));
    }

    private void refuseDifferingPrices(PurchaseOrder order, List<Arrival> arrivals) {
        arrivals.stream().filter(a -> differs(a.line().price(), a.price(), a.line())).forEach(a -> duties
                .secondForPrice(order.ref(), List.of(OrderAction.PLACE), a.item(), a.line().price(), a.price()));
    }

    /**
     * The estimate of an order is its total without tax; above the limit of any paying programme the award file is named.
     *
     * @return what is to be said because the limit is not verified and so refuses nothing
     */
    private Said refuseWithoutAward(Place cmd, Iterable<OrderLine> lines) {
        if (cmd.awardReference() != null && !cmd.awardReference().isBlank()) {
            return Said.NOTHING;
        }
        Money net = Money.ZERO;
        Map<Long, BudgetQueries.Named> payers = new TreeMap<>();
        for (OrderLine line : lines) {
            net = net.plus(line.net());
            money.payers(line).forEach(payer -> payers.put(payer.id(), payer));
        }
        Money estimate = net;
        List<ProgrammeQueries.Limit> exceeded = payers.values().stream()
                .flatMap(b -> programmes.directAwardLimits(b.programmeId(), b.category()).stream())
                .filter(l -> estimate.compareTo(l.amount()) > 0)
                .sorted(Comparator.comparing(ProgrammeQueries.Limit::verified).reversed().thenComparing(ProgrammeQueries.Limit::amount)).toList();
        if (exceeded.isEmpty()) {
            return Said.NOTHING;
        }
        ProgrammeQueries.Limit limit = exceeded.get(0);
        if (limit.verified()) {
            throw new Refused("order.award_needed", net, limit.amount());
        }
        return Said.that("order.award_needed", net, limit.amount()).and("funding.warns", limit.source());
    }

    private void refuseRepeated(PurchaseOrder order, Receive cmd) {
        Ask.of(em, Booked.class, """
                select d.receivedOn as day, coalesce((select sum(l.quantity) from DeliveryLine l where l.deliveryId = d.id), 0) as pieces
                from Delivery d where d.orderId = :order and d.deliveryNoteNo = :note""").set("order", order.id())
                .set("note", cmd.deliveryNoteNo().strip()).first().ifPresent(booked -> {
                    throw new Refused("delivery.already_received", cmd.deliveryNoteNo().strip(), booked.day(), booked.pieces());
                });
    }

    private void refuseWrongDays(Receive cmd, PurchaseOrder order) {
        if (cmd.receivedOn().isAfter(clock.today())) {
            throw new Refused("delivery.in_future", cmd.receivedOn());
        }
        if (cmd.invoicedOn().isAfter(clock.today())) {
            throw new Refused("invoice.in_future", cmd.invoicedOn());
        }
        if (cmd.invoicedOn().isBefore(order.orderedOn().minusYears(FAR))) {
            throw new Refused("invoice.too_old", cmd.invoicedOn());
        }
        if (cmd.receivedOn().isBefore(order.orderedOn())) {
            throw new Refused("delivery.before_order", cmd.receivedOn(), order.no(), order.orderedOn());
        }
    }

    /**
     * The database holds the same fence ({@code invoice_no_once}); asked here so that the answer can name the order to who may
     * see it.
     */
    private void refuseInvoiceTwice(PurchaseOrder order, Receive cmd) {
        em.createQuery("select o from Invoice v, Delivery d, PurchaseOrder o where d.id = v.deliveryId and o.id = d.orderId"
                        + " and v.supplierId = :supplier and v.no = :no", PurchaseOrder.class)
                .setParameter("supplier", order.supplierId()).setParameter("no", cmd.invoiceNo().strip())
                .getResultStream().findFirst().ifPresent(other -> {
                    throw guard.mayAuthority(ORDER_VIEW, other.authorityId())
                            ? new Refused("invoice.booked", cmd.invoiceNo().strip(), other.no())
                            : new Refused("invoice.booked_elsewhere", cmd.invoiceNo().strip());
                });
    }

    private List<Arrival> arrivals(Receive cmd, List<OrderLine> lines) {
        List<Arrival> arrivals = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (Received received : cmd.lines()) {
            OrderLine line = lines.stream().filter(l -> l.id().equals(received.orderLineId())).findFirst()
                    .orElseThrow(() -> new NotFound("OrderLine", received.orderLineId()));
            if (!seen.add(line.id())) {
                throw new Refused("delivery.line_twice", line.lineNo());
            }
            Article item = articles.one(line.itemId());
            arrivals.add(Arrival.of(received, line, item.name(), item.modelId(), queries.kindOf(item.modelId())));
        }
        Arrival.refuseTwice(arrivals);
        arrivals.removeIf(a -> a.pieces() == 0);
        if (arrivals.isEmpty()) {
            throw new Refused("delivery.nothing");
        }
        return arrivals;
    }

    private void refuseKnown(List<Arrival> arrivals) {
        List<String> serials = arrivals.stream().flatMap(a -> a.serials().stream()).toList();
        OrderQueries.KnownSerial known = serials.isEmpty() ? null : queries.known(serials);
        if (known != null) {
            throw known.place().isEmpty() ? new Refused("delivery.serial_elsewhere", known.serial())
                    : new Refused("delivery.serial_known", known.serial(), known.inventoryNo(), known.place());
        }
    }

    private Map<Arrival, DeliveryLine> book(PurchaseOrder order, Receive cmd, List<Arrival> arrivals) {
        Delivery delivery = new Delivery(order.id(), cmd.deliveryNoteNo().strip(), cmd.receivedOn(), clock.now());
        em.persist(delivery);
        em.flush();
        Map<Arrival, DeliveryLine> booked = new LinkedHashMap<>();
        Money total = Money.ZERO;
        for (Arrival a : arrivals) {
            DeliveryLine line = new DeliveryLine(delivery.id(), a.line().id(), a.pieces(), a.price().cents());
            em.persist(line);
            booked.put(a, line);
            total = total.plus(a.amount());
        }
        em.persist(new Invoice(order.supplierId(), delivery.id(), cmd.invoiceNo().strip(), cmd.invoicedOn(), total.cents()));
        em.flush();
        return booked;
    }

    private void register(PurchaseOrder order, Receive cmd, Map<Arrival, DeliveryLine> booked) {
        List<Devices.Register> devices = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        booked.forEach((arrival, deliveryLine) -> {
            OrderLine line = arrival.line();
            BudgetQueries.Named payer = money.payers(line).get(0);
            ProgrammeQueries.Binding rule = programmes.bindingOf(payer.programmeId(), payer.category());
            Binding binding = rule == null ? null
                    : new Binding(BindingStart.valueOf(rule.start()), rule.years(), BindingMode.valueOf(rule.mode()), rule.verified());
            arrival.serials().forEach(serial -> {
                devices.add(new Devices.Register(arrival.modelId(), serial, line.schoolId(), line.roomId(), line.id(), order.no(),
                        payer.id(), payer.label(), arrival.price().cents(), cmd.receivedOn(), binding));
                lines.add(deliveryLine.id());
            });
        });
        Iterator<Long> line = lines.iterator();
        this.devices.register(devices).forEach(id -> em.persist(new DeliveredDevice(id, line.next())));
    }

    private void spend(Map<Arrival, DeliveryLine> booked, LocalDate receivedOn) {
        Map<OrderLine, Long> spent = money.spend(booked.entrySet().stream().map(e -> new LineMoney.Spend(e.getKey().line(),
                e.getKey().pieces(), e.getKey().amount(), e.getValue().source())).toList(), receivedOn);
        booked.forEach((arrival, line) -> line.spent(spent.get(arrival.line())));
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

    /** Goods that came with one delivery note and one invoice. */
    public record Receive(@NotNull Integer version, @NotBlank @Size(max = 60) String deliveryNoteNo,
            @NotNull LocalDate receivedOn, @NotBlank @Size(max = 60) String invoiceNo, @NotNull LocalDate invoicedOn,
            @NotEmpty @Size(max = 200) List<@NotNull @Valid Received> lines) {
    }

    /**
     * What came of one order line.
     *
     * @param priceCents gross unit price invoiced, null if it is the ordered one
     * @param serials    one serial number per piece, as scanned; blank ones are passed over
     * @param quantity   pieces, for accessories, which have no serial; null for all others
     */
    public record Received(@NotNull Long orderLineId, @Positive @Max(10_000_000_000L) Long priceCents,
            @Size(max = 10_000) List<@Size(max = 80) String> serials, @PositiveOrZero @Max(10_000) Integer quantity) {
        /** Absent serials are none. */
        public Received {
            serials = serials == null ? List.of() : serials;
        }

        /** Devices with their serials. */
        public Received(Long orderLineId, Long priceCents, List<String> serials) {
            this(orderLineId, priceCents, serials, null);
        }
    }

    /** A delivery that is booked already. */
    private record Booked(LocalDate day, Long pieces) {
    }

    /** What is still awaited of an order will not come; its money is free again. */
    public record CancelRest(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }
}
