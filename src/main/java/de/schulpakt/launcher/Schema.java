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
        if (!tables.remove(HISTORY) || strings("SELECT version FROM " + HISTORY + " WHERE success AND version IS NOT NULL").stream()
                .anyMatch(version -> MigrationVersion.fromVersion(version).compareTo(last) >= 0)) {
            return false;
        }
        for (String table : tables) {
            if (!strings("SELECT 1 FROM `" + table + "` LIMIT 1").isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Drops all sequences and tables, the history of migrations last: killed in between, the next start still knows what it finds. */
    void empty() throws SQLException {
        List<String> tables = tables();
        tables.remove(HISTORY);
        execute("SET FOREIGN_KEY_CHECKS = 0");
        for (String sequence : named("SEQUENCE")) {
            execute("DROP SEQUENCE `" + sequence + "`");
        }
        for (String table : tables) {
            execute("DROP TABLE `" + table + "`");
        }
        execute("DROP TABLE " + HISTORY);
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
