package de.schulpakt.paper.retention;

import de.schulpakt.paper.PaperHold;
import de.schulpakt.paper.Papers;
import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Removes papers whose kind has a time of keeping that is over: so many years after the end of the year in which they came. What a room
 * holds ({@link PaperHold}) stays, whatever its kind says.
 */
@ApplicationScoped
public class RetentionJob implements JobKind {
    @Inject
    PaperAges ages;
    @Inject
    Papers papers;

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(3, 40);
    }

    @Override
    public void run(JobRun run) {
        int removed = 0;
        int kept = 0;
        for (PaperAges.Kept kind : ages.kinds()) {
            Long after = 0L;
            while (after != null) {
                PaperAges.Batch batch = ages.next(kind.id(), kind.years(), after);
                kept += batch.held();
                for (PaperAges.Over paper : batch.free()) {
                    run.at(removed++, 0);
                    papers.expire(paper.id());
                }
                after = batch.last();
            }
        }
        run.says("job.kind.retention_done", removed, kept);
    }
}
