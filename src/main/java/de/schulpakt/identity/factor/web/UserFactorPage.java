package de.schulpakt.identity.factor.web;

import de.schulpakt.identity.factor.FactorQueries;
import de.schulpakt.identity.factor.Factors;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The second factor of somebody else, on the page of the account. */
@Named
@ViewScoped
public class UserFactorPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Factors factors;
    @Inject
    transient FactorQueries queries;
    @Inject
    transient Act act;
    private transient FactorQueries.State state;
    private transient boolean known;
    private Long id;

    /** Says whose it is. */
    public void of(Long user) {
        id = user;
    }

    /** Takes it away. */
    public String reset() {
        return act.run(() -> factors.reset(id), "user.changed", "user?faces-redirect=true&id=" + id);
    }

    /** The second factor, null if there is none. */
    public FactorQueries.State getState() {
        if (!known && id != null) {
            state = queries.of(id).orElse(null);
            known = true;
        }
        return state;
    }
}
