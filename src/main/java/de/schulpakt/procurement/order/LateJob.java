package de.schulpakt.procurement.order;

import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells who receives of deliveries that are late, once for each day on which one was expected. */
@ApplicationScoped
class LateJob implements JobKind {
    @Inject
    LateOrders orders;

    @Override
    public String name() {
        return "late";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(5, 30);
    }

    @Override
    public void run(JobRun run) {
        List<LateOrders.Late> late = orders.waiting();
        for (LateOrders.Late one : late) {
            if (run.stopped()) {
                run.again();
                return;
            }
            orders.tell(one);
        }
        run.says("job.kind.late_told", late.size());
    }
}
