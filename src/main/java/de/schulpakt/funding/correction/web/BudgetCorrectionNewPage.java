package de.schulpakt.funding.correction.web;

import de.schulpakt.funding.correction.BudgetCorrections;
import de.schulpakt.funding.ledger.BudgetAction;
import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The form that proposes a correction of a budget. */
@Named
@ViewScoped
public class BudgetCorrectionNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient BudgetCorrections corrections;
    @Inject
    transient BudgetQueries budgets;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long budget;
    private BudgetQueries.View view;

    /** Reads the budget that is to be corrected. */
    public void load() {
        act.show(() -> view = budgets.view(budget == null ? 0 : budget));
    }

    /** Proposes it. */
    public String propose() {
        Long[] made = new Long[1];
        String outcome = act.run(() -> {
            made[0] = corrections.propose(budget, new BudgetCorrections.Propose(view.version(), form.cents("amountCents"), form.text("reason")));
        }, "budget_correction.done.propose", "budget-correction?faces-redirect=true");
        if (outcome == null) {
            // after a conflict the next press sends what is there now
            load();
        }
        return outcome == null ? null : outcome + "&id=" + made[0];
    }

    /** True if the asker may do it. */
    public boolean isMayCorrect() {
        return view.actions().contains(BudgetAction.CORRECT);
    }

    public Form getForm() {
        return form;
    }

    public Long getBudget() {
        return budget;
    }

    public void setBudget(Long budget) {
        this.budget = budget;
    }

    public BudgetQueries.View getView() {
        return view;
    }
}
