package de.schulpakt.inventory.loan;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What is known of borrowers is erased by rule. */
@ApplicationScoped
public class LoanErasure implements JobKind {
    @Inject
    Loans loans;

    @Override
    public String name() {
        return "loans";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(3, 40);
    }

    @Override
    public void run(JobRun run) {
        int erased = 0;
        for (int some = loans.erase(); some > 0 && !run.stopped(); some = loans.erase()) {
            erased += some;
        }
        run.says("job.kind.loans_done", erased);
    }
}
