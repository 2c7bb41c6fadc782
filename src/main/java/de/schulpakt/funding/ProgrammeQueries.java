package de.schulpakt.funding;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** Questions about programmes, their rules and ceilings. */
@Queries
public class ProgrammeQueries {
    static final String ALL = "ALL";
    private static final String RULE = "select new de.schulpakt.funding.RuleRow(r.id, r.kind, r.category, r.value, r.validFrom,"
            + " r.source, r.sourceUrl, r.verified, r.version) from ProgrammeRule r where ";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;

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

    private Object[] budget(long budgetId) {
        return em.createQuery("select b.programmeId, b.category from Budget b where b.id = :id", Object[].class)
                .setParameter("id", budgetId).getResultStream().findFirst()
                .orElseThrow(() -> new NotFound("Budget", budgetId));
    }
}
