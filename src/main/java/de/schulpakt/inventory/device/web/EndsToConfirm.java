package de.schulpakt.inventory.device.web;

import de.schulpakt.inventory.device.DeviceQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How many ends of bound devices wait for a second person, for the card of the home page; asked once per request. */
@Named
@RequestScoped
public class EndsToConfirm {
    @Inject
    DeviceQueries queries;
    private Long count;

    /** 0 if nothing waits. */
    public long getCount() {
        if (count == null) {
            count = queries.endsAsked();
        }
        return count;
    }
}
