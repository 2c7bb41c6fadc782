package de.schulpakt.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.ObjectName;

/** Payara Micro with the WAR at the root path: no cluster, no phone-home, one HTTP port, its log in a file. */
final class Server {

    private static final String READY = "/health/ready";

    private static final Duration READY_LIMIT = Duration.ofMinutes(5);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(20);
    private static final long PAUSE = 100;

    private static final int SECURITY_BYTES = 20_000_000;
    private static final int SECURITY_FILES = 10;
    /** Held here, because a logger that nobody holds forgets its file. */
    private static final Logger SECURITY = Logger.getLogger("de.schulpakt.security");

    private final Path log;
    private final String address;
    private final int port;
    private PayaraMicroRuntime payara;

    private Server(Path log, String address, int port) {
        this.log = log;
        this.address = address;
        this.port = port;
    }

    /** Asked before anything is started: a busy port should not cost the start of a database. */
    static void requireFree(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (UnknownHostException e) {
            throw new StartFailure("SCHULPAKT_HTTP_ADDRESS is '" + address + "', which is no address: give 127.0.0.1, 0.0.0.0 or one of this machine's.", e);
        } catch (IOException e) {
            throw new StartFailure("The port " + port + " of " + address + " is in use by another program, or is no address of this machine:"
                    + " stop that one, or set SCHULPAKT_HTTP_PORT to a free port (SCHULPAKT_HTTP_ADDRESS to an address of this machine).", e);
        }
    }

    static Server boot(Home home, Settings settings) {
        Path log = home.path("logs").resolve("server-0.log");
        Server server = new Server(log, settings.httpAddress(), settings.httpPort());
        // its services are started one after the other: with its usual four threads HK2 failed once in some hundred starts, by a list that two of
        // them changed at once
        System.setProperty("org.glassfish.startupThreadPolicy", "USE_NO_THREADS");
        try {
            PayaraMicro.getInstance().setPrintLogo(false);
            // not setNoCluster: that keeps the data grid, which listens on every interface, and overrules this
            server.payara = PayaraMicro.getInstance().setHttpPort(settings.httpPort()).setHttpAutoBind(false).setSslAutoBind(false)
                    .setNoHazelcast(true).setLogPropertiesFile(logging(home, log).toFile())
                    .setPreBootHandler(admin -> configure(admin, settings)).bootStrap();
            return server;
        } catch (BootstrapException | IOException e) {
            throw new StartFailure("The application server could not be started (" + e.getMessage() + "): see " + log + ".", e);
        }
    }

    private static void configure(AdminCommandRunner admin, Settings settings) {
        for (String command : PayaraSettings.commands(settings.httpAddress(), settings.dbPoolSize())) {
            String[] words = command.split(" ");
            ClusterCommandResult result = admin.run(words[0], Arrays.copyOfRange(words, 1, words.length));
            if (result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
                throw new StartFailure("The application server refuses '" + command + "' (" + result.getOutput().strip() + "): build schulpakt.jar again.",
                        result.getFailureCause());
            }
        }
    }

    private static Path logging(Home home, Path log) throws IOException {
        try (InputStream in = Server.class.getResourceAsStream("logging.properties")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(home.path("tmp").resolve("logging.properties"), text.replace("${logs}", log.getParent().toString().replace('\\', '/')));
        }
    }

    /** @param application a WAR, or a folder with its content */
    void deploy(Path application) {
        if (!payara.deploy("schulpakt", "/", application.toFile())) {
            throw new StartFailure("Schulpakt could not be deployed: the reason is at the end of " + log + ".");
        }
        awaitReady();
    }

    private void awaitReady() {
        HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        String host = Set.of("0.0.0.0", "::").contains(address) ? "127.0.0.1" : address;
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + READY))
                .timeout(Duration.ofSeconds(10)).build();
        Instant limit = Instant.now().plus(READY_LIMIT);
        while (Instant.now().isBefore(limit)) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                Logger.getLogger(Server.class.getName()).log(Level.FINE, "not ready yet", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StartFailure("The start was interrupted.", e);
            }
            pause();
        }
        throw new StartFailure("Schulpakt was deployed but does not become ready (" + READY + "): see " + log + ".");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start was interrupted.", e);
        }
    }

    /** New requests are turned away from now on; waits until the running ones have their answer. */
    void drain() {
        System.setProperty("schulpakt.stopping", "true");
        Instant limit = Instant.now().plus(DRAIN_LIMIT);
        while (payara != null && running() > 0 && Instant.now().isBefore(limit)) {
            pause();
        }
    }

    /** The application counts its requests and says how many there are through the JVM's management. */
    private static int running() {
        try {
            return (Integer) ManagementFactory.getPlatformMBeanServer().getAttribute(new ObjectName("de.schulpakt:type=RunningRequests"), "Running");
        } catch (JMException e) {
            return 0;
        }
    }

    void stop() {
        try {
            if (payara != null) {
                payara.shutdown();
            }
        } catch (BootstrapException e) {
            Logger.getLogger(Server.class.getName()).log(Level.WARNING, "The application server did not stop in order.", e);
        } catch (IllegalStateException e) {
            // Payara's own shutdown hook was faster: the database must outlive it
            awaitPayarasHook();
        }
    }

    private static void awaitPayarasHook() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().contains("Shutdown Hook")) {
                try {
                    thread.join(Duration.ofSeconds(30).toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** From now on the console, too, hears of warnings and errors: one line each, the details are in the log. */
    void warnOnConsole() {
        ConsoleHandler console = new ConsoleHandler();
        console.setLevel(Level.WARNING);
        // a database that is away is told once, by whoever starts it again; each request that misses it is in the log
        console.setFilter(entry -> entry.getLoggerName() == null || !entry.getLoggerName().startsWith("javax.enterprise.resource"));
        console.setFormatter(new Formatter() {
            @Override
            public String format(LogRecord entry) {
                String cause = entry.getThrown() == null ? "" : " (" + entry.getThrown() + ")";
                return entry.getLevel() + " " + formatMessage(entry).lines().findFirst().orElse("") + cause + System.lineSeparator();
            }
        });
        Logger.getLogger("").addHandler(console);
    }

    /** The security log has a file of its own beside the server's, so that it can be kept longer and read by itself. */
    void keepSecurityLog() {
        try {
            FileHandler file = new FileHandler(log.resolveSibling("security-%g.log").toString().replace('\\', '/'), SECURITY_BYTES,
                    SECURITY_FILES, true);
            file.setEncoding("UTF-8");
            file.setFormatter(new Formatter() {
                @Override
                public String format(LogRecord entry) {
                    return entry.getInstant() + " " + entry.getMessage() + "\n";
                }
            });
            SECURITY.addHandler(file);
        } catch (IOException e) {
            throw new StartFailure("The security log cannot be written beside " + log + " (" + e.getMessage() + ").", e);
        }
    }
}
