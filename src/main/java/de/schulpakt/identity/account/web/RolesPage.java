package de.schulpakt.identity.account.web;

import de.schulpakt.identity.account.UserQueries;
import de.schulpakt.identity.account.Users;
import de.schulpakt.platform.web.Act;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The roles that wait for a second person. */
@Named
@RequestScoped
public class RolesPage {
    @Inject
    Users users;
    @Inject
    UserQueries queries;
    @Inject
    Act act;
    private List<UserQueries.Pending> pending;

    /** Reads what waits. */
    public void load() {
        act.show(this::getPending);
    }

    /** Confirms one. */
    public String confirm(Long id) {
        return act.run(() -> users.confirmRole(id), "roles.confirmed", "roles?faces-redirect=true");
    }

    /** Says that one is not to hold. */
    public String decline(Long id) {
        return act.run(() -> users.declineRole(id), "roles.declined", "roles?faces-redirect=true");
    }

    public List<UserQueries.Pending> getPending() {
        if (pending == null) {
            pending = queries.pending();
        }
        return pending;
    }
}
