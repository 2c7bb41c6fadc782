package de.schulpakt.funding.application;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Money;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.Queries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** How much of a programme is used, as a whole and by school and category. Amounts in cents. */
@Queries
public class UsageQueries {
    /** What a school has used in a category of a programme: gross, own share included, in cents. */
    public record Row(Long schoolId, String school, Category category, Long approvedCents, Long reservedCents,
            Long committedCents, Long spentCents, Long freeCents) {
    }

    /**
     * How much of a programme an authority has used. All amounts but the ceiling are eligible expenditure, own share included, in
     * cents, so that they can be compared.
     *
     * @param ceilingCents  grant money, without own share
     * @param ownShareBp    own share that holds today, null without rule
     * @param totalCents    what the ceiling allows to be spent: the eligible expenditure already applied for, and the rest of the
     *                      ceiling with the own share of today on top
     * @param appliedCents  applied for by submitted applications, approved ones with what was applied for
     * @param approvedCents allotted to budgets
     * @param freeCents     approved - reserved - committed - spent
     */
    public record Totals(Long programmeId, String programmeCode, Long authorityId, String authority, Long ceilingCents,
            String ceilingSource, boolean ceilingVerified, Integer ownShareBp, Long totalCents, Long appliedCents,
            Long approvedCents, Long reservedCents, Long committedCents, Long spentCents, Long freeCents) {
    }

    private static final int FULL_BP = 10_000;
    private static final Map<String, String> COLUMNS = Map.of("school", "s.name", "category", "b.category",
            "approved", "sum(b.allottedCents)", "reserved", "sum(b.reservedCents)", "committed", "sum(b.committedCents)",
            "spent", "sum(b.spentCents)",
            "free", "sum(b.allottedCents - (b.reservedCents + b.committedCents + b.spentCents))");

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    GrantFinder counted;

    /**
     * How far an authority has used its part of a programme. Three statements, whatever the size.
     *
     * @throws NotFound if the authority has no ceiling in the programme, or the asker may not see the authority's budgets
     */
    public Totals totals(long programmeId, long authorityId) {
        guard.requireAuthority(BUDGET_VIEW, authorityId);
        Object[] c = em.createQuery("select g.code, t.name, c.ceilingCents, c.source, c.verified,"
                        + " coalesce(sum(b.allottedCents), 0), coalesce(sum(b.reservedCents), 0),"
                        + " coalesce(sum(b.committedCents), 0), coalesce(sum(b.spentCents), 0)"
                        + " from ProgrammeCeiling c join Programme g on g.id = c.programmeId join Authority t on t.id = c.authorityId"
                        + " left join Application a on a.programmeId = c.programmeId and a.authorityId = c.authorityId"
                        + " left join Budget b on b.applicationId = a.id"
                        + " where c.programmeId = :programme and c.authorityId = :authority"
                        + " group by g.code, t.name, c.ceilingCents, c.source, c.verified", Object[].class)
                .setParameter("programme", programmeId).setParameter("authority", authorityId).getResultStream().findFirst()
                .orElseThrow(() -> new NotFound("ProgrammeCeiling", programmeId));
        Grants grants = counted.grants(programmeId, authorityId);
        ProgrammeQueries.Rule rule = programmes.rule(RuleKind.OWN_SHARE_BP, programmeId, null, clock.today());
        Integer ownShareBp = rule == null ? null : Integer.valueOf(rule.value());
        Money rest = Money.of(cents(c[2])).minus(grants.grant());
        Money total = grants.counted().plus(withOwnShare(rest, ownShareBp == null ? 0 : ownShareBp));
        long used = cents(c[6]) + cents(c[7]) + cents(c[8]);
        return new Totals(programmeId, (String) c[0], authorityId, (String) c[1], cents(c[2]), (String) c[3], (boolean) c[4],
                ownShareBp, total.cents(), grants.applied().cents(), cents(c[5]), cents(c[6]), cents(c[7]), cents(c[8]),
                cents(c[5]) - used);
    }

    /** Use by school and category, of the schools that the asker may see; null asks for all programmes or authorities. */
    public Page<Row> bySchool(Long programmeId, Long authorityId, PageRequest page) {
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        String from = " from Budget b join School s on s.id = b.schoolId join Application a on a.id = b.applicationId where "
                + scope.school("s") + " and (:programme is null or b.programmeId = :programme)"
                + " and (:authority is null or a.authorityId = :authority)";
        List<Row> rows = bind(scope, programmeId, authorityId, em.createQuery(
                "select new de.schulpakt.funding.application.UsageQueries.Row(s.id, s.name, b.category, sum(b.allottedCents), sum(b.reservedCents),"
                        + " sum(b.committedCents), sum(b.spentCents),"
                        + " sum(b.allottedCents - (b.reservedCents + b.committedCents + b.spentCents)))" + from
                        + " group by s.id, s.name, b.category" + page.orderBy(COLUMNS, "s.name, b.category", "s.id"), Row.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        long count = bind(scope, programmeId, authorityId, em.createQuery(
                "select count(distinct concat(b.category, s.id))" + from, Long.class)).getSingleResult();
        return Page.of(rows, count, page);
    }

    /** The largest expenditure whose grant is not above an amount. */
    static Money withOwnShare(Money grant, int ownShareBp) {
        if (ownShareBp >= FULL_BP) {
            return grant;
        }
        return Money.of(BigDecimal.valueOf(grant.cents()).multiply(BigDecimal.valueOf(FULL_BP))
                .divide(BigDecimal.valueOf(FULL_BP - ownShareBp), 0, RoundingMode.FLOOR).longValueExact());
    }

    private static long cents(Object sum) {
        return ((Number) sum).longValue();
    }

    private static <Q extends Query> Q bind(Scope scope, Long programmeId, Long authorityId, Q query) {
        query.setParameter("programme", programmeId);
        query.setParameter("authority", authorityId);
        return scope.bind(query);
    }
}
