package de.schulpakt.exchange;

import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvRow;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Fold;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.Texts;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Questions about imports of every kind. */
@Queries
public class ImportQueries {
    private static final int SAMPLES = 3;
    private static final int MOST_WORDS = 500;
    private static final int MOST_QUESTIONS = 200;
    private static final Set<ImportAction> OWN = Set.of(ImportAction.FINISH, ImportAction.FAIL);

    @Inject
    Guard guard;
    @Inject
    ImportKinds kinds;
    @Inject
    ImportJobs jobs;
    @Inject
    ImportPlans plans;
    @Inject
    History history;

    /**
     * One import whole.
     *
     * @param columns    what was found in the file; empty when the import runs or has ended
     * @param words      words of the column that stands for constants, those not understood first, at most 500
     * @param wordsTotal how many there are
     * @param counts     what it would do now, or has done
     * @param findings   what is wrong with the file as such, or with a whole column
     * @param runnable   true if nothing keeps the file out
     */
    public record View(String kind, ImportRow job, Integer version, ImportSettings settings, List<Column> columns, List<Word> words,
            Integer wordsTotal, ImportCounts counts, List<Finding.Told> findings, Boolean runnable, String reason,
            Set<ImportAction> actions, List<HistoryEntry> timeline) {
    }

    /**
     * A column of an uploaded file.
     *
     * @param field   name of the field into which it goes, empty if it is not taken
     * @param samples what stands in its first rows
     * @param left    true if nothing of it was kept: it cannot be taken
     */
    public record Column(Integer index, String name, String field, List<String> samples, boolean left) {
    }

    /**
     * A word that stands for a constant.
     *
     * @param type name of the constant, null if it is not understood
     * @param rows how many rows have it
     */
    public record Word(String text, String type, Integer rows) {
    }

    /**
     * A row of the dry run.
     *
     * @param line      physical line in the file, null for what is stored but not in it
     * @param subjectId what is there already, or null
     * @param changes   facts that change, old and new
     * @param findings  errors and warnings in words
     * @param questions what may be decided for this row
     */
    public record Line(Integer line, Outcome outcome, String number, String name, Long subjectId, List<FactChange> changes,
            List<Finding.Told> findings, List<ImportKind.Question> questions) {
    }

    /** A field of a kind, or a constant, to choose. */
    public record Choice(String name, String text) {
    }

    /** What can be chosen for a kind of import. */
    public record Form(List<Choice> fields, List<ImportKind.Option> options, List<Choice> constants) {
    }

    /**
     * Asks whether there is such a kind and the asker may import it.
     *
     * @throws NotFound if there is none
     */
    public void kind(String kindName) {
        guard.require(kinds.of(kindName).permission());
    }

    /** What would go and what would stay if the import were taken back now; null if it cannot be. */
    public ImportBack back(long id) {
        ImportKind kind = kinds.seen(id);
        ImportJobs.Made made = kind.wayBack() == null || jobs.row(id).state() != ImportState.DONE ? null : jobs.made(id).orElse(null);
        if (made == null) {
            return null;
        }
        Map<Long, Sentence> stays = kind.wayBack().stays(made.subjects(), made.storedRow());
        return ImportBack.of(made.subjects().size() - stays.size(), stays.values());
    }

    /** Why an import that has stored its rows cannot be taken back, and what to do instead; null if it can, or has stored nothing. */
    public Sentence noWayBack(long id) {
        ImportKind kind = kinds.seen(id);
        if (jobs.row(id).state() != ImportState.DONE) {
            return null;
        }
        return kind.wayBack() == null ? Sentence.of("import." + kind.name() + ".stays") : jobs.made(id).isEmpty() ? Sentence.of("import.made_unknown") : null;
    }

    /** How far an import is; the file is not looked at. */
    public ImportRow progress(long id) {
        kinds.seen(id);
        return jobs.row(id);
    }

    /** What can be chosen for an import. */
    public Form form(long id, Locale locale) {
        ImportKind kind = kinds.seen(id);
        return new Form(kind.fields().stream().map(f -> new Choice(f.name(), f.label(locale))).toList(), kind.options(locale),
                kind.words() == null ? List.of() : kind.words().constants().stream()
                        .map(c -> new Choice(c.name(), Texts.get(locale, c))).toList());
    }

    /** One import: what was found out about the file, and what it would do now. While it runs the file is not looked at. */
    public View view(long id, Locale locale) {
        ImportKind kind = kinds.seen(id);
        ImportRow job = jobs.row(id);
        ImportSettings settings = jobs.settings(id);
        Set<ImportAction> actions = EnumSet.noneOf(ImportAction.class);
        ImportFlow.TABLE.from(job.state()).forEach(r -> actions.add(r.action()));
        actions.removeAll(OWN);
        if (kind.wayBack() == null || job.state() == ImportState.DONE && jobs.made(id).isEmpty()) {
            actions.remove(ImportAction.TAKE_BACK);
        }
        boolean open = job.state() == ImportState.READY || job.state() == ImportState.FAILED;
        ImportPlans.Read read = open ? plans.of(kind, id, job.version()) : null;
        if (read == null) {
            return new View(kind.name(), job, job.version(), settings, List.of(), List.of(), 0, new ImportCounts(job.created(), job.changed(),
                    job.same(), job.wrong(), 0), List.of(), false, job.reason(locale), actions, history.of("ImportJob", id));
        }
        if (read.plan().faults() > 0) {
            actions.remove(ImportAction.RUN);
        }
        List<Word> words = words(kind, read.file(), settings);
        return new View(kind.name(), job, job.version(), settings, columns(kind, read.file(), settings), words.stream().limit(MOST_WORDS).toList(),
                words.size(), read.plan().counts(), read.plan().findings().stream().map(f -> f.told(locale)).toList(),
                read.plan().faults() == 0, job.reason(locale), actions, history.of("ImportJob", id));
    }

    /** The dry run: what would happen to each row. Nothing is written. The outcome filters, null shows the rows of the file. */
    public Page<Line> preview(long id, Outcome outcome, PageRequest page, Locale locale) {
        return preview(id, outcome, false, page, locale);
    }

    /** The same; asked shows those rows only for which something may be decided. */
    public Page<Line> preview(long id, Outcome outcome, boolean asked, PageRequest page, Locale locale) {
        ImportKind kind = kinds.seen(id);
        ImportRow job = jobs.row(id);
        ImportPlans.Read read = job.state() == ImportState.RUNNING ? null : plans.of(kind, id, job.version());
        List<ImportPlan.Row> rows = read == null ? List.of() : read.plan().rows().stream()
                .filter(r -> outcome == null ? r.outcome() != Outcome.GONE : r.outcome() == outcome).filter(r -> !asked || kind.asks(r)).toList();
        return Page.of(rows.stream().skip(page.offset()).limit(page.size()).map(r -> new Line(r.line(), r.outcome(), r.number(), r.name(),
                r.subjectId(), r.changes(), r.findings().stream().map(f -> f.told(locale)).toList(), kind.questions(r, locale))).toList(), rows.size(), page);
    }

    /** What the dry run cannot decide for sure, what concerns most rows first; at most 200. */
    public List<ImportKind.Question> questions(long id, Locale locale) {
        ImportKind kind = kinds.seen(id);
        ImportRow job = jobs.row(id);
        ImportPlans.Read read = job.state() == ImportState.READY || job.state() == ImportState.FAILED ? plans.of(kind, id, job.version()) : null;
        return read == null ? List.of() : kind.questions(read.plan(), locale).stream().limit(MOST_QUESTIONS).toList();
    }

    /** All findings of the dry run, to be saved as a list and worked off; what concerns a whole column stands there once. */
    public List<Finding.Told> findings(long id, Locale locale) {
        ImportKind kind = kinds.seen(id);
        ImportPlans.Read read = plans.of(kind, id, jobs.row(id).version());
        List<Finding.Told> all = new ArrayList<>();
        if (read != null) {
            read.plan().findings().forEach(f -> all.add(f.told(locale)));
            read.plan().rows().forEach(r -> r.findings().forEach(f -> all.add(f.told(locale))));
        }
        return all;
    }

    private static List<Column> columns(ImportKind kind, CsvFile file, ImportSettings settings) {
        List<Column> columns = new ArrayList<>();
        Predicate<String> taken = kind.takes();
        for (int i = 0; i < file.columns().size(); i++) {
            int column = i;
            List<String> samples = file.rows().stream().map(r -> r.value(column)).filter(v -> !v.isBlank()).distinct().limit(SAMPLES).toList();
            columns.add(new Column(i, file.columns().get(i), i < settings.columns().size() ? settings.columns().get(i) : "", samples, !taken.test(file.columns().get(i))));
        }
        return columns;
    }

    private static List<Word> words(ImportKind kind, CsvFile file, ImportSettings settings) {
        int column = kind.words() == null ? -1 : settings.columns().indexOf(kind.words().field().name());
        Map<String, Integer> rows = new LinkedHashMap<>();
        if (column >= 0) {
            for (CsvRow row : file.rows()) {
                String text = Fold.text(row.value(column));
                if (text != null) {
                    rows.merge(text, 1, Integer::sum);
                }
            }
        }
        Map<String, String> chosen = settings.words();
        List<Word> words = new ArrayList<>();
        rows.forEach((text, count) -> {
            Enum<?> meant = chosen.containsKey(text) ? null : kind.words().meant().apply(text, settings);
            words.add(new Word(text, chosen.getOrDefault(text, meant == null ? null : meant.name()), count));
        });
        words.sort(Comparator.comparing((Word w) -> w.type() != null).thenComparing(Word::rows, Comparator.reverseOrder()));
        return words;
    }
}
