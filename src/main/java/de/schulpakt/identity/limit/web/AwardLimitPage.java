package de.schulpakt.identity.limit.web;

import de.schulpakt.identity.limit.AwardLimitQueries;
import de.schulpakt.identity.limit.AwardLimits;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The awards to which the role of an auditor is limited, on the page of the account. */
@Named
@ViewScoped
public class AwardLimitPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient AwardLimits limits;
    @Inject
    transient AwardLimitQueries queries;
    @Inject
    transient Act act;
    private Long user;
    private Long award;
    private transient AwardLimitQueries.View view;
    private final Form form = new Form();

    /** The account that the page shows. */
    public void of(Long id) {
        user = id;
    }

    /** Names an award. */
    public String give() {
        return run(() -> limits.give(user, new AwardLimits.Give(award, form.day("fromOn"), form.day("toOn"), form.text("note"))));
    }

    /** Ends the sight of one. */
    public String end() {
        return run(() -> limits.end(user, form.number("limit") == null ? -1 : form.number("limit"), new AwardLimits.Reason(form.text("why"))));
    }

    /** Lifts them all. */
    public String lift() {
        return run(() -> limits.lift(user, new AwardLimits.Reason(form.text("whyLift"))));
    }

    private String run(Runnable work) {
        return act.run(work, "user.changed", "user?faces-redirect=true&id=" + user);
    }

    public AwardLimitQueries.View getView() {
        if (view == null) {
            view = queries.of(user == null ? -1 : user);
        }
        return view;
    }

    public Long getAward() {
        return award;
    }

    public void setAward(Long award) {
        this.award = award;
    }

    public Form getForm() {
        return form;
    }
}
