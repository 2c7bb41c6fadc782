package de.schulpakt.procurement;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.ORDER_PLACE;

import de.schulpakt.funding.BindingRule;
import de.schulpakt.funding.BudgetQueries;
import de.schulpakt.funding.Budgets;
import de.schulpakt.funding.ProgrammeQueries;
import de.schulpakt.funding.Spent;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.SchoolAuthorities;
import de.schulpakt.inventory.Binding;
import de.schulpakt.inventory.BindingMode;
import de.schulpakt.inventory.BindingStart;
import de.schulpakt.inventory.Devices;
import de.schulpakt.inventory.RegisterDevice;
import de.schulpakt.platform.Change;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.History;
import de.schulpakt.platform.Money;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Numbers;
import de.schulpakt.platform.Outbox;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Orders and deliveries: reserved money becomes a commitment, the invoice spends it, what does not come is freed. Amounts
 * gross unless said otherwise.
 */
@UseCases
public class Orders {
    private static final Comparator<OrderLine> BY_BUDGET = Comparator.comparing(OrderLine::budgetId)
            .thenComparing(OrderLine::lineNo);

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
    Outbox outbox;
    @Inject
    OrderQueries queries;
    @Inject
    RequestProgress progress;
    @Inject
    Devices devices;
    @Inject
    Budgets budgets;
    @Inject
    BudgetQueries budgetQueries;
    @Inject
    ProgrammeQueries programmes;

    /**
     * Orders approved lines from one supplier and commits their money (source {@code order_line:id}). A second call with a
     * line that is already ordered changes nothing.
     *
     * @return id of the order
     * @throws Refused {@code order.item_not_open} for a line without reserved money (already ordered, cancelled),
     *                 {@code order.other_supplier}, {@code order.one_authority}, {@code item.inactive}, {@code item.expired},
     *                 {@code order.expected_past}, {@code order.award_needed} above the direct-award limit of the paying
     *                 programme (net, a rule with its source), {@code budget.not_enough} if a higher price does not fit
     */
    public Long place(@Valid PlaceOrder cmd) {
        Find.one(em, Supplier.class, cmd.supplierId());
        List<RequestItem> wishes = wishes(cmd.requestItemIds());
        Map<Long, Request> requests = locked(wishes);
        requests.values().forEach(r -> guard.require(ORDER_PLACE, r.schoolId()));
        Long authorityId = authority(requests.values());
        if (cmd.expectedOn() != null && cmd.expectedOn().isBefore(clock.today())) {
            throw new Refused("order.expected_past", cmd.expectedOn());
        }
        PurchaseOrder order = new PurchaseOrder(numbers.next("V"), authorityId, cmd, clock.today(), clock.now());
        em.persist(order);
        em.flush();
        Map<OrderLine, RequestItem> lines = new LinkedHashMap<>();
        for (RequestItem wish : wishes) {
            lines.put(line(order, cmd, lines.size() + 1, requests.get(wish.requestId()), wish), wish);
        }
        em.flush();
        refuseWithoutAward(cmd, lines.keySet());
        Map<Long, Long> reservations = new HashMap<>();
        lines.forEach((line, wish) -> reservations.put(line.id(), wish.reservationId()));
        wishes.forEach(RequestItem::resolved);
        history.record(order.ref(), OrderAction.PLACE, null);
        requests.values().forEach(r -> ordered(r, order));
        budgets.lockInOrder(lines.keySet().stream().map(OrderLine::budgetId).toList());
        lines.keySet().stream().sorted(BY_BUDGET)
                .forEach(l -> l.committed(budgets.commit(reservations.get(l.id()), l.total(), l.source())));
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
     *                 {@code budget.not_enough} if the invoice is higher than what is free
     */
    public Long receive(@Valid ReceiveDelivery cmd) {
        PurchaseOrder order = Find.locked(em, PurchaseOrder.class, cmd.orderId());
        guard.requireAuthority(DELIVERY_RECEIVE, order.authorityId());
        refuseRepeated(cmd);
        List<OrderLine> lines = lines(order.id());
        List<Arrival> arrivals = arrivals(cmd, lines);
        int awaited = lines.stream().mapToInt(OrderLine::awaited).sum();
        int pieces = arrivals.stream().mapToInt(Arrival::pieces).sum();
        OrderAction action = pieces == awaited ? OrderAction.COMPLETE : OrderAction.RECEIVE;
        Change<OrderState> change = order.apply(action, cmd.version());
        refuseWrongDays(cmd, order);
        refuseKnown(arrivals);
        refuseInvoiceTwice(order, cmd);
        arrivals.forEach(a -> a.line().received(a.pieces()));
        Map<Long, Request> requests = requestsOf(arrivals.stream().map(Arrival::line).toList());
        // a second part leaves the state as it was: who saw the order before it must notice
        em.lock(order, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        Map<Arrival, DeliveryLine> booked = book(order, cmd, arrivals);
        Long deliveryId = booked.values().iterator().next().deliveryId();
        booked.forEach((arrival, line) -> register(order, cmd, arrival, line));
        history.record(order.ref(), action, change, cmd.deliveryNoteNo().strip() + " · " + cmd.invoiceNo().strip());
        requests.values().forEach(r -> delivered(r, order));
        spend(booked);
        return deliveryId;
    }

    /**
     * What is still awaited will not come: its commitments are released. An order of which nothing has come is cancelled.
     */
    public void cancelRest(@Valid CancelRest cmd) {
        PurchaseOrder order = Find.locked(em, PurchaseOrder.class, cmd.orderId());
        guard.requireAuthority(ORDER_PLACE, order.authorityId());
        OrderAction action = order.state() == OrderState.PLACED ? OrderAction.CANCEL : OrderAction.CANCEL_REST;
        Change<OrderState> change = order.apply(action, cmd.version());
        List<OrderLine> open = lines(order.id()).stream().filter(l -> l.commitmentId() != null).sorted(BY_BUDGET).toList();
        Map<Long, Long> commitments = new HashMap<>();
        open.forEach(l -> commitments.put(l.id(), l.commitmentId()));
        open.forEach(OrderLine::cancelRest);
        history.record(order.ref(), action, change, cmd.reason());
        requestsOf(open).values().forEach(r -> progress.settle(r, order.no()));
        budgets.lockInOrder(open.stream().map(OrderLine::budgetId).toList());
        open.forEach(l -> budgets.release(commitments.get(l.id()), l.source(), cmd.reason()));
    }

    private List<RequestItem> wishes(List<Long> ids) {
        List<Long> once = ids.stream().distinct().toList();
        List<RequestItem> wishes = em.createQuery("select i from RequestItem i where i.id in :ids order by i.requestId, i.lineNo",
                RequestItem.class).setParameter("ids", once).getResultList();
        if (wishes.size() < once.size()) {
            throw new NotFound("RequestItem", once);
        }
        return wishes;
    }

    /** Locks the requests of these lines, the smallest id first, and reads the lines again as they are now. */
    private Map<Long, Request> locked(List<RequestItem> wishes) {
        Map<Long, Request> requests = new TreeMap<>();
        for (Long id : new TreeSet<>(wishes.stream().map(RequestItem::requestId).toList())) {
            requests.put(id, Find.locked(em, Request.class, id));
        }
        wishes.forEach(em::refresh);
        return requests;
    }

    private Long authority(Iterable<Request> requests) {
        Set<Long> found = new HashSet<>();
        requests.forEach(r -> found.add(authorities.authorityOf(r.schoolId())));
        if (found.size() != 1 || found.contains(null)) {
            throw new Refused("order.one_authority");
        }
        return found.iterator().next();
    }

    private OrderLine line(PurchaseOrder order, PlaceOrder cmd, int no, Request request, RequestItem wish) {
        CatalogueItem item = Find.one(em, CatalogueItem.class, wish.itemId());
        if (!wish.open()) {
            throw new Refused("order.item_not_open", item.name(), request.no());
        }
        if (!item.supplierId().equals(cmd.supplierId())) {
            throw new Refused("order.other_supplier", item.name(), request.no());
        }
        item.refuseUnlessOffered(clock.today());
        Money price = Boolean.TRUE.equals(cmd.currentPrices()) ? item.price() : wish.price();
        OrderLine line = new OrderLine(order.id(), no, wish, request.schoolId(), price, item.vatBp());
        em.persist(line);
        return line;
    }

    /** The estimate of an order is its total without tax; above the limit of any paying programme the award file is named. */
    private void refuseWithoutAward(PlaceOrder cmd, Iterable<OrderLine> lines) {
        if (cmd.awardReference() != null && !cmd.awardReference().isBlank()) {
            return;
        }
        Money net = Money.ZERO;
        Set<Long> payers = new TreeSet<>();
        for (OrderLine line : lines) {
            net = net.plus(line.net());
            payers.add(line.budgetId());
        }
        Long limit = payers.stream().map(programmes::directAwardLimit).filter(Objects::nonNull).min(Comparator.naturalOrder())
                .orElse(null);
        if (limit != null && net.cents() > limit) {
            throw new Refused("order.award_needed", net, Money.of(limit));
        }
    }

    private void ordered(Request request, PurchaseOrder order) {
        history.record(request.ref(), OrderAction.PLACE, order.no());
        progress.settle(request, order.no());
        outbox.tell(request.schoolId(), "message.ordered", request.ref());
    }

    private void delivered(Request request, PurchaseOrder order) {
        RequestState before = request.state();
        progress.settle(request, order.no());
        if (request.state() == before) {
            history.record(request.ref(), OrderAction.RECEIVE, order.no());
        }
        outbox.tell(request.schoolId(), "message.delivered", request.ref());
    }

    private void refuseRepeated(ReceiveDelivery cmd) {
        List<Object[]> found = em.createQuery("select d.receivedOn, (select sum(l.quantity) from DeliveryLine l"
                        + " where l.deliveryId = d.id) from Delivery d where d.orderId = :order and d.deliveryNoteNo = :note",
                        Object[].class)
                .setParameter("order", cmd.orderId()).setParameter("note", cmd.deliveryNoteNo().strip()).getResultList();
        if (!found.isEmpty()) {
            throw new Refused("delivery.already_received", cmd.deliveryNoteNo().strip(), found.get(0)[0], found.get(0)[1]);
        }
    }

    private void refuseWrongDays(ReceiveDelivery cmd, PurchaseOrder order) {
        if (cmd.receivedOn().isAfter(clock.today())) {
            throw new Refused("delivery.in_future", cmd.receivedOn());
        }
        if (cmd.invoicedOn().isAfter(clock.today())) {
            throw new Refused("invoice.in_future", cmd.invoicedOn());
        }
        if (cmd.receivedOn().isBefore(order.orderedOn())) {
            throw new Refused("delivery.before_order", cmd.receivedOn(), order.no(), order.orderedOn());
        }
    }

    /** The database holds the same fence ({@code invoice_no_once}); asked here so that the answer can name the order. */
    private void refuseInvoiceTwice(PurchaseOrder order, ReceiveDelivery cmd) {
        em.createQuery("select o.no from Invoice v, Delivery d, PurchaseOrder o where d.id = v.deliveryId and o.id = d.orderId"
                        + " and v.supplierId = :supplier and v.no = :no", String.class)
                .setParameter("supplier", order.supplierId()).setParameter("no", cmd.invoiceNo().strip())
                .getResultStream().findFirst().ifPresent(no -> {
                    throw new Refused("invoice.booked", cmd.invoiceNo().strip(), no);
                });
    }

    private List<Arrival> arrivals(ReceiveDelivery cmd, List<OrderLine> lines) {
        List<Arrival> arrivals = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (ReceivedLine received : cmd.lines()) {
            OrderLine line = lines.stream().filter(l -> l.id().equals(received.orderLineId())).findFirst()
                    .orElseThrow(() -> new NotFound("OrderLine", received.orderLineId()));
            if (!seen.add(line.id())) {
                throw new Refused("delivery.line_twice", line.lineNo());
            }
            CatalogueItem item = Find.one(em, CatalogueItem.class, line.itemId());
            arrivals.add(Arrival.of(received, line, item.name(), item.modelId(), queries.kindOf(item.modelId())));
        }
        Arrival.refuseTwice(arrivals);
        arrivals.removeIf(a -> a.pieces() == 0);
        if (arrivals.isEmpty()) {
            throw new Refused("delivery.nothing");
        }
        arrivals.sort(Comparator.comparing(Arrival::line, BY_BUDGET));
        return arrivals;
    }

    private void refuseKnown(List<Arrival> arrivals) {
        List<String> serials = arrivals.stream().flatMap(a -> a.serials().stream()).toList();
        KnownSerial known = serials.isEmpty() ? null : queries.known(serials);
        if (known != null) {
            throw new Refused("delivery.serial_known", known.serial(), known.inventoryNo(), known.place());
        }
    }

    private Map<Arrival, DeliveryLine> book(PurchaseOrder order, ReceiveDelivery cmd, List<Arrival> arrivals) {
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

    private void register(PurchaseOrder order, ReceiveDelivery cmd, Arrival arrival, DeliveryLine booked) {
        OrderLine line = arrival.line();
        BindingRule rule = programmes.bindingOf(line.budgetId());
        Binding binding = rule == null ? null
                : new Binding(BindingStart.valueOf(rule.start()), rule.years(), BindingMode.valueOf(rule.mode()));
        String label = budgetQueries.ref(line.budgetId()).label();
        for (String serial : arrival.serials()) {
            Long deviceId = devices.register(new RegisterDevice(arrival.modelId(), serial, line.schoolId(), line.roomId(),
                    line.id(), order.no(), line.budgetId(), label, arrival.price().cents(), cmd.receivedOn(), binding));
            em.persist(new DeliveredDevice(deviceId, booked.id()));
        }
    }

    private void spend(Map<Arrival, DeliveryLine> booked) {
        budgets.lockInOrder(booked.keySet().stream().map(a -> a.line().budgetId()).toList());
        booked.forEach((a, line) -> {
            OrderLine of = a.line();
            Spent spent = budgets.spend(of.commitmentId(), a.amount(), of.rest(), line.source());
            line.spent(spent.spendingId());
            of.committed(spent.restCommitmentId());
        });
    }

    private List<OrderLine> lines(Long orderId) {
        return em.createQuery("select l from OrderLine l where l.orderId = :order order by l.lineNo", OrderLine.class)
                .setParameter("order", orderId).getResultList();
    }

    /** The requests of these order lines, locked, the smallest id first. */
    private Map<Long, Request> requestsOf(List<OrderLine> lines) {
        Map<Long, Request> requests = new TreeMap<>();
        if (!lines.isEmpty()) {
            em.createQuery("select distinct i.requestId from RequestItem i where i.id in :ids order by i.requestId", Long.class)
                    .setParameter("ids", lines.stream().map(OrderLine::requestItemId).toList())
                    .getResultList().forEach(id -> requests.put(id, Find.locked(em, Request.class, id)));
        }
        return requests;
    }
}
