package de.schulpakt.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fills an empty schema with a large installation, so that speed can be measured where it hurts: for each 200 devices one
 * school with 30 rooms, 60 requests in 12 orders and 100 tickets, with the postings and histories that belong to them. The
 * same size and seed give the same rows but for the days, which count back from today; the invariants of {@code db/checks}
 * hold. All accounts have the password of the demo.
 */
public final class BenchData {
    /** Devices per school. */
    private static final int SCHOOL = 200;
    private static final int MOST = 100_000 * SCHOOL;
    /** bcrypt of {@code schulpakt}. */
    private static final String PASSWORD = "$2a$10$t712QrEpzQORldfogeuMtuPDS.BDIHfi5cTlOAKoAsv.GWCyGmeVK";
    private static final String SAID = "-- : ";

    private BenchData() {
    }

    /**
     * The command {@code bench-data DEVICES [SEED]}: fills the embedded database of a folder of its own, or the configured one.
     *
     * @throws StartFailure as {@link #fill}, and for words that are no numbers
     */
    static void run(List<String> words, Settings settings, Consumer<String> say) {
        int devices = number(words, 1, 100_000);
        int seed = number(words, 2, 1);
        if (settings.embeddedDatabase()) {
            try (Home home = Home.open(settings.home()); EmbeddedDatabase database = EmbeddedDatabase.start(home, settings.mariadb(),
                    "--innodb-buffer-pool-size=" + settings.dbMemory() + "M")) {
                fillNew(database.url(), database.user(), database.password(), devices, seed, say);
            }
        } else {
            Migration.check(settings.dbUrl(), settings.dbUser(), settings.dbPassword());
            fillNew(settings.dbUrl(), settings.dbUser(), settings.dbPassword(), devices, seed, say);
        }
        say.accept("Start it with 'java -jar schulpakt.jar demo' and the same SCHULPAKT_HOME or SCHULPAKT_DB_URL; sign in as foerderung, schule, technik,"
                + " revision, einkauf or admin with the password of the demo.");
    }

    private static void fillNew(String url, String user, String password, int devices, int seed, Consumer<String> say) {
        Migration.migrate(url, user, password);
        fill(url, user, password, devices, seed, say);
    }

    private static int number(List<String> words, int at, int otherwise) {
        if (words.size() <= at) {
            return otherwise;
        }
        try {
            return Integer.parseInt(words.get(at));
        } catch (NumberFormatException e) {
            throw new StartFailure("'" + words.get(at) + "' is no whole number: 'java -jar schulpakt.jar bench-data DEVICES [SEED]'.", e);
        }
    }

    /**
     * Writes the rows. The database is marked as a demo, because everybody knows the passwords.
     *
     *
     * @param devices from 200, rounded up to whole schools
     * @param say     takes a line per step
     * @throws StartFailure for a size out of range, or a database that holds schools already
     */
    public static void fill(String url, String user, String password, int devices, int seed, Consumer<String> say) {
        if (devices < 1 || devices > MOST) {
            throw new StartFailure("bench-data makes 1 to " + MOST + " devices, not " + devices + ".");
        }
        Instant begin = Instant.now();
        try (Connection connection = DriverManager.getConnection(url, user, password); Statement statement = connection.createStatement()) {
            refuseUnlessEmpty(statement);
            statement.execute("SET time_zone = '+00:00', @schools = " + (devices + SCHOOL - 1) / SCHOOL + ", @seed = " + seed
                    + ", @today = UTC_DATE(), @password = '" + PASSWORD + "'");
            for (String sql : script().split(";\\s*\\n")) {
                int said = sql.indexOf(SAID);
                if (said >= 0) {
                    say.accept("Writing " + sql.substring(said + SAID.length(), sql.indexOf('\n', said)) + " ...");
                }
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            say.accept(sizes(statement) + " in " + Duration.between(begin, Instant.now()).toSeconds() + " s");
        } catch (SQLException e) {
            throw new StartFailure("The data for the benchmark could not be written: " + e.getMessage(), e);
        }
    }

    private static void refuseUnlessEmpty(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM school")) {
            rows.next();
            if (rows.getLong(1) > 0) {
                throw new StartFailure("The database holds schools already: bench-data fills an empty one. Name another folder with SCHULPAKT_HOME.");
            }
        }
    }

    private static String sizes(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT FORMAT((SELECT COUNT(*) FROM school), 0), FORMAT((SELECT COUNT(*) FROM device), 0),"
                + " FORMAT((SELECT COUNT(*) FROM ticket), 0), FORMAT((SELECT COUNT(*) FROM request), 0), FORMAT((SELECT COUNT(*) FROM posting)"
                + " + (SELECT COUNT(*) FROM history), 0)")) {
            rows.next();
            return rows.getString(1) + " schools, " + rows.getString(2) + " devices, " + rows.getString(3) + " tickets, " + rows.getString(4)
                    + " requests, " + rows.getString(5) + " postings and lines of history";
        }
    }

    private static String script() {
        try (InputStream in = BenchData.class.getResourceAsStream("bench-data.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StartFailure("The program is damaged: bench-data.sql cannot be read.", e);
        }
    }
}
