package de.schulpakt.procurement.receipt.web;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.receipt.ReceiptQueries;
import de.schulpakt.procurement.receipt.Surpluses;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Pieces that came beyond an order: noted, or gone. */
@Named
@ViewScoped
public class SurplusPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OrderQueries queries;
    @Inject
    transient ReceiptQueries receipts;
    @Inject
    transient Surpluses surpluses;
    @Inject
    transient Guard guard;
    @Inject
    transient Clock clock;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private Long surplus;
    private Integer version;
    private ReceiptQueries.Surplus chosen;
    private final Form form = new Form();
    private transient OrderQueries.View view;

    /** Reads the order, and the surplus that is to end if the address names one. */
    public void load() {
        act.show(() -> {
            id = id == null ? Params.number(here.param("id")) : id;
            surplus = surplus == null ? Params.number(here.param("surplus")) : surplus;
            guard.requireAuthority(DELIVERY_RECEIVE, getView().authorityId());
            form.put("day", clock.today());
            look();
        });
    }

    private void look() {
        version = getView().version();
        chosen = surplus == null ? null : receipts.surpluses(id).stream().filter(s -> s.id().equals(surplus)).findFirst()
                .orElseThrow(() -> new NotFound("GoodsSurplus", surplus));
    }

    /** Notes what came too many. */
    public String note() {
        return run(() -> surpluses.note(id, new Surpluses.Note(version, form.number("line"), form.whole("pieces"), form.day("day"), form.text("note"))),
                "surplus.done.note");
    }

    /** They are gone. */
    public String end() {
        return run(() -> surpluses.end(id, surplus, new Surpluses.End(version, form.day("day"), form.text("why"))), "surplus.done.end");
    }

    private String run(Runnable work, String done) {
        String outcome = act.run(work, done, "order?faces-redirect=true&id=" + id);
        view = null;
        if (outcome == null) {
            // after a conflict the next press answers what is there now
            act.show(this::look);
        }
        return outcome;
    }

    /** The lines of which nothing is awaited. */
    public List<OrderQueries.View.Line> getLines() {
        return getView().lines().stream().filter(l -> l.awaited() == 0).toList();
    }

    /** The order, read once per request of the browser. */
    public OrderQueries.View getView() {
        if (view == null) {
            if (id == null) {
                throw new NotFound("Order", id);
            }
            view = queries.view(id);
        }
        return view;
    }

    public ReceiptQueries.Surplus getChosen() {
        return chosen;
    }

    public Form getForm() {
        return form;
    }
}
