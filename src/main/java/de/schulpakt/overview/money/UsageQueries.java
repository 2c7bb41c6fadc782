package de.schulpakt.overview.money;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.PROGRAMME_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;

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
     * Expiry radar of one application: what is left when the approval period ends, if all goes on as in the last days.
     *
     * @param freeCents  not yet reserved, gross
     * @param recentCents reserved in the last {@value #DAYS} days, gross
     * @param daysLeft   days until the period ends
     * @param leftCents  free money that would remain at that pace
     */
    public record Radar(Long applicationId, String applicationNo, LocalDate periodTo, Long freeCents, Long recentCents,
            Long daysLeft, Long leftCents) {
        static final int DAYS = 90;
    }

    /**
     * Which rows of the usage table are asked for; null where it does not matter.
     *
     * @param q part of a school's name
     */
    public record Filter(Long programme, Long authority, Long school, Category category, String q) {
    }

    /**
     * Money of one school and category. Amounts gross, own share included, in cents.
     *
     * @param freeCents allotted - reserved - committed - spent
     */
    public record Row(Long schoolId, String school, Category category, Long allottedCents, Long reservedCents,
            Long committedCents, Long spentCents, Long freeCents) {
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
     * @param radar          approval periods that still run, the first to end first; only for who sees programmes
     */
    public record View(Long programmeId, String programmeCode, String programme, Long authorityId, Integer ownShareBp,
            String ownShareSource, Boolean verified, Long ceilingCents, Long frameCents, Long appliedCents, Long approvedCents,
            Long reservedCents, Long committedCents, Long spentCents, Long freeCents, Instant at, List<Radar> radar) {
        /** The longest bar. */
        public long widestCents() {
            long widest = approvedCents;
            widest = appliedCents == null ? widest : Math.max(widest, appliedCents);
            return frameCents == null ? widest : Math.max(widest, frameCents);
        }
    }

    /** Most rows of an export. */
    public static final int MOST = 20_000;
    private static final String FROM = " from Budget b join School s on s.id = b.schoolId";
    private static final String SUMS = "sum(b.allottedCents), sum(b.reservedCents), sum(b.committedCents), sum(b.spentCents), sum("
            + BudgetQueries.FREE + ")";
    private static final String ROW = "select new de.schulpakt.overview.money.UsageQueries.Row(s.id, s.name, b.category, " + SUMS + ")";
    private static final String GROUP = " group by s.id, s.name, b.category";
    private static final Map<String, String> COLUMNS = Map.of("school", "s.name", "category", "b.category", "allotted",
            "sum(b.allottedCents)", "reserved", "sum(b.reservedCents)", "committed", "sum(b.committedCents)", "spent",
            "sum(b.spentCents)", "free", "sum(" + BudgetQueries.FREE + ")");
    private static final int FULL_BP = 10_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    ProgrammeQueries programmes;

    /** The programmes to choose from, the newest first; at most 100. */
    public List<Programme> programmes() {
        guard.require(BUDGET_VIEW);
        return em.createQuery("select new de.schulpakt.overview.money.UsageQueries.Programme(g.id, g.code, g.name) from Programme g"
                + " order by g.startsOn desc, g.id desc", Programme.class).setMaxResults(100).getResultList();
    }

    /**
     * The programme's money from the ceiling to what is free.
     *
     * @param programme null for the newest programme
     * @param authority null for all authorities that the asker may see
     * @throws NotFound if there is no such programme
     */
    public View usage(Long programme, Long authority) {
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        guard.require(BUDGET_VIEW);
        Programme which = programmes().stream().filter(p -> programme == null || p.id().equals(programme)).findFirst()
                .orElseThrow(() -> new NotFound("Programme", programme));
        MoneyWhere where = MoneyWhere.of(new Filter(which.id(), authority, null, null, null), scope);
        Object[] sums = where.bind(em.createQuery("select " + SUMS + FROM + where.clause(), Object[].class)).getSingleResult();
        Long ceiling = ceiling(which.id(), authority);
        ProgrammeQueries.Rule share = programmes.rule(RuleKind.OWN_SHARE_BP, which.id(), null, clock.today());
        List<Object[]> applications = applications(which.id(), authority);
        return new View(which.id(), which.code(), which.name(), authority, share == null ? null : Integer.valueOf(share.value()),
                share == null ? null : share.source(), share == null ? null : share.verified(), ceiling,
                frame(ceiling, share, applications), applications == null ? null : sum(applications, 2), number(sums[0]),
                number(sums[1]), number(sums[2]), number(sums[3]), number(sums[4]), clock.now(), radar(which.id(), authority));
    }

    /** Money per school and category; by school unless another order is asked. */
    public Page<Row> rows(Filter filter, PageRequest page) {
        MoneyWhere where = MoneyWhere.of(filter, guard.visibleSchools(BUDGET_VIEW));
        List<Row> rows = where.bind(em.createQuery(ROW + FROM + where.clause() + GROUP
                        + page.orderBy(COLUMNS, "s.name", "s.id, b.category"), Row.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        // a group is counted by its first budget; all conditions but the programme hold for a group as a whole
        String first = " and b.id = (select min(c.id) from Budget c where c.schoolId = b.schoolId and c.category = b.category"
                + (filter.programme() == null ? "" : " and c.programmeId = :programme") + ")";
        long count = where.bind(em.createQuery("select count(b)" + FROM + where.clause() + first, Long.class)).getSingleResult();
        return Page.of(rows, count, page);
    }

    /** The same rows for an export, by school and category; at most {@value #MOST}. */
    public List<Row> all(Filter filter) {
        MoneyWhere where = MoneyWhere.of(filter, guard.visibleSchools(BUDGET_VIEW));
        return where.bind(em.createQuery(ROW + FROM + where.clause() + GROUP + " order by s.name, s.id, b.category", Row.class))
                .setMaxResults(MOST).getResultList();
    }

    /** Grant money of the authorities that the asker sees as a whole; null if there is none. */
    private Long ceiling(Long programme, Long authority) {
        Scope scope = guard.visibleSchools(PROGRAMME_VIEW);
        if (!scope.everywhere() && scope.authorities().isEmpty()) {
            return null;
        }
        return em.createQuery("select sum(c.ceilingCents) from ProgrammeCeiling c where c.programmeId = :programme"
                        + authorities("c", scope, authority), Long.class)
                .setParameter("programme", programme).getSingleResult();
    }

    /** Of each submitted application: own share, what counts against the ceiling, what was applied for. */
    private List<Object[]> applications(Long programme, Long authority) {
        Scope scope = guard.visibleSchools(APPLICATION_VIEW);
        if (!scope.everywhere() && scope.authorities().isEmpty()) {
            return null;
        }
        return em.createQuery("select a.ownShareBp, sum(coalesce(p.approvedCents, p.appliedCents)), sum(p.appliedCents)"
                        + " from Application a join Annex x on x.applicationId = a.id join FundingPosition p on p.annexId = x.id"
                        + " where a.programmeId = :programme and a.state in (de.schulpakt.funding.application.ApplicationState.SUBMITTED,"
                        + " de.schulpakt.funding.application.ApplicationState.APPROVED, de.schulpakt.funding.application.ApplicationState.PARTLY_APPROVED)"
                        + authorities("a", scope, authority) + " group by a.id, a.ownShareBp", Object[].class)
                .setParameter("programme", programme).getResultList();
    }

    /** Ids are numbers of our own, never what somebody typed. */
    private static String authorities(String alias, Scope scope, Long authority) {
        String asked = authority == null ? "" : " and " + alias + ".authorityId = " + authority;
        return scope.everywhere() ? asked : asked + " and " + alias + ".authorityId in (" + join(scope.authorities()) + ")";
    }

    private static String join(Collection<Long> ids) {
        return String.join(", ", ids.stream().map(String::valueOf).toList());
    }

    /**
     * What the ceiling allows to be spent: the eligible expenditure that already counts, and the rest of the ceiling with
     * the own share of today on top.
     */
    private static Long frame(Long ceiling, ProgrammeQueries.Rule share, List<Object[]> applications) {
        if (ceiling == null || share == null || applications == null) {
            return null;
        }
        long grant = 0;
        for (Object[] a : applications) {
            Money counted = Money.of(number(a[1]));
            grant += counted.minus(counted.shareRoundedUp(a[0] == null ? 0 : (Integer) a[0])).cents();
        }
        int own = Integer.parseInt(share.value());
        long rest = Math.max(0, ceiling - grant);
        return own >= FULL_BP ? null : sum(applications, 1) + BigDecimal.valueOf(rest).multiply(BigDecimal.valueOf(FULL_BP))
                .divide(BigDecimal.valueOf(FULL_BP - own), 0, RoundingMode.FLOOR).longValueExact();
    }

    private List<Radar> radar(Long programme, Long authority) {
        Scope scope = guard.visibleSchools(PROGRAMME_VIEW);
        if (!scope.everywhere() && scope.authorities().isEmpty()) {
            return List.of();
        }
        LocalDate today = clock.today();
        return em.createQuery("select a.id, a.no, a.periodTo, sum(" + BudgetQueries.FREE + "), (select sum(p.amountCents) from Posting p, Budget c"
                        + " where p.budgetId = c.id and c.applicationId = a.id and p.at >= :since"
                        + " and p.kind = de.schulpakt.funding.ledger.PostingKind.RESERVE)"
                        + " from Application a join Budget b on b.applicationId = a.id"
                        + " where a.programmeId = :programme and a.periodTo >= :today" + authorities("a", scope, authority)
                        + " group by a.id, a.no, a.periodTo order by a.periodTo, a.id", Object[].class)
                .setParameter("programme", programme).setParameter("today", today)
                .setParameter("since", clock.now().minus(Radar.DAYS, ChronoUnit.DAYS)).setMaxResults(5)
                .getResultList().stream().map(r -> radar(r, today)).toList();
    }

    private static Radar radar(Object[] r, LocalDate today) {
        long free = number(r[3]);
        long recent = number(r[4]);
        long days = ChronoUnit.DAYS.between(today, (LocalDate) r[2]);
        return new Radar((Long) r[0], (String) r[1], (LocalDate) r[2], free, recent, days,
                Math.max(0, free - recent * days / Radar.DAYS));
    }

    private static long sum(List<Object[]> rows, int column) {
        return rows.stream().mapToLong(r -> number(r[column])).sum();
    }

    static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }
}
