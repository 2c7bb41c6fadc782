package de.schulpakt.procurement.request.web;

import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Formats;
import de.schulpakt.platform.web.Step;
import de.schulpakt.platform.web.TextsBean;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.Requests;
import de.schulpakt.procurement.request.Turn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** One request: what and where to, who pays, how far it is, and what one may do now. */
@Named
@ViewScoped
public class RequestPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String HERE = "request?faces-redirect=true&id=";

    @Inject
    transient RequestQueries queries;
    @Inject
    transient Requests requests;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    @Inject
    transient TextsBean t;
    @Inject
    transient Formats fmt;
    private Long id;
    private Integer version;
    private String note;
    private transient RequestQueries.View view;

    /** Reads the request when the page is opened. */
    public void load() {
        act.show(() -> version = getView().version());
    }

    /** Hands it in. */
    public String submit() {
        return run(() -> requests.submit(id, new Requests.Submit(version, note)), "request.submitted");
    }

    /** Takes it back. */
    public String withdraw() {
        return run(() -> requests.withdraw(id, new Requests.Withdraw(version, note)), "request.withdrawn");
    }

    /** Asks the school back. */
    public String ask() {
        return run(() -> requests.ask(id, new Requests.Question(version, note)), "request.asked");
    }

    /** Approves; the paying positions are those that the page shows. */
    public String approve() {
        return run(() -> requests.approve(id, new Requests.Approve(version, note, null)), "request.approved");
    }

    /** Refuses. */
    public String reject() {
        return run(() -> requests.reject(id, new Requests.Reject(version, note)), "request.rejected");
    }

    /** Gives up what is not ordered. */
    public String cancel() {
        return run(() -> requests.cancel(id, new Requests.Cancel(version, note)), "request.cancelled");
    }

    private String run(Runnable work, String message) {
        String outcome = act.run(work, message, HERE + id);
        view = null;
        if (outcome == null) {
            // after a conflict the page shows the new state, and the next press answers that one
            act.show(() -> version = getView().version());
        }
        return outcome;
    }

    /** The way from the wish to the room. */
    public List<Step> getSteps() {
        RequestQueries.View r = getView();
        boolean[] done = {r.submittedAt() != null, decided(), decided(), r.pieces() > 0 && r.ordered() >= r.pieces(),
                r.pieces() > 0 && r.delivered() >= r.pieces(), r.devices() > 0 && r.placed() >= r.devices() && full(),
                r.devices() > 0 && r.inService() >= r.devices() && full()};
        String[] notes = {fmt.date(Clock.day(r.submittedAt())), null, null, part(r.ordered(), r.pieces()),
                part(r.delivered(), r.pieces()), part(r.placed(), r.devices()), part(r.inService(), r.devices())};
        List<Step> steps = new ArrayList<>();
        boolean current = r.turn() != Turn.NOBODY;
        for (int i = 0; i < done.length; i++) {
            String status = done[i] ? "done" : current ? "now" : "next";
            current &= done[i];
            steps.add(new Step(t.get("request.step." + (i + 1)), status, notes[i]));
        }
        return steps;
    }

    private boolean decided() {
        return getView().lines().stream().anyMatch(l -> l.budgetId() != null);
    }

    private boolean full() {
        return getView().delivered() >= getView().ordered() && getView().ordered() > 0;
    }

    private String part(int some, int all) {
        return some == 0 || all == 0 ? null : t.f("request.of", some, all);
    }

    /** Who is to act and since when; empty when it has ended. */
    public String getTurnText() {
        RequestQueries.View r = getView();
        return r.turn() == Turn.NOBODY ? "" : t.f("request.turn", t.of(r.turn()), fmt.daysSince(r.turnSince()));
    }

    /** The request, read once per request of the browser. */
    public RequestQueries.View getView() {
        if (view == null) {
            view = queries.view(id);
        }
        return view;
    }

    /** True if the numbers of orders can lead to their pages. */
    public boolean isMayOrders() {
        return guard.may(ORDER_VIEW);
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
