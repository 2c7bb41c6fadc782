package de.schulpakt.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged distribution, run as an operator runs it. */
class StartIT {

    private static final Duration START = Duration.ofMinutes(4);

    @TempDir
    Path folder;
    private final List<Run> runs = new ArrayList<>();

    /** One started launcher with what it prints. */
    private record Run(Process process, Path out, Path err) {

        String output() throws IOException {
            return Files.readString(out);
        }

        String errors() throws IOException {
            return Files.readString(err);
        }

        void awaitReady() throws Exception {
            long limit = System.nanoTime() + START.toNanos();
            while (!output().contains("Stop it with Ctrl-C") && process.isAlive() && System.nanoTime() < limit) {
                Thread.sleep(200);
            }
            assertThat(output()).as("output; errors: " + errors()).contains("Stop it with Ctrl-C");
        }
    }

    private Run run(Map<String, String> settings, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                Path.of("target", "schulpakt", "schulpakt.jar").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SCHULPAKT_"));
        builder.environment().put("SCHULPAKT_MARIADB_DIR", Path.of("target", "mariadb").toAbsolutePath().toString());
        builder.environment().putAll(settings);
        Path out = folder.resolve("out" + runs.size());
        Path err = folder.resolve("err" + runs.size());
        Run run = new Run(builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
        runs.add(run);
        return run;
    }

    @AfterEach
    void leaveNothingRunning() throws InterruptedException {
        for (Run run : runs) {
            List<ProcessHandle> children = run.process().descendants().toList();
            run.process().destroy();
            if (!run.process().waitFor(60, TimeUnit.SECONDS)) {
                run.process().destroyForcibly();
            }
            children.forEach(ProcessHandle::destroyForcibly);
        }
        servers().forEach(ProcessHandle::destroyForcibly);
    }

    /** The MariaDB servers on this test's folder, whoever their parent is. */
    private List<ProcessHandle> servers() {
        return ProcessHandle.allProcesses().filter(process -> process.info().command().orElse("").endsWith("mariadbd"))
                .filter(process -> String.join(" ", process.info().arguments().orElse(new String[0])).contains(folder.toString())).toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int status(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(Duration.ofSeconds(30)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void refuses(Run run, String... words) throws Exception {
        assertThat(run.process().waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(run.process().exitValue()).isNotZero();
        assertThat(run.errors().lines()).singleElement().asString().contains(words).endsWith(".");
    }

    @Test
    void it_starts_recovers_from_a_kill_and_stops_without_a_trace() throws Exception {
        int port = freePort();
        Map<String, String> settings = Map.of("SCHULPAKT_HTTP_PORT", String.valueOf(port));
        Run first = run(settings, "demo");
        first.awaitReady();
        assertThat(first.output()).containsSubsequence("Starting the embedded MariaDB", "Database schema", "Deploying Schulpakt",
                "http://localhost:" + port + "/", "FUNDING_OFFICER", "TECHNICIAN", "SCHOOL_ADMIN", "ADMIN", "AUDITOR");
        assertThat(status(port, "/health/ready")).isEqualTo(200);

        Run second = run(Map.of("SCHULPAKT_HTTP_PORT", String.valueOf(freePort())));
        refuses(second, "in use by another running Schulpakt", "SCHULPAKT_HOME");

        first.process().destroyForcibly().waitFor();
        assertThat(servers()).as("a killed launcher leaves its database behind").hasSize(1);
        long orphan = servers().get(0).pid();

        Run third = run(settings, "demo");
        third.awaitReady();
        assertThat(third.output()).contains("Database schema: up to date");
        assertThat(servers()).singleElement().satisfies(server -> assertThat(server.pid()).isNotEqualTo(orphan));
        assertThat(status(port, "/health/ready")).isEqualTo(200);

        third.process().destroy();
        assertThat(third.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(servers()).isEmpty();
    }

    @Test
    void a_busy_port_is_named() throws Exception {
        try (ServerSocket busy = new ServerSocket(0)) {
            refuses(run(Map.of("SCHULPAKT_HTTP_PORT", String.valueOf(busy.getLocalPort()))), "port " + busy.getLocalPort(), "SCHULPAKT_HTTP_PORT");
        }
        assertThat(folder.resolve(".schulpakt")).doesNotExist();
    }

    @Test
    void an_unwritable_folder_is_named() throws Exception {
        // a file in the folder's place stops root, too
        Path file = Files.writeString(folder.resolve("home"), "");
        refuses(run(Map.of("SCHULPAKT_HOME", file.toString(), "SCHULPAKT_HTTP_PORT", String.valueOf(freePort()))), file.toString(), "SCHULPAKT_HOME");
    }

    @Test
    void a_database_that_does_not_answer_is_named() throws Exception {
        String url = "jdbc:mariadb://127.0.0.1:" + freePort() + "/schulpakt";
        refuses(run(Map.of("SCHULPAKT_DB_URL", url, "SCHULPAKT_HTTP_PORT", String.valueOf(freePort()))), url, "does not answer", "SCHULPAKT_DB_URL");
        assertThat(servers()).isEmpty();
    }

    @Test
    void a_wrong_word_is_refused() throws Exception {
        refuses(run(Map.of("SCHULPAKT_HTTP_PORT", "many")), "SCHULPAKT_HTTP_PORT", "many");
    }
}
