package de.schulpakt.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What the operator decides: the words after {@code java -jar schulpakt.jar}, and settings from the environment
 * ({@code SCHULPAKT_HTTP_PORT}) or from equal system properties ({@code schulpakt.http.port}); the system property wins.
 * {@code config/schulpakt.env.example} documents each name.
 */
record Settings(Job job, Path file, boolean replace, boolean demo, boolean dev, Path home, String httpAddress, int httpPort,
                String baseUrl, String dbUrl, String dbUser, String dbPassword, int dbPoolSize, int dbMemory, Path mariadb,
                boolean administrator) {

    /** What is to be done. */
    enum Job {
        /** Run the server. */
        START,
        /** Write all data into a file. */
        BACKUP,
        /** Take all data from a file. */
        RESTORE
    }

    static final int DEFAULT_POOL_SIZE = 32;
    private static final String USE = "start with 'java -jar schulpakt.jar', 'java -jar schulpakt.jar demo', 'java -jar schulpakt.jar backup FILE'"
            + " or 'java -jar schulpakt.jar restore FILE'.";

    static Settings of(String[] args, Map<String, String> environment, Properties properties) {
        Source source = new Source(environment, properties);
        List<String> words = new ArrayList<>(List.of(args));
        boolean demo = words.remove("demo") | Boolean.parseBoolean(source.get("schulpakt.demo", "false"));
        boolean dev = words.remove("dev");
        boolean replace = words.remove("--replace");
        Job job = words.isEmpty() ? Job.START : job(words.get(0));
        if (words.size() != (job == Job.START ? 0 : 2) || replace && job != Job.RESTORE || dev && job != Job.START) {
            throw new StartFailure("'" + String.join(" ", args) + "' cannot be understood: " + USE);
        }
        Path base = Path.of(source.get("schulpakt.home", ".schulpakt")).toAbsolutePath().normalize();
        boolean given = source.get("schulpakt.home", null) != null;
        int port = source.number("schulpakt.http.port", 8080, 1, 65535);
        return new Settings(job, job == Job.START ? null : Path.of(words.get(1)).toAbsolutePath().normalize(), replace, demo, dev,
                demo && !given ? base.resolve("demo") : base,
                source.get("schulpakt.http.address", "127.0.0.1"), port, source.get("schulpakt.base.url", "http://localhost:" + port),
                source.get("schulpakt.db.url", null), source.get("schulpakt.db.user", "schulpakt"), source.get("schulpakt.db.password", ""),
                source.number("schulpakt.db.pool.size", DEFAULT_POOL_SIZE, 2, 1000),
                source.number("schulpakt.db.memory", EmbeddedDatabase.fittingMemory(), 32, 1_000_000),
                Path.of(source.get("schulpakt.mariadb.dir", base.resolve("mariadb").toString())).toAbsolutePath(),
                source.get("schulpakt.admin.login", null) != null);
    }

    private static Job job(String word) {
        return switch (word) {
            case "backup" -> Job.BACKUP;
            case "restore" -> Job.RESTORE;
            default -> throw new StartFailure("Unknown argument '" + word + "': " + USE);
        };
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
