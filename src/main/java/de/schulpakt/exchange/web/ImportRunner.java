package de.schulpakt.exchange.web;

import de.schulpakt.exchange.ImportStarts;
import de.schulpakt.exchange.Imports;
import de.schulpakt.platform.Problem;
import de.schulpakt.platform.step.Explained;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs started imports in the background, one after the other, on behalf of who started them; whoever closes the page finds
 * them again. A worker from the start of the application takes them from a queue, because a task that a request gives to
 * Payara’s executor inherits the entity manager of that request, which is closed when the request ends.
 */
@ApplicationScoped
public class ImportRunner {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class.getName());
    private static final int PAUSE_MS = 500;
    /** Every twentieth look for work, jobs that say they run but do not are put right. */
    private static final int SWEEP = 20;
    @Resource
    ManagedScheduledExecutorService executor;
    @Inject
    Imports imports;
    @Inject
    RequestContextController request;
    private final Queue<ImportStarts> queue = new ConcurrentLinkedQueue<>();
    private int untilSweep = SWEEP;

    /** Has a started import stored as soon as its start is. */
    void started(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportStarts start) {
        queue.add(start);
    }

    /** After a crash what was running says that it was interrupted; then the worker begins to look for work. */
    void begin(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        inRequest(imports::recover);
        Future<?> unused = executor.scheduleWithFixedDelay(this::work, PAUSE_MS, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    /** A worker that throws is never called again, so nothing may leave it, an Error neither. */
    private void work() {
        try {
            for (ImportStarts next = queue.poll(); next != null; next = queue.poll()) {
                one(next);
            }
            if (--untilSweep <= 0) {
                untilSweep = SWEEP;
                inRequest(imports::recover);
            }
        } catch (Throwable failure) {
            LOG.log(Level.WARNING, "the worker of the imports goes on after a failure", failure);
        }
    }

    private void one(ImportStarts started) {
        try {
            inRequest(() -> imports.executeFor(started.id(), started.userId()));
        } catch (Throwable failure) {
            told(started.id(), failure);
        } finally {
            imports.over(started.id());
        }
    }

    /** If the end cannot be stored now, the next sweep does it. */
    private void told(long id, Throwable failure) {
        try {
            inRequest(() -> explain(id, failure));
        } catch (Throwable e) {
            LOG.log(Level.SEVERE, "the end of import " + id + " could not be stored yet", e);
        }
    }

    private void explain(long id, Throwable failure) {
        if (failure instanceof Problem problem) {
            imports.fail(id, problem.code(), problem.args().toArray());
            return;
        }
        String code = Explained.of(failure, Locale.GERMAN).map(Explained::code).orElse("import.unexpected");
        if ("import.unexpected".equals(code)) {
            LOG.log(Level.SEVERE, "import " + id + " failed", failure);
        }
        imports.fail(id, code);
    }

    private void inRequest(Runnable task) {
        boolean mine = request.activate();
        try {
            task.run();
        } finally {
            if (mine) {
                request.deactivate();
            }
        }
    }
}
