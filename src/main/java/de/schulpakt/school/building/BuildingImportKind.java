package de.schulpakt.school.building;

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

/** What is known of buildings as something to import: what a file says is recorded or changed, what it leaves empty stays. */
@ApplicationScoped
public class BuildingImportKind implements ImportKind {
    /** Its name. */
    public static final String NAME = "building_facts";
    /** Option: where the numbers come from. */
    static final String SOURCE = "source";
    private static final Set<String> SOURCES = Set.of("AUTHORITY", "SCHOOL");

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    BuildingFacts facts;

    private record Stamp(Long rows, Long versions, Long buildings) {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String page() {
        return "/school/building-imports";
    }

    @Override
    public Permission permission() {
        return SCHOOL_IMPORT;
    }

    @Override
    public List<? extends ImportField> fields() {
        return List.of(BuildingField.values());
    }

    @Override
    public Map<String, String> usual() {
        return Map.of(SOURCE, "AUTHORITY");
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
        Map<String, BuildingRows.Stored> known = new HashMap<>();
        scope.bind(Ask.of(em, BuildingRows.Stored.class, """
                select b.id as id, s.name as school, s.officialNo as no, b.name as name, f.builtYear as builtYear, f.listed as listed, f.fibre as fibre, f.mbit as mbit,
                    f.supply as supply, f.version as version
                from Building b join School s on s.id = b.schoolId left join BuildingFact f on f.buildingId = b.id where""" + scope.school("s"))).list().forEach(b -> {
                    put(known, b.school(), b);
                    if (b.no() != null && !b.no().equals(b.school())) {
                        put(known, b.no(), b);
                    }
                });
        return new BuildingRows(file, settings, known, clock.today().getYear()).plan(Texts.get(Locale.GERMAN, "school_years.source." + settings.option(SOURCE)));
    }

    @Override
    public Object stamp() {
        return Ask.of(em, Stamp.class, """
                select count(f) as rows_, coalesce(sum(f.version), 0) as versions, (select count(b) from Building b) as buildings from BuildingFact f""").one().orElseThrow();
    }

    @Override
    public void store(ImportPlan plan, IntConsumer progress) {
        int stored = 0;
        for (ImportPlan.Row row : plan.rows()) {
            if (row.outcome() == Outcome.NEW || row.outcome() == Outcome.CHANGED) {
                BuildingRows.Wanted wanted = (BuildingRows.Wanted) row.what();
                facts.describe(wanted.buildingId(), wanted.facts());
                progress.accept(++stored);
            }
        }
    }

    private static void put(Map<String, BuildingRows.Stored> all, String school, BuildingRows.Stored b) {
        all.merge(BuildingRows.key(school, b.name()), b, (one, other) -> one.id() != null && one.id().equals(other.id()) ? one
                : new BuildingRows.Stored(null, one.school(), one.no(), one.name(), null, null, null, null, null, null));
    }
}
