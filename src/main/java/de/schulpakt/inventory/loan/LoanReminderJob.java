package de.schulpakt.inventory.loan;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells schools in the morning what is due back. */
@ApplicationScoped
class LoanReminderJob implements JobKind {
    @Inject
    LoanReminders reminders;

    @Override
    public String name() {
        return "loans-due";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(5, 40);
    }

    @Override
    public void run(JobRun run) {
        List<LoanReminders.Due> due = reminders.waiting();
        for (LoanReminders.Due one : due) {
            if (run.stopped()) {
                run.again();
                return;
            }
            reminders.tell(one);
        }
        run.says("job.kind.loans-due_told", due.size());
    }
}
