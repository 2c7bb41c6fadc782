package de.schulpakt.identity.deputy.web;

import de.schulpakt.identity.deputy.Deputies;
import de.schulpakt.identity.deputy.DeputyQueries;
import de.schulpakt.platform.web.Act;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The deputies that wait for a second person, on the page of the roles that do. */
@Named
@RequestScoped
public class DeputiesToConfirm {
    private static final String SELF = "roles?faces-redirect=true";
    @Inject
    Deputies deputies;
    @Inject
    DeputyQueries queries;
    @Inject
    Act act;
    private List<DeputyQueries.Row> rows;

    /** Reads what waits. */
    public void load() {
        act.show(this::getRows);
    }

    /** Confirms one. */
    public String confirm(Long id) {
        return act.run(() -> deputies.confirm(id), "deputy.confirmed", SELF);
    }

    /** Says that one is not to be. */
    public String decline(Long id) {
        return act.run(() -> deputies.decline(id), "deputy.declined", SELF);
    }

    public List<DeputyQueries.Row> getRows() {
        if (rows == null) {
            rows = queries.waiting();
        }
        return rows;
    }
}
