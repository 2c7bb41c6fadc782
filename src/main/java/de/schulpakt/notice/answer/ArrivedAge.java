package de.schulpakt.notice.answer;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Messages that nobody has seen to for a long time are dropped. */
@ApplicationScoped
public class ArrivedAge implements JobKind {
    @Inject
    Arrivals arrivals;

    @Override
    public String name() {
        return "mail-in-age";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(3, 25);
    }

    @Override
    public void run(JobRun run) {
        run.says("job.kind.mail-in-age_done", arrivals.forget());
    }
}
