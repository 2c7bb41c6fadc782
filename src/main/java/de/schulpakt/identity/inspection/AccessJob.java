package de.schulpakt.identity.inspection;

import de.schulpakt.identity.account.Users;
import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes back roles whose last day is over, and forgets inspections of long ago. */
@ApplicationScoped
class AccessJob implements JobKind {
    @Inject
    Users users;
    @Inject
    Inspections inspections;

    @Override
    public String name() {
        return "access";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(0, 10);
    }

    @Override
    public void run(JobRun run) {
        run.says("job.kind.access_done", users.endOver(), inspections.forget());
    }
}
