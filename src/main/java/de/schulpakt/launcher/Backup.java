package de.schulpakt.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * {@code backup FILE} and {@code restore FILE}: the whole database as one packed file of SQL, written and read by MariaDB's
 * own programs. Files that people have uploaded stand in the database, so nothing else is needed. A backup is taken while
 * Schulpakt runs, as of one instant; a restore needs it stopped.
 */
final class Backup {

    private static final String COMPLETE = "-- Dump completed";
    private static final int TAIL = 200;

    private Backup() {
    }

    static void write(Settings settings, Consumer<String> say) {
        Path file = settings.file();
        if (Files.exists(file)) {
            throw new StartFailure("There is already a file " + file + ": name another one.");
        }
        withDatabase(settings, (url, user, password) -> {
            Migration.check(url, user, password);
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try {
                List<String> command = command(settings, "mariadb-dump", url, user);
                command.addAll(List.of("--single-transaction", "--quick", "--skip-lock-tables", "--hex-blob", "--triggers", new JdbcAddress(url).place().database()));
                Process dump = start(command, password);
                dump.getOutputStream().close();
                try (InputStream in = dump.getInputStream(); OutputStream out = new GZIPOutputStream(mine(part), 1 << 16)) {
                    in.transferTo(out);
                }
                await(dump, "The backup was not written");
                requireWhole(part);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new StartFailure("The backup " + file + " could not be written (" + e.getMessage() + "): make the folder writable and room in it.", e);
            } finally {
                delete(part);
            }
            say.accept("Backup written: " + file + " (" + Files.size(file) / 1024 + " KB).");
        });
    }

    static void read(Settings settings, Consumer<String> say) {
        Path file = settings.file();
        requireWhole(file);
        if (settings.embeddedDatabase()) {
            // opened first: a running Schulpakt holds the folder, and the sentence says so
            try (Home home = Home.open(settings.home()); EmbeddedDatabase database = EmbeddedDatabase.start(home, settings.mariadb(), memory(settings))) {
                load(settings, database.url(), database.user(), database.password());
            }
        } else {
            Migration.check(settings.dbUrl(), settings.dbUser(), settings.dbPassword());
            load(settings, settings.dbUrl(), settings.dbUser(), settings.dbPassword());
        }
        say.accept("Restored from " + file + ": start Schulpakt now.");
    }

    private static void load(Settings settings, String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            Schema schema = new Schema(connection);
            if (schema.holdsData() && !settings.replace()) {
                throw new StartFailure("The database already holds data: add --replace when all of it is to be given up for the backup.");
            }
            schema.beginRestore();
            List<String> command = command(settings, "mariadb", url, user);
            command.add(new JdbcAddress(url).place().database());
            Process client = start(command, password);
            try (InputStream in = new GZIPInputStream(Files.newInputStream(settings.file()), 1 << 16); OutputStream out = client.getOutputStream()) {
                in.transferTo(out);
            } catch (IOException e) {
                // the program's own sentence says more than a broken pipe
                client.destroy();
            }
            await(client, "The backup was not restored");
            schema.endRestore();
        } catch (SQLException | IOException e) {
            throw new StartFailure("The backup was not restored (" + e.getMessage() + "): correct the cause and restore again.", e);
        }
    }

    /** Does it with the database that is configured, that runs, or that is started for it. */
    private static void withDatabase(Settings settings, Work work) {
        try {
            if (!settings.embeddedDatabase()) {
                work.with(settings.dbUrl(), settings.dbUser(), settings.dbPassword());
                return;
            }
            String[] running = EmbeddedDatabase.running(settings.home());
            if (running != null) {
                work.with(running[0], running[1], running[2]);
                return;
            }
            if (!Files.isDirectory(settings.home().resolve("db"))) {
                throw new StartFailure("There is no database in " + settings.home() + ": set SCHULPAKT_HOME to its folder, or add 'demo' for the demo's.");
            }
            try (Home home = Home.open(settings.home()); EmbeddedDatabase database = EmbeddedDatabase.start(home, settings.mariadb(), memory(settings))) {
                work.with(database.url(), database.user(), database.password());
            }
        } catch (IOException e) {
            throw new StartFailure("The backup failed (" + e.getMessage() + ").", e);
        }
    }

    private interface Work {
        void with(String url, String user, String password) throws IOException;
    }

    private static String memory(Settings settings) {
        return "--innodb-buffer-pool-size=" + settings.dbMemory() + "M";
    }

    private static List<String> command(Settings settings, String tool, String url, String user) {
        JdbcAddress.Place place = new JdbcAddress(url).place();
        List<String> command = new ArrayList<>(List.of(EmbeddedDatabase.tool(settings.mariadb(), tool).toString(), "--no-defaults",
                "--protocol=tcp", "--host=" + place.host(), "--port=" + place.port(), "--user=" + user, "--default-character-set=utf8mb4"));
        if (!place.parameters().contains("sslMode=")) {
            // as the driver, which speaks plainly unless the address asks for more
            command.add("--skip-ssl");
        } else if (place.parameters().contains("sslMode=trust")) {
            command.add("--skip-ssl-verify-server-cert");
        }
        return command;
    }

    private static Process start(List<String> command, String password) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        // not on the command line, which every user of the machine can read
        builder.environment().put("MYSQL_PWD", password);
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static void await(Process process, String failure) {
        try {
            if (process.waitFor() != 0) {
                throw new StartFailure(failure + ": the line above says why.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure(failure + ": it was interrupted.", e);
        }
    }

    /** A file that was cut off lacks its last line. */
    private static void requireWhole(Path file) {
        byte[] tail = new byte[0];
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            byte[] piece;
            while ((piece = in.readNBytes(1 << 16)).length > 0) {
                byte[] both = new byte[tail.length + piece.length];
                System.arraycopy(tail, 0, both, 0, tail.length);
                System.arraycopy(piece, 0, both, tail.length, piece.length);
                tail = java.util.Arrays.copyOfRange(both, Math.max(0, both.length - TAIL), both.length);
            }
        } catch (IOException e) {
            throw new StartFailure("The file " + file + " cannot be read as a backup (" + e.getMessage() + "): name one that 'backup' has written.", e);
        }
        if (!new String(tail, StandardCharsets.UTF_8).contains(COMPLETE)) {
            throw new StartFailure("The file " + file + " is no whole backup: name one that 'backup' has written.");
        }
    }

    private static OutputStream mine(Path file) throws IOException {
        delete(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.newOutputStream(file);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StartFailure("The file " + file + " is in the way: delete it.", e);
        }
    }
}
