package de.schulpakt.exchange;

import de.schulpakt.platform.Problem;
import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import de.schulpakt.platform.step.Explained;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Stores started imports in the background, one after the other however many servers there are, on behalf of who started them;
 * whoever closes the page finds them again. One whose server died is begun again within a minute: it had stored nothing.
 */
@ApplicationScoped
public class ImportWorker implements JobKind {
    /** Name of the kind. */
    static final String NAME = "imports";
    private static final Logger LOG = Logger.getLogger(ImportWorker.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(30);
    @Inject
    Imports imports;
    @Inject
    ImportJobs jobs;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobTime time() {
        return JobTime.every(PAUSE);
    }

    @Override
    public void run(JobRun run) {
        ImportStarts next = imports.next();
        if (next == null) {
            return;
        }
        ImportRow row = jobs.row(next.id());
        run.about(String.valueOf(next.id()));
        run.again();
        jobs.progress(next.id()).to(run, row.rowsTotal());
        try {
            imports.executeFor(next.id(), next.userId());
            run.says("job.kind.imports_done", row.fileName(), row.rowsTotal());
        } catch (Throwable failure) {
            // an Error of one import must not keep the others waiting
            if (!run.stopped()) {
                told(next.id(), row.fileName(), failure, run);
            }
        } finally {
            imports.over(next.id());
        }
    }

    private void told(long id, String file, Throwable failure, JobRun run) {
        String code = failure instanceof Problem problem ? problem.code()
                : Explained.of(failure, Locale.GERMAN).map(Explained::code).orElse("import.unexpected");
        if ("import.unexpected".equals(code)) {
            LOG.log(Level.SEVERE, "import " + id + " failed", failure);
        }
        imports.fail(id, code, failure instanceof Problem problem ? problem.args().toArray() : new Object[0]);
        run.warns("job.kind.imports_failed", file);
    }
}
