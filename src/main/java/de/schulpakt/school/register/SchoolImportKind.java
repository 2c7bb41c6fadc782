package de.schulpakt.school.register;

import static de.schulpakt.identity.Permission.SCHOOL_IMPORT;

import de.schulpakt.exchange.FactChange;
import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.ImportKind;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.school.place.FederalState;
import de.schulpakt.school.place.SchoolQueries;
import de.schulpakt.school.place.SchoolRegister;
import de.schulpakt.school.place.SchoolType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** The school register of a federal state as something to import. */
@ApplicationScoped
public class SchoolImportKind implements ImportKind {
    /** Its name. */
    public static final String NAME = "school";

    @Inject
    Guard guard;
    @Inject
    SchoolQueries schools;
    @Inject
    SchoolRegister register;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String page() {
        return "/school/imports";
    }

    @Override
    public Permission permission() {
        return SCHOOL_IMPORT;
    }

    @Override
    public List<? extends ImportField> fields() {
        return List.of(SchoolField.values());
    }

    /** The authority is the asker’s if the asker works for one only. */
    @Override
    public Map<String, String> usual() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(SchoolImportSettings.EXISTING, ExistingSchools.UPDATE.name());
        Scope scope = guard.visibleSchools(SCHOOL_IMPORT);
        if (!scope.everywhere() && scope.authorities().size() == 1) {
            options.put(SchoolImportSettings.AUTHORITY, scope.authorities().iterator().next().toString());
        }
        return options;
    }

    @Override
    public void check(ImportSettings settings) {
        SchoolImportSettings chosen = read(settings);
        if (chosen.stateCode() != null && FederalState.of(chosen.stateCode()) == null) {
            throw new Refused("import.settings");
        }
        if (chosen.authorityId() != null) {
            guard.requireAuthority(SCHOOL_IMPORT, chosen.authorityId());
            register.requireAuthority(chosen.authorityId());
        } else if (guard.visibleSchools(SCHOOL_IMPORT).isEmpty()) {
            throw new NotFound("Import", "");
        }
    }

    @Override
    public List<Option> options(Locale locale) {
        return List.of(new Option(SchoolImportSettings.AUTHORITY, schools.authorities().stream()
                        .map(a -> new Choice(a.id().toString(), a.name())).toList(), true),
                new Option(SchoolImportSettings.STATE, choices(locale, FederalState.values()), true),
                new Option(SchoolImportSettings.TYPE, choices(locale, SchoolType.values()), true),
                new Option(SchoolImportSettings.EXISTING, choices(locale, ExistingSchools.values()), false));
    }

    @Override
    public Words words() {
        return new Words(SchoolField.TYPE, List.of(SchoolType.values()),
                (text, settings) -> SchoolTypes.of(text, settings.option(SchoolImportSettings.STATE)));
    }

    @Override
    public ImportPlan plan(CsvFile file, ImportSettings settings) {
        SchoolImportSettings chosen = read(settings);
        SchoolRowReader reader = new SchoolRowReader(file, chosen, settings.columns());
        List<ReadSchool> read = SchoolPoints.checked(reader.all());
        List<SchoolRegister.Stored> stored = register.of(read.stream().map(ReadSchool::stateCode).filter(java.util.Objects::nonNull)
                .distinct().toList());
        return new SchoolImportPlan(chosen, stored, guard.visibleSchools(SCHOOL_IMPORT), () -> authority(chosen.authorityId()))
                .of(file, read, reader.findings());
    }

    @Override
    public Object stamp() {
        return List.of(register.stamp(), guard.visibleSchools(SCHOOL_IMPORT));
    }

    @Override
    public void store(ImportPlan plan, IntConsumer progress) {
        List<SchoolRegister.Taken> taken = new ArrayList<>();
        for (ImportPlan.Row row : plan.rows()) {
            if (row.outcome() == Outcome.NEW || row.outcome() == Outcome.CHANGED) {
                SchoolImportPlan.Planned planned = (SchoolImportPlan.Planned) row.what();
                taken.add(new SchoolRegister.Taken(row.subjectId(), planned.newAuthority(), planned.stateCode(), row.number(), planned.facts(),
                        row.subjectId() == null ? Said.NOTHING : said(row.changes())));
            }
        }
        register.store(taken, progress);
    }

    private static SchoolImportSettings read(ImportSettings settings) {
        try {
            return SchoolImportSettings.of(settings);
        } catch (IllegalArgumentException e) {
            throw new Refused("import.settings");
        }
    }

    private static List<Choice> choices(Locale locale, Enum<?>[] constants) {
        return Stream.of(constants).map(c -> new Choice(c.name(), Texts.get(locale, c))).toList();
    }

    private String authority(Long id) {
        return schools.authorities().stream().filter(a -> a.id().equals(id)).map(SchoolQueries.AuthorityOption::name).findFirst().orElseThrow();
    }

    private static Said said(List<FactChange> changes) {
        return Said.all(changes.stream().map(c -> {
            Sentence fact = Sentence.of("fact." + c.fact());
            return c.before() == null ? Sentence.of("said.fact_new", fact, c.after()) : Sentence.of("said.fact", fact, c.before(), c.after());
        }).toList());
    }
}
