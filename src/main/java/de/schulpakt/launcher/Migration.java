package de.schulpakt.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.internal.jdbc.DriverDataSource;

/**
 * Brings a database to the schema of this version: the files {@code db/V*.sql}, in order, each once. MariaDB rolls no change
 * of the schema back, so a start that is killed leaves half a file behind. The files after {@link #FIRST} are written so that
 * they can be repeated; up to there nothing but migrations has happened yet, and the start begins anew.
 */
public final class Migration {

    /** The last file of the first schema, which cannot be repeated. */
    static final MigrationVersion FIRST = MigrationVersion.fromVersion("060");
    private static final int TURN_SECONDS = 120;
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
     * Brings the schema to this version, however the last try has ended.
     *
     * @param url      JDBC address
     * @param user     an account that may change the schema
     * @param password its password
     * @return how many migrations were applied now
     */
    public static int migrate(String url, String user, String password) {
        return migrate(new DriverDataSource(Migration.class.getClassLoader(), null, url, user, password));
    }

    static int migrate(DataSource source) {
        try (Connection lock = source.getConnection()) {
            takeTurn(lock);
            // only V*.sql directly in db: the folders below hold demo data and checks; the numbers are those of modules, which
            // grow side by side, so a later version may bring a file with a lower number
            Flyway flyway = Flyway.configure(Migration.class.getClassLoader()).dataSource(source).locations("classpath:db").outOfOrder(true).load();
            refuseNewer(flyway.info());
            Schema schema = new Schema(lock);
            if (schema.isUnfinished(FIRST)) {
                schema.empty();
            }
            schema.forgetFailures();
            return flyway.migrate().migrationsExecuted;
        } catch (SQLException | FlywayException e) {
            throw new StartFailure("The database schema could not be brought to this version (" + firstLine(e) + "): correct the cause and start again,"
                    + " it then goes on where it stopped; or restore the backup made before the update.", e);
        }
    }

    /** Two programs on one database must not take each other's beginning for something that was broken off. */
    private static void takeTurn(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT GET_LOCK(CONCAT('schulpakt.', DATABASE()), ?)")) {
            statement.setInt(1, TURN_SECONDS);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next() || rows.getInt(1) != 1) {
                    throw new StartFailure("Another Schulpakt has been changing this database's schema for " + TURN_SECONDS + " s: wait until it is ready, then start again.");
                }
            }
        }
    }

    private static void refuseNewer(MigrationInfoService info) {
        MigrationVersion known = Stream.of(info.all()).filter(m -> m.getState().isResolved() && m.getVersion() != null)
                .map(MigrationInfo::getVersion).max(Comparator.naturalOrder()).orElseThrow();
        Stream.of(info.applied()).filter(m -> !m.getState().isFailed()).map(MigrationInfo::getVersion).filter(v -> v != null && v.compareTo(known) > 0).max(Comparator.naturalOrder())
                .ifPresent(found -> {
                    throw new StartFailure("The database belongs to a newer Schulpakt (its schema is " + found + ", this program knows " + known
                            + "): start the newer program, or restore the backup made before the update.");
                });
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().filter(line -> !line.isBlank() && !line.startsWith("---")).limit(4).map(String::strip)
                .reduce((a, b) -> a + " " + b).orElse("no reason given");
    }
}
