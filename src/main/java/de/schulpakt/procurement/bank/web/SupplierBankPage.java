package de.schulpakt.procurement.bank.web;

import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.bank.SupplierAccountQueries;
import de.schulpakt.procurement.bank.SupplierAccountState;
import de.schulpakt.procurement.bank.SupplierAccounts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Where a supplier is paid: its accounts, a new one, and what is confirmed. */
@Named
@ViewScoped
public class SupplierBankPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient SupplierAccountQueries queries;
    @Inject
    transient SupplierAccounts accounts;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long supplier;
    private final Form form = new Form();
    private SupplierAccountQueries.View.Account waiting;
    private SupplierAccountQueries.View.Account current;
    private transient SupplierAccountQueries.View view;

    /** Reads the supplier, or that of the account, which the address names. */
    public void load() {
        act.show(() -> {
            Long account = Params.number(here.param("account"));
            supplier = supplier != null ? supplier : account != null ? queries.supplierOf(account) : Params.number(here.param("supplier"));
            look();
        });
    }

    private void look() {
        view = null;
        waiting = one(SupplierAccountState.PROPOSED);
        current = one(SupplierAccountState.CONFIRMED);
    }

    private SupplierAccountQueries.View.Account one(SupplierAccountState state) {
        return getView().accounts().stream().filter(a -> a.state() == state).findFirst().orElse(null);
    }

    /** Enters an account. */
    public String propose() {
        return run(() -> accounts.propose(supplier, new SupplierAccounts.Propose(form.text("holder"), form.text("iban"), form.text("bic"), form.text("source"))),
                "bank.done.propose");
    }

    /** Confirms what another has entered. */
    public String confirm() {
        return run(() -> accounts.confirm(waiting.id(), new SupplierAccounts.Confirm(waiting.version(), form.text("note"))), "bank.done.confirm");
    }

    /** Does not confirm it. */
    public String decline() {
        return run(() -> accounts.decline(waiting.id(), new SupplierAccounts.Reason(waiting.version(), form.text("reason"))), "bank.done.decline");
    }

    /** What is confirmed is not used any more. */
    public String end() {
        return run(() -> accounts.end(current.id(), new SupplierAccounts.Reason(current.version(), form.text("endReason"))), "bank.done.end");
    }

    private String run(Runnable work, String done) {
        String outcome = act.run(work, done, "supplier-bank?faces-redirect=true&supplier=" + supplier);
        if (outcome == null) {
            // after a conflict the next press answers what is there now
            act.show(this::look);
        }
        return outcome;
    }

    /** The supplier, read once per request of the browser. */
    public SupplierAccountQueries.View getView() {
        if (view == null) {
            if (supplier == null) {
                throw new NotFound("Supplier", supplier);
            }
            view = queries.view(supplier);
        }
        return view;
    }

    public SupplierAccountQueries.View.Account getWaiting() {
        return waiting;
    }

    public SupplierAccountQueries.View.Account getCurrent() {
        return current;
    }

    public Form getForm() {
        return form;
    }
}
