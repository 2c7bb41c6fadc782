package de.schulpakt.install.ready;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Placeholders of ready texts. */
final class ReadyFill {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final Map<String, String> KNOWN = Map.of("no", "no", "nr", "no", "school", "school", "schule", "school", "room", "room", "raum", "room",
            "date", "date", "datum", "date");

    private ReadyFill() {
    }

    /** The first word in braces that nothing fills. */
    static Optional<String> unknown(String text) {
        return BRACES.matcher(text).results().map(found -> found.group(1)).filter(word -> !KNOWN.containsKey(word)).findFirst();
    }

    /**
     * Fills the placeholders.
     *
     * @param values by {@code no}, {@code school}, {@code room} and {@code date}
     */
    static String fill(String text, Map<String, String> values) {
        return BRACES.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(KNOWN.getOrDefault(found.group(1), ""), found.group())));
    }
}
