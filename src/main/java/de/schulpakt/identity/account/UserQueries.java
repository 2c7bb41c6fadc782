package de.schulpakt.identity.account;

import static de.schulpakt.identity.Permission.ROLE_CONFIRM;
import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Role;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Questions about users, their sessions and tokens. */
@Queries
public class UserQueries {
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

    /**
     * One user with all that administrators see to; {@code mustChange} while the password is one that somebody else chose,
     * {@code invited} while there is none yet and the person came from no identity provider.
     */
    public record View(Long id, String login, String name, String email, boolean active, boolean mustChange, boolean invited, UserList.AccountState state, Instant createdAt,
            Integer version, List<Held> grants, List<Session> sessions, List<Token> tokens, List<HistoryEntry> history) {
    }

    /**
     * A role that a user has.
     *
     * @param untilOn  last day on which it holds; null for as long as nobody takes it back
     * @param lapsesAt a claim of the identity provider gave it: then it rests until the claim is read again; null for any other
     */
    public record Held(Role role, Long authorityId, Long schoolId, LocalDate untilOn, Instant lapsesAt) {
    }

    /** One's own account. */
    public record Own(Long id, String login, String name, String email, String language, String theme, boolean mustChange,
            Instant passwordChangedAt) {
    }

    /** A session that goes on. */
    public record Session(Long id, String address, String agent, Instant startedAt, Instant seenAt, Instant expiresAt) {
    }

    /** An access token in the list of its owner; revokedAt is null while it is valid, rights is null if it was given all that its owner has. */
    public record Token(Long id, String label, Instant createdAt, Instant expiresAt, Instant lastUsedAt, Instant revokedAt, Boolean readsOnly, Long authorityId,
            Long schoolId, Set<Permission> rights) {
    }

    /** A token as it is read. */
    record TokenRow(Long id, String label, Instant createdAt, Instant expiresAt, Instant lastUsedAt, Instant revokedAt, Boolean readsOnly, Long authorityId, Long schoolId,
            String rights) {
        Token told(Instant revoked) {
            return new Token(id, label, createdAt, expiresAt, lastUsedAt, revoked, readsOnly, authorityId, schoolId, AccessToken.rights(rights));
        }
    }

    /** A role that waits for a second person; {@code mine} if the asker may be that person. */
    public record Pending(Long id, String login, String name, Grant grant, String givenBy, Instant givenAt, Boolean mine) {
    }

    /** The same as it is read. */
    record Waiting(Long id, Long userId, String login, String name, Role role, Long authorityId, Long schoolId, Long giverId, String giver,
            Instant givenAt) {
        Pending seenBy(Long asker) {
            return new Pending(id, login, name, new Grant(role, authorityId, schoolId), giver, givenAt, !giverId.equals(asker) && !userId.equals(asker));
        }
    }

    /** The same without what belongs to it. */
    record Facts(Long id, String login, String name, String email, Boolean active, Boolean mustChange, Boolean invited, Instant createdAt, Integer version) {
    }

    /** A token and whether it is of an epoch that has passed. */
    record Kept(TokenRow token, Integer epoch, Integer now) {
        /** A token whose owner’s epoch has passed is shown as revoked then. */
        Token told() {
            return token.told(token.revokedAt() != null || epoch.equals(now) ? token.revokedAt() : token.createdAt());
        }
    }

    /**
     * One user.
     *
     * @throws NotFound if there is none
     */
    public View view(long id) {
        guard.requireEverywhere(USER_ADMIN);
        Facts u = Ask.of(em, Facts.class, """
                select u.id as id, u.login as login, u.name as name, u.email as email, u.active as active,
                    u.mustChangePassword as mustChange, case when %s then true else false end as invited, u.createdAt as createdAt, u.version as version
                from AppUser u where u.id = :id""".formatted(UserList.UNUSED)).set("id", id).one().orElseThrow(() -> new NotFound("User", id));
        List<Held> grants = Ask.of(em, Held.class, """
                select r.role as role, r.authorityId as authorityId, r.schoolId as schoolId, r.untilOn as untilOn, r.lapsesAt as lapsesAt
                from RoleAssignment r
                where r.userId = :id order by r.role, r.id""").set("id", id).list();
        return new View(id, u.login(), u.name(), u.email(), u.active(), u.mustChange(), u.invited(), UserList.AccountState.of(u.active(), u.invited()), u.createdAt(), u.version(), grants,
                sessionsOf(id), tokensOf(id), history.of("User", id));
    }

    /** The roles that wait for a second person, the oldest first. */
    public List<Pending> pending() {
        guard.requireEverywhere(ROLE_CONFIRM);
        return Ask.of(em, Waiting.class, """
                select p.id as id, u.id as userId, u.login as login, u.name as name, p.role as role, p.authorityId as authorityId,
                    p.schoolId as schoolId, g.id as giverId, g.name as giver, p.givenAt as givenAt
                from PendingRole p join AppUser u on u.id = p.userId join AppUser g on g.id = p.givenBy order by p.id""").list(MOST).stream()
                .map(p -> p.seenBy(current.id())).toList();
    }

    /** One's own account. */
    @Unguarded("Only one’s own account.")
    public Own own() {
        return Ask.of(em, Own.class, """
                select u.id as id, u.login as login, u.name as name, u.email as email, u.language as language, u.theme as theme,
                    u.mustChangePassword as mustChange, u.passwordChangedAt as passwordChangedAt
                from AppUser u where u.id = :id""").set("id", current.id()).one().orElseThrow(() -> new NotFound("User", current.id()));
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
        return Ask.of(em, Session.class, """
                select s.id as id, s.address as address, s.agent as agent, s.startedAt as startedAt, s.seenAt as seenAt,
                    s.expiresAt as expiresAt
                from LoginSession s join AppUser u on u.id = s.userId
                where s.userId = :user and s.endedAt is null and s.epoch = u.epoch and u.active = true and s.expiresAt > :now
                    and s.seenAt > :idle order by s.id desc""")
                .set("user", userId).set("now", clock.now()).set("idle", clock.now().minus(IDLE)).list(MOST);
    }

    private List<Token> tokensOf(Long userId) {
        return Ask.of(em, Kept.class, """
                select t.id as token_id, t.label as token_label, t.createdAt as token_createdAt, t.expiresAt as token_expiresAt,
                    t.lastUsedAt as token_lastUsedAt, t.revokedAt as token_revokedAt, t.readsOnly as token_readsOnly,
                    t.authorityId as token_authorityId, t.schoolId as token_schoolId, t.rights as token_rights, t.epoch as epoch, u.epoch as now_
                from AccessToken t join AppUser u on u.id = t.userId where t.userId = :user order by t.id desc""")
                .set("user", userId).list(MOST).stream().map(Kept::told).toList();
    }
}
