package de.schulpakt.inventory.pool.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.pool.OfferState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What stands beside the list of offers. */
@Named
@RequestScoped
public class OffersPage {
    @Inject
    Guard guard;

    /** True if the asker may offer devices, or send them. */
    public boolean isPassing() {
        return guard.may(Permission.DEVICE_SERVE) || guard.may(Permission.DEVICE_RETIRE);
    }

    public OfferState[] getStates() {
        return OfferState.values();
    }
}
