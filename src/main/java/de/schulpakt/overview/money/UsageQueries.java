package de.schulpakt.overview.money;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.PROGRAMME_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the money of a programme is used. All amounts but the ceiling are gross, own share included, in cents. A school sees
 * its own part only, without ceiling and applications.
 */
@Queries
public class UsageQueries {
    /** A programme to choose from. */
    public record Programme(Long id, String code, String name) {
    }

    /**
     * Expiry radar of one application: what would be left when the approval period ends. It promises nothing: a pace of the
     * past is a condition, and what is reserved or ordered is not spent.
     *
     * @param freeCents   not yet reserved, gross
     * @param openCents   reserved or committed and not spent, gross: falls back too if nothing comes of it
     * @param recentCents bound in the last {@value #DAYS} days on balance, releases counted against it, gross; may be negative
     * @param daysLeft    days until the period ends
     * @param leftCents   free money that would remain at that pace; all of it if nothing was bound on balance
     */
    public record Radar(Long applicationId, String applicationNo, LocalDate periodTo, Long freeCents, Long openCents,
            Long recentCents, Long daysLeft, Long leftCents) {
        static final int DAYS = 90;

        static Radar of(Running r, long recent, LocalDate today) {
            long days = ChronoUnit.DAYS.between(today, r.periodTo());
            long left = Math.max(0, r.freeCents() - Math.max(0, recent) * days / DAYS);
            return new Radar(r.applicationId(), r.applicationNo(), r.periodTo(), r.freeCents(), r.openCents(), recent, days, left);
        }
    }

    /**
     * The money of a programme from the ceiling to what is free. All amounts but the ceiling are gross, own share included,
     * in cents.
     *
     * @param authorityId    null for all authorities the asker may see
     * @param ownShareBp     own share that holds today in basis points, null if the programme has no rule for it
     * @param ownShareSource where that rule stands
     * @param verified       false if nobody has checked that rule against its source
     * @param ceilingCents   grant money without own share; null if the asker may not see it or there is none
     * @param frameCents     the largest eligible expenditure whose grant share fits under the ceiling
     * @param appliedCents   what was applied for; null if the asker may not see applications
     * @param restCents      approved without a position and not distributed yet, beside the others; what the asker sees of authorities
     * @param radar          approval periods that still run, the first to end first; only for who sees programmes
     */
    public record View(Long programmeId, String programmeCode, String programme, Long authorityId, Integer ownShareBp,
            String ownShareSource, Boolean verified, Long ceilingCents, Long frameCents, Long appliedCents, Long approvedCents,
            Long reservedCents, Long committedCents, Long spentCents, Long freeCents, Long restCents, Instant at, List<Radar> radar) {
        /** The longest bar. */
        public long widestCents() {
            long widest = approvedCents;
            widest = appliedCents == null ? widest : Math.max(widest, appliedCents);
            return frameCents == null ? widest : Math.max(widest, frameCents);
        }
    }

    /** Balances of many budgets. Amounts gross, own share included, in cents. */
    public record Sum(Long allottedCents, Long reservedCents, Long committedCents, Long spentCents, Long freeCents) {
    }

    /** Balances of a programme and what was granted beside them. */
    record Whole(Long allottedCents, Long reservedCents, Long committedCents, Long spentCents, Long freeCents, Long restCents) {
        static final Whole NOTHING = new Whole(0L, 0L, 0L, 0L, 0L, 0L);

        Whole plus(Sum more) {
            return new Whole(allottedCents + more.allottedCents, reservedCents + more.reservedCents, committedCents + more.committedCents,
                    spentCents + more.spentCents, freeCents + more.freeCents, restCents);
        }

        Sum sum() {
            return new Sum(allottedCents, reservedCents, committedCents, spentCents, freeCents);
        }
    }

    /** An application whose approval period runs. */
    record Running(Long applicationId, String applicationNo, LocalDate periodTo, Long freeCents, Long openCents) {
    }

    /** What the postings of the last days have bound of an application's money, on balance. */
    record Bound(Long applicationId, Long cents) {
    }

    private static final String SUMS = """
             coalesce(sum(b.allottedCents), 0) as allottedCents, coalesce(sum(b.reservedCents), 0) as reservedCents,
            coalesce(sum(b.committedCents), 0) as committedCents, coalesce(sum(b.spentCents), 0) as spentCents,
            coalesce(sum(%s), 0) as freeCents
            """.formatted(BudgetQueries.FREE);
    private static final int RUNNING = 5;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    de.schulpakt.funding.application.UsageQueries frames;

    /** The programmes to choose from, the newest first; at most 100. */
    public List<Programme> programmes() {
        guard.require(BUDGET_VIEW);
        return Ask.of(em, Programme.class, """
                select g.id as id, g.code as code, g.name as name from Programme g where g.withdrawnAt is null order by g.startsOn desc, g.id desc""").list(100);
    }

    /**
     * The programme's money from the ceiling to what is free.
     *
     * @param programme null for the newest programme
     * @param authority null for all authorities that the asker may see
     * @throws NotFound if there is no such programme
     */
    public View usage(Long programme, Long authority) {
        guard.require(BUDGET_VIEW);
        Programme which = programmes().stream().filter(p -> programme == null || p.id().equals(programme)).findFirst()
                .orElseThrow(() -> new NotFound("Programme", programme));
        Whole sums = whole(which.id(), authority);
        de.schulpakt.funding.application.UsageQueries.Frame frame = frames.frame(which.id(), authority);
        return new View(which.id(), which.code(), which.name(), authority, frame.ownShareBp(), frame.ownShareSource(), frame.verified(),
                frame.ceilingCents(), frame.totalCents(), frame.appliedCents(), sums.allottedCents(), sums.reservedCents(),
                sums.committedCents(), sums.spentCents(), sums.freeCents(), sums.restCents(), clock.now(), radar(which.id(), authority));
    }

    /** Balances of all budgets that the asker may see, of a programme and an authority or of all of them. */
    public Sum sum(Long programme, Long authority) {
        return whole(programme, authority).sum();
    }

    /**
     * The same with what decisions granted to authorities, no position has, and was not distributed: from the sums of applications for
     * whole authorities, and from those of schools for who sees single schools.
     */
    private Whole whole(Long programme, Long authority) {
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        Whole whole = scope.everywhere() || !scope.authorities().isEmpty() ? Ask.of(em, Whole.class, "select" + SUMS + """
                , coalesce(sum(b.restCents), 0) as restCents from ApplicationTotal b join Application a on a.id = b.applicationId
                where (:everywhere = true or a.authorityId in :authorities)
                    and (:programme is null or a.programmeId = :programme) and (:authority is null or a.authorityId = :authority)""")
                .set("everywhere", scope.everywhere()).set("authorities", some(scope.authorities()))
                .set("programme", programme).set("authority", authority).one().orElseThrow() : Whole.NOTHING;
        return scope.everywhere() || scope.schools().isEmpty() ? whole : whole.plus(Ask.of(em, Sum.class, "select" + SUMS + """
                from SchoolUse b join School s on s.id = b.schoolId where s.id in :schools and s.authorityId not in :authorities
                    and (:programme is null or b.programmeId = :programme) and (:authority is null or s.authorityId = :authority)""")
                .set("schools", scope.schools()).set("authorities", some(scope.authorities()))
                .set("programme", programme).set("authority", authority).one().orElseThrow());
    }

    private static Collection<Long> some(Collection<Long> ids) {
        return ids.isEmpty() ? List.of(-1L) : ids;
    }

    /** Approval periods that still run, the first to end first. */
    private List<Radar> radar(Long programme, Long authority) {
        Scope scope = guard.visibleSchools(PROGRAMME_VIEW);
        LocalDate today = clock.today();
        List<Running> running = Ask.of(em, Running.class, """
                select a.id as applicationId, a.no as applicationNo, a.periodTo as periodTo, %s as freeCents,
                    b.reservedCents + b.committedCents as openCents
                from Application a join ApplicationTotal b on b.applicationId = a.id
                where a.programmeId = :programme and a.periodTo >= :today and (:everywhere = true or a.authorityId in :authorities)
                    and (:authority is null or a.authorityId = :authority)
                order by a.periodTo, a.id""".formatted(BudgetQueries.FREE))
                .set("programme", programme).set("today", today).set("everywhere", scope.everywhere()).set("authority", authority)
                .set("authorities", some(scope.authorities())).list(RUNNING);
        Map<Long, Long> bound = bound(running);
        return running.stream().map(r -> Radar.of(r, bound.getOrDefault(r.applicationId(), 0L), today)).toList();
    }

    /** What was reserved, committed, spent or corrected, less what that ended and what was released; the ledger keeps it by day. */
    private Map<Long, Long> bound(List<Running> running) {
        return running.isEmpty() ? Map.of() : Ask.of(em, Bound.class, """
                select d.applicationId as applicationId, sum(d.cents) as cents from BoundByDay d
                where d.applicationId in :applications and d.boundOn >= :since group by d.applicationId""")
                .set("since", clock.now().atZone(ZoneOffset.UTC).toLocalDate().minusDays(Radar.DAYS))
                .set("applications", running.stream().map(Running::applicationId).toList()).list().stream()
                .collect(Collectors.toMap(Bound::applicationId, Bound::cents));
    }
}
