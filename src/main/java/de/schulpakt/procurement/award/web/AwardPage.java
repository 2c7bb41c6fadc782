package de.schulpakt.procurement.award.web;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.award.AwardAction;
import de.schulpakt.procurement.award.AwardQueries;
import de.schulpakt.procurement.award.Awards;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One award file: who was asked, who is chosen, who decides. */
@Named
@ViewScoped
public class AwardPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient AwardQueries queries;
    @Inject
    transient Awards awards;
    @Inject
    transient Clock clock;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private Integer version;
    private final Form form = new Form();
    private transient AwardQueries.View view;
    private transient AwardQueries.Choices choices;

    /** Reads what the address names. */
    public void load() {
        act.show(() -> {
            id = id == null ? Params.number(here.param("id")) : id;
            version = getView().version();
            form.putIfAbsent("askedOn", clock.today());
        });
    }

    /** A company is asked. */
    public String ask() {
        return run(() -> awards.ask(id, new Awards.AskFor(version, form.number("supplierId"), form.text("company"), form.day("askedOn"))), "award.done.ask");
    }

    /** Somebody is chosen. */
    public String propose() {
        return run(() -> awards.propose(id, new Awards.Propose(version, form.number("bidId"), form.text("choiceReason"))), "award.done.propose");
    }

    /** It is decided. */
    public String decide() {
        return run(() -> awards.decide(id, new Awards.Decide(version, form.text("note"))), "award.done.decide");
    }

    /** It goes back. */
    public String giveBack() {
        return run(() -> awards.giveBack(id, new Awards.Reason(version, form.text("returnReason"))), "award.done.return");
    }

    /** Nothing is bought by it. */
    public String withdraw() {
        return run(() -> awards.withdraw(id, new Awards.Reason(version, form.text("withdrawReason"))), "award.done.withdraw");
    }

    private String run(Runnable work, String done) {
        String outcome = act.run(work, done, "award?faces-redirect=true&id=" + id);
        view = null;
        if (outcome == null) {
            // after a conflict the page shows the new state, and the next press answers that one
            act.show(() -> version = getView().version());
        }
        return outcome;
    }

    /** True if the asker may ask companies and enter what they say. */
    public boolean isAsks() {
        return getView().actions().contains(AwardAction.ASK);
    }

    /** The file, read once per request of the browser. */
    public AwardQueries.View getView() {
        if (view == null) {
            if (id == null) {
                throw new NotFound("AwardFile", id);
            }
            view = queries.view(id);
        }
        return view;
    }

    /** What can be chosen, read once per request of the browser. */
    public AwardQueries.Choices getChoices() {
        if (choices == null) {
            choices = queries.choices();
        }
        return choices;
    }

    public Long getId() {
        return id;
    }

    public Form getForm() {
        return form;
    }
}
