package de.schulpakt.procurement.depreciation;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.procurement.depreciation.AssetBookingAction.REVERSE;
import static de.schulpakt.procurement.depreciation.AssetBookingState.BOOKED;
import static de.schulpakt.procurement.depreciation.AssetBookingState.REVERSED;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of a run of depreciation. */
public final class AssetBookingFlow {
    /** From, action, permission, to. */
    public static final Transitions<AssetBookingState, AssetBookingAction> FLOW = Transitions.<AssetBookingState, AssetBookingAction>table()
            .row(BOOKED, REVERSE, DELIVERY_RECEIVE, REVERSED)
            .build();

    private AssetBookingFlow() {
    }
}
