package de.schulpakt.platform.mail;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Old letters lose their words, and later their line. */
@ApplicationScoped
public class MailAge implements JobKind {
    @Inject
    Mails mails;

    @Override
    public String name() {
        return "mail-age";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(3, 20);
    }

    @Override
    public void run(JobRun run) {
        run.says("job.kind.mail-age_done", mails.forget());
    }
}
