package de.schulpakt.procurement.catalogue;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Brings offers that begin today into the catalogue, and tells of those that end soon. */
@ApplicationScoped
class OfferJob implements JobKind {
    @Inject
    OfferTurns turns;

    @Override
    public String name() {
        return "offers";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(0, 10);
    }

    @Override
    public void run(JobRun run) {
        List<Long> begun = turns.begun();
        List<OfferTurns.Ending> ending = turns.ending();
        for (Long item : begun) {
            turns.turn(item);
        }
        for (OfferTurns.Ending one : ending) {
            if (run.stopped()) {
                run.again();
                return;
            }
            turns.tell(one);
        }
        run.says("job.kind.offers_told", begun.size(), ending.size());
    }
}
