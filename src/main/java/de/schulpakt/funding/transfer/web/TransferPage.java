package de.schulpakt.funding.transfer.web;

import de.schulpakt.funding.transfer.TransferQueries;
import de.schulpakt.funding.transfer.Transfers;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One transfer: from where to where, and what is done to it. */
@Named
@ViewScoped
public class TransferPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String HERE = "transfer?faces-redirect=true&id=";
    @Inject
    transient Transfers transfers;
    @Inject
    transient TransferQueries queries;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long id;
    private TransferQueries.View view;

    /** Reads the transfer that the URL names. */
    public void load() {
        act.show(() -> view = queries.view(id == null ? 0 : id));
    }

    /** Confirms it. */
    public String book() {
        return run(() -> transfers.book(id, new Transfers.Confirm(view.version(), form.text("note"))), "transfer.done.book");
    }

    /** Does not confirm it. */
    public String decline() {
        return run(() -> transfers.decline(id, new Transfers.Decline(view.version(), form.text("reason"))), "transfer.done.decline");
    }

    /** Part of a loan flows back. */
    public String giveBack() {
        return run(() -> transfers.giveBack(id, new Transfers.GiveBack(view.version(), form.cents("amountCents"), form.text("backNote"))),
                "transfer.done.back");
    }

    /** Puts it right. */
    public String reverse() {
        return run(() -> transfers.reverse(id, new Transfers.Reverse(view.version(), form.text("reverseReason"))), "transfer.done.reverse");
    }

    private String run(Runnable step, String message) {
        String outcome = act.run(step, message, HERE + id);
        if (outcome == null) {
            // after a conflict the next press sends what is there now
            load();
        }
        return outcome;
    }

    public Form getForm() {
        return form;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public TransferQueries.View getView() {
        return view;
    }
}
