package de.schulpakt.paper.label;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Removes labels that were made in the background 14 days ago. */
@ApplicationScoped
class LabelAge implements JobKind {
    @Inject
    LabelJobs jobs;

    @Override
    public String name() {
        return "label-age";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(3, 50);
    }

    @Override
    public void run(JobRun run) {
        run.says("job.kind.label-age_done", jobs.forget());
    }
}
