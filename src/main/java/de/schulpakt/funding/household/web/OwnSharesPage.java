package de.schulpakt.funding.household.web;

import de.schulpakt.funding.household.OwnShareQueries;
import de.schulpakt.platform.web.Act;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What all awards of an authority cost its household. */
@Named
@RequestScoped
public class OwnSharesPage {
    @Inject
    OwnShareQueries queries;
    @Inject
    Act act;
    private Long authority;
    private OwnShareQueries.OfAuthority view;

    /** Reads the authority that the URL names. */
    public void load() {
        act.show(() -> view = queries.ofAuthority(authority == null ? 0 : authority));
    }

    public Long getAuthority() {
        return authority;
    }

    public void setAuthority(Long authority) {
        this.authority = authority;
    }

    public OwnShareQueries.OfAuthority getView() {
        return view;
    }
}
