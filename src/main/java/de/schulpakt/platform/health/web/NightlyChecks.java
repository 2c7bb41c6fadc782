package de.schulpakt.platform.health.web;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Asks every night whether the invariants in {@code db/checks} hold: each file is one SELECT that must return no row. A
 * broken one is logged as SEVERE and named in {@code GET /health/ready} of every server, which stays up: people can still work,
 * but somebody must look.
 */
@Readiness
@ApplicationScoped
public class NightlyChecks implements HealthCheck, JobKind {
    private static final Logger LOG = Logger.getLogger(NightlyChecks.class.getName());
    private static final String FOLDER = "/WEB-INF/classes/db/checks/";
    private static final int MOST_ROWS = 20;
    private static final int SECONDS = 300;
    private static final String HOLD = "job.kind.checks_hold";
    private static final String BROKEN = "job.kind.checks_broken";
    private static final String NAME = "checks";

    @Resource(lookup = "jdbc/schulpakt")
    DataSource source;
    @Resource(lookup = "jdbc/schulpakt-health")
    DataSource health;
    private ServletContext files;

    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        files = context;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobTime time() {
        return JobTime.daily(2, 30);
    }

    /** When they were asked last, and which were broken then: whichever server asked. */
    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("invariants").up();
        String sql = "select ended_at, message from job_run where kind = '" + NAME + "' and outcome in ('DONE', 'WARNED') order by id desc limit 1";
        try (Connection connection = health.getConnection(); Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery(sql)) {
            if (!last.next()) {
                return answer.withData("checkedAt", "not yet").build();
            }
            answer.withData("checkedAt", last.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC).toString());
            List<String> told = List.of(last.getString(2).split("\n"));
            if (told.get(0).equals(BROKEN)) {
                for (String one : told.get(told.size() - 1).split(", ")) {
                    answer.withData(one.replaceFirst(": .*", ""), one.replaceFirst("^[^:]*: ", ""));
                }
            }
            return answer.build();
        } catch (SQLException e) {
            // that the database is away is what another check says
            return answer.withData("checkedAt", "cannot be asked").build();
        }
    }

    /** Asks all checks once. */
    @Override
    public void run(JobRun run) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        Set<String> all = new TreeSet<>(files.getResourcePaths(FOLDER));
        all.removeIf(path -> !path.endsWith(".sql"));
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.setMaxRows(MOST_ROWS);
            statement.setQueryTimeout(SECONDS);
            int done = 0;
            int usual = connection.getNetworkTimeout();
            // nobody waits for the answer of the night
            connection.setNetworkTimeout(Runnable::run, (SECONDS + 1) * 1000);
            for (String path : all) {
                run.at(done++, all.size());
                ask(statement, path, found);
            }
            connection.setNetworkTimeout(Runnable::run, usual);
        }
        run.at(all.size(), all.size());
        if (found.isEmpty()) {
            run.says(HOLD, all.size());
        } else {
            List<String> names = new ArrayList<>();
            found.forEach((name, how) -> names.add(name + ": " + how));
            run.warns(BROKEN, all.size(), found.size(), String.join(", ", names));
        }
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
