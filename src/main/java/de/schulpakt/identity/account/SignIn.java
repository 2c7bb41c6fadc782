package de.schulpakt.identity.account;

import de.schulpakt.identity.Bounds;
import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.SchoolAuthorities;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Sha256;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Makes somebody the current user of this request: from the session, from a token, or by name within the program. What a
 * session or token stands for is kept in memory for {@link #KEPT}: what ends it takes effect at once on the node where it is
 * ended, and after these seconds on others.
 */
@ApplicationScoped
public class SignIn {
    /** How long the owner of a session or token and the roles are kept in memory. */
    public static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MOST_KEPT = 10_000;
    private static final Duration TOKEN_USE_WRITTEN = Duration.ofMinutes(1);
    private static final Duration SESSION_USE_WRITTEN = Duration.ofMinutes(5);
    private static final String COLUMNS = "select u.id as account_id, u.login as account_login, u.name as account_name, r.role as role,"
            + " r.authorityId as authorityId, r.schoolId as schoolId, u.language as account_language, u.theme as account_theme,"
            + " u.mustChangePassword as account_mustChangePassword, x.role as deputed_role, x.authorityId as deputed_authorityId,"
            + " x.schoolId as deputed_schoolId, f.id as deputed_ofId, f.name as deputed_of, d.waits as deputed_waits";
    /** With the roles of those for whom the user acts today; none of the administration. */
    private static final String ROLES = " left join RoleAssignment r on r.userId = u.id"
            + " and (r.untilOn is null or r.untilOn >= :today) and (r.lapsesAt is null or r.lapsesAt > :moment) left join Deputy d on d.deputyId = u.id"
            + " and d.endedAt is null and d.fromOn <= :today and d.toOn >= :today left join AppUser f on f.id = d.userId and f.active = true"
            + " left join RoleAssignment x on x.userId = f.id and x.role <> :administration and (x.untilOn is null or x.untilOn >= :today)"
            + " and (x.lapsesAt is null or x.lapsesAt > :moment) where u.active = true and ";

    @PersistenceContext
    EntityManager em;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;
    @Inject
    Accounts accounts;
    @Inject
    SignInLimits limits;
    @Inject
    Instance<SchoolAuthorities> schools;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<Long, Integer> changes = new ConcurrentHashMap<>();

    /** Something about the account has changed: what is kept of it in memory holds no longer. */
    public record Changed(Long userId) {
    }

    /** A session begins, within the transaction that stores it: whose, from where, with which browser as it calls itself. */
    public record Begun(Long userId, String login, String address, String agent) {
    }

    /** What a session or token says of itself. */
    private record Key(Long id, Instant expiresAt, Instant usedAt) {
    }

    /** An account with one of its roles, null if it has none; and with the key that it came with. */
    private record Held(Person account, Role role, Long authorityId, Long schoolId, Key key, Other deputed, Limits limits) {
    }

    /** To what a token is held. */
    private record Limits(Boolean readsOnly, Long authorityId, Long schoolId, String rights) {
    }

    private record Person(Long id, String login, String name, String language, String theme, boolean mustChangePassword) {
    }

    /** A role of somebody for whom the account acts; one that moves money counts when a second person has confirmed it. */
    private record Other(Role role, Long authorityId, Long schoolId, Long ofId, String of, Boolean waits) {
        boolean holds() {
            return role != null && !(waits && role.needsSecond());
        }
    }

    private record Limit(Long applicationId, LocalDate fromOn, LocalDate toOn, LocalDate endedOn) {
        boolean holds(LocalDate today) {
            return endedOn == null && !today.isBefore(fromOn) && !today.isAfter(toOn);
        }
    }

    private record Known(CurrentUser.Account account, Long key, Instant readAt, Instant expiresAt, Instant usedAt) {
        boolean holds(Instant now) {
            return !now.isBefore(readAt) && now.isBefore(readAt.plus(KEPT)) && now.isBefore(expiresAt);
        }
    }

    /** Says where this request comes from, for the limits and the security log. */
    public void from(String address) {
        current.from(address);
    }

    /**
     * Counts a guess at something that opens without an account, by the address of this request and by what it opens.
     *
     * @return 0, or the seconds that the guess has to wait, which is then none
     */
    public long guess(String what) {
        return limits.begin(SignInLimits.of(current.address(), what, false));
    }

    /** It was right and no guess. */
    public void guessed(String what) {
        limits.succeeded(SignInLimits.of(current.address(), what, false));
    }

    /**
     * Counts what needs no account and costs something, by what it is and the address of this request: sixty at once, then one a second.
     *
     * @return 0, or the seconds that it has to wait, which is then not done
     */
    public long counted(String what) {
        return limits.count(what, current.address());
    }

    /** It was rightly asked for, and counts no longer. */
    public void uncounted(String what) {
        limits.uncount(what, current.address());
    }

    /** Signs in a user by id; false if there is no such active user any more. */
    public boolean byId(long userId) {
        return become(ask("", "", "u.id = :id").set("id", userId).list());
    }

    /** Signs in who began this session; false if it was ended, is too old, or its owner may no longer sign in. */
    public boolean bySession(long sessionId) {
        return by("s" + sessionId, "s.id as key_id, s.expiresAt as key_expiresAt, s.seenAt as key_usedAt", "join LoginSession s on s.userId = u.id", "s.id = :key"
                + " and s.endedAt is null and s.expiresAt > :now and s.epoch = u.epoch", sessionId, false);
    }

    /** Signs in the owner of an access token; false if the token is unknown, expired, revoked or older than the epoch. */
    public boolean byToken(String token) {
        String hash = Sha256.hex(token);
        return by(hash, "s.id as key_id, s.expiresAt as key_expiresAt, s.lastUsedAt as key_usedAt, s.readsOnly as limits_readsOnly, s.authorityId as limits_authorityId,"
                + " s.schoolId as limits_schoolId, s.rights as limits_rights", "join AccessToken s on s.userId = u.id", "s.hash = :key"
                + " and s.revokedAt is null and s.expiresAt > :now and s.epoch = u.epoch and u.mustChangePassword = false", hash, true);
    }

    /**
     * Runs work on behalf of a user, for the demo and for tests; afterwards the current user is again who it was.
     *
     * @throws NotFound if there is no such active user
     */
    public void as(String login, Runnable work) {
        CurrentUser.Account before = current.account();
        boolean token = current.byToken();
        Long key = token ? current.tokenId() : current.session();
        if (!become(ask("", "", "u.login = :login").set("login", login).list())) {
            throw new NotFound("User", login);
        }
        try {
            work.run();
        } finally {
            current.become(before, key, token);
        }
    }

    /** Nobody is signed in any more. */
    public void leave() {
        current.leave();
    }

    /** What changes an account says so twice: at once, and when it is stored, so that nothing older is kept meanwhile. */
    void forget(@Observes Changed changed) {
        drop(changed.userId());
    }

    void forgetStored(@Observes(during = TransactionPhase.AFTER_COMPLETION) Changed changed) {
        drop(changed.userId());
    }

    private boolean by(String name, String more, String join, String where, Object key, boolean token) {
        Instant now = clock.now();
        Known kept = known.get(name);
        if (kept == null || !kept.holds(now)) {
            kept = read(name, more, join, where, key, now);
        }
        if (kept == null) {
            return false;
        }
        current.become(kept.account(), kept.key(), token);
        used(name, kept, now, token);
        return true;
    }

    private Known read(String name, String more, String join, String where, Object key, Instant now) {
        Map<Long, Integer> before = Map.copyOf(changes);
        List<Held> rows = ask(", " + more, " " + join, where).set("key", key).set("now", now).list();
        if (rows.isEmpty()) {
            known.remove(name);
            return null;
        }
        Key by = rows.get(0).key();
        CurrentUser.Account owner = account(rows);
        Known read = new Known(within(owner, rows.get(0).limits()), by.id(), now, by.expiresAt(), by.usedAt());
        if (known.size() > MOST_KEPT) {
            known.clear();
        }
        known.put(name, read);
        if (!Objects.equals(before.get(owner.id()), changes.get(owner.id()))) {
            known.remove(name);
        }
        return read;
    }

    /** To what the token is held; sessions, and most tokens, have no bounds. */
    private CurrentUser.Account within(CurrentUser.Account owner, Limits held) {
        Bounds bounds = held == null ? null : new Bounds(held.readsOnly(), held.authorityId(), held.schoolId(), AccessToken.rights(held.rights()));
        return bounds == null || bounds.none() ? owner : owner.within(bounds, school -> schools.get().authorityOf(school));
    }

    private void used(String name, Known kept, Instant now, boolean token) {
        Duration every = token ? TOKEN_USE_WRITTEN : SESSION_USE_WRITTEN;
        if (kept.usedAt() == null || kept.usedAt().isBefore(now.minus(every))) {
            known.replace(name, kept, new Known(kept.account(), kept.key(), kept.readAt(), kept.expiresAt(), now));
            accounts.used(kept.key(), token, now);
        }
    }

    private void drop(Long userId) {
        if (changes.size() > MOST_KEPT) {
            changes.clear();
        }
        changes.merge(userId, 1, Integer::sum);
        known.values().removeIf(k -> k.account().id().equals(userId)
                || k.account().deputed().stream().anyMatch(deputed -> deputed.ofId().equals(userId)));
    }

    private boolean become(List<Held> rows) {
        if (rows.isEmpty()) {
            return false;
        }
        current.become(account(rows), null, false);
        return true;
    }

    private Ask<Held> ask(String more, String join, String where) {
        return Ask.of(em, Held.class, COLUMNS + more + " from AppUser u" + join + ROLES + where).set("today", clock.today()).set("moment", clock.now())
                .set("administration", Role.ADMIN);
    }

    private CurrentUser.Account account(List<Held> rows) {
        Person who = rows.get(0).account();
        List<Grant> grants = rows.stream().filter(r -> r.role() != null).map(r -> new Grant(r.role(), r.authorityId(), r.schoolId())).distinct().toList();
        List<CurrentUser.Deputed> deputed = rows.stream().map(Held::deputed).filter(o -> o != null && o.holds() && !limited(o))
                .map(o -> new CurrentUser.Deputed(new Grant(o.role(), o.authorityId(), o.schoolId()), o.ofId(), o.of())).distinct().toList();
        boolean auditor = grants.stream().anyMatch(g -> g.role() == Role.AUDITOR) || deputed.stream().anyMatch(d -> d.grant().role() == Role.AUDITOR);
        return new CurrentUser.Account(who.id(), who.login(), who.name(), grants, deputed, who.language(), who.theme(), who.mustChangePassword(),
                auditor ? awards(who.id()) : null, null);
    }

    /** Who sees some awards only does not pass that on: it was given to one person. */
    private boolean limited(Other deputed) {
        return deputed.role() == Role.AUDITOR && awards(deputed.ofId()) != null;
    }

    /** The applications that the role of an auditor shows this user today, be it none; null if it shows all. */
    private Set<Long> awards(Long userId) {
        LocalDate today = clock.today();
        List<Limit> limits = Ask.of(em, Limit.class, "select l.applicationId as applicationId, l.fromOn as fromOn, l.toOn as toOn, l.endedOn as endedOn from AwardLimit l"
                + " where l.userId = :user and l.liftedAt is null").set("user", userId).list();
        return limits.isEmpty() ? null : limits.stream().filter(l -> l.holds(today)).map(Limit::applicationId).collect(Collectors.toUnmodifiableSet());
    }
}
