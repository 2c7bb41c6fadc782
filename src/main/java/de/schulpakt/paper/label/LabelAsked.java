package de.schulpakt.paper.label;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was chosen, as it stands in an address. */
final class LabelAsked {
    private LabelAsked() {
    }

    static String write(Map<String, List<String>> asked) {
        return asked.entrySet().stream().filter(e -> !e.getKey().equals("id")).flatMap(e -> e.getValue().stream().map(v -> code(e.getKey()) + "=" + code(v)))
                .collect(Collectors.joining("&"));
    }

    static Map<String, List<String>> read(String kept) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (String pair : kept.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                asked.computeIfAbsent(decode(pair.substring(0, at)), k -> new ArrayList<>()).add(decode(pair.substring(at + 1)));
            }
        }
        return asked;
    }

    private static String code(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private static String decode(String word) {
        return URLDecoder.decode(word, StandardCharsets.UTF_8);
    }
}
