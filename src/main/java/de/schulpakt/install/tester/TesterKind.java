package de.schulpakt.install.tester;

import static de.schulpakt.identity.Permission.NETWORK_EDIT;

import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.ImportKind;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.identity.Permission;
import de.schulpakt.install.network.CableTests;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/** The file of a cable tester as something to import. */
@ApplicationScoped
public class TesterKind implements ImportKind {
    /** Option: the school whose cables were tested. */
    static final String SCHOOL = "school";
    private static final int AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    SchoolQueries schools;
    @Inject
    CableTests tests;

    private record Stamp(Long cables, Long versions, Long newest) {
    }

    @Override
    public String name() {
        return "tester";
    }

    @Override
    public String page() {
        return "/install/tester-imports";
    }

    @Override
    public Permission permission() {
        return NETWORK_EDIT;
    }

    @Override
    public List<? extends ImportField> fields() {
        return List.of(TesterField.values());
    }

    @Override
    public Map<String, String> usual() {
        return Map.of(ImportSettings.LEAVE_OUT, "true");
    }

    @Override
    public void check(ImportSettings settings) {
        Long school = school(settings);
        if (settings.option(SCHOOL) != null && !settings.option(SCHOOL).isBlank() && (school == null || schools.option(NETWORK_EDIT, school).isEmpty())) {
            throw new Refused("import.settings");
        }
    }

    private static Long school(ImportSettings settings) {
        String chosen = settings.option(SCHOOL);
        return chosen == null || !chosen.matches("\\d{1,18}") ? null : Long.valueOf(chosen);
    }

    @Override
    public List<Option> options(Locale locale) {
        return List.of(Option.searched(SCHOOL, "schools", NETWORK_EDIT.name()));
    }

    @Override
    public Object stamp() {
        return List.of(clock.today(), Ask.of(em, Stamp.class, "select count(c) as cables, coalesce(sum(c.version), 0) as versions, coalesce(max(c.id), 0) as newest"
                + " from NetworkCable c").one().orElseThrow());
    }

    @Override
    public ImportPlan plan(CsvFile file, ImportSettings settings) {
        Long school = school(settings);
        return new TesterRows(file, settings, clock.today(), school == null ? List.of() : tests.ends(school))
                .plan(school == null ? List.of(Finding.error(null, null, null, "tester.no_school")) : List.of());
    }

    @Override
    public void store(ImportPlan plan, IntConsumer progress) {
        List<CableTests.Tested> all = plan.rows().stream().filter(row -> row.what() != null).map(row -> (CableTests.Tested) row.what()).toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<CableTests.Tested> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            Long school = Ask.of(em, Long.class, "select c.schoolId from NetworkCable c where c.id = :id").set("id", some.get(0).cableId()).one().orElseThrow();
            tests.record(new CableTests.Record(school, some));
            progress.accept(from + some.size());
        }
    }
}
