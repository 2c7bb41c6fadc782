package de.schulpakt.identity.person;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Forgets those who have left long enough ago, one after the other, if there is a rule. */
@ApplicationScoped
class LeaverJob implements JobKind {
    @Inject
    Leavers leavers;

    @Override
    public String name() {
        return "leavers";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(3, 40);
    }

    @Override
    public void run(JobRun run) {
        if (LeaverRule.days() == 0) {
            run.says("job.kind.leavers_off");
            return;
        }
        int people = 0;
        while (!run.stopped() && !run.cancelled() && leavers.forgetNext()) {
            people++;
        }
        run.says("job.kind.leavers_done", people, LeaverRule.days());
    }
}
