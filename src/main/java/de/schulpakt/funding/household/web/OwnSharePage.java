package de.schulpakt.funding.household.web;

import static de.schulpakt.identity.Permission.APPLICATION_EDIT;

import de.schulpakt.funding.household.FollowCostQueries;
import de.schulpakt.funding.household.FollowCosts;
import de.schulpakt.funding.household.OwnShareQueries;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What an award costs the household of its authority, and the replacements that its devices propose. */
@Named
@ViewScoped
public class OwnSharePage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient OwnShareQueries queries;
    @Inject
    transient FollowCostQueries costQueries;
    @Inject
    transient FollowCosts costs;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private Long application;
    private OwnShareQueries.OfAward view;
    private List<FollowCostQueries.Replacement> replacements;

    /** Reads the award that the URL names. */
    public void load() {
        act.show(() -> {
            view = queries.ofAward(application == null ? 0 : application);
            replacements = costQueries.replacements(application == null ? 0 : application);
        });
    }

    /** Takes over one of the proposals, as it was shown. */
    public String takeOver(FollowCostQueries.Replacement seen) {
        return act.run(() -> {
            costs.takeOver(new FollowCosts.TakeOver(application, seen.modelKind(), seen.endsIn(), seen.paidCents(), null));
        }, "follow_cost.done.take_over", "own-share?faces-redirect=true&application=" + application);
    }

    /** True if the asker may record follow-up costs of it. */
    public boolean isMayRecord() {
        return view != null && view.award() != null && guard.mayAuthority(APPLICATION_EDIT, view.authorityId());
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

    public List<FollowCostQueries.Replacement> getReplacements() {
        return replacements;
    }
}
