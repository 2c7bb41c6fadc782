package de.schulpakt.funding;

import static de.schulpakt.identity.Permission.PROGRAMME_EDIT;
import static de.schulpakt.identity.Permission.PROGRAMME_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.History;
import de.schulpakt.platform.Money;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.school.place.SchoolType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about programmes, their rules and ceilings. */
@Queries
public class ProgrammeQueries {
    static final String ALL = "ALL";
    /** The states in which an application uses up the ceiling. */
    private static final List<ApplicationState> COUNTED =
            List.of(ApplicationState.SUBMITTED, ApplicationState.APPROVED, ApplicationState.PARTLY_APPROVED);
    private static final Map<String, String> COLUMNS = Map.of("code", "g.code", "name", "g.name", "startsOn", "g.startsOn");
    private static final String RULE = "select new de.schulpakt.funding.RuleRow(r.id, r.kind, r.category, r.value, r.validFrom,"
            + " r.source, r.sourceUrl, r.verified, r.version) from ProgrammeRule r where ";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;

    /**
     * The rule that holds on a day: the one with the latest valid-from that is not after it. A rule for the category
     * itself goes before a rule for all.
     *
     * @param category null asks for the rule for all categories only
     * @return null if the programme has no such rule on that day
     */
    @Unguarded("Rules of a programme are public; use cases of every role are checked against them.")
    public RuleRow rule(RuleKind kind, long programmeId, Category category, LocalDate day) {
        List<RuleRow> found = em.createQuery(RULE + "r.programmeId = :programme and r.kind = :kind and r.category in :categories"
                        + " and r.validFrom <= :day order by case when r.category = 'ALL' then 1 else 0 end, r.validFrom desc",
                        RuleRow.class)
                .setParameter("programme", programmeId).setParameter("kind", kind)
                .setParameter("categories", category == null ? List.of(ALL) : List.of(category.name(), ALL))
                .setParameter("day", day).setMaxResults(1).getResultList();
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * How long what is bought from a budget today is bound to its purpose.
     *
     * @return null if the programme has no complete rule (years, start and mode) for the budget's category
     * @throws NotFound if there is no such budget
     */
    @Unguarded("Rules of a programme are public; the delivery that asks has asked the guard for its order.")
    public BindingRule bindingOf(long budgetId) {
        Object[] budget = budget(budgetId);
        RuleRow years = rule(RuleKind.BINDING_YEARS, (Long) budget[0], (Category) budget[1], clock.today());
        RuleRow start = rule(RuleKind.BINDING_START, (Long) budget[0], (Category) budget[1], clock.today());
        RuleRow mode = rule(RuleKind.BINDING_MODE, (Long) budget[0], (Category) budget[1], clock.today());
        return years == null || start == null || mode == null ? null
                : new BindingRule(start.value(), Integer.valueOf(years.value()), mode.value());
    }

    /**
     * The direct award limit (Direktauftrag) that holds today for what is paid from a budget: net cents.
     *
     * @return null if the programme names none
     * @throws NotFound if there is no such budget
     */
    @Unguarded("Rules of a programme are public; the order that asks has asked the guard.")
    public Long directAwardLimit(long budgetId) {
        Object[] budget = budget(budgetId);
        RuleRow limit = rule(RuleKind.DIRECT_AWARD_LIMIT, (Long) budget[0], (Category) budget[1], clock.today());
        return limit == null ? null : Long.valueOf(limit.value());
    }

    /** All programmes, the newest first, with how many rules they have and how many of these are not verified. */
    public Page<ProgrammeRow> list(PageRequest page) {
        guard.require(PROGRAMME_VIEW);
        List<ProgrammeRow> rows = em.createQuery("select new de.schulpakt.funding.ProgrammeRow(g.id, g.code, g.name, g.startsOn,"
                        + " g.endsOn, count(r.id), count(nullif(r.verified, true)))"
                        + " from Programme g left join ProgrammeRule r on r.programmeId = g.id"
                        + " group by g.id, g.code, g.name, g.startsOn, g.endsOn"
                        + page.orderBy(COLUMNS, "g.startsOn desc", "g.id"), ProgrammeRow.class)
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        return Page.of(rows, em.createQuery("select count(g) from Programme g", Long.class).getSingleResult(), page);
    }

    /**
     * One programme with all its rules and the ceilings of the authorities that the asker may see.
     *
     * @throws NotFound if there is none
     */
    public ProgrammeView view(long id) {
        guard.require(PROGRAMME_VIEW);
        Object[] g = em.createQuery("select g.code, g.name, g.startsOn, g.endsOn, g.version from Programme g where g.id = :id",
                        Object[].class).setParameter("id", id).getResultStream().findFirst()
                .orElseThrow(() -> new NotFound("Programme", id));
        List<RuleRow> rules = em.createQuery(RULE + "r.programmeId = :id order by r.kind, r.category, r.validFrom desc",
                RuleRow.class).setParameter("id", id).getResultList();
        Scope scope = guard.visibleSchools(PROGRAMME_VIEW);
        List<CeilingRow> ceilings = em.createQuery("select new de.schulpakt.funding.CeilingRow(c.id, c.authorityId, a.name,"
                        + " c.ceilingCents, c.source, c.verified, c.version) from ProgrammeCeiling c"
                        + " join Authority a on a.id = c.authorityId where c.programmeId = :id and (:everywhere = true"
                        + " or c.authorityId in :authorities) order by a.name", CeilingRow.class)
                .setParameter("id", id).setParameter("everywhere", scope.everywhere())
                .setParameter("authorities", authorities(scope)).getResultList();
        Set<ProgrammeAction> actions = guard.mayEverywhere(PROGRAMME_EDIT)
                ? EnumSet.of(ProgrammeAction.ADD_RULE, ProgrammeAction.CONFIRM_RULE, ProgrammeAction.SET_CEILING)
                : guard.may(PROGRAMME_EDIT) ? EnumSet.of(ProgrammeAction.SET_CEILING) : Set.of();
        return new ProgrammeView(id, (String) g[0], (String) g[1], (LocalDate) g[2], (LocalDate) g[3], rules, ceilings,
                (Integer) g[4], actions, history.of("Programme", id));
    }

    /** True if the asker may create programmes. */
    public boolean mayCreate() {
        return guard.mayEverywhere(PROGRAMME_EDIT);
    }

    /** What all applications of an authority use up of a programme. */
    Grants grants(long programmeId, long authorityId) {
        return grants(programmeId, authorityId, null);
    }

    /**
     * What an authority has applied for, or got approved, in a programme; by application, because each has its own share.
     *
     * @param except an application that is left out, or null
     */
    Grants grants(long programmeId, long authorityId, Long except) {
        return new Grants(em.createQuery("select a.ownShareBp, sum(coalesce(p.approvedCents, p.appliedCents)),"
                        + " sum(p.appliedCents) from Application a"
                        + " join Annex x on x.applicationId = a.id join FundingPosition p on p.annexId = x.id"
                        + " where a.programmeId = :programme and a.authorityId = :authority and a.state in :states"
                        + " and a.id <> :except group by a.id, a.ownShareBp", Object[].class)
                .setParameter("programme", programmeId).setParameter("authority", authorityId)
                .setParameter("states", COUNTED).setParameter("except", except == null ? -1L : except).getResultList().stream()
                .map(r -> new Grants.One((Integer) r[0], cents(r[1]), cents(r[2]))).toList());
    }

    /** A general-education school of an application and its mobile devices in this and all counted applications. */
    record MobileDevices(String school, Money eligible) {
    }

    /** The mobile devices of each general-education school of an application. */
    List<MobileDevices> mobileDevices(long applicationId, long programmeId) {
        return em.createQuery("select s.name, sum(coalesce(p.approvedCents, p.appliedCents)) from FundingPosition p"
                        + " join Annex x on x.id = p.annexId join Application a on a.id = x.applicationId"
                        + " join School s on s.id = x.schoolId"
                        + " where a.programmeId = :programme and p.category = :mobile and s.type <> :vocational"
                        + " and (a.id = :id or a.state in :states)"
                        + " and x.schoolId in (select y.schoolId from Annex y where y.applicationId = :id)"
                        + " group by s.id, s.name order by s.name", Object[].class)
                .setParameter("programme", programmeId).setParameter("mobile", Category.MOBILE_DEVICE)
                .setParameter("vocational", SchoolType.VOCATIONAL).setParameter("id", applicationId)
                .setParameter("states", COUNTED).getResultList().stream()
                .map(r -> new MobileDevices((String) r[0], cents(r[1]))).toList();
    }

    /** A sum over coalesced amounts, which EclipseLink answers as a BigDecimal. */
    private static Money cents(Object sum) {
        return Money.of(((Number) sum).longValue());
    }

    static Collection<Long> authorities(Scope scope) {
        return scope.authorities().isEmpty() ? List.of(-1L) : scope.authorities();
    }

    private Object[] budget(long budgetId) {
        return em.createQuery("select b.programmeId, b.category from Budget b where b.id = :id", Object[].class)
                .setParameter("id", budgetId).getResultStream().findFirst()
                .orElseThrow(() -> new NotFound("Budget", budgetId));
    }
}
