package de.schulpakt.inventory.pool;

import static de.schulpakt.identity.Permission.DEVICE_SERVE;
import static de.schulpakt.inventory.pool.OfferAction.GIVE;
import static de.schulpakt.inventory.pool.OfferAction.WITHDRAW;
import static de.schulpakt.inventory.pool.OfferState.GIVEN;
import static de.schulpakt.inventory.pool.OfferState.OFFERED;
import static de.schulpakt.inventory.pool.OfferState.WITHDRAWN;

import de.schulpakt.platform.step.Transitions;

/** The life of an offer, for the school that gives. */
final class OfferFlow {
    /** The table: in this state, who has the permission may do the action, and the state is then the last one. */
    static final Transitions<OfferState, OfferAction> FLOW = Transitions.<OfferState, OfferAction>table()
            .row(OFFERED, GIVE, DEVICE_SERVE, GIVEN)
            .row(OFFERED, WITHDRAW, DEVICE_SERVE, WITHDRAWN)
            .build();

    private OfferFlow() {
    }
}
