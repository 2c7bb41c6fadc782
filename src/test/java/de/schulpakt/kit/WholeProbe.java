package de.schulpakt.kit;

import de.schulpakt.platform.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Use cases in miniature, by which is proved what stands around every use case. */
@UseCases
public class WholeProbe {
    private static final int SECONDS = 20;
    @PersistenceContext
    EntityManager em;
    @Inject
    WholeProbe self;
    private static final AtomicInteger CALLS = new AtomicInteger();

    /** Adds one to two rows, one after the other; all meet between them the first time, so that they wait for each other. */
    public void addTo(int first, int second, CyclicBarrier meet, AtomicInteger attempts) {
        boolean once = attempts.incrementAndGet() == 1;
        add(first);
        if (once) {
            try {
                meet.await(SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        }
        add(second);
    }

    private void add(int id) {
        em.createNativeQuery("UPDATE whole_probe SET n = n + 1 WHERE id = ?").setParameter(1, id).executeUpdate();
    }

    /** Fails in this way after a row was changed. */
    public void fail(RuntimeException how) {
        CALLS.incrementAndGet();
        add(1);
        throw how;
    }

    /** Calls another use case and fails after it: nothing is stored, for it is one transaction. */
    public void callAndFail() {
        self.store();
        throw new IllegalStateException("after");
    }

    /** Changes a row. */
    public void store() {
        add(1);
    }

    static int calls() {
        return CALLS.getAndSet(0);
    }
}
