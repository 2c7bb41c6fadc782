package de.schulpakt.launcher;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One run of Schulpakt: says what it does while it does it, and stops everything it has started. */
public final class Launcher {

    private final Settings settings;
    private final Instant begin = Instant.now();
    private volatile Home home;
    private volatile EmbeddedDatabase database;
    private volatile Server server;

    private Launcher(Settings settings) {
        this.settings = settings;
    }

    /** @param args nothing, or {@code demo} */
    public static void main(String[] args) {
                try {
            Launcher launcher = new Launcher(Settings.of(args, System.getenv(), System.getProperties()));
            Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "schulpakt-stop"));
            launcher.start();
        } catch (StartFailure e) {
            Logger.getLogger(Launcher.class.getName()).log(Level.FINE, "start failed", e);
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void start() {
        Server.requireFree(settings.httpPort());
        home = Home.open(settings.home());
        System.setProperty("java.io.tmpdir", home.path("tmp").toString());
        quiet();
        if (settings.embeddedDatabase()) {
            startDatabase();
        } else {
            useDatabase(settings.dbUrl(), settings.dbUser(), settings.dbPassword(), "The configured database");
        }
        say("Starting Payara Micro on port " + settings.httpPort() + " ...");
        server = Server.boot(home, settings.httpPort());
        say("Deploying Schulpakt" + (settings.demo() ? " and loading the demo data ..." : " ..."));
        server.deploy(war(), settings.dbPoolSize());
        announce();
        server.warnOnConsole();
    }

    private void startDatabase() {
        say("Starting the embedded MariaDB, data in " + home.path("db") + " ...");
        Instant from = Instant.now();
        database = EmbeddedDatabase.start(home, settings.mariadb());
        say("... ready after " + Duration.between(from, Instant.now()).toSeconds() + " s");
        useDatabase(database.url(), database.user(), database.password(), "The embedded database");
    }

    private void useDatabase(String url, String user, String password, String name) {
        say(name + " is MariaDB " + Migration.check(url, user, password));
        int applied = Migration.migrate(url, user, password);
        say("Database schema: " + (applied == 0 ? "up to date" : applied + " migrations applied"));
        // the WAR reads these through MicroProfile Config, its data source included
        System.setProperty("schulpakt.db.url", url);
        System.setProperty("schulpakt.db.user", user);
        System.setProperty("schulpakt.db.password", password);
        System.setProperty("schulpakt.db.pool.size", String.valueOf(settings.dbPoolSize()));
        System.setProperty("schulpakt.base.url", settings.baseUrl());
        System.setProperty("schulpakt.demo", String.valueOf(settings.demo()));
    }

    /** Until Payara takes the logging over, libraries speak to the console only when something is wrong. */
    private static void quiet() {
        Logger.getLogger("").setLevel(Level.SEVERE);
    }

    private static Path war() {
        try {
            Path jar = Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path war = jar.resolveSibling("schulpakt.war");
            if (!Files.isRegularFile(war)) {
                throw new StartFailure("There is no " + war + ": build it with 'mvn package' and start target/schulpakt/schulpakt.jar.");
            }
            return war;
        } catch (URISyntaxException e) {
            throw new StartFailure("The folder of schulpakt.jar cannot be found: move it to a folder with a plain name.", e);
        }
    }

    private void announce() {
        say("Schulpakt is ready after " + Duration.between(begin, Instant.now()).toSeconds() + " s: " + settings.baseUrl() + "/");
        if (settings.demo()) {
            List<String> accounts = Accounts.onePerRole();
            say("Accounts of the demo (login, password):");
            accounts.forEach(Launcher::say);
        }
        say("Stop it with Ctrl-C.");
    }

    private void stop() {
        if (server != null) {
            say("Stopping Schulpakt ...");
            // Payara prints parts of its own state while it stops
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            server.stop();
        }
        if (database != null) {
            database.close();
        }
        if (home != null) {
            home.close();
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
