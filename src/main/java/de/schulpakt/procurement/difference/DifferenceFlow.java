package de.schulpakt.procurement.difference;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.procurement.difference.DifferenceAction.EXPLAIN;
import static de.schulpakt.procurement.difference.DifferenceAction.REOPEN;
import static de.schulpakt.procurement.difference.DifferenceAction.SETTLE;
import static de.schulpakt.procurement.difference.DifferenceState.EXPLAINED;
import static de.schulpakt.procurement.difference.DifferenceState.OPEN;
import static de.schulpakt.procurement.difference.DifferenceState.SETTLED;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of a difference. */
public final class DifferenceFlow {
    /** From, action, permission, to. */
    public static final Transitions<DifferenceState, DifferenceAction> FLOW = Transitions.<DifferenceState, DifferenceAction>table()
            .row(OPEN, EXPLAIN, DELIVERY_RECEIVE, EXPLAINED)
            .follows(OPEN, SETTLE, DELIVERY_RECEIVE, SETTLED)
            .row(EXPLAINED, REOPEN, DELIVERY_RECEIVE, OPEN)
            .follows(EXPLAINED, SETTLE, DELIVERY_RECEIVE, SETTLED)
            .build();

    private DifferenceFlow() {
    }
}
