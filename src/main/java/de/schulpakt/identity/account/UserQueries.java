package de.schulpakt.identity.account;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Role;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.SentenceJson;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Questions about users, their sessions and tokens, and the security log. */
@Queries
public class UserQueries {
    private static final Map<String, String> COLUMNS = Map.of("login", "u.login", "name", "u.name", "role", "r.role");
    private static final Duration IDLE = Duration.ofMinutes(65);
    private static final int MOST = 100;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;
    @Inject
    History history;

    /** A user in the list of users, one row per role. */
    public record Row(Long id, String login, String name, boolean active, Role role, Long authorityId, Long schoolId,
            Integer version) {
    }

    /** One user with all that administrators see to; {@code mustChange} while the password is one that somebody else chose. */
    public record View(Long id, String login, String name, String email, boolean active, boolean mustChange, Instant createdAt,
            Integer version, List<Grant> grants, List<Session> sessions, List<Token> tokens, List<HistoryEntry> history) {
    }

    /** One's own account. */
    public record Own(Long id, String login, String name, String email, String language, String theme, boolean mustChange,
            Instant passwordChangedAt) {
    }

    /** A session that goes on. */
    public record Session(Long id, String address, String agent, Instant startedAt, Instant seenAt, Instant expiresAt) {
    }

    /** An access token in the list of its owner; revokedAt is null while it is valid. */
    public record Token(Long id, String label, Instant createdAt, Instant expiresAt, Instant lastUsedAt, Instant revokedAt) {
    }

    /** A line of the security log. */
    public record Event(Long id, Instant at, String kind, Long userId, String login, String address, String actorName, List<Sentence> details) {
    }

    /** All users with their roles, one row per role. */
    public Page<Row> list(PageRequest page) {
        guard.requireEverywhere(USER_ADMIN);
        String from = " from AppUser u left join RoleAssignment r on r.userId = u.id";
        List<Row> rows = em.createQuery("select u.id, u.login, u.name, u.active, r.role, r.authorityId, r.schoolId, u.version" + from
                        + page.orderBy(COLUMNS, "u.login", "u.id"), Object[].class).setFirstResult(page.offset())
                .setMaxResults(page.size()).getResultStream().map(r -> new Row((Long) r[0], (String) r[1], (String) r[2],
                        (Boolean) r[3], (Role) r[4], (Long) r[5], (Long) r[6], (Integer) r[7])).toList();
        return Page.of(rows, em.createQuery("select count(u)" + from, Long.class).getSingleResult(), page);
    }

    /**
     * One user.
     *
     * @throws NotFound if there is none
     */
    public View view(long id) {
        guard.requireEverywhere(USER_ADMIN);
        Object[] u = em.createQuery("select u.login, u.name, u.email, u.active, u.mustChangePassword, u.createdAt, u.version from AppUser u"
                        + " where u.id = :id", Object[].class).setParameter("id", id).getResultStream().findFirst()
                .orElseThrow(() -> new NotFound("User", id));
        List<Grant> grants = em.createQuery("select r.role, r.authorityId, r.schoolId from RoleAssignment r where r.userId = :id"
                        + " order by r.role, r.id", Object[].class).setParameter("id", id).getResultStream()
                .map(r -> new Grant((Role) r[0], (Long) r[1], (Long) r[2])).toList();
        return new View(id, (String) u[0], (String) u[1], (String) u[2], (Boolean) u[3], (Boolean) u[4], (Instant) u[5],
                (Integer) u[6], grants, sessionsOf(id), tokensOf(id), history.of("User", id));
    }

    /** The lines of the security log, newest first; kind, user and address filter, null for all. */
    public Page<Event> events(String kind, Long userId, String address, PageRequest page) {
        guard.requireEverywhere(USER_ADMIN);
        Map<String, Object> given = new LinkedHashMap<>();
        List<String> where = new ArrayList<>(List.of("1 = 1"));
        filter(where, given, "kind", kind);
        filter(where, given, "userId", userId);
        filter(where, given, "address", address);
        String from = " from SecurityEvent e where " + String.join(" and ", where);
        var rows = em.createQuery("select e.id, e.at, e.kind, e.userId, e.login, e.address, e.actorName, e.detail" + from
                + " order by e.id desc", Object[].class).setFirstResult(page.offset()).setMaxResults(page.size());
        var count = em.createQuery("select count(e)" + from, Long.class);
        given.forEach((name, value) -> {
            rows.setParameter(name, value);
            count.setParameter(name, value);
        });
        return Page.of(rows.getResultStream().map(r -> new Event((Long) r[0], (Instant) r[1], (String) r[2], (Long) r[3], (String) r[4],
                (String) r[5], (String) r[6], SentenceJson.read((String) r[7]))).toList(), count.getSingleResult(), page);
    }

    /** One's own account. */
    @Unguarded("Only one’s own account.")
    public Own own() {
        Object[] u = em.createQuery("select u.name, u.email, u.language, u.theme, u.mustChangePassword, u.passwordChangedAt from AppUser u"
                + " where u.id = :id", Object[].class).setParameter("id", current.id()).getResultStream().findFirst()
                .orElseThrow(() -> new NotFound("User", current.id()));
        return new Own(current.id(), current.login(), (String) u[0], (String) u[1], (String) u[2], (String) u[3], (Boolean) u[4],
                (Instant) u[5]);
    }

    /** One's own sessions that go on, the newest first. */
    @Unguarded("Only one’s own sessions.")
    public List<Session> sessions() {
        return sessionsOf(current.id());
    }

    /** The tokens of the current user, newest first, at most 100. */
    @Unguarded("Only one’s own tokens.")
    public List<Token> tokens() {
        return tokensOf(current.id());
    }

    private List<Session> sessionsOf(Long userId) {
        return em.createQuery("select s.id, s.address, s.agent, s.startedAt, s.seenAt, s.expiresAt from LoginSession s"
                        + " join AppUser u on u.id = s.userId where s.userId = :user and s.endedAt is null and s.epoch = u.epoch"
                        + " and u.active = true and s.expiresAt > :now and s.seenAt > :idle order by s.id desc", Object[].class)
                .setParameter("user", userId).setParameter("now", clock.now()).setParameter("idle", clock.now().minus(IDLE))
                .setMaxResults(MOST).getResultStream().map(r -> new Session((Long) r[0], (String) r[1], (String) r[2], (Instant) r[3],
                        (Instant) r[4], (Instant) r[5])).toList();
    }

    /** A token whose owner's epoch has passed is shown as revoked then. */
    private List<Token> tokensOf(Long userId) {
        return em.createQuery("select t.id, t.label, t.createdAt, t.expiresAt, t.lastUsedAt, t.revokedAt, t.epoch, u.epoch from AccessToken t"
                        + " join AppUser u on u.id = t.userId where t.userId = :user order by t.id desc", Object[].class)
                .setParameter("user", userId).setMaxResults(MOST).getResultStream().map(r -> new Token((Long) r[0], (String) r[1],
                        (Instant) r[2], (Instant) r[3], (Instant) r[4], r[6].equals(r[7]) || r[5] != null ? (Instant) r[5] : (Instant) r[2]))
                .toList();
    }

    private static void filter(List<String> where, Map<String, Object> given, String name, Object value) {
        if (value != null) {
            where.add("e." + name + " = :" + name);
            given.put(name, value);
        }
    }
}
