package de.schulpakt.procurement.request;

import static de.schulpakt.identity.Permission.REQUEST_EDIT;
import static de.schulpakt.procurement.request.RequestAction.APPROVE;
import static de.schulpakt.procurement.request.RequestAction.APPROVE_PART;
import static de.schulpakt.procurement.request.RequestAction.ASK;
import static de.schulpakt.procurement.request.RequestAction.AWAIT_SECOND;
import static de.schulpakt.procurement.request.RequestAction.CANCEL;
import static de.schulpakt.procurement.request.RequestAction.CANCEL_REST;
import static de.schulpakt.procurement.request.RequestAction.CHANGE;
import static de.schulpakt.procurement.request.RequestAction.CHANGE_PAYERS;
import static de.schulpakt.procurement.request.RequestAction.CONFIRM;
import static de.schulpakt.procurement.request.RequestAction.CREATE;
import static de.schulpakt.procurement.request.RequestAction.RECONSIDER;
import static de.schulpakt.procurement.request.RequestAction.REJECT;
import static de.schulpakt.procurement.request.RequestAction.SPLIT_OFF;
import static de.schulpakt.procurement.request.RequestAction.RESUME;
import static de.schulpakt.procurement.request.RequestAction.SUBMIT;
import static de.schulpakt.procurement.request.RequestAction.WITHDRAW;

import de.schulpakt.funding.rule.RuleChecks;
import de.schulpakt.funding.rule.RuleStage;
import de.schulpakt.funding.transfer.Transfers;
import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.procurement.catalogue.Article;
import de.schulpakt.procurement.catalogue.Articles;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The request of a school from the draft to the decision. Amounts gross. */
@UseCases
public class Requests {
    /** Lines that one request holds, those of its sets included: as many as one order. */
    private static final int MOST_LINES = 200;
    /** Articles that a line of the history names at most. */
    private static final int SUMMARY = 20;
    /** What no money is reserved or spent for. */
    private static final Set<RequestState> FREED = EnumSet.of(RequestState.DRAFT, RequestState.SUBMITTED, RequestState.QUERIED, RequestState.REJECTED,
            RequestState.WITHDRAWN, RequestState.CANCELLED);

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    News news;
    @Inject
    SchoolQueries schools;
    @Inject
    Duties duties;
    @Inject
    Transfers transfers;
    @Inject
    RuleChecks ruleChecks;
    @Inject
    Payers payers;
    @Inject
    Articles articles;
    @Inject
    RequestProgress progress;
    @Inject
    RequestRules rules;

    /**
     * Begins a request as a draft. Each line takes the price that stands in the catalogue now.
     *
     * @return its id
     * @throws Refused {@code request.foreign_room} for a room of another school, {@code item.inactive}, {@code item.expired} and
     *                 {@code set.inactive} for what cannot be called off any more, {@code request.article_or_set} for a line that
     *                 names neither or both, {@code request.too_many_lines}
     */
    public Long create(@Valid Create cmd) {
        guard.require(REQUEST_EDIT, cmd.schoolId());
        schools.mustBeSchool(cmd.schoolId());
        Request request = new Request(numbers.next("B"), cmd.schoolId(), cmd.title(), cmd.reason(), current.id(), clock.now());
        em.persist(request);
        em.flush();
        write(request, cmd.lines());
        history.record(request.ref(), CREATE);
        return request.id();
    }

    /**
     * Replaces wording and lines of a draft or of a request that was asked back; all lines take today's price. Refuses as
     * {@link #create}, and {@code state.not_allowed} when it lies with the funding officer or is decided.
     */
    public void change(long id, @Valid Rewrite cmd) {
        var step = steps.begin(Request.class, id, CHANGE, cmd.version());
        Request request = step.subject();
        // the lines are rows of their own: who saw the old ones must notice
        em.lock(request, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        request.describe(cmd.title(), cmd.reason());
        Map<Long, Integer> before = pieces(items(request.id()));
        payers.forget(items(request.id()));
        em.createQuery("delete from RequestItem i where i.requestId = :request").setParameter("request", request.id())
                .executeUpdate();
        write(request, cmd.lines());
        step.record(changed(before, pieces(items(request.id()))));
    }

    /**
     * Hands a draft in, or answers a question.
     *
     * @throws Refused {@code request.empty} without lines, {@code item.inactive} and {@code item.expired} for what cannot be
     *                 called off any more
     */
    public void submit(long id, @Valid Submit cmd) {
        Request request = steps.take(Request.class, id, SUBMIT, cmd.version(), cmd.note());
        List<RequestItem> items = items(request.id());
        if (items.isEmpty()) {
            throw new Refused("request.empty", request.no());
        }
        items.forEach(i -> articles.one(i.itemId()).refuseUnlessOffered(clock.today()));
        request.submitted(clock.now());
        news.tell(request.schoolId(), "message.request_submitted", request.ref());
    }

    /** Asks the school back; the request lies with the school until it is handed in again. */
    public void ask(long id, @Valid Question cmd) {
        Request request = steps.take(Request.class, id, ASK, cmd.version(), cmd.question());
        request.answered(cmd.question());
        news.tell(request.schoolId(), "message.request_asked", request.ref());
    }

    /** Takes a request back before it is decided. */
    public void withdraw(long id, @Valid Withdraw cmd) {
        Request request = steps.take(Request.class, id, WITHDRAW, cmd.version(), cmd.note());
        news.tell(request.schoolId(), "message.request_withdrawn", request.ref());
    }

    /** Goes on with what was withdrawn: it is a draft again, with its lines as they were, and nobody is told before it is handed in. */
    public void resume(long id, @Valid Withdraw cmd) {
        steps.take(Request.class, id, RESUME, cmd.version(), cmd.note());
    }

    /**
     * Approves a request and reserves the money for each line (source {@code request_item:id}), all or nothing. Where a verified rule of a
     * programme that pays asks for a second person above an amount (REQUEST_SECOND_CENTS), it waits for one, with the money reserved.
     *
     * @throws Refused {@code request.no_budget} if the school has no open position of a line's category,
     *                 {@code request.budget_unfit} if a chosen budget is of another school or category, or of another authority,
     *                 {@code request.payer_twice}, {@code request.payers_sum} and {@code request.payer_nothing} if the chosen parts
     *                 are not the line, {@code request.rest_from} if what is to pay the rest is no own money,
     *                 {@code transfer.tolerance} and others of {@link Transfers#moveNow} for the transfer in the same step, which is
     *                 held where the approval waits for a second person, and booked by that one,
     *                 {@code budget.not_enough} from the ledger with what all lines of a position need and what is missing
     */
    public void approve(long id, @Valid Approve cmd) {
        var step = steps.begin(Request.class, id, APPROVE, cmd.version());
        Request request = step.subject();
        unlessAskedFor(request, APPROVE);
        Transfers.Moved moved = cmd.transfer() == null ? null : transfers.moveNow(cmd.transfer(), payers.all(request, cmd));
        Decided decided = decide(request, cmd.payFrom(), cmd.restFrom());
        request.movedBy(moved == null ? null : moved.id());
        Said moving = moved == null ? Said.NOTHING : decided.found().second() ? transfers.hold(moved, request.ref()) : transfers.keep(moved, request.ref());
        step.record(decided.found().said().and(moving).andWords(cmd.note()));
        pay(request, decided, cmd.note());
        ruleChecks.keep(RuleStage.REQUEST, id, APPROVE);
    }

    /**
     * Approves some lines, or fewer pieces: these go on as if nothing else had been asked for. The rest becomes a request of its
     * own, which stays open or is refused at once; the school reads the reason. Refuses as {@link #approve}.
     *
     * @return id of the request for the rest
     * @throws Refused {@code request.part_whole} if nothing would be left over, {@code request.part_nothing} if nothing would be
     *                 approved, {@code request.part_more} for more pieces than were asked for
     */
    public Long approvePart(long id, @Valid ApprovePart cmd) {
        var step = steps.begin(Request.class, id, APPROVE_PART, cmd.version());
        Request request = step.subject();
        unlessAskedFor(request, APPROVE_PART);
        Request rest = rest(request, cmd);
        Decided decided = decide(request, cmd.payFrom(), cmd.restFrom());
        step.record(Said.that("said.request_rest", rest.ref()).and(decided.found().said()).andWords(cmd.reason()));
        pay(request, decided, cmd.reason());
        ruleChecks.keep(RuleStage.REQUEST, id, APPROVE_PART);
        return rest.id();
    }

    /**
     * Says who is to pay: before the decision it is noted for it; what is approved and not yet ordered is freed and reserved anew,
     * in one transaction. Lines that are not named stay as they are. Refuses as {@link #approve}.
     *
     * @throws Refused {@code request.line_closed} for a line that is ordered or given up, {@code request.payers_same} if nothing changes,
     *                 {@code request.payers_second} if a rule of who is to pay now asks for a second person and something is ordered already; where nothing
     *                 is, the request waits for one
     */
    public void changePayers(long id, @Valid ChangePayers cmd) {
        var step = steps.begin(Request.class, id, CHANGE_PAYERS, cmd.version());
        Request request = step.subject();
        em.lock(request, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        Set<Long> named = cmd.payFrom().stream().map(PayFrom::itemLineId).collect(Collectors.toSet());
        List<RequestItem> items = items(request.id()).stream().filter(i -> named.contains(i.id())).toList();
        items.stream().filter(i -> request.state() != RequestState.SUBMITTED && !i.open()).findFirst().ifPresent(i -> {
            throw new Refused("request.line_closed", i.lineNo());
        });
        Map<RequestItem, List<Part>> decided = payers.decide(request, items, cmd.payFrom(), null);
        Map<RequestItem, List<Part>> changed = payers.changed(decided);
        if (changed.isEmpty()) {
            throw new Refused("request.payers_same");
        }
        step.record(payers.said(changed).andWords(cmd.reason()));
        if (request.state() == RequestState.SUBMITTED) {
            payers.note(changed);
        } else {
            if (request.state() == RequestState.APPROVED && rules.of(request.schoolId(), changed, whole(request, items(request.id()))).second()) {
                if (progress.ordered(request.id())) {
                    throw new Refused("request.payers_second", request.no());
                }
                history.record(request.ref(), AWAIT_SECOND, request.follow(AWAIT_SECOND), Said.NOTHING);
                news.tell(request.schoolId(), "message.request_second", request.ref());
            }
            payers.change(request, changed, cmd.reason());
        }
    }

    /** Whoever asked for the whole does not approve the rest of it. */
    private void unlessAskedFor(Request request, RequestAction action) {
        for (Request of = request; of.restOf() != null;) {
            of = Find.one(em, Request.class, of.restOf());
            duties.apart(of.ref(), action, RequestFlow.FLOW.apart(action));
        }
    }

    /** Who pays what of a request, and what the rules say to that. */
    private record Decided(Map<RequestItem, List<Part>> payers, RequestRules.Found found) {
    }

    private Decided decide(Request request, List<PayFrom> chosen, Long restFrom) {
        Map<RequestItem, List<Part>> decided = payers.decide(request, items(request.id()), chosen == null ? List.of() : chosen, restFrom);
        return new Decided(decided, rules.of(request.schoolId(), decided, whole(request, decided.keySet())));
    }

    /** The approval was the first of two where a verified rule asks for a second person; the money is reserved at once in either case. */
    private void pay(Request request, Decided decided, String note) {
        request.answered(note);
        if (decided.found().second()) {
            history.record(request.ref(), AWAIT_SECOND, request.follow(AWAIT_SECOND), Said.NOTHING);
            news.tell(request.schoolId(), "message.request_second", request.ref());
        } else {
            news.tell(request.schoolId(), "message.request_approved", request.ref());
        }
        payers.reserve(request, decided.payers());
    }

    /**
     * What is approved of all that was asked for together: a request that is approved in parts, in whatever order, is no smaller for it. The one
     * from which all parts come is locked, so that two of them see each other.
     */
    private Money whole(Request request, Collection<RequestItem> decided) {
        Long root = request.id();
        for (Request of = request; of.restOf() != null;) {
            of = Find.one(em, Request.class, of.restOf());
            root = of.id();
        }
        if (!root.equals(request.id())) {
            Find.locked(em, Request.class, root);
        }
        Money whole = sum(decided);
        List<Long> level = List.of(root);
        while (!level.isEmpty()) {
            List<Request> parts = em.createQuery("select r from Request r where r.id in :ids", Request.class).setParameter("ids", level).getResultList();
            for (Request part : parts) {
                whole = part.id().equals(request.id()) || FREED.contains(part.state()) ? whole : whole.plus(sum(items(part.id())));
            }
            level = Ask.of(em, Long.class, "select r.id from Request r where r.restOf in :ids").set("ids", level).list();
        }
        return whole;
    }

    private static Money sum(Collection<RequestItem> items) {
        return items.stream().map(RequestItem::total).reduce(Money.ZERO, Money::plus);
    }

    /**
     * The second person confirms an approval; nothing is ordered before. A transfer that was made for it is booked with it.
     *
     * @throws Refused {@code duty.apart} for who approved first, and for who asked for it
     */
    public void confirm(long id, @Valid Confirm cmd) {
        Request request = steps.locked(Request.class, id, CONFIRM);
        duties.apartFromLast(request.ref(), request.no(), CONFIRM, AWAIT_SECOND);
        unlessAskedFor(request, CONFIRM);
        var step = steps.on(request, CONFIRM, cmd.version());
        step.record((request.transferId() == null ? Said.NOTHING : transfers.settle(request.transferId(), request.ref(), cmd.note())).andWords(cmd.note()));
        if (cmd.note() != null && !cmd.note().isBlank()) {
            request.answered(cmd.note());
        }
        news.tell(request.schoolId(), "message.request_approved", request.ref());
    }

    /**
     * Takes a decision back, whatever it was, as long as nothing is ordered: what is reserved is free again, nobody is noted as payer, and
     * the request waits to be decided as before. The school reads the reason; it is told if it was told of the decision. A transfer that was
     * made for the approval goes back with it, unless it is booked and is to stay.
     *
     * @throws Refused {@code request.reconsider_ordered} if any line is or was ordered, {@code transfer.used} if the money that was moved for it
     *                 is used for something else meanwhile
     */
    public void reconsider(long id, @Valid Reconsider cmd) {
        Request request = steps.locked(Request.class, id, RECONSIDER);
        RequestState before = request.state();
        var step = steps.on(request, RECONSIDER, cmd.version());
        if (progress.ordered(request.id())) {
            throw new Refused("request.reconsider_ordered", request.no());
        }
        request.answered(cmd.reason());
        Long transfer = request.transferId();
        request.movedBy(null);
        List<Long> moved = transfer == null ? List.of() : transfers.goingBack(transfer, Boolean.TRUE.equals(cmd.keepTransfer()));
        payers.undecide(items(request.id()), cmd.reason(), moved);
        step.record((!moved.isEmpty() ? transfers.takeBack(transfer, request.ref(), cmd.reason()) : Said.NOTHING).andWords(cmd.reason()));
        if (before != RequestState.AWAITING_SECOND) {
            news.tell(request.schoolId(), "message.request_reconsidered", request.ref());
        }
    }

    /** Moves what is not approved to a request of its own. */
    private Request rest(Request request, ApprovePart cmd) {
        Map<Long, Integer> wanted = cmd.lines().stream().collect(Collectors.toMap(Pieces::itemLineId, Pieces::quantity, Integer::sum));
        List<RequestItem> items = items(request.id());
        if (!items.stream().map(RequestItem::id).collect(Collectors.toSet()).containsAll(wanted.keySet())) {
            throw new NotFound("RequestItem", wanted.keySet());
        }
        items.stream().filter(i -> wanted.getOrDefault(i.id(), 0) > i.quantity()).findFirst().ifPresent(i -> {
            throw new Refused("request.part_more", i.lineNo(), i.quantity());
        });
        if (items.stream().allMatch(i -> wanted.getOrDefault(i.id(), 0) == i.quantity())) {
            throw new Refused("request.part_whole");
        }
        if (wanted.values().stream().allMatch(pieces -> pieces == 0)) {
            throw new Refused("request.part_nothing");
        }
        Request rest = request.rest(numbers.next("B"), clock.now());
        em.persist(rest);
        em.flush();
        payers.forget(items.stream().filter(i -> wanted.getOrDefault(i.id(), 0) < i.quantity()).toList());
        int no = 0;
        for (RequestItem item : items) {
            int pieces = wanted.getOrDefault(item.id(), 0);
            if (pieces < item.quantity()) {
                em.persist(item.part(rest.id(), ++no, item.quantity() - pieces));
            }
            if (pieces == 0) {
                em.remove(item);
            } else {
                item.onlyPieces(pieces);
            }
        }
        em.flush();
        history.record(rest.ref(), SPLIT_OFF, rest.follow(SPLIT_OFF), Said.that("said.request_of", request.ref()));
        if (Boolean.TRUE.equals(cmd.rejectRest())) {
            rest.answered(cmd.reason());
            history.record(rest.ref(), REJECT, rest.follow(REJECT), Said.words(cmd.reason()));
            news.tell(rest.schoolId(), "message.request_rejected", rest.ref());
        }
        return rest;
    }

    /** Refuses a request with a reason that the school reads. */
    public void reject(long id, @Valid Reject cmd) {
        Request request = steps.take(Request.class, id, REJECT, cmd.version(), cmd.reason());
        request.answered(cmd.reason());
        news.tell(request.schoolId(), "message.request_rejected", request.ref());
    }

    /**
     * Gives up what is approved and not yet ordered and frees its money. Lines already ordered stay: then the request goes on
     * with these alone, otherwise it is cancelled.
     */
    public void cancel(long id, @Valid Cancel cmd) {
        Request request = steps.locked(Request.class, id, CANCEL);
        List<RequestItem> open = items(request.id()).stream().filter(RequestItem::open).toList();
        var step = steps.on(request, progress.ordered(request.id()) ? CANCEL_REST : CANCEL, cmd.version());
        request.answered(cmd.reason());
        step.record(Said.words(cmd.reason()));
        news.tell(request.schoolId(), "message.request_cancelled", request.ref());
        payers.release(open, cmd.reason());
        progress.settle(request, Said.NOTHING);
    }

    private void write(Request request, List<Line> lines) {
        Map<Long, SchoolQueries.RoomRef> rooms = new HashMap<>();
        Map<Long, List<Articles.Member>> sets = new HashMap<>();
        int no = 0;
        for (Line line : lines) {
            if ((line.itemId() == null) == (line.setId() == null)) {
                throw new Refused("request.article_or_set");
            }
            List<Articles.Member> wanted = line.setId() != null ? sets.computeIfAbsent(line.setId(), articles::members)
                    : List.of(new Articles.Member(articles.one(line.itemId()), 1));
            for (Articles.Member member : wanted) {
                Article item = member.article();
                item.refuseUnlessOffered(clock.today());
                SchoolQueries.RoomRef room = rooms.computeIfAbsent(line.roomId(), schools::room);
                if (!request.schoolId().equals(room.schoolId())) {
                    throw new Refused("request.foreign_room", item.name());
                }
                room.mustBeUsed();
                if (++no > MOST_LINES) {
                    throw new Refused("request.too_many_lines", MOST_LINES);
                }
                em.persist(new RequestItem(request.id(), no, item, line.roomId(), line.quantity() * member.pieces(), line.setId()));
            }
        }
        em.flush();
    }

    private List<RequestItem> items(Long requestId) {
        return em.createQuery("select i from RequestItem i where i.requestId = :request order by i.lineNo", RequestItem.class)
                .setParameter("request", requestId).getResultList();
    }

    private static Map<Long, Integer> pieces(List<RequestItem> items) {
        Map<Long, Integer> pieces = new TreeMap<>();
        items.forEach(i -> pieces.merge(i.itemId(), i.quantity(), Integer::sum));
        return pieces;
    }

    /** What of which article is wanted now and was not before, the first changes of many. */
    private Said changed(Map<Long, Integer> before, Map<Long, Integer> after) {
        Set<Long> changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(item -> Objects.equals(before.get(item), after.get(item)));
        Said said = Said.all(changed.stream().limit(SUMMARY).map(item -> {
            String name = articles.one(item).name();
            return !before.containsKey(item) ? Sentence.of("said.line_added", after.get(item), name)
                    : !after.containsKey(item) ? Sentence.of("said.line_dropped", before.get(item), name)
                    : Sentence.of("said.line_changed", name, before.get(item), after.get(item));
        }).toList());
        return changed.size() <= SUMMARY ? said : said.and("said.more", changed.size() - SUMMARY);
    }

    /** The draft of a request; it may still be without lines. */
    public record Create(@NotNull Long schoolId, @NotBlank @Size(max = 160) String title, @Size(max = 2000) String reason,
            @NotNull @Size(max = 200) List<@NotNull @Valid Line> lines) {
    }

    /** New wording and lines of a request that is a draft or was asked back; the lines replace the old ones at today's prices. */
    public record Rewrite(@NotNull Integer version, @NotBlank @Size(max = 160) String title,
            @Size(max = 2000) String reason, @NotNull @Size(max = 200) List<@NotNull @Valid Line> lines) {
    }

    /** Hands a request in; the note is the answer when the funding officer had asked back. */
    public record Submit(@NotNull Integer version, @Size(max = 2000) String note) {
    }

    /** Asks the school back (Rückfrage). */
    public record Question(@NotNull Integer version, @NotBlank @Size(max = 2000) String question) {
    }

    /** Takes a request back before it is decided. */
    public record Withdraw(@NotNull Integer version, @Size(max = 2000) String note) {
    }

    /**
     * Approves a request.
     *
     * @param payFrom  budgets chosen by the officer; lines that are not named, or all if null, are paid by the plan
     * @param restFrom own money that pays what the plan does not find; null if that is to be refused
     * @param transfer money that is moved between positions in the same step; null if none is
     */
    public record Approve(@NotNull Integer version, @Size(max = 2000) String note,
            @Size(max = 2000) List<@NotNull @Valid PayFrom> payFrom, Long restFrom, @Valid Transfers.Move transfer) {
        /** Without a transfer. */
        public Approve(Integer version, String note, List<PayFrom> payFrom, Long restFrom) {
            this(version, note, payFrom, restFrom, null);
        }

        /** Without own money for the rest. */
        public Approve(Integer version, String note, List<PayFrom> payFrom) {
            this(version, note, payFrom, null, null);
        }
    }

    /**
     * Approves a part of a request.
     *
     * @param lines      how many pieces of which line; none of those that are not named
     * @param rejectRest true: the rest is refused; else it stays open as a request of its own
     * @param reason     why not all of it; the school reads it
     * @param payFrom    as in {@link Approve}
     * @param restFrom   as in {@link Approve}
     */
    public record ApprovePart(@NotNull Integer version, @NotEmpty @Size(max = 200) List<@NotNull @Valid Pieces> lines, Boolean rejectRest,
            @NotBlank @Size(max = 2000) String reason, @Size(max = 2000) List<@NotNull @Valid PayFrom> payFrom, Long restFrom) {
    }

    /** So many pieces of a line. */
    public record Pieces(@NotNull Long itemLineId, @NotNull @PositiveOrZero @Max(10_000) Integer quantity) {
    }

    /** Others pay what is approved and not yet ordered; the reason stands in the ledger. */
    public record ChangePayers(@NotNull Integer version, @NotEmpty @Size(max = 2000) List<@NotNull @Valid PayFrom> payFrom,
            @NotBlank @Size(max = 1000) String reason) {
    }

    /** The second person confirms an approval; a note is read by the school. */
    public record Confirm(@NotNull Integer version, @Size(max = 2000) String note) {
    }

    /**
     * Takes a decision back before anything is ordered; the reason stands in the ledger, and the school reads it.
     *
     * @param keepTransfer true: money that was moved for the approval stays where it is now; else it goes back. What is only held goes back in
     *                     any case
     */
    public record Reconsider(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason, Boolean keepTransfer) {
        /** With the money that was moved for it. */
        public Reconsider(Integer version, String reason) {
            this(version, reason, null);
        }
    }

    /** Refuses a request with a reason that the school reads. */
    public record Reject(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /** Gives up what is approved and not yet ordered; its money is free again. */
    public record Cancel(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * A wish: so many pieces of a catalogue item, or so many sets, for a room of the school. A set becomes a line for each of its
     * articles.
     *
     * @param itemId null if a set is named
     * @param setId  null if an article is named
     */
    public record Line(Long itemId, @NotNull Long roomId, @NotNull @Min(1) @Max(10_000) Integer quantity, Long setId) {
        /** An article alone. */
        public Line(Long itemId, Long roomId, Integer quantity) {
            this(itemId, roomId, quantity, null);
        }
    }

    /**
     * Which budget pays a line, or a part of it: an amount, a share, or what the other payers of the line leave over.
     *
     * @param itemLineId  id of the line of the request
     * @param amountCents gross, null if a share is given or the rest is meant
     * @param shareBp     basis points of the line; shares of 100 % together are the line to the cent
     */
    public record PayFrom(@NotNull Long itemLineId, @NotNull Long budgetId, @Positive @Max(1_000_000_000_000L) Long amountCents,
            @Min(1) @Max(10_000) Integer shareBp) implements Serializable {
        /** Pays the line, or what the others leave over. */
        public PayFrom(Long itemLineId, Long budgetId) {
            this(itemLineId, budgetId, null, null);
        }
    }
}
