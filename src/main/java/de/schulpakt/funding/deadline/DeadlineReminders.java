package de.schulpakt.funding.deadline;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Deadlines that nobody has seen to: who may draw for the authority is told at each {@link DeadlineStep}, once for each day on which one is due. */
@UseCases
@Unguarded("An inner door of the job: who may draw for the authority is told.")
class DeadlineReminders {
    /** What was over for longer when it was first looked at reminds nobody. */
    private static final int OVER_AT_MOST = 60;
    /** Nobody sees to these: they come by themselves. */
    private static final Set<FundingDeadline> ENDS = EnumSet.of(FundingDeadline.BINDING_END, FundingDeadline.PROGRAMME_END);
    private static final String KEPT = "KEPT";
    /** As many characters of a subject's name are kept in a notice. */
    private static final int MOST_NAME = 40;

    @PersistenceContext
    EntityManager em;
    @Inject
    DeadlineFinder finder;
    @Inject
    News news;
    @Inject
    Clock clock;

    /** A deadline of which people are to be told. */
    record Due(Long authorityId, DeadlineFinder.Found deadline, DeadlineStep step) {
    }

    /** That somebody has seen to a deadline, or that people were told of it at a step. */
    record Seen(String kind, Long subjectId, LocalDate dueOn, String step) {
    }

    /** Authorities that may have deadlines. */
    List<Long> authorities() {
        return Ask.of(em, Long.class, "select distinct a.authorityId from Application a order by a.authorityId").list();
    }

    /** What an authority is to be told of today; one statement more than its deadlines need. */
    List<Due> waiting(long authorityId) {
        LocalDate today = clock.today();
        LocalDate since = today.minusDays(OVER_AT_MOST);
        Set<Seen> seen = new HashSet<>(Ask.sql(em, Seen.class, """
                select k.kind as kind, k.subject_id as subjectId, k.due_on as dueOn, 'KEPT' as step from deadline_kept k
                where k.authority_id = ?1 and k.live = 1 and k.due_on >= ?2
                union all select t.kind, t.subject_id, t.due_on, t.step from deadline_told t where t.authority_id = ?1 and t.due_on >= ?2""")
                .set(1, authorityId).set(2, since).list());
        return finder.of(finder.applicants(false, List.of(authorityId))).stream().filter(d -> !ENDS.contains(d.kind()) && !d.on().isBefore(since))
                .map(d -> new Due(authorityId, d, DeadlineStep.at(ChronoUnit.DAYS.between(today, d.on()))))
                .filter(d -> d.step() != null && !seen.contains(seen(d.deadline(), KEPT)) && !seen.contains(seen(d.deadline(), d.step().name()))).toList();
    }

    /** Tells who may draw for the authority, and keeps that they were told; false if somebody else has told them since. */
    boolean tell(Due due) {
        DeadlineFinder.Found deadline = due.deadline();
        boolean first = em.createNativeQuery("insert ignore into deadline_told (authority_id, due_on, kind, subject_id, step, told_at) values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, due.authorityId()).setParameter(2, deadline.on()).setParameter(3, deadline.kind().name())
                .setParameter(4, deadline.subjectId()).setParameter(5, due.step().name())
                .setParameter(6, LocalDateTime.ofInstant(clock.now(), ZoneOffset.UTC)).executeUpdate() > 0;
        if (first) {
            news.tellAuthority(due.authorityId(), due.step().sentence(deadline.verified()), new Ref(deadline.link(), deadline.linkId(), name(deadline.subject())),
                    deadline.kind(), deadline.on());
        }
        return first;
    }

    private static Seen seen(DeadlineFinder.Found d, String step) {
        return new Seen(d.kind().name(), d.subjectId(), d.on(), step);
    }

    /** The subject as a notice names it: schools and programmes have longer names than that. */
    private static String name(String subject) {
        return subject.codePointCount(0, subject.length()) <= MOST_NAME ? subject : subject.substring(0, subject.offsetByCodePoints(0, MOST_NAME - 1)) + "…";
    }
}
