package de.schulpakt.funding.annex.web;

import de.schulpakt.funding.annex.AnnexQueries;
import de.schulpakt.platform.web.Act;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The annex of one school with its files. */
@Named
@RequestScoped
public class AnnexPage {
    @Inject
    AnnexQueries queries;
    @Inject
    Act act;
    private Long id;
    private AnnexQueries.View view;

    /** Reads what the address names. */
    public void load() {
        act.show(() -> view = queries.view(id == null ? 0 : id));
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public AnnexQueries.View getView() {
        return view;
    }
}
