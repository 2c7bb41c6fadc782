package de.schulpakt.funding.household.web;

import static de.schulpakt.identity.Permission.APPLICATION_EDIT;

import de.schulpakt.funding.household.FollowCostKind;
import de.schulpakt.funding.household.FollowCosts;
import de.schulpakt.funding.household.OwnShareQueries;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The form that records a follow-up cost of an award. */
@Named
@ViewScoped
public class FollowCostNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient FollowCosts costs;
    @Inject
    transient OwnShareQueries shares;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long application;
    private OwnShareQueries.OfAward view;

    /** Reads the award that the URL names. */
    public void load() {
        act.show(() -> view = shares.ofAward(application == null ? 0 : application));
    }

    /** Records it. */
    public String record() {
        return act.run(() -> "follow-cost?faces-redirect=true&id=" + costs.record(new FollowCosts.Record(application, form.choice(FollowCostKind.class, "kind"), form.text("title"),
                form.cents("yearlyCents"), form.whole("firstYear"), form.whole("lastYear"), form.text("source"))), "follow_cost.done.record");
    }

    /** True if the asker may do it, and there is an award. */
    public boolean isMayRecord() {
        return view != null && view.award() != null && guard.mayAuthority(APPLICATION_EDIT, view.authorityId());
    }

    public FollowCostKind[] getKinds() {
        return FollowCostKind.values();
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

    public OwnShareQueries.OfAward getView() {
        return view;
    }
}
