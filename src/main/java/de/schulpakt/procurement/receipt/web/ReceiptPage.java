package de.schulpakt.procurement.receipt.web;

import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.receipt.Returns;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The paper of a delivery is put right. */
@Named
@ViewScoped
public class ReceiptPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OrderQueries queries;
    @Inject
    transient Returns returns;
    @Inject
    transient Act act;
    private Long id;
    private Long receipt;
    private Integer version;
    private final Form form = new Form();
    private transient OrderQueries.View view;

    /** Reads the delivery. */
    public void load() {
        act.show(() -> {
            version = getView().version();
            OrderQueries.View.Arrived come = getView().deliveries().stream().filter(d -> d.id().equals(receipt)).findFirst()
                    .orElseThrow(() -> new NotFound("Delivery", receipt));
            form.put("deliveryNoteNo", come.deliveryNoteNo());
            form.put("receivedOn", come.receivedOn());
        });
    }

    /** Keeps what is right. */
    public String correct() {
        String outcome = act.run(() -> returns.correct(id, receipt, new Returns.Correct(version, form.text("deliveryNoteNo"), form.day("receivedOn"),
                form.text("reason"))), "back.corrected", "order?faces-redirect=true&id=" + id);
        if (outcome == null) {
            view = null;
            act.show(() -> version = getView().version());
        }
        return outcome;
    }

    /** The order, read once per request of the browser. */
    public OrderQueries.View getView() {
        if (view == null) {
            view = queries.view(id);
        }
        return view;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Long getReceipt() {
        return receipt;
    }

    public void setReceipt(Long receipt) {
        this.receipt = receipt;
    }

    public Form getForm() {
        return form;
    }
}
