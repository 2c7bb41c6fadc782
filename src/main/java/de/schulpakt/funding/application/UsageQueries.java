package de.schulpakt.funding.application;

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
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Money;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** How much of a programme is used, as a whole and by school and category. Amounts in cents. */
@Queries
public class UsageQueries {
    /**
     * What a school has used in a category of a programme: gross, own share included, in cents.
     *
     * @param schoolId null, like school and category, for what was granted and no position has
     */
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
     *                      ceiling with the own share of today on top; null without own share
     * @param appliedCents  applied for by submitted applications, approved ones with what was applied for
     * @param approvedCents allotted to budgets
     * @param freeCents     approved - reserved - committed - spent
     */
    public record Totals(Long programmeId, String programmeCode, Long authorityId, String authority, Long ceilingCents,
            String ceilingSource, boolean ceilingVerified, Integer ownShareBp, Long totalCents, Long appliedCents,
            Long approvedCents, Long reservedCents, Long committedCents, Long spentCents, Long freeCents) {
    }

    /**
     * What the ceilings of a programme allow to be spent. What the asker may not see is null.
     *
     * @param ceilingCents   grant money of the authorities, without own share
     * @param totalCents     the eligible expenditure that counts already, and the rest of each ceiling with the own share of
     *                       today on top; null without ceiling or own share
     * @param appliedCents   eligible expenditure that was applied for
     * @param ownShareBp     own share that holds today in basis points, null if the programme has no rule for it
     * @param ownShareSource where that rule stands
     * @param verified       false if nobody has checked that rule against its source
     */
    public record Frame(Long ceilingCents, Long totalCents, Long appliedCents, Integer ownShareBp, String ownShareSource,
            Boolean verified) {
    }

    /** The balances of one authority's budgets, and its ceiling. */
    record Balances(String programmeCode, String authority, Long ceilingCents, String ceilingSource, boolean ceilingVerified,
            Long approvedCents, Long reservedCents, Long committedCents, Long spentCents, Long freeCents) {
    }

    /** The ceiling of an authority. */
    record Ceiling(Long authorityId, Money amount) {
    }

    private static final int FULL_BP = 10_000;
    private static final String SUMS = """
             coalesce(sum(b.allottedCents), 0) as approvedCents, coalesce(sum(b.reservedCents), 0) as reservedCents,
            coalesce(sum(b.committedCents), 0) as committedCents, coalesce(sum(b.spentCents), 0) as spentCents,
            coalesce(sum(%s), 0) as freeCents
            """.formatted(BudgetQueries.FREE);
    private static final Map<String, String> COLUMNS = Map.of("school", "s.name", "category", "b.category",
            "approved", "sum(b.allottedCents)", "reserved", "sum(b.reservedCents)", "committed", "sum(b.committedCents)",
            "spent", "sum(b.spentCents)",
            "free", "sum(" + BudgetQueries.FREE + ")");

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
        guard.requireAuthority(PROGRAMME_VIEW, authorityId);
        guard.requireAuthority(APPLICATION_VIEW, authorityId);
        Balances sums = Ask.of(em, Balances.class, """
                select g.code as programmeCode, t.name as authority, c.ceilingCents as ceilingCents, c.source as ceilingSource,
                    c.verified as ceilingVerified,""" + SUMS + """
                from ProgrammeCeiling c join Programme g on g.id = c.programmeId join Authority t on t.id = c.authorityId
                    left join Application a on a.programmeId = c.programmeId and a.authorityId = c.authorityId
                    left join Budget b on b.applicationId = a.id
                where c.programmeId = :programme and c.authorityId = :authority
                group by g.code, t.name, c.ceilingCents, c.source, c.verified""")
                .set("programme", programmeId).set("authority", authorityId).one()
                .orElseThrow(() -> new NotFound("ProgrammeCeiling", programmeId));
        Grants grants = counted.grants(programmeId, authorityId);
        Integer ownShareBp = ownShare(programmes.rule(RuleKind.OWN_SHARE_BP, programmeId, null, clock.today()));
        return new Totals(programmeId, sums.programmeCode(), authorityId, sums.authority(), sums.ceilingCents(), sums.ceilingSource(),
                sums.ceilingVerified(), ownShareBp, ownShareBp == null ? null
                : total(Money.of(sums.ceilingCents()), grants, ownShareBp).cents(), grants.applied().cents(), sums.approvedCents(),
                sums.reservedCents(), sums.committedCents(), sums.spentCents(), sums.freeCents());
    }

    /**
     * What the ceilings of a programme allow to be spent, for the authorities that the asker sees as a whole; three statements.
     *
     * @param authorityId null for all of them
     */
    public Frame frame(long programmeId, Long authorityId) {
        Scope seesCeiling = guard.visibleSchools(PROGRAMME_VIEW);
        Scope seesApplications = guard.visibleSchools(APPLICATION_VIEW);
        ProgrammeQueries.Rule rule = programmes.rule(RuleKind.OWN_SHARE_BP, programmeId, null, clock.today());
        Integer ownShareBp = ownShare(rule);
        List<Ceiling> ceilings = Ask.of(em, Ceiling.class, """
                select c.authorityId as authorityId, c.ceilingCents as amount from ProgrammeCeiling c
                where c.programmeId = :programme and (:everywhere = true or c.authorityId in :authorities)
                    and (:authority is null or c.authorityId = :authority)""")
                .set("programme", programmeId).set("everywhere", seesCeiling.everywhere())
                .set("authorities", GrantFinder.some(seesCeiling.authorities())).set("authority", authorityId).list();
        Map<Long, Grants> grants = counted.grants(programmeId, seesApplications, authorityId);
        boolean applications = seesApplications.everywhere() || !seesApplications.authorities().isEmpty();
        Money total = !applications || ownShareBp == null ? null : ceilings.stream()
                .map(c -> total(c.amount(), grants.getOrDefault(c.authorityId(), Grants.NONE), ownShareBp)).reduce(Money::plus).orElse(null);
        return new Frame(ceilings.stream().map(Ceiling::amount).reduce(Money::plus).map(Money::cents).orElse(null),
                total == null ? null : total.cents(),
                applications ? grants.values().stream().map(Grants::applied).reduce(Money.ZERO, Money::plus).cents() : null,
                ownShareBp, rule == null ? null : rule.source(), rule == null ? null : rule.verified());
    }

    /**
     * Use by school and category, of the schools that the asker may see, and in a row of its own what no position has, of the authorities that
     * the asker sees as a whole; null asks for all programmes or authorities.
     */
    public Page<Row> bySchool(Long programmeId, Long authorityId, PageRequest page) {
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        String from = " from Budget b left join School s on s.id = b.schoolId join Application a on a.id = b.applicationId where (b.positionId is not null and "
                + scope.school("s") + " or b.positionId is null and (:everywhere = true or a.authorityId in :whole)) and (:programme is null or b.programmeId = :programme)"
                + " and (:authority is null or a.authorityId = :authority)";
        return bind(scope, programmeId, authorityId, Ask.of(em, Row.class, "select s.id as schoolId, s.name as school,"
                        + " b.category as category," + SUMS + from + " group by s.id, s.name, b.category"
                        + page.orderBy(COLUMNS, "coalesce(s.name, 'zzz'), b.category", "s.id")))
                .page(page, bind(scope, programmeId, authorityId, Ask.of(em, Long.class, "select count(distinct case when b.positionId is null then 'REST' else concat(b.category, b.schoolId) end)" + from)));
    }

    private static Integer ownShare(ProgrammeQueries.Rule rule) {
        return rule == null ? null : Integer.valueOf(rule.value());
    }

    /** What a ceiling allows: what counts against it already, and its rest with the own share of today on top. */
    private static Money total(Money ceiling, Grants grants, int ownShareBp) {
        Money rest = ceiling.minus(grants.grant());
        return grants.counted().plus(rest.cents() < 0 ? Money.ZERO : withOwnShare(rest, ownShareBp));
    }

    /** The largest expenditure whose grant is not above an amount. */
    static Money withOwnShare(Money grant, int ownShareBp) {
        if (ownShareBp >= FULL_BP) {
            return grant;
        }
        return Money.of(BigDecimal.valueOf(grant.cents()).multiply(BigDecimal.valueOf(FULL_BP))
                .divide(BigDecimal.valueOf(FULL_BP - ownShareBp), 0, RoundingMode.FLOOR).longValueExact());
    }

    private static <T> Ask<T> bind(Scope scope, Long programmeId, Long authorityId, Ask<T> ask) {
        return scope.bind(ask.set("programme", programmeId).set("authority", authorityId).set("everywhere", scope.everywhere()).set("whole", GrantFinder.some(scope.authorities())));
    }
}
