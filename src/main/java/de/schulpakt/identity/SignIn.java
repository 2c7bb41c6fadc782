package de.schulpakt.identity;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Makes somebody the current user of this request: from the session, from a token, or by name within the program. */
@ApplicationScoped
public class SignIn {
    private static final String ACCOUNT = "select u.id, u.login, u.name, r.role, r.authorityId, r.schoolId from AppUser u"
            + " left join RoleAssignment r on r.userId = u.id where u.active = true and ";

    @PersistenceContext
    EntityManager em;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;

    /** Signs in a user by id; false if there is no such active user any more. */
    public boolean byId(long userId) {
        return become(em.createQuery(ACCOUNT + "u.id = :id", Object[].class).setParameter("id", userId).getResultList());
    }

    /** Signs in the owner of an access token; false if the token is unknown, expired or revoked. One statement. */
    public boolean byToken(String token) {
        return become(em.createQuery(ACCOUNT + "u.id = (select t.userId from AccessToken t where t.hash = :hash"
                        + " and t.revokedAt is null and t.expiresAt > :now)", Object[].class)
                .setParameter("hash", sha256(token)).setParameter("now", clock.now()).getResultList());
    }

    /**
     * Runs work on behalf of a user, for the demo and for tests; afterwards the current user is again who it was.
     *
     * @throws NotFound if there is no such active user
     */
    public void as(String login, Runnable work) {
        CurrentUser.Account before = new CurrentUser.Account(current.id(), current.login(), current.signedIn()
                ? current.name() : null, current.grants());
        if (!become(em.createQuery(ACCOUNT + "u.login = :login", Object[].class).setParameter("login", login)
                .getResultList())) {
            throw new NotFound("User", login);
        }
        try {
            work.run();
        } finally {
            current.become(before);
        }
    }

    /** Nobody is signed in any more. */
    public void leave() {
        current.leave();
    }

    static String sha256(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean become(List<Object[]> rows) {
        if (rows.isEmpty()) {
            return false;
        }
        Object[] first = rows.get(0);
        List<Grant> grants = rows.stream().map(r -> r[3] == null ? null : new Grant((Role) r[3], (Long) r[4], (Long) r[5]))
                .filter(Objects::nonNull).toList();
        current.become(new CurrentUser.Account((Long) first[0], (String) first[1], (String) first[2], grants));
        return true;
    }
}
