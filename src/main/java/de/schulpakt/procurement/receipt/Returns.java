package de.schulpakt.procurement.receipt;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.funding.ledger.Budgets;
import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.Replacements;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.procurement.order.OrderAction;
import de.schulpakt.procurement.order.OrderLines;
import jakarta.enterprise.event.Event;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What had come goes back: to the supplier, in exchange for another piece, or because it had never come. No money moves: what is not paid
 * stays committed for the replacement, what is paid waits for it or for a credit note.
 */
@UseCases
public class Returns {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    Actor actor;
    @Inject
    OrderLines orders;
    @Inject
    Replacements replacements;
    @Inject
    Budgets budgets;
    @Inject
    Event<Replaced> replaced;
    @Inject
    CheckAsking asking;

    /**
     * Pieces of a line go back, or had never come.
     *
     * @param serials        of the devices, in whatever letters
     * @param quantity       pieces of what has no serial; null otherwise
     * @param backOn         day on which they went
     * @param newSerials     of an exchange: those that came for them, in the same order
     * @param deliveryNoteNo of an exchange: the paper that came with them
     */
    public record Back(@NotNull Integer version, @NotNull BackKind kind, @NotNull Long orderLineId, @Size(max = 1_000) List<@Size(max = 80) String> serials,
            @PositiveOrZero @Max(10_000) Integer quantity, @NotNull LocalDate backOn, @Size(max = 1_000) List<@Size(max = 80) String> newSerials,
            @Size(max = 60) String deliveryNoteNo, @NotBlank @Size(max = 2000) String reason) {
        /** Absent serials are none. */
        public Back {
            serials = serials == null ? List.of() : serials;
            newSerials = newSerials == null ? List.of() : newSerials;
        }
    }

    /** The paper of a delivery is put right: its number and the day on which the goods came. */
    public record Correct(@NotNull Integer version, @NotBlank @Size(max = 60) String deliveryNoteNo, @NotNull LocalDate receivedOn,
            @NotBlank @Size(max = 2000) String reason) {
    }

    /** A device came in the place of another: who has noted something of the first notes it of the second. */
    public record Replaced(Long oldDevice, Long newDevice) {
    }

    /** A device of a line. */
    private record Piece(Long id, String serial, LocalDate cameOn) {
    }

    /** What stands on the paper of a delivery. */
    private record Paper(String deliveryNoteNo, LocalDate receivedOn) {
    }

    /**
     * Pieces that had come go back. Their devices end, whatever they are bound to; the line waits for others. An exchange books those at
     * once: they keep position, payers, price, place and binding, and go on with the open tickets.
     *
     * @throws Refused {@code back.nothing}, {@code back.unknown} for a serial that is not of this line or is back already,
     *                 {@code back.twice}, {@code back.too_many} for more pieces than are here, {@code back.in_store} for pieces that lie in a store, {@code back.wrong_day} for a day that is still to
     *                 come or before the goods came, {@code back.exchange_uneven} for other than one new serial each, {@code back.note_missing},
     *                 {@code back.note_booked} for a delivery note that is booked, {@code device.serial_taken}, {@code device.lent}
     */
    public void back(long orderId, @Valid Back cmd) {
        OrderLines.Order order = orders.lock(orderId);
        guard.requireAuthority(DELIVERY_RECEIVE, order.authorityId());
        OrderLines.Line line = order.lines().stream().filter(l -> l.id().equals(cmd.orderLineId())).findFirst()
                .orElseThrow(() -> new NotFound("OrderLine", cmd.orderLineId()));
        List<Piece> gone = gone(cmd, line);
        boolean counted = gone.isEmpty();
        int pieces = counted ? cmd.quantity() : gone.size();
        if (pieces > line.delivered()) {
            throw new Refused("back.too_many", line.lineNo(), line.delivered(), pieces);
        }
        int stored = counted && cmd.kind() != BackKind.EXCHANGED ? Stocking.stored(em, line.id()) : 0;
        if (line.delivered() - pieces < stored) {
            throw new Refused("back.in_store", line.lineNo(), stored, line.delivered());
        }
        if (cmd.backOn().isAfter(clock.today()) || cmd.backOn().isBefore(order.orderedOn()) || gone.stream().anyMatch(g -> cmd.backOn().isBefore(g.cameOn()))) {
            throw new Refused("back.wrong_day", cmd.backOn());
        }
        Said said = Said.that("said.back", line.lineNo(), pieces, cmd.kind()).andWords(cmd.reason());
        if (cmd.kind() == BackKind.EXCHANGED) {
            exchange(order, line, cmd, gone, pieces, said);
            return;
        }
        orders.sendBack(order, Map.of(line.id(), pieces), cmd.version(), said);
        replacements.sendBack(gone.stream().map(Piece::id).toList(), cmd.backOn(), cmd.kind().came(), cmd.reason(), Said.that("said.back_device", cmd.kind())
                .andWords(cmd.reason()));
        write(line, gone, pieces, cmd);
    }

    private void exchange(OrderLines.Order order, OrderLines.Line line, Back cmd, List<Piece> gone, int pieces, Said said) {
        List<String> serials = Arrival.serials(cmd.newSerials());
        if (serials.size() != gone.size()) {
            throw new Refused("back.exchange_uneven", gone.size(), serials.size());
        }
        if (cmd.deliveryNoteNo() == null || cmd.deliveryNoteNo().isBlank()) {
            throw new Refused("back.note_missing");
        }
        String note = cmd.deliveryNoteNo().strip();
        refuseNoteTwice(order, note, -1L);
        orders.put(order, OrderAction.EXCHANGE, cmd.version(), said);
        orders.lockBudgets(List.of(line.id()));
        replacements.sendBack(gone.stream().map(Piece::id).toList(), cmd.backOn(), true, cmd.reason(), Said.that("said.back_device", cmd.kind()).andWords(cmd.reason()));
        List<GoodsBack> backs = write(line, gone, pieces, cmd);
        Delivery delivery = new Delivery(order.id(), note, cmd.backOn(), clock.now());
        em.persist(delivery);
        em.flush();
        DeliveryLine came = new DeliveryLine(delivery.id(), line.id(), pieces, line.price().cents());
        em.persist(came);
        em.flush();
        for (int i = 0; i < serials.size(); i++) {
            stepIn(backs.get(i), replacements.replace(gone.get(i).id(), serials.get(i), cmd.backOn(), true, true), came.id());
        }
        asking.ask(order, delivery, List.of(line.schoolId()));
    }

    /**
     * The first devices that come again for a line stand in the place of those that went back. Inner door of the receipt, which has locked
     * the budgets of the line.
     *
     * @param serials of what has come
     * @param paid    true: an invoice comes with them, so that they replace only what is not paid
     * @return the devices by their serials; the other serials are new
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the receipt has asked for DELIVERY_RECEIVE at this authority.")
    public Map<String, Long> stepIn(Long lineId, Long deliveryLineId, List<String> serials, LocalDate day, boolean paid) {
        List<GoodsBack> back = waiting(lineId).stream().filter(b -> b.deviceId() != null).toList();
        if (back.isEmpty()) {
            return Map.of();
        }
        Set<Long> invoiced = paid ? invoiced(lineId) : Set.of();
        List<GoodsBack> waiting = back.stream().filter(b -> !invoiced.contains(b.deviceId())).toList();
        Map<String, Long> taken = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(waiting.size(), serials.size()); i++) {
            GoodsBack gone = waiting.get(i);
            Long device = replacements.replace(gone.deviceId(), serials.get(i), day, gone.kind().came(), false);
            stepIn(gone, device, deliveryLineId);
            taken.put(serials.get(i), device);
        }
        return taken;
    }

    private void stepIn(GoodsBack back, Long device, Long deliveryLineId) {
        back.replacedBy(device);
        em.persist(new DeliveredDevice(device, deliveryLineId));
        em.flush();
        replaced.fire(new Replaced(back.deviceId(), device));
    }

    /**
     * A credit note gives back the money of so many pieces of a line that went back, of those that are paid first. Inner door of the approved
     * credit note.
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the approval of the credit note has asked for DELIVERY_RECEIVE at this authority.")
    public void credited(Long lineId, int pieces, Long partId) {
        Set<Long> invoiced = invoiced(lineId);
        int left = pieces;
        for (GoodsBack back : waiting(lineId).stream().sorted(Comparator.comparing(b -> !invoiced.contains(b.deviceId()))).toList()) {
            if (left > 0) {
                if (back.pieces() > left) {
                    em.persist(back.without(left));
                }
                left -= back.pieces();
                back.credited(partId);
            }
        }
    }

    /** What went back of a line and waits for other pieces or a credit note, the eldest first. */
    private List<GoodsBack> waiting(Long lineId) {
        return em.createQuery("select b from GoodsBack b where b.orderLineId = :line and b.replacedId is null and b.creditPartId is null order by b.id",
                GoodsBack.class).setParameter("line", lineId).getResultList();
    }

    /** The devices of a line that an invoice has paid. */
    private Set<Long> invoiced(Long lineId) {
        return new HashSet<>(Ask.of(em, Long.class, "select y.deviceId from InvoicedDevice y join Device d on d.id = y.deviceId where d.orderLineId = :line")
                .set("line", lineId).list());
    }

    /** It does so no longer, because the credit note was cancelled. Inner door of that. */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: who cancels the credit note has asked for DELIVERY_RECEIVE at this authority.")
    public void uncredited(Long partId) {
        em.createQuery("select b from GoodsBack b where b.creditPartId = :part", GoodsBack.class).setParameter("part", partId).getResultList()
                .forEach(b -> b.credited(null));
    }

    /**
     * The paper of a delivery is put right: its number, or the day on which the goods came. Devices and a binding that began with the delivery
     * follow, and so does that of a device that came in the place of one of them.
     *
     * @throws Refused {@code delivery.in_future}, {@code delivery.before_order}, {@code back.note_booked}, {@code back.not_changed},
     *                 {@code back.gone_before} for a day after one on which a device of it went back,
     *                 {@code budget.period_over} for a day after the approval period of who pays
     */
    public void correct(long orderId, long receiptId, @Valid Correct cmd) {
        OrderLines.Order order = orders.lock(orderId);
        guard.requireAuthority(DELIVERY_RECEIVE, order.authorityId());
        Delivery delivery = em.find(Delivery.class, receiptId);
        if (delivery == null || !delivery.orderId().equals(orderId)) {
            throw new NotFound("Delivery", receiptId);
        }
        String note = cmd.deliveryNoteNo().strip();
        Paper before = new Paper(delivery.deliveryNoteNo(), delivery.receivedOn());
        if (note.equals(before.deliveryNoteNo()) && cmd.receivedOn().equals(before.receivedOn())) {
            throw new Refused("back.not_changed", note);
        }
        Receipts.refuseWrongDay(cmd.receivedOn(), clock.today(), order);
        refuseNoteTwice(order, note, receiptId);
        refuseAfterBack(receiptId, cmd.receivedOn());
        orders.put(order, OrderAction.CORRECT, cmd.version(), Said.that("said.receipt_corrected", before.deliveryNoteNo(), before.receivedOn(), note,
                cmd.receivedOn()).andWords(cmd.reason()));
        delivery.become(note, cmd.receivedOn());
        asking.named(order, delivery);
        if (!cmd.receivedOn().equals(before.receivedOn())) {
            List<Long> lines = Ask.of(em, Long.class, "select l.orderLineId from DeliveryLine l where l.deliveryId = :id").set("id", receiptId).list();
            lines.forEach(line -> budgets.unlessOver(orders.payers(line).stream().map(p -> p.id()).toList(), cmd.receivedOn()));
            replacements.cameOn(Ask.of(em, Long.class, "select x.deviceId from DeliveredDevice x join DeliveryLine l on l.id = x.deliveryLineId"
                    + " where l.deliveryId = :id").set("id", receiptId).list(), cmd.receivedOn(), cmd.reason());
        }
    }

    private void refuseAfterBack(long receiptId, LocalDate day) {
        Ask.of(em, LocalDate.class, """
                select b.backOn from GoodsBack b join DeliveredDevice x on x.deviceId = b.deviceId join DeliveryLine l on l.id = x.deliveryLineId
                where l.deliveryId = :id and b.backOn < :day order by b.backOn""").set("id", receiptId).set("day", day).first().ifPresent(back -> {
                    throw new Refused("back.gone_before", day, back);
                });
    }

    private List<GoodsBack> write(OrderLines.Line line, List<Piece> gone, int pieces, Back cmd) {
        List<GoodsBack> backs = new ArrayList<>();
        if (gone.isEmpty()) {
            backs.add(new GoodsBack(line.id(), null, pieces, cmd, actor.name(), clock.now()));
        }
        gone.forEach(piece -> backs.add(new GoodsBack(line.id(), piece.id(), 1, cmd, actor.name(), clock.now())));
        backs.forEach(em::persist);
        em.flush();
        return backs;
    }

    /** The devices with the scanned serials, in their order; none if nothing was scanned. */
    private List<Piece> gone(Back cmd, OrderLines.Line line) {
        List<String> serials = Arrival.serials(cmd.serials());
        if (serials.isEmpty() && (cmd.quantity() == null || cmd.quantity() == 0 || cmd.kind() == BackKind.EXCHANGED)) {
            throw new Refused("back.nothing");
        }
        Map<String, Piece> known = new HashMap<>();
        Ask.of(em, Piece.class, """
                select d.id as id, d.serial as serial, y.receivedOn as cameOn from Device d
                join DeliveredDevice x on x.deviceId = d.id join DeliveryLine l on l.id = x.deliveryLineId join Delivery y on y.id = l.deliveryId
                where d.orderLineId = :line and not exists (select b.id from GoodsBack b where b.deviceId = d.id) order by d.id""")
                .set("line", line.id()).list().forEach(p -> known.put(p.serial().toLowerCase(Locale.ROOT), p));
        if (serials.isEmpty() && !known.isEmpty()) {
            throw new Refused("back.nothing");
        }
        List<Piece> gone = new ArrayList<>();
        for (String serial : serials) {
            Piece piece = known.get(serial.toLowerCase(Locale.ROOT));
            if (piece == null) {
                throw new Refused("back.unknown", serial, line.lineNo());
            }
            if (gone.stream().anyMatch(g -> Objects.equals(g.id(), piece.id()))) {
                throw new Refused("back.twice", serial);
            }
            gone.add(piece);
        }
        return gone;
    }

    private void refuseNoteTwice(OrderLines.Order order, String note, Long except) {
        Ask.of(em, LocalDate.class, "select d.receivedOn from Delivery d where d.orderId = :order and d.deliveryNoteNo = :note and d.id <> :except")
                .set("order", order.id()).set("note", note).set("except", except).first().ifPresent(day -> {
                    throw new Refused("back.note_booked", note, day);
                });
    }
}
