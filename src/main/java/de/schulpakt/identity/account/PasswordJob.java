package de.schulpakt.identity.account;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Answers those who say to have forgotten their password. */
@ApplicationScoped
class PasswordJob implements JobKind {
    static final String NAME = "password-links";

    @Inject
    PasswordLinks links;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobTime time() {
        return JobTime.every(Duration.ofMinutes(1));
    }

    @Override
    public void run(JobRun run) {
        int wishes = 0;
        int letters = 0;
        for (int sent = links.answerOne(); sent >= 0 && !run.stopped(); sent = links.answerOne()) {
            wishes++;
            letters += sent;
        }
        if (wishes > 0) {
            run.says("job.kind.password-links_done", wishes, letters);
        }
    }
}
