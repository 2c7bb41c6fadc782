package de.schulpakt.kit;

import de.schulpakt.launcher.PayaraSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The packaged application for {@link ServerTest}s: what {@code mvn package} has built, nothing added. */
public final class War {

    private static final Path DISTRIBUTION = Path.of("target", "schulpakt").toAbsolutePath();

    private static final int POOL_SIZE = 32;

    private War() {
    }

    /** @return the built WAR, deployed at the root path */
    public static WebArchive built() {
        Path war = DISTRIBUTION.resolve("schulpakt.war");
        if (!Files.exists(war)) {
            throw new IllegalStateException("There is no " + war + ": these tests run after 'mvn package'.");
        }
        return ShrinkWrap.createFromZipFile(WebArchive.class, war.toFile());
    }

    /** @return the address of the running server, without a slash at its end */
    public static URI base() {
        return URI.create("http://localhost:" + System.getProperty("schulpakt.http.port"));
    }

    /** Settings of the WAR in the server under test; the demo data are loaded. */
    static Map<String, String> settings() {
        TestDatabase.publish();
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : new String[] {"schulpakt.db.url", "schulpakt.db.user", "schulpakt.db.password"}) {
            settings.put(name, System.getProperty(name));
        }
        String url = settings.get("schulpakt.db.url");
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        settings.put("schulpakt.db.url", PayaraSettings.address(url.replace(":" + port + "/", ":" + Wire.of(port).port() + "/")));
        settings.put("schulpakt.base.url", base().toString());
        settings.put("schulpakt.demo", "true");
        // tests sign in many people; how slow the hash is has a test of its own
        settings.put("schulpakt.password.cost", "4");
        settings.put("schulpakt.key", System.getProperty("schulpakt.key"));
        return settings;
    }

    /**
     * Puts into the system properties what {@code arquillian.xml} takes from them, before Arquillian reads it. Language and look that
     * a test has chosen for an account are gone before the next one: which class shares a server with which is chance.
     */
    static final class Settings implements BeforeAllCallback, BeforeEachCallback {
        /** The optimising compiler begins as late as the launcher lets it begin, and one thread collects: most servers live a minute, on processors that a browser needs. */
        private static final String JVM = "-XX:+UseSerialGC -XX:Tier4InvocationThreshold=25000 -XX:Tier4MinInvocationThreshold=5000"
                + " -XX:Tier4CompileThreshold=75000 -XX:Tier4BackEdgeThreshold=200000";

        @Override
        public void beforeEach(ExtensionContext context) throws SQLException {
            try (Connection connection = ServerDatabase.connection(); Statement statement = connection.createStatement()) {
                statement.executeUpdate("update app_user set language = null, theme = null");
            }
        }

        @Override
        public void beforeAll(ExtensionContext context) {
            if (System.getProperty("schulpakt.test.payara") != null) {
                return;
            }
            System.setProperty("schulpakt.http.port", String.valueOf(freePort()));
            System.setProperty("schulpakt.test.payara", library("payara-micro").toString());
            System.setProperty("schulpakt.test.jvm", settings().entrySet().stream()
                    .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue().replace("&", "&amp;"))
                    .collect(Collectors.joining(" ", JVM + " -Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS ", "")));
            System.setProperty("schulpakt.test.options", "--nohazelcast --contextroot / --port " + System.getProperty("schulpakt.http.port")
                    + " --addlibs " + library("mariadb-java-client") + " --prebootcommandfile " + commands()
                    + " --logtofile " + ServerLog.FILE);
        }

        /** The server's settings as the launcher gives them. */
        private static Path commands() {
            try {
                return Files.write(TestDatabase.own("server.asadmin"), PayaraSettings.commands("127.0.0.1", POOL_SIZE));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Path library(String name) {
            try (Stream<Path> libraries = Files.list(DISTRIBUTION.resolve("lib"))) {
                return libraries.filter(file -> file.getFileName().toString().startsWith(name)).findFirst().orElseThrow();
            } catch (IOException e) {
                throw new IllegalStateException("There is no " + DISTRIBUTION + ": these tests run after 'mvn package'.", e);
            }
        }
    }
}
