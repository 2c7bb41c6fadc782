package de.schulpakt.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The commands of {@code config/payara/server.asadmin} with the operator's settings in them. */
public final class PayaraSettings {

    private PayaraSettings() {
    }

    /**
     * The data source takes address, account and password of the database from {@code schulpakt.db.*} when it connects.
     *
     * @param address  of the interface on which the server listens
     * @param poolSize most connections to the database at once
     * @return one command a line, for Payara before it starts
     */
    public static List<String> commands(String address, int poolSize) {
        Map<String, String> values = new TreeMap<>(Map.of("http.address", address, "db.pool.size", String.valueOf(poolSize),
                "cores", String.valueOf(Runtime.getRuntime().availableProcessors())));
        for (String name : List.of("db.url", "db.user", "db.password")) {
            // Payara asks MicroProfile Config for it; a colon or an equals sign of its own would end the property
            values.put(name, "${MPCONFIG\\=schulpakt." + name + "}");
        }
        return text().lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> filled(line, values)).toList();
    }

    /**
     * @param url address of a database as the operator gives it
     * @return the same with what the pools expect of each connection, for {@code schulpakt.db.url}
     */
    public static String address(String url) {
        return new JdbcAddress(url).forPool();
    }

    private static String filled(String line, Map<String, String> values) {
        String result = line;
        for (Map.Entry<String, String> value : values.entrySet()) {
            result = result.replace("${" + value.getKey() + "}", value.getValue());
        }
        return result;
    }

    private static String text() {
        try (InputStream in = PayaraSettings.class.getResourceAsStream("server.asadmin")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StartFailure("The settings of the server in schulpakt.jar cannot be read: build it again.", e);
        }
    }
}
