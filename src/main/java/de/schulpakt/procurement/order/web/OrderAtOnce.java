package de.schulpakt.procurement.order.web;

import static de.schulpakt.identity.Permission.ORDER_PLACE;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.award.AwardQueries;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import de.schulpakt.procurement.request.RequestAction;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.Requests;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Approves the request of a page and orders it in one step, where one supplier has all of it. What pays is what the page has shown. */
@Named
@ViewScoped
public class OrderAtOnce implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OrderQueries queries;
    @Inject
    transient AwardQueries awards;
    @Inject
    transient Orders orders;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private Long id;
    private Integer version;
    private List<Requests.PayFrom> shown = List.of();
    private LocalDate expectedOn;
    private String note;
    private String awardReference;
    private String award;
    private transient List<AwardQueries.Option> files;
    private transient OrderQueries.AtOnce what;
    private transient boolean read;

    /** What would be ordered, null where it cannot be in one step: several suppliers, money that is missing, a second person, no permission. */
    public OrderQueries.AtOnce what(RequestQueries.View request) {
        if (!read) {
            read = true;
            boolean paid = request.payers().stream().allMatch(RequestQueries.Payer::enough) && request.lines().stream()
                    .allMatch(l -> request.payFrom().stream().anyMatch(p -> p.itemLineId().equals(l.id())));
            what = request.actions().contains(RequestAction.APPROVE) && paid && !request.lines().isEmpty() && guard.may(ORDER_PLACE, request.schoolId())
                    ? queries.atOnce(request.id()).orElse(null) : null;
            if (what != null && id == null) {
                id = request.id();
                version = request.version();
                shown = new ArrayList<>(request.payFrom());
            }
        }
        return what;
    }

    /** Approves and orders. */
    public String place() {
        String outcome = act.run(() -> "order?faces-redirect=true&id=" + orders.approveAndPlace(id, new Orders.ApproveAndPlace(
                new Requests.Approve(version, note, shown), expectedOn, awardReference, Params.number(award))), "order.placed_at_once");
        if (outcome == null) {
            // after a conflict the next press answers what is there now
            id = null;
            read = false;
        }
        return outcome;
    }

    /** Decided award files by which can be ordered from the supplier of what would be ordered. */
    public List<AwardQueries.Option> getFiles() {
        if (files == null) {
            files = what == null ? List.of() : awards.decided(what.supplierId());
        }
        return files;
    }

    public String getAward() {
        return award;
    }

    public void setAward(String award) {
        this.award = award;
    }

    public String getAwardReference() {
        return awardReference;
    }

    public void setAwardReference(String awardReference) {
        this.awardReference = awardReference;
    }

    public LocalDate getExpectedOn() {
        return expectedOn;
    }

    public void setExpectedOn(LocalDate expectedOn) {
        this.expectedOn = expectedOn;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
