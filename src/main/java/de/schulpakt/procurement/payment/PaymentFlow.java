package de.schulpakt.procurement.payment;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.procurement.payment.PaymentAction.COMPLETE;
import static de.schulpakt.procurement.payment.PaymentAction.DRAW_UP;
import static de.schulpakt.procurement.payment.PaymentAction.RELEASE;
import static de.schulpakt.procurement.payment.PaymentAction.WITHDRAW;
import static de.schulpakt.procurement.payment.PaymentState.DONE;
import static de.schulpakt.procurement.payment.PaymentState.DRAWN_UP;
import static de.schulpakt.procurement.payment.PaymentState.RELEASED;
import static de.schulpakt.procurement.payment.PaymentState.WITHDRAWN;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of a payment list. Who has drawn it up does not release it. */
public final class PaymentFlow {
    /** From, action, permission, to. */
    public static final Transitions<PaymentState, PaymentAction> FLOW = Transitions.<PaymentState, PaymentAction>table()
            .row(DRAWN_UP, RELEASE, DELIVERY_RECEIVE, RELEASED)
            .row(DRAWN_UP, WITHDRAW, DELIVERY_RECEIVE, WITHDRAWN)
            .follows(DRAWN_UP, COMPLETE, DELIVERY_RECEIVE, DONE)
            .row(RELEASED, WITHDRAW, DELIVERY_RECEIVE, WITHDRAWN)
            .follows(RELEASED, COMPLETE, DELIVERY_RECEIVE, DONE)
            .apart(RELEASE, DRAW_UP)
            .build();

    private PaymentFlow() {
    }
}
