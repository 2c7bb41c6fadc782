package de.schulpakt.platform.health.web;

import de.schulpakt.platform.Clock;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.CronTrigger;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Asks every night whether the invariants in {@code db/checks} hold: each file is one SELECT that must return no row. A
 * broken one is logged as SEVERE and named in {@code GET /health/ready}, which stays up: people can still work, but
 * somebody must look.
 */
@Readiness
@ApplicationScoped
public class NightlyChecks implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(NightlyChecks.class.getName());
    private static final String FOLDER = "/WEB-INF/classes/db/checks/";
    private static final String EVERY_NIGHT = "30 2 * * *";
    private static final int MOST_ROWS = 20;
    private static final int SECONDS = 300;

    @Resource(lookup = "jdbc/schulpakt")
    DataSource source;
    @Resource
    ManagedScheduledExecutorService executor;
    @Inject
    Clock clock;
    private ServletContext files;
    private volatile Instant checkedAt;
    private volatile Map<String, String> broken = Map.of();

    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        files = context;
        Future<?> unused = executor.schedule(this::check, new CronTrigger(EVERY_NIGHT, Clock.ZONE));
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("invariants").up()
                .withData("checkedAt", checkedAt == null ? "not yet" : checkedAt.toString());
        broken.forEach(answer::withData);
        return answer.build();
    }

    /** Asks all checks once. */
    void check() {
        Map<String, String> found = new TreeMap<>();
        Set<String> all = new TreeSet<>(files.getResourcePaths(FOLDER));
        all.removeIf(path -> !path.endsWith(".sql"));
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.setMaxRows(MOST_ROWS);
            statement.setQueryTimeout(SECONDS);
            for (String path : all) {
                ask(statement, path, found);
            }
        } catch (SQLException e) {
            LOG.log(Level.SEVERE, "the nightly checks could not be asked", e);
            return;
        }
        broken = Map.copyOf(found);
        checkedAt = clock.now();
        LOG.log(Level.INFO, "{0} invariants asked, {1} broken", new Object[] {all.size(), found.size()});
    }

    private void ask(Statement statement, String path, Map<String, String> found) {
        String name = path.substring(FOLDER.length());
        try (InputStream in = files.getResourceAsStream(path);
                ResultSet rows = statement.executeQuery(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip()
                        .replaceFirst(";$", ""))) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            if (count > 0) {
                found.put(name, count + (count == MOST_ROWS ? " rows or more" : " rows"));
                LOG.log(Level.SEVERE, "invariant broken: db/checks/{0} returns {1}", new Object[] {name, found.get(name)});
            }
        } catch (SQLException | IOException e) {
            found.put(name, "could not be asked");
            LOG.log(Level.SEVERE, "db/checks/" + name + " could not be asked", e);
        }
    }
}
