package de.schulpakt.inventory.ask;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
/** Who has asked is erased by rule. */
@ApplicationScoped
public class AskErasure implements JobKind {
    @Inject
    Asks asks;

    @Override
    public String name() {
        return "asks";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(3, 50);
    }

    @Override
    public void run(JobRun run) {
        int erased = 0;
        for (int some = asks.erase(); some > 0 && !run.stopped(); some = asks.erase()) {
            erased += some;
        }
        run.says("job.kind.asks_done", erased);
    }
}
