package de.schulpakt.identity.known;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Forgets from where people have signed in long ago. */
@ApplicationScoped
class KnownAge implements JobKind {
    @Inject
    KnownPlaces places;

    @Override
    public String name() {
        return "known-age";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(3, 25);
    }

    @Override
    public void run(JobRun run) {
        run.says("job.kind.known-age_done", places.forget());
    }
}
