package de.schulpakt.procurement.receipt;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks at what was scanned before it is booked, and at what came too many. */
@Queries
public class ReceiptQueries {
    private static final int AT_ONCE = 1_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /**
     * A serial number that cannot be booked.
     *
     * @param place of it among those that were scanned for the line, the first being 1
     * @param why   what is wrong with it
     */
    public record Bad(Long orderLineId, Integer place, String serial, Sentence why) {
    }

    /** Pieces of a line that are awaited. */
    private record Awaited(Long id, String item, Integer pieces) {
    }

    /** A device with one of the serials that are asked for. */
    private record Known(String serial, String inventoryNo, Long schoolId, String school, String room) {
    }

    /**
     * Those of the scanned serial numbers that cannot be booked for an order: scanned twice, of a device that is there, or beyond what
     * is awaited. The others can.
     *
     * @throws NotFound if there is no such order or line, or its authority is not the asker's
     */
    public List<Bad> bad(Long orderId, List<Receipts.Came> lines) {
        guard.requireAuthority(DELIVERY_RECEIVE, Ask.of(em, Long.class, "select o.authorityId from PurchaseOrder o where o.id = :id").set("id", orderId)
                .one().orElseThrow(() -> new NotFound("Order", orderId)));
        Map<Long, Awaited> awaited = Ask.of(em, Awaited.class, """
                select l.id as id, c.name as item, l.quantity - l.delivered - l.cancelled as pieces from OrderLine l
                join CatalogueItem c on c.id = l.itemId where l.orderId = :order""").set("order", orderId).list().stream()
                .collect(Collectors.toMap(Awaited::id, a -> a));
        Map<String, Known> known = known(lines.stream().flatMap(l -> Arrival.serials(l.serials()).stream()).distinct().toList());
        Map<String, String> seen = new HashMap<>();
        List<Bad> bad = new ArrayList<>();
        for (Receipts.Came came : lines) {
            Awaited line = awaited.get(came.orderLineId());
            if (line == null) {
                throw new NotFound("OrderLine", came.orderLineId());
            }
            int good = 0;
            int place = 0;
            for (String serial : Arrival.serials(came.serials())) {
                place++;
                Known device = known.get(serial.toLowerCase(Locale.ROOT));
                String first = seen.putIfAbsent(serial.toLowerCase(Locale.ROOT), serial);
                Sentence why = first != null ? Sentence.of("delivery.serial_twice", serial, line.item(), place)
                        : device != null ? why(device) : good >= line.pieces() ? Sentence.of("delivery.serial_beyond", serial, line.item(), line.pieces()) : null;
                if (why == null) {
                    good++;
                } else {
                    bad.add(new Bad(line.id(), place, serial, why));
                }
            }
        }
        return bad;
    }

    /** A delivery with its order. */
    private record OfOrder(Long orderId, Long authorityId) {
    }

    /**
     * The order of a delivery.
     *
     * @throws NotFound if there is no such delivery or its authority is not the asker's
     */
    public Long orderOf(Long deliveryId) {
        OfOrder of = Ask.of(em, OfOrder.class, "select o.id as orderId, o.authorityId as authorityId from Delivery d join PurchaseOrder o on o.id = d.orderId where d.id = :id")
                .set("id", deliveryId).one().orElseThrow(() -> new NotFound("Delivery", deliveryId));
        guard.requireAuthority(ORDER_VIEW, of.authorityId());
        return of.orderId();
    }

    /**
     * Pieces that came beyond what was ordered.
     *
     * @param endedOn null while they stand aside
     */
    public record Surplus(Long id, Long orderLineId, Integer lineNo, String article, String school, Integer pieces, LocalDate cameOn, String note, String actor,
            LocalDate endedOn, String endedWhy) {
    }

    /**
     * What came too many for an order, in the order in which it was noted.
     *
     * @throws NotFound if there is no such order or its authority is not the asker's
     */
    public List<Surplus> surpluses(Long orderId) {
        guard.requireAuthority(ORDER_VIEW, Ask.of(em, Long.class, "select o.authorityId from PurchaseOrder o where o.id = :id").set("id", orderId)
                .one().orElseThrow(() -> new NotFound("Order", orderId)));
        return Ask.of(em, Surplus.class, """
                select g.id as id, l.id as orderLineId, l.lineNo as lineNo, c.name as article, s.name as school, g.pieces as pieces, g.cameOn as cameOn,
                    g.note as note, g.actor as actor, g.endedOn as endedOn, g.endedWhy as endedWhy
                from GoodsSurplus g join OrderLine l on l.id = g.orderLineId join CatalogueItem c on c.id = l.itemId join School s on s.id = l.schoolId
                where l.orderId = :order order by g.id""").set("order", orderId).list();
    }

    private Sentence why(Known device) {
        return guard.may(DEVICE_VIEW, device.schoolId()) ? Sentence.of("delivery.serial_known", device.serial(), device.inventoryNo(),
                device.room() == null ? device.school() : device.school() + ", " + device.room()) : Sentence.of("delivery.serial_elsewhere", device.serial());
    }

    private Map<String, Known> known(List<String> serials) {
        Map<String, Known> known = new HashMap<>();
        for (int from = 0; from < serials.size(); from += AT_ONCE) {
            Ask.of(em, Known.class, """
                    select d.serial as serial, d.inventoryNo as inventoryNo, s.id as schoolId, s.name as school, m.name as room from Device d
                    join School s on s.id = d.schoolId left join Room m on m.id = d.roomId where d.serial in :serials""")
                    .set("serials", serials.subList(from, Math.min(from + AT_ONCE, serials.size()))).list()
                    .forEach(d -> known.put(d.serial().toLowerCase(Locale.ROOT), d));
        }
        return known;
    }

    /**
     * Material of an order, and where it lies.
     *
     * @param lines  of material that has come
     * @param lots   what went into stores, the newest first
     * @param stores open ones of the authority
     */
    public record Stock(List<Material> lines, List<Lot> lots, List<StoreChoice> stores) {
        /** Of which nothing has gone out. */
        public List<Lot> wholeLots() {
            return lots.stream().filter(Lot::whole).toList();
        }
    }

    /**
     * A line of material.
     *
     * @param free pieces that have come and lie in no store
     */
    public record Material(Long lineId, Integer lineNo, String article, String school, Integer delivered, Integer free, Long priceCents) {
    }

    /**
     * What went into a store.
     *
     * @param left      what is still there of it
     * @param costCents gross, of all of it
     * @param takenBack true: it did not go there after all
     */
    public record Lot(Long id, Long lineId, Integer lineNo, Long storeId, String store, String article, String unit, BigDecimal amount, BigDecimal left, Long costCents,
            LocalDate receivedOn, Boolean takenBack) {
        /** True as long as nothing of it has gone out. */
        public boolean whole() {
            return !takenBack && amount.compareTo(left) == 0;
        }
    }

    /** A store to choose. */
    public record StoreChoice(Long id, String name) {
    }

    private record Came(Long lineId, Integer lineNo, String article, String school, Integer delivered, Long priceCents) {
    }

    /**
     * The material of an order that has come, what of it lies in which store, and where the rest can go.
     *
     * @throws NotFound if there is no such order or its authority is not the asker's
     */
    public Stock stock(Long orderId) {
        Long authority = Ask.of(em, Long.class, "select o.authorityId from PurchaseOrder o where o.id = :id").set("id", orderId).one()
                .orElseThrow(() -> new NotFound("Order", orderId));
        guard.requireAuthority(ORDER_VIEW, authority);
        List<Lot> lots = Ask.of(em, Lot.class, """
                select x.id as id, l.id as lineId, l.lineNo as lineNo, t.id as storeId, t.name as store, x.article as article, x.unit as unit, x.amount as amount,
                    x.leftAmount as left_, x.costCents as costCents, x.receivedOn as receivedOn, x.takenBack as takenBack
                from StoreLot x join OrderLine l on l.id = x.orderLineId join Store t on t.id = x.storeId where l.orderId = :order order by x.id desc""")
                .set("order", orderId).list();
        Map<Long, Integer> stored = lots.stream().filter(l -> !l.takenBack()).collect(Collectors.groupingBy(Lot::lineId, Collectors.summingInt(l -> l.amount().intValue())));
        return new Stock(Ask.of(em, Came.class, """
                select l.id as lineId, l.lineNo as lineNo, c.name as article, s.name as school, l.delivered as delivered, l.priceCents as priceCents
                from OrderLine l join CatalogueItem c on c.id = l.itemId join DeviceModel m on m.id = c.modelId join School s on s.id = l.schoolId
                where l.orderId = :order and l.delivered > 0 and m.kind = :material order by l.lineNo""").set("order", orderId).set("material", ModelKind.ACCESSORY).list().stream()
                .map(m -> new Material(m.lineId(), m.lineNo(), m.article(), m.school(), m.delivered(), m.delivered() - stored.getOrDefault(m.lineId(), 0), m.priceCents())).toList(),
                lots,
                Ask.of(em, StoreChoice.class, "select t.id as id, t.name as name from Store t where t.authorityId = :authority and t.closed = false order by t.name, t.id")
                        .set("authority", authority).list());
    }
}
