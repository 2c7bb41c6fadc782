package de.schulpakt.install.tester;

import de.schulpakt.exchange.FactChange;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvRow;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.install.network.CableTests;
import de.schulpakt.install.network.UnitKind;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.inventory.oldstock.Days;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.text.Fold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rows of a tester's file, each beside its cable. */
final class TesterRows {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4}(?:[.,]\\d{1,3})?)\\s*(?:m|Meter)?");
    private static final Pattern CLASS = Pattern.compile("(?i)(?:class|klasse)\\s*(FA|EA|F|E|D)(?![a-z])|cat(?:egory|\\.)?\\s*(7a|6a|7|6|5e)(?![0-9a-z])|^(FA|EA|F|E|D)$");
    private static final Map<String, CableClass> CLASSES = Map.of("D", CableClass.D, "E", CableClass.E, "EA", CableClass.EA, "F", CableClass.F, "FA", CableClass.FA,
            "5E", CableClass.D, "6", CableClass.E, "6A", CableClass.EA, "7", CableClass.F, "7A", CableClass.FA);
    private static final Set<String> PASSED = Set.of("pass", "passed", "pass*", "ok", "bestanden", "i.o.", "io", "gut", "ja", "true");
    private static final Set<String> FAILED = Set.of("fail", "failed", "fail*", "nichtbestanden", "n.i.o.", "nio", "fehler", "nein", "false");

    private final CsvFile file;
    private final ImportSettings settings;
    private final LocalDate today;
    /** Cables of which rows are taken, null for all. */
    private final Set<Long> within;
    private final Map<String, List<CableTests.End>> byName = new HashMap<>();
    private final Map<TesterField, Integer> columns = new EnumMap<>(TesterField.class);

    TesterRows(CsvFile file, ImportSettings settings, LocalDate today, List<CableTests.End> ends) {
        this(file, settings, today, ends, null);
    }

    /** Of the cables that are named only; null for all. */
    TesterRows(CsvFile file, ImportSettings settings, LocalDate today, List<CableTests.End> ends, Set<Long> within) {
        this.within = within;
        this.file = file;
        this.settings = settings;
        this.today = today;
        for (CableTests.End end : ends) {
            name(end.label(), end);
            name(end.unit() + " / " + end.port(), end);
            if (end.kind() == UnitKind.SOCKET) {
                name(end.unit(), end);
            }
        }
        for (int i = 0; i < Math.min(settings.columns().size(), file.columns().size()); i++) {
            if (!settings.columns().get(i).isEmpty()) {
                columns.putIfAbsent(TesterField.valueOf(settings.columns().get(i)), i);
            }
        }
    }

    private void name(String called, CableTests.End end) {
        String key = key(called);
        if (key != null) {
            byName.computeIfAbsent(key, k -> new ArrayList<>()).add(end);
        }
    }

    /** Blanks beside strokes and colons count for nothing. */
    private static String key(String called) {
        return called == null ? null : Fold.key(called.replaceAll("\\s*[/:]\\s*", " / "));
    }

    ImportPlan plan(List<Finding> ofFile) {
        Map<Integer, List<Finding>> known = file.findingsByLine();
        Map<Long, CsvRow> last = last();
        List<ImportPlan.Row> rows = new ArrayList<>();
        for (CsvRow row : file.rows()) {
            rows.add(row(row, last, new ArrayList<>(known.getOrDefault(row.line(), List.of()))));
        }
        List<Finding> all = new ArrayList<>(file.findingsOfFile());
        all.addAll(ofFile);
        return ImportPlan.of(file, rows, all, settings.leavesOut());
    }

    /** The row that holds of each cable: that of the latest day; of one day the lowest. What cannot be read supersedes nothing. */
    private Map<Long, CsvRow> last() {
        Map<Long, CsvRow> last = new HashMap<>();
        Map<Long, LocalDate> days = new HashMap<>();
        for (CsvRow row : file.rows()) {
            List<Finding> findings = new ArrayList<>();
            CableTests.End cable = cable(row, text(row, TesterField.CABLE), findings);
            LocalDate day = day(row, findings);
            String result = text(row, TesterField.RESULT);
            if (cable == null || result == null || passed(result) == null || findings.stream().anyMatch(Finding::error)) {
                continue;
            }
            LocalDate at = day == null ? today : day;
            if (!at.isBefore(days.getOrDefault(cable.cableId(), at))) {
                days.put(cable.cableId(), at);
                last.put(cable.cableId(), row);
            }
        }
        return last;
    }

    private ImportPlan.Row row(CsvRow row, Map<Long, CsvRow> last, List<Finding> findings) {
        String called = text(row, TesterField.CABLE);
        CableTests.End cable = cable(row, called, findings);
        String result = text(row, TesterField.RESULT);
        Boolean passed = result == null ? null : passed(result);
        if (passed == null) {
            findings.add(Finding.error(row.line(), "RESULT", result, "tester.result"));
        }
        LocalDate day = day(row, findings);
        BigDecimal length = length(row, findings);
        CableClass as = as(row, findings);
        String shown = called == null ? "" : called;
        if (cable == null || passed == null || findings.stream().anyMatch(Finding::error)) {
            return new ImportPlan.Row(row.line(), Outcome.WRONG, shown, "", null, List.of(), findings, null);
        }
        String place = cable.unit() + " / " + cable.port() + (cable.room() == null ? "" : " (" + cable.room() + ")");
        if (!row.equals(last.get(cable.cableId()))) {
            findings.add(Finding.warning(row.line(), "CABLE", called, "tester.twice"));
            return new ImportPlan.Row(row.line(), Outcome.SAME, shown, place, null, List.of(), findings, null);
        }
        LocalDate before = cable.measuredAt() == null ? null : Clock.day(cable.measuredAt());
        LocalDate at = day == null ? today : day;
        if (before != null && before.isAfter(at)) {
            findings.add(Finding.warning(row.line(), "DAY", at.toString(), "tester.older", before));
            return new ImportPlan.Row(row.line(), Outcome.SAME, shown, place, null, List.of(), findings, null);
        }
        boolean same = passed.equals(cable.passed()) && at.equals(before) && (as == null || as == cable.cableClass())
                && (length == null || cable.lengthM() != null && length.compareTo(cable.lengthM()) == 0);
        List<FactChange> changes = new ArrayList<>();
        if (!Objects.equals(before, at)) {
            changes.add(new FactChange("tested", before, at));
        }
        if (length != null && (cable.lengthM() == null || length.compareTo(cable.lengthM()) != 0)) {
            changes.add(new FactChange("length", cable.lengthM(), length));
        }
        return new ImportPlan.Row(row.line(), same ? Outcome.SAME : cable.passed() == null ? Outcome.NEW : Outcome.CHANGED, shown, place, null, changes, findings,
                same ? null : new CableTests.Tested(cable.cableId(), as, length, passed, at));
    }

    /** The cable that is meant; of several that of the room. */
    private CableTests.End cable(CsvRow row, String called, List<Finding> findings) {
        List<CableTests.End> found = called == null ? List.of() : byName.getOrDefault(String.valueOf(key(called)), List.of());
        if (within != null && !found.isEmpty()) {
            List<CableTests.End> here = found.stream().filter(end -> within.contains(end.cableId())).toList();
            if (here.isEmpty()) {
                findings.add(Finding.error(row.line(), "CABLE", called, "tester.other_room", found.stream().map(end -> end.room() == null ? end.unit() : end.room())
                        .collect(Collectors.toCollection(TreeSet::new)).stream().limit(5).collect(Collectors.joining(", "))));
                return null;
            }
            found = here;
        }
        String room = text(row, TesterField.ROOM);
        if (room != null && cables(found) > 1) {
            found = found.stream().filter(end -> Objects.equals(Fold.key(room), Fold.key(end.room()))).toList();
        }
        if (cables(found) == 1) {
            return found.get(0);
        }
        findings.add(found.isEmpty() ? Finding.error(row.line(), "CABLE", called, called == null ? "tester.no_cable" : "tester.unknown")
                : Finding.error(row.line(), "CABLE", called, "tester.several", found.stream().map(end -> end.room() == null ? end.unit() : end.room())
                        .collect(Collectors.toCollection(TreeSet::new)).stream().limit(5).collect(Collectors.joining(", "))));
        return null;
    }

    private static long cables(List<CableTests.End> ends) {
        return ends.stream().map(CableTests.End::cableId).distinct().count();
    }

    private LocalDate day(CsvRow row, List<Finding> findings) {
        String typed = text(row, TesterField.DAY);
        LocalDate day = typed == null ? null : Days.of(typed);
        if (typed != null && (day == null || day.isAfter(today))) {
            findings.add(Finding.error(row.line(), "DAY", typed, "tester.day"));
        }
        return day;
    }

    private BigDecimal length(CsvRow row, List<Finding> findings) {
        String typed = text(row, TesterField.LENGTH);
        Matcher number = NUMBER.matcher(typed == null ? "" : typed);
        BigDecimal length = number.matches() ? new BigDecimal(number.group(1).replace(',', '.')).setScale(1, RoundingMode.HALF_UP) : null;
        if (typed != null && (length == null || length.signum() == 0 || length.compareTo(BigDecimal.valueOf(2000)) > 0)) {
            findings.add(Finding.warning(row.line(), "LENGTH", typed, "tester.length"));
            return null;
        }
        return length;
    }

    private CableClass as(CsvRow row, List<Finding> findings) {
        String typed = text(row, TesterField.LIMIT);
        Matcher named = CLASS.matcher(typed == null ? "" : typed.strip());
        if (typed == null || named.find()) {
            String found = typed == null ? null : named.group(1) != null ? named.group(1) : named.group(2) != null ? named.group(2) : named.group(3);
            return found == null ? null : CLASSES.get(found.toUpperCase(Locale.ROOT));
        }
        findings.add(Finding.warning(row.line(), "LIMIT", typed, "tester.limit"));
        return null;
    }

    /** What a word of a tester says, null for nothing. */
    static Boolean passed(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        return PASSED.contains(plain) ? Boolean.TRUE : FAILED.contains(plain) ? Boolean.FALSE : null;
    }

    private String text(CsvRow row, TesterField field) {
        return columns.containsKey(field) ? Fold.text(row.value(columns.get(field))) : null;
    }
}
