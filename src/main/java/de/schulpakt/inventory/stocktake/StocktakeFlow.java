package de.schulpakt.inventory.stocktake;

import static de.schulpakt.identity.Permission.DEVICE_PLACE;
import static de.schulpakt.identity.Permission.DEVICE_SERVE;
import static de.schulpakt.inventory.stocktake.StocktakeAction.CANCEL;
import static de.schulpakt.inventory.stocktake.StocktakeAction.CLOSE;
import static de.schulpakt.inventory.stocktake.StocktakeAction.DECIDE;
import static de.schulpakt.inventory.stocktake.StocktakeAction.EXPLAIN;
import static de.schulpakt.inventory.stocktake.StocktakeAction.REOPEN;
import static de.schulpakt.inventory.stocktake.StocktakeAction.SCAN;
import static de.schulpakt.inventory.stocktake.StocktakeAction.UNSCAN;
import static de.schulpakt.inventory.stocktake.StocktakeState.CANCELLED;
import static de.schulpakt.inventory.stocktake.StocktakeState.CLOSED;
import static de.schulpakt.inventory.stocktake.StocktakeState.RUNNING;

import de.schulpakt.platform.step.Transitions;

/** The life of a stock-taking. */
final class StocktakeFlow {
    /** The table: in this state, who has the permission may do the action, and the state is then the last one. */
    static final Transitions<StocktakeState, StocktakeAction> FLOW = Transitions.<StocktakeState, StocktakeAction>table()
            .row(RUNNING, SCAN, DEVICE_PLACE, RUNNING)
            .row(RUNNING, UNSCAN, DEVICE_PLACE, RUNNING)
            .row(RUNNING, DECIDE, DEVICE_PLACE, RUNNING)
            .row(RUNNING, EXPLAIN, DEVICE_SERVE, RUNNING)
            .row(RUNNING, CLOSE, DEVICE_SERVE, CLOSED)
            .row(RUNNING, CANCEL, DEVICE_SERVE, CANCELLED)
            .row(CLOSED, REOPEN, DEVICE_SERVE, RUNNING)
            .build();

    private StocktakeFlow() {
    }
}
