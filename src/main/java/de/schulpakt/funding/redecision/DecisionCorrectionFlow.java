package de.schulpakt.funding.redecision;

import static de.schulpakt.funding.redecision.DecisionCorrectionAction.CONFIRM;
import static de.schulpakt.funding.redecision.DecisionCorrectionAction.DROP;
import static de.schulpakt.funding.redecision.DecisionCorrectionAction.PROPOSE;
import static de.schulpakt.funding.redecision.DecisionCorrectionState.BOOKED;
import static de.schulpakt.funding.redecision.DecisionCorrectionState.DROPPED;
import static de.schulpakt.funding.redecision.DecisionCorrectionState.PROPOSED;
import static de.schulpakt.identity.Permission.APPLICATION_DECIDE;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of a correction of a decision. */
public final class DecisionCorrectionFlow {
    /** From, action, permission, to. */
    public static final Transitions<DecisionCorrectionState, DecisionCorrectionAction> FLOW = Transitions.<DecisionCorrectionState, DecisionCorrectionAction>table()
            .row(PROPOSED, CONFIRM, APPLICATION_DECIDE, BOOKED)
            .row(PROPOSED, DROP, APPLICATION_DECIDE, DROPPED)
            .apart(CONFIRM, PROPOSE)
            .build();

    private DecisionCorrectionFlow() {
    }
}
