package de.schulpakt.paper.print;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Signatures are forgotten with the papers that they stand under. */
@ApplicationScoped
class SignatureJob implements JobKind {
    @Inject
    SignatureAge age;

    @Override
    public String name() {
        return "signatures";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(3, 45);
    }

    @Override
    public void run(JobRun run) {
        run.says("job.kind.signatures_done", age.forget());
    }
}
