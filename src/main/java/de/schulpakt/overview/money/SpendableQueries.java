package de.schulpakt.overview.money;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
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
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can still be spent on what, until when, and who asks for it. Amounts gross, own share included, in cents. */
@Queries
public class SpendableQueries {
    /**
     * A position with money that is free and may be used today.
     *
     * @param periodTo    last day of the approval period, null if the decision names none
     * @param daysLeft    until then
     * @param waiting     requests of the school that ask for the category and are not decided
     * @param wantedCents what their lines of the category cost
     */
    public record Row(Long budgetId, Long schoolId, String school, Category category, String programmeCode, String applicationNo, Integer positionNo,
            Long freeCents, LocalDate periodTo, Long daysLeft, Long waiting, Long wantedCents) {
        Row with(Wanted wanted, LocalDate today) {
            return new Row(budgetId, schoolId, school, category, programmeCode, applicationNo, positionNo, freeCents, periodTo,
                    periodTo == null ? null : ChronoUnit.DAYS.between(today, periodTo), wanted == null ? 0 : wanted.requests(),
                    wanted == null ? 0 : wanted.cents());
        }

        /** True if more is asked for than is free here. */
        public boolean tooLittle() {
            return wantedCents > freeCents;
        }
    }

    /** What undecided requests of a school ask for in a category. */
    record Wanted(Long schoolId, Category category, Long requests, Long cents) {
    }

    /** A free position before it is known who asks for it. */
    record Free(Long budgetId, Long schoolId, String school, Category category, String programmeCode, String applicationNo, Integer positionNo,
            Long freeCents, LocalDate periodTo) {
    }

    /**
     * What can be spent.
     *
     * @param more true if there are more positions than are shown, which end later
     * @param own  own money, if one authority was asked for and the asker may see it
     */
    public record View(List<Row> rows, boolean more, Long totalCents, List<BudgetQueries.Own> own) {
    }

    /**
     * A request that asks for the money of a position, beside others.
     *
     * @param categoryCents what its lines of the category cost
     * @param leftCents     what the position would have after this one and all that were handed in before it; negative by what is missing
     */
    public record Rival(Long id, String no, String title, Instant submittedAt, Long pieces, Long categoryCents, Long totalCents, Long leftCents) {
    }

    /** A request that asks for money of a category. */
    record Asks(Long id, String no, String title, Instant submittedAt, Long pieces, Long categoryCents, Long totalCents) {
        Rival after(long left) {
            return new Rival(id, no, title, submittedAt, pieces, categoryCents, totalCents, left);
        }
    }

    /** Positions that a page shows. */
    private static final int MOST = 300;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    BudgetQueries budgets;

    /**
     * The positions with free money, what ends first in front.
     *
     * @param school    null for all schools that the asker may see
     * @param authority null for all authorities
     */
    public View spendable(Long school, Long authority) {
        guard.require(BUDGET_VIEW);
        LocalDate today = clock.today();
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        List<Free> free = scope.bind(Ask.of(em, Free.class, """
                select b.id as budgetId, s.id as schoolId, s.name as school, b.category as category, g.code as programmeCode,
                    a.no as applicationNo, p.no as positionNo, %s as freeCents, a.periodTo as periodTo
                from Budget b join FundingPosition p on p.id = b.positionId join Application a on a.id = b.applicationId
                    join Programme g on g.id = b.programmeId join School s on s.id = b.schoolId
                where b.freeCents > 0 and (a.periodTo is null or a.periodTo >= :today) and (:school is null or b.schoolId = :school)
                    and (:authority is null or s.authorityId = :authority) and""".formatted(BudgetQueries.FREE) + scope.school("s")
                + " order by coalesce(a.periodTo, :never), s.name, p.no, b.id")).set("today", today).set("school", school).set("authority", authority)
                .set("never", LocalDate.of(9999, 12, 31)).list(MOST + 1);
        List<Free> shown = free.subList(0, Math.min(MOST, free.size()));
        Map<String, Wanted> wanted = wanted(shown.stream().map(Free::schoolId).distinct().toList());
        List<Row> rows = shown.stream().map(f -> new Row(f.budgetId(), f.schoolId(), f.school(), f.category(), f.programmeCode(), f.applicationNo(),
                f.positionNo(), f.freeCents(), f.periodTo(), null, null, null).with(wanted.get(f.schoolId() + ":" + f.category()), today)).toList();
        return new View(rows, free.size() > MOST, rows.stream().mapToLong(Row::freeCents).sum(),
                authority == null ? List.of() : budgets.ownMoney(authority));
    }

    private Map<String, Wanted> wanted(Collection<Long> schools) {
        Scope scope = guard.visibleSchools(REQUEST_VIEW);
        Map<String, Wanted> wanted = new HashMap<>();
        if (!schools.isEmpty()) {
            scope.bind(Ask.of(em, Wanted.class, """
                    select s.id as schoolId, i.category as category, count(distinct r.id) as requests, sum(i.quantity * i.priceCents) as cents
                    from Request r join RequestItem i on i.requestId = r.id join School s on s.id = r.schoolId
                    where r.state = de.schulpakt.procurement.request.RequestState.SUBMITTED and s.id in :schools and""" + scope.school("s")
                    + " group by s.id, i.category")).set("schools", schools).list().forEach(w -> wanted.put(w.schoolId() + ":" + w.category(), w));
        }
        return wanted;
    }

    /**
     * The undecided requests that ask for the money of a position, side by side, in the order in which they were handed in.
     *
     * @throws NotFound if there is no such budget, or the asker may not see the money or the requests of its school
     */
    public List<Rival> rivals(long budgetId) {
        BudgetQueries.View budget = budgets.view(budgetId);
        if (budget.schoolId() == null) {
            return List.of();
        }
        guard.require(REQUEST_VIEW, budget.schoolId());
        long[] left = {budget.availableCents()};
        return Ask.of(em, Asks.class, """
                select r.id as id, r.no as no, r.title as title, r.submittedAt as submittedAt, sum(i.quantity) as pieces,
                    sum(i.quantity * i.priceCents) as categoryCents,
                    (select sum(x.quantity * x.priceCents) from RequestItem x where x.requestId = r.id) as totalCents
                from Request r join RequestItem i on i.requestId = r.id
                where r.state = de.schulpakt.procurement.request.RequestState.SUBMITTED and r.schoolId = :school and i.category = :category
                group by r.id, r.no, r.title, r.submittedAt order by r.submittedAt, r.id""").set("school", budget.schoolId())
                .set("category", budget.category()).list(MOST).stream().map(r -> r.after(left[0] -= r.categoryCents())).toList();
    }
}
