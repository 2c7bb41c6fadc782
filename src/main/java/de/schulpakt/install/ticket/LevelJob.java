package de.schulpakt.install.ticket;

import de.schulpakt.install.level.LevelClock;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/** Watches the times of running tickets. */
@ApplicationScoped
public class LevelJob implements JobKind {
    /** Working time before the break at which people are told. */
    private static final Duration NEAR = Duration.ofMinutes(60);
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final int AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    LevelClock levels;
    @Inject
    TicketLevels tickets;

    @Override
    public String name() {
        return "levels";
    }

    @Override
    public JobTime time() {
        return JobTime.every(EVERY);
    }

    @Override
    public void run(JobRun run) {
        Instant near = levels.time().plus(clock.now(), NEAR);
        List<Long> due = watched(near);
        for (int i = 0; i < due.size(); i++) {
            run.at(i, due.size());
            tickets.watch(due.get(i), near);
        }
        run.says("job.kind.levels_done", due.size());
    }

    /** Those of which there is something to tell. */
    private List<Long> watched(Instant near) {
        return Ask.of(em, Long.class, """
                select t.id from Ticket t where t.state in :running and t.stoppedAt is null
                and (t.levelTold < 4 and t.solutionDueAt <= :now or t.levelTold < 3 and t.solutionDueAt <= :near
                    or t.respondedAt is null and (t.levelTold < 2 and t.responseDueAt <= :now or t.levelTold < 1 and t.responseDueAt <= :near))
                order by t.id""").set("running", EnumSet.of(TicketState.OPEN, TicketState.PLANNED, TicketState.SCHEDULED, TicketState.WAITING,
                        TicketState.IN_WORK)).set("now", clock.now()).set("near", near).list(AT_ONCE);
    }
}
