package de.schulpakt.funding.deadline;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells of deadlines of funding that nobody has seen to, before they are due and when they are over. */
@ApplicationScoped
class DeadlineJob implements JobKind {
    @Inject
    DeadlineReminders reminders;

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(5, 20);
    }

    @Override
    public void run(JobRun run) {
        int told = 0;
        for (Long authority : reminders.authorities()) {
            for (DeadlineReminders.Due one : reminders.waiting(authority)) {
                if (run.stopped()) {
                    run.again();
                    return;
                }
                told += reminders.tell(one) ? 1 : 0;
            }
        }
        run.says("job.kind.deadlines_told", told);
    }
}
