package de.schulpakt.bench;

import de.schulpakt.launcher.BenchData;
import de.schulpakt.launcher.EmbeddedDatabase;
import de.schulpakt.launcher.Home;
import de.schulpakt.launcher.Migration;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
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
 * Prints how fast a large installation answers over HTTP; figures, not a test. For each size it fills a database of its own
 * with {@link BenchData}, starts Schulpakt on it, and measures with each number of connections: answers a second, the
 * median and the 95th percentile of their times, and how many statements the database saw for each. The client, the server
 * and the database share the machine. At the end all sizes stand side by side.
 *
 * <pre>
 * java -cp "target/schulpakt/schulpakt.jar:target/schulpakt/lib/*" src/test/java/de/schulpakt/bench/Bench.java \
 *     1000,100000,1000000 1,8,32 5
 * </pre>
 *
 * <p>Arguments: numbers of devices; numbers of connections; seconds for each figure; and, if only some are wanted, a part of
 * their names.
 */
public final class Bench {
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern VIEW_STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final int PIECES = 500;
    private static final int IMPORTED = 50_000;

    private final int devices;
    private final int port;
    private final String database;
    private final List<Integer> connections;
    private final int seconds;
    private final String only;
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    /** Name of a figure and connections, e.g. {@code device by id x8}, to its printed values. */
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    private record Figure(double perSecond, double p50, double p95, double statements, long bytes) {
    }

    /** One question or step, asked again and again over one connection. */
    private interface Op {
        int once(Http http) throws IOException;
    }

    private Bench(int devices, int port, String database, List<Integer> connections, int seconds, String only) {
        this.devices = devices;
        this.port = port;
        this.database = database;
        this.connections = connections;
        this.seconds = seconds;
        this.only = only;
    }

    /**
     * Sizes, connections, seconds, part of the names.
     *
     * @param args at least the first three
     * @throws Exception if anything does not answer as it must
     */
    public static void main(String[] args) throws Exception {
        List<Integer> sizes = numbers(args[0]);
        Map<Integer, Bench> runs = new LinkedHashMap<>();
        for (int size : sizes) {
            runs.put(size, run(size, numbers(args[1]), Integer.parseInt(args[2]), args.length > 3 ? args[3] : ""));
        }
        print(runs);
    }

    private static Bench run(int size, List<Integer> connections, int seconds, String only) throws Exception {
        Path folder = Path.of("target", "bench", String.valueOf(size)).toAbsolutePath();
        delete(folder);
        Files.createDirectories(folder);
        Instant begin = Instant.now();
        try (Home home = Home.open(folder.resolve("db"));
             EmbeddedDatabase database = EmbeddedDatabase.start(home, Path.of("target", "mariadb").toAbsolutePath())) {
            Migration.migrate(database.url(), database.user(), database.password());
            System.out.printf("%n== %,d devices, %d processors, Java %s%n", size, Runtime.getRuntime().availableProcessors(), Runtime.version());
            BenchData.fill(database.url(), database.user(), database.password(), size, 1, line -> System.out.println("   " + line));
            int port = freePort();
            Process server = server(folder, port, database);
            try {
                Bench bench = new Bench(size, port, database.url() + (database.url().contains("?") ? "&" : "?") + "user=" + database.user()
                        + "&password=" + database.password(), connections, seconds, only);
                bench.awaitReady(server);
                System.out.printf("   ready %d s after the first step, server %d MiB%n", Duration.between(begin, Instant.now()).toSeconds(), memory(server));
                bench.measure();
                System.out.printf("   at the end: server %d MiB%n", memory(server));
                return bench;
            } finally {
                server.destroy();
                server.waitFor(60, TimeUnit.SECONDS);
                server.destroyForcibly();
            }
        }
    }

    private static Process server(Path folder, int port, EmbeddedDatabase database) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                Path.of("target", "schulpakt", "schulpakt.jar").toString(), "demo");
        builder.environment().putAll(Map.of("SCHULPAKT_HOME", folder.resolve("home").toString(), "SCHULPAKT_HTTP_PORT", String.valueOf(port),
                "SCHULPAKT_DB_URL", database.url(), "SCHULPAKT_DB_USER", database.user(), "SCHULPAKT_DB_PASSWORD", database.password()));
        return builder.redirectErrorStream(true).redirectOutput(folder.resolve("server.log").toFile()).start();
    }

    private void awaitReady(Process server) throws Exception {
        Instant start = Instant.now();
        while (true) {
            try (Http http = new Http(port)) {
                if (http.get("/health/ready", "") == 200) {
                    System.out.printf("   server ready after %d s%n", Duration.between(start, Instant.now()).toSeconds());
                    return;
                }
            } catch (IOException e) {
                if (!server.isAlive()) {
                    throw new IllegalStateException("the server has ended: see its log in target/bench", e);
                }
            }
            Thread.sleep(200);
        }
    }

    private void measure() throws Exception {
        for (String who : List.of("foerderung", "schule", "technik", "revision", "admin", "einkauf")) {
            tokens.put(who, token(who));
            cookies.put(who, session(who));
        }
        reads();
        pages();
        writes();
        exports();
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
        read("deep page of devices", h -> h.get("/api/v1/devices?size=50&page=" + Math.max(1, devices / 50 / 2), bearer("technik")));
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
        page("school hub", "/school/school.xhtml?id=1", "schule");
        page("usage", "/overview/usage.xhtml", "foerderung");
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
        long statements = questions();
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
        put("take, start, measure a ticket x1", times, times.stream().mapToDouble(Double::doubleValue).sum() / 1000, questions() - statements, 0);
    }

    private void receive() throws Exception {
        List<Double> times = new ArrayList<>();
        long statements = 0;
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
                long before = questions();
                long from = System.nanoTime();
                step(h, "/api/v1/orders/" + order, "receive", ",\"deliveryNoteNo\":\"" + prefix + "\",\"receivedOn\":\"" + day + "\",\"invoiceNo\":\"" + prefix
                        + "\",\"invoicedOn\":\"" + day + "\",\"lines\":[{\"orderLineId\":" + orderLine.group(1) + ",\"serials\":[" + serials + "]}]", "einkauf");
                times.add((System.nanoTime() - from) / 1e6);
                statements += questions() - before;
            }
        }
        put("receive 500 tablets x1", times, times.stream().mapToDouble(Double::doubleValue).sum() / 1000, statements, 0);
    }

    private void exports() throws Exception {
        if (wanted("CSV of all devices")) {
            long statements = questions();
            long from = System.nanoTime();
            try (Http h = new Http(port)) {
                expect(h.get("/inventory/devices.csv", "Cookie: " + cookies.get("technik")), h);
                double ms = (System.nanoTime() - from) / 1e6;
                System.out.printf(Locale.ROOT, "   CSV of all devices: %,d bytes, %,d lines%n", h.length(), h.lines());
                put("CSV of all devices x1", List.of(ms), ms / 1000, questions() - statements, h.length());
            }
        }
        if (wanted("import of 50,000 schools")) {
            importSchools();
        }
    }

    private void importSchools() throws Exception {
        StringBuilder csv = new StringBuilder("Schulnummer;Schulname;Schulart;Straße;PLZ;Ort\n");
        for (int i = 0; i < IMPORTED; i++) {
            csv.append(700_000 + i).append(";Schule ").append(i).append(";Gymnasium;Weg ").append(i % 99 + 1).append(";56068;Koblenz\n");
        }
        try (Http h = new Http(port)) {
            long statements = questions();
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
            put("import of 50,000 schools x1", List.of(ms), ms / 1000, questions() - statements, csv.length());
        }
    }

    // -- asking

    private void page(String name, String path, String who) throws Exception {
        read(name, h -> h.get(path, "Cookie: " + cookies.get(who)));
    }

    private boolean wanted(String name) {
        return name.contains(only);
    }

    private void read(String name, Op op) throws Exception {
        if (!wanted(name)) {
            return;
        }
        for (int c : connections) {
            load(op, c, Math.max(1, seconds / 2), null, new AtomicLong());
            List<Double> times = new ArrayList<>();
            AtomicLong bytes = new AtomicLong();
            long before = questions();
            long from = System.nanoTime();
            load(op, c, seconds, times, bytes);
            put(name + " x" + c, times, (System.nanoTime() - from) / 1e9, questions() - before, bytes.get());
        }
    }

    private void load(Op op, int clients, int duration, List<Double> all, AtomicLong bytes) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(duration);
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
        if (!done.await(duration + 300L, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no answer for 300 s");
        }
        if (failed.get() != null) {
            throw new IllegalStateException(failed.get());
        }
    }

    private void put(String name, List<Double> times, double took, long statements, long bytes) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = Math.max(1, sorted.length);
        Figure figure = sorted.length == 0 ? new Figure(0, 0, 0, 0, 0) : new Figure(n / took, sorted[n / 2], sorted[Math.min(n - 1, n * 95 / 100)],
                (double) statements / n, bytes / n);
        figures.put(name, figure);
        System.out.printf(Locale.ROOT, "   %-34s %10.1f/s  p50 %9.2f ms  p95 %9.2f ms  %7.1f statements %,10d bytes%n", name, figure.perSecond, figure.p50, figure.p95,
                figure.statements, figure.bytes);
    }

    private static void expect(int status, Http http) throws IOException {
        if (status != 200 && status != 201) {
            throw new IOException("answer " + status + ": " + http.text().substring(0, Math.min(500, http.text().length())));
        }
    }

    private static void print(Map<Integer, Bench> runs) {
        System.out.printf("%n%-34s", "answers/s (p95 ms)");
        runs.keySet().forEach(size -> System.out.printf(Locale.ROOT, " %,22d", size));
        System.out.println();
        runs.values().stream().flatMap(b -> b.figures.keySet().stream()).distinct().forEach(name -> {
            System.out.printf("%-34s", name);
            runs.values().forEach(b -> {
                Figure f = b.figures.get(name);
                System.out.printf(Locale.ROOT, " %22s", f == null ? "-" : String.format(Locale.ROOT, "%.1f (%.1f)", f.perSecond, f.p95));
            });
            System.out.println();
        });
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

    private static long memory(Process server) throws IOException {
        Path status = Path.of("/proc", String.valueOf(server.pid()), "status");
        if (!Files.exists(status)) {
            return -1;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(l -> l.startsWith("VmRSS")).map(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024).findFirst().orElse(-1L);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
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
