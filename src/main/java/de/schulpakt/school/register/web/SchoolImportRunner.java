package de.schulpakt.school.register.web;

import de.schulpakt.platform.Explained;
import de.schulpakt.platform.Problem;
import de.schulpakt.school.register.SchoolImports;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs started imports in the background, one after the other, on behalf of who started them; whoever closes the page finds
 * them again. A worker from the start of the application takes them from a queue, because a task that a request gives to
 * Payara’s executor inherits the entity manager of that request, which is closed when the request ends.
 */
@ApplicationScoped
public class SchoolImportRunner {
    private static final Logger LOG = Logger.getLogger(SchoolImportRunner.class.getName());
    private static final int PAUSE_MS = 500;
    @Resource
    ManagedScheduledExecutorService executor;
    @Inject
    SchoolImports imports;
    @Inject
    RequestContextController request;
    private final Queue<Started> queue = new ConcurrentLinkedQueue<>();

    /** An import and who started it. */
    private record Started(long id, long userId) {
    }

    /** Has a started import stored; returns at once. */
    public void start(long id, long userId) {
        queue.add(new Started(id, userId));
    }

    /** After a crash what was running says that it was interrupted; then the worker begins to look for work. */
    void begin(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        inRequest(imports::recover);
        executor.scheduleWithFixedDelay(this::work, PAUSE_MS, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    private void work() {
        for (Started next = queue.poll(); next != null; next = queue.poll()) {
            Started started = next;
            try {
                inRequest(() -> imports.executeFor(started.id(), started.userId()));
            } catch (RuntimeException failure) {
                told(started.id(), failure);
            }
        }
    }

    /** A worker that throws is never called again, so what goes wrong here ends in the log. */
    private void told(long id, RuntimeException failure) {
        try {
            inRequest(() -> explain(id, failure));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "the end of import " + id + " could not be stored", e);
        }
    }

    private void explain(long id, RuntimeException failure) {
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
