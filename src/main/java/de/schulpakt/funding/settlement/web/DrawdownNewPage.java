package de.schulpakt.funding.settlement.web;

import de.schulpakt.funding.settlement.DrawdownQueries;
import de.schulpakt.funding.settlement.Drawdowns;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** What could be drawn for an application now. */
@Named
@ViewScoped
public class DrawdownNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Drawdowns drawdowns;
    @Inject
    transient DrawdownQueries queries;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long application;
    private DrawdownQueries.Offer offer;

    /** Reads what the application of the URL offers. */
    public void load() {
        act.show(() -> offer = queries.offer(application == null ? 0 : application, false));
    }

    /** Puts the drawdown together. */
    public String propose() {
        return act.run(() -> "drawdown?faces-redirect=true&id=" + drawdowns.propose(new Drawdowns.Propose(application, form.day("proofAcceptedOn"))),
                "drawdown.proposed");
    }

    public Form getForm() {
        return form;
    }

    public Long getApplication() {
        return application;
    }

    public void setApplication(Long application) {
        this.application = application;
    }

    public DrawdownQueries.Offer getOffer() {
        return offer;
    }
}
