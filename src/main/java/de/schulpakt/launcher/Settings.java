package de.schulpakt.launcher;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What the operator decides, read from the environment ({@code SCHULPAKT_HTTP_PORT}) or from equal system properties
 * ({@code schulpakt.http.port}); the system property wins. {@code config/schulpakt.env.example} documents each name.
 */
record Settings(Path home, int httpPort, String baseUrl, boolean demo, String dbUrl, String dbUser, String dbPassword,
                int dbPoolSize, Path mariadb) {

    static final int DEFAULT_POOL_SIZE = 32;

    static Settings of(String[] args, Map<String, String> environment, Properties properties) {
        Source source = new Source(environment, properties);
        boolean demo = Boolean.parseBoolean(source.get("schulpakt.demo", "false"));
        for (String arg : args) {
            if (!arg.equals("demo")) {
                throw new StartFailure("Unknown argument '" + arg + "': start with 'java -jar schulpakt.jar' or 'java -jar schulpakt.jar demo'.");
            }
            demo = true;
        }
        Path home = Path.of(source.get("schulpakt.home", ".schulpakt")).toAbsolutePath().normalize();
        int port = source.number("schulpakt.http.port", 8080, 1, 65535);
        return new Settings(home, port, source.get("schulpakt.base.url", "http://localhost:" + port), demo,
                source.get("schulpakt.db.url", null), source.get("schulpakt.db.user", "schulpakt"),
                source.get("schulpakt.db.password", ""),
                source.number("schulpakt.db.pool.size", DEFAULT_POOL_SIZE, 2, 1000),
                Path.of(source.get("schulpakt.mariadb.dir", home.resolve("mariadb").toString())).toAbsolutePath());
    }

    boolean embeddedDatabase() {
        return dbUrl == null;
    }

    private record Source(Map<String, String> environment, Properties properties) {

        String get(String name, String otherwise) {
            String value = properties.getProperty(name);
            if (value == null || value.isBlank()) {
                value = environment.get(environmentName(name));
            }
            return value == null || value.isBlank() ? otherwise : value.strip();
        }

        int number(String name, int otherwise, int from, int to) {
            String text = get(name, null);
            if (text == null) {
                return otherwise;
            }
            try {
                int value = Integer.parseInt(text);
                if (value >= from && value <= to) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // falls through to the same sentence as a number out of range
            }
            throw new StartFailure(environmentName(name) + " is '" + text + "': give a whole number from " + from + " to " + to + ".");
        }

        private static String environmentName(String name) {
            return name.replace('.', '_').toUpperCase(Locale.ROOT);
        }
    }
}
