package de.schulpakt.procurement.finance;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.procurement.finance.FinanceAction.WITHDRAW;
import static de.schulpakt.procurement.finance.FinanceState.EXPORTED;
import static de.schulpakt.procurement.finance.FinanceState.WITHDRAWN;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of a run. */
public final class FinanceFlow {
    /** From, action, permission, to. */
    public static final Transitions<FinanceState, FinanceAction> FLOW = Transitions.<FinanceState, FinanceAction>table()
            .row(EXPORTED, WITHDRAW, DELIVERY_RECEIVE, WITHDRAWN)
            .build();

    private FinanceFlow() {
    }
}
