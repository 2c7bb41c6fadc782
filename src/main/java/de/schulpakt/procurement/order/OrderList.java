package de.schulpakt.procurement.order;

import static de.schulpakt.identity.Permission.ORDER_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.Filter;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.text.Like;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The orders of the authorities that the asker may see, the newest first. Who sees only single schools sees none. */
@Queries
public class OrderList extends ListOf<OrderList.Row> {
    private static final List<OrderState> AWAITED = List.of(OrderState.PLACED, OrderState.PARTLY_DELIVERED);
    private static final String ASKED_BY = """
            select distinct q.orderId from OrderLine q join RequestItem i on i.id = q.requestItemId
            join Request r on r.id = i.requestId where r.no like\s""";
    private static final String LINES = " from OrderLine l where l.orderId = o.id), 0)";
    private static final Listing<Row> LISTING = Listing.of(Row.class, "orders", "/procurement/orders")
            .from("PurchaseOrder o").join("s", "join Supplier s on s.id = o.supplierId")
            .join("a", "join Authority a on a.id = o.authorityId")
            .hidden("supplierId", "s.id").hidden("authorityId", "a.id").hidden("version", "o.version")
            .column("no", "orders.order", TEXT, "o.no").sorted("no", "o.id").always().link("order.xhtml?id={id}")
            .column("supplier", "orders.supplier", TEXT, "s.name").sorted()
            .column("authority", "orders.authority", TEXT, "a.name").asked()
            .column("state", "orders.state", STATE, "o.state").sorted()
            .column("orderedOn", "orders.ordered", DAY, "o.orderedOn").sorted()
            .column("expectedOn", "orders.expected", DAY, "o.expectedOn").sorted()
            .column("pieces", "orders.pieces", NUMBER, "coalesce((select sum(l.quantity - l.cancelled)" + LINES)
            .column("delivered", "orders.delivered", NUMBER, "coalesce((select sum(l.delivered)" + LINES)
            .column("totalCents", "orders.total", MONEY, "coalesce((select sum(l.priceCents * (l.quantity - l.cancelled))" + LINES)
            .column("orderedCents", "orders.ordered_total", MONEY, "coalesce((select sum(l.priceCents * l.quantity)" + LINES).asked()
            .looked("q", String.class, OrderList::text)
            .equal("state", OrderState.class, "o.state")
            .own("open", Boolean.class, open -> open ? Condition.of("o.state in :awaited", "awaited", AWAITED) : Condition.ALL)
            .equal("supplier", Long.class, "o.supplierId").equal("authority", Long.class, "o.authorityId")
            .own("school", Long.class, school -> Condition.of("exists (select 1 from OrderLine c where c.orderId = o.id"
                    + " and c.schoolId = :school)", "school", school))
            .between("orderedOn", LocalDate.class, "o.orderedOn")
            .build();
    @Inject
    Guard guard;

    /** The beginning of the order's number or of that of a request in it, or a part of the supplier's name. */
    private static Condition text(String text, Filter.Lookup lookup) {
        List<Long> suppliers = lookup.ids("select p.id from Supplier p where p.name like :part escape '!'", Like.anywhere(text), Filter.AT_ONCE);
        List<Long> orders = lookup.ids(ASKED_BY + ":part escape '!'", Like.beginning(text), Filter.AT_ONCE + 1);
        boolean few = orders.size() <= Filter.AT_ONCE;
        Map<String, Object> values = new HashMap<>(Map.of("begins", Like.beginning(text)));
        values.put("suppliers", suppliers.isEmpty() ? List.of(-1L) : suppliers);
        if (few) {
            values.put("orders", orders.isEmpty() ? List.of(-1L) : orders);
        }
        return new Condition("o.no like :begins escape '!' or o.supplierId in :suppliers or o.id in "
                + (few ? ":orders" : "(" + ASKED_BY + ":begins escape '!')"), values);
    }

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(ORDER_VIEW).ofAuthority("o.authorityId");
    }

    /**
     * An order in a list.
     *
     * @param totalCents gross, at the ordered price, without what was cancelled
     * @param orderedCents gross, as it was ordered; null unless it is asked for
     * @param pieces     ordered and not cancelled
     * @param delivered  of these, what has come
     */
    public record Row(Long id, String no, Long supplierId, String supplier, Long authorityId, String authority,
            OrderState state, Long totalCents, Long orderedCents, Long pieces, Long delivered, LocalDate orderedOn, LocalDate expectedOn,
            Integer version) {
    }
}
