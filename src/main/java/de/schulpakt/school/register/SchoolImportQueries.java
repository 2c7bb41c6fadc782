package de.schulpakt.school.register;

import de.schulpakt.platform.Fold;
import static de.schulpakt.identity.Permission.SCHOOL_IMPORT;

import de.schulpakt.identity.Guard;
import de.schulpakt.exchange.CsvFile;
import de.schulpakt.exchange.CsvRow;
import de.schulpakt.exchange.Finding;
import de.schulpakt.platform.History;
import de.schulpakt.exchange.ImportAction;
import de.schulpakt.exchange.ImportCounts;
import de.schulpakt.exchange.ImportFlow;
import de.schulpakt.exchange.ImportRow;
import de.schulpakt.exchange.ImportSource;
import de.schulpakt.exchange.Imports;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.Queries;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Questions about imports of the school register. */
@Queries
public class SchoolImportQueries {
    private static final int SAMPLES = 3;
    private static final int MOST_TYPES = 60;

    @Inject
    Guard guard;
    @Inject
    Imports imports;
    @Inject
    SchoolImportReader reader;
    @Inject
    History history;

    /** Imports, newest first: own ones, and everybody’s for who may import everywhere. */
    public Page<ImportRow> list(PageRequest page) {
        guard.require(SCHOOL_IMPORT);
        return imports.list(SchoolImports.KIND, reader.onlyOf(), page);
    }

    /** How far an import is. */
    public ImportRow progress(long id) {
        return reader.job(id);
    }

    /** One import: what was found out about the file, and what it would do now. */
    public SchoolImportView view(long id, Locale locale) {
        ImportRow job = reader.job(id);
        ImportSource source = imports.source(SchoolImports.KIND, id);
        SchoolImportSettings settings = SchoolImportSettings.of(source.settings());
        Set<ImportAction> actions = EnumSet.noneOf(ImportAction.class);
        ImportFlow.TABLE.from(job.state()).forEach(r -> actions.add(r.action()));
        actions.removeAll(Set.of(ImportAction.FINISH, ImportAction.FAIL));
        if (source.content() == null) {
            ImportCounts counts = new ImportCounts(job.created(), job.changed(), job.same(), job.wrong());
            return new SchoolImportView(job, job.version(), settings, List.of(), List.of(), counts, List.of(), false,
                    job.reason(locale), actions, history.of("ImportJob", id));
        }
        CsvFile file = CsvFile.read(source.content(), source.settings().format());
        SchoolImportPlan plan = reader.plan(file, settings);
        if (!plan.isClean()) {
            actions.remove(ImportAction.RUN);
        }
        return new SchoolImportView(job, job.version(), settings, columns(file, settings), types(file, settings), plan.counts(),
                plan.findings().stream().map(f -> f.told(locale)).toList(), plan.isClean(), job.reason(locale), actions,
                history.of("ImportJob", id));
    }

    /** The dry run: what would happen to each row. Nothing is written. The outcome filters, null shows all. */
    public Page<SchoolImportRow> preview(long id, Outcome outcome, PageRequest page, Locale locale) {
        reader.job(id);
        List<PlannedRow> rows = reader.plan(id).rows().stream().filter(r -> outcome == null || r.outcome() == outcome).toList();
        List<SchoolImportRow> shown = rows.stream().skip(page.offset()).limit(page.size()).map(r -> new SchoolImportRow(r.line(),
                r.outcome(), r.officialNo(), r.name(), r.stored() == null ? null : r.stored().id(), r.changes(),
                r.findings().stream().map(f -> f.told(locale)).toList())).toList();
        return Page.of(shown, rows.size(), page);
    }

    /** All findings of the dry run, at most 10,000, to be saved as a list and worked off. */
    public List<Finding.Told> findings(long id, Locale locale) {
        reader.job(id);
        SchoolImportPlan plan = reader.plan(id);
        List<Finding.Told> all = new ArrayList<>(plan.findings().stream().map(f -> f.told(locale)).toList());
        plan.rows().stream().flatMap(r -> r.findings().stream()).limit(10_000).forEach(f -> all.add(f.told(locale)));
        return all;
    }

    private static List<ImportColumnView> columns(CsvFile file, SchoolImportSettings settings) {
        List<ImportColumnView> columns = new ArrayList<>();
        for (int i = 0; i < file.columns().size(); i++) {
            int column = i;
            List<String> samples = file.rows().stream().map(r -> r.value(column)).filter(v -> !v.isBlank()).distinct()
                    .limit(SAMPLES).toList();
            String field = i < settings.columns().size() ? settings.columns().get(i) : "";
            columns.add(new ImportColumnView(i, file.columns().get(i), field, samples));
        }
        return columns;
    }

    private static List<ImportTypeView> types(CsvFile file, SchoolImportSettings settings) {
        int column = settings.columns().indexOf(SchoolField.TYPE.name());
        Map<String, Integer> rows = new LinkedHashMap<>();
        if (column >= 0) {
            for (CsvRow row : file.rows()) {
                String text = Fold.text(row.value(column));
                if (text != null) {
                    rows.merge(text, 1, Integer::sum);
                }
            }
        }
        return rows.entrySet().stream().limit(MOST_TYPES).map(e -> new ImportTypeView(e.getKey(),
                settings.types().getOrDefault(e.getKey(), SchoolTypes.of(e.getKey())), e.getValue())).toList();
    }
}
