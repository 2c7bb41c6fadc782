package de.schulpakt.exchange;

import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvFormat;
import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.job.Background;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Imports of every kind: upload, settings, start, and the run itself, which stores all rows or none; with wrong rows only if
 * these are left out on purpose.
 */
@UseCases
public class Imports {
    @Inject
    Guard guard;
    @Inject
    ImportKinds kinds;
    @Inject
    ImportJobs jobs;
    @Inject
    ImportReader reader;
    @Inject
    ImportPlans plans;
    @Inject
    SignIn signIn;
    @Inject
    CurrentUser user;
    @Inject
    Background background;

    /** An uploaded file. What the content must be says {@link CsvFile#accepted}. */
    public record Upload(@NotBlank @Size(max = 255) String fileName, byte[] content) {
    }

    /**
     * Other settings of an import; without columns these are guessed again, with a header line of -1 this is found out again.
     *
     * @param version the version that the asker saw
     */
    public record Settings(@NotNull Integer version, @NotNull @Valid ImportSettings settings) {
    }

    /** A step on an import that was seen in this version. */
    public record Step(@NotNull Integer version) {
    }

    /**
     * Keeps a file; how it is to be read and which column means what is found out, as it was at the last import of a file with the same columns, and can be
     * changed. Nothing is imported.
     *
     * @return id of the import
     * @throws Refused if it is no table, see {@link CsvFile#accepted}; {@code token.placed}, as all that follows, for an access token that is held
     *                 to one authority or one school
     */
    public Long upload(String kindName, @Valid Upload cmd) {
        ImportKind kind = kinds.of(kindName);
        guard.requireForOneself(kind.permission());
        byte[] sent = ImportReader.accepted(kind, cmd.content());
        CsvFormat format = CsvFile.detect(sent, ImportReader.known(kind));
        byte[] content = kind.kept(sent, format);
        ImportReader.Guess guess = ImportReader.guessed(kind, content, new ImportSettings(format, null, kind.usual()));
        return jobs.open(kind.name(), cmd.fileName(), content, reader.remembered(kind, guess), guess.header());
    }

    /**
     * Changes how a file is imported.
     *
     * @throws Refused {@code import.settings} for an encoding, delimiter or column that does not exist; {@code import.column_left} for a column of which nothing was kept
     */
    public void change(long id, @Valid Settings cmd) {
        ImportKind kind = kinds.seen(id);
        kind.check(cmd.settings());
        byte[] content = jobs.content(id);
        if (content == null) {
            throw new Refused("state.not_allowed", ImportAction.CHANGE, jobs.row(id).state());
        }
        check(kind, cmd.settings());
        ImportReader.Guess guess = ImportReader.guessed(kind, content, cmd.settings());
        List<String> names = CsvFile.read(content, guess.settings().format()).columns();
        Predicate<String> taken = kind.takes();
        for (int i = 0; i < names.size(); i++) {
            if (!guess.settings().columns().get(i).isEmpty() && !taken.test(names.get(i))) {
                throw new Refused("import.column_left", names.get(i));
            }
        }
        jobs.change(id, cmd.version(), guess.settings(), guess.header());
    }

    /**
     * Starts an import: the worker hears of it after the commit, on whichever node, and calls {@link #executeFor}. Of two people at once one gets Conflict.
     *
     * @throws Refused {@code import.wrong_rows} if anything keeps the file out
     */
    public void run(long id, @Valid Step cmd) {
        ImportKind kind = kinds.seen(id);
        ImportPlans.Read read = plans.of(kind, id, jobs.row(id).version());
        if (read == null) {
            throw new Refused("state.not_allowed", ImportAction.RUN, jobs.row(id).state());
        }
        requireClean(read.plan());
        jobs.start(id, cmd.version(), read.plan().counts());
        background.want(ImportWorker.NAME);
    }

    /**
     * Stores the rows of a started import in one transaction. What the dry run showed is computed again: if a row has become
     * wrong meanwhile, nothing is stored.
     *
     * @throws Refused {@code import.wrong_rows}, {@code import.cancelled}; the caller then calls {@link #fail}
     */
    public void execute(long id) {
        ImportKind kind = kinds.seen(id);
        ImportState state = jobs.row(id).state();
        ImportPlans.Read read = plans.fresh(kind, id);
        if (state != ImportState.RUNNING || read == null) {
            throw new Refused("state.not_allowed", ImportAction.FINISH, state);
        }
        requireClean(read.plan());
        ImportJobs.Progress progress = jobs.progress(id);
        progress.at(0);
        Set<Long> made = new TreeSet<>();
        kind.store(read.plan(), progress::at, made::addAll);
        jobs.finish(id, read.plan().counts(), made);
    }

    /**
     * The same on behalf of who started it, for a thread without a signed-in user. Signing in belongs to the transaction:
     * in the background Payara has no other place for an entity manager.
     */
    @Unguarded("Signs in who passed the guard at the start; execute asks again.")
    public void executeFor(long id, long userId) {
        signIn.byId(userId);
        execute(id);
    }

    /** Says why a started import has stored nothing; it can be started again. */
    @Unguarded("Called by the runner with the outcome of an import whose start was guarded.")
    public void fail(long id, String code, Object... args) {
        jobs.fail(id, code, args);
    }

    /** Stops an import that runs; nothing of it is stored, and it can be started again. */
    public void cancel(long id, @Valid Step cmd) {
        kinds.seen(id);
        jobs.cancel(id, cmd.version());
    }

    /** Gives an import up and removes its file. */
    public void discard(long id, @Valid Step cmd) {
        kinds.seen(id);
        jobs.discard(id, cmd.version());
    }

    /**
     * Takes back what an import has made, by the counter-step of its room; what was touched since stays and is named in the history. What the import has
     * only changed stays as it is: the histories say what stood there before.
     *
     * @return how many went and what stays
     * @throws Refused {@code import.stays} for a kind that cannot be taken back, {@code import.made_unknown} for an import of which nothing is known,
     *                 {@code import.all_touched} if nothing would go
     */
    public ImportBack takeBack(long id, @Valid TakeBack cmd) {
        ImportKind kind = kinds.seen(id);
        if (kind.wayBack() == null) {
            throw new Refused("import.stays", Sentence.of("import." + kind.name() + ".stays"));
        }
        // who comes second waits here, and is told that another was first
        jobs.lock(id, cmd.version());
        ImportJobs.Made made = jobs.made(id).orElseThrow(() -> new Refused("import.made_unknown"));
        Map<Long, Sentence> stays = kind.wayBack().stays(made.subjects(), made.storedRow());
        List<Long> goes = made.subjects().stream().filter(subject -> !stays.containsKey(subject)).toList();
        ImportBack back = ImportBack.of(goes.size(), stays.values());
        if (goes.isEmpty()) {
            throw new Refused("import.all_touched", back.stays(), back.shown());
        }
        kind.wayBack().takeBack(goes, jobs.row(id).fileName(), cmd.reason());
        Said said = Said.that("said.import_back", back.goes());
        jobs.takeBack(id, cmd.version(), (back.stays() == 0 ? said : said.and("said.import_stays", back.stays(), back.shown())).andWords(cmd.reason()));
        return back;
    }

    /** Take an import back that was seen in this version. */
    public record TakeBack(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * The import that the worker is to store now, null if none waits. Of one that brought the server down three times it says
     * that it was interrupted: it has stored nothing.
     */
    @Unguarded("Called by the worker; changes nothing but how often an import was begun, whose start was guarded.")
    public ImportStarts next() {
        return jobs.next();
    }

    /** The run has ended, with or without success. */
    @Unguarded("Called by the worker; forgets only how far a run was.")
    public void over(long id) {
        jobs.over(id);
    }

    private static void requireClean(ImportPlan plan) {
        if (plan.faults() > 0) {
            throw new Refused("import.wrong_rows", plan.faults());
        }
    }

    private static void check(ImportKind kind, ImportSettings settings) {
        CsvFormat format = settings.format();
        boolean good = format.charset() != null && CsvFile.CHARSETS.contains(format.charset())
                && CsvFile.DELIMITERS.contains(format.delimiter()) && Charset.isSupported(format.charset()) && format.headerLine() >= -1;
        if (good && settings.columns() != null) {
            List<? extends ImportField> fields = kind.fields();
            good = settings.columns().stream().allMatch(c -> c == null || c.isEmpty()
                    || fields.stream().anyMatch(f -> f.name().equals(c)));
        }
        if (!good) {
            throw new Refused("import.settings");
        }
    }
}
