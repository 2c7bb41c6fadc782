package de.schulpakt.inventory.door;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reminds borrowers in the morning of what is due and overdue. */
@ApplicationScoped
class BorrowerReminderJob implements JobKind {
    @Inject
    BorrowerReminders reminders;

    @Override
    public String name() {
        return "loan-letters";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(6, 20);
    }

    @Override
    public void run(JobRun run) {
        if (!reminders.on()) {
            run.says("job.kind.loan-letters_off");
            return;
        }
        int told = 0;
        Long after = 0L;
        while (after != null) {
            BorrowerReminders.Some some = reminders.waiting(after);
            for (BorrowerReminders.Group group : some.groups()) {
                if (run.stopped()) {
                    run.again();
                    return;
                }
                told += reminders.tell(group) ? 1 : 0;
            }
            after = some.last();
        }
        run.says("job.kind.loan-letters_told", told);
    }
}
