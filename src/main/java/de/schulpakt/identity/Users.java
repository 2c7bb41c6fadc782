package de.schulpakt.identity;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.History;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Users, their roles and access tokens. */
@UseCases
public class Users {
    private static final int TOKEN_BYTES = 32;
    private static final int SHORTEST_PASSWORD = 8;

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
     * Creates a user with one role.
     *
     * @return id of the user
     * @throws Refused {@code user.scope} for a school administrator without a school, {@code user_login_once} by the database
     *                 if the login is taken
     */
    public Long create(@Valid CreateUser cmd) {
        guard.requireEverywhere(USER_ADMIN);
        Grant grant = new Grant(cmd.role(), cmd.authorityId(), cmd.schoolId());
        check(grant);
        return add(cmd.login(), cmd.name(), cmd.email(), cmd.password(), grant);
    }

    /** Gives a user one more role. Refuses with {@code user.scope} a school administrator without a school. */
    public void grant(long userId, @Valid Grant grant) {
        AppUser user = Find.locked(em, AppUser.class, userId);
        guard.requireEverywhere(USER_ADMIN);
        check(grant);
        em.persist(new RoleAssignment(user.id(), grant));
        history.record(new Ref("User", userId, String.valueOf(userId)), UserAction.GRANT, grant.role().name());
    }

    /** Lets a user sign in or no longer; what the user did stays in every history. */
    public void activate(long userId, boolean active) {
        AppUser user = Find.locked(em, AppUser.class, userId);
        guard.requireEverywhere(USER_ADMIN);
        if (Long.valueOf(userId).equals(current.id())) {
            throw new Refused("user.not_oneself");
        }
        user.activate(active);
        history.record(new Ref("User", userId, String.valueOf(userId)),
                active ? UserAction.ACTIVATE : UserAction.DEACTIVATE, null);
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
        if (password == null || password.length() < SHORTEST_PASSWORD) {
            throw new Refused("user.password_short", SHORTEST_PASSWORD);
        }
        add(login, name, null, password, new Grant(Role.ADMIN, null, null));
        return true;
    }

    /**
     * Checks login and password. Ten failures in a row lock the login for 15 minutes.
     *
     * @return the user's id, or null if login and password do not fit, the user is inactive or locked
     */
    @Unguarded("This is how somebody becomes known to the guard.")
    public Long authenticate(String login, String password) {
        List<AppUser> found = em.createQuery("select u from AppUser u where u.login = :login", AppUser.class)
                .setParameter("login", login).getResultList();
        if (found.isEmpty() || !found.get(0).mayTry(clock.now())) {
            Passwords.pretend(password);
            return null;
        }
        AppUser user = found.get(0);
        boolean fits = user.hasPassword(password);
        // of many guesses at once each counts; the slow comparison is done before the row is locked
        em.refresh(user, LockModeType.PESSIMISTIC_WRITE);
        if (!fits) {
            user.failed(clock.now());
            return null;
        }
        if (!user.mayTry(clock.now())) {
            return null;
        }
        user.succeeded();
        return user.id();
    }

    /** Makes an access token for the current user; its secret is returned once and kept nowhere. */
    @Unguarded("Everybody who is signed in may have tokens of one’s own; a token can do no more than its owner.")
    public NewToken createToken(@Valid CreateToken cmd) {
        if (!current.signedIn()) {
            throw new Forbidden(Permission.USER_ADMIN);
        }
        byte[] secret = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(secret);
        String token = "spk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        AccessToken kept = new AccessToken(current.id(), cmd.label(), SignIn.sha256(token), clock.now(),
                clock.now().plus(Duration.ofDays(cmd.days())));
        em.persist(kept);
        em.flush();
        return new NewToken(kept.id(), token, kept.expiresAt());
    }

    /** Ends an access token of the current user at once; a foreign one does not exist for the asker. */
    @Unguarded("Only the owner finds the token.")
    public void revokeToken(long tokenId) {
        AccessToken token = Find.one(em, AccessToken.class, tokenId);
        if (!Long.valueOf(token.userId()).equals(current.id())) {
            throw new NotFound("AccessToken", tokenId);
        }
        token.revoke(clock.now());
    }

    private Long add(String login, String name, String email, String password, Grant grant) {
        AppUser user = new AppUser(login, name, email, Passwords.hash(password), clock.now());
        em.persist(user);
        em.flush();
        em.persist(new RoleAssignment(user.id(), grant));
        history.record(new Ref("User", user.id(), login), UserAction.CREATE, grant.role().name());
        return user.id();
    }

    private static void check(Grant grant) {
        boolean school = grant.role() == Role.SCHOOL_ADMIN;
        if (school && grant.schoolId() == null || grant.schoolId() != null && grant.authorityId() != null) {
            throw new Refused("user.scope", grant.role());
        }
    }
}
