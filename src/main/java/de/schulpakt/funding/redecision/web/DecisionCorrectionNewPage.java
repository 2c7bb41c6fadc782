package de.schulpakt.funding.redecision.web;

import de.schulpakt.funding.application.ApplicationAction;
import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.redecision.DecisionCorrections;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Amounts;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Formats;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** The form that proposes a correction of a decision, filled with what was captured. */
@Named
@ViewScoped
public class DecisionCorrectionNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient DecisionCorrections corrections;
    @Inject
    transient ApplicationQueries applications;
    @Inject
    transient Formats fmt;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private final Map<Long, String> approved = new HashMap<>();
    private Long application;
    private ApplicationQueries.View view;

    /** Reads the application whose decision is to be corrected. */
    public void load() {
        act.show(() -> {
            view = applications.view(application == null ? 0 : application);
            form.put("reference", view.decisionReference());
            form.put("decidedOn", view.decidedOn());
            form.put("periodFrom", view.periodFrom());
            form.put("periodTo", view.periodTo());
            form.put("terms", view.terms());
            form.put("termsVersion", view.termsVersion());
            view.annexes().stream().flatMap(x -> x.positions().stream()).forEach(p -> approved.put(p.id(), fmt.amount(p.approvedCents() == null ? 0L : p.approvedCents())));
        });
    }

    /** Proposes it. */
    public String propose() {
        Long[] made = new Long[1];
        String outcome = act.run(() -> {
            made[0] = corrections.propose(application, new DecisionCorrections.Propose(view.version(), form.text("reference"), form.day("decidedOn"),
                    form.day("periodFrom"), form.day("periodTo"), form.text("terms"), form.text("termsVersion"), view.annexes().stream()
                    .flatMap(x -> x.positions().stream()).map(p -> new DecisionCorrections.Granted(p.id(), Amounts.cents(approved.get(p.id())))).toList(),
                    form.text("reason")));
        }, "decision_correction.done.propose", "decision-correction?faces-redirect=true");
        return outcome == null ? null : outcome + "&id=" + made[0];
    }

    /** True if the asker may do it. */
    public boolean isMayCorrect() {
        return view.actions().contains(ApplicationAction.CORRECT_TO_PART);
    }

    public Form getForm() {
        return form;
    }

    public Map<Long, String> getApproved() {
        return approved;
    }

    public Long getApplication() {
        return application;
    }

    public void setApplication(Long application) {
        this.application = application;
    }

    public ApplicationQueries.View getView() {
        return view;
    }
}
