package de.schulpakt.school.register;

import de.schulpakt.platform.Conflict;
import de.schulpakt.school.place.FederalState;
import static de.schulpakt.identity.Permission.SCHOOL_IMPORT;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.identity.SignIn;
import de.schulpakt.exchange.CsvFile;
import de.schulpakt.exchange.CsvFormat;
import de.schulpakt.exchange.ImportMapping;
import de.schulpakt.exchange.ImportRow;
import de.schulpakt.exchange.ImportState;
import de.schulpakt.exchange.Imports;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.school.place.SchoolRegister;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The import of a school register: upload, settings, start, and the run itself, which stores all rows or none. The pattern
 * of every import: the use cases are here, what is common to all is in {@link Imports} and {@link CsvFile}.
 */
@UseCases
public class SchoolImports {
    static final String KIND = "school";
    private static final int MOST_NOTE = 2000;

    @Inject
    Guard guard;
    @Inject
    Imports imports;
    @Inject
    SchoolImportReader reader;
    @Inject
    SchoolRegister register;
    @Inject
    SignIn signIn;

    /**
     * Keeps a file; how it is to be read and which column means what is found out and can be changed. No school is touched.
     *
     * @return id of the import
     * @throws Refused if it is no CSV file, see {@link CsvFile#check}
     */
    public Long upload(@Valid UploadSchools cmd) {
        guard.requireForOneself(SCHOOL_IMPORT);
        CsvFile.check(cmd.content());
        CsvFormat format = CsvFile.detect(cmd.content(), SchoolImports::known);
        SchoolImportSettings settings = new SchoolImportSettings(format.charset(), String.valueOf(format.delimiter()),
                format.headerLine(), null, reader.usualAuthority(), null, null, Map.of(), ExistingSchools.UPDATE);
        return imports.open(KIND, cmd.fileName(), cmd.content(), guessed(cmd.content(), settings).stored());
    }

    /**
     * Changes how a file is imported.
     *
     * @throws Refused {@code school.import.settings} for an encoding, delimiter or column that does not exist
     */
    public void change(@Valid ChangeImport cmd) {
        reader.job(cmd.id());
        SchoolImportSettings settings = cmd.settings();
        requireTarget(settings.authorityId());
        byte[] content = imports.source(KIND, cmd.id()).content();
        if (content == null) {
            throw new Refused("state.not_allowed", de.schulpakt.exchange.ImportAction.CHANGE, reader.job(cmd.id()).state());
        }
        check(settings);
        imports.change(KIND, cmd.id(), cmd.version(), guessed(content, settings).stored());
    }

    /**
     * Starts an import; {@link #execute} must follow, on a thread of its own. Of two people at once one gets Conflict.
     *
     * @throws Refused {@code school.import.wrong_rows} if anything keeps the file out
     */
    public void run(@Valid RunImport cmd) {
        reader.job(cmd.id());
        SchoolImportPlan plan = reader.plan(cmd.id());
        requireClean(plan);
        imports.start(KIND, cmd.id(), cmd.version(), plan.counts());
    }

    /**
     * Stores all rows of a started import in one transaction. What the dry run showed is computed again: if a row has become
     * wrong meanwhile, nothing is stored.
     *
     * @throws Refused {@code school.import.wrong_rows}; the caller then calls {@link #fail}
     */
    public void execute(long id) {
        ImportRow job = reader.job(id);
        if (job.state() != ImportState.RUNNING) {
            throw new Refused("state.not_allowed", de.schulpakt.exchange.ImportAction.FINISH, job.state());
        }
        SchoolImportPlan plan = reader.plan(id);
        requireClean(plan);
        store(id, plan);
        imports.finish(KIND, id, plan.counts());
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
        if (imports.row(KIND, id).state() == ImportState.RUNNING) {
            imports.fail(KIND, id, code, args);
        }
    }

    /** Gives an import up and removes its file. */
    public void discard(@Valid RunImport cmd) {
        reader.job(cmd.id());
        imports.discard(KIND, cmd.id(), cmd.version());
    }

    /** After a crash: imports that were running have stored nothing, and now say so. */
    @Unguarded("Called when the server starts; changes nothing but the state of what cannot be running.")
    public int recover() {
        List<Long> interrupted = imports.interrupted(KIND);
        interrupted.forEach(id -> imports.fail(KIND, id, "import.interrupted"));
        return interrupted.size();
    }

    static boolean known(String column) {
        return ImportMapping.knows(column, List.of(SchoolField.values()));
    }

    private void store(long id, SchoolImportPlan plan) {
        List<SchoolRegister.Taken> taken = new ArrayList<>();
        for (PlannedRow row : plan.rows()) {
            if (row.outcome() == Outcome.NEW || row.outcome() == Outcome.CHANGED) {
                taken.add(new SchoolRegister.Taken(row.stored() == null ? null : row.stored().id(), row.newAuthority(), row.stateCode(),
                        row.officialNo(), row.facts(), row.stored() == null ? null : note(row.changes())));
            }
        }
        register.store(taken, done -> imports.progress(id, done));
    }

    private static String note(List<FactChange> changes) {
        List<String> told = new ArrayList<>();
        changes.forEach(c -> told.add(c.before() == null ? "+ " + c.after() : c.before() + " → " + c.after()));
        String note = String.join("; ", told);
        return note.length() > MOST_NOTE ? note.substring(0, MOST_NOTE) : note;
    }

    private static void requireClean(SchoolImportPlan plan) {
        if (!plan.isClean()) {
            throw new Refused("school.import.wrong_rows", plan.count(Outcome.WRONG)
                    + (int) plan.findings().stream().filter(de.schulpakt.exchange.Finding::error).count());
        }
    }

    private void requireTarget(Long authorityId) {
        if (authorityId == null) {
            Scope scope = guard.visibleSchools(SCHOOL_IMPORT);
            if (scope.isEmpty()) {
                throw new NotFound("Import", "");
            }
            return;
        }
        guard.requireAuthority(SCHOOL_IMPORT, authorityId);
        register.requireAuthority(authorityId);
    }

    private static void check(SchoolImportSettings settings) {
        boolean good = settings.charset() != null && CsvFile.CHARSETS.contains(settings.charset())
                && settings.delimiter() != null && settings.delimiter().length() == 1
                && CsvFile.DELIMITERS.contains(settings.delimiter().charAt(0)) && Charset.isSupported(settings.charset())
                && (settings.headerLine() == null || settings.headerLine() >= 0)
                && (settings.stateCode() == null || FederalState.of(settings.stateCode()) != null);
        if (!good) {
            throw new Refused("school.import.settings");
        }
        if (settings.columns() != null) {
            for (String field : settings.columns()) {
                if (field != null && !field.isEmpty() && List.of(SchoolField.values()).stream().noneMatch(f -> f.name().equals(field))) {
                    throw new Refused("school.import.settings");
                }
            }
        }
    }

    /** Finds out what the settings leave open. */
    private static SchoolImportSettings guessed(byte[] content, SchoolImportSettings s) {
        int header = s.headerLine() != null ? s.headerLine()
                : CsvFile.headerLine(content, s.charset(), s.delimiter().charAt(0), SchoolImports::known);
        List<String> names = CsvFile.read(content, new CsvFormat(s.charset(), s.delimiter().charAt(0), header)).columns();
        List<String> columns = s.columns() == null || s.columns().size() != names.size()
                ? ImportMapping.guess(names, List.of(SchoolField.values()))
                : s.columns().stream().map(c -> c == null ? "" : c).toList();
        return new SchoolImportSettings(s.charset(), s.delimiter(), header, columns, s.authorityId(), s.stateCode(),
                s.typeDefault(), s.types(), s.existing());
    }
}
