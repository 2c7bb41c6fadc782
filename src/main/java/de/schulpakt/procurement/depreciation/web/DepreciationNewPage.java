package de.schulpakt.procurement.depreciation.web;

import de.schulpakt.platform.Forbidden;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.platform.web.Act;
import de.schulpakt.procurement.depreciation.AssetBookingQueries;
import de.schulpakt.procurement.depreciation.AssetBookings;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The form that books the year of a statement. */
@Named
@ViewScoped
public class DepreciationNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient AssetBookings bookings;
    @Inject
    transient AssetBookingQueries queries;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private Long statement;
    private transient List<AssetBookingQueries.Candidate> candidates;

    /** Only for who may book somewhere. */
    public void load() {
        act.show(() -> {
            if (!guard.may(Permission.DELIVERY_RECEIVE)) {
                throw new Forbidden(Permission.DELIVERY_RECEIVE);
            }
        });
    }

    /** Books it. */
    public String book() {
        return act.run(() -> "depreciation-run?faces-redirect=true&id=" + bookings.book(new AssetBookings.Book(statement)), "depreciation.done.book");
    }

    /** What can be booked, read once per request of the browser. */
    public List<AssetBookingQueries.Candidate> getCandidates() {
        if (candidates == null) {
            candidates = queries.candidates();
        }
        return candidates;
    }

    public Long getStatement() {
        return statement;
    }

    public void setStatement(Long statement) {
        this.statement = statement;
    }
}
