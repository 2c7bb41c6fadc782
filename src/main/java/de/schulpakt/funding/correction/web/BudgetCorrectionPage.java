package de.schulpakt.funding.correction.web;

import de.schulpakt.funding.correction.BudgetCorrectionQueries;
import de.schulpakt.funding.correction.BudgetCorrections;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One correction of a budget, and what is done to it. */
@Named
@ViewScoped
public class BudgetCorrectionPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String HERE = "budget-correction?faces-redirect=true&id=";
    @Inject
    transient BudgetCorrections corrections;
    @Inject
    transient BudgetCorrectionQueries queries;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long id;
    private BudgetCorrectionQueries.View view;

    /** Reads the correction that the URL names. */
    public void load() {
        act.show(() -> view = queries.view(id == null ? 0 : id));
    }

    /** Confirms it. */
    public String confirm() {
        return run(() -> corrections.confirm(id, new BudgetCorrections.Confirm(view.version(), form.text("note"))), "budget_correction.done.confirm");
    }

    /** Does not confirm it. */
    public String drop() {
        return run(() -> corrections.drop(id, new BudgetCorrections.Drop(view.version(), form.text("reason"))), "budget_correction.done.drop");
    }

    /** Proposes that it is taken back. */
    public String proposeCounter() {
        return run(() -> corrections.proposeCounter(id, new BudgetCorrections.Counter(view.version(), form.text("counterReason"))), "budget_correction.done.counter");
    }

    /** Confirms that it is taken back. */
    public String confirmCounter() {
        return run(() -> corrections.confirmCounter(id, new BudgetCorrections.Confirm(view.version(), form.text("counterNote"))), "budget_correction.done.countered");
    }

    /** It stays as it is. */
    public String dropCounter() {
        return run(() -> corrections.dropCounter(id, new BudgetCorrections.Drop(view.version(), form.text("stayReason"))), "budget_correction.done.stays");
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

    public BudgetCorrectionQueries.View getView() {
        return view;
    }
}
