package de.schulpakt.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Asks the database every half second, on a connection of its own, whether it is there. When neither that connection nor a new
 * one answers within seconds, requests are answered at once that the database is away (setting {@code schulpakt.database.away},
 * which the WAR reads), what waits for it is ended, and all goes on when it answers again.
 */
final class DatabaseWatch implements Runnable {
    /** What the WAR reads. */
    static final String AWAY = "schulpakt.database.away";
    private static final Duration EVERY = Duration.ofMillis(500);
    /** Twice as long is waited until it is away: what is merely slow is not. */
    private static final int MILLIS = 3_000;
    private final String url;
    private final String user;
    private final String password;
    private final Consumer<String> say;
    private Connection connection;
    private boolean away;
    private volatile boolean ended;

    DatabaseWatch(String url, String user, String password, Consumer<String> say) {
        // those of the operator are for the pool
        String plain = url.replaceAll("(?<=[?&])(connectTimeout|socketTimeout)=\\d*", "");
        this.url = new JdbcAddress(plain).with("connectTimeout", String.valueOf(MILLIS)).with("socketTimeout", String.valueOf(MILLIS)).url();
        this.user = user;
        this.password = password;
        this.say = say;
    }

    /** Begins to watch; ends with the program. */
    void start() {
        Thread thread = new Thread(this, "schulpakt-database-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** The program ends, and with it its own database: that is no news. */
    void end() {
        ended = true;
    }

    @Override
    public void run() {
        try {
            while (true) {
                boolean first = answers();
                // one that was busy just then is asked again
                boolean there = first || answers();
                if (there == away && !ended) {
                    turn(!there);
                }
                Thread.sleep(EVERY.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn(boolean gone) {
        away = gone;
        System.setProperty(AWAY, String.valueOf(gone));
        if (gone) {
            DatabaseSockets.away();
            say.accept("The database does not answer: requests are told so until it does.");
        } else {
            DatabaseSockets.back();
            say.accept("The database answers again.");
        }
    }

    private boolean answers() {
        try {
            if (connection == null) {
                connection = DriverManager.getConnection(url, user, password);
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT 1");
            }
            return true;
        } catch (SQLException e) {
            leave();
            // whoever has a number of the database has an answer from it, be it that all its connections are taken
            return e.getErrorCode() > 0;
        }
    }

    private void leave() {
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            // there is nothing left of it
        }
        connection = null;
    }
}
