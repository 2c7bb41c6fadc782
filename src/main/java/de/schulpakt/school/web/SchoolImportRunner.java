package de.schulpakt.school.web;

import de.schulpakt.identity.SignIn;
import de.schulpakt.platform.Explained;
import de.schulpakt.platform.Problem;
import de.schulpakt.school.SchoolImports;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs started imports in the background, on behalf of who started them; whoever closes the page finds them again. */
@ApplicationScoped
public class SchoolImportRunner {
    private static final Logger LOG = Logger.getLogger(SchoolImportRunner.class.getName());
    @Resource
    ManagedExecutorService executor;
    @Inject
    SchoolImports imports;
    @Inject
    SignIn signIn;
    @Inject
    RequestContextController request;

    /** Stores a started import on another thread. */
    public void start(long id, long userId) {
        executor.execute(() -> run(id, userId));
    }

    private void run(long id, long userId) {
        boolean mine = request.activate();
        try {
            signIn.byId(userId);
            imports.execute(id);
        } catch (RuntimeException failure) {
            explain(id, failure);
        } finally {
            if (mine) {
                request.deactivate();
            }
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

    /** After a crash: what was running says that it was interrupted. */
    @WebListener
    public static class Recovery implements ServletContextListener {
        @Inject
        SchoolImports imports;
        @Inject
        RequestContextController request;

        @Override
        public void contextInitialized(ServletContextEvent event) {
            boolean mine = request.activate();
            try {
                imports.recover();
            } finally {
                if (mine) {
                    request.deactivate();
                }
            }
        }
    }
}
