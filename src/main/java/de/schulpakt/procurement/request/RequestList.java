package de.schulpakt.procurement.request;

import static de.schulpakt.identity.Permission.REQUEST_VIEW;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.Filter;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The requests of the schools that the asker may see, the newest first. */
@Queries
public class RequestList extends ListOf<RequestList.Row> {
    private static final String ORDERED = " from OrderLine l, RequestItem i where i.id = l.requestItemId and i.requestId = r.id), 0)";
    private static final String ITEMS = " from RequestItem i where i.requestId = r.id), 0)";
    private static final Listing<Row> LISTING = Listing.of(Row.class, "requests", "/procurement/requests")
            .from("Request r").join("s", "join School s on s.id = r.schoolId")
            .hidden("schoolId", "s.id").hidden("version", "r.version")
            .column("no", "requests.no", TEXT, "r.no").sorted("no", "r.id").always().link("request.xhtml?id={id}")
            .column("title", "requests.request", TEXT, "r.title").sorted()
            .column("school", "requests.school", TEXT, "s.name").sorted()
            .column("state", "requests.state", STATE, "r.state").sorted()
            .column("createdAt", "requests.created", INSTANT, "r.createdAt").sorted().asked()
            .column("submittedAt", "requests.submitted", INSTANT, "r.submittedAt").sorted()
            .column("pieces", "requests.pieces", NUMBER, "coalesce((select sum(i.quantity)" + ITEMS)
            .column("ordered", "requests.ordered", NUMBER, "coalesce((select sum(l.quantity - l.cancelled)" + ORDERED).asked()
            .column("delivered", "requests.delivered", NUMBER, "coalesce((select sum(l.delivered)" + ORDERED)
            .column("totalCents", "requests.total", MONEY, "coalesce((select sum(i.priceCents * i.quantity)" + ITEMS)
            .words("q", Words.in().starts("r.no").titles("r.title").among("r.schoolId", "School", "s", "name"))
            .equal("state", RequestState.class, "r.state")
            .equal("school", Long.class, "r.schoolId")
            .looked("category", Category.class, RequestList::category)
            .build();
    @Inject
    Guard guard;

    /** Few requests by their ids; of many each is asked, until the page is full. */
    private static Condition category(Category category, Filter.Lookup lookup) {
        List<Long> ids = lookup.ids("select distinct c.requestId from RequestItem c where c.category = :part", category, Filter.AT_ONCE + 1);
        return ids.isEmpty() ? Condition.of("1 = 0") : ids.size() <= Filter.AT_ONCE ? Condition.of("r.id in :asking", "asking", ids)
                : Condition.of("(select count(c.id) from RequestItem c where c.requestId = r.id and c.category = :category) > 0", "category", category);
    }

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(REQUEST_VIEW).of("s");
    }

    /**
     * A request in a list.
     *
     * @param totalCents gross, at the prices of its lines
     * @param pieces     wanted
     * @param ordered    of these, what is ordered and not cancelled
     * @param delivered  of these, what has come
     */
    public record Row(Long id, String no, String title, Long schoolId, String school, RequestState state, Long totalCents,
            Long pieces, Long ordered, Long delivered, Instant createdAt, Instant submittedAt, Integer version) {
    }
}
