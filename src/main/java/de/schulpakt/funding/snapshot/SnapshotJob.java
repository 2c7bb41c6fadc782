package de.schulpakt.funding.snapshot;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keeps the figures of key dates in the night after them. */
@ApplicationScoped
public class SnapshotJob implements JobKind {
    private static final int HOUR = 0;
    private static final int MINUTE = 20;
    @Inject
    Snapshots snapshots;

    @Override
    public String name() {
        return "snapshots";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(HOUR, MINUTE);
    }

    @Override
    public void run(JobRun run) {
        run.says("job.kind.snapshots_done", snapshots.takeDue());
    }
}
