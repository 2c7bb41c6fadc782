package de.schulpakt.funding.household;

import static de.schulpakt.funding.household.PaymentPlanAction.CHANGE;
import static de.schulpakt.funding.household.PaymentPlanAction.DROP;
import static de.schulpakt.funding.household.PaymentPlanState.CURRENT;
import static de.schulpakt.funding.household.PaymentPlanState.DROPPED;
import static de.schulpakt.identity.Permission.APPLICATION_EDIT;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of a payment plan. */
public final class PaymentPlanFlow {
    /** From, action, permission, to. */
    public static final Transitions<PaymentPlanState, PaymentPlanAction> FLOW = Transitions.<PaymentPlanState, PaymentPlanAction>table()
            .row(CURRENT, CHANGE, APPLICATION_EDIT, CURRENT)
            .row(CURRENT, DROP, APPLICATION_EDIT, DROPPED)
            .row(DROPPED, CHANGE, APPLICATION_EDIT, CURRENT)
            .build();

    private PaymentPlanFlow() {
    }
}
