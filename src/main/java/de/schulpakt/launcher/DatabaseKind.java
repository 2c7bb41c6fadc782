package de.schulpakt.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a database is for, as it says itself: the demo or real work. The two are never mixed, because everybody knows the
 * passwords of the demo, its administrator's too.
 */
final class DatabaseKind {

    private static final String DEMO = "DEMO";
    private static final String PRODUCTION = "PRODUCTION";

    private DatabaseKind() {
    }

    /**
     * Decides the kind at the first start and insists on it at every later one.
     *
     * @return what the operator should know about the first administrator
     */
    static List<String> require(String url, String user, String password, Settings settings) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            decide(connection, settings.demo() ? DEMO : PRODUCTION);
            String kind = value(connection, "SELECT kind FROM installation");
            if (settings.demo() && !DEMO.equals(kind)) {
                throw new StartFailure("This database holds real data, and the demo is not loaded into it: start without 'demo' (and without SCHULPAKT_DEMO),"
                        + " or give the demo a folder or a database of its own.");
            }
            if (!settings.demo() && DEMO.equals(kind)) {
                throw new StartFailure("This database holds the demo, whose passwords everybody knows: start it with 'demo', or begin with an empty one"
                        + " (another SCHULPAKT_HOME or SCHULPAKT_DB_URL).");
            }
            return advice(settings, "0".equals(value(connection, "SELECT COUNT(*) FROM app_user")));
        } catch (SQLException e) {
            throw new StartFailure("The database cannot be read (" + e.getMessage() + "): check the rights of the user '" + user + "'.", e);
        }
    }

    private static List<String> advice(Settings settings, boolean empty) {
        List<String> lines = new ArrayList<>();
        if (settings.administrator() && settings.demo()) {
            lines.add("SCHULPAKT_ADMIN_LOGIN is not used: the demo has accounts of its own.");
        } else if (settings.administrator() && !empty) {
            lines.add("SCHULPAKT_ADMIN_LOGIN is not used: there are accounts already.");
        } else if (!settings.administrator() && !settings.demo() && empty) {
            lines.add("There is no account yet: set SCHULPAKT_ADMIN_LOGIN and SCHULPAKT_ADMIN_PASSWORD and start again, that makes the first administrator.");
        }
        return lines;
    }

    private static void decide(Connection connection, String kind) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT IGNORE INTO installation (id, kind, decided_at) VALUES (1, ?, UTC_TIMESTAMP(6))")) {
            statement.setString(1, kind);
            statement.executeUpdate();
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
