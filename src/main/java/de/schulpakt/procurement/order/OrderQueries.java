package de.schulpakt.procurement.order;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.identity.Permission.ORDER_PLACE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Like;
import de.schulpakt.platform.text.Money;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Questions about orders and deliveries. An order belongs to an authority: who sees only single schools sees none. */
@Queries
public class OrderQueries {
    private static final Map<String, String> COLUMNS = Map.of("no", "o.id", "supplier", "s.name", "state", "o.state",
            "orderedOn", "o.orderedOn", "expectedOn", "o.expectedOn");
    private static final String FROM = " from PurchaseOrder o join Supplier s on s.id = o.supplierId"
            + " join Authority a on a.id = o.authorityId";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    Clock clock;

    /** The orders of the authorities that the asker may see, newest first. */
    public Page<Row> list(Filter filter, PageRequest page) {
        Scope scope = guard.scope(ORDER_VIEW);
        String where = where(filter, scope);
        List<Row> rows = bind(filter, scope, em.createQuery("select o.id, o.no, s.id, s.name, a.id, a.name, o.state,"
                        + " (select sum(l.priceCents * l.quantity) from OrderLine l where l.orderId = o.id),"
                        + " (select sum(l.quantity - l.cancelled) from OrderLine l where l.orderId = o.id),"
                        + " (select sum(l.delivered) from OrderLine l where l.orderId = o.id),"
                        + " o.orderedOn, o.expectedOn, o.version" + FROM + where
                        + page.orderBy(COLUMNS, "o.id desc", "o.id"), Object[].class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList().stream()
                .map(r -> new Row((Long) r[0], (String) r[1], (Long) r[2], (String) r[3], (Long) r[4], (String) r[5],
                        (OrderState) r[6], number(r[7]), number(r[8]), number(r[9]), (LocalDate) r[10], (LocalDate) r[11],
                        (Integer) r[12]))
                .toList();
        long total = bind(filter, scope, em.createQuery("select count(o)" + FROM + where, Long.class)).getSingleResult();
        return Page.of(rows, total, page);
    }

    /**
     * One order with its lines, deliveries, invoices and devices.
     *
     * @throws NotFound if there is none or its authority is not the asker's
     */
    public View view(Long id) {
        Object[] o = em.createQuery("select o.no, s.id, s.name, s.email, a.id, a.name, o.state, o.awardReference, o.orderedOn,"
                        + " o.expectedOn, o.version" + FROM + " where o.id = :id", Object[].class).setParameter("id", id)
                .getResultStream().findFirst().orElseThrow(() -> new NotFound("Order", id));
        Long authorityId = (Long) o[4];
        guard.requireAuthority(ORDER_VIEW, authorityId);
        List<View.Line> lines = lines(id);
        List<View.Arrived> deliveries = deliveries(id);
        long total = lines.stream().mapToLong(View.Line::sumCents).sum();
        long net = lines.stream().mapToLong(l -> Money.of(l.sumCents()).net(l.vatBp()).cents()).sum();
        return new View(id, (String) o[0], (Long) o[1], (String) o[2], (String) o[3], authorityId, (String) o[5],
                (OrderState) o[6], (String) o[7], (LocalDate) o[8], (LocalDate) o[9], total, net,
                deliveries.stream().mapToLong(View.Arrived::totalCents).sum(), lines, deliveries, devices(id),
                guard.actionsOfAuthority(OrderFlow.FLOW, (OrderState) o[6], authorityId), (Integer) o[10], history.of("PurchaseOrder", id));
    }

    /**
     * The lines of approved requests that wait for an order, oldest request first, at most 500.
     *
     * @param supplierId null for those of all suppliers
     */
    public List<OpenItem> openItems(Long supplierId) {
        guard.require(ORDER_PLACE);
        Scope scope = guard.visibleSchools(ORDER_PLACE);
        TypedQuery<Object[]> query = scope.bind(em.createQuery("select i.id, r.id, r.no, s.authorityId, s.id, s.name, m.name,"
                + " p.id, p.name, c.name, c.contract, c.validTo, i.quantity, i.priceCents, c.priceCents, c.vatBp, i.category,"
                + " i.budgetId, c.active from RequestItem i join Request r on r.id = i.requestId"
                + " join CatalogueItem c on c.id = i.itemId join Supplier p on p.id = c.supplierId"
                + " join School s on s.id = r.schoolId join Room m on m.id = i.roomId"
                + " where i.reservationId is not null and" + scope.school("s")
                + (supplierId == null ? "" : " and p.id = :supplier") + " order by p.name, r.id, i.lineNo", Object[].class));
        if (supplierId != null) {
            query.setParameter("supplier", supplierId);
        }
        LocalDate today = clock.today();
        return query.setMaxResults(500).getResultList().stream().map(r -> new OpenItem((Long) r[0], (Long) r[1], (String) r[2],
                (Long) r[3], (Long) r[4], (String) r[5], (String) r[6], (Long) r[7], (String) r[8], (String) r[9],
                (String) r[10], (LocalDate) r[11], (Integer) r[12], (Long) r[13], (Long) r[14], (Integer) r[15],
                (Category) r[16], (Long) r[17],
                Boolean.TRUE.equals(r[18]) && (r[11] == null || !((LocalDate) r[11]).isBefore(today)))).toList();
    }

    /** What kind of thing a model is. */
    ModelKind kindOf(Long modelId) {
        return em.createQuery("select m.kind from DeviceModel m where m.id = :id", ModelKind.class).setParameter("id", modelId)
                .getSingleResult();
    }

    /** The first of these serials that a device already has, null if none. */
    KnownSerial known(List<String> serials) {
        List<Object[]> found = em.createQuery("select d.serial, d.inventoryNo, s.id, s.name, m.name from Device d"
                        + " join School s on s.id = d.schoolId left join Room m on m.id = d.roomId where d.serial in :serials"
                        + " order by d.id", Object[].class).setParameter("serials", serials).setMaxResults(1).getResultList();
        if (found.isEmpty()) {
            return null;
        }
        Object[] d = found.get(0);
        String place = !guard.may(DEVICE_VIEW, (Long) d[2]) ? "" : d[4] == null ? (String) d[3] : d[3] + ", " + d[4];
        return new KnownSerial((String) d[0], (String) d[1], place);
    }

    private List<View.Line> lines(Long orderId) {
        return em.createQuery("select l.id, l.lineNo, c.id, c.name, v.maker, v.name, v.kind, s.id, s.name, m.id, m.name, b.name,"
                        + " r.id, r.no, l.quantity, l.delivered, l.cancelled, l.priceCents, l.vatBp, l.budgetId, i.category,"
                        + " g.code, a.no, f.no from OrderLine l join RequestItem i on i.id = l.requestItemId"
                        + " join Request r on r.id = i.requestId join CatalogueItem c on c.id = l.itemId"
                        + " join DeviceModel v on v.id = c.modelId join School s on s.id = l.schoolId"
                        + " join Room m on m.id = l.roomId join Building b on b.id = m.buildingId"
                        + " join Budget u on u.id = l.budgetId join FundingPosition f on f.id = u.positionId"
                        + " join Application a on a.id = u.applicationId join Programme g on g.id = u.programmeId"
                        + " where l.orderId = :order order by l.lineNo", Object[].class)
                .setParameter("order", orderId).getResultList().stream().map(OrderQueries::line).toList();
    }

    private static View.Line line(Object[] r) {
        int quantity = (Integer) r[14];
        int delivered = (Integer) r[15];
        int cancelled = (Integer) r[16];
        return new View.Line((Long) r[0], (Integer) r[1], (Long) r[2], (String) r[3], (String) r[4], (String) r[5],
                (ModelKind) r[6], r[6] != ModelKind.ACCESSORY, (Long) r[7], (String) r[8], (Long) r[9], (String) r[10],
                (String) r[11], (Long) r[12], (String) r[13], quantity, delivered, cancelled, quantity - delivered - cancelled,
                (Long) r[17], Money.of((Long) r[17]).times(quantity).cents(), (Integer) r[18], (Long) r[19], (Category) r[20],
                r[21] + " · " + r[22] + " · " + r[23]);
    }

    private List<View.Arrived> deliveries(Long orderId) {
        return em.createQuery("select d.id, d.deliveryNoteNo, d.receivedOn, v.id, v.no, v.invoicedOn, v.totalCents,"
                        + " (select sum(l.quantity) from DeliveryLine l where l.deliveryId = d.id)"
                        + " from Delivery d join Invoice v on v.deliveryId = d.id where d.orderId = :order order by d.id",
                        Object[].class)
                .setParameter("order", orderId).getResultList().stream()
                .map(r -> new View.Arrived((Long) r[0], (String) r[1], (LocalDate) r[2], (Long) r[3], (String) r[4],
                        (LocalDate) r[5], (Long) r[6], number(r[7]))).toList();
    }

    private List<View.Piece> devices(Long orderId) {
        return em.createQuery("select d.id, d.orderLineId, y.deliveryId, d.inventoryNo, d.serial, d.state, m.name, d.priceCents"
                        + " from Device d left join Room m on m.id = d.roomId join OrderLine l on l.id = d.orderLineId"
                        + " join DeliveredDevice x on x.deviceId = d.id join DeliveryLine y on y.id = x.deliveryLineId"
                        + " where l.orderId = :order order by l.lineNo, d.id", Object[].class)
                .setParameter("order", orderId).setMaxResults(2000).getResultList().stream()
                .map(r -> new View.Piece((Long) r[0], (Long) r[1], (Long) r[2], (String) r[3], (String) r[4],
                        (DeviceState) r[5], (String) r[6], (Long) r[7])).toList();
    }

    private static String where(Filter f, Scope scope) {
        return " where" + (scope.everywhere() ? " 1 = 1" : " o.authorityId in :authorities")
                + (f.state() == null ? "" : " and o.state = :state")
                + (Boolean.TRUE.equals(f.open()) ? " and o.state in :open" : "")
                + (f.supplierId() == null ? "" : " and o.supplierId = :supplier")
                + (f.schoolId() == null ? "" : " and exists (select 1 from OrderLine l where l.orderId = o.id"
                        + " and l.schoolId = :school)")
                + (!Like.asked(f.text()) ? "" : " and (o.no like :text escape '!' or s.name like :text escape '!'"
                        + " or exists (select 1 from OrderLine l, RequestItem i, Request r where l.orderId = o.id"
                        + " and i.id = l.requestItemId and r.id = i.requestId and r.no like :text escape '!'))");
    }

    private static <T> TypedQuery<T> bind(Filter f, Scope scope, TypedQuery<T> query) {
        if (!scope.everywhere()) {
            query.setParameter("authorities", scope.authorities().isEmpty() ? Set.of(-1L) : scope.authorities());
        }
        if (f.state() != null) {
            query.setParameter("state", f.state());
        }
        if (Boolean.TRUE.equals(f.open())) {
            query.setParameter("open", List.of(OrderState.PLACED, OrderState.PARTLY_DELIVERED));
        }
        if (f.supplierId() != null) {
            query.setParameter("supplier", f.supplierId());
        }
        if (f.schoolId() != null) {
            query.setParameter("school", f.schoolId());
        }
        if (Like.asked(f.text())) {
            query.setParameter("text", Like.anywhere(f.text()));
        }
        return query;
    }

    private static Long number(Object sum) {
        return sum == null ? 0L : ((Number) sum).longValue();
    }

    /**
     * What a list of orders asks for; null asks for all.
     *
     * @param open true: only orders of which something is awaited
     * @param text part of the order's number, the supplier's name or the number of a request in it
     */
    public record Filter(OrderState state, Boolean open, Long supplierId, Long schoolId, String text) {
        /** Everything. */
        public static Filter all() {
            return new Filter(null, null, null, null, null);
        }
    }

    /**
     * An order in a list.
     *
     * @param totalCents gross, all lines at the ordered price
     * @param pieces     ordered and not cancelled
     * @param delivered  of these, what has come
     */
    public record Row(Long id, String no, Long supplierId, String supplier, Long authorityId, String authority,
            OrderState state, Long totalCents, Long pieces, Long delivered, LocalDate orderedOn, LocalDate expectedOn,
            Integer version) {
    }

    /**
     * An order whole.
     *
     * @param totalCents    gross, all lines at the ordered price
     * @param netCents      the same without tax, which the award limit is compared with
     * @param invoicedCents gross, all invoices
     */
    public record View(Long id, String no, Long supplierId, String supplier, String supplierEmail, Long authorityId,
            String authority, OrderState state, String awardReference, LocalDate orderedOn, LocalDate expectedOn, Long totalCents,
            Long netCents, Long invoicedCents, List<Line> lines, List<Arrived> deliveries, List<Piece> devices,
            Set<OrderAction> actions, Integer version, List<HistoryEntry> timeline) {

        /**
         * A line of the order.
         *
         * @param awaited    pieces still to come
         * @param serialised true: every piece has a serial and becomes a device
         * @param priceCents gross unit price ordered
         * @param label      programme, application and position that pay
         */
        public record Line(Long id, Integer lineNo, Long itemId, String article, String maker, String model, ModelKind kind,
                Boolean serialised, Long schoolId, String school, Long roomId, String room, String building, Long requestId,
                String requestNo, Integer quantity, Integer delivered, Integer cancelled, Integer awaited, Long priceCents,
                Long sumCents, Integer vatBp, Long budgetId, Category category, String label) {
        }

        /** A delivery with its invoice; the total is gross. */
        public record Arrived(Long id, String deliveryNoteNo, LocalDate receivedOn, Long invoiceId, String invoiceNo,
                LocalDate invoicedOn, Long totalCents, Long pieces) {
        }

        /**
         * A device that came.
         *
         * @param room       where it stands, null if it is not placed yet
         * @param priceCents gross price invoiced
         */
        public record Piece(Long deviceId, Long orderLineId, Long deliveryId, String inventoryNo, String serial, DeviceState state,
                String room, Long priceCents) {
        }
    }

    /**
     * A line of an approved request that waits for an order.
     *
     * @param id           id of the request's line, for {@link Orders.Place}
     * @param priceCents   gross unit price of the request
     * @param currentCents gross unit price in the catalogue now
     * @param offered      false: its item can no longer be called off
     */
    public record OpenItem(Long id, Long requestId, String requestNo, Long authorityId, Long schoolId, String school, String room,
            Long supplierId, String supplier, String article, String contract, LocalDate validTo, Integer quantity,
            Long priceCents, Long currentCents, Integer vatBp, Category category, Long budgetId, Boolean offered) {

        /** Gross amount at the price of the request. */
        public Long sumCents() {
            return priceCents * quantity;
        }

        /** True if the catalogue has another price now. */
        public boolean drifted() {
            return !Objects.equals(priceCents, currentCents);
        }
    }

    /**
     * A serial number that a device already has.
     *
     * @param place school and room, empty if the asker may not see that school's devices
     */
    record KnownSerial(String serial, String inventoryNo, String place) {
    }
}
