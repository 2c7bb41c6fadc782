package de.schulpakt.school.year;

import de.schulpakt.exchange.FactChange;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvRow;
import de.schulpakt.exchange.table.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an import of school years will do. Pure: it compares a file with what is stored and touches neither. */
final class YearRows {
    private static final Pattern YEAR = Pattern.compile("(?:SJ|Schuljahr)?\\s*(\\d{4})(?:\\s*[/-]\\s*(\\d{2}|\\d{4}))?", Pattern.CASE_INSENSITIVE);
    private static final int CENTURY = 100;

    private final CsvFile file;
    private final ImportSettings settings;
    private final Map<String, School> schools;
    private final Map<String, Stored> stored;
    private final int last;
    private final Map<String, Integer> firstLine = new HashMap<>();

    /** A school that the asker may describe; of several with one name the id is null. */
    record School(Long id, String name) {
    }

    /** What is stored of a school year. */
    record Stored(Long id, Long schoolId, Integer begins, Integer pupils, Integer teachers, Integer classes, Integer version) {
        String key() {
            return schoolId + ":" + begins;
        }
    }

    /** What a row says: of a year that is stored, or a new one. */
    record Wanted(Long schoolId, Stored before, SchoolYears.Numbers numbers) {
    }

    YearRows(CsvFile file, ImportSettings settings, Map<String, School> schools, Map<String, Stored> stored, int last) {
        this.file = file;
        this.settings = settings;
        this.schools = schools;
        this.stored = stored;
        this.last = last;
    }

    ImportPlan plan(String source) {
        Map<Integer, List<Finding>> byLine = file.findingsByLine();
        List<ImportPlan.Row> rows = new ArrayList<>();
        file.rows().stream().filter(row -> !row.isBlank()).forEach(row -> rows.add(row(row, new ArrayList<>(byLine.getOrDefault(row.line(), List.of())), source)));
        List<Finding> findings = new ArrayList<>(file.findingsOfFile());
        for (YearField field : YearField.values()) {
            if (field.required() && !settings.columns().contains(field.name())) {
                findings.add(Finding.error(null, null, null, "school_years.no_column", field));
            }
        }
        return ImportPlan.of(file, rows, findings, settings.leavesOut());
    }

    private ImportPlan.Row row(CsvRow row, List<Finding> findings, String source) {
        String named = value(row, YearField.SCHOOL);
        School school = schools.get(key(named));
        if (school == null || school.id() == null) {
            findings.add(Finding.error(row.line(), column(YearField.SCHOOL), named, school == null ? "school_years.school" : "school_years.school_several"));
        }
        Integer begins = year(value(row, YearField.YEAR));
        if (begins == null || begins < SchoolYears.FIRST || begins > last) {
            findings.add(Finding.error(row.line(), column(YearField.YEAR), value(row, YearField.YEAR), "school_years.year"));
        }
        Integer pupils = number(row, YearField.PUPILS, SchoolYears.MOST_PUPILS, findings);
        Integer teachers = number(row, YearField.TEACHERS, SchoolYears.MOST_TEACHERS, findings);
        Integer classes = number(row, YearField.CLASSES, SchoolYears.MOST_CLASSES, findings);
        if (pupils == null && teachers == null && classes == null && findings.stream().noneMatch(Finding::error)) {
            findings.add(Finding.error(row.line(), null, null, "school_years.nothing"));
        }
        if (findings.stream().anyMatch(Finding::error)) {
            return new ImportPlan.Row(row.line(), Outcome.WRONG, named, school == null ? "" : school.name(), null, List.of(), findings, null);
        }
        String key = school.id() + ":" + begins;
        Integer before = firstLine.putIfAbsent(key, row.line());
        if (before != null) {
            findings.add(Finding.error(row.line(), column(YearField.YEAR), value(row, YearField.YEAR), "school_years.twice", String.valueOf(before)));
            return new ImportPlan.Row(row.line(), Outcome.WRONG, SchoolYear.name(begins), school.name(), null, List.of(), findings, null);
        }
        Stored old = stored.get(key);
        // an empty cell says nothing: what is known stays
        SchoolYears.Numbers numbers = new SchoolYears.Numbers(begins, or(pupils, old == null ? null : old.pupils()), or(teachers, old == null ? null : old.teachers()),
                or(classes, old == null ? null : old.classes()), source);
        List<FactChange> changes = new ArrayList<>();
        change(changes, "school_year.pupils", old == null ? null : old.pupils(), numbers.pupils());
        change(changes, "school_year.teachers", old == null ? null : old.teachers(), numbers.teachers());
        change(changes, "school_year.classes", old == null ? null : old.classes(), numbers.classes());
        Outcome outcome = old == null ? Outcome.NEW : changes.isEmpty() ? Outcome.SAME : Outcome.CHANGED;
        return new ImportPlan.Row(row.line(), outcome, SchoolYear.name(begins), school.name(), old == null ? null : old.id(), changes, findings,
                outcome == Outcome.SAME ? null : new Wanted(school.id(), old, numbers));
    }

    private Integer number(CsvRow row, YearField field, int most, List<Finding> findings) {
        String text = value(row, field);
        Integer number = number(text);
        if (!text.isEmpty() && (number == null || number > most)) {
            findings.add(Finding.error(row.line(), column(field), text, "school_years.number", most));
            return null;
        }
        return number;
    }

    private static void change(List<FactChange> changes, String fact, Integer before, Integer after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FactChange(fact, before, after == null ? "" : after));
        }
    }

    private static Integer or(Integer one, Integer other) {
        return one == null ? other : one;
    }

    /** The calendar year in which a school year begins; null if the text is none, or its two years do not follow each other. */
    static Integer year(String text) {
        Matcher year = YEAR.matcher(text.strip());
        if (!year.matches()) {
            return null;
        }
        int begins = Integer.parseInt(year.group(1));
        return year.group(2) == null || Integer.parseInt(year.group(2)) % CENTURY == (begins + 1) % CENTURY
                && (year.group(2).length() == 2 || Integer.parseInt(year.group(2)) == begins + 1) ? begins : null;
    }

    /** A count as people write it: 642, 1.204 or 1 204. */
    static Integer number(String text) {
        String digits = text.strip();
        return digits.matches("\\d{1,6}") ? Integer.valueOf(digits)
                : digits.matches("\\d{1,3}([. \u00a0\u202f]\\d{3})") ? Integer.valueOf(digits.replaceAll("\\D", "")) : null;
    }

    private String value(CsvRow row, YearField field) {
        int at = settings.columns().indexOf(field.name());
        return at < 0 ? "" : row.value(at).strip();
    }

    private String column(YearField field) {
        int at = settings.columns().indexOf(field.name());
        return at < 0 || at >= file.columns().size() ? null : file.columns().get(at);
    }

    static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
