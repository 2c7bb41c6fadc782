package de.schulpakt.funding.redecision.web;

import de.schulpakt.funding.redecision.DecisionCorrectionQueries;
import de.schulpakt.funding.redecision.DecisionCorrections;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One correction of a decision, and what is done to it. */
@Named
@ViewScoped
public class DecisionCorrectionPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient DecisionCorrections corrections;
    @Inject
    transient DecisionCorrectionQueries queries;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long id;
    private DecisionCorrectionQueries.View view;

    /** Reads the correction that the URL names. */
    public void load() {
        act.show(() -> view = queries.view(id == null ? 0 : id));
    }

    /** Confirms it. */
    public String confirm() {
        return run(() -> corrections.confirm(id, new DecisionCorrections.Confirm(view.version(), form.text("note"))), "decision_correction.done.confirm");
    }

    /** Does not confirm it. */
    public String drop() {
        return run(() -> corrections.drop(id, new DecisionCorrections.Drop(view.version(), form.text("reason"))), "decision_correction.done.drop");
    }

    private String run(Runnable step, String message) {
        String outcome = act.run(step, message, "decision-correction?faces-redirect=true&id=" + id);
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

    public DecisionCorrectionQueries.View getView() {
        return view;
    }
}
