package de.schulpakt.identity.factor.web;

import de.schulpakt.identity.Role;
import de.schulpakt.identity.factor.FactorQueries;
import de.schulpakt.identity.factor.Factors;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The roles that sign in with a second factor, for administrators. */
@Named
@ViewScoped
public class DemandsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Factors factors;
    @Inject
    transient FactorQueries queries;
    @Inject
    transient Act act;
    private transient List<FactorQueries.RoleRow> roles;
    private final Map<String, Boolean> wanted = new HashMap<>();

    /** Reads what is demanded. */
    public void load() {
        act.show(() -> getRoles().forEach(row -> wanted.put(row.role().name(), row.demanded())));
    }

    /** Demands it of the chosen roles. */
    public String save() {
        return act.run(() -> {
            Set<Role> chosen = EnumSet.noneOf(Role.class);
            wanted.forEach((role, on) -> {
                if (Boolean.TRUE.equals(on)) {
                    chosen.add(Role.valueOf(role));
                }
            });
            factors.demand(new Factors.Demand(chosen));
        }, "factor.demand_saved", "factors?faces-redirect=true");
    }

    public List<FactorQueries.RoleRow> getRoles() {
        if (roles == null) {
            roles = queries.roles();
        }
        return roles;
    }

    /** Which roles are chosen, by name. */
    public Map<String, Boolean> getWanted() {
        return wanted;
    }
}
