package de.schulpakt.procurement.request.web;

import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.transfer.TransferQueries;
import de.schulpakt.funding.transfer.Transfers;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.SchoolAuthorities;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Amounts;
import de.schulpakt.platform.web.Form;
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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One request: what and where to, who pays, how far it is, and what one may do now. */
@Named
@ViewScoped
public class RequestPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String HERE = "request?faces-redirect=true&id=";

    /** What is asked of the approval, and of an approved request later, at its order and of its devices. */
    private static final Set<RuleKind> AHEAD = EnumSet.of(RuleKind.DIRECT_AWARD_LIMIT, RuleKind.PRICE_TOLERANCE_BP, RuleKind.BINDING_YEARS,
            RuleKind.BINDING_START, RuleKind.BINDING_MODE, RuleKind.REQUEST_SECOND_CENTS);

    @Inject
    transient BudgetQueries budgets;
    @Inject
    transient RequestQueries queries;
    @Inject
    transient Requests requests;
    @Inject
    transient TransferQueries transfers;
    @Inject
    transient SchoolAuthorities authorities;
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
    private Long restFrom;
    private boolean keepTransfer;
    private Map<Long, String> pieces = new HashMap<>();
    private final Form form = new Form();
    private List<Requests.PayFrom> shown = List.of();
    private transient RequestQueries.View view;
    private transient List<Sentence> doubts;
    /** Null until it is asked for. */
    private transient Optional<RequestQueries.Next> next;
    private transient List<RequestQueries.Rival> rivals;
    private transient List<TransferQueries.Target> givers;
    private transient List<BudgetQueries.Own> own;
    private transient List<BudgetQueries.Row> positions;

    /** Reads the request when the page is opened. */
    public void load() {
        act.show(this::remember);
    }

    /** What the page shows is what the next press answers. */
    private void remember() {
        version = getView().version();
        shown = new ArrayList<>(getView().payFrom());
        pieces = new HashMap<>(fitting());
        restFrom = null;
        keepTransfer = false;
    }

    /** Hands it in. */
    public String submit() {
        return run(() -> requests.submit(id, new Requests.Submit(version, note)), "request.submitted");
    }

    /** Takes it back. */
    public String resume() {
        return run(() -> requests.resume(id, new Requests.Withdraw(version, note)), "request.resumed");
    }

    public String withdraw() {
        return run(() -> requests.withdraw(id, new Requests.Withdraw(version, note)), "request.withdrawn");
    }

    /** Asks the school back. */
    public String ask() {
        return run(() -> requests.ask(id, new Requests.Question(version, note)), "request.asked");
    }

    /** Approves; the paying positions are those that the page has shown. If they cannot pay any more, the page shows the new ones. */
    public String approve() {
        return decided(() -> {
            getView().lines().stream().filter(l -> shown.stream().noneMatch(p -> p.itemLineId().equals(l.id()))).findFirst()
                    .ifPresent(l -> {
                        throw new Refused("request.no_budget", l.category());
                    });
            requests.approve(id, new Requests.Approve(version, note, shown));
        });
    }

    /** Approves; what the positions have not is paid by the own money that was chosen. */
    public String approveOwn() {
        return decided(() -> {
            if (restFrom == null) {
                throw new Refused("request.rest_from");
            }
            requests.approve(id, new Requests.Approve(version, note, null, restFrom));
        });
    }

    /** Moves what is missing from another position and approves. */
    public String approveTransfer() {
        return decided(() -> {
            // somebody may have found the money meanwhile: then nothing is to be moved
            Transfers.Move move = missing().map(p -> new Transfers.Move(form.number("moveFrom"), p.budgetId(), p.missingCents(), null, note)).orElse(null);
            requests.approve(id, new Requests.Approve(version, note, null, null, move));
        });
    }

    /** The position that lacks money, and what it lacks; the first if there are several. */
    private Optional<RequestQueries.Payer> missing() {
        return getView().payers().stream().filter(p -> p.budgetId() != null && !p.enough()).findFirst();
    }

    /** Positions that have enough for what is missing in one of the same application. */
    public List<TransferQueries.Target> getGivers() {
        if (givers == null) {
            givers = isLacking() && guard.may(Permission.BUDGET_TRANSFER, getView().schoolId()) ? missing().map(p -> transfers.others(p.budgetId()).stream()
                            .filter(t -> t.availableCents() >= p.missingCents()).toList()).orElse(List.of()) : List.of();
        }
        return givers;
    }

    /** Approves some lines or fewer pieces. */
    public String approvePart() {
        return run(() -> requests.approvePart(id, new Requests.ApprovePart(version, getView().lines().stream().map(l -> new Requests.Pieces(l.id(),
                pieces(l))).toList(), "REJECT".equals(form.text("rest")), note, null, null)), () -> getView().state() == RequestState.AWAITING_SECOND ? "request.second_waits" : "request.approved_part");
    }

    /** Says who pays a line, or all of them. */
    public String changePayers() {
        return run(() -> {
            Long line = form.number("line");
            List<Requests.PayFrom> from = new ArrayList<>();
            getView().lines().stream().filter(l -> line == null ? l.orderId() == null : l.id().equals(line)).forEach(l -> {
                for (String payer : List.of("1", "2", "3")) {
                    if (form.number("payer" + payer) != null) {
                        Amounts.Part part = Amounts.part(form.text("part" + payer));
                        from.add(new Requests.PayFrom(l.id(), form.number("payer" + payer), part.cents(), part.bp()));
                    }
                }
            });
            requests.changePayers(id, new Requests.ChangePayers(version, from, note));
        }, "request.payers_changed");
    }

    private Integer pieces(RequestQueries.View.Line line) {
        String typed = pieces.get(line.id());
        try {
            return typed == null || typed.isBlank() ? Integer.valueOf(0) : Integer.valueOf(typed.strip());
        } catch (NumberFormatException e) {
            throw new Refused("request.part_more", line.lineNo(), line.quantity());
        }
    }

    /** What the pieces of a line that stand in its field come to, gross in cents; none for what is no number of pieces of it. */
    public long partCents(RequestQueries.View.Line line) {
        return line.partCents(pieces.get(line.id()));
    }

    /** What a partial approval would reserve, gross in cents. */
    public long getPartTotal() {
        return getView().lines().stream().mapToLong(this::partCents).sum();
    }

    /** How many pieces of each line the positions can pay, the first lines first. */
    private Map<Long, String> fitting() {
        Map<Category, Long> free = new EnumMap<>(Category.class);
        getView().payers().stream().filter(p -> p.availableCents() != null).forEach(p -> free.merge(p.category(), p.availableCents(), Long::sum));
        Map<Long, String> fit = new HashMap<>();
        for (RequestQueries.View.Line line : getView().lines()) {
            long left = free.getOrDefault(line.category(), 0L);
            long some = isLacking() ? Math.min(line.quantity(), left / line.priceCents()) : line.quantity();
            free.put(line.category(), left - some * line.priceCents());
            fit.put(line.id(), String.valueOf(some));
        }
        return fit;
    }

    /** True if the money of the positions does not reach for what is asked. */
    public boolean isLacking() {
        return getView().payers().stream().anyMatch(p -> !p.enough());
    }

    /** Own money that may pay what is missing. */
    public List<BudgetQueries.Own> getOwnMoney() {
        if (own == null) {
            own = getView().actions().contains(RequestAction.CHANGE_PAYERS) ? budgets.ownMoney(authorities.authorityOf(getView().schoolId())) : List.of();
        }
        return own;
    }

    /** Positions of the school that may pay its lines. */
    public List<BudgetQueries.Row> getPositions() {
        if (positions == null) {
            Set<Category> categories = getView().lines().stream().map(RequestQueries.View.Line::category).collect(Collectors.toSet());
            positions = budgets.ofSchool(getView().schoolId()).stream().filter(b -> categories.contains(b.category())).toList();
        }
        return positions;
    }

    /** Refuses. */
    public String reject() {
        return run(() -> requests.reject(id, new Requests.Reject(version, note)), "request.rejected");
    }

    /** Gives up what is not ordered. */
    public String cancel() {
        return run(() -> requests.cancel(id, new Requests.Cancel(version, note)), "request.cancelled");
    }

    /** The second person confirms. */
    public String confirm() {
        return run(() -> requests.confirm(id, new Requests.Confirm(version, note)), "request.confirmed");
    }

    /** Takes the decision back. */
    public String reconsider() {
        return run(() -> requests.reconsider(id, new Requests.Reconsider(version, note, keepTransfer)), "request.reconsidered");
    }

    /** An approval says on the next page whether a second person is to confirm it. */
    private String decided(Runnable work) {
        return run(work, () -> getView().state() == RequestState.AWAITING_SECOND ? "request.second_waits" : "request.approved");
    }

    private String run(Runnable work, String message) {
        return run(work, () -> message);
    }

    private String run(Runnable work, Supplier<String> message) {
        String outcome = act.runTelling(() -> {
            work.run();
            view = null;
            return HERE + id;
        }, message);
        view = null;
        next = null;
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
            doubts = getView().actions().contains(RequestAction.APPROVE) ? budgets.doubts(getView().payFrom().stream()
                    .map(Requests.PayFrom::budgetId).toList(), AHEAD) : List.of();
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

    /** The next request to decide, for who decides; null if none waits. */
    public RequestQueries.Next getNext() {
        if (next == null) {
            next = guard.may(Permission.REQUEST_DECIDE) ? Optional.ofNullable(queries.next(id)) : Optional.empty();
        }
        return next.orElse(null);
    }

    /** What else is asked for from the same money, for who decides now. */
    public List<RequestQueries.Rival> getRivals() {
        if (rivals == null) {
            rivals = getView().actions().contains(RequestAction.APPROVE) ? queries.rivals(id) : List.of();
        }
        return rivals;
    }

    /** True if lines of it wait to be ordered and the asker may order. */
    public boolean isMayOrder() {
        return getView().state() == RequestState.APPROVED && guard.may(Permission.ORDER_PLACE, getView().schoolId());
    }

    /** True if the same may be asked for once more. */
    public boolean isMayCopy() {
        return guard.may(Permission.REQUEST_EDIT, getView().schoolId());
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

    public Form getForm() {
        return form;
    }

    public Map<Long, String> getPieces() {
        return pieces;
    }

    public Long getRestFrom() {
        return restFrom;
    }

    public void setRestFrom(Long restFrom) {
        this.restFrom = restFrom;
    }

    public boolean isKeepTransfer() {
        return keepTransfer;
    }

    public void setKeepTransfer(boolean keepTransfer) {
        this.keepTransfer = keepTransfer;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
