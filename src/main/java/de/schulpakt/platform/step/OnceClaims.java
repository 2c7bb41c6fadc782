package de.schulpakt.platform.step;

import de.schulpakt.platform.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Which keys were claimed, and how their commands were answered. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
public class OnceClaims {
    /** A key is known so long; afterwards the same command is carried out anew. */
    public static final Duration KEPT = Duration.ofDays(7);
    private static final int DUPLICATE = 1062;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    /**
     * How a command was answered.
     *
     * @param status null as long as there is no answer, or if it was lost
     */
    public record Answer(String print, Integer status, String mediaType, String location, byte[] body) {
        /** True if it can be given again. */
        public boolean there() {
            return status != null;
        }
    }

    /** What is known of a key of an account. */
    public Optional<Answer> find(Long account, String key) {
        return em.createQuery("select k from OnceKey k where k.userId = :user and k.keyHash = :key", OnceKey.class)
                .setParameter("user", account).setParameter("key", key).setHint("eclipselink.refresh", "true").getResultStream()
                .findFirst().map(OnceKey::answer);
    }

    /** Keeps the answer of what was carried out. */
    public void answered(Once once, int status, String mediaType, String location, byte[] body) {
        em.createQuery("select k from OnceKey k where k.userId = :user and k.keyHash = :key", OnceKey.class)
                .setParameter("user", once.account()).setParameter("key", once.key()).getResultStream().findFirst()
                .ifPresent(k -> k.answered(status, mediaType, location, body));
    }

    /** Forgets keys that are older than {@link #KEPT}; answers how many. */
    public int forget() {
        return em.createQuery("delete from OnceKey k where k.sentAt < :before").setParameter("before", clock.now().minus(KEPT)).executeUpdate();
    }

    /**
     * Claims a key within the transaction that carries out its command. Whoever sends the same at once waits here.
     *
     * @throws Repeated if it is claimed already
     */
    void claim(Once once) {
        try {
            em.persist(new OnceKey(once, clock.now()));
            em.flush();
        } catch (PersistenceException e) {
            for (Throwable t = e; t != null && t != t.getCause(); t = t.getCause()) {
                if (t instanceof SQLException sql && sql.getErrorCode() == DUPLICATE) {
                    throw new Repeated(e);
                }
            }
            throw e;
        }
    }
}
