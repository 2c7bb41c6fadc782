package de.schulpakt.identity.provider;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.Accounts;
import de.schulpakt.identity.account.SecurityLog;
import de.schulpakt.identity.account.Users;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Whose account it is that somebody from the provider signs in to, and which roles it has by the claims. */
@UseCases
@Unguarded("It is asked of people whom the provider knows and who have not signed in yet, or concerns the own account only.")
public class ProviderAccounts {
    private static final int LONGEST_LOGIN = 80;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_MAIL = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    Users users;
    @Inject
    Accounts sessions;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;
    @Inject
    SecurityLog log;

    private record Person(Long id, String login, boolean active, boolean password) {
    }

    /**
     * Finds, connects or makes the account of whoever comes from the provider, and gives and takes roles as the claims say.
     *
     * @return its id
     * @throws Refused {@code provider.unknown} if there is none and none is to be made, {@code provider.no_role} if no rule would give it
     *                 a role, {@code provider.login_taken} if an account that is not connected has its login, {@code provider.inactive}
     *                 if it is deactivated
     */
    Long enter(ProviderClaims claims) {
        ProviderAccount held = connected(claims);
        if (held == null) {
            held = first(claims);
        }
        if (!person(held.userId()).active()) {
            throw new Refused("provider.inactive");
        }
        follow(held.userId(), claims);
        return held.userId();
    }

    /**
     * Connects the account of who is signed in, and has typed the password just now.
     *
     * @throws Refused {@code provider.elsewhere} if another account is connected with it, {@code provider.has_other} if this one is with
     *                 another; {@code provider.stale} if somebody else is signed in by now
     */
    void link(long userId, ProviderClaims claims) {
        if (!Objects.equals(current.person(), userId)) {
            throw new Refused("provider.stale");
        }
        ProviderAccount held = connected(claims);
        if (held != null && held.userId() != userId) {
            throw new Refused("provider.elsewhere");
        }
        if (held == null) {
            if (!em.createQuery("select a from ProviderAccount a where a.userId = :user and a.issuer = :issuer", ProviderAccount.class)
                    .setParameter("user", userId).setParameter("issuer", claims.issuer()).getResultList().isEmpty()) {
                throw new Refused("provider.has_other");
            }
            connect(person(userId), claims);
        }
        follow(userId, claims);
    }

    /**
     * Ends the connection of the own account; roles that claims gave go with it.
     *
     * @throws Refused {@code provider.only_way} if there is no password to sign in with
     */
    public void unlinkOwn() {
        Person own = person(current.person());
        if (!own.password()) {
            throw new Refused("provider.only_way");
        }
        end(own);
    }

    /** Ends the connection of somebody's account; the caller has asked the guard. */
    void unlink(long userId) {
        end(person(userId));
    }

    private void end(Person person) {
        List<ProviderAccount> held = em.createQuery("select a from ProviderAccount a where a.userId = :user order by a.id", ProviderAccount.class)
                .setParameter("user", person.id()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        if (held.isEmpty()) {
            throw new NotFound("ProviderAccount", person.id());
        }
        held.forEach(em::remove);
        // what somebody has taken meanwhile is remembered: connecting again does not bring it back
        ClaimTable.before(em, person.id()).forEach(role -> {
            Users.Taking became = take(person.id(), role);
            if (became == Users.Taking.KEPT) {
                // the last administrator: no claim is read any more that would keep the role from lapsing
                users.boundByProvider(person.id(), role.grant(), null);
            }
            if (became != Users.Taking.NOTHING || !role.given()) {
                em.remove(role);
            }
        });
        log.write(SecurityLog.SecurityKind.PROVIDER_UNLINKED, person.id(), person.login());
    }

    private ProviderAccount connected(ProviderClaims claims) {
        return em.createQuery("select a from ProviderAccount a where a.hash = :hash", ProviderAccount.class)
                .setParameter("hash", claims.hash()).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream().findFirst().orElse(null);
    }

    private ProviderAccount first(ProviderClaims claims) {
        ProviderChoice choice = ProviderChoice.of(em);
        if (choice == null) {
            throw new Refused("provider.unknown");
        }
        Person byMail = choice.linkByMail() ? byMail(claims) : null;
        if (byMail != null) {
            return connect(byMail, claims);
        }
        if (!choice.makeAccounts()) {
            throw new Refused("provider.unknown");
        }
        if (ClaimTable.of(em, claims).isEmpty()) {
            throw new Refused("provider.no_role");
        }
        if (claims.verifiedMail() != null && Ask.of(em, Long.class, "select count(u) as n from AppUser u where lower(u.email) = :mail")
                .set("mail", claims.verifiedMail().toLowerCase(Locale.ROOT)).one().orElse(0L) > 0) {
            // a second account would be a second person to the rule of two
            throw new Refused("provider.mail_taken");
        }
        String mail = claims.verifiedMail() == null || claims.verifiedMail().length() > LONGEST_MAIL ? null : claims.verifiedMail();
        String login = cut(claims.text("preferred_username") != null ? claims.text("preferred_username") : mail != null ? mail : claims.subject(), LONGEST_LOGIN);
        if (Ask.of(em, Long.class, "select count(u) as n from AppUser u where u.login = :login").set("login", login).one().orElse(0L) > 0) {
            throw new Refused("provider.login_taken");
        }
        Long made = users.createByProvider(login, cut(claims.text("name") != null ? claims.text("name") : login, LONGEST_NAME), mail);
        return connect(person(made), claims);
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }

    /**
     * The one account with the verified address that has no password yet, is connected with nobody and moves no money, be it by a role that
     * waits or for somebody else; null if there is none or more than one.
     */
    private Person byMail(ProviderClaims claims) {
        if (claims.verifiedMail() == null) {
            return null;
        }
        List<Person> found = Ask.of(em, Person.class, """
                select u.id as id, u.login as login, u.active as active, case when u.passwordHash is null then false else true end as password
                from AppUser u where lower(u.email) = :mail and u.forgottenAt is null""").set("mail", claims.verifiedMail().toLowerCase(Locale.ROOT)).list(2);
        // whoever has a password may have typed the address, which nobody has verified here
        if (found.size() != 1 || found.get(0).password()) {
            return null;
        }
        long trusted = Ask.of(em, Long.class, """
                select count(u) as n from AppUser u where u.id = :user and (u.id in (select r.userId from RoleAssignment r where r.role in :roles)
                  or u.id in (select p.userId from PendingRole p where p.role in :roles)
                  or u.id in (select d.deputyId from Deputy d where d.endedAt is null)
                  or u.id in (select a.userId from ProviderAccount a where a.issuer = :issuer))""").set("user", found.get(0).id())
                .set("roles", Arrays.stream(Role.values()).filter(Role::needsSecond).toList()).set("issuer", claims.issuer()).one().orElse(0L);
        return trusted > 0 ? null : found.get(0);
    }

    private ProviderAccount connect(Person person, ProviderClaims claims) {
        ProviderAccount made = new ProviderAccount(person.id(), claims, clock.now());
        em.persist(made);
        em.flush();
        log.write(SecurityLog.SecurityKind.PROVIDER_LINKED, person.id(), person.login());
        return made;
    }

    /** First takes, which holds the administrators, then gives. What was said before and is not held was taken by somebody: it stays so. */
    private void follow(long userId, ProviderClaims claims) {
        Map<Grant, ClaimRule> now = ClaimTable.of(em, claims);
        List<ProviderRole> before = ClaimTable.before(em, userId);
        before.stream().filter(role -> !now.containsKey(role.grant())).forEach(role -> {
            if (take(userId, role) != Users.Taking.KEPT) {
                em.remove(role);
            }
        });
        connected(claims).seen(clock.now());
        Set<Grant> known = ClaimTable.grants(before);
        now.forEach((grant, rule) -> {
            // nobody gives oneself rights, by a rule neither
            if (!known.contains(grant) && rule.madeBy() != userId) {
                em.persist(new ProviderRole(userId, grant, users.giveByProvider(userId, grant, rule.madeBy()), clock.now()));
            }
        });
        em.flush();
        bind(userId, clock.now().plus(ProviderChoice.age(em)));
    }

    /** What claims gave holds until then; the last administrator, whom no claim makes one any more, as well. */
    private void bind(long userId, Instant until) {
        ClaimTable.before(em, userId).stream().filter(ProviderRole::given).forEach(role -> users.boundByProvider(userId, role.grant(), until));
    }

    /** How long claims hold is another now: that counts for what they gave before. */
    void bindAll() {
        Duration age = ProviderChoice.age(em);
        em.createQuery("select a from ProviderAccount a order by a.id", ProviderAccount.class).getResultList()
                .forEach(held -> bind(held.userId(), held.readAt().plus(age)));
    }

    /** A role that a claim gave waited until now: it does not hold longer than what the provider said. */
    void confirmed(@Observes Users.Confirmed news) {
        if (ClaimTable.before(em, news.userId()).stream().anyMatch(role -> role.given() && role.grant().equals(news.grant()))) {
            em.createQuery("select a from ProviderAccount a where a.userId = :user order by a.seenAt", ProviderAccount.class).setParameter("user", news.userId())
                    .getResultStream().reduce((first, last) -> last)
                    .ifPresent(held -> users.boundByProvider(news.userId(), news.grant(), held.readAt().plus(ProviderChoice.age(em))));
        }
    }

    /** Until when holds what the provider has said now. */
    Instant until() {
        return clock.now().plus(ProviderChoice.age(em));
    }

    /**
     * Somebody has left the provider: sessions that began there end. Each token is taken once.
     *
     * @throws Refused {@code provider.stale} for one that was taken already
     */
    void left(ProviderClaims claims, Instant until) {
        em.createQuery("delete from LogoutToken t where t.untilAt < :now").setParameter("now", clock.now()).executeUpdate();
        // of several at once the others wait for the first
        if (em.createNativeQuery("insert ignore into logout_token (token_hash, until_at) values (?1, ?2)").setParameter(1, claims.hash("jti"))
                .setParameter(2, LocalDateTime.ofInstant(until, ZoneOffset.UTC)).executeUpdate() == 0) {
            throw new Refused("provider.stale");
        }
        sessions.leftProvider(claims.hash("sub"), claims.hash("sid"));
    }

    private Users.Taking take(long userId, ProviderRole role) {
        return role.given() ? users.takeByProvider(userId, role.grant()) : Users.Taking.NOTHING;
    }

    /** Somebody has given a role by hand: it does not go with a claim that says it too. */
    void given(@Observes Users.GivenByHand news) {
        ClaimTable.before(em, news.userId()).stream().filter(role -> role.grant().equals(news.grant())).forEach(role -> {
            role.byHand();
            users.boundByProvider(news.userId(), news.grant(), null);
        });
    }

    private Person person(Long userId) {
        return Ask.of(em, Person.class, """
                select u.id as id, u.login as login, u.active as active, case when u.passwordHash is null then false else true end as password
                from AppUser u where u.id = :user""").set("user", userId).one().orElseThrow(() -> new NotFound("User", userId));
    }
}
