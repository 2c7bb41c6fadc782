package de.schulpakt.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings a database to the schema of this version: the files {@code db/V*.sql}, in order, each once. */
public final class Migration {

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

    private Migration() {
    }

    /**
     * Asks the server whether it can be used, with a sentence for each reason why not.
     *
     * @return its version
     */
    static String check(String url, String user, String password) {
        try (Connection connection = connect(url, user, password); Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery("SELECT VERSION()")) {
            rows.next();
            return supported(rows.getString(1), url);
        } catch (SQLException e) {
            Logger.getLogger(Migration.class.getName()).log(Level.FINE, "no connection", e);
            throw new StartFailure(refusal(e, withoutParameters(url), user), e);
        }
    }

    private static Connection connect(String url, String user, String password) throws SQLException {
        if (!url.startsWith("jdbc:mariadb:")) {
            throw new StartFailure("SCHULPAKT_DB_URL must look like jdbc:mariadb://host:3306/schulpakt.");
        }
        DriverManager.setLoginTimeout(10);
        return DriverManager.getConnection(url, user, password);
    }

    private static String refusal(SQLException e, String url, String user) {
        return switch (e.getErrorCode()) {
            case 1045, 1698 -> "The database " + url + " does not accept the user '" + user + "' with this password: check SCHULPAKT_DB_USER and SCHULPAKT_DB_PASSWORD.";
            case 1044 -> "The user '" + user + "' has no right to use the database " + url + ": grant it all rights on it.";
            case 1049 -> "The database " + url + " does not exist: create it with CREATE DATABASE ... CHARACTER SET utf8mb4, or correct SCHULPAKT_DB_URL.";
            default -> "The database " + url + " does not answer: start it, or correct SCHULPAKT_DB_URL.";
        };
    }

    private static String supported(String version, String url) {
        Matcher numbers = VERSION.matcher(version);
        int found = numbers.find() ? Integer.parseInt(numbers.group(1)) * 1000 + Integer.parseInt(numbers.group(2)) : 0;
        if (!version.toLowerCase(Locale.ROOT).contains("mariadb") || found < 10_011) {
            throw new StartFailure("The server of " + withoutParameters(url) + " is version " + version + ": Schulpakt needs MariaDB 10.11 or later.");
        }
        return version;
    }

    private static String withoutParameters(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    /**
     * @param url      JDBC address
     * @param user     an account that may change the schema
     * @param password its password
     * @return how many migrations were applied now
     */
    public static int migrate(String url, String user, String password) {
        try {
            // only V*.sql directly in db: the folders below hold demo data and checks
            MigrateResult result = Flyway.configure(Migration.class.getClassLoader()).dataSource(url, user, password)
                    .locations("classpath:db").load().migrate();
            return result.migrationsExecuted;
        } catch (FlywayException e) {
            throw new StartFailure("The database schema could not be brought to this version (" + firstLine(e) + "): restore the backup or correct the cause, then start again.", e);
        }
    }

    private static String firstLine(FlywayException e) {
        return e.getMessage().lines().filter(line -> !line.isBlank() && !line.startsWith("---")).limit(4).map(String::strip)
                .reduce((a, b) -> a + " " + b).orElse("no reason given");
    }
}
