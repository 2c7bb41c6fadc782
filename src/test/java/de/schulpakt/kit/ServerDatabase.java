package de.schulpakt.kit;

import de.schulpakt.launcher.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The database of the server under test, looked at past the application: what a {@link ServerTest} has really changed. */
public final class ServerDatabase {

    private ServerDatabase() {
    }

    /** A connection past the application, to hold what it wants. */
    public static Connection connection() throws SQLException {
        EmbeddedDatabase database = TestDatabase.get();
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /**
     * @param sql       a query
     * @param arguments for its question marks
     * @return its rows by column label
     */
    public static List<Map<String, Object>> sql(String sql, Object... arguments) {
        try (Connection connection = connection()) {
            return Db.rows(connection, sql, arguments);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + ": " + sql, e);
        }
    }

    /** An empty database for the servers that are started next; the one that runs is of no use any more. */
    public static void renew() {
        TestDatabase.renew();
    }

    /** Runs every query of {@code db/checks}; a row that one of them returns fails the test. */
    public static void checks() {
        Db.refuseBroken(sql -> sql(sql));
    }
}
