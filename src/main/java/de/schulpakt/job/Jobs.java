package de.schulpakt.job;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.job.Background;
import jakarta.inject.Inject;

/** Running jobs by hand, pausing and ending them: for administrators of the whole installation. */
@UseCases
public class Jobs {
    @Inject
    Guard guard;
    @Inject
    Background background;
    @Inject
    History history;

    /**
     * Has a job run now; if it is running, once more after that.
     *
     * @throws NotFound if there is no such job
     * @throws Refused  {@code job.paused} if it is paused
     */
    public void run(String job) {
        known(job);
        if (background.paused(job)) {
            throw new Refused("job.paused");
        }
        background.want(job);
        history.record(ref(job), JobAction.RUN, Said.that("job.kind." + job));
    }

    /** Has a job passed over from now on; one that is paused stays so. */
    public void pause(String job) {
        known(job);
        if (background.pause(job)) {
            history.record(ref(job), JobAction.PAUSE, Said.that("job.kind." + job));
        }
    }

    /** Has a paused job run again: at once, and then when its time comes. */
    public void resume(String job) {
        known(job);
        if (background.resume(job)) {
            history.record(ref(job), JobAction.RESUME, Said.that("job.kind." + job));
        }
    }

    /**
     * Has the run of a job end that is going on; what it has not stored yet it does not store.
     *
     * @throws Refused {@code job.not_running} if none is going on
     */
    public void cancel(String job) {
        known(job);
        if (!background.cancel(job)) {
            throw new Refused("job.not_running");
        }
        history.record(ref(job), JobAction.CANCEL, Said.that("job.kind." + job));
    }

    private void known(String job) {
        guard.requireEverywhere(USER_ADMIN);
        background.kind(job);
    }

    /** Jobs have names and no ids. */
    private static Ref ref(String job) {
        return new Ref("Job", 0, job).ofNobody();
    }
}
