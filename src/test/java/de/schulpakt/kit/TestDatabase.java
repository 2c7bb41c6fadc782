package de.schulpakt.kit;

import de.schulpakt.launcher.EmbeddedDatabase;
import de.schulpakt.launcher.Home;
import de.schulpakt.launcher.Migration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** One MariaDB per test JVM, started when the first test asks, with a fresh schema from {@code db/}. */
final class TestDatabase {

    /** Where the server's program is unpacked: once per build folder, for all test JVMs. */
    static final Path PROGRAM = Path.of("target", "mariadb").toAbsolutePath();

    private static EmbeddedDatabase running;

    private TestDatabase() {
    }

    /** A file or folder that this test JVM has for itself; integration tests run in two. */
    static Path own(String name) {
        return Path.of("target", name + System.getProperty("schulpakt.test.fork", "")).toAbsolutePath();
    }

    static synchronized EmbeddedDatabase get() {
        if (running == null) {
            Home home = Home.open(own("kit"));
            EmbeddedDatabase database = EmbeddedDatabase.start(home, PROGRAM, "--innodb-flush-log-at-trx-commit=0",
                    "--innodb-doublewrite=0", "--skip-log-bin");
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            empty(database);
            Migration.migrate(database.url(), database.user(), database.password());
            running = database;
        }
        return running;
    }

    /** Begins anew, for the tests that come next: somebody has pressed every button. */
    static synchronized void renew() {
        EmbeddedDatabase database = get();
        empty(database);
        Migration.migrate(database.url(), database.user(), database.password());
    }

    /** The schema of the last run may come from other migrations. */
    private static void empty(EmbeddedDatabase database) {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
             Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE schulpakt");
            statement.execute("CREATE DATABASE schulpakt CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException("The test database could not be emptied.", e);
        }
    }

    /** What the WAR reads through MicroProfile Config, for a server that a test starts. */
    static void publish() {
        EmbeddedDatabase database = get();
        System.setProperty("schulpakt.db.url", database.url());
        System.setProperty("schulpakt.db.user", database.user());
        System.setProperty("schulpakt.db.password", database.password());
    }
}
