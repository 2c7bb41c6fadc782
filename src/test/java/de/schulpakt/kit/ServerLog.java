package de.schulpakt.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What the server under test has logged, so that a test that sees a failure can say why it came. */
public final class ServerLog {
    static final Path FILE = TestDatabase.own("server-under-test.log");
    private static final int LINES = 60;

    /** The server puts the number of the piece behind the name. */
    private static Path first() {
        return Path.of(FILE + ".0");
    }

    private ServerLog() {
    }

    /** The first lines from the first failure on that was logged after so many bytes. */
    public static String failureAfter(long bytes) {
        if (!Files.exists(first())) {
            return "The server has logged nothing.";
        }
        try {
            byte[] all = Files.readAllBytes(first());
            int from = (int) Math.min(bytes, all.length);
            List<String> lines = new String(all, from, all.length - from, StandardCharsets.UTF_8).lines().toList();
            int first = 0;
            while (first < lines.size() && !lines.get(first).contains("SEVERE") && !lines.get(first).contains("WARNING")) {
                first++;
            }
            return lines.stream().skip(first).limit(LINES).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much has been logged so far, in bytes. */
    public static long size() {
        return first().toFile().length();
    }
}
