package de.schulpakt.procurement.difference.web;

import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.difference.DifferenceQueries;
import de.schulpakt.procurement.difference.Differences;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One difference. */
@Named
@ViewScoped
public class DifferencePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient DifferenceQueries queries;
    @Inject
    transient Differences differences;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private Integer version;
    private final Form form = new Form();
    private transient DifferenceQueries.View view;

    /** Reads what the address names. */
    public void load() {
        act.show(() -> {
            id = id == null ? Params.number(here.param("id")) : id;
            version = getView().version();
        });
    }

    /** Says why it is right as it is. */
    public String explain() {
        return run(() -> differences.explain(id, new Differences.Reason(version, form.text("reason"))), "difference.done.explain");
    }

    /** The reason does not hold. */
    public String reopen() {
        return run(() -> differences.reopen(id, new Differences.Reason(version, form.text("why"))), "difference.done.reopen");
    }

    /** A booking does not count, or counts again. */
    public String turn() {
        return run(() -> {
            Long booking = form.number("bookingId");
            DifferenceQueries.Booking one = getView().bookings().stream().filter(b -> b.id().equals(booking)).findFirst()
                    .orElseThrow(() -> new NotFound("FinanceBooking", booking));
            Differences.Reason reason = new Differences.Reason(one.version(), form.text("bookingReason"));
            if (one.takenBack()) {
                differences.restore(one.id(), reason);
            } else {
                differences.takeBack(one.id(), reason);
            }
        }, "booking.done");
    }

    private String run(Runnable work, String done) {
        String outcome = act.run(work, done, "difference?faces-redirect=true&id=" + id);
        view = null;
        if (outcome == null) {
            // after a conflict the page shows the new state, and the next press answers that one
            act.show(() -> version = getView().version());
        }
        return outcome;
    }

    /** The difference, read once per request of the browser. */
    public DifferenceQueries.View getView() {
        if (view == null) {
            if (id == null) {
                throw new NotFound("FinanceDifference", id);
            }
            view = queries.view(id);
        }
        return view;
    }

    public Form getForm() {
        return form;
    }
}
