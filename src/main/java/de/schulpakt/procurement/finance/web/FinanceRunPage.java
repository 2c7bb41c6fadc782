package de.schulpakt.procurement.finance.web;

import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.finance.FinanceQueries;
import de.schulpakt.procurement.finance.FinanceRuns;
import de.schulpakt.procurement.finance.FinanceState;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One run. */
@Named
@ViewScoped
public class FinanceRunPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient FinanceQueries queries;
    @Inject
    transient FinanceRuns runs;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private Integer version;
    private final Form form = new Form();
    private transient FinanceQueries.View view;

    /** Reads what the address names. */
    public void load() {
        act.show(() -> {
            id = id == null ? Params.number(here.param("id")) : id;
            version = getView().version();
        });
    }

    /** It does not count. */
    public String withdraw() {
        String outcome = act.run(() -> runs.withdraw(id, new FinanceRuns.Withdraw(version, form.text("reason"))), "finance.done.withdraw",
                "finance-run?faces-redirect=true&id=" + id);
        view = null;
        if (outcome == null) {
            // after a conflict the page shows the new state, and the next press answers that one
            act.show(() -> version = getView().version());
        }
        return outcome;
    }

    /** True if there is a file for the finance system. */
    public boolean isHasFile() {
        return getView().state() != FinanceState.WITHDRAWN && !getView().actions().isEmpty();
    }

    /** The run, read once per request of the browser. */
    public FinanceQueries.View getView() {
        if (view == null) {
            if (id == null) {
                throw new NotFound("FinanceRun", id);
            }
            view = queries.view(id);
        }
        return view;
    }

    public Form getForm() {
        return form;
    }
}
