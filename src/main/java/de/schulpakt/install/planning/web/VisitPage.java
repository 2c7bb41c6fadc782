package de.schulpakt.install.planning.web;

import de.schulpakt.install.planning.VisitQueries;
import de.schulpakt.platform.web.Act;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One visit with its files. */
@Named
@RequestScoped
public class VisitPage {
    @Inject
    VisitQueries queries;
    @Inject
    Act act;
    private Long id;
    private VisitQueries.View view;

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

    public VisitQueries.View getView() {
        return view;
    }
}
