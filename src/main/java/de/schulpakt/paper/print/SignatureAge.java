package de.schulpakt.paper.print;

import de.schulpakt.paper.PaperHold;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Forgets signatures with the papers that they stand under: so many years after the end of the year in which they were given as papers of
 * that kind are kept, unless a room holds the papers of the subject ({@link PaperHold}). What was drawn for a signature that was taken back
 * goes after 90 days. Kinds without a time of keeping, and papers that are not kept as files, are left to their rooms.
 */
@UseCases
@Unguarded("Called by the job of each night; forgets by rule.")
class SignatureAge {
    private static final int AT_ONCE = 1_000;
    private static final Duration WITHDRAWN = Duration.ofDays(90);

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    @Any
    Instance<Printable> kinds;
    @Inject
    Instance<PaperHold> holds;

    /** A signature whose time is over. */
    private record Over(Long id, Long subjectId) {
    }

    /** Forgets; how many signatures. */
    int forget() {
        em.createQuery("update Signature s set s.picture = null, s.strokes = null where s.withdrawnAt < :old and s.strokes is not null")
                .setParameter("old", clock.now().minus(WITHDRAWN)).executeUpdate();
        int gone = 0;
        for (Printable kind : kinds) {
            Integer years = kind.kept() == null ? null
                    : Ask.of(em, Integer.class, "select k.keepYears from PaperKind k where k.code = :code and k.keepYears is not null").set("code", kind.kept()).one().orElse(null);
            if (years != null) {
                // of 2020, kept for 5 years: until the end of 2025
                gone += forget(kind, LocalDate.of(clock.today().getYear() - years, 1, 1).atStartOfDay(Clock.ZONE).toInstant());
            }
        }
        return gone;
    }

    private int forget(Printable kind, Instant before) {
        int gone = 0;
        List<Over> some = over(kind.name(), before, 0);
        while (!some.isEmpty()) {
            Set<Long> subjects = some.stream().map(Over::subjectId).collect(Collectors.toSet());
            Set<Long> held = new HashSet<>();
            holds.forEach(hold -> held.addAll(hold.held(kind.subject(), subjects)));
            subjects.removeAll(held);
            if (!subjects.isEmpty()) {
                gone += em.createQuery("delete from Signature s where s.kind = :kind and s.subjectId in :subjects and s.signedAt < :before")
                        .setParameter("kind", kind.name()).setParameter("subjects", subjects).setParameter("before", before).executeUpdate();
                subjects.forEach(id -> history.forget(new Ref(kind.subject(), id, String.valueOf(id)), before, SignAction.SIGN, SignAction.WITHDRAW));
            }
            some = over(kind.name(), before, some.get(some.size() - 1).id());
        }
        return gone;
    }

    /** The next signatures under papers of a kind whose time is over. */
    private List<Over> over(String kind, Instant before, long after) {
        return Ask.of(em, Over.class, """
                select s.id as id, s.subjectId as subjectId from Signature s where s.kind = :kind and s.signedAt < :before and s.id > :after order by s.id""")
                .set("kind", kind).set("before", before).set("after", after).list(AT_ONCE);
    }
}
