package de.schulpakt.funding.correction;

import static de.schulpakt.funding.correction.BudgetCorrectionAction.CONFIRM;
import static de.schulpakt.funding.correction.BudgetCorrectionAction.CONFIRM_COUNTER;
import static de.schulpakt.funding.correction.BudgetCorrectionAction.DROP;
import static de.schulpakt.funding.correction.BudgetCorrectionAction.DROP_COUNTER;
import static de.schulpakt.funding.correction.BudgetCorrectionAction.PROPOSE;
import static de.schulpakt.funding.correction.BudgetCorrectionAction.PROPOSE_COUNTER;
import static de.schulpakt.funding.correction.BudgetCorrectionState.BOOKED;
import static de.schulpakt.funding.correction.BudgetCorrectionState.COUNTERED;
import static de.schulpakt.funding.correction.BudgetCorrectionState.COUNTER_PROPOSED;
import static de.schulpakt.funding.correction.BudgetCorrectionState.DROPPED;
import static de.schulpakt.funding.correction.BudgetCorrectionState.PROPOSED;
import static de.schulpakt.identity.Permission.BUDGET_CORRECT;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of a correction of a budget. Who proposed a counter last is kept apart by the use case, for it can be proposed again. */
public final class BudgetCorrectionFlow {
    /** From, action, permission, to. */
    public static final Transitions<BudgetCorrectionState, BudgetCorrectionAction> FLOW = Transitions.<BudgetCorrectionState, BudgetCorrectionAction>table()
            .row(PROPOSED, CONFIRM, BUDGET_CORRECT, BOOKED)
            .row(PROPOSED, DROP, BUDGET_CORRECT, DROPPED)
            .row(BOOKED, PROPOSE_COUNTER, BUDGET_CORRECT, COUNTER_PROPOSED)
            .row(COUNTER_PROPOSED, CONFIRM_COUNTER, BUDGET_CORRECT, COUNTERED)
            .row(COUNTER_PROPOSED, DROP_COUNTER, BUDGET_CORRECT, BOOKED)
            .apart(CONFIRM, PROPOSE)
            .build();

    private BudgetCorrectionFlow() {
    }
}
