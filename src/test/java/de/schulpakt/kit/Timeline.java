package de.schulpakt.kit;

import de.schulpakt.platform.history.HistoryEntry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Timelines as somebody reads them. */
public final class Timeline {
    private Timeline() {
    }

    /** What a line says beside its action: the facts in the language, then the words of the person. */
    public static String told(HistoryEntry line, Locale locale) {
        return Stream.concat(line.facts().stream().map(f -> f.told(locale)), Stream.ofNullable(line.note()))
                .collect(Collectors.joining(" "));
    }

    /** The same of all lines, in German. */
    public static List<String> told(List<HistoryEntry> lines) {
        return lines.stream().map(l -> told(l, Locale.GERMAN)).toList();
    }
}
