package de.schulpakt.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged distribution, run as an operator runs it. */
class StartIT {

    /** What a machine needs that is several times slower and busy; nobody waits longer than it takes. */
    private static final Duration LIMIT = Duration.ofMinutes(6);

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
            awaitOutput("Stop it with Ctrl-C");
        }

        void awaitOutput(String words) throws Exception {
            await(() -> output().contains(words) || !process.isAlive());
            assertThat(output()).as("output; errors: " + errors()).contains(words);
        }

        /** The process that does the work, below the one that was started. */
        ProcessHandle worker() {
            return process.children().filter(child -> child.info().command().orElse("").contains("java")).findFirst().orElseThrow();
        }

        int ended() throws Exception {
            assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as("it ends").isTrue();
            return process.exitValue();
        }
    }

    private static void await(Callable<Boolean> state) throws Exception {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (!state.call() && System.nanoTime() < limit) {
            Thread.sleep(100);
        }
    }

    private Run run(Map<String, String> settings, String... arguments) throws IOException {
        return run(List.of(), settings, arguments);
    }

    private Run run(List<String> options, Map<String, String> settings, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", Path.of("target", "schulpakt", "schulpakt.jar").toAbsolutePath().toString()));
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

    /** Below the ports that the system gives to whoever connects: none of those takes it while nobody listens on it for a moment. */
    private static int freePort() throws IOException {
        while (true) {
            try (ServerSocket socket = new ServerSocket(ThreadLocalRandom.current().nextInt(12_000, 30_000), 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                Thread.onSpinWait();
            }
        }
    }

    private static int status(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(LIMIT).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void refuses(Run run, String... words) throws Exception {
        assertThat(run.ended()).isNotZero();
        assertThat(run.errors().lines()).singleElement().asString().contains(words).endsWith(".");
    }

    private Map<String, String> home(String name, int port) {
        return Map.of("SCHULPAKT_HTTP_PORT", String.valueOf(port), "SCHULPAKT_HOME", folder.resolve(name).toString());
    }

    private static String token(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/tokens")).timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("foerderung:schulpakt".getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("{\"label\":\"start\",\"days\":1}")).build();
        String body = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertThat(body).contains("\"token\":\"");
        return body.replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    private static String get(int port, String token, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/" + path)).timeout(LIMIT)
                .header("Authorization", "Bearer " + token).build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Once is enough: a server that is stopping answers something else a moment later. */
    private static void awaitStatus(int port, String path, int status) throws Exception {
        int[] last = new int[1];
        await(() -> {
            last[0] = status(port, path);
            return last[0] == status;
        });
        assertThat(last[0]).isEqualTo(status);
    }

    /**
     * A request of which the server has seen the head only: told to stop, the server waits for it, answers it, and turns
     * away whoever comes later.
     */
    private static void finishesWhatRuns(Run run, int port) throws Exception {
        String body = "{\"label\":\"last\",\"days\":1}";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) LIMIT.toMillis());
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            socket.getOutputStream().write(("POST /api/v1/tokens HTTP/1.1\r\nHost: localhost:" + port + "\r\nExpect: 100-continue\r\n"
                    + "Authorization: Basic " + Base64.getEncoder().encodeToString("foerderung:schulpakt".getBytes(StandardCharsets.UTF_8))
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            assertThat(in.readLine()).contains("100");
            // the connector says 100 before the application has the request
            ProcessHandle worker = run.worker();
            await(() -> running(worker) > 0);
            assertThat(running(worker)).as("requests that the application has").isPositive();
            run.process().destroy();
            run.awaitOutput("Stopping Schulpakt");
            awaitStatus(port, "/health/ready", 503);
            socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            assertThat(in.readLine()).isEmpty();
            assertThat(in.readLine()).as("status line").contains(" 20");
        }
    }

    /** How many requests the application counts, as the launcher asks before it stops. */
    @SuppressWarnings("BanJNDI") // the address is the one that this machine just told
    private static int running(ProcessHandle worker) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(worker.pid()));
        try (JMXConnector asked = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
            return (Integer) asked.getMBeanServerConnection().getAttribute(new ObjectName("de.schulpakt:type=RunningRequests"), "Running");
        } finally {
            machine.detach();
        }
    }

    @Test
    void it_starts_heals_is_backed_up_and_stops_without_a_trace() throws Exception {
        int port = freePort();
        Map<String, String> settings = Map.of("SCHULPAKT_HTTP_PORT", String.valueOf(port));
        Run first = run(settings, "demo");
        first.awaitReady();
        assertThat(first.output()).containsSubsequence("Starting the embedded MariaDB", "Database schema", "Deploying Schulpakt",
                "http://localhost:" + port + "/", "FUNDING_OFFICER", "TECHNICIAN", "SCHOOL_ADMIN", "ADMIN", "AUDITOR");
        Path home = folder.resolve(".schulpakt").resolve("demo");
        assertThat(Files.getPosixFilePermissions(home)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(home.resolve("tmp"))).isEqualTo(PosixFilePermissions.fromString("rwx------"));

        refuses(run(Map.of("SCHULPAKT_HTTP_PORT", String.valueOf(freePort())), "demo"), "in use by another running Schulpakt", "SCHULPAKT_HOME");

        String token = token(port);
        String schools = get(port, token, "schools?size=50");
        servers().get(0).destroyForcibly();
        await(() -> first.errors().contains("answers again"));
        awaitStatus(port, "/health/ready", 200);
        assertThat(get(port, token, "schools?size=50")).isEqualTo(schools);

        Path backup = folder.resolve("backup.sql.gz");
        Run writes = run(Map.of(), "demo", "backup", backup.toString());
        assertThat(writes.ended()).as(writes.errors()).isZero();
        assertThat(Files.getPosixFilePermissions(backup)).isEqualTo(PosixFilePermissions.fromString("rw-------"));

        long orphan = servers().get(0).pid();
        first.worker().destroyForcibly();
        first.process().destroyForcibly().waitFor();
        Run second = run(settings, "demo");
        second.awaitReady();
        assertThat(second.output()).contains("Database schema: up to date");
        assertThat(servers()).singleElement().satisfies(server -> assertThat(server.pid()).isNotEqualTo(orphan));
        assertThat(get(port, token, "schools?size=50")).isEqualTo(schools);

        finishesWhatRuns(second, port);
        second.ended();
        assertThat(servers()).isEmpty();

        refuses(run(Map.of("SCHULPAKT_HOME", home.toString(), "SCHULPAKT_HTTP_PORT", String.valueOf(port))), "holds the demo", "SCHULPAKT_HOME");
        Run reads = run(home("copy", port), "restore", backup.toString());
        assertThat(reads.ended()).as(reads.errors()).isZero();
        refuses(run(home("copy", port), "restore", backup.toString()), "already holds data", "--replace");
        Run copy = run(home("copy", port), "demo");
        copy.awaitReady();
        assertThat(get(port, token, "schools?size=50")).isEqualTo(schools);

        // killed alone, the guardian takes the others with it
        ProcessHandle worker = copy.worker();
        copy.process().destroyForcibly().waitFor();
        await(() -> !worker.isAlive() && servers().isEmpty());
        assertThat(worker.isAlive()).isFalse();
        assertThat(servers()).isEmpty();
    }

    @Test
    void a_database_that_is_halted_is_not_waited_for() throws Exception {
        int port = freePort();
        Run run = run(home("halted", port), "demo");
        run.awaitReady();
        String token = token(port);
        get(port, token, "devices");
        ProcessHandle database = servers().get(0);
        signal("STOP", database);
        try {
            // on a quiet machine less than 7 s, twice what the watch waits
            for (String path : List.of("/api/v1/devices", "/health/ready", "/login.xhtml", "/api/v1/programmes")) {
                long begin = System.nanoTime();
                await(() -> answer(port, token, path).statusCode() == 503);
                HttpResponse<String> answer = answer(port, token, path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(path).isLessThan(Duration.ofSeconds(40));
                if (path.startsWith("/api/")) {
                    assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
                    assertThat(answer.body()).contains("\"code\":\"database.away\"", "\"stored\":false");
                }
                if (!path.startsWith("/health")) {
                    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
                }
            }
            long begin = System.nanoTime();
            for (int i = 0; i < 50; i++) {
                assertThat(answer(port, token, "/api/v1/devices").statusCode()).isEqualTo(503);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("fifty that nobody waited for").isLessThan(Duration.ofSeconds(20));
        } finally {
            signal("CONT", database);
        }
        await(() -> answer(port, token, "/api/v1/devices").statusCode() == 200);
        get(port, token, "devices");
        awaitStatus(port, "/health/ready", 200);
        assertThat(run.errors()).contains("The database does not answer", "The database answers again.");
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor()).isZero();
    }

    private static HttpResponse<String> answer(int port, String token, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(LIMIT)
                .header("Authorization", "Bearer " + token).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void without_memory_it_ends_with_a_sentence() throws Exception {
        // the place for classes is full at once, where a small heap would be cleared again and again for minutes first
        Run run = run(List.of("-XX:MaxMetaspaceSize=32m"), Map.of("SCHULPAKT_HTTP_PORT", String.valueOf(freePort())), "demo");
        assertThat(run.ended()).isNotZero();
        assertThat(run.errors().lines().toList()).last().asString().contains("no memory left", "-Xmx").endsWith(".");
        assertThat(servers()).isEmpty();
    }

    @Test
    void real_data_and_the_demo_are_not_mixed() throws Exception {
        Map<String, String> settings = new HashMap<>(home("mixed", freePort()));
        Run production = run(settings);
        production.awaitOutput("There is no account yet");
        production.worker().destroyForcibly();
        production.ended();
        refuses(run(settings, "demo"), "holds real data", "demo");
    }

    @Test
    void a_file_that_is_no_whole_backup_is_refused() throws Exception {
        Path file = folder.resolve("half.sql.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("CREATE TABLE half (id INT);".getBytes(StandardCharsets.UTF_8));
        }
        refuses(run(Map.of(), "restore", file.toString()), "no whole backup");
        refuses(run(Map.of(), "restore", folder.resolve("missing").toString()), "cannot be read");
        refuses(run(Map.of(), "backup", folder.resolve("none").toString()), "no database", "SCHULPAKT_HOME");
    }

    @Test
    void a_busy_port_is_named() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
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
        refuses(run(Map.of("SCHULPAKT_HTTP_PORT", String.valueOf(freePort())), "demmo"), "demmo", "backup FILE");
        refuses(run(Map.of("SCHULPAKT_HTTP_PORT", String.valueOf(freePort())), "backup"), "backup");
    }
}
