package de.schulpakt.funding.household.web;

import de.schulpakt.funding.household.FollowCostQueries;
import de.schulpakt.funding.household.FollowCosts;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Formats;
import de.schulpakt.platform.web.Language;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One follow-up cost, and what puts it right. */
@Named
@ViewScoped
public class FollowCostPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient FollowCosts costs;
    @Inject
    transient FollowCostQueries queries;
    @Inject
    transient Formats fmt;
    @Inject
    transient Language language;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long id;
    private FollowCostQueries.View view;

    /** Reads the follow-up cost that the URL names. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? 0 : id);
            form.put("title", view.title());
            form.put("yearlyCents", fmt.amount(view.yearlyCents()));
            form.put("firstYear", view.firstYear());
            form.put("lastYear", view.lastYear());
        });
    }

    /** Changes title, amount or years. */
    public String change() {
        return run("follow_cost.done.change", () -> costs.change(id, new FollowCosts.Change(view.version(), form.text("title"), form.cents("yearlyCents"), form.whole("firstYear"),
                form.whole("lastYear"), form.text("changeReason"))));
    }

    /** Ends it before its last year. */
    public String end() {
        return run("follow_cost.done.end", () -> costs.end(id, new FollowCosts.End(view.version(), form.whole("endYear"), form.text("endReason"))));
    }

    /** Takes it back. */
    public String takeBack() {
        return run("follow_cost.done.take_back", () -> costs.takeBack(id, new FollowCosts.TakeBack(view.version(), form.text("takeBackReason"))));
    }

    /** Lets it count again. */
    public String reopen() {
        return run("follow_cost.done.reopen", () -> costs.reopen(id, new FollowCosts.Reopen(view.version(), form.text("reopenReason"))));
    }

    private String run(String message, Runnable step) {
        return act.run(step, message, "follow-cost?faces-redirect=true&id=" + id);
    }

    /** Its title, or what it replaces and when. */
    public String getName() {
        return view.name().told(language.getLocale());
    }

    public Form getForm() {
        return form;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public FollowCostQueries.View getView() {
        return view;
    }
}
