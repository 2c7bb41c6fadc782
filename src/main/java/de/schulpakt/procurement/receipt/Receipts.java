package de.schulpakt.procurement.receipt;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.Binding;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.DeviceMoney;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.catalogue.Article;
import de.schulpakt.procurement.catalogue.Articles;
import de.schulpakt.procurement.order.OrderAction;
import de.schulpakt.procurement.order.OrderLines;
import de.schulpakt.procurement.refusal.Refusals;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Receives goods with their delivery note. No money moves: it stays committed until an invoice is approved. */
@UseCases
public class Receipts {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    OrderLines orders;
    @Inject
    Articles articles;
    @Inject
    Devices devices;
    @Inject
    DeviceMoney deviceMoney;
    @Inject
    Returns returns;
    @Inject
    CheckAsking asking;
    @Inject
    Refusals refusals;

    /**
     * Goods that came with one delivery note.
     *
     * @param lines   what was taken; none if all of it was refused
     * @param refused what was refused or broken at the door; null for nothing
     */
    public record Receive(@NotNull Integer version, @NotBlank @Size(max = 60) String deliveryNoteNo, @NotNull LocalDate receivedOn,
            @NotNull @Size(max = 200) List<@NotNull @Valid Came> lines, @Size(max = 200) List<Refusals.@NotNull @Valid Piece> refused) {
        /** All of it was taken. */
        public Receive(Integer version, String deliveryNoteNo, LocalDate receivedOn, List<Came> lines) {
            this(version, deliveryNoteNo, receivedOn, lines, null);
        }

        /** What was refused, an empty list for nothing. */
        List<Refusals.Piece> none() {
            return refused == null ? List.of() : refused;
        }
    }

    /**
     * What came of one order line.
     *
     * @param serials  one serial number per piece, as scanned; blank ones are passed over
     * @param quantity pieces, for accessories, which have no serial; null for all others
     */
    public record Came(@NotNull Long orderLineId, @Size(max = 10_000) List<@Size(max = 80) String> serials,
            @PositiveOrZero @Max(10_000) Integer quantity) {
        /** Absent serials are none. */
        public Came {
            serials = serials == null ? List.of() : serials;
        }
    }

    /** A delivery that was booked: its lines with their pieces and devices. */
    public record Booked(Long id, OrderLines.Order order, List<Line> lines) {
        /** Pieces of an order line. */
        public record Line(Long id, OrderLines.Line orderLine, String item, int pieces, List<Long> devices) {
        }
    }

    /**
     * Receives goods without their invoice and registers a device per serial. All or nothing.
     *
     * @return id of the delivery
     * @throws Refused {@code delivery.already_received} if this delivery note is booked already (a double click, a retry):
     *                 nothing is changed; {@code delivery.in_future}, {@code delivery.before_order},
     *                 {@code delivery.nothing}, {@code delivery.too_many}, {@code delivery.serial_twice},
     *                 {@code delivery.serial_missing}, {@code delivery.serial_known}, {@code refused.too_many} for more refused
     *                 pieces than were awaited beside those that were taken
     */
    public Long receive(long orderId, @Valid Receive cmd) {
        OrderLines.Order order = orders.lock(orderId);
        guard.requireAuthority(DELIVERY_RECEIVE, order.authorityId());
        return book(order, cmd, Map.of(), false, Said.that("said.receipt_alone", cmd.deliveryNoteNo().strip())).id();
    }

    /**
     * Books what {@link #receive} describes, for a locked order. Inner door of the invoice that comes with the goods; refuses as
     * {@link #receive}.
     *
     * @param paid   true: an invoice comes with them, so that they replace what went back unpaid and nothing that was paid
     * @param prices gross unit prices in cents that are known already, by the id of the order line; the others are the ordered ones
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: who locks the order asks for DELIVERY_RECEIVE at its authority.")
    public Booked book(OrderLines.Order order, @Valid Receive cmd, Map<Long, Long> prices, boolean paid, Said said) {
        refuseRepeated(order, cmd);
        List<Arrival> arrivals = arrivals(cmd, order.lines());
        Map<Long, Integer> pieces = new TreeMap<>();
        arrivals.forEach(a -> pieces.put(a.line().id(), a.pieces()));
        Said whole = said.and(refusals.said(order, cmd.none(), pieces));
        if (arrivals.isEmpty()) {
            // the paper is kept, nothing of the order goes on
            orders.put(order, OrderAction.REFUSE, cmd.version(), whole);
        } else {
            orders.arrive(order, pieces, cmd.version(), whole);
        }
        refuseWrongDay(cmd.receivedOn(), clock.today(), order);
        refuseKnown(arrivals);
        Delivery delivery = new Delivery(order.id(), cmd.deliveryNoteNo().strip(), cmd.receivedOn(), clock.now());
        em.persist(delivery);
        em.flush();
        refusals.keep(delivery.id(), cmd.none());
        List<DeliveryLine> lines = new ArrayList<>();
        for (Arrival a : arrivals) {
            DeliveryLine line = new DeliveryLine(delivery.id(), a.line().id(), a.pieces(), prices.getOrDefault(a.line().id(), a.line().price().cents()));
            em.persist(line);
            lines.add(line);
        }
        em.flush();
        orders.lockBudgets(pieces.keySet());
        Map<Long, List<Long>> born = new HashMap<>();
        Map<Long, Long> invoiced = new HashMap<>();
        for (int i = 0; i < arrivals.size(); i++) {
            DeliveryLine line = lines.get(i);
            Map<String, Long> stepped = returns.stepIn(arrivals.get(i).line().id(), line.id(), arrivals.get(i).serials(), cmd.receivedOn(), paid);
            born.computeIfAbsent(line.id(), l -> new ArrayList<>()).addAll(stepped.values());
            if (paid) {
                stepped.values().forEach(device -> invoiced.put(device, line.priceCents()));
            }
            arrivals.set(i, arrivals.get(i).without(stepped.keySet()));
        }
        deviceMoney.priced(invoiced);
        List<Long> schools = arrivals.stream().map(a -> a.line().schoolId()).toList();
        register(order, cmd, arrivals, lines, born);
        asking.ask(order, delivery, schools);
        List<Booked.Line> booked = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Arrival a = arrivals.get(i);
            booked.add(new Booked.Line(lines.get(i).id(), a.line(), a.item(), pieces.get(a.line().id()), born.getOrDefault(lines.get(i).id(), List.of())));
        }
        return new Booked(delivery.id(), order, booked);
    }

    private void refuseRepeated(OrderLines.Order order, Receive cmd) {
        Ask.of(em, Repeated.class, """
                select d.receivedOn as day, coalesce((select sum(l.quantity) from DeliveryLine l where l.deliveryId = d.id), 0) as pieces
                from Delivery d where d.orderId = :order and d.deliveryNoteNo = :note""").set("order", order.id())
                .set("note", cmd.deliveryNoteNo().strip()).first().ifPresent(booked -> {
                    throw new Refused("delivery.already_received", cmd.deliveryNoteNo().strip(), booked.day(), booked.pieces());
                });
    }

    static void refuseWrongDay(LocalDate receivedOn, LocalDate today, OrderLines.Order order) {
        if (receivedOn.isAfter(today)) {
            throw new Refused("delivery.in_future", receivedOn);
        }
        if (receivedOn.isBefore(order.orderedOn())) {
            throw new Refused("delivery.before_order", receivedOn, order.no(), order.orderedOn());
        }
    }

    private List<Arrival> arrivals(Receive cmd, List<OrderLines.Line> lines) {
        List<Arrival> arrivals = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (Came came : cmd.lines()) {
            OrderLines.Line line = lines.stream().filter(l -> l.id().equals(came.orderLineId())).findFirst()
                    .orElseThrow(() -> new NotFound("OrderLine", came.orderLineId()));
            if (!seen.add(line.id())) {
                throw new Refused("delivery.line_twice", line.lineNo());
            }
            Article item = articles.one(line.itemId());
            arrivals.add(Arrival.of(came, line, item.name(), item.modelId(), Ask.of(em, ModelKind.class,
                    "select m.kind from DeviceModel m where m.id = :id").set("id", item.modelId()).one().orElseThrow()));
        }
        Arrival.refuseTwice(arrivals);
        arrivals.removeIf(a -> a.pieces() == 0);
        if (arrivals.isEmpty() && cmd.none().isEmpty()) {
            throw new Refused("delivery.nothing");
        }
        return arrivals;
    }

    private void refuseKnown(List<Arrival> arrivals) {
        List<String> serials = arrivals.stream().flatMap(a -> a.serials().stream()).toList();
        if (serials.isEmpty()) {
            return;
        }
        Ask.of(em, Known.class, """
                select d.serial, d.inventoryNo, s.id as schoolId, s.name as school, m.name as room from Device d
                join School s on s.id = d.schoolId left join Room m on m.id = d.roomId where d.serial in :serials order by d.id""")
                .set("serials", serials).first().ifPresent(known -> {
                    throw guard.may(DEVICE_VIEW, known.schoolId()) ? new Refused("delivery.serial_known", known.serial(), known.inventoryNo(), known.place())
                            : new Refused("delivery.serial_elsewhere", known.serial());
                });
    }

    private void register(OrderLines.Order order, Receive cmd, List<Arrival> arrivals, List<DeliveryLine> lines, Map<Long, List<Long>> devicesOf) {
        List<Devices.Register> born = new ArrayList<>();
        List<Long> of = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            Arrival arrival = arrivals.get(i);
            if (arrival.serials().isEmpty()) {
                continue;
            }
            DeliveryLine deliveryLine = lines.get(i);
            OrderLines.Line line = arrival.line();
            List<BudgetQueries.Named> payers = orders.payers(line.id());
            Binding binding = orders.binding(payers);
            Iterator<List<Devices.Payer>> parts = orders.parts(line.id(), payers, arrival.pieces(), Money.of(deliveryLine.priceCents())).iterator();
            arrival.serials().forEach(serial -> {
                born.add(new Devices.Register(arrival.modelId(), serial, line.schoolId(), line.roomId(), line.id(), order.no(),
                        payers.get(0).id(), payers.get(0).label(), deliveryLine.priceCents(), cmd.receivedOn(), binding, parts.next(), line.warrantyMonths()));
                of.add(deliveryLine.id());
            });
        }
        Iterator<Long> line = of.iterator();
        devices.register(born).forEach(id -> {
            Long its = line.next();
            em.persist(new DeliveredDevice(id, its));
            devicesOf.computeIfAbsent(its, l -> new ArrayList<>()).add(id);
        });
    }

    /** A delivery that is booked already. */
    private record Repeated(LocalDate day, Long pieces) {
    }

    /** A device with one of the serials that are asked for. */
    private record Known(String serial, String inventoryNo, Long schoolId, String school, String room) {
        String place() {
            return room == null ? school : school + ", " + room;
        }
    }
}
