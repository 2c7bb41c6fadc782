package de.schulpakt.platform.draft;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a person has typed into a form and not yet sent.
 *
 * @param fields what stands in each field, by its id in the form, e.g. {@code wishes:1:quantity}
 * @param keptAt when it was kept
 */
public record Draft(Map<String, String> fields, Instant keptAt) {

    /** From the row. */
    public Draft(String fields, Instant keptAt) {
        this(decode(fields), keptAt);
    }

    /** The text of a field, null if it is empty or not there. */
    public String text(String field) {
        String text = fields.get(field);
        return text == null || text.isBlank() ? null : text;
    }

    /** The whole number in a field, null if there is none. */
    public Long number(String field) {
        String text = text(field);
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream().map(f -> encode(f.getKey()) + "=" + encode(f.getValue())).collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> decode(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : text.split("&")) {
            int end = field.indexOf('=');
            if (end > 0) {
                fields.put(URLDecoder.decode(field.substring(0, end), StandardCharsets.UTF_8),
                        URLDecoder.decode(field.substring(end + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}
