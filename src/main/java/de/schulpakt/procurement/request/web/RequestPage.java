package de.schulpakt.procurement.request.web;

import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Formats;
import de.schulpakt.platform.web.Step;
import de.schulpakt.platform.web.TextsBean;
import de.schulpakt.procurement.request.RequestAction;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.Requests;
import de.schulpakt.procurement.request.RequestState;
import de.schulpakt.procurement.request.Turn;
import de.schulpakt.procurement.request.Way;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One request: what and where to, who pays, how far it is, and what one may do now. */
@Named
@ViewScoped
public class RequestPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String HERE = "request?faces-redirect=true&id=";

    /** What is asked of an approved request later, at its order and of its devices. */
    private static final Set<RuleKind> AHEAD = EnumSet.of(RuleKind.DIRECT_AWARD_LIMIT, RuleKind.PRICE_TOLERANCE_BP, RuleKind.BINDING_YEARS,
            RuleKind.BINDING_START, RuleKind.BINDING_MODE);

    @Inject
    transient BudgetQueries budgets;
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
    private List<Requests.PayFrom> shown = List.of();
    private transient RequestQueries.View view;
    private transient List<Sentence> doubts;

    /** Reads the request when the page is opened. */
    public void load() {
        act.show(this::remember);
    }

    /** What the page shows is what the next press answers. */
    private void remember() {
        version = getView().version();
        shown = getView().payFrom().entrySet().stream().map(e -> new Requests.PayFrom(e.getKey(), e.getValue()))
                .collect(Collectors.toCollection(ArrayList::new));
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

    /** Approves; the paying positions are those that the page has shown. If they cannot pay any more, the page shows the new ones. */
    public String approve() {
        return run(() -> {
            getView().lines().stream().filter(l -> shown.stream().noneMatch(p -> p.itemLineId().equals(l.id()))).findFirst()
                    .ifPresent(l -> {
                        throw new Refused("request.no_budget", l.category());
                    });
            requests.approve(id, new Requests.Approve(version, note, shown));
        }, "request.approved");
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
            act.show(this::remember);
        }
        return outcome;
    }

    /** The way from the wish to the lesson. */
    public List<Step> getSteps() {
        RequestQueries.View r = getView();
        Way next = Way.next(r.state(), r.devices(), r.placed(), r.inService());
        int reached = next != null ? next.ordinal() : r.state() == RequestState.DELIVERED ? Way.values().length : stopped();
        String[] notes = {fmt.date(Clock.day(r.submittedAt())), null, part(r.ordered(), r.pieces()),
                part(r.delivered(), r.pieces()), part(r.placed(), r.devices()), part(r.inService(), r.devices())};
        List<Step> steps = new ArrayList<>();
        for (Way way : Way.values()) {
            String status = way.ordinal() < reached ? "done" : way == next ? "now" : "next";
            steps.add(new Step(t.of(way), status, notes[way.ordinal()]));
        }
        return steps;
    }

    /** How much of the way was gone when it ended before its time. */
    private int stopped() {
        boolean decided = getView().lines().stream().anyMatch(l -> l.budgetId() != null);
        return decided ? Way.ORDERED.ordinal() : getView().submittedAt() != null ? Way.APPROVED.ordinal() : 0;
    }

    private String part(int some, int all) {
        return some == 0 || all == 0 ? null : t.f("request.of", some, all);
    }

    /** Who is to act and since when; empty when it has ended. */
    public String getTurnText() {
        RequestQueries.View r = getView();
        return r.turn() == Turn.NOBODY ? "" : t.f("request.turn", t.of(r.turn()), fmt.daysSince(r.turnSince()));
    }

    /** What the approval leads to and nobody has verified; said to who may approve. */
    public List<Sentence> getDoubts() {
        if (doubts == null) {
            doubts = getView().actions().contains(RequestAction.APPROVE) ? budgets.doubts(getView().payFrom().values(), AHEAD) : List.of();
        }
        return doubts;
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
