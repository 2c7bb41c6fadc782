package de.schulpakt.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prints how fast a large installation answers over HTTP; figures, not a test. For each size it starts Schulpakt as an
 * operator would, with its own database in a folder of its own, filled by {@code bench-data} where it is empty, and measures
 * with each number of connections: answers a second, the median and the 95th percentile of their times, how many statements
 * the database saw for each, and how much of a processor server and database needed for one, which says the same on a machine
 * that others use too. Beside them stands bare SQL through the driver. Client, server and database share the machine. At the
 * end all sizes stand side by side, in Markdown.
 *
 * <pre>
 * java -cp "target/schulpakt/schulpakt.jar:target/schulpakt/lib/*" src/test/java/de/schulpakt/bench/Bench.java \
 *     1000,100000,1000000 1,8,32 5 .schulpakt/bench
 * </pre>
 *
 * <p>Arguments: numbers of devices; numbers of connections; seconds for each figure; the folder with a folder for each size;
 * and, if only some figures are wanted, parts of their names.
 */
public final class Bench {
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern VIEW_STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final int PIECES = 500;
    /** Of each figure before anything is measured: the optimising compiler begins late, and an installation at work is warm. */
    private static final int WARM_SECONDS = 4;
    private static final int IMPORTED = 50_000;

    private final int devices;
    private final int port;
    private final String database;
    private final List<Integer> connections;
    private final double seconds;
    private final List<String> only;
    private final ProcessHandle server;
    private boolean warming;
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    /** Name of a figure and connections, e.g. {@code device by id x8}, to its printed values. */
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    /**
     * @param serverMs   processor time of the server for one answer
     * @param databaseMs that of the database
     */
    private record Figure(double perSecond, double p50, double p95, double statements, long bytes, double serverMs, double databaseMs) {
    }

    /** Processor time in milliseconds, and statements, since the start. */
    private record Used(double serverMs, double databaseMs, long statements) {
    }

    /** One question or step, asked again and again over one connection. */
    private interface Op {
        int once(Http http) throws IOException;
    }

    private Bench(int devices, int port, String database, List<Integer> connections, double seconds, List<String> only, ProcessHandle server) {
        this.devices = devices;
        this.port = port;
        this.database = database;
        this.connections = connections;
        this.seconds = seconds;
        this.only = only;
        this.server = server;
    }

    /**
     * Sizes, connections, seconds, folder, parts of names.
     *
     * @param args at least the first four
     * @throws Exception if anything does not answer as it must
     */
    public static void main(String[] args) throws Exception {
        Map<Integer, Bench> runs = new LinkedHashMap<>();
        for (int size : numbers(args[0])) {
            runs.put(size, run(size, numbers(args[1]), Double.parseDouble(args[2]), Path.of(args[3]).toAbsolutePath(),
                    List.of(args).subList(4, args.length)));
        }
        print(runs);
    }

    private static Bench run(int size, List<Integer> connections, double seconds, Path folder, List<String> only) throws Exception {
        Path home = folder.resolve(String.valueOf(size));
        System.out.printf("%n== %,d devices, %d processors, Java %s%n", size, Runtime.getRuntime().availableProcessors(), Runtime.version());
        if (!Files.exists(home.resolve("db"))) {
            Process fill = start(home, 0, folder.resolve(size + "-fill.log"), "bench-data", String.valueOf(size), "1");
            if (fill.waitFor() != 0) {
                throw new IllegalStateException("bench-data has failed: see " + folder);
            }
        }
        int port = freePort();
        Instant begin = Instant.now();
        Process server = start(home, port, folder.resolve(size + ".log"), "demo");
        try {
            awaitReady(server, port, begin);
            String database = "jdbc:mariadb://127.0.0.1:" + Files.readString(home.resolve("db-port")).strip() + "/schulpakt?user=schulpakt&password="
                    + Files.readString(home.resolve("db-password")).strip();
            Bench bench = new Bench(size, port, database, connections, seconds, only, server.toHandle());
            bench.first("start", (double) Duration.between(begin, Instant.now()).toMillis());
            bench.memory("at the start");
            bench.measure();
            bench.memory("at the end");
            return bench;
        } finally {
            server.destroy();
            server.waitFor(90, TimeUnit.SECONDS);
            server.destroyForcibly();
        }
    }

    private static Process start(Path home, int port, Path log, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+ExitOnOutOfMemoryError",
                "-jar", Path.of("target", "schulpakt", "schulpakt.jar").toString()));
        command.addAll(List.of(words));
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Map.of("SCHULPAKT_HOME", home.toString(), "SCHULPAKT_HTTP_PORT", String.valueOf(port == 0 ? freePort() : port),
                "SCHULPAKT_MARIADB_DIR", Path.of("target", "mariadb").toAbsolutePath().toString()));
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static void awaitReady(Process server, int port, Instant begin) throws Exception {
        while (true) {
            try (Http http = new Http(port)) {
                if (http.get("/health/ready", "") == 200) {
                    System.out.printf("   server ready after %d s%n", Duration.between(begin, Instant.now()).toSeconds());
                    return;
                }
            } catch (IOException e) {
                if (!server.isAlive()) {
                    throw new IllegalStateException("the server has ended: see its log beside the folders", e);
                }
            }
            Thread.sleep(200);
        }
    }

    private void first(String name, double ms) {
        figures.put(name, new Figure(0, ms, ms, 0, 0, 0, 0));
    }

    private void memory(String when) throws IOException {
        Figure server = new Figure(0, 0, 0, 0, memory(this.server), 0, 0);
        Figure database = new Figure(0, 0, 0, 0, memory(database()), 0, 0);
        figures.put("memory of the server " + when, server);
        figures.put("memory of the database " + when, database);
        System.out.printf("   %s: server %d MiB, database %d MiB%n", when, server.bytes, database.bytes);
    }

    private ProcessHandle database() {
        return server.descendants().filter(p -> p.info().command().orElse("").contains("mariadbd")).findFirst().orElse(server);
    }

    private Used used() throws Exception {
        return new Used(processor(server), processor(database()), questions());
    }

    /** User and system time of a process, in the hundredths of a second that Linux counts. */
    private static double processor(ProcessHandle process) throws IOException {
        Path stat = Path.of("/proc", String.valueOf(process.pid()), "stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String[] words = Files.readString(stat).replaceFirst("^.*\\) ", "").split(" ");
        return (Long.parseLong(words[11]) + Long.parseLong(words[12])) * 10.0;
    }

    private void measure() throws Exception {
        for (String who : List.of("foerderung", "schule", "technik", "revision", "admin", "einkauf")) {
            tokens.put(who, token(who));
            cookies.put(who, session(who));
        }
        // until the server is warm
        warming = true;
        reads();
        pages();
        warming = false;
        bareSql();
        reads();
        pages();
        writes();
        exports();
    }

    /** What the same rows cost without anything around them. */
    private void bareSql() throws Exception {
        long most = (devices + 199L) / 200 * 200;
        sql("bare SQL: device by id", "SELECT d.*, s.name, m.maker, m.name, r.name FROM device d JOIN school s ON s.id = d.school_id"
                + " JOIN device_model m ON m.id = d.model_id LEFT JOIN room r ON r.id = d.room_id WHERE d.id = ?", most);
        sql("bare SQL: list of 50 by school", "SELECT d.*, s.name, m.maker, m.name, r.name FROM device d JOIN school s ON s.id = d.school_id"
                + " JOIN device_model m ON m.id = d.model_id LEFT JOIN room r ON r.id = d.room_id WHERE d.school_id = ? ORDER BY d.id DESC LIMIT 50", most / 200);
    }

    private void sql(String name, String text, long most) throws Exception {
        ThreadLocal<PreparedStatement> statements = new ThreadLocal<>();
        read(name, h -> {
            try {
                if (statements.get() == null) {
                    statements.set(DriverManager.getConnection(database).prepareStatement(text));
                }
                statements.get().setLong(1, random(most));
                try (ResultSet rows = statements.get().executeQuery()) {
                    while (rows.next()) {
                        for (int column = rows.getMetaData().getColumnCount(); column > 0; column--) {
                            rows.getString(column);
                        }
                    }
                }
                return 200;
            } catch (SQLException e) {
                throw new IOException(e);
            }
        });
    }

    private void reads() throws Exception {
        long schools = (devices + 199L) / 200;
        read("device by id", h -> h.get("/api/v1/devices/" + random(schools * 200), bearer("technik")));
        read("list of 50 by school", h -> h.get("/api/v1/devices?size=50&school=" + random(schools), bearer("technik")));
        read("search by serial", h -> h.get("/api/v1/devices?text=" + serial(random(schools * 200)), bearer("technik")));
        read("search by inventory no", h -> h.get("/api/v1/devices?text=G-2026-" + String.format("%06d", random(schools * 200)), bearer("technik")));
        read("search by part of a no", h -> h.get("/api/v1/devices?text=" + serial(random(schools * 200)).substring(0, 9), bearer("technik")));
        read("search by name", h -> h.get("/api/v1/devices?text=Gymnasium+" + Http.encode("Güls"), bearer("technik")));
        read("top bar: any number", h -> h.get("/api/v1/overview/search?q=" + serial(random(schools * 200)), bearer("technik")));
        read("ticket by id", h -> h.get("/api/v1/tickets/" + random(schools * 100), bearer("technik")));
        read("request by id", h -> h.get("/api/v1/requests/" + random(60), bearer("foerderung")));
        read("usage (REST)", h -> h.get("/api/v1/overview/usage", bearer("foerderung")));
        read("deep page of devices", h -> h.get("/api/v1/devices?size=50&page=" + Math.max(1, Math.min(200, devices / 50 / 2)), bearer("technik")));
        read("devices behind the middle", h -> h.get("/api/v1/devices?size=50&after=" + devices / 2, bearer("technik")));
    }

    private void pages() throws Exception {
        page("home: officer", "/index.xhtml", "foerderung");
        page("home: school", "/index.xhtml", "schule");
        page("home: technician", "/index.xhtml", "technik");
        page("home: auditor", "/index.xhtml", "revision");
        page("home: administrator", "/index.xhtml", "admin");
        page("list: schools", "/school/schools.xhtml", "technik");
        page("list: requests", "/procurement/requests.xhtml", "foerderung");
        page("list: orders", "/procurement/orders.xhtml", "foerderung");
        page("list: devices", "/inventory/devices.xhtml", "technik");
        page("list: tickets", "/install/tickets.xhtml", "technik");
        page("list: applications", "/funding/funding.xhtml", "foerderung");
        page("list: budgets", "/funding/budgets.xhtml", "foerderung");
        page("list: postings", "/overview/postings.xhtml", "foerderung");
        page("list: catalogue", "/procurement/catalogue.xhtml", "foerderung");
        page("list: device models", "/inventory/device-models.xhtml", "foerderung");
        page("list: programmes", "/funding/programmes.xhtml", "foerderung");
        page("list: users", "/identity/users.xhtml", "admin");
        page("list: jobs", "/job/runs.xhtml", "admin");
        page("list: devices by school", "/inventory/devices.xhtml?sort=school", "technik");
        page("list: devices by a word", "/inventory/devices.xhtml?text=Gymnasium", "revision");
        page("list: tickets by a word", "/install/tickets.xhtml?text=Access", "revision");
        page("school hub", "/school/school.xhtml?id=1", "schule");
        page("usage", "/overview/usage.xhtml", "foerderung");
        page("usage of all authorities", "/overview/usage.xhtml", "revision");
        page("technician's day", "/install/today.xhtml", "technik");
        page("a device", "/inventory/device.xhtml?id=" + 3, "technik");
    }

    private void writes() throws Exception {
        AtomicLong created = new AtomicLong();
        read("create a request", h -> {
            created.incrementAndGet();
            return h.post("/api/v1/requests", wish(1), bearer("schule"));
        });
        read("create, submit, approve", h -> {
            long id = created(h, "/api/v1/requests", wish(1), "schule");
            step(h, "/api/v1/requests/" + id, "submit", "", "schule");
            return step(h, "/api/v1/requests/" + id, "approve", "", "foerderung");
        });
        tickets();
        if (wanted("receive 500 tablets")) {
            receive();
        }
    }

    private void tickets() throws Exception {
        if (!wanted("take, start, measure a ticket")) {
            return;
        }
        List<Long> open = new ArrayList<>();
        try (Connection c = DriverManager.getConnection(database); ResultSet rows = c.createStatement().executeQuery(
                "SELECT id FROM ticket WHERE state = 'OPEN' ORDER BY id LIMIT 300")) {
            while (rows.next()) {
                open.add(rows.getLong(1));
            }
        }
        List<Double> times = new ArrayList<>();
        Used before = used();
        try (Http h = new Http(port)) {
            for (long id : open) {
                long from = System.nanoTime();
                String path = "/api/v1/tickets/" + id;
                step(h, path, "take", "", "technik");
                step(h, path, "start", "", "technik");
                step(h, path, "measure", ",\"roomId\":" + ((id - 1) / 100 * 30 + 1) + ",\"socket\":\"1.01-1\",\"switchPort\":\"EV1-SW1 / 7\",\"cableClass\":\"EA\",\"passed\":true",
                        "technik");
                times.add((System.nanoTime() - from) / 1e6);
            }
        }
        put("take, start, measure a ticket x1", times, times.stream().mapToDouble(Double::doubleValue).sum() / 1000, before, 0);
    }

    private void receive() throws Exception {
        List<Double> times = new ArrayList<>();
        Used before = null;
        for (int round = 0; round < 3; round++) {
            try (Http h = new Http(port)) {
                long id = created(h, "/api/v1/requests", wish(PIECES), "schule");
                step(h, "/api/v1/requests/" + id, "submit", "", "schule");
                step(h, "/api/v1/requests/" + id, "approve", "", "foerderung");
                h.get("/api/v1/requests/" + id, bearer("foerderung"));
                Matcher line = Pattern.compile("\"id\":(\\d+),\"lineNo\"").matcher(h.text());
                line.find();
                long order = created(h, "/api/v1/orders", "{\"supplierId\":1,\"awardReference\":\"Rahmenvertrag\",\"requestItemIds\":[" + line.group(1) + "]}", "foerderung");
                h.get("/api/v1/orders/" + order, bearer("foerderung"));
                Matcher orderLine = Pattern.compile("\"lines\":\\[\\{\"id\":(\\d+)").matcher(h.text());
                orderLine.find();
                String prefix = "R" + round + "X" + System.nanoTime() % 1_000_000;
                String serials = IntStream.range(0, PIECES).mapToObj(i -> "\"" + prefix + i + "\"").collect(Collectors.joining(","));
                String day = java.time.LocalDate.now(java.time.ZoneOffset.UTC).toString();
                before = before == null ? used() : before;
                long from = System.nanoTime();
                step(h, "/api/v1/orders/" + order, "receive", ",\"deliveryNoteNo\":\"" + prefix + "\",\"receivedOn\":\"" + day + "\",\"invoiceNo\":\"" + prefix
                        + "\",\"invoicedOn\":\"" + day + "\",\"lines\":[{\"orderLineId\":" + orderLine.group(1) + ",\"serials\":[" + serials + "]}]", "einkauf");
                times.add((System.nanoTime() - from) / 1e6);
            }
        }
        put("receive 500 tablets x1", times, times.stream().mapToDouble(Double::doubleValue).sum() / 1000, before, 0);
    }

    private void exports() throws Exception {
        if (wanted("CSV of all devices")) {
            Used before = used();
            long from = System.nanoTime();
            try (Http h = new Http(port)) {
                expect(h.get("/inventory/devices.csv", "Cookie: " + cookies.get("technik")), h);
                double ms = (System.nanoTime() - from) / 1e6;
                System.out.printf(Locale.ROOT, "   CSV of all devices: %,d bytes, %,d lines%n", h.length(), h.lines());
                put("CSV of all devices x1", List.of(ms), ms / 1000, before, h.length());
            }
        }
        if (wanted("labels of all devices")) {
            labels();
        }
        if (wanted("import of 50,000 schools")) {
            importSchools();
        }
    }

    /** Labels of all devices, made in the background and fetched part after part. */
    private void labels() throws Exception {
        try (Http h = new Http(port)) {
            Used before = used();
            long from = System.nanoTime();
            int status = h.post("/api/v1/labels/jobs?of=devices", "", bearer("technik"));
            if (status >= 300) {
                System.out.println("   labels: " + status + " " + h.text());
                return;
            }
            String id = find(ID, h.text());
            do {
                Thread.sleep(100);
                h.get("/api/v1/labels/jobs/" + id, bearer("technik"));
            } while (h.text().contains("\"state\":\"RUNNING\""));
            double ms = (System.nanoTime() - from) / 1e6;
            String made = h.text();
            long bytes = 0;
            int parts = made.split("\"no\":", -1).length - 1;
            for (int no = 1; no <= parts; no++) {
                expect(h.get("/api/v1/labels/jobs/" + id + "/parts/" + no, bearer("technik")), h);
                bytes += h.length();
            }
            System.out.printf(Locale.ROOT, "   labels: %d parts, %,d bytes, made after %.0f ms, fetched after %.0f ms: %s%n", parts, bytes, ms, (System.nanoTime() - from) / 1e6,
                    made.substring(0, Math.min(160, made.length())));
            put("labels of all devices x1", List.of(ms), ms / 1000, before, bytes);
        }
    }

    private void importSchools() throws Exception {
        StringBuilder csv = new StringBuilder("Schulnummer;Schulname;Schulart;Straße;PLZ;Ort\n");
        for (int i = 0; i < IMPORTED; i++) {
            csv.append(700_000 + i).append(";Schule ").append(i).append(";Gymnasium;Weg ").append(i % 99 + 1).append(";56068;Koblenz\n");
        }
        try (Http h = new Http(port)) {
            Used before = used();
            long from = System.nanoTime();
            int status = h.send("POST", "/api/v1/school-imports?fileName=bench.csv&state=RP", csv.toString().getBytes(StandardCharsets.UTF_8), "text/csv", bearer("admin"));
            if (status >= 300) {
                System.out.println("   import: " + status + " " + h.text());
                return;
            }
            String id = find(ID, h.text());
            double read = (System.nanoTime() - from) / 1e6;
            h.get("/api/v1/school-imports/" + id, bearer("admin"));
            h.post("/api/v1/school-imports/" + id + "/run", "{\"version\":" + find(VERSION, h.text()) + "}", bearer("admin"));
            while (true) {
                h.get("/api/v1/school-imports/" + id + "/progress", bearer("admin"));
                if (!h.text().contains("\"state\":\"RUNNING\"")) {
                    break;
                }
                Thread.sleep(100);
            }
            double ms = (System.nanoTime() - from) / 1e6;
            System.out.printf(Locale.ROOT, "   import: taken in after %.0f ms, ended after %.0f ms%n", read, ms);
            put("import of 50,000 schools x1", List.of(ms), ms / 1000, before, csv.length());
        }
    }

    // -- asking

    private void page(String name, String path, String who) throws Exception {
        read(name, h -> h.get(path, "Cookie: " + cookies.get(who)));
    }

    private boolean wanted(String name) {
        return only.isEmpty() || only.stream().anyMatch(name::contains);
    }

    private void read(String name, Op op) throws Exception {
        if (!wanted(name)) {
            return;
        }
        if (warming) {
            load(op, 8, Math.max(WARM_SECONDS, seconds), null, new AtomicLong());
            return;
        }
        for (int c : connections) {
            load(op, c, seconds / 4, null, new AtomicLong());
            List<Double> times = new ArrayList<>();
            AtomicLong bytes = new AtomicLong();
            Used before = used();
            long from = System.nanoTime();
            load(op, c, seconds, times, bytes);
            put(name + " x" + c, times, (System.nanoTime() - from) / 1e9, before, bytes.get());
        }
    }

    private void load(Op op, int clients, double duration, List<Double> all, AtomicLong bytes) throws Exception {
        long end = System.nanoTime() + (long) (duration * 1e9);
        AtomicReference<Throwable> failed = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(clients);
        for (int i = 0; i < clients; i++) {
            new Thread(() -> {
                List<Double> mine = new ArrayList<>();
                try (Http http = new Http(port)) {
                    while (System.nanoTime() < end && failed.get() == null) {
                        long from = System.nanoTime();
                        expect(op.once(http), http);
                        mine.add((System.nanoTime() - from) / 1e6);
                        bytes.addAndGet(http.length());
                    }
                } catch (Throwable e) {
                    failed.compareAndSet(null, e);
                } finally {
                    if (all != null) {
                        synchronized (all) {
                            all.addAll(mine);
                        }
                    }
                    done.countDown();
                }
            }).start();
        }
        if (!done.await((long) duration + 300L, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no answer for 300 s");
        }
        if (failed.get() != null) {
            throw new IllegalStateException(failed.get());
        }
    }

    private void put(String name, List<Double> times, double took, Used before, long bytes) throws Exception {
        Used after = used();
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = Math.max(1, sorted.length);
        Figure figure = sorted.length == 0 ? new Figure(0, 0, 0, 0, 0, 0, 0) : new Figure(n / took, sorted[n / 2], sorted[Math.min(n - 1, n * 95 / 100)],
                (double) (after.statements - before.statements) / n, bytes / n, (after.serverMs - before.serverMs) / n, (after.databaseMs - before.databaseMs) / n);
        figures.put(name, figure);
        System.out.printf(Locale.ROOT, "   %-34s %10.1f/s  p50 %9.2f ms  p95 %9.2f ms  %7.1f statements  processor %8.2f + %8.2f ms %,10d bytes%n", name, figure.perSecond,
                figure.p50, figure.p95, figure.statements, figure.serverMs, figure.databaseMs, figure.bytes);
    }

    private static void expect(int status, Http http) throws IOException {
        if (status != 200 && status != 201) {
            throw new IOException("answer " + status + ": " + http.text().substring(0, Math.min(500, http.text().length())));
        }
    }

    private static void print(Map<Integer, Bench> runs) {
        System.out.printf("%nanswers a second (median / 95th percentile in ms; processor time of server + database in ms for one answer; statements)%n%n| |");
        runs.keySet().forEach(size -> System.out.printf(Locale.ROOT, " %,d devices |", size));
        System.out.printf("%n|---|%s%n", "---:|".repeat(runs.size()));
        runs.values().stream().flatMap(b -> b.figures.keySet().stream()).distinct().forEach(name -> {
            System.out.printf("| %s |", name);
            runs.values().forEach(b -> System.out.printf(" %s |", cell(b.figures.get(name))));
            System.out.println();
        });
    }

    private static String cell(Figure f) {
        if (f == null) {
            return "-";
        }
        if (f.perSecond == 0) {
            return f.bytes > 0 ? String.format(Locale.ROOT, "%,d MiB", f.bytes) : String.format(Locale.ROOT, "%.1f s", f.p50 / 1000);
        }
        return f.p50 > 1000 ? String.format(Locale.ROOT, "%.1f s (%.0f)", f.p50 / 1000, f.statements)
                : String.format(Locale.ROOT, f.perSecond < 10 ? "%.1f (%.1f / %.1f; %.1f + %.1f; %.0f)" : "%,.0f (%.1f / %.1f; %.1f + %.1f; %.0f)", f.perSecond, f.p50, f.p95,
                        f.serverMs, f.databaseMs, f.statements);
    }

    // -- what is asked

    private String wish(int pieces) {
        return "{\"schoolId\":1,\"title\":\"Tablets\",\"reason\":\"Messung\",\"lines\":[{\"itemId\":1,\"roomId\":" + random(30) + ",\"quantity\":" + pieces + "}]}";
    }

    private long created(Http h, String path, String json, String who) throws IOException {
        expect(h.post(path, json, bearer(who)), h);
        return Long.parseLong(find(ID, h.text()));
    }

    /** A step with the version that stands there now. */
    private int step(Http h, String path, String action, String more, String who) throws IOException {
        expect(h.get(path, bearer(who)), h);
        int status = h.post(path + "/" + action, "{\"version\":" + find(VERSION, h.text()) + more + "}", bearer(who));
        expect(status, h);
        return status;
    }

    private String serial(long device) {
        String digits = Long.toString(device * 7919 + 1, 36).toUpperCase(Locale.ROOT);
        return ((device - 1) % 4 < 2 ? "DMQ" : "LXC") + "0".repeat(9 - digits.length()) + digits;
    }

    private static long random(long bound) {
        return ThreadLocalRandom.current().nextLong(bound) + 1;
    }

    private String bearer(String who) {
        return "Authorization: Bearer " + tokens.get(who);
    }

    private String token(String who) throws IOException {
        try (Http h = new Http(port)) {
            expect(h.post("/api/v1/tokens", "{\"label\":\"bench\",\"days\":1}", "Authorization: Basic "
                    + Base64.getEncoder().encodeToString((who + ":schulpakt").getBytes(StandardCharsets.UTF_8))), h);
            return find(TOKEN, h.text());
        }
    }

    private String session(String who) throws IOException {
        try (Http h = new Http(port)) {
            h.get("/login.xhtml", "");
            Matcher state = VIEW_STATE.matcher(h.text());
            String form = "enter=enter&enter:login=" + who + "&enter:password=schulpakt&enter:next=&enter:go=x&jakarta.faces.ViewState="
                    + (state.find() ? Http.encode(state.group(1)) : "stateless");
            int status = h.send("POST", "/login.xhtml", form.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded",
                    "Origin: http://localhost:" + port + (h.cookie() == null ? "" : "\r\nCookie: " + h.cookie()));
            if (status != 302 || h.cookie() == null) {
                throw new IOException("sign-in of " + who + " answers " + status);
            }
            return h.cookie();
        }
    }

    private long questions() throws Exception {
        try (Connection c = DriverManager.getConnection(database); PreparedStatement s = c.prepareStatement(
                "SELECT SUM(VARIABLE_VALUE) FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME IN ('COM_SELECT', 'COM_INSERT', 'COM_UPDATE', 'COM_DELETE')");
             ResultSet rows = s.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("unexpected answer: " + text.substring(0, Math.min(500, text.length())));
        }
        return matcher.group(1);
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static long memory(ProcessHandle process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return -1;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(l -> l.startsWith("VmRSS")).map(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024).findFirst().orElse(-1L);
        }
    }

    /** One connection that stays open; the least that HTTP/1.1 needs, so that the client takes little of the machine. */
    private static final class Http implements AutoCloseable {
        private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        private final int port;
        private Socket socket;
        private InputStream in;
        private OutputStream out;
        private byte[] body = new byte[0];
        private final Map<String, String> cookies = new LinkedHashMap<>();

        Http(int port) throws IOException {
            this.port = port;
            connect();
        }

        private void connect() throws IOException {
            socket = new Socket("localhost", port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 65536);
            out = socket.getOutputStream();
        }

        static String encode(String text) {
            return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        int get(String path, String header) throws IOException {
            return send("GET", path, null, null, header);
        }

        int post(String path, String json, String header) throws IOException {
            return send("POST", path, json.getBytes(StandardCharsets.UTF_8), "application/json", header);
        }

        int send(String method, String path, byte[] content, String type, String header) throws IOException {
            StringBuilder head = new StringBuilder(256).append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost:").append(port).append("\r\n");
            if (!header.isEmpty()) {
                head.append(header).append("\r\n");
            }
            if (content != null) {
                head.append("Content-Type: ").append(type).append("\r\nContent-Length: ").append(content.length).append("\r\n");
            }
            byte[] headBytes = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream all = new ByteArrayOutputStream(headBytes.length + (content == null ? 0 : content.length));
            all.write(headBytes);
            if (content != null) {
                all.write(content);
            }
            out.write(all.toByteArray());
            out.flush();
            return receive();
        }

        private int receive() throws IOException {
            String head = head();
            int status = Integer.parseInt(head.substring(9, 12));
            String lower = head.toLowerCase(Locale.ROOT);
            int set = lower.indexOf("\r\nset-cookie: ");
            while (set >= 0) {
                String value = head.substring(set + 14, head.indexOf("\r\n", set + 2)).split(";")[0];
                cookies.put(value.substring(0, value.indexOf('=')), value);
                set = lower.indexOf("\r\nset-cookie: ", set + 2);
            }
            if (lower.contains("transfer-encoding: chunked")) {
                body = chunks();
            } else {
                int at = lower.indexOf("\r\ncontent-length: ");
                body = at < 0 ? new byte[0] : in.readNBytes(Integer.parseInt(head.substring(at + 18, head.indexOf("\r\n", at + 2)).strip()));
            }
            if (lower.contains("connection: close")) {
                socket.close();
                connect();
            }
            return status;
        }

        private String head() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
            int matched = 0;
            while (matched < END.length) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("the server has closed the connection");
                }
                bytes.write(next);
                matched = next == END[matched] ? matched + 1 : next == END[0] ? 1 : 0;
            }
            return bytes.toString(StandardCharsets.ISO_8859_1);
        }

        private byte[] chunks() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(16384);
            while (true) {
                int size = Integer.parseInt(line().split(";")[0].strip(), 16);
                bytes.write(in.readNBytes(size));
                line();
                if (size == 0) {
                    return bytes.toByteArray();
                }
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            int next = in.read();
            while (next != '\n') {
                if (next < 0) {
                    throw new IOException("the server has closed the connection");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
                next = in.read();
            }
            return line.toString();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        int length() {
            return body.length;
        }

        long lines() {
            long lines = 0;
            for (byte b : body) {
                lines += b == '\n' ? 1 : 0;
            }
            return lines;
        }

        String cookie() {
            return cookies.isEmpty() ? null : String.join("; ", cookies.values());
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
