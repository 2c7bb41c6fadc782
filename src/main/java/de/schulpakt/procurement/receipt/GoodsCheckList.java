package de.schulpakt.procurement.receipt;

import static de.schulpakt.identity.Permission.REQUEST_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;

/** What was received for the schools that the asker may see, and what they have said of it, the newest first. */
@Queries
public class GoodsCheckList extends ListOf<GoodsCheckList.Row> {
    private static final String SHORT = "coalesce((select sum(n.missing + n.broken) from GoodsCheckLine n where n.checkId = g.id), 0)";
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    private final Listing<Row> listing = Listing.of(Row.class, "arrivals", "/procurement/arrivals")
            .from("GoodsCheck g").join("s", "join School s on s.id = g.schoolId").join("d", "join Delivery d on d.id = g.deliveryId")
            .hidden("schoolId", "s.id").hidden("orderId", "d.orderId").hidden("version", "g.version")
            .column("no", "goods_check.no", TEXT, "g.no").sorted("no", "g.id").always().link("arrival.xhtml?id={id}")
            .column("school", "requests.school", TEXT, "s.name").sorted()
            .column("state", "orders.state", STATE, "g.state").sorted()
            .column("receivedOn", "order.received", DAY, "d.receivedOn").sorted()
            .column("dueOn", "goods_check.due", DAY, "g.dueOn").sorted()
            .column("shortPieces", "goods_check.short", NUMBER, SHORT)
            .column("answeredAt", "goods_check.answered", INSTANT, "g.answeredAt").sorted().asked()
            .column("answeredBy", "goods_check.by", TEXT, "g.answeredBy").asked()
            .words("q", Words.in().starts("g.no").among("g.schoolId", "School", "s", "name"))
            .equal("state", GoodsCheckState.class, "g.state").equal("school", Long.class, "g.schoolId").equal("order", Long.class, "d.orderId")
            .own("silent", Boolean.class, this::silent)
            .build();

    private Condition silent(Boolean silent) {
        return silent ? Condition.of("g.state = de.schulpakt.procurement.receipt.GoodsCheckState.ASKED and g.dueOn < :today", "today", clock.today())
                : Condition.ALL;
    }

    @Override
    protected Listing<Row> declared() {
        return listing;
    }

    @Override
    protected Condition scope() {
        return guard.scope(REQUEST_VIEW).of("s");
    }

    /**
     * Goods of a delivery that came for a school.
     *
     * @param dueOn       last day for the answer
     * @param shortPieces that are missing or broken
     */
    public record Row(Long id, String no, Long schoolId, String school, Long orderId, GoodsCheckState state, LocalDate receivedOn, LocalDate dueOn,
            Long shortPieces, Instant answeredAt, String answeredBy, Integer version) {
    }
}
