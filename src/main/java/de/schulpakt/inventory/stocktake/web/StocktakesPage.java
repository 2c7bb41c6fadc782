package de.schulpakt.inventory.stocktake.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.stocktake.StocktakeQueries;
import de.schulpakt.inventory.stocktake.StocktakeState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What stands beside the list of stock-takings. */
@Named
@RequestScoped
public class StocktakesPage {
    @Inject
    StocktakeQueries queries;
    @Inject
    Guard guard;
    private List<StocktakeQueries.Due> due;

    /** Schools that were not counted for a year. */
    public List<StocktakeQueries.Due> getDue() {
        if (due == null) {
            due = queries.due();
        }
        return due;
    }

    /** True if the asker may open one. */
    public boolean isOpening() {
        return guard.may(Permission.DEVICE_PLACE);
    }

    public StocktakeState[] getStates() {
        return StocktakeState.values();
    }
}
