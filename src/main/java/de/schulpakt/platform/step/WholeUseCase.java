package de.schulpakt.platform.step;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.Whole;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionRequiredException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Stands around a use case and its transaction, not around those that it calls. It asks whether the command can be read by
 * people, takes the whole once more when the database has preferred somebody else (nothing was stored then), and notes
 * what is known of the outcome. The server's wrapping of a failed commit ends here.
 */
@Whole
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class WholeUseCase {
    private static final Logger LOG = Logger.getLogger(WholeUseCase.class.getName());
    private static final int ATTEMPTS = 4;
    /** No new attempt begins later than this: somebody waits for the answer, and has waited for a row that is held. */
    private static final long PATIENCE = Duration.ofSeconds(4).toNanos();
    private static final int SHORTEST_PAUSE = 20;
    private static final int LONGEST_PAUSE = 150;
    /** Lock wait timeout, deadlock, record has changed since it was read. */
    private static final Set<Integer> AGAIN = Set.of(1205, 1213, 1020);
    private static final ThreadLocal<Boolean> INSIDE = new ThreadLocal<>();

    @Inject
    Clock clock;

    @AroundInvoke
    Object around(InvocationContext useCase) throws Exception {
        if (INSIDE.get() != null) {
            return useCase.proceed();
        }
        if (!useCase.getMethod().isAnnotationPresent(Unguarded.class)) {
            Readable.check(useCase.getMethod().getParameters(), useCase.getParameters(), clock.today());
        }
        INSIDE.set(true);
        try {
            return attempts(useCase);
        } finally {
            INSIDE.remove();
        }
    }

    private static Object attempts(InvocationContext useCase) throws Exception {
        long begin = System.nanoTime();
        for (int attempt = 1;; attempt++) {
            try {
                Once.attempt();
                Object result = useCase.proceed();
                Once.committed();
                Outcome.note(Outcome.Known.STORED);
                return result;
            } catch (TransactionalException commit) {
                if (cause(commit, TransactionRequiredException.class) != null) {
                    // an inner door without a transaction around it: nothing was begun
                    throw commit;
                }
                if (cause(commit, RollbackException.class) == null) {
                    // neither done nor undone for certain
                    Outcome.note(Outcome.Known.UNKNOWN);
                    throw new PersistenceException("the end of a transaction is unknown", commit.getCause());
                }
                if (!again(commit, attempt, begin)) {
                    throw new PersistenceException("a transaction was rolled back", commit.getCause());
                }
            } catch (RuntimeException failure) {
                if (!again(failure, attempt, begin)) {
                    throw failure;
                }
            }
            pause();
        }
    }

    private static boolean again(Throwable failure, int attempt, long begin) {
        SQLException sql = cause(failure, SQLException.class);
        boolean again = sql != null && AGAIN.contains(sql.getErrorCode()) && attempt < ATTEMPTS && System.nanoTime() - begin < PATIENCE;
        if (again) {
            LOG.log(Level.FINE, "once more after error {0}, attempt {1}", new Object[] {sql.getErrorCode(), attempt});
        }
        return again;
    }

    private static <T> T cause(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null && t != t.getCause(); t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }

    private static void pause() throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE, LONGEST_PAUSE));
    }
}
