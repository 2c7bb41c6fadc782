package de.schulpakt.procurement.request;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the rules of the programmes that pay say to an approval: a verified one asks for a second person, any other is said. */
@ApplicationScoped
class RequestRules {
    @PersistenceContext
    EntityManager em;
    @Inject
    BudgetQueries budgets;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    Clock clock;

    /**
     * What was found.
     *
     * @param said   what an unverified rule would have asked for
     * @param second true if a verified rule asks for a second person
     */
    record Found(Said said, boolean second) {
    }

    /**
     * Asks the rules of all positions that pay a part. Own money has no programme: where it pays a part, the programmes are asked in which its
     * authority has money, so that who pays from it does not go without the second person.
     *
     * @param whole what is approved in all, own money and the parts that were split off before included: gross
     */
    Found of(Long schoolId, Map<RequestItem, List<Part>> decided, Money whole) {
        Map<Long, Set<Category>> payers = new TreeMap<>();
        Map<Long, BudgetQueries.Named> named = new TreeMap<>();
        Set<Category> own = new TreeSet<>();
        decided.forEach((item, parts) -> parts.forEach(part -> {
            BudgetQueries.Named budget = named.computeIfAbsent(part.budgetId(), budgets::ref);
            if (budget.own()) {
                own.add(item.category());
            } else {
                payers.computeIfAbsent(budget.programmeId(), p -> new TreeSet<>()).add(budget.category());
            }
        }));
        if (!own.isEmpty()) {
            applied(schoolId).forEach(programme -> payers.computeIfAbsent(programme, p -> new TreeSet<>()).addAll(own));
        }
        List<ProgrammeQueries.Rule> exceeded = payers.entrySet().stream().flatMap(p -> p.getValue().stream()
                        .flatMap(category -> programmes.rules(RuleKind.REQUEST_SECOND_CENTS, p.getKey(), category, clock.today()).stream()))
                .filter(rule -> whole.cents() > Long.parseLong(rule.value())).distinct().toList();
        if (exceeded.stream().anyMatch(ProgrammeQueries.Rule::verified)) {
            return new Found(Said.NOTHING, true);
        }
        return new Found(exceeded.stream().findFirst().map(rule -> Said.that("request.second_advised", Money.of(Long.parseLong(rule.value())))
                .and("funding.warns", rule.source())).orElse(Said.NOTHING), false);
    }

    /** Programmes in which the authority of the school has got money. */
    private List<Long> applied(Long schoolId) {
        return Ask.of(em, Long.class, """
                select distinct a.programmeId from Application a join School s on s.authorityId = a.authorityId
                where s.id = :school and exists (select b.id from Budget b where b.applicationId = a.id) order by a.programmeId""").set("school", schoolId).list();
    }
}
