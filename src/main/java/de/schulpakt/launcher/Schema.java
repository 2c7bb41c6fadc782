package de.schulpakt.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;

/** The tables of a database as the last start has left them. */
final class Schema {

    private static final String HISTORY = "flyway_schema_history";
    private static final String RESTORING = "restore_unfinished";

    private final Connection connection;

    Schema(Connection connection) {
        this.connection = connection;
    }

    /**
     * Whether the making of the first schema was broken off. With a single row in any table it is not: what people have
     * typed is never taken for a remnant.
     *
     * @param last the last migration of the first schema
     */
    boolean isUnfinished(MigrationVersion last) throws SQLException {
        List<String> tables = tables();
        if (tables.contains(RESTORING)) {
            throw new StartFailure("The restore of this database was broken off: restore the backup again.");
        }
        if (!tables.remove(HISTORY) || strings("SELECT version FROM " + HISTORY + " WHERE success AND version IS NOT NULL").stream()
                .anyMatch(version -> MigrationVersion.fromVersion(version).compareTo(last) >= 0)) {
            return false;
        }
        return !hasRow(tables);
    }

    private boolean hasRow(List<String> tables) throws SQLException {
        for (String table : tables) {
            if (!strings("SELECT 1 FROM `" + table + "` LIMIT 1").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything would be lost with the tables; a restore that was broken off leaves nothing of worth. */
    boolean holdsData() throws SQLException {
        List<String> tables = tables();
        if (tables.contains(RESTORING)) {
            return false;
        }
        // what the start itself has written
        tables.removeAll(List.of(HISTORY, "installation"));
        return hasRow(tables);
    }

    /** Empties the database and notes that it is not whole until {@link #endRestore()}. */
    void beginRestore() throws SQLException {
        execute("CREATE TABLE IF NOT EXISTS " + RESTORING + " (id INT NOT NULL PRIMARY KEY)");
        List<String> tables = tables();
        tables.remove(RESTORING);
        drop(tables);
    }

    void endRestore() throws SQLException {
        execute("DROP TABLE " + RESTORING);
    }

    /** Drops all sequences and tables, the history of migrations last: killed in between, the next start still knows what it finds. */
    void empty() throws SQLException {
        List<String> tables = tables();
        tables.remove(HISTORY);
        drop(tables);
        execute("DROP TABLE " + HISTORY);
    }

    private void drop(List<String> tables) throws SQLException {
        execute("SET FOREIGN_KEY_CHECKS = 0");
        for (String sequence : named("SEQUENCE")) {
            execute("DROP SEQUENCE `" + sequence + "`");
        }
        for (String table : tables) {
            execute("DROP TABLE `" + table + "`");
        }
        execute("SET FOREIGN_KEY_CHECKS = 1");
    }

    /** A migration that has failed is tried again; Flyway would wait for a person. */
    void forgetFailures() throws SQLException {
        if (tables().contains(HISTORY)) {
            execute("DELETE FROM " + HISTORY + " WHERE NOT success");
        }
    }

    private List<String> tables() throws SQLException {
        return named("BASE TABLE");
    }

    private List<String> named(String type) throws SQLException {
        return strings("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = '" + type + "'");
    }

    private List<String> strings(String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
