package de.schulpakt.procurement.receipt;

import static de.schulpakt.identity.Permission.DELIVERY_CONFIRM;
import static de.schulpakt.identity.Permission.ORDER_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Questions about what schools say of what has come for them. */
@Queries
public class GoodsCheckQueries {
    private static final String ASKED = """
            select c.id as id, c.no as no, s.id as schoolId, s.name as school, d.deliveryNoteNo as deliveryNoteNo, c.state as state_, c.dueOn as dueOn,
                c.answeredAt as answeredAt, coalesce((select sum(l.quantity) from DeliveryLine l, OrderLine k where l.deliveryId = d.id
                    and k.id = l.orderLineId and k.schoolId = c.schoolId), 0) as pieces
            from GoodsCheck c join Delivery d on d.id = c.deliveryId join School s on s.id = c.schoolId""";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;

    /**
     * What has come for a school and what it says of it.
     *
     * @param silent  true: the day for the answer is over and there is none
     * @param orderId null for who sees no orders
     */
    public record View(Long id, String no, GoodsCheckState state, Long schoolId, String school, Long orderId, String orderNo, String supplier,
            String deliveryNoteNo, LocalDate receivedOn, LocalDate askedOn, LocalDate dueOn, Boolean silent, Instant answeredAt, String answeredBy,
            String note, List<Line> lines, Set<GoodsCheckAction> actions, Integer version, List<HistoryEntry> timeline) {
        /**
         * A line of the delivery.
         *
         * @param serials of its devices that are here
         */
        public record Line(Long id, Integer lineNo, String article, String room, Integer pieces, List<String> serials, Integer missing, Integer broken, String note) {
        }
    }

    /** A question of an order: which school was asked about which delivery, and what it has said. */
    public record OfOrder(Long id, String no, Long schoolId, String school, String deliveryNoteNo, GoodsCheckState state, LocalDate dueOn, Instant answeredAt, Long pieces) {
        /** True if the day for the answer is over and there is none. */
        public boolean silentOn(LocalDate today) {
            return state == GoodsCheckState.ASKED && dueOn.isBefore(today);
        }
    }

    private record Head(Long id, String no, GoodsCheckState state, Long schoolId, String school, Long deliveryId, Long orderId, String orderNo,
            Long authorityId, String supplier, String deliveryNoteNo, LocalDate receivedOn, LocalDate askedOn, LocalDate dueOn, Instant answeredAt,
            String answeredBy, String note, Integer version) {
    }

    private record Row(Long id, Integer lineNo, String article, String room, Integer pieces, Integer missing, Integer broken, String note) {
    }

    private record Serial(Long line, String serial) {
    }

    /**
     * One of them.
     *
     * @throws NotFound if there is none or it is of a school that is not the asker's
     */
    public View view(long id) {
        Head h = Ask.of(em, Head.class, """
                select c.id as id, c.no as no, c.state as state_, s.id as schoolId, s.name as school, d.id as deliveryId, o.id as orderId, o.no as orderNo,
                    o.authorityId as authorityId, u.name as supplier, d.deliveryNoteNo as deliveryNoteNo, d.receivedOn as receivedOn, c.askedOn as askedOn,
                    c.dueOn as dueOn, c.answeredAt as answeredAt, c.answeredBy as answeredBy, c.note as note, c.version as version
                from GoodsCheck c join School s on s.id = c.schoolId join Delivery d on d.id = c.deliveryId join PurchaseOrder o on o.id = d.orderId
                join Supplier u on u.id = o.supplierId where c.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("GoodsCheck", id));
        guard.require(REQUEST_VIEW, h.schoolId());
        Map<Long, List<String>> serials = Ask.of(em, Serial.class, """
                select x.deliveryLineId as line, d.serial as serial from DeliveredDevice x join Device d on d.id = x.deviceId
                join DeliveryLine l on l.id = x.deliveryLineId where l.deliveryId = :delivery and d.schoolId = :school and d.serial is not null order by d.id""")
                .set("delivery", h.deliveryId()).set("school", h.schoolId()).list().stream()
                .collect(Collectors.groupingBy(Serial::line, Collectors.mapping(Serial::serial, Collectors.toList())));
        List<View.Line> lines = Ask.of(em, Row.class, """
                select d.id as id, l.lineNo as lineNo, c.name as article, m.name as room, d.quantity as pieces, g.missing as missing, g.broken as broken, g.note as note
                from DeliveryLine d join OrderLine l on l.id = d.orderLineId join CatalogueItem c on c.id = l.itemId join Room m on m.id = l.roomId
                left join GoodsCheckLine g on g.deliveryLineId = d.id and g.checkId = :id
                where d.deliveryId = :delivery and l.schoolId = :school order by l.lineNo, d.id""").set("id", id).set("delivery", h.deliveryId())
                .set("school", h.schoolId()).list().stream().map(r -> new View.Line(r.id(), r.lineNo(), r.article(), r.room(), r.pieces(),
                        serials.getOrDefault(r.id(), List.of()), r.missing() == null ? 0 : r.missing(), r.broken() == null ? 0 : r.broken(), r.note())).toList();
        boolean seesOrder = guard.mayAuthority(ORDER_VIEW, h.authorityId());
        return new View(h.id(), h.no(), h.state(), h.schoolId(), h.school(), seesOrder ? h.orderId() : null, h.orderNo(), h.supplier(), h.deliveryNoteNo(),
                h.receivedOn(), h.askedOn(), h.dueOn(), h.state() == GoodsCheckState.ASKED && h.dueOn().isBefore(clock.today()), h.answeredAt(), h.answeredBy(),
                h.note(), lines, guard.actions(GoodsCheckFlow.FLOW, h.state(), h.schoolId()), h.version(), history.of("GoodsCheck", id));
    }

    /**
     * What schools were asked about deliveries of an order, in the order of the deliveries.
     *
     * @throws NotFound if there is no such order or its authority is not the asker's
     */
    public List<OfOrder> ofOrder(Long orderId) {
        guard.requireAuthority(ORDER_VIEW, Ask.of(em, Long.class, "select o.authorityId from PurchaseOrder o where o.id = :id").set("id", orderId)
                .one().orElseThrow(() -> new NotFound("Order", orderId)));
        return Ask.of(em, OfOrder.class, ASKED + " where d.orderId = :order order by d.id, s.name, c.id").set("order", orderId).list();
    }

    /** What the schools of the asker are asked and have not answered, the eldest first. */
    public List<OfOrder> waiting(int most) {
        Scope scope = guard.scope(DELIVERY_CONFIRM);
        return scope.bind(Ask.of(em, OfOrder.class, ASKED + " where c.state = :asked and" + scope.school("s") + " order by c.dueOn, c.id"))
                .set("asked", GoodsCheckState.ASKED).list(most);
    }
}
