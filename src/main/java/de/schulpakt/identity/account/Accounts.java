package de.schulpakt.identity.account;

import de.schulpakt.identity.Bounds;
import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Places;
import de.schulpakt.identity.SchoolAuthorities;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Setting;
import de.schulpakt.platform.Sha256;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** What people do with their own account: sessions, access tokens, name, language and theme. */
@UseCases
@Unguarded("Only what belongs to the asker; nothing of it needs a permission.")
public class Accounts {
    /** How many valid tokens somebody may have. */
    public static final int MOST_TOKENS = 20;
    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST_AGENT = 200;
    private static final Duration SESSION = Duration.ofHours(Setting.number("schulpakt.session.hours", 0, 12));
    private static final Duration SESSIONS_KEPT = Duration.ofDays(30);

    @Inject
    Places places;
    @Inject
    Instance<SchoolAuthorities> schools;
    @PersistenceContext
    EntityManager em;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    SecurityLog log;
    @Inject
    Event<SignIn.Changed> changed;
    @Inject
    Event<SignIn.Begun> begun;

    /** Name, address and how pages look; language and theme null for what the browser wishes. */
    public record Describe(@NotBlank @Size(max = 120) String name, @Email @Size(max = 200) String email,
            @Pattern(regexp = "de|en") String language, @Pattern(regexp = "light|dark|system") String theme) {
    }

    /**
     * A new access token, valid for so many days.
     *
     * @param readsOnly   true if it changes nothing; null for one that may do what its owner may
     * @param authorityId the authority whose things alone it sees and does, null for all of its owner's
     * @param schoolId    the school whose things alone it sees and does, null for all of its owner's
     * @param rights      what alone it may do of what its owner may, with what is needed to see it; null for all of it
     */
    public record CreateToken(@NotBlank @Size(max = 120) String label, @NotNull @Min(1) @Max(366) Integer days, Boolean readsOnly, Long authorityId, Long schoolId,
            @Size(min = 1, max = 100) List<@NotNull Permission> rights) {
        /** One that may do what its owner may. */
        public CreateToken(String label, Integer days) {
            this(label, days, null, null, null, null);
        }

        /** One that is not held to single rights. */
        public CreateToken(String label, Integer days, Boolean readsOnly, Long authorityId, Long schoolId) {
            this(label, days, readsOnly, authorityId, schoolId, null);
        }
    }

    /** An access token just made: the only time its secret is shown. */
    public record NewToken(Long id, String token, Instant expiresAt) {
    }

    /**
     * Begins a session for somebody whose password was compared just now; old sessions of the account are cleared away.
     *
     * @return id of the session, which {@link SignIn#bySession} takes
     */
    public Long begin(long userId, String agent) {
        return started(userId, agent, null);
    }

    /** The same for somebody who comes from the identity provider: no longer than what that one has said holds. */
    public Long begin(long userId, String agent, @NotNull SignIns.Over over) {
        return started(userId, agent, over);
    }

    private Long started(long userId, String agent, SignIns.Over over) {
        AppUser user = Find.one(em, AppUser.class, userId);
        em.createQuery("delete from LoginSession s where s.userId = :user and s.expiresAt < :long").setParameter("user", userId)
                .setParameter("long", clock.now().minus(SESSIONS_KEPT)).executeUpdate();
        LoginSession session = new LoginSession(user, SecurityLog.safe(String.valueOf(current.address()), 45),
                SecurityLog.safe(agent, LONGEST_AGENT), clock.now(), over != null && over.until().isBefore(clock.now().plus(SESSION)) ? over.until() : clock.now().plus(SESSION));
        if (over != null) {
            session.over(over.person(), over.session());
        }
        em.persist(session);
        em.flush();
        log.write(SecurityLog.SecurityKind.SIGN_IN, userId, user.login());
        begun.fire(new SignIn.Begun(userId, user.login(), String.valueOf(current.address()), agent));
        return session.id();
    }

    /** Ends a session that was left or has expired in the server's memory. */
    public void left(long sessionId, boolean deliberately) {
        LoginSession session = em.find(LoginSession.class, sessionId);
        if (session != null) {
            session.end(clock.now());
            changed.fire(new SignIn.Changed(session.userId()));
            if (deliberately) {
                log.write(SecurityLog.SecurityKind.SIGN_OUT, session.userId(), current.login());
            }
        }
    }

    /**
     * The identity provider says that somebody has left it: ends the sessions that began there, on all nodes.
     *
     * @param person  hash of the person there; null if only the session is named
     * @param session hash of the session there; null for all of the person
     * @return how many there were
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int leftProvider(String person, String session) {
        List<LoginSession> held = em.createQuery("select s from LoginSession s where s.endedAt is null and s.expiresAt > :now and "
                        + (person == null ? "s.providerSession = :key" : "s.providerPerson = :key") + " order by s.id", LoginSession.class)
                .setParameter("now", clock.now()).setParameter("key", person == null ? session : person).getResultStream()
                .filter(s -> session == null || s.isNamed(session)).toList();
        for (LoginSession one : held) {
            one.end(clock.now());
            changed.fire(new SignIn.Changed(one.userId()));
            log.write(SecurityLog.SecurityKind.SIGN_OUT, one.userId(), Find.one(em, AppUser.class, one.userId()).login(), Sentence.of("said.by_provider"));
        }
        return held.size();
    }

    /** Ends one of one's own sessions; a foreign one does not exist for the asker. */
    public void endSession(long sessionId) {
        LoginSession session = Find.one(em, LoginSession.class, sessionId);
        if (!Long.valueOf(session.userId()).equals(current.person())) {
            throw new NotFound("LoginSession", sessionId);
        }
        session.end(clock.now());
        changed.fire(new SignIn.Changed(session.userId()));
        log.write(SecurityLog.SecurityKind.SESSION_ENDED, session.userId(), current.login());
    }

    /** Ends all sessions and tokens but the session of this request. */
    public void endAllOthers() {
        AppUser user = Find.locked(em, AppUser.class, current.person());
        user.endAll();
        goOn(user);
        changed.fire(new SignIn.Changed(user.id()));
        log.write(SecurityLog.SecurityKind.ALL_ENDED, user.id(), user.login());
    }

    /**
     * Changes one's own name and how pages look.
     *
     * @throws Refused {@code account.mail_needs_password} if the mail address is another: links to a password go there, so
     *                 {@link SignIns#describe} asks for the password first
     */
    public void describe(@Valid Describe cmd) {
        describe(cmd, false);
    }

    /** The same with another mail address, by somebody whose password was compared just now. */
    void describeProved(Describe cmd) {
        describe(cmd, true);
    }

    private void describe(Describe cmd, boolean proved) {
        AppUser user = Find.locked(em, AppUser.class, current.person());
        boolean other = !Objects.equals(cmd.email() == null || cmd.email().isEmpty() ? null : cmd.email(), user.email());
        if (other && !proved) {
            throw new Refused("account.mail_needs_password");
        }
        if (other) {
            log.write(SecurityLog.SecurityKind.MAIL_CHANGED, user.id(), user.login());
            // links that went to the address before
            em.createQuery("update PasswordLink l set l.usedAt = :now where l.userId = :user and l.usedAt is null").setParameter("now", clock.now())
                    .setParameter("user", user.id()).executeUpdate();
        }
        user.describe(cmd.name().strip(), cmd.email(), cmd.language(), cmd.theme());
        changed.fire(new SignIn.Changed(user.id()));
        history.record(new Ref("User", user.id(), user.login()).ofNobody(), UserAction.DESCRIBE);
    }

    /** Remembers the language or theme that was chosen on a page; null leaves the one that was. */
    public void look(String language, String theme) {
        AppUser user = Find.locked(em, AppUser.class, current.person());
        user.look("de".equals(language) || "en".equals(language) ? language : null,
                "light".equals(theme) || "dark".equals(theme) || "system".equals(theme) ? theme : null);
        changed.fire(new SignIn.Changed(user.id()));
    }

    /**
     * Makes an access token for the current user; its secret is returned once and kept nowhere.
     *
     * @throws Refused {@code token.by_token} if it is a token that asks: a token must not outlive itself;
     *                 {@code token.too_many} from the twentieth valid one on; {@code password.must_change} while the password
     *                 is one that somebody else has chosen; {@code token.place} for a place where the asker has no role, and
     *                 for an authority and a school at once; {@code token.right_of_others} for a right that the asker has nowhere
     */
    public NewToken createToken(@Valid CreateToken cmd) {
        AppUser user = Find.locked(em, AppUser.class, current.somebody());
        if (current.byToken()) {
            throw new Refused("token.by_token");
        }
        if (user.mustChangePassword()) {
            throw new Refused("password.must_change");
        }
        place(cmd);
        (cmd.rights() == null ? List.<Permission>of() : cmd.rights()).stream().filter(right -> current.grants().stream().noneMatch(g -> g.role().permissions().contains(right))).findFirst().ifPresent(right -> {
            throw new Refused("token.right_of_others", right);
        });
        long valid = em.createQuery("select count(t) from AccessToken t where t.userId = :user and t.epoch = :epoch"
                        + " and t.revokedAt is null and t.expiresAt > :now", Long.class).setParameter("user", user.id())
                .setParameter("epoch", user.epoch()).setParameter("now", clock.now()).getSingleResult();
        if (valid >= MOST_TOKENS) {
            throw new Refused("token.too_many", MOST_TOKENS);
        }
        byte[] secret = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(secret);
        String token = "spk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        AccessToken kept = new AccessToken(user, cmd, Sha256.hex(token), clock.now());
        em.persist(kept);
        em.flush();
        log.write(SecurityLog.SecurityKind.TOKEN_MADE, user.id(), user.login(), Sentence.of("said.token", cmd.label()));
        return new NewToken(kept.id(), token, kept.expiresAt());
    }

    private void place(CreateToken cmd) {
        Bounds bounds = new Bounds(false, cmd.authorityId(), cmd.schoolId());
        boolean there = cmd.authorityId() == null || places.authorities().stream().anyMatch(a -> a.id().equals(cmd.authorityId()));
        there &= cmd.schoolId() == null || !places.named(List.of(cmd.schoolId())).isEmpty();
        boolean both = cmd.authorityId() != null && cmd.schoolId() != null;
        if (bounds.placed() && (both || !there || bounds.of(current.grants(), school -> schools.get().authorityOf(school)).isEmpty())) {
            throw new Refused("token.place");
        }
    }

    /**
     * Ends one of one's own access tokens at once; a foreign one does not exist for the asker.
     *
     * @throws Refused {@code token.placed} if a token that is held to one authority or one school asks for another one than itself
     */
    public void revokeToken(long tokenId) {
        AccessToken token = Find.one(em, AccessToken.class, tokenId);
        if (!Long.valueOf(token.userId()).equals(current.somebody())) {
            throw new NotFound("AccessToken", tokenId);
        }
        if (!Long.valueOf(tokenId).equals(current.tokenId())) {
            current.unplaced();
        }
        token.revoke(clock.now());
        changed.fire(new SignIn.Changed(token.userId()));
        log.write(SecurityLog.SecurityKind.TOKEN_REVOKED, token.userId(), current.login(), Sentence.of("said.token", token.label()));
    }

    /** The new password of who is signed in, already compared and hashed by {@link SignIns}. */
    void replaceOwnPassword(String hash) {
        AppUser user = Find.locked(em, AppUser.class, current.somebody());
        user.replacePassword(hash, clock.now());
        goOn(user);
        changed.fire(new SignIn.Changed(user.id()));
        history.record(new Ref("User", user.id(), user.login()).ofNobody(), UserAction.CHANGE_PASSWORD);
        log.write(SecurityLog.SecurityKind.PASSWORD_CHANGED, user.id(), user.login());
    }

    /** Another hash of the same password; nothing if the password was changed meanwhile. */
    void renew(long userId, String before, String hash) {
        em.createQuery("update AppUser u set u.passwordHash = :hash where u.id = :id and u.passwordHash = :before").setParameter("hash", hash)
                .setParameter("id", userId).setParameter("before", before).executeUpdate();
    }

    /** Notes when a session or token was used. */
    void used(long id, boolean token, Instant now) {
        em.createQuery(token ? "update AccessToken t set t.lastUsedAt = :now where t.id = :id"
                : "update LoginSession s set s.seenAt = :now where s.id = :id").setParameter("now", now).setParameter("id", id)
                .executeUpdate();
    }

    private void goOn(AppUser user) {
        LoginSession own = current.session() == null ? null : em.find(LoginSession.class, current.session());
        if (own != null) {
            own.follow(user);
        }
    }
}
