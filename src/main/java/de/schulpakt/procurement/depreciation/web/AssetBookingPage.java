package de.schulpakt.procurement.depreciation.web;

import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.depreciation.AssetBookingQueries;
import de.schulpakt.procurement.depreciation.AssetBookings;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One run of depreciation. */
@Named
@ViewScoped
public class AssetBookingPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient AssetBookingQueries queries;
    @Inject
    transient AssetBookings bookings;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private Integer version;
    private final Form form = new Form();
    private transient AssetBookingQueries.View view;

    /** Reads what the address names. */
    public void load() {
        act.show(() -> {
            id = id == null ? Params.number(here.param("id")) : id;
            version = getView().version();
        });
    }

    /** Takes it back. */
    public String reverse() {
        String outcome = act.run(() -> bookings.reverse(id, new AssetBookings.Reverse(version, form.text("reason"))), "depreciation.done.reverse",
                "depreciation-run?faces-redirect=true&id=" + id);
        view = null;
        if (outcome == null) {
            // after a conflict the page shows the new state, and the next press answers that one
            act.show(() -> version = getView().version());
        }
        return outcome;
    }

    /** The run, read once per request of the browser. */
    public AssetBookingQueries.View getView() {
        if (view == null) {
            if (id == null) {
                throw new NotFound("AssetBooking", id);
            }
            view = queries.view(id);
        }
        return view;
    }

    public Form getForm() {
        return form;
    }
}
