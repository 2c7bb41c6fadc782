package de.schulpakt.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One run of Schulpakt: says what it does while it does it, and stops everything it has started. */
public final class Launcher {

    private final Settings settings;
    private final Instant begin = Instant.now();
    private volatile Home home;
    private volatile EmbeddedDatabase database;
    private DatabaseWatch watch;
    private volatile Server server;
    private boolean stopped;

    private Launcher(Settings settings) {
        this.settings = settings;
    }

    /** @param args nothing, {@code demo} and {@code dev}, {@code backup FILE}, {@code restore FILE} or {@code bench-data DEVICES SEED} */
    public static void main(String[] args) {
        // whatever the machine's clock shows people: no instant falls into the hour that a change of the clock takes away
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try {
            if (args.length > 0 && args[0].equals("bench-data")) {
                quiet();
                BenchData.run(List.of(args), Settings.of(new String[0], System.getenv(), System.getProperties()), Launcher::say);
                return;
            }
            Settings settings = Settings.of(args, System.getenv(), System.getProperties());
            quiet();
            switch (settings.job()) {
                case BACKUP -> Backup.write(settings, Launcher::say);
                case RESTORE -> Backup.read(settings, Launcher::say);
                default -> {
                    if (Guardian.isNeeded()) {
                        System.exit(Guardian.run(settings, args));
                    }
                    new Launcher(settings).run();
                }
            }
        } catch (StartFailure e) {
            Logger.getLogger(Launcher.class.getName()).log(Level.FINE, "start failed", e);
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "schulpakt-stop"));
        Signals.on("TERM", this::end);
        if (Boolean.getBoolean(Guardian.GUARDED)) {
            // Ctrl-C reaches both processes: the guardian passes it on
            Signals.on("INT", () -> { });
            Thread input = new Thread(this::awaitWish, "schulpakt-input");
            input.setDaemon(true);
            input.start();
        } else {
            Signals.on("INT", this::end);
        }
        start();
    }

    private void start() {
        Server.requireFree(settings.httpAddress(), settings.httpPort());
        home = Home.open(settings.home());
        System.setProperty("java.io.tmpdir", home.path("tmp").toString());
        if (settings.embeddedDatabase()) {
            startDatabase();
        } else {
            useDatabase(settings.dbUrl(), settings.dbUser(), settings.dbPassword(), "The configured database");
        }
        say("Starting Payara Micro on port " + settings.httpPort() + " of " + settings.httpAddress() + " ...");
        server = Server.boot(home, settings);
        say("Deploying Schulpakt" + (settings.demo() ? " and loading the demo data ..." : " ..."));
        server.deploy(settings.dev() ? DevFolder.follow(war(), home, Launcher::say) : war());
        watch.start();
        announce();
        server.warnOnConsole();
        server.keepSecurityLog();
    }

    private void startDatabase() {
        say("Starting the embedded MariaDB, data in " + home.path("db") + ", " + settings.dbMemory() + " MB of memory ...");
        Instant from = Instant.now();
        database = EmbeddedDatabase.start(home, settings.mariadb(), "--innodb-buffer-pool-size=" + settings.dbMemory() + "M");
        say("... ready after " + Duration.between(from, Instant.now()).toSeconds() + " s");
        database.keepAlive(System.err::println, this::giveUp);
        useDatabase(database.url(), database.user(), database.password(), "The embedded database");
    }

    private void useDatabase(String url, String user, String password, String name) {
        say(name + " is MariaDB " + Migration.check(url, user, password));
        int applied = Migration.migrate(url, user, password);
        say("Database schema: " + (applied == 0 ? "up to date" : applied + " migrations applied"));
        DatabaseKind.require(url, user, password, settings).forEach(Launcher::say);
        watch = new DatabaseWatch(url, user, password, System.err::println);
        // the WAR and the pools read these through MicroProfile Config
        System.setProperty("schulpakt.db.url", new JdbcAddress(new JdbcAddress(url).forPool())
                .with("socketFactory", DatabaseSockets.class.getName()).url());
        System.setProperty("schulpakt.db.user", user);
        System.setProperty("schulpakt.db.password", password);
        System.setProperty("schulpakt.base.url", settings.baseUrl());
        System.setProperty("schulpakt.demo", String.valueOf(settings.demo()));
        if (System.getProperty("schulpakt.key", System.getenv("SCHULPAKT_KEY")) == null) {
            System.setProperty("schulpakt.key", home.key());
        }
        System.setProperty("schulpakt.disk", home.path("tmp").toString());
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
            List<String> accounts = Accounts.lines();
            say("Accounts of the demo (login, password):");
            accounts.forEach(Launcher::say);
        }
        say("Stop it with Ctrl-C.");
    }

    /** The guardian says a letter when the program is to stop in order; without one it was killed, and so is this. */
    private void awaitWish() {
        int letter;
        try {
            letter = System.in.read();
        } catch (IOException e) {
            letter = -1;
        }
        if (letter < 0) {
            EmbeddedDatabase running = database;
            if (running != null) {
                running.leave();
            }
            Runtime.getRuntime().halt(1);
        }
        end();
    }

    private void giveUp(String reason) {
        System.err.println(reason);
        stop();
        Runtime.getRuntime().halt(1);
    }

    /** Stops in order and ends, before the JVM's own hooks run: Payara's would cut off what is running. */
    private void end() {
        stop();
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        if (server != null) {
            say("Stopping Schulpakt ...");
            server.drain();
            // Payara prints parts of its own state while it stops
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            server.stop();
        }
        if (watch != null) {
            watch.end();
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
