package de.schulpakt.school.building;

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
import java.util.function.Function;

/** What an import of facts of buildings will do. Pure: it compares a file with what is stored and touches neither. */
final class BuildingRows {
    private static final Map<String, Listed> LISTED = Map.of("ja", Listed.YES, "yes", Listed.YES, "x", Listed.YES, "j", Listed.YES, "nein", Listed.NO, "no", Listed.NO,
            "n", Listed.NO);
    private static final Map<String, Fibre> FIBRE = Map.of("ja", Fibre.CONNECTED, "yes", Fibre.CONNECTED, "vorhanden", Fibre.CONNECTED, "angeschlossen", Fibre.CONNECTED,
            "connected", Fibre.CONNECTED, "geplant", Fibre.PLANNED, "planned", Fibre.PLANNED, "nein", Fibre.NONE, "no", Fibre.NONE, "none", Fibre.NONE);
    private static final Map<String, Power> POWER = Map.of("ausreichend", Power.GOOD, "gut", Power.GOOD, "good", Power.GOOD, "ok", Power.GOOD, "knapp", Power.TIGHT,
            "tight", Power.TIGHT, "fehlt", Power.MISSING, "unzureichend", Power.MISSING, "nicht ausreichend", Power.MISSING, "missing", Power.MISSING);
    private final CsvFile file;
    private final ImportSettings settings;
    private final Map<String, Stored> known;
    private final int thisYear;
    private final Map<Long, Integer> firstLine = new HashMap<>();

    /** A building and what is stored of it; of several with one name the id is null. */
    record Stored(Long id, String school, String no, String name, Integer builtYear, Listed listed, Fibre fibre, Integer mbit, Power supply, Integer version) {
    }

    /** What a row says of a building. */
    record Wanted(Long buildingId, BuildingFacts.Describe facts) {
    }

    BuildingRows(CsvFile file, ImportSettings settings, Map<String, Stored> known, int thisYear) {
        this.file = file;
        this.settings = settings;
        this.known = known;
        this.thisYear = thisYear;
    }

    ImportPlan plan(String source) {
        Map<Integer, List<Finding>> byLine = file.findingsByLine();
        List<ImportPlan.Row> rows = new ArrayList<>();
        file.rows().stream().filter(row -> !row.isBlank()).forEach(row -> rows.add(row(row, new ArrayList<>(byLine.getOrDefault(row.line(), List.of())), source)));
        List<Finding> findings = new ArrayList<>(file.findingsOfFile());
        for (BuildingField field : BuildingField.values()) {
            if (field.required() && !settings.columns().contains(field.name())) {
                findings.add(Finding.error(null, null, null, "school_years.no_column", field));
            }
        }
        return ImportPlan.of(file, rows, findings, settings.leavesOut());
    }

    private ImportPlan.Row row(CsvRow row, List<Finding> findings, String source) {
        String school = value(row, BuildingField.SCHOOL);
        String name = value(row, BuildingField.BUILDING);
        Stored old = known.get(key(school, name));
        if (old == null || old.id() == null) {
            findings.add(Finding.error(row.line(), column(BuildingField.BUILDING), school + ", " + name, old == null ? "building_facts.building" : "building_facts.several"));
        }
        Integer year = read(row, BuildingField.YEAR, BuildingRows::number, findings);
        if (year != null && (year < BuildingFacts.OLDEST || year > thisYear)) {
            findings.add(Finding.error(row.line(), column(BuildingField.YEAR), String.valueOf(year), "building_facts.word", BuildingField.YEAR));
        }
        Listed listed = read(row, BuildingField.LISTED, BuildingRows::listed, findings);
        Fibre fibre = read(row, BuildingField.FIBRE, BuildingRows::fibre, findings);
        Integer mbit = read(row, BuildingField.SPEED, BuildingRows::number, findings);
        Power supply = read(row, BuildingField.POWER, BuildingRows::supply, findings);
        if (year == null && listed == null && fibre == null && mbit == null && supply == null && findings.stream().noneMatch(Finding::error)) {
            findings.add(Finding.error(row.line(), null, null, "building_facts.nothing"));
        }
        Integer before = old == null || old.id() == null ? null : firstLine.putIfAbsent(old.id(), row.line());
        if (before != null) {
            findings.add(Finding.error(row.line(), column(BuildingField.BUILDING), name, "building_facts.twice", String.valueOf(before)));
        }
        if (findings.stream().anyMatch(Finding::error)) {
            return new ImportPlan.Row(row.line(), Outcome.WRONG, name, school, null, List.of(), findings, null);
        }
        // an empty cell says nothing: what is known stays
        BuildingFacts.Describe facts = new BuildingFacts.Describe(old.version(), or(year, old.builtYear()), or(listed, old.listed()), or(fibre, old.fibre()),
                or(mbit, old.mbit()), or(supply, old.supply()), source);
        List<FactChange> changes = new ArrayList<>();
        change(changes, "building_fact.built_year", old.builtYear(), facts.builtYear());
        change(changes, "building_fact.listed", old.listed(), facts.listed());
        change(changes, "building_fact.fibre", old.fibre(), facts.fibre());
        change(changes, "building_fact.mbit", old.mbit(), facts.mbit());
        change(changes, "building_fact.supply", old.supply(), facts.supply());
        Outcome outcome = changes.isEmpty() ? Outcome.SAME : old.version() == null ? Outcome.NEW : Outcome.CHANGED;
        return new ImportPlan.Row(row.line(), outcome, old.name(), old.school(), old.id(), changes, findings, outcome == Outcome.SAME ? null : new Wanted(old.id(), facts));
    }

    private <T> T read(CsvRow row, BuildingField field, Function<String, T> meant, List<Finding> findings) {
        String text = value(row, field);
        T read = text.isEmpty() ? null : meant.apply(text);
        if (!text.isEmpty() && read == null) {
            findings.add(Finding.error(row.line(), column(field), text, "building_facts.word", field));
        }
        return read;
    }

    private static void change(List<FactChange> changes, String fact, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FactChange(fact, before, after));
        }
    }

    private static <T> T or(T one, T other) {
        return one == null ? other : one;
    }

    static Listed listed(String text) {
        return LISTED.get(text.strip().toLowerCase(Locale.ROOT));
    }

    static Fibre fibre(String text) {
        return FIBRE.get(text.strip().toLowerCase(Locale.ROOT));
    }

    static Power supply(String text) {
        return POWER.get(text.strip().toLowerCase(Locale.ROOT));
    }

    /** A year or a bandwidth: 1907, 1.000 or 1 000. */
    static Integer number(String text) {
        String digits = text.strip().replaceAll("(?i)\\s*mbit(/s)?$", "");
        return digits.matches("\\d{1,5}") ? Integer.valueOf(digits) : digits.matches("\\d{1,2}[. ]\\d{3}") ? Integer.valueOf(digits.replaceAll("\\D", "")) : null;
    }

    private String value(CsvRow row, BuildingField field) {
        int at = settings.columns().indexOf(field.name());
        return at < 0 ? "" : row.value(at).strip();
    }

    private String column(BuildingField field) {
        int at = settings.columns().indexOf(field.name());
        return at < 0 || at >= file.columns().size() ? null : file.columns().get(at);
    }

    static String key(String school, String building) {
        return (school.strip() + "\n" + building.strip()).toLowerCase(Locale.ROOT);
    }
}
