package de.schulpakt.identity.person.web;

import de.schulpakt.identity.person.LeaverRule;
import de.schulpakt.identity.person.Leavers;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Those who have left, and what would be done with their data. */
@Named
@ViewScoped
public class LeaversPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Leavers leavers;
    @Inject
    transient Act act;
    private String id;
    private transient List<Leavers.Leaver> left;
    private transient Leavers.Plan plan;

    /** Reads who has left, and what would be done with one whom the address names. */
    public void load() {
        act.show(() -> {
            getLeft();
            getPlan();
        });
    }

    /** Replaces the name of the one whom the address names. */
    public String forget() {
        return act.run(() -> leavers.forget(number()), "leavers.forgotten", "leavers?faces-redirect=true");
    }

    public List<Leavers.Leaver> getLeft() {
        if (left == null) {
            left = leavers.left();
        }
        return left;
    }

    /** What would be done, null if the address names nobody. */
    public Leavers.Plan getPlan() {
        if (plan == null && id != null && !id.isBlank()) {
            plan = leavers.plan(number());
        }
        return plan;
    }

    /** Days of the rule, 0 for none. */
    public int getDays() {
        return LeaverRule.days();
    }

    private long number() {
        Long number = Params.number(id);
        return number == null ? -1 : number;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
