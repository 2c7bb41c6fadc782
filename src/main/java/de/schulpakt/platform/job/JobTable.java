package de.schulpakt.platform.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Writes and reads the rows of jobs, each statement by itself and at once: never in the transaction of the work. */
final class JobTable {
    private static final Duration KEPT = Duration.ofDays(30);
    private final DataSource source;

    JobTable(DataSource source) {
        this.source = source;
    }

    /** Keeps a run as it is now. */
    void write(JobRun run, String node, Instant endedAt) throws SQLException {
        if (run.id() == null) {
            try (Connection connection = source.getConnection();
                    PreparedStatement insert = connection.prepareStatement("insert into job_run (kind, subject, node, started_at, ended_at,"
                            + " outcome, done, total, message) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", Statement.RETURN_GENERATED_KEYS)) {
                set(insert, run.kind(), run.subject(), node, utc(run.startedAt()), utc(endedAt), run.outcome().name(), run.progress().done(),
                        run.progress().total(), run.message());
                insert.executeUpdate();
                try (ResultSet keys = insert.getGeneratedKeys()) {
                    keys.next();
                    run.kept(keys.getLong(1));
                }
            }
        } else {
            change("update job_run set subject = ?, ended_at = ?, outcome = ?, done = ?, total = ?, message = ? where id = ?", run.subject(),
                    utc(endedAt), run.outcome().name(), run.progress().done(), run.progress().total(), run.message(), run.id());
        }
    }

    /** True if somebody wants this run to end. */
    boolean cancelled(long id) throws SQLException {
        return !texts("select id from job_run where id = ? and cancelled", id).isEmpty();
    }

    /** What the history says is going on of a kind is not, for a kind runs once at a time: its server has died. */
    void interrupted(String kind, Instant now) throws SQLException {
        change("update job_run set ended_at = ?, outcome = 'INTERRUPTED', message = 'job.interrupted' where ended_at is null and kind = ?",
                utc(now), kind);
    }

    /** A kind is to be run at that time at the latest, however it was planned by an older program. */
    void plan(String kind, Instant first) throws SQLException {
        change("insert into job_task (task_name, task_instance, execution_time, picked, version) values (?, 'recurring', ?, false, 1)"
                + " on duplicate key update execution_time = if(picked, execution_time, least(execution_time, values(execution_time)))", kind, utc(first));
    }

    /** Has a kind run now unless it is running; true if that was so. */
    boolean due(String kind, Instant now) throws SQLException {
        return change("update job_task set execution_time = least(execution_time, ?), version = version + 1 where task_name = ? and picked = 0",
                utc(now), kind) > 0;
    }

    /** Kinds that somebody has paused. */
    Set<String> paused() throws SQLException {
        return new HashSet<>(texts("select kind from job_pause"));
    }

    /** Forgets runs that ended more than 30 days ago; how many that were. */
    int forget(Instant now) throws SQLException {
        return change("delete from job_run where ended_at < ?", utc(now.minus(KEPT)));
    }

    private int change(String sql, Object... values) throws SQLException {
        try (Connection connection = source.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    private List<String> texts(String sql, Object... values) throws SQLException {
        try (Connection connection = source.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
