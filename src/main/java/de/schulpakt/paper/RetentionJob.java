package de.schulpakt.paper;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Removes papers whose kind has a time of keeping that is over: so many years after the end of the year in which they came. */
@ApplicationScoped
public class RetentionJob implements JobKind {
    private static final int AT_ONCE = 1_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Papers papers;

    /** A kind that has a time of keeping. */
    private record Kept(Long id, Integer years) {
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(3, 40);
    }

    @Override
    public void run(JobRun run) {
        int removed = 0;
        for (Kept kind : de.schulpakt.platform.row.Ask.of(em, Kept.class, "select k.id as id, k.keepYears as years from PaperKind k"
                + " where k.keepYears is not null").list()) {
            // of 2020, kept for 5 years: until the end of 2025
            Instant before = LocalDate.of(clock.today().getYear() - kind.years(), 1, 1).atStartOfDay(Clock.ZONE).toInstant();
            List<Long> over = em.createQuery("select p.id from Paper p where p.kindId = :kind and p.madeAt < :before and p.removedAt is null"
                            + " order by p.id", Long.class).setParameter("kind", kind.id()).setParameter("before", before)
                    .setMaxResults(AT_ONCE).getResultList();
            for (Long id : over) {
                run.at(removed++, 0);
                papers.expire(id);
            }
            if (over.size() == AT_ONCE) {
                run.again();
            }
        }
        run.says("job.kind.retention_done", removed);
    }
}
