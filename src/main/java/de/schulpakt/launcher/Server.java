package de.schulpakt.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Payara Micro with the WAR at the root path: no cluster, no phone-home, one HTTP port, its log in a file. */
final class Server {

    private static final String READY = "/health/ready";

    private final Path log;
    private final Path tmp;
    private final int port;
    private PayaraMicroRuntime payara;

    private Server(Path log, Path tmp, int port) {
        this.log = log;
        this.tmp = tmp;
        this.port = port;
    }

    /** Asked before anything is started: a busy port should not cost the start of a database. */
    static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new StartFailure("The port " + port + " is in use by another program: stop it, or set SCHULPAKT_HTTP_PORT to a free port.", e);
        }
    }

    static Server boot(Home home, int port) {
        Path log = home.path("logs").resolve("server-0.log");
        Server server = new Server(log, home.path("tmp"), port);
        try {
            PayaraMicro.getInstance().setPrintLogo(false);
            // not setNoCluster: that keeps the data grid, which listens on every interface, and overrules this
            server.payara = PayaraMicro.getInstance().setHttpPort(port).setHttpAutoBind(false).setSslAutoBind(false)
                    .setNoHazelcast(true).setLogPropertiesFile(logging(home, log).toFile()).bootStrap();
            return server;
        } catch (BootstrapException | IOException e) {
            throw new StartFailure("The application server could not be started (" + e.getMessage() + "): see " + log + ".", e);
        }
    }

    private static Path logging(Home home, Path log) throws IOException {
        try (InputStream in = Server.class.getResourceAsStream("logging.properties")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(home.path("tmp").resolve("logging.properties"), text.replace("${logs}", log.getParent().toString().replace('\\', '/')));
        }
    }

    void deploy(Path war, int poolSize) {
        if (!payara.deploy("schulpakt", "/", withPoolSize(war, poolSize).toFile())) {
            throw new StartFailure("Schulpakt could not be deployed: the reason is at the end of " + log + ".");
        }
        awaitReady();
    }

    /** Payara substitutes no numbers in web.xml, so another size is written into a copy of the WAR. */
    private Path withPoolSize(Path war, int poolSize) {
        if (poolSize == Settings.DEFAULT_POOL_SIZE) {
            return war;
        }
        Path copy = tmp.resolve("schulpakt.war");
        try {
            Files.copy(war, copy);
            try (FileSystem files = FileSystems.newFileSystem(copy)) {
                Path descriptor = files.getPath("WEB-INF/web.xml");
                String size = "<max-pool-size>%d</max-pool-size>";
                Files.writeString(descriptor, Files.readString(descriptor)
                        .replace(size.formatted(Settings.DEFAULT_POOL_SIZE), size.formatted(poolSize)));
            }
            return copy;
        } catch (IOException e) {
            throw new StartFailure("The WAR could not be prepared in " + tmp + " (" + e.getMessage() + "): make room there.", e);
        }
    }

    private void awaitReady() {
        HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + READY)).timeout(Duration.ofSeconds(10)).build();
        for (int attempt = 0; attempt < 60; attempt++) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                Thread.sleep(500);
            } catch (IOException e) {
                Logger.getLogger(Server.class.getName()).log(Level.FINE, "not ready yet", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StartFailure("The start was interrupted.", e);
            }
        }
        throw new StartFailure("Schulpakt was deployed but does not become ready (" + READY + "): see " + log + ".");
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
        console.setFormatter(new Formatter() {
            @Override
            public String format(LogRecord entry) {
                String cause = entry.getThrown() == null ? "" : " (" + entry.getThrown() + ")";
                return entry.getLevel() + " " + formatMessage(entry).lines().findFirst().orElse("") + cause + System.lineSeparator();
            }
        });
        Logger.getLogger("").addHandler(console);
    }
}
