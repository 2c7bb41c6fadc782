package de.schulpakt.school.year;

import static de.schulpakt.identity.Permission.ROOM_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_IMPORT;

import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.ImportKind;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** The numbers of schools by school year as something to import: what a file says is recorded or changed, what it leaves empty stays. */
@ApplicationScoped
public class YearImportKind implements ImportKind {
    /** Its name. */
    public static final String NAME = "school_years";
    /** Option: where the numbers come from. */
    static final String SOURCE = "source";
    private static final Set<String> SOURCES = Set.of("STATISTICS", "SCHOOL");

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    SchoolYears years;

    private record Known(Long id, String name, String no) {
    }

    private record Stamp(Long rows, Long versions, Long newest, Long schools) {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String page() {
        return "/school/year-imports";
    }

    @Override
    public Permission permission() {
        return SCHOOL_IMPORT;
    }

    @Override
    public List<? extends ImportField> fields() {
        return List.of(YearField.values());
    }

    @Override
    public Map<String, String> usual() {
        return Map.of(SOURCE, "STATISTICS");
    }

    @Override
    public void check(ImportSettings settings) {
        if (guard.visibleSchools(SCHOOL_IMPORT).isEmpty()) {
            throw new Forbidden(SCHOOL_IMPORT);
        }
        if (!SOURCES.contains(settings.option(SOURCE))) {
            throw new Refused("import.settings");
        }
    }

    @Override
    public List<Option> options(Locale locale) {
        return List.of(new Option(SOURCE, SOURCES.stream().sorted().map(s -> new Choice(s, Texts.get(locale, "school_years.source." + s))).toList(), false));
    }

    @Override
    public ImportPlan plan(CsvFile file, ImportSettings settings) {
        Scope scope = guard.scope(ROOM_EDIT);
        Map<String, YearRows.School> schools = new HashMap<>();
        scope.bind(Ask.of(em, Known.class, "select s.id as id, s.name as name, s.officialNo as no from School s where s.authorityId is not null and s.isSchool = true and" + scope.school("s")))
                .list().forEach(school -> {
                    put(schools, school.name(), school);
                    if (school.no() != null) {
                        put(schools, school.no(), school);
                    }
                });
        Map<String, YearRows.Stored> stored = scope.bind(Ask.of(em, YearRows.Stored.class, """
                select y.id as id, y.schoolId as schoolId, y.begins as begins, y.pupils as pupils, y.teachers as teachers, y.classes as classes,
                    y.version as version
                from SchoolYear y join School s on s.id = y.schoolId where""" + scope.school("s"))).list().stream()
                .collect(Collectors.toMap(YearRows.Stored::key, s -> s));
        return new YearRows(file, settings, schools, stored, clock.today().getYear() + 1)
                .plan(Texts.get(Locale.GERMAN, "school_years.source." + settings.option(SOURCE)));
    }

    @Override
    public Object stamp() {
        return Ask.of(em, Stamp.class, """
                select count(y) as rows_, coalesce(sum(y.version), 0) as versions, coalesce(max(y.id), 0) as newest, (select count(s) from School s) as schools
                from SchoolYear y""").one().orElseThrow();
    }

    @Override
    public void store(ImportPlan plan, IntConsumer progress) {
        int stored = 0;
        for (ImportPlan.Row row : plan.rows()) {
            if (row.outcome() == Outcome.NEW || row.outcome() == Outcome.CHANGED) {
                YearRows.Wanted wanted = (YearRows.Wanted) row.what();
                SchoolYears.Numbers n = wanted.numbers();
                if (wanted.before() == null) {
                    years.record(wanted.schoolId(), n);
                } else {
                    years.change(wanted.before().id(), new SchoolYears.Change(wanted.before().version(), n.pupils(), n.teachers(), n.classes(), n.source()));
                }
                progress.accept(++stored);
            }
        }
    }

    private static void put(Map<String, YearRows.School> all, String name, Known school) {
        all.merge(YearRows.key(name), new YearRows.School(school.id(), school.name()),
                (one, other) -> other.id().equals(one.id()) ? one : new YearRows.School(null, one.name()));
    }
}
