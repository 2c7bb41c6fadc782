package de.schulpakt.inventory.value.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.value.ValueQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What a device is worth, on its page. */
@Named
@RequestScoped
public class WorthPage {
    @Inject
    ValueQueries queries;
    @Inject
    Guard guard;
    private ValueQueries.Worth worth;

    /** Null for who does not see the money of the school. */
    public ValueQueries.Worth of(DeviceQueries.View device) {
        if (worth == null && guard.may(Permission.BUDGET_VIEW, device.schoolId())) {
            worth = queries.of(device.id());
        }
        return worth;
    }

    /** True if the asker may make statements somewhere. */
    public boolean isMaking() {
        return guard.may(Permission.OWN_MONEY_EDIT);
    }
}
