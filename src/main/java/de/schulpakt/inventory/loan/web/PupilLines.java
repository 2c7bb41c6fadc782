package de.schulpakt.inventory.loan.web;

import de.schulpakt.inventory.loan.ManyLoans;
import de.schulpakt.platform.text.Fold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A pasted list of pupils: name, class, number of the device and who signs, with tabs or semicolons between them; with commas where a first line names the
 * columns so. That line is left out, and so are empty ones.
 */
final class PupilLines {
    private static final Set<String> HEADS = Set.of("name", "sch\u00fcler", "sch\u00fclerin", "pupil", "student");
    private static final int GUARDIAN = 3;
    private final List<String> raw = new ArrayList<>();
    private final List<ManyLoans.Line> lines = new ArrayList<>();

    private PupilLines() {
    }

    static PupilLines of(String text) {
        PupilLines all = new PupilLines();
        List<String> typed = (text == null ? "" : text).lines().filter(line -> !line.isBlank()).toList();
        if (typed.isEmpty()) {
            return all;
        }
        String between = text.contains("\t") ? "\t" : text.contains(";") ? ";" : head(typed.get(0), ",") ? "," : ";";
        typed.stream().skip(head(typed.get(0), between) ? 1 : 0).forEach(line -> {
            List<String> cells = Arrays.stream(line.split(between, -1)).map(PupilLines::plain).toList();
            all.raw.add(line);
            all.lines.add(new ManyLoans.Line(cells.get(0), cell(cells, 1), cell(cells, 2), cell(cells, GUARDIAN)));
        });
        return all;
    }

    private static boolean head(String line, String between) {
        String[] cells = line.split(between, -1);
        String first = Fold.key(plain(cells[0]));
        return first != null && HEADS.contains(first) && (cells.length > 1 || ";".equals(between));
    }

    private static String plain(String cell) {
        String text = cell.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1).strip() : text;
    }

    private static String cell(List<String> cells, int at) {
        return cells.size() <= at || cells.get(at).isEmpty() ? null : cells.get(at);
    }

    List<ManyLoans.Line> lines() {
        return lines;
    }

    /** A line as it was typed; the first is 1. */
    String typed(int line) {
        return raw.get(line - 1);
    }
}
