package de.schulpakt.inventory.booking;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who has booked, and who answered for a class set, is erased by rule. */
@ApplicationScoped
public class BookingErasure implements JobKind {
    @Inject
    Bookings bookings;
    @Inject
    SetMoves moves;

    @Override
    public String name() {
        return "bookings";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(3, 45);
    }

    @Override
    public void run(JobRun run) {
        int erased = 0;
        for (int some = bookings.erase(); some > 0 && !run.stopped(); some = bookings.erase()) {
            erased += some;
        }
        for (int some = moves.erase(); some > 0 && !run.stopped(); some = moves.erase()) {
            erased += some;
        }
        run.says("job.kind.bookings_done", erased);
    }
}
