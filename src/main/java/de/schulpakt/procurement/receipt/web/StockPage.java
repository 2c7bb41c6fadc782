package de.schulpakt.procurement.receipt.web;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.receipt.ReceiptQueries;
import de.schulpakt.procurement.receipt.Stocking;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Material of an order goes into a store, and out of it again. */
@Named
@ViewScoped
public class StockPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OrderQueries queries;
    @Inject
    transient ReceiptQueries receipts;
    @Inject
    transient Stocking stocking;
    @Inject
    transient Guard guard;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private Integer version;
    private final Form form = new Form();
    private transient OrderQueries.View view;
    private transient ReceiptQueries.Stock stock;

    /** Reads the order that the address names. */
    public void load() {
        act.show(() -> {
            id = id == null ? Params.number(here.param("id")) : id;
            guard.requireAuthority(DELIVERY_RECEIVE, getView().authorityId());
            version = getView().version();
            if (getStock().stores().size() == 1) {
                form.putIfAbsent("store", getStock().stores().get(0).id());
            }
        });
    }

    /** Pieces go into a store. */
    public String put() {
        return run(() -> stocking.put(id, new Stocking.Put(version, form.number("line"), form.number("store"), form.whole("pieces"), form.text("article"), form.text("unit"))),
                "stock.done.put");
    }

    /** They do not after all. */
    public String takeBack() {
        Long lot = form.number("lot");
        if (lot == null) {
            throw new NotFound("StoreLot", lot);
        }
        return run(() -> stocking.takeBack(id, lot, new Stocking.TakeBack(version, form.text("reason"))), "stock.done.take_back");
    }

    private String run(Runnable work, String done) {
        String outcome = act.run(work, done, "stock?faces-redirect=true&id=" + id);
        view = null;
        stock = null;
        if (outcome == null) {
            // after a conflict the next press answers what is there now
            act.show(() -> version = getView().version());
        }
        return outcome;
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

    /** Its material and where it lies, read once per request of the browser. */
    public ReceiptQueries.Stock getStock() {
        if (stock == null) {
            stock = receipts.stock(id);
        }
        return stock;
    }

    public Form getForm() {
        return form;
    }
}
