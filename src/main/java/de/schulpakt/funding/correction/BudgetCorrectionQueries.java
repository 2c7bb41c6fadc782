package de.schulpakt.funding.correction;

import static de.schulpakt.funding.correction.BudgetCorrectionAction.CONFIRM_COUNTER;
import static de.schulpakt.funding.correction.BudgetCorrectionAction.PROPOSE_COUNTER;
import static de.schulpakt.identity.Permission.BUDGET_CORRECT;
import static de.schulpakt.identity.Permission.BUDGET_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about corrections of budgets. */
@Queries
public class BudgetCorrectionQueries {
    /**
     * One correction. The amount is gross, in cents; below zero it takes back.
     *
     * @param budget  what the budget is called
     * @param actions what the asker may do now
     * @param apart   what the asker may not do because of what the asker did
     */
    public record View(Long id, String no, BudgetCorrectionState state, Long authorityId, Long budgetId, String budget, Long amountCents, String reason,
            Instant createdAt, Integer version, Set<BudgetCorrectionAction> actions, Map<BudgetCorrectionAction, BudgetCorrectionAction> apart,
            List<HistoryEntry> timeline) {
    }

    /** A correction that waits for a second person. Gross, in cents. */
    public record Waiting(Long id, String no, BudgetCorrectionState state, Long budgetId, Long amountCents, String reason, Instant createdAt) {
    }

    /** A correction without what belongs to it. */
    record Facts(String no, BudgetCorrectionState state, Long authorityId, Long budgetId, Long amountCents, String reason, Instant createdAt, Integer version) {
    }

    private static final int MOST = 200;
    private static final Set<BudgetCorrectionState> OPEN = Set.of(BudgetCorrectionState.PROPOSED, BudgetCorrectionState.COUNTER_PROPOSED);

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Duties duties;
    @Inject
    History history;
    @Inject
    BudgetQueries budgets;

    /**
     * One correction with its history.
     *
     * @throws NotFound if there is none, or the asker may not see the money of its authority
     */
    public View view(long id) {
        Facts c = Ask.of(em, Facts.class, """
                select c.no as no, c.state as state_, c.authorityId as authorityId, c.budgetId as budgetId, c.amountCents as amountCents,
                    c.reason as reason, c.createdAt as createdAt, c.version as version
                from BudgetCorrection c where c.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("BudgetCorrection", id));
        guard.requireAuthority(BUDGET_VIEW, c.authorityId());
        Set<BudgetCorrectionAction> actions = guard.actionsOfAuthority(BudgetCorrectionFlow.FLOW, c.state(), c.authorityId());
        Ref ref = new Ref("BudgetCorrection", id, c.no());
        Map<BudgetCorrectionAction, BudgetCorrectionAction> apart = new EnumMap<>(BudgetCorrectionAction.class);
        apart.putAll(duties.withhold(ref, BudgetCorrectionFlow.FLOW, actions));
        if (actions.contains(CONFIRM_COUNTER) && duties.didLast(ref, PROPOSE_COUNTER)) {
            actions.remove(CONFIRM_COUNTER);
            apart.put(CONFIRM_COUNTER, PROPOSE_COUNTER);
        }
        return new View(id, c.no(), c.state(), c.authorityId(), c.budgetId(), budgets.ref(c.budgetId()).label(), c.amountCents(), c.reason(), c.createdAt(),
                c.version(), actions, apart, history.of("BudgetCorrection", id));
    }

    /** What of a budget waits for a second person, the oldest first, at most 200; nothing to who does not see the money of its authority. */
    public List<Waiting> waitingOf(long budgetId) {
        return waiting(BUDGET_VIEW, " and c.budgetId = :budget", budgetId);
    }

    /** What the asker may confirm or drop as a second person, the oldest first, at most 200; without what the asker has proposed. */
    public List<Waiting> mine() {
        List<Waiting> found = waiting(BUDGET_CORRECT, "", null);
        List<Long> ids = found.stream().map(Waiting::id).toList();
        if (ids.isEmpty()) {
            return found;
        }
        Set<Long> proposed = duties.own("BudgetCorrection", ids, BudgetCorrectionAction.PROPOSE);
        Set<Long> countered = duties.lastOwn("BudgetCorrection", ids, PROPOSE_COUNTER);
        return found.stream().filter(w -> !(w.state() == BudgetCorrectionState.PROPOSED ? proposed : countered).contains(w.id())).toList();
    }

    private List<Waiting> waiting(Permission permission, String more, Long budgetId) {
        guard.require(permission);
        Scope scope = guard.visibleSchools(permission);
        Ask<Waiting> ask = Ask.of(em, Waiting.class, """
                select c.id as id, c.no as no, c.state as state_, c.budgetId as budgetId, c.amountCents as amountCents, c.reason as reason,
                    c.createdAt as createdAt
                from BudgetCorrection c where c.state in :open and (:everywhere = true or c.authorityId in :authorities)""" + more + " order by c.id")
                .set("open", OPEN).set("everywhere", scope.everywhere())
                .set("authorities", scope.authorities().isEmpty() ? List.of(-1L) : scope.authorities());
        return (budgetId == null ? ask : ask.set("budget", budgetId)).list(MOST);
    }
}
