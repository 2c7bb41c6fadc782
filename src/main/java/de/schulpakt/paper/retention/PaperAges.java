package de.schulpakt.paper.retention;

import de.schulpakt.paper.PaperHold;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Papers whose time of keeping is over, for the job that removes them and for who wants to know beforehand: both ask here, so that what is
 * announced is what is done.
 */
@ApplicationScoped
class PaperAges {
    private static final int AT_ONCE = 1_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Instance<PaperHold> holds;

    /** A kind that has a time of keeping. */
    record Kept(Long id, Integer years) {
    }

    /** A paper whose time is over. */
    record Over(Long id, String subjectType, Long subjectId, String name, Instant madeAt) {
    }

    /**
     * Some papers whose time is over.
     *
     * @param free those that nothing holds
     * @param held how many a room holds
     * @param last where to go on; null if there are no more
     */
    record Batch(List<Over> free, int held, Long last) {
    }

    /** Kinds that have a time of keeping. */
    List<Kept> kinds() {
        return Ask.of(em, Kept.class, "select k.id as id, k.keepYears as years from PaperKind k where k.keepYears is not null order by k.place, k.id").list();
    }

    /** The next papers of a kind whose time is over, after the paper with that id; 0 to begin. */
    Batch next(long kind, int years, long after) {
        // of 2020, kept for 5 years: until the end of 2025
        Instant before = LocalDate.of(clock.today().getYear() - years, 1, 1).atStartOfDay(Clock.ZONE).toInstant();
        List<Over> over = Ask.of(em, Over.class, """
                select p.id as id, p.subjectType as subjectType, p.subjectId as subjectId, p.name as name, p.madeAt as madeAt from Paper p
                where p.kindId = :kind and p.madeAt < :before and p.removedAt is null and p.id > :after order by p.id""")
                .set("kind", kind).set("before", before).set("after", after).list(AT_ONCE);
        Map<String, Set<Long>> subjects = over.stream().collect(Collectors.groupingBy(Over::subjectType, TreeMap::new,
                Collectors.mapping(Over::subjectId, Collectors.toSet())));
        Map<String, Set<Long>> held = new HashMap<>();
        subjects.forEach((type, ids) -> holds.forEach(hold -> held.computeIfAbsent(type, t -> new HashSet<>()).addAll(hold.held(type, ids))));
        List<Over> free = new ArrayList<>(over);
        free.removeIf(p -> held.getOrDefault(p.subjectType(), Set.of()).contains(p.subjectId()));
        return new Batch(free, over.size() - free.size(), over.size() < AT_ONCE ? null : over.get(over.size() - 1).id());
    }
}
