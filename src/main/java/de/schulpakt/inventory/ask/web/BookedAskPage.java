package de.schulpakt.inventory.ask.web;

import de.schulpakt.inventory.ask.AskQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the ask of a booking knows already is not typed again when the devices go out. */
@Named
@RequestScoped
public class BookedAskPage {
    @Inject
    AskQueries queries;
    @Inject
    Act act;

    /** Fills in who signs and how to reach them, unless somebody has typed. */
    public void fill(Form form, Long bookingId) {
        act.show(() -> {
            AskQueries.Reach ask = queries.ofBooking(bookingId == null ? -1 : bookingId);
            if (ask != null) {
                form.putIfAbsent("guardian", ask.guardian());
                form.putIfAbsent("contact", ask.contact());
            }
        });
    }
}
