package de.schulpakt.paper.label;

import de.schulpakt.platform.Problem;
import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes labels in the background, part after part; each is kept before the next one is begun. One whose server died goes on with the part that was not kept.
 */
@ApplicationScoped
class LabelWorker implements JobKind {
    static final String NAME = "labels";
    private static final Logger LOG = Logger.getLogger(LabelWorker.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(30);
    @Inject
    LabelJobs jobs;

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
        LabelJobs.Next next = jobs.next();
        if (next == null) {
            return;
        }
        run.about(String.valueOf(next.id()));
        run.again();
        try {
            run.at(next.done(), next.total());
            LabelJobs.Made made = jobs.part(next.id());
            while (made.state() == LabelJobState.RUNNING) {
                run.at(made.done(), made.total());
                made = jobs.part(next.id());
            }
            run.at(made.done(), made.total());
            run.says("job.kind.labels_done", made.done(), made.total());
        } catch (RuntimeException failure) {
            // a server that stops has kept what it made: another one goes on
            if (!run.stopped()) {
                if (!(failure instanceof Problem)) {
                    LOG.log(Level.SEVERE, "labels " + next.id() + " failed", failure);
                }
                jobs.fail(next.id());
                run.warns("job.kind.labels_failed", next.done(), next.total());
            }
        }
    }
}
