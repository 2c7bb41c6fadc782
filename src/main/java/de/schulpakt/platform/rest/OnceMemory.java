package de.schulpakt.platform.rest;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import de.schulpakt.platform.step.OnceClaims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Forgets the keys of commands after a week. */
@ApplicationScoped
public class OnceMemory implements JobKind {
    @Inject
    OnceClaims claims;

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(3, 20);
    }

    @Override
    public void run(JobRun run) {
        run.says("job.kind.keys_done", claims.forget());
    }
}
