package de.schulpakt.procurement.payment.web;

import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.payment.PaymentQueries;
import de.schulpakt.procurement.payment.PaymentState;
import de.schulpakt.procurement.payment.Payments;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One payment list. */
@Named
@ViewScoped
public class PaymentPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient PaymentQueries queries;
    @Inject
    transient Payments payments;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private Integer version;
    private final Form form = new Form();
    private transient PaymentQueries.View view;

    /** Reads what the address names. */
    public void load() {
        act.show(() -> {
            id = id == null ? Params.number(here.param("id")) : id;
            version = getView().version();
        });
    }

    /** Lets it go to the treasury. */
    public String release() {
        return run(() -> payments.release(id, new Payments.Release(version, form.text("note"))), "payment.done.release");
    }

    /** It is not paid. */
    public String withdraw() {
        return run(() -> payments.withdraw(id, new Payments.Withdraw(version, form.text("reason"))), "payment.done.withdraw");
    }

    private String run(Runnable work, String done) {
        String outcome = act.run(work, done, "payment?faces-redirect=true&id=" + id);
        view = null;
        if (outcome == null) {
            // after a conflict the page shows the new state, and the next press answers that one
            act.show(() -> version = getView().version());
        }
        return outcome;
    }

    /** True if there is a file for the treasury. */
    public boolean isHasFile() {
        return getView().releasedAt() != null && getView().state() != PaymentState.WITHDRAWN;
    }

    /** The list, read once per request of the browser. */
    public PaymentQueries.View getView() {
        if (view == null) {
            if (id == null) {
                throw new NotFound("Payment", id);
            }
            view = queries.view(id);
        }
        return view;
    }

    public Form getForm() {
        return form;
    }
}
