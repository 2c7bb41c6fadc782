package de.schulpakt.procurement.award;

import static de.schulpakt.identity.Permission.ORDER_PLACE;
import static de.schulpakt.procurement.award.AwardAction.ANSWER;
import static de.schulpakt.procurement.award.AwardAction.ASK;
import static de.schulpakt.procurement.award.AwardAction.CHANGE;
import static de.schulpakt.procurement.award.AwardAction.DECIDE;
import static de.schulpakt.procurement.award.AwardAction.INVITE;
import static de.schulpakt.procurement.award.AwardAction.PROPOSE;
import static de.schulpakt.procurement.award.AwardAction.RETURN;
import static de.schulpakt.procurement.award.AwardAction.WITHDRAW;
import static de.schulpakt.procurement.award.AwardState.DECIDED;
import static de.schulpakt.procurement.award.AwardState.PREPARED;
import static de.schulpakt.procurement.award.AwardState.PROPOSED;
import static de.schulpakt.procurement.award.AwardState.WITHDRAWN;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of an award file. */
public final class AwardFlow {
    /** From, action, permission, to. */
    public static final Transitions<AwardState, AwardAction> FLOW = Transitions.<AwardState, AwardAction>table()
            .row(PREPARED, CHANGE, ORDER_PLACE, PREPARED)
            .row(PREPARED, ASK, ORDER_PLACE, PREPARED)
            .row(PREPARED, INVITE, ORDER_PLACE, PREPARED)
            .row(PREPARED, ANSWER, ORDER_PLACE, PREPARED)
            .row(PREPARED, PROPOSE, ORDER_PLACE, PROPOSED)
            .row(PREPARED, WITHDRAW, ORDER_PLACE, WITHDRAWN)
            .row(PROPOSED, DECIDE, ORDER_PLACE, DECIDED)
            .row(PROPOSED, RETURN, ORDER_PLACE, PREPARED)
            .row(PROPOSED, WITHDRAW, ORDER_PLACE, WITHDRAWN)
            .row(DECIDED, WITHDRAW, ORDER_PLACE, WITHDRAWN)
            .build();

    private AwardFlow() {
    }
}
