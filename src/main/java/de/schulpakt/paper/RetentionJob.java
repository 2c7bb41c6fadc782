package de.schulpakt.paper;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobRun;
import de.schulpakt.platform.job.JobTime;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Removes papers whose kind has a time of keeping that is over: so many years after the end of the year in which they came. What a room
 * holds ({@link PaperHold}) stays, whatever its kind says.
 */
@ApplicationScoped
public class RetentionJob implements JobKind {
    private static final int AT_ONCE = 1_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Papers papers;
    @Inject
    Instance<PaperHold> holds;

    /** A kind that has a time of keeping. */
    private record Kept(Long id, Integer years) {
    }

    /** A paper whose time is over. */
    private record Over(Long id, String subjectType, Long subjectId) {
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
        int kept = 0;
        for (Kept kind : Ask.of(em, Kept.class, "select k.id as id, k.keepYears as years from PaperKind k where k.keepYears is not null").list()) {
            // of 2020, kept for 5 years: until the end of 2025
            Instant before = LocalDate.of(clock.today().getYear() - kind.years(), 1, 1).atStartOfDay(Clock.ZONE).toInstant();
            List<Over> over = over(kind.id(), before, 0);
            while (!over.isEmpty()) {
                Map<String, Set<Long>> subjects = over.stream().collect(Collectors.groupingBy(Over::subjectType, TreeMap::new,
                        Collectors.mapping(Over::subjectId, Collectors.toSet())));
                Map<String, Set<Long>> held = new HashMap<>();
                subjects.forEach((type, ids) -> holds.forEach(hold -> held.computeIfAbsent(type, t -> new HashSet<>()).addAll(hold.held(type, ids))));
                for (Over paper : over) {
                    if (held.getOrDefault(paper.subjectType(), Set.of()).contains(paper.subjectId())) {
                        kept++;
                    } else {
                        run.at(removed++, 0);
                        papers.expire(paper.id());
                    }
                }
                over = over(kind.id(), before, over.get(over.size() - 1).id());
            }
        }
        run.says("job.kind.retention_done", removed, kept);
    }

    /** The next papers of a kind whose time is over. */
    private List<Over> over(Long kind, Instant before, long after) {
        return Ask.of(em, Over.class, """
                select p.id as id, p.subjectType as subjectType, p.subjectId as subjectId from Paper p
                where p.kindId = :kind and p.madeAt < :before and p.removedAt is null and p.id > :after order by p.id""")
                .set("kind", kind).set("before", before).set("after", after).list(AT_ONCE);
    }
}
