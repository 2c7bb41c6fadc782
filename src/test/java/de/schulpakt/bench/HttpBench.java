package de.schulpakt.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints how many answers a second a running installation gives; figures, not a test. One device, a page of the device list
 * and the usage of the programme over REST, each after a warm-up, with as many connections as asked for.
 *
 * <pre>java src/test/java/de/schulpakt/bench/HttpBench.java http://localhost:8080 foerderung schulpakt 8 10</pre>
 */
public final class HttpBench {
    private static final int OK = 200;
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private final String base;
    private final int connections;
    private final int seconds;
    private String token;

    private HttpBench(String base, int connections, int seconds) {
        this.base = base;
        this.connections = connections;
        this.seconds = seconds;
    }

    /**
     * Address, login, password, connections, seconds.
     *
     * @param args all five
     */
    public static void main(String[] args) throws Exception {
        HttpBench bench = new HttpBench(args[0], Integer.parseInt(args[3]), Integer.parseInt(args[4]));
        bench.run(args[1], args[2]);
    }

    private void run(String login, String password) throws Exception {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest signIn = HttpRequest.newBuilder(URI.create(base + "/api/v1/tokens")).header("Content-Type", "application/json")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("{\"label\":\"bench\",\"days\":1}")).build();
        token = find(TOKEN, client.send(signIn, HttpResponse.BodyHandlers.ofString()).body());
        String list = client.send(ask("devices?size=30"), HttpResponse.BodyHandlers.ofString()).body();
        System.out.printf("%d processors, %d connections, %d s each, %s devices%n", Runtime.getRuntime().availableProcessors(),
                connections, seconds, find(TOTAL, list));
        System.out.printf("%-24s %10s %10s %10s%n", "what", "answers/s", "ms each", "bytes");
        measure("one device", "devices/" + find(ID, list));
        measure("page of 30 devices", "devices?size=30");
        measure("page of 30 requests", "requests?size=30");
        measure("usage of the programme", "overview/usage");
    }

    private void measure(String what, String path) throws Exception {
        load(path, Math.max(1, seconds / 2), new AtomicLong());
        AtomicLong bytes = new AtomicLong();
        long started = System.nanoTime();
        long answers = load(path, seconds, bytes);
        double took = (System.nanoTime() - started) / 1e9;
        System.out.printf("%-24s %10.0f %10.2f %10d%n", what, answers / took, connections * took * 1000 / answers, bytes.get() / answers);
    }

    private long load(String path, int duration, AtomicLong bytes) throws Exception {
        AtomicLong answers = new AtomicLong();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(duration);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        for (int i = 0; i < connections; i++) {
            threads.submit(() -> {
                // a client each, so that there are as many connections
                HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                while (System.nanoTime() < end) {
                    HttpResponse<byte[]> answer = client.send(ask(path), HttpResponse.BodyHandlers.ofByteArray());
                    if (answer.statusCode() != OK) {
                        throw new IOException(path + " answers " + answer.statusCode());
                    }
                    bytes.addAndGet(answer.body().length);
                    answers.incrementAndGet();
                }
                return null;
            });
        }
        threads.shutdown();
        if (!threads.awaitTermination(duration + 30L, TimeUnit.SECONDS) || answers.get() == 0) {
            throw new IllegalStateException("no answers from " + base + "/api/v1/" + path);
        }
        return answers.get();
    }

    private HttpRequest ask(String path) {
        return HttpRequest.newBuilder(URI.create(base + "/api/v1/" + path)).header("Authorization", "Bearer " + token).build();
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("unexpected answer: " + text);
        }
        return matcher.group(1);
    }
}
