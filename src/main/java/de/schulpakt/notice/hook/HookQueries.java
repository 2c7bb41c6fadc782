package de.schulpakt.notice.hook;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.paper.SubjectPlaces;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Hooks and their messages, for administrators of the whole installation. */
@Queries
public class HookQueries {
    private static final int SHOWN = 100;
    private static final String ROWS = """
            select k.id as id, k.name as name, k.url as url, k.kinds as kinds, k.schoolId as schoolId, s.name as school, k.authorityId as authorityId,
              a.name as authority, k.active as active, k.failures as failures, k.version as version
            from Hook k left join School s on s.id = k.schoolId left join Authority a on a.id = k.authorityId\s""";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    SubjectPlaces places;
    @Inject
    History history;

    /**
     * A hook, without its secret.
     *
     * @param kinds    names of subjects with commas between
     * @param failures in a row
     */
    public record Row(Long id, String name, String url, String kinds, Long schoolId, String school, Long authorityId, String authority, Boolean active,
            Integer failures, Integer version) {
    }

    /** A message to a hook. */
    public record Sent(Long id, String event, String kind, String no, DeliveryState state, Integer tries, Instant madeAt, Instant dueAt, Instant sentAt,
            Integer status, String problem) {
    }

    /** One hook, its newest messages and what was done with it. */
    public record View(Row hook, List<Sent> deliveries, List<HistoryEntry> timeline) {
    }

    /** All of them. */
    public List<Row> list() {
        guard.requireEverywhere(USER_ADMIN);
        return Ask.of(em, Row.class, ROWS + "where k.removedAt is null order by k.name, k.id").list();
    }

    /** One, with its newest hundred messages. */
    public View view(long id) {
        guard.requireEverywhere(USER_ADMIN);
        Row row = Ask.of(em, Row.class, ROWS + "where k.id = :id and k.removedAt is null").set("id", id).one().orElseThrow(() -> new NotFound("Webhook", id));
        return new View(row, Ask.of(em, Sent.class, """
                select d.id as id, d.eventId as event, d.kind as kind, d.subjectNo as no, d.state as state, d.tries as tries, d.madeAt as madeAt, d.dueAt as dueAt,
                  d.sentAt as sentAt, d.status as status, d.problem as problem
                from HookDelivery d where d.hookId = :id order by d.id desc""").set("id", id).list(SHOWN), history.of("Webhook", id));
    }

    /** A place whose news a hook may be limited to. */
    public record Place(Long id, String name) {
    }

    /** All authorities, by name. */
    public List<Place> authorities() {
        guard.requireEverywhere(USER_ADMIN);
        return Ask.of(em, Place.class, "select a.id as id, a.name as name from Authority a order by a.name, a.id").list();
    }

    /** The kinds of subjects of which hooks can hear. */
    public List<String> kinds() {
        guard.requireEverywhere(USER_ADMIN);
        return places.types();
    }
}
