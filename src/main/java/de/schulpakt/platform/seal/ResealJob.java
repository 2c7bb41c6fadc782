package de.schulpakt.platform.seal;

import de.schulpakt.platform.Registered;
import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Seals anew what was sealed with the former key. */
@ApplicationScoped
class ResealJob implements JobKind {
    @Inject
    Registered registered;
    @Inject
    Resealing resealing;
    @Inject
    Seal seal;

    @Override
    public String name() {
        return "reseal";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(2, 20);
    }

    @Override
    public void run(JobRun run) {
        int renewed = 0;
        if (seal.changing()) {
            for (SealedColumn one : registered.of(SealedColumn.class)) {
                renewed += resealing.renew(one);
            }
        }
        run.says("job.kind.reseal_done", renewed);
    }
}
