package de.schulpakt.exchange.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks for quotes that are not closed or not doubled: the reader itself would swallow the following lines in silence. One
 * walk through the text, whatever stands in it.
 */
final class CsvQuotes {
    private static final int SHOWN = 81;
    private static final int MOST = 2 * CsvFile.MOST_ROWS;

    private CsvQuotes() {
    }

    /** The errors in the order of their lines. */
    static List<Finding> check(String text, char delimiter) {
        List<Finding> found = new ArrayList<>();
        int line = 1;
        int opened = 0;
        boolean quoted = false;
        boolean start = true;
        for (int i = 0; i < text.length() && found.size() < MOST; i++) {
            char c = text.charAt(i);
            boolean lineEnd = c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (quoted && c == '"') {
                char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
                if (next == '"') {
                    i++;
                } else {
                    quoted = false;
                    if (next != delimiter && next != '\n' && next != '\r') {
                        found.add(Finding.error(line, null, rest(text, i + 1), "csv.after_quote"));
                    }
                }
            } else if (start && c == '"') {
                quoted = true;
                opened = line;
            }
            start = !quoted && (c == delimiter || lineEnd);
            line += lineEnd ? 1 : 0;
        }
        if (quoted) {
            found.add(Finding.error(opened, null, null, "csv.open_quote", String.valueOf(opened)));
        }
        return found;
    }

    private static String rest(String text, int from) {
        int end = from;
        while (end < text.length() && end < from + SHOWN && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.substring(from, end);
    }
}
