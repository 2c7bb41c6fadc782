package de.schulpakt.identity.account;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Sha256;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.job.Background;
import de.schulpakt.platform.mail.Letter;
import de.schulpakt.platform.mail.MailSettings;
import de.schulpakt.platform.mail.Mails;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The links by which people set their password. They go by mail; only where no letter can be sent does the administrator see one,
 * once, and whoever uses it gets back what moves money or administers from a second person ({@link Users#holdBack}).
 */
@UseCases
public class PasswordLinks {
    /** So many letters somebody gets within an hour because a password is said to be forgotten. */
    static final int MOST_AN_HOUR = 3;
    private static final int SECRET_BYTES = 32;
    private static final int MOST_ACCOUNTS = 5;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final SecureRandom RANDOM = new SecureRandom();

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
    SecurityLog log;
    @Inject
    SignInLimits limits;
    @Inject
    Users users;
    @Inject
    Mails mails;
    @Inject
    Background background;
    @Inject
    SignIn signIn;
    @Inject
    Event<SignIn.Changed> changed;

    /** Login or mail address of somebody who has forgotten the password. */
    public record Forgot(@NotBlank @Size(max = 200) String name) {
    }

    /** A new link for somebody; the address only for who has no password yet, null for the one that is known. */
    public record Send(@Email @Size(max = 200) String email) {
    }

    /**
     * A link that was made.
     *
     * @param userId    whose
     * @param sentTo    the mail address to which it goes, null if it goes by no mail
     * @param link      to be handed over, null if it goes by mail: shown this once and kept nowhere
     * @param expiresAt until when it holds
     */
    public record Made(Long userId, String sentTo, String link, Instant expiresAt) {
    }

    /** Whose password a link sets. */
    public record Whose(String login, String name, boolean first) {
    }

    /**
     * Somebody has forgotten the password. The answer is the same whoever it is; if there is such an account with a mail address, a
     * link goes there.
     *
     * @throws Refused {@code link.no_mail} if the installation sends no mail; {@code link.wait} with the seconds if there were too
     *                 many wishes for this name or from this address
     */
    @Unguarded("Whoever has forgotten the password can be asked for nothing.")
    public void forgot(@Valid Forgot cmd) {
        if (!MailSettings.read().on()) {
            throw new Refused("link.no_mail");
        }
        long wait = limits.wish(String.valueOf(current.address()), cmd.name().strip());
        if (wait > 0) {
            throw new Refused("link.wait", wait);
        }
        em.persist(new PasswordWish(cmd.name().strip(), current.address(), clock.now()));
        background.want(PasswordJob.NAME);
    }

    /**
     * Sends somebody a link to set a password; without a mail server, or where no address is known, it is answered this once. An
     * account that nobody has used yet may get another mail address by it.
     *
     * @throws Refused {@code user.not_own_password}; {@code link.inactive} for a deactivated account; {@code link.own_mail} for
     *                 another address of somebody who has a password already
     */
    public Made send(long userId, @Valid Send cmd) {
        guard.requireEverywhere(USER_ADMIN);
        users.lockAdministrators();
        AppUser user = Find.locked(em, AppUser.class, userId);
        if (user.id().equals(current.id())) {
            throw new Refused("user.not_own_password");
        }
        if (!user.active()) {
            throw new Refused("link.inactive");
        }
        String email = cmd.email() == null || cmd.email().isBlank() ? null : cmd.email().strip();
        if (email != null && !email.equals(user.email())) {
            if (user.hasPassword()) {
                throw new Refused("link.own_mail");
            }
            user.reach(email);
            // who names the address could read the letter
            users.holdBack(user, current.id());
        }
        return make(user);
    }

    /**
     * Whose password a link sets.
     *
     * @throws Refused {@code link.unknown}, {@code link.used}, {@code link.expired}, {@code link.ended}
     */
    @Unguarded("The secret in the link says who may.")
    public Whose whose(String secret) {
        PasswordLink link = found(secret);
        AppUser user = Find.one(em, AppUser.class, link.userId());
        return holding(link, user);
    }

    /** The link of a new account, which its creator has asked the guard for. */
    Made make(AppUser user) {
        Instant now = clock.now();
        em.createQuery("delete from PasswordLink l where l.userId = :user and l.expiresAt < :old").setParameter("user", user.id())
                .setParameter("old", now.minus(KEPT)).executeUpdate();
        boolean mail = MailSettings.read().on() && user.email() != null;
        String secret = secret();
        PasswordLink link = new PasswordLink(user, Sha256.hex(secret), now, mail ? null : current.id());
        em.persist(link);
        em.flush();
        if (mail) {
            mails.write(letter(user, link, secret, "link.mail_invited", current.name()));
        }
        Sentence how = mail ? Sentence.of("said.link_sent", user.email()) : Sentence.of("said.link_shown");
        history.record(ref(user), UserAction.SEND_LINK, Said.all(List.of(how)));
        log.write(mail ? SecurityLog.SecurityKind.LINK_SENT : SecurityLog.SecurityKind.LINK_SHOWN, user.id(), user.login(), how);
        return new Made(user.id(), mail ? user.email() : null, mail ? null : address(secret), link.expiresAt());
    }

    /**
     * Stores the password that somebody has set over a link, already hashed. All sessions, tokens and other links of the account end.
     *
     * @throws Refused as {@link #whose}
     */
    void use(String secret, String hash) {
        Instant now = clock.now();
        PasswordLink link = found(secret);
        if (link.shownTo() != null) {
            users.lockAdministrators();
        }
        AppUser user = Find.locked(em, AppUser.class, link.userId());
        em.refresh(link, LockModeType.PESSIMISTIC_WRITE);
        holding(link, user);
        link.use(now);
        user.replacePassword(hash, now);
        limits.forget(user.login());
        if (link.shownTo() != null) {
            users.holdBack(user, link.shownTo());
        }
        changed.fire(new SignIn.Changed(user.id()));
        signIn.as(user.login(), () -> {
            history.record(ref(user), UserAction.SET_PASSWORD);
            log.write(SecurityLog.SecurityKind.PASSWORD_SET, user.id(), user.login());
        });
    }

    /** Answers the oldest wish; how many letters that were, -1 if there is no wish. */
    int answerOne() {
        List<PasswordWish> oldest = em.createQuery("select w from PasswordWish w order by w.id", PasswordWish.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).setMaxResults(1).getResultList();
        if (oldest.isEmpty()) {
            return -1;
        }
        PasswordWish wish = oldest.get(0);
        em.remove(wish);
        signIn.from(wish.address());
        List<AppUser> accounts = em.createQuery("select u from AppUser u where u.active = true and u.email is not null"
                        + " and (u.login = :name or u.email = :name) order by u.id", AppUser.class).setParameter("name", wish.name())
                .setMaxResults(MOST_ACCOUNTS).getResultList();
        int sent = 0;
        for (AppUser user : accounts) {
            sent += answer(user) ? 1 : 0;
        }
        return sent;
    }

    private boolean answer(AppUser user) {
        Instant now = clock.now();
        long recent = em.createQuery("select count(l) from PasswordLink l where l.userId = :user and l.shownTo is null and l.madeAt > :hour",
                        Long.class).setParameter("user", user.id()).setParameter("hour", now.minus(Duration.ofHours(1))).getSingleResult();
        if (recent >= MOST_AN_HOUR) {
            return false;
        }
        String secret = secret();
        PasswordLink link = new PasswordLink(user, Sha256.hex(secret), now, null);
        em.persist(link);
        em.flush();
        if (!mails.write(letter(user, link, secret, "link.mail_forgotten", null))) {
            em.remove(link);
            return false;
        }
        log.write(SecurityLog.SecurityKind.LINK_SENT, user.id(), user.login(), Sentence.of("said.link_sent", user.email()),
                Sentence.of("said.link_wished"));
        return true;
    }

    private static Letter letter(AppUser user, PasswordLink link, String secret, String key, String by) {
        Locale locale = user.locale();
        return new Letter("password-" + link.id(), user.email(), user.name(), Texts.get(locale, key + "_subject"),
                List.of(Texts.get(locale, key, by, user.login()), Texts.get(locale, "link.mail_until", link.expiresAt())), address(secret),
                Texts.get(locale, "link.mail_button"), Texts.get(locale, key + "_foot"), null, link.expiresAt());
    }

    private PasswordLink found(String secret) {
        return em.createQuery("select l from PasswordLink l where l.hash = :hash", PasswordLink.class)
                .setParameter("hash", Sha256.hex(secret == null ? "" : secret)).getResultStream().findFirst()
                .orElseThrow(() -> new Refused("link.unknown"));
    }

    private Whose holding(PasswordLink link, AppUser user) {
        String refusal = link.refusal(user, clock.now());
        if (refusal != null) {
            throw new Refused(refusal);
        }
        return new Whose(user.login(), user.name(), !user.hasPassword());
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String address(String secret) {
        return MailSettings.read().base() + "/password.xhtml?link=" + secret;
    }

    private static Ref ref(AppUser user) {
        return new Ref("User", user.id(), user.login()).ofNobody();
    }
}
