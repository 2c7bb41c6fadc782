package de.schulpakt.school.register;

import static de.schulpakt.exchange.Outcome.CHANGED;
import static de.schulpakt.exchange.Outcome.GONE;
import static de.schulpakt.exchange.Outcome.NEW;
import static de.schulpakt.exchange.Outcome.SAME;
import static de.schulpakt.exchange.Outcome.WRONG;

import de.schulpakt.exchange.FactChange;
import de.schulpakt.exchange.ImportMapping;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.text.Fold;
import de.schulpakt.school.place.SchoolFacts;
import de.schulpakt.school.place.SchoolRegister;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What an import of the register will do. Pure: it compares a file with the schools that are stored and touches neither. */
final class SchoolImportPlan {
    private static final Pattern STUMP = Pattern.compile("(\\s*[-/,(]|\\s+und)+$");
    private final SchoolImportSettings settings;
    private final List<SchoolRegister.Stored> stored;
    private final Scope mayImport;
    private final Supplier<String> newAuthority;
    private String given;

    /** @param newAuthority tells the name of the authority that schools without one get; asked only if one gets it */
    SchoolImportPlan(SchoolImportSettings settings, List<SchoolRegister.Stored> stored, Scope mayImport, Supplier<String> newAuthority) {
        this.newAuthority = newAuthority;
        this.settings = settings;
        this.stored = stored;
        this.mayImport = mayImport;
    }

    /**
     * What is stored of a row.
     *
     * @param newAuthority the authority that the school gets, or null
     */
    record Planned(String stateCode, SchoolFacts facts, Long newAuthority) {
    }

    /** The plan: the rows of the file in their order, then the schools that are stored but not in it. */
    ImportPlan of(CsvFile file, List<ReadSchool> read, List<Finding> ofReading) {
        SchoolNumbers numbers = new SchoolNumbers(stored, read.stream().filter(r -> r.stateCode() != null && r.officialNo() != null).toList());
        Map<String, Integer> firstLine = new HashMap<>();
        Set<Long> met = new HashSet<>();
        List<ImportPlan.Row> rows = new ArrayList<>();
        for (ReadSchool school : read) {
            SchoolRegister.Stored known = school.stateCode() == null || school.officialNo() == null ? null
                    : numbers.of(school.stateCode(), school.officialNo());
            if (school.officialNo() != null) {
                number(school, known, firstLine);
            }
            if (known != null) {
                met.add(known.id());
            }
            rows.add(planned(school, known));
        }
        stored.stream().filter(s -> !met.contains(s.id()) && mayImport.contains(s.authorityId(), s.id())).forEach(s -> rows.add(
                new ImportPlan.Row(null, GONE, s.officialNo(), s.facts().name(), s.id(), List.of(), List.of(), null)));
        List<Finding> findings = new ArrayList<>(file.findingsOfFile());
        findings.addAll(ofReading);
        return ImportPlan.of(file, rows, findings, Boolean.TRUE.equals(settings.leaveOut()));
    }

    /** Says what is odd about a number: it stands there twice, or is not written as the stored one is. */
    private static void number(ReadSchool read, SchoolRegister.Stored known, Map<String, Integer> firstLine) {
        String key = known == null ? SchoolNumbers.key(read.stateCode(), read.officialNo()) : "id " + known.id();
        Integer before = firstLine.putIfAbsent(key, read.line());
        if (before != null) {
            read.findings().add(Finding.error(read.line(), null, read.officialNo(), "school.import.number_twice", String.valueOf(before)));
        } else if (known != null && !Fold.key(known.officialNo()).equals(Fold.key(read.officialNo()))) {
            read.findings().removeIf(f -> f.code().equals("school.import.number_spoiled"));
            read.findings().add(Finding.warning(read.line(), null, read.officialNo(), "school.import.number_known", known.officialNo()));
        }
    }

    private ImportPlan.Row planned(ReadSchool read, SchoolRegister.Stored known) {
        Long authority = known == null ? settings.authorityId() : known.authorityId();
        if (!read.wrong() && !mayImport.contains(authority, known == null ? null : known.id())) {
            read.findings().add(Finding.error(read.line(), null, read.officialNo(),
                    known == null ? "school.import.no_authority" : "school.import.foreign"));
        }
        if (read.wrong()) {
            return new ImportPlan.Row(read.line(), WRONG, read.officialNo(), read.facts().name(), known == null ? null : known.id(),
                    List.of(), read.findings(), null);
        }
        if (known == null) {
            return new ImportPlan.Row(read.line(), NEW, read.officialNo(), read.facts().name(), null, List.of(), read.findings(),
                    new Planned(read.stateCode(), read.facts(), settings.authorityId()));
        }
        boolean keep = settings.existing() == ExistingSchools.KEEP;
        boolean fill = settings.existing() == ExistingSchools.FILL;
        SchoolFacts facts = keep ? known.facts() : merged(read, known.facts(), fill);
        String number = !keep && !fill && longer(read.officialNo(), known.officialNo()) ? read.officialNo() : known.officialNo();
        Long given = keep || known.authorityId() != null ? null : settings.authorityId();
        List<FactChange> changes = changes(known.facts(), facts, given != null);
        if (!number.equals(known.officialNo())) {
            changes.add(0, new FactChange("officialNo", known.officialNo(), number));
        }
        return new ImportPlan.Row(read.line(), changes.isEmpty() ? SAME : CHANGED, number, facts.name(), known.id(), changes,
                read.findings(), new Planned(read.stateCode(), facts, given));
    }

    /** A number with more leading zeros than the stored one is the better one: zeros get lost, they do not come by themselves. */
    private static boolean longer(String number, String old) {
        return number.length() > old.length() && number.matches("0+" + Pattern.quote(old));
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
        if (read.facts().name().equals(old)) {
            return false;
        }
        String stem = ImportMapping.normal(STUMP.matcher(read.facts().name()).replaceAll(""));
        String whole = ImportMapping.normal(old);
        return whole.length() > stem.length() && !stem.isEmpty() && whole.startsWith(stem);
    }

    private static <T> T take(T now, T old, boolean fillOnly) {
        return now == null || fillOnly && old != null ? old : now;
    }

    private List<FactChange> changes(SchoolFacts old, SchoolFacts now, boolean authority) {
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
            given = given == null ? newAuthority.get() : given;
            changes.add(new FactChange("authority", null, given));
        }
        return changes;
    }

    private static void add(List<FactChange> changes, String fact, Object old, Object now) {
        if (!Objects.equals(old, now)) {
            changes.add(new FactChange(fact, old == null ? null : plain(old), now == null ? null : plain(now)));
        }
    }

    private static Object plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value instanceof Enum<?> ? value : value.toString();
    }
}
