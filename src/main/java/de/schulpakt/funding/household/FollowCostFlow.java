package de.schulpakt.funding.household;

import static de.schulpakt.funding.household.FollowCostAction.CHANGE;
import static de.schulpakt.funding.household.FollowCostAction.END;
import static de.schulpakt.funding.household.FollowCostAction.REOPEN;
import static de.schulpakt.funding.household.FollowCostAction.TAKE_BACK;
import static de.schulpakt.funding.household.FollowCostState.CURRENT;
import static de.schulpakt.funding.household.FollowCostState.ENDED;
import static de.schulpakt.funding.household.FollowCostState.TAKEN_BACK;
import static de.schulpakt.identity.Permission.APPLICATION_EDIT;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of a follow-up cost. */
public final class FollowCostFlow {
    /** From, action, permission, to. */
    public static final Transitions<FollowCostState, FollowCostAction> FLOW = Transitions.<FollowCostState, FollowCostAction>table()
            .row(CURRENT, CHANGE, APPLICATION_EDIT, CURRENT)
            .row(CURRENT, END, APPLICATION_EDIT, ENDED)
            .row(CURRENT, TAKE_BACK, APPLICATION_EDIT, TAKEN_BACK)
            .row(ENDED, TAKE_BACK, APPLICATION_EDIT, TAKEN_BACK)
            .row(ENDED, REOPEN, APPLICATION_EDIT, CURRENT)
            .row(TAKEN_BACK, REOPEN, APPLICATION_EDIT, CURRENT)
            .build();

    private FollowCostFlow() {
    }
}
