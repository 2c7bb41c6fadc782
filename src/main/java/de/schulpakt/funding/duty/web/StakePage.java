package de.schulpakt.funding.duty.web;

import de.schulpakt.funding.duty.StakeQueries;
import de.schulpakt.platform.web.Act;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What of an award is at stake. */
@Named
@RequestScoped
public class StakePage {
    @Inject
    StakeQueries queries;
    @Inject
    Act act;
    private Long application;
    private StakeQueries.Stake view;

    /** Reads what is at stake of the application that the URL names. */
    public void load() {
        act.show(() -> view = queries.of(application == null ? 0 : application));
    }

    public Long getApplication() {
        return application;
    }

    public void setApplication(Long application) {
        this.application = application;
    }

    public StakeQueries.Stake getView() {
        return view;
    }
}
