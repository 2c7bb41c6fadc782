package de.schulpakt.school.register;

import de.schulpakt.school.place.SchoolRegister;
import de.schulpakt.school.place.FederalState;
import de.schulpakt.school.place.SchoolFacts;
import static de.schulpakt.school.register.Outcome.CHANGED;
import static de.schulpakt.school.register.Outcome.NEW;
import static de.schulpakt.school.register.Outcome.SAME;
import static de.schulpakt.school.register.Outcome.WRONG;

import de.schulpakt.identity.Scope;
import de.schulpakt.exchange.CsvFile;
import de.schulpakt.exchange.CsvRow;
import de.schulpakt.exchange.Finding;
import de.schulpakt.exchange.ImportCounts;
import de.schulpakt.exchange.ImportMapping;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What an import will do: the dry run shows it, the import itself computes it again within its transaction. Pure: it
 * compares a file with the schools that are stored and touches neither.
 *
 * @param rows     each row of the file
 * @param findings what is wrong with the file as a whole
 */
record SchoolImportPlan(List<PlannedRow> rows, List<Finding> findings) {
    private static final int DUMMY = 5;

    /** Reads the rows of a file. */
    static List<ReadSchool> read(CsvFile file, SchoolImportSettings settings) {
        SchoolRowReader reader = new SchoolRowReader(file, settings);
        List<ReadSchool> read = new ArrayList<>();
        for (CsvRow row : file.rows()) {
            read.add(reader.read(row));
        }
        return withoutDoubtfulPoints(read);
    }

    /** Compares what was read with the stored schools of those states. */
    static SchoolImportPlan of(CsvFile file, List<ReadSchool> read, SchoolImportSettings settings,
            Function<List<String>, List<SchoolRegister.Stored>> stored, Scope mayImport) {
        List<String> states = read.stream().map(ReadSchool::stateCode).filter(Objects::nonNull).distinct().toList();
        Map<String, SchoolRegister.Stored> byKey = new HashMap<>();
        if (!states.isEmpty()) {
            stored.apply(states).forEach(s -> byKey.put(s.stateCode() + " " + s.officialNo(), s));
        }
        Map<String, Integer> firstLine = new HashMap<>();
        List<PlannedRow> rows = new ArrayList<>();
        for (ReadSchool school : read) {
            Integer before = school.wrong() ? null : firstLine.putIfAbsent(school.key(), school.line());
            if (before != null) {
                school.findings().add(Finding.error(school.line(), null, school.officialNo(), "school.import.number_twice",
                        String.valueOf(before)));
            }
            rows.add(planned(school, byKey.get(school.key()), settings, mayImport));
        }
        return new SchoolImportPlan(List.copyOf(rows), file.findings().stream().filter(f -> f.line() == null
                || file.rows().stream().noneMatch(r -> r.line() <= f.line() && f.line() <= r.lastLine())).toList());
    }

    ImportCounts counts() {
        return new ImportCounts(count(NEW), count(CHANGED), count(SAME), count(WRONG));
    }

    int count(Outcome outcome) {
        return (int) rows.stream().filter(r -> r.outcome() == outcome).count();
    }

    /** True if nothing keeps the file out. */
    boolean isClean() {
        return findings.stream().noneMatch(Finding::error) && count(WRONG) == 0;
    }

    private static PlannedRow planned(ReadSchool read, SchoolRegister.Stored stored, SchoolImportSettings settings, Scope mayImport) {
        Long authority = stored == null ? settings.authorityId() : stored.authorityId();
        if (!read.wrong() && !mayImport.contains(authority, stored == null ? null : stored.id())) {
            read.findings().add(Finding.error(read.line(), null, read.officialNo(),
                    stored == null ? "school.import.no_authority" : "school.import.foreign"));
        }
        if (read.wrong()) {
            return new PlannedRow(read.line(), WRONG, read.stateCode(), read.officialNo(), read.facts().name(), stored, null, null,
                    List.of(), read.findings());
        }
        if (stored == null) {
            return new PlannedRow(read.line(), NEW, read.stateCode(), read.officialNo(), read.facts().name(), null, read.facts(),
                    settings.authorityId(), List.of(), read.findings());
        }
        boolean keep = settings.existing() == ExistingSchools.KEEP;
        SchoolFacts facts = keep ? stored.facts() : merged(read, stored.facts(), settings.existing() == ExistingSchools.FILL);
        Long given = keep || stored.authorityId() != null ? null : settings.authorityId();
        List<FactChange> changes = changes(stored.facts(), facts, given != null);
        return new PlannedRow(read.line(), changes.isEmpty() ? SAME : CHANGED, read.stateCode(), read.officialNo(), facts.name(),
                stored, facts, given, changes, read.findings());
    }

    /** The facts after the import: the file’s where it has any (and, when only gaps are filled, where none is stored). */
    private static SchoolFacts merged(ReadSchool read, SchoolFacts old, boolean fillOnly) {
        SchoolFacts now = read.facts();
        String name = now.name();
        if (keepsLongerName(read, old.name())) {
            read.findings().add(Finding.warning(read.line(), null, name, "school.import.name_kept", old.name()));
            name = old.name();
        }
        return new SchoolFacts(take(name, old.name(), fillOnly), take(now.type(), old.type(), fillOnly),
                take(now.street(), old.street(), fillOnly), take(now.postcode(), old.postcode(), fillOnly),
                take(now.city(), old.city(), fillOnly), take(now.latitude(), old.latitude(), fillOnly),
                take(now.longitude(), old.longitude(), fillOnly), take(now.phone(), old.phone(), fillOnly),
                take(now.pupils(), old.pupils(), fillOnly));
    }

    /** A name that is only the beginning of the stored one says nothing new: the file, or its source, has cut it off. */
    private static boolean keepsLongerName(ReadSchool read, String old) {
        String stem = ImportMapping.normal(read.facts().name().replaceAll("(\\s*[-/,(]|\\s+und)+$", ""));
        String whole = ImportMapping.normal(old);
        return whole.length() > stem.length() && !stem.isEmpty() && whole.startsWith(stem);
    }

    private static <T> T take(T now, T old, boolean fillOnly) {
        return now == null || fillOnly && old != null ? old : now;
    }

    private static List<FactChange> changes(SchoolFacts old, SchoolFacts now, boolean authority) {
        List<FactChange> changes = new ArrayList<>();
        add(changes, "name", old.name(), now.name());
        add(changes, "type", old.type(), now.type());
        add(changes, "street", old.street(), now.street());
        add(changes, "postcode", old.postcode(), now.postcode());
        add(changes, "city", old.city(), now.city());
        add(changes, "latitude", old.latitude(), now.latitude());
        add(changes, "longitude", old.longitude(), now.longitude());
        add(changes, "phone", old.phone(), now.phone());
        add(changes, "pupils", old.pupils(), now.pupils());
        if (authority) {
            changes.add(new FactChange("authority", null, "+"));
        }
        return changes;
    }

    private static void add(List<FactChange> changes, String fact, Object old, Object now) {
        if (!Objects.equals(old, now)) {
            changes.add(new FactChange(fact, old == null ? null : plain(old), now == null ? null : plain(now)));
        }
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** A point that many schools share, or that lies in another state, is worse than none: it is not taken. */
    private static List<ReadSchool> withoutDoubtfulPoints(List<ReadSchool> read) {
        Map<String, Integer> shared = new LinkedHashMap<>();
        read.forEach(r -> shared.merge(point(r), 1, Integer::sum));
        return read.stream().map(r -> {
            SchoolFacts facts = r.facts();
            if (facts.latitude() == null || facts.longitude() == null) {
                return r;
            }
            FederalState state = FederalState.of(r.stateCode());
            boolean elsewhere = state != null && !state.mayHold(facts.latitude(), facts.longitude());
            if (!elsewhere && shared.get(point(r)) < DUMMY) {
                return r;
            }
            r.findings().add(elsewhere ? Finding.warning(r.line(), null, point(r), "school.import.point_elsewhere", state)
                    : Finding.warning(r.line(), null, point(r), "school.import.point_shared", shared.get(point(r))));
            return new ReadSchool(r.line(), r.stateCode(), r.officialNo(), new SchoolFacts(facts.name(), facts.type(), facts.street(),
                    facts.postcode(), facts.city(), null, null, facts.phone(), facts.pupils()), r.nameLooksCut(), r.findings());
        }).toList();
    }

    private static String point(ReadSchool read) {
        return read.facts().latitude() + " / " + read.facts().longitude();
    }
}
