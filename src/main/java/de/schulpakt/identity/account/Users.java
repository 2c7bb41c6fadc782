package de.schulpakt.identity.account;

import static de.schulpakt.identity.Permission.ROLE_CONFIRM;
import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Places;
import de.schulpakt.identity.Role;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Accounts and their roles, as administrators see to them. Nobody does any of it to oneself. */
@UseCases
public class Users {
    private static final Logger LOG = Logger.getLogger(Users.class.getName());

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
    @Inject
    Places places;
    @Inject
    Passwords passwords;
    @Inject
    PasswordLinks links;
    @Inject
    News news;
    @Inject
    SignInLimits limits;
    @Inject
    SecurityLog log;
    @Inject
    Event<SignIn.Changed> changed;
    @Inject
    Event<GivenByHand> byHand;
    @Inject
    Event<Confirmed> confirmed;

    /**
     * Creates a user with one or more roles. The password is set by the person alone, over a link that goes to the mail address; where
     * no letter can be sent it is answered this once.
     *
     * @throws Refused {@code user.scope} for a school administrator without a school; {@code user_login_once} by the database if the
     *                 login is taken
     */
    public PasswordLinks.Made create(@Valid CreateUser cmd) {
        guard.requireEverywhere(USER_ADMIN);
        cmd.grants().forEach(Grant::check);
        return links.make(add(cmd.login(), cmd.name(), cmd.email(), null, cmd.grants()));
    }

    /**
     * An account whose password everybody may know: for the demo, within the transaction that tells it.
     *
     * @return id of the user
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Long createForDemo(@Valid CreateUser cmd, String password) {
        AppUser user = account(cmd.login(), cmd.name(), cmd.email(), passwords.hash(password));
        cmd.grants().forEach(grant -> made(user, grant, holds(user, grant)));
        return user.id();
    }

    /**
     * Gives a user one more role. One that moves money or administers holds when a second person has confirmed it, another
     * administrator or an officer who acts everywhere; where there is nobody but the asker it holds at once, and the security log
     * says so.
     *
     * @throws Refused {@code user.not_own_role}: nobody gives oneself rights; {@code user.scope} for a school administrator
     *                 without a school; {@code role_assignment_once} by the database
     */
    public void grant(long userId, @Valid Grant grant) {
        guard.requireEverywhere(USER_ADMIN);
        AppUser user = Find.locked(em, AppUser.class, userId);
        if (user.id().equals(current.id())) {
            throw new Refused("user.not_own_role");
        }
        grant.check();
        Sentence how = give(user, grant);
        em.flush();
        byHand.fire(new GivenByHand(userId, grant));
        changed(user, UserAction.GRANT, SecurityLog.SecurityKind.ROLE_GRANTED, Said.all(facts(grant, how)), facts(grant, how).toArray(Sentence[]::new));
    }

    /**
     * Confirms as a second person that a user gets a role; from now on it holds.
     *
     * @throws NotFound if no such role waits
     * @throws Refused  {@code duty.apart} for who has given it; {@code user.not_own_role} for who is to get it
     */
    public void confirmRole(long pendingId) {
        PendingRole pending = pending(pendingId);
        AppUser user = Find.locked(em, AppUser.class, pending.userId());
        if (Objects.equals(current.id(), pending.givenBy())) {
            throw new Refused("duty.apart", UserAction.CONFIRM_ROLE, UserAction.GRANT, user.login());
        }
        Grant grant = pending.grant();
        em.remove(pending);
        em.persist(new RoleAssignment(user.id(), grant));
        em.flush();
        confirmed.fire(new Confirmed(user.id(), grant));
        waitForDeputies(user, grant);
        news.tellPerson(pending.givenBy(), "message.role_confirmed", pending.ref(user));
        changed(user, UserAction.CONFIRM_ROLE, SecurityLog.SecurityKind.ROLE_CONFIRMED, Said.all(List.of(said(grant))), said(grant));
    }

    /** A role that waits for a second person is not to hold; who has given it may say so too. */
    public void declineRole(long pendingId) {
        PendingRole pending = pending(pendingId);
        AppUser user = Find.locked(em, AppUser.class, pending.userId());
        Grant grant = pending.grant();
        em.remove(pending);
        em.flush();
        news.tellPerson(pending.givenBy(), "message.role_declined", pending.ref(user));
        changed(user, UserAction.DECLINE_ROLE, SecurityLog.SecurityKind.ROLE_DECLINED, Said.all(List.of(said(grant))), said(grant));
    }

    /**
     * The last day on which a role that a user has holds.
     *
     * @param untilOn null for as long as nobody takes it back
     */
    public record Limit(@NotNull @Valid Grant grant, LocalDate untilOn) {
    }

    /**
     * Gives a role a last day, or takes it off. Who inspects does so for a time.
     *
     * @throws NotFound if the user does not have the role there
     * @throws Refused  {@code user.not_own_role}; {@code user.until_past} for a day that is over; {@code user.until_administrator}: an
     *                  installation needs one
     */
    public void limit(long userId, @Valid Limit cmd) {
        guard.requireEverywhere(USER_ADMIN);
        AppUser user = Find.locked(em, AppUser.class, userId);
        if (user.id().equals(current.id())) {
            throw new Refused("user.not_own_role");
        }
        if (cmd.untilOn() != null && cmd.grant().role() == Role.ADMIN) {
            throw new Refused("user.until_administrator");
        }
        if (cmd.untilOn() != null && cmd.untilOn().isBefore(clock.today())) {
            throw new Refused("user.until_past", cmd.untilOn());
        }
        held(userId, cmd.grant()).forEach(role -> role.until(cmd.untilOn()));
        Sentence until = cmd.untilOn() == null ? Sentence.of("said.role_open", said(cmd.grant())) : Sentence.of("said.role_until", said(cmd.grant()), cmd.untilOn());
        changed(user, UserAction.LIMIT_ROLE, SecurityLog.SecurityKind.ROLE_LIMITED, Said.all(List.of(until)), until);
    }

    /** Takes back the roles whose last day is over; how many. Sessions and tokens of their owners end. */
    @Unguarded("Inner door of the job that does what an administrator has set.")
    public int endOver() {
        List<RoleAssignment> over = em.createQuery("select r from RoleAssignment r where r.untilOn < :today order by r.userId, r.id", RoleAssignment.class)
                .setParameter("today", clock.today()).getResultList();
        for (RoleAssignment role : over) {
            AppUser user = Find.locked(em, AppUser.class, role.userId());
            em.remove(role);
            user.endAll();
            changed(user, UserAction.END_ROLE, SecurityLog.SecurityKind.ROLE_ENDED, Said.all(List.of(said(role.grant()))), said(role.grant()));
        }
        return over.size();
    }

    private List<RoleAssignment> held(long userId, Grant grant) {
        List<RoleAssignment> held = assigned(userId, grant);
        if (held.isEmpty()) {
            throw new NotFound("RoleAssignment", grant.role());
        }
        return held;
    }

    private PendingRole pending(long id) {
        guard.requireEverywhere(ROLE_CONFIRM);
        PendingRole pending = Find.locked(em, PendingRole.class, id);
        if (Objects.equals(current.id(), pending.userId())) {
            throw new Refused("user.not_own_role");
        }
        return pending;
    }

    /**
     * Takes a role back. Sessions and tokens of the user end.
     *
     * @throws NotFound if the user does not have the role there
     * @throws Refused  {@code user.not_own_role}; {@code user.last_administrator} if nobody would remain
     */
    public void takeRole(long userId, @Valid Grant grant) {
        guard.requireEverywhere(USER_ADMIN);
        requireAnother(userId);
        AppUser user = Find.locked(em, AppUser.class, userId);
        if (user.id().equals(current.id())) {
            throw new Refused("user.not_own_role");
        }
        held(userId, grant).forEach(em::remove);
        user.endAll();
        changed(user, UserAction.TAKE_ROLE, SecurityLog.SecurityKind.ROLE_TAKEN, Said.all(List.of(said(grant))), said(grant));
    }

    /**
     * Lets a user sign in or no longer; what the user did stays in every history, sessions and tokens do not come back.
     *
     * @throws Refused {@code user.not_oneself}; {@code user.last_administrator} if nobody would remain; {@code user.forgotten} for an
     *                 account whose person's data were replaced
     */
    public void activate(long userId, boolean active) {
        guard.requireEverywhere(USER_ADMIN);
        if (!active) {
            requireAnother(userId);
        }
        AppUser user = Find.locked(em, AppUser.class, userId);
        if (user.id().equals(current.id())) {
            throw new Refused("user.not_oneself");
        }
        if (active && user.forgotten()) {
            throw new Refused("user.forgotten");
        }
        user.activate(active, clock.now());
        changed(user, active ? UserAction.ACTIVATE : UserAction.DEACTIVATE,
                active ? SecurityLog.SecurityKind.ACCOUNT_ACTIVATED : SecurityLog.SecurityKind.ACCOUNT_DEACTIVATED, Said.NOTHING);
    }

    /**
     * Puts a number for the name of somebody who has left. The caller has asked the guard.
     *
     * @throws Refused {@code user.here} while the account is active; {@code user.forgotten} if it was done already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(long userId, String number) {
        AppUser user = Find.locked(em, AppUser.class, userId);
        if (user.active()) {
            throw new Refused("user.here");
        }
        if (user.forgotten()) {
            throw new Refused("user.forgotten");
        }
        user.forget(number, clock.now());
        em.flush();
        changed(user, UserAction.FORGET, SecurityLog.SecurityKind.ACCOUNT_FORGOTTEN, Said.NOTHING);
    }

    /**
     * An account without a password, for somebody whom an identity provider knows; roles are given apart. The caller has asked the
     * provider.
     *
     * @throws Refused {@code user_login_once} by the database if the login is taken
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Long createByProvider(String login, String name, String email) {
        AppUser user = account(login, name, email, null);
        changed(user, UserAction.CREATE, SecurityLog.SecurityKind.ACCOUNT_MADE, Said.that("said.by_provider"), Sentence.of("said.by_provider"));
        return user.id();
    }

    /**
     * Gives what a claim of an identity provider says, in the name of who has made the rule: a second person confirms it as ever.
     *
     * @return false if the user has the role already, or it waits
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean giveByProvider(long userId, Grant grant, long giver) {
        AppUser user = Find.locked(em, AppUser.class, userId);
        if (!assigned(userId, grant).isEmpty() || !waiting(userId, grant).isEmpty()) {
            return false;
        }
        Sentence how = give(user, grant, giver);
        em.flush();
        List<Sentence> facts = how == null ? List.of(said(grant), Sentence.of("said.by_provider")) : List.of(said(grant), Sentence.of("said.by_provider"), how);
        changed(user, UserAction.GRANT, SecurityLog.SecurityKind.ROLE_GRANTED, Said.all(facts), facts.toArray(Sentence[]::new));
        return true;
    }

    /** What became of a role that a claim says no longer. */
    public enum Taking {
        /** It was held, or waited, and is gone. */
        TAKEN,
        /** It was neither held nor waited. */
        NOTHING,
        /** It stays: nobody else would be an administrator. */
        KEPT
    }

    /** News, told inside the transaction: somebody has given a role by hand. */
    public record GivenByHand(Long userId, Grant grant) {
    }

    /** News, told inside the transaction: a role that waited holds now. */
    public record Confirmed(Long userId, Grant grant) {
    }

    /** Until when a role holds that a claim gave; null once it is the claim's no longer. Nothing if it is not held. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void boundByProvider(long userId, Grant grant, Instant until) {
        assigned(userId, grant).forEach(role -> role.lapses(until));
        changed.fire(new SignIn.Changed(userId));
    }

    /** Takes back what a claim gave, or what still waits; sessions and tokens end. The last administrator stays one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Taking takeByProvider(long userId, Grant grant) {
        lockAdministrators();
        AppUser user = Find.locked(em, AppUser.class, userId);
        if (grant.equals(new Grant(Role.ADMIN, null, null)) && administrators().stream().allMatch(id -> id == userId)) {
            LOG.log(Level.WARNING, "user {0} stays an administrator although no claim says so any more: nobody else would be one", userId);
            return Taking.KEPT;
        }
        List<RoleAssignment> held = assigned(userId, grant);
        List<PendingRole> waiting = waiting(userId, grant);
        held.forEach(em::remove);
        waiting.forEach(em::remove);
        if (held.isEmpty() && waiting.isEmpty()) {
            return Taking.NOTHING;
        }
        user.endAll();
        List<Sentence> facts = List.of(said(grant), Sentence.of("said.by_provider"));
        changed(user, UserAction.TAKE_ROLE, SecurityLog.SecurityKind.ROLE_TAKEN, Said.all(facts), facts.toArray(Sentence[]::new));
        return Taking.TAKEN;
    }

    private List<RoleAssignment> assigned(long userId, Grant grant) {
        return em.createQuery("select r from RoleAssignment r where r.userId = :user and r.role = :role", RoleAssignment.class)
                .setParameter("user", userId).setParameter("role", grant.role()).getResultStream().filter(r -> r.isOf(grant)).toList();
    }

    private List<PendingRole> waiting(long userId, Grant grant) {
        return em.createQuery("select p from PendingRole p where p.userId = :user and p.role = :role", PendingRole.class)
                .setParameter("user", userId).setParameter("role", grant.role()).getResultStream().filter(p -> p.grant().equals(grant)).toList();
    }

    /**
     * Puts name and user name of somebody else right; the person signs in with the new one from then on. The mail address is the person's own
     * as soon as there is a password, before it see {@link PasswordLinks#send}.
     *
     * @throws Refused {@code user.not_own_name}: one's own name has a page of its own; {@code user.forgotten} if a number stands for a name that
     *                 was erased; {@code user_login_once} by the database if another account has this user name
     */
    public void correct(long userId, @Valid Correct cmd) {
        guard.requireEverywhere(USER_ADMIN);
        AppUser user = Find.locked(em, AppUser.class, userId);
        if (user.id().equals(current.id())) {
            throw new Refused("user.not_own_name");
        }
        if (user.forgotten()) {
            throw new Refused("user.forgotten");
        }
        Sentence before = Sentence.of("said.name_before", user.name(), user.login());
        user.correct(cmd.login(), cmd.name().strip());
        em.flush();
        changed(user, UserAction.CORRECT, SecurityLog.SecurityKind.ACCOUNT_CORRECTED, Said.all(List.of(before)), before);
    }

    /** Name and user name as they are right. */
    public record Correct(@NotBlank @Size(max = 80) @Pattern(regexp = "[a-zA-Z0-9._@-]+") String login, @NotBlank @Size(max = 120) String name) {
    }

    /** Lets an account be tried again at once after too many failures; on this node. */
    public void unlock(long userId) {
        guard.requireEverywhere(USER_ADMIN);
        AppUser user = Find.one(em, AppUser.class, userId);
        limits.forget(user.login());
        limits.forget(SignIns.codeOf(userId));
        changed(user, UserAction.UNLOCK, SecurityLog.SecurityKind.ACCOUNT_UNLOCKED, Said.NOTHING);
    }

    /** Ends all sessions and tokens of a user. */
    public void endAll(long userId) {
        guard.requireEverywhere(USER_ADMIN);
        AppUser user = Find.locked(em, AppUser.class, userId);
        user.endAll();
        changed(user, UserAction.END_ALL, SecurityLog.SecurityKind.ALL_ENDED, Said.NOTHING);
    }

    /** Revokes a token of a user. */
    public void revokeToken(long userId, long tokenId) {
        guard.requireEverywhere(USER_ADMIN);
        AccessToken token = Find.one(em, AccessToken.class, tokenId);
        if (token.userId() != userId) {
            throw new NotFound("AccessToken", tokenId);
        }
        token.revoke(clock.now());
        changed(Find.one(em, AppUser.class, userId), UserAction.REVOKE_TOKEN, SecurityLog.SecurityKind.TOKEN_REVOKED,
                Said.that("said.token", token.label()), Sentence.of("said.token", token.label()));
    }

    /**
     * The first administrator of a new installation, from its configuration.
     *
     * @return false if there are users already: then nothing happens
     */
    @Unguarded("Nobody exists yet who could be asked; with the first user this door is shut.")
    public boolean createFirstAdministrator(String login, String password) {
        return createFirstAdministrator(login, login, password);
    }

    /** The same, with a name that is not the login. */
    @Unguarded("Nobody exists yet who could be asked; with the first user this door is shut.")
    public boolean createFirstAdministrator(String login, String name, String password) {
        if (em.createQuery("select count(u) from AppUser u", Long.class).getSingleResult() > 0) {
            return false;
        }
        add(login, name, null, passwords.choose(password, login, name), List.of(new Grant(Role.ADMIN, null, null)));
        return true;
    }

    /**
     * Somebody has set a password over a link that an administrator has seen, who could have used it: what moves money or administers
     * waits for a second person again, as if that administrator had given it now. Where nobody else could confirm it, it holds, and
     * the last administrator stays one; the security log says so.
     */
    void holdBack(AppUser user, long shownTo) {
        for (RoleAssignment role : em.createQuery("select r from RoleAssignment r where r.userId = :user", RoleAssignment.class)
                .setParameter("user", user.id()).getResultList()) {
            Grant grant = role.grant();
            if (!grant.role().needsSecond()) {
                continue;
            }
            boolean second = anybodyElse(user.id(), shownTo) && !administrators().equals(List.of(user.id()));
            if (second) {
                em.remove(role);
                em.flush();
                if (waiting(user.id(), grant).isEmpty()) {
                    pend(user, grant, shownTo);
                }
            } else {
                LOG.log(Level.WARNING, "user {0} keeps the role {1} after a link that somebody has seen: nobody else could confirm it",
                        new Object[] {user.id(), grant.role()});
            }
            List<Sentence> facts = facts(grant, Sentence.of(second ? "said.pending" : "said.alone"));
            changed(user, UserAction.HOLD_ROLE, SecurityLog.SecurityKind.ROLE_HELD, Said.all(facts), facts.toArray(Sentence[]::new));
        }
        if (anybodyElse(user.id(), shownTo)) {
            // the same for what moves money by the right of somebody else
            em.createQuery("update Deputy d set d.waits = true where d.deputyId = :user and d.endedAt is null").setParameter("user", user.id())
                    .executeUpdate();
        }
    }

    /** Who acts for somebody does not move money by a role that has come since, before a second person has confirmed that. */
    private void waitForDeputies(AppUser user, Grant grant) {
        if (grant.role().needsSecond() && anybodyElse(user.id(), user.id())) {
            em.createQuery("update Deputy d set d.waits = true where d.userId = :user and d.endedAt is null and d.confirmedAt is null")
                    .setParameter("user", user.id()).executeUpdate();
        }
    }

    /** Holds all administrators until the transaction ends, so that two cannot put each other out. */
    void lockAdministrators() {
        em.createQuery("select u from AppUser u where u.id in (select r.userId from RoleAssignment r where r.role = :role) order by u.id",
                AppUser.class).setParameter("role", Role.ADMIN).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private List<Long> administrators() {
        return em.createQuery("select distinct u.id from AppUser u join RoleAssignment r on r.userId = u.id where u.active = true and r.role = :role"
                        + " and r.authorityId is null and r.schoolId is null and (r.lapsesAt is null or r.lapsesAt > :now)", Long.class)
                .setParameter("role", Role.ADMIN).setParameter("now", clock.now()).getResultList();
    }

    private AppUser add(String login, String name, String email, String hash, List<Grant> grants) {
        AppUser user = account(login, name, email, hash);
        Set.copyOf(grants).forEach(grant -> made(user, grant, give(user, grant)));
        return user;
    }

    private AppUser account(String login, String name, String email, String hash) {
        AppUser user = new AppUser(login, name, email, hash, clock.now());
        em.persist(user);
        em.flush();
        return user;
    }

    private void made(AppUser user, Grant grant, Sentence how) {
        em.flush();
        history.record(new Ref("User", user.id(), user.login()).ofNobody(), UserAction.CREATE, Said.all(facts(grant, how)));
        log.write(SecurityLog.SecurityKind.ACCOUNT_MADE, user.id(), user.login(), facts(grant, how).toArray(Sentence[]::new));
    }

    private void changed(AppUser user, UserAction action, SecurityLog.SecurityKind kind, Said said, Sentence... details) {
        changed.fire(new SignIn.Changed(user.id()));
        history.record(new Ref("User", user.id(), user.login()).ofNobody(), action, said);
        log.write(kind, user.id(), user.login(), details);
    }

    /** Holds all administrators, and makes sure that the asker still is one and that one remains without this user. */
    private void requireAnother(long userId) {
        lockAdministrators();
        List<Long> now = administrators();
        if (current.id() != null && !now.contains(current.id())) {
            throw new Forbidden(USER_ADMIN);
        }
        if (now.size() == 1 && now.contains(userId)) {
            throw new Refused("user.last_administrator");
        }
    }

    /** What is to be said of how the role holds; null for nothing: it holds at once. */
    private Sentence give(AppUser user, Grant grant) {
        return give(user, grant, current.id());
    }

    private Sentence give(AppUser user, Grant grant, Long giver) {
        boolean second = grant.role().needsSecond() && giver != null;
        if (second && anybodyElse(user.id(), giver)) {
            pend(user, grant, giver);
            return Sentence.of("said.pending");
        }
        holds(user, grant);
        if (second) {
            LOG.log(Level.WARNING, "user {0} got the role {1} from one person alone: nobody else could confirm it",
                    new Object[] {user.id(), grant.role()});
            return Sentence.of("said.alone");
        }
        return null;
    }

    /** A role waits for a second person, and those who may be that person are told. */
    private void pend(AppUser user, Grant grant, long giver) {
        PendingRole pending = new PendingRole(user.id(), grant, giver, clock.now());
        em.persist(pending);
        em.flush();
        news.tellEverywhere("message.role_pending", pending.ref(user));
    }

    private Sentence holds(AppUser user, Grant grant) {
        em.persist(new RoleAssignment(user.id(), grant));
        waitForDeputies(user, grant);
        return null;
    }

    /** True if somebody but this user and who gives the role may confirm roles. */
    private boolean anybodyElse(long userId, long giverId) {
        return em.createQuery("select count(u) from AppUser u join RoleAssignment r on r.userId = u.id where u.active = true"
                        + " and r.role in :roles and r.authorityId is null and r.schoolId is null and u.id <> :me and u.id <> :user", Long.class)
                .setParameter("roles", Arrays.stream(Role.values()).filter(Role::needsSecond).toList()).setParameter("me", giverId)
                .setParameter("user", userId).getSingleResult() > 0;
    }

    private List<Sentence> facts(Grant grant, Sentence how) {
        return how == null ? List.of(said(grant)) : List.of(said(grant), how);
    }

    /** The role and where it holds, by the name of today. */
    private Sentence said(Grant grant) {
        if (grant.schoolId() != null) {
            return Sentence.of("said.role", grant.role(),
                    places.named(List.of(grant.schoolId())).stream().findFirst().map(Places.Place::name).orElse(""));
        }
        return Sentence.of("said.role", grant.role(), grant.authorityId() == null ? Sentence.of("users.everywhere")
                : places.authorities().stream().filter(a -> a.id().equals(grant.authorityId())).findFirst().map(Places.Place::name).orElse(""));
    }
}
