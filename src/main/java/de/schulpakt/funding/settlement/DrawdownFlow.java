package de.schulpakt.funding.settlement;

import static de.schulpakt.funding.settlement.DrawdownAction.CANCEL;
import static de.schulpakt.funding.settlement.DrawdownAction.CORRECT;
import static de.schulpakt.funding.settlement.DrawdownAction.RECEIVE;
import static de.schulpakt.funding.settlement.DrawdownAction.RECOMPUTE;
import static de.schulpakt.funding.settlement.DrawdownAction.REPAY;
import static de.schulpakt.funding.settlement.DrawdownAction.REPAY_ALL;
import static de.schulpakt.funding.settlement.DrawdownAction.REQUEST;
import static de.schulpakt.funding.settlement.DrawdownState.CANCELLED;
import static de.schulpakt.funding.settlement.DrawdownState.PROPOSED;
import static de.schulpakt.funding.settlement.DrawdownState.RECEIVED;
import static de.schulpakt.funding.settlement.DrawdownState.REPAID;
import static de.schulpakt.funding.settlement.DrawdownState.REQUESTED;
import static de.schulpakt.identity.Permission.GRANT_DRAW;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of a drawdown. */
public final class DrawdownFlow {
    /** From, action, permission, to. */
    public static final Transitions<DrawdownState, DrawdownAction> FLOW = Transitions.<DrawdownState, DrawdownAction>table()
            .row(PROPOSED, RECOMPUTE, GRANT_DRAW, PROPOSED)
            .row(PROPOSED, REQUEST, GRANT_DRAW, REQUESTED)
            .row(PROPOSED, CANCEL, GRANT_DRAW, CANCELLED)
            .row(REQUESTED, RECEIVE, GRANT_DRAW, RECEIVED)
            .row(REQUESTED, CANCEL, GRANT_DRAW, CANCELLED)
            .row(RECEIVED, CORRECT, GRANT_DRAW, RECEIVED)
            .row(RECEIVED, REPAY, GRANT_DRAW, RECEIVED)
            .follows(RECEIVED, REPAY_ALL, GRANT_DRAW, REPAID)
            .build();

    private DrawdownFlow() {
    }
}
