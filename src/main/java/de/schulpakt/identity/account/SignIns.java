package de.schulpakt.identity.account;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Everything that compares a password. It stands outside the transactions of the use cases, because a slow hash must not hold
 * a connection of the pool; what follows from it is stored by {@link Accounts}.
 */
@ApplicationScoped
public class SignIns {
    /** An attribute of the HTTP session: until when its owner, who has typed the password just now, may connect the account. */
    public static final String LINK = "schulpakt.link";
    private static final long LONGEST_WAIT_SECONDS = 5;
    private static final String ACCOUNT = "select u.id as id, u.login as login, u.name as name, u.passwordHash as hash, u.active as active"
            + " from AppUser u where ";

    @PersistenceContext
    EntityManager em;
    @Inject
    CurrentUser current;
    @Inject
    Passwords passwords;
    @Inject
    SignInLimits limits;
    @Inject
    SecurityLog log;
    @Inject
    Accounts accounts;
    @Inject
    PasswordLinks links;
    @Inject
    Instance<SecondStep> secondStep;

    /** A new password in exchange for the one that held until now. */
    public record ChangePassword(@NotBlank @Size(max = 200) String current, @NotNull @Size(max = 200) String password) {
    }

    /** A password set over a link. */
    public record SetPassword(@NotBlank @Size(max = 100) String link, @NotNull @Size(max = 200) String password) {
    }

    /**
     * Signing in at an identity provider. The room {@code identity.provider} brings it; without its settings there is no such way.
     */
    public interface Provider {
        /** Why somebody did not come in. */
        Set<String> REASONS = Set.of("provider.away", "provider.stale", "provider.declined", "provider.untrusted", "provider.unknown", "provider.no_role",
                "provider.inactive", "provider.login_taken", "provider.mail_taken", "provider.elsewhere", "provider.has_other", "provider.off", "provider.too_often");

        /** True if there is one. */
        boolean on();

        /** What people call it. */
        String name();

        /** True if it could not be reached just now. */
        boolean away();

        /**
         * Begins: where the browser goes, and what its session keeps until it is back.
         *
         * @param linkTo the account that somebody who is signed in connects with it; null to sign in
         * @throws Refused {@code provider.away}
         */
        Begun begin(String next, Long linkTo);

        /**
         * The browser is back.
         *
         * @param answer the parameters that it brings
         * @throws Refused for every reason why nobody is signed in, each a code {@code provider....}
         */
        Entered finish(Trip flow, Map<String, String> answer);

        /**
         * The provider says by itself that somebody has left it.
         *
         * @throws Refused {@code provider.untrusted} for a logout token that is not to be believed, {@code provider.stale} for one that
         *                 was taken already, {@code provider.away} if its keys cannot be had
         */
        void left(String logoutToken);

        /** Where one leaves the provider, too; null if it has no such place. */
        URI farewell();
    }

    /** What the session keeps while somebody is at the provider; all of it is good once. */
    public record Trip(String state, String nonce, String verifier, String next, Long linkTo, Instant begunAt) implements Serializable {
    }

    /** Where the browser goes, and what is kept meanwhile. */
    public record Begun(URI to, Trip flow) {
    }

    /**
     * Who has come back.
     *
     * @param proved true if the provider has asked for a second factor
     * @param linked true if nobody was signed in: an account was connected
     * @param over   how long that holds, and by what the provider ends it
     */
    public record Entered(long userId, boolean proved, boolean linked, Over over) {
    }

    /**
     * That a session begins at the provider.
     *
     * @param person  hash of the person there
     * @param session hash of the session there; null where the provider names none
     * @param until   so long holds what the provider has said
     */
    public record Over(String person, String session, Instant until) implements Serializable {
    }

    private record Stored(Long id, String login, String name, String hash, boolean active) {
    }

    /**
     * Compares login and password.
     *
     * @return the user's id
     * @throws Refused {@code login.wrong} if they do not fit or the account is deactivated, {@code login.wait} with the seconds
     *                 if there were too many failures, {@code login.busy} if too many sign in at this moment
     */
    public Long check(String login, String password) {
        Stored found = stored("u.login = :key", login);
        Long id = found == null ? null : found.id();
        boolean known = id != null && knows(id);
        SignInLimits.Try one = SignInLimits.of(String.valueOf(current.address()), login, known);
        long wait = limits.begin(one);
        if (wait > 0) {
            log.writeSparely(SecurityLog.SecurityKind.SIGN_IN_SLOWED, id, login);
            throw new Refused("login.wait", wait);
        }
        if (!compared(one, found, password)) {
            log.write(SecurityLog.SecurityKind.SIGN_IN_REFUSED, id, login,
                    found != null && !found.active() ? new Sentence[] {Sentence.of("said.deactivated")} : new Sentence[0]);
            throw new Refused("login.wrong");
        }
        limits.succeeded(one);
        renew(found, password);
        return id;
    }

    /** The password is known for this moment only: a hash of another cost is replaced by one as they are made now. */
    private void renew(Stored found, String password) {
        if (!Passwords.isOutdated(found.hash())) {
            return;
        }
        String hash;
        try {
            hash = passwords.hash(password);
        } catch (Refused busy) {
            return;
        }
        accounts.renew(found.id(), found.hash(), hash);
    }

    /** True if this account is asked for a code after its password. */
    public boolean needsCode(long userId) {
        return secondStep.isResolvable() && secondStep.get().isAsked(userId);
    }

    /** True if the account must set up a second factor before anything else. */
    public boolean needsSetup(long userId) {
        return secondStep.isResolvable() && secondStep.get().isMissing(userId);
    }

    /**
     * Compares a code of an account's second factor. Wrong ones are counted and slowed like passwords, and apart from them.
     *
     * @throws Refused {@code login.code_wrong}; {@code login.code_spent} after a hundred wrong ones in a row and
     *                 {@code login.code_unreadable} where the installation's key is another, until a recovery code is right;
     *                 {@code login.wait} with the seconds
     */
    public void prove(long userId, String code) {
        SignInLimits.Try one = SignInLimits.of(String.valueOf(current.address()), codeOf(userId), false);
        long wait = limits.begin(one);
        if (wait > 0) {
            log.writeSparely(SecurityLog.SecurityKind.SIGN_IN_SLOWED, userId, null, Sentence.of("said.code"));
            throw new Refused("login.wait", wait);
        }
        SecondStep.Found found = secondStep.get().prove(userId, code);
        if (found == SecondStep.Found.RIGHT) {
            limits.succeeded(one);
            return;
        }
        log.write(SecurityLog.SecurityKind.CODE_REFUSED, userId, null);
        throw new Refused(switch (found) {
            case SPENT -> "login.code_spent";
            case UNREADABLE -> "login.code_unreadable";
            default -> "login.code_wrong";
        });
    }

    /**
     * Changes the password of who is signed in. All other sessions and all tokens end.
     *
     * @throws Refused {@code password.wrong} if the old one does not fit, {@code password.same}, and what {@link Passwords}
     *                 refuses
     */
    public void changePassword(@Valid ChangePassword cmd) {
        if (!current.signedIn() || current.byToken()) {
            throw new Refused("account.by_token");
        }
        Stored own = prove(cmd.current());
        if (cmd.current().equals(cmd.password())) {
            throw new Refused("password.same");
        }
        accounts.replaceOwnPassword(passwords.choose(cmd.password(), own.login(), own.name()));
    }

    /**
     * Sets the password of the account to which a link belongs. Nobody is signed in by it: a second factor is asked for as ever.
     *
     * @throws Refused as {@link PasswordLinks#whose}, and what {@link Passwords} refuses
     */
    public void setPassword(@Valid SetPassword cmd) {
        PasswordLinks.Whose whose = links.whose(cmd.link());
        links.use(cmd.link(), passwords.choose(cmd.password(), whose.login(), whose.name()));
    }

    /**
     * Changes name, mail address and how pages look of who is signed in. The password is needed for another mail address only.
     *
     * @throws Refused {@code account.mail_needs_password} without one, {@code password.wrong} if it does not fit
     */
    public void describe(@Valid Accounts.Describe cmd, String password) {
        try {
            accounts.describe(cmd);
        } catch (Refused e) {
            if (!"account.mail_needs_password".equals(e.code()) || password == null || password.isEmpty()) {
                throw e;
            }
            prove(password);
            accounts.describeProved(cmd);
        }
    }

    /**
     * Compares the password of who is signed in, before something that a stolen session must not do.
     *
     * @throws Refused {@code password.wrong}
     */
    public void proveOwn(String password) {
        current.person();
        prove(password == null ? "" : password);
    }

    private Stored prove(String password) {
        Stored own = stored("u.id = :key", current.id());
        try {
            check(own.login(), password);
        } catch (Refused e) {
            throw "login.wrong".equals(e.code()) ? new Refused("password.wrong") : e;
        }
        return own;
    }

    /** The name under which tries of an account's code are counted, apart from those of its password. */
    static String codeOf(long userId) {
        return "code of " + userId;
    }

    private boolean compared(SignInLimits.Try one, Stored found, String password) {
        Semaphore places = limits.places(String.valueOf(current.address()));
        try {
            if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                limits.undone(one);
                throw new Refused("login.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("login.busy");
        }
        try {
            if (found == null) {
                passwords.pretend(password);
                return false;
            }
            return passwords.matches(password, found.hash()) && found.active();
        } catch (Refused busy) {
            limits.undone(one);
            throw busy;
        } finally {
            places.release();
        }
    }

    /** True if the account has signed in from this address before. */
    private boolean knows(Long id) {
        return em.createQuery("select count(e) from SecurityEvent e where e.userId = :user and e.kind = :kind and e.address = :address",
                        Long.class).setParameter("user", id).setParameter("kind", SecurityLog.SecurityKind.SIGN_IN)
                .setParameter("address", String.valueOf(current.address())).getSingleResult() > 0;
    }

    private Stored stored(String where, Object key) {
        return Ask.of(em, Stored.class, ACCOUNT + where).set("key", key).one().orElse(null);
    }
}
