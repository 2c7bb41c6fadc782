package de.schulpakt.school.contact;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Contacts that have ended are deleted by rule. */
@ApplicationScoped
class ContactErasure implements JobKind {
    @Inject
    Contacts contacts;

    @Override
    public String name() {
        return "school-contacts";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(3, 50);
    }

    @Override
    public void run(JobRun run) {
        run.says("job.kind.school-contacts_done", contacts.forget());
    }
}
