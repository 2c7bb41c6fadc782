package de.schulpakt.procurement.request;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_DECIDE;
import static de.schulpakt.identity.Permission.REQUEST_EDIT;
import static de.schulpakt.identity.Permission.REQUEST_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.transfer.TransferState;
import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions about requests of the schools that the asker may see. */
@Queries
public class RequestQueries {
    private static final int MOST_WAITING = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Duties duties;
    @Inject
    History history;
    @Inject
    Clock clock;
    @Inject
    BudgetQueries budgets;

    /**
     * One request with its lines, who pays, how far it is and what the asker may do.
     *
     * @throws NotFound if there is none or its school is not the asker's
     */
    public View view(Long id) {
        Facts r = Ask.of(em, Facts.class, """
                select r.no as no, r.title as title, r.reason as reason, s.id as schoolId, s.name as school, r.state as state_,
                    r.answer as answer, r.createdAt as createdAt, r.submittedAt as submittedAt, r.restOf as restOf, r.version as version,
                    t.id as transferId, t.no as transferNo, t.state as transferState, t.amountCents as transferCents, t.returnedCents as backCents
                from Request r join School s on s.id = r.schoolId left join Transfer t on t.id = r.transferId where r.id = :id""").set("id", id).one()
                .orElseThrow(() -> new NotFound("Request", id));
        guard.require(REQUEST_VIEW, r.schoolId());
        List<Asked> asked = lines(id);
        List<BudgetQueries.Row> rows = over(r.state()) || asked.isEmpty() ? null : visible(r.schoolId());
        PayingPlan plan = rows == null ? null : new PayingPlan(rows, clock.today());
        Map<Long, List<Paid>> parts = plan == null ? Map.of() : parts(id, asked, plan);
        Map<Long, BudgetQueries.Row> byId = rows == null ? Map.of() : rows.stream().collect(Collectors.toMap(BudgetQueries.Row::id, b -> b));
        LocalDate today = clock.today();
        List<View.Line> lines = asked.stream().map(l -> l.on(today, parts.getOrDefault(l.id(), List.of()).stream()
                .map(p -> p.payer(byId.get(p.budgetId()))).toList())).toList();
        boolean decided = lines.stream().anyMatch(l -> l.budgetId() != null);
        List<HistoryEntry> timeline = history.of("Request", id);
        Came came = devices(id);
        Set<RequestAction> actions = guard.actions(RequestFlow.FLOW, r.state(), r.schoolId());
        if (lines.stream().anyMatch(l -> l.orderId() != null)) {
            actions.remove(RequestAction.RECONSIDER);
        }
        Map<RequestAction, RequestAction> apart = apart(new Ref("Request", id, r.no()), actions);
        return new View(id, r.no(), r.title(), r.reason(), r.schoolId(), r.school(), r.state(), r.answer(), r.createdAt(), r.submittedAt(),
                r.restOf(), lines.stream().mapToLong(View.Line::sumCents).sum(),
                lines.stream().mapToInt(View.Line::quantity).sum(),
                lines.stream().mapToInt(View.Line::ordered).sum(),
                lines.stream().mapToInt(View.Line::delivered).sum(), came.devices().intValue(), came.placed().intValue(),
                came.inService().intValue(), Turn.of(r.state(), came.devices(), came.placed(), came.inService()),
                timeline.stream().filter(e -> e.to() != null && !e.to().equals(e.from())).map(HistoryEntry::at).findFirst()
                        .orElse(r.createdAt()),
                lines, rows == null ? List.of() : payers(byId, decided ? null : plan, lines.stream()
                        .map(l -> new Need(l.category(), l.sumCents(), parts.getOrDefault(l.id(), List.of()))).toList()),
                parts.entrySet().stream().flatMap(e -> e.getValue().stream().map(p -> new Requests.PayFrom(e.getKey(), p.budgetId(), p.cents(), null)))
                        .toList(),
                rows == null ? null : r.moved(), actions, apart, r.version(), timeline);
    }

    private Map<RequestAction, RequestAction> apart(Ref ref, Set<RequestAction> actions) {
        Map<RequestAction, RequestAction> apart = new EnumMap<>(RequestAction.class);
        apart.putAll(duties.withhold(ref, RequestFlow.FLOW, actions));
        if (actions.contains(RequestAction.CONFIRM) && duties.didLast(ref, RequestAction.AWAIT_SECOND)) {
            actions.remove(RequestAction.CONFIRM);
            apart.put(RequestAction.CONFIRM, RequestAction.AWAIT_SECOND);
        }
        return apart;
    }

    /**
     * Approvals that wait for a second person, the oldest first, at most {@value #MOST_WAITING}; without those that the asker has approved
     * first or asked for. Two statements, or one if none waits.
     */
    public List<Second> toConfirm() {
        guard.require(REQUEST_DECIDE);
        Scope scope = guard.visibleSchools(REQUEST_DECIDE);
        List<Second> waiting = scope.bind(Ask.of(em, Second.class, """
                select r.id as id, r.no as no, r.title as title, s.name as school, r.submittedAt as submittedAt,
                    (select coalesce(sum(i.quantity * i.priceCents), 0) from RequestItem i where i.requestId = r.id) as cents
                from Request r join School s on s.id = r.schoolId where r.state = :waiting and""" + scope.school("s")
                + " order by r.submittedAt, r.id")).set("waiting", RequestState.AWAITING_SECOND).list(MOST_WAITING);
        if (waiting.isEmpty()) {
            return waiting;
        }
        Set<Long> own = duties.lastOwn("Request", waiting.stream().map(Second::id).toList(), RequestAction.AWAIT_SECOND);
        return waiting.stream().filter(w -> !own.contains(w.id())).toList();
    }

    /**
     * An approval that waits for a second person.
     *
     * @param cents gross
     */
    public record Second(Long id, String no, String title, String school, Instant submittedAt, Long cents) {
    }

    /** Who pays which line: as it was noted, else by the plan, in which what was noted is no longer free. */
    private Map<Long, List<Paid>> parts(Long request, List<Asked> lines, PayingPlan plan) {
        Map<Long, List<Paid>> noted = Ask.of(em, Noted.class, """
                select p.requestItemId as line, p.budgetId as paid_budgetId, p.amountCents as paid_cents, b.householdYear as paid_year,
                    b.account as paid_account
                from RequestPayer p join RequestItem i on i.id = p.requestItemId join Budget b on b.id = p.budgetId
                where i.requestId = :request order by p.id""").set("request", request).list().stream()
                .collect(Collectors.groupingBy(Noted::line, Collectors.mapping(Noted::paid, Collectors.toList())));
        lines.stream().filter(l -> l.budgetId() == null).flatMap(l -> noted.getOrDefault(l.id(), List.of()).stream())
                .forEach(p -> plan.take(p.budgetId(), p.cents()));
        Map<Long, List<Paid>> parts = new LinkedHashMap<>();
        lines.forEach(l -> {
            List<Paid> paid = noted.containsKey(l.id()) ? noted.get(l.id())
                    : plan.pay(l.category(), l.sumCents()).stream().map(p -> new Paid(p.budgetId(), p.cents(), null, null)).toList();
            if (!paid.isEmpty()) {
                parts.put(l.id(), paid);
            }
        });
        return parts;
    }

    /** What a line was to be paid from. */
    record Noted(Long line, Paid paid) {
    }

    /** What one budget pays of a line; household year and account if it is own money. */
    record Paid(Long budgetId, Long cents, Integer year, String account) {
        /** With what the position is called, which is null for own money. */
        View.Line.Payer payer(BudgetQueries.Row b) {
            return b == null ? new View.Line.Payer(budgetId, cents, null, null, null, year == null ? null : String.valueOf(year), account)
                    : new View.Line.Payer(budgetId, cents, b.programmeCode(), b.applicationNo(), b.positionNo(), null, null);
        }
    }

    /** A request without what belongs to it. */
    record Facts(String no, String title, String reason, Long schoolId, String school, RequestState state, String answer,
            Instant createdAt, Instant submittedAt, Long restOf, Integer version, Long transferId, String transferNo, TransferState transferState,
            Long transferCents, Long backCents) {
        View.Moved moved() {
            return transferId == null ? null : new View.Moved(transferId, transferNo, transferState, transferCents - backCents);
        }
    }

    /**
     * What lines would cost today and what the school's positions have for them: shown while a request is written. Lines
     * without item or quantity count nothing.
     */
    public Preview preview(Long schoolId, List<Requests.Line> wanted) {
        guard.require(REQUEST_EDIT, schoolId);
        List<Requests.Line> given = wanted.stream().filter(Objects::nonNull).toList();
        List<Long> ids = given.stream().map(Requests.Line::itemId).filter(i -> i != null).distinct().toList();
        Map<Long, Item> items = ids.isEmpty() ? Map.of() : Ask.of(em, Item.class, """
                select i.id as id, i.priceCents as priceCents, i.category as category from CatalogueItem i where i.id in :ids""")
                .set("ids", ids).list().stream().collect(Collectors.toMap(Item::id, i -> i));
        List<Preview.Line> lines = new ArrayList<>();
        List<BudgetQueries.Row> rows = visible(schoolId);
        PayingPlan plan = rows == null ? null : new PayingPlan(rows, clock.today());
        List<Need> needs = new ArrayList<>();
        Map<Long, List<Item>> sets = sets(given.stream().map(Requests.Line::setId).filter(Objects::nonNull).distinct().toList());
        for (Requests.Line line : given) {
            List<Item> wished = line.itemId() == null ? sets.getOrDefault(line.setId() == null ? 0L : line.setId(), List.of())
                    : items.containsKey(line.itemId()) ? List.of(items.get(line.itemId())) : List.of();
            int quantity = line.quantity() == null ? 0 : line.quantity();
            Long price = wished.isEmpty() ? null : Long.valueOf(wished.stream().mapToLong(Item::priceCents).sum());
            lines.add(new Preview.Line(line.itemId(), line.quantity(), price, price == null ? null : Money.of(price).times(quantity).cents()));
            for (Item item : wished) {
                long sum = Money.of(item.priceCents()).times(quantity).cents();
                if (sum > 0) {
                    needs.add(new Need(item.category(), sum, plan == null ? List.of() : plan.pay(item.category(), sum).stream()
                            .map(p -> new Paid(p.budgetId(), p.cents(), null, null)).toList()));
                }
            }
        }
        return new Preview(lines, needs.stream().mapToLong(Need::cents).sum(), plan == null ? List.of()
                : payers(rows.stream().collect(Collectors.toMap(BudgetQueries.Row::id, b -> b)), plan, needs));
    }

    /** The request that waits longest for a decision of the asker after this one, or the oldest when it was the last; null if none waits. */
    public Next next(Long id) {
        Scope scope = guard.visibleSchools(REQUEST_DECIDE);
        return Ask.of(em, Instant.class, "select r.submittedAt from Request r where r.id = :id and r.submittedAt is not null").set("id", id).first()
                .flatMap(since -> next(id, scope, " and (r.submittedAt > :since or r.submittedAt = :since and r.id > :id)").set("since", since).first())
                .or(() -> next(id, scope, "").first()).orElse(null);
    }

    private Ask<Next> next(Long id, Scope scope, String after) {
        return scope.bind(Ask.of(em, Next.class, """
                select r.id as id, r.no as no, r.title as title, s.name as school, r.submittedAt as submittedAt
                from Request r join School s on s.id = r.schoolId where r.state = :submitted and r.id <> :id and""" + scope.school("s") + after
                + " order by r.submittedAt, r.id")).set("submitted", RequestState.SUBMITTED).set("id", id);
    }

    /** A request that waits to be decided. */
    public record Next(Long id, String no, String title, String school, Instant submittedAt) {
    }

    /**
     * Other requests of the school that wait to be decided and would be paid from the same categories as this one, the oldest first.
     *
     * @throws NotFound if there is no such request or its school is not the asker's
     */
    public List<Rival> rivals(Long id) {
        Long school = Ask.of(em, Long.class, "select r.schoolId from Request r where r.id = :id").set("id", id).one().orElseThrow(() -> new NotFound("Request", id));
        guard.require(REQUEST_VIEW, school);
        return Ask.of(em, Rival.class, """
                select r.id as id, r.no as no, r.title as title, r.submittedAt as submittedAt, i.category as category, sum(i.quantity) as pieces,
                    sum(i.quantity * i.priceCents) as cents
                from RequestItem i join Request r on r.id = i.requestId
                where r.state = :submitted and r.schoolId = :school and r.id <> :id
                and i.category in (select c.category from RequestItem c where c.requestId = :id)
                group by r.id, r.no, r.title, r.submittedAt, i.category order by r.submittedAt, r.id, i.category""").set("submitted", RequestState.SUBMITTED)
                .set("school", school).set("id", id).list(MOST_WAITING);
    }

    /**
     * What another request asks for from a category.
     *
     * @param cents gross
     */
    public record Rival(Long id, String no, String title, Instant submittedAt, Category category, Long pieces, Long cents) {
    }

    /** What one set is made of: the price of all pieces of each article. */
    private Map<Long, List<Item>> sets(List<Long> ids) {
        return ids.isEmpty() ? Map.of() : Ask.of(em, OfSet.class, """
                select m.setId as setId, i.id as item_id, i.priceCents * m.pieces as item_priceCents, i.category as item_category
                from SetMember m join CatalogueItem i on i.id = m.itemId where m.setId in :ids order by i.name, i.id""").set("ids", ids).list().stream()
                .collect(Collectors.groupingBy(OfSet::setId, Collectors.mapping(OfSet::item, Collectors.toList())));
    }

    /** An article of a set. */
    record OfSet(Long setId, Item item) {
    }

    /** True if the asker may see what the school may still spend. */
    public boolean seesMoney(Long schoolId) {
        guard.require(REQUEST_EDIT, schoolId);
        return guard.may(BUDGET_VIEW, schoolId);
    }

    /**
     * What the school's positions have left in each category, before anything is written; nothing if the asker may not see them.
     * A category without an open position is missing.
     */
    public Map<Category, Free> free(Long schoolId) {
        guard.require(REQUEST_EDIT, schoolId);
        List<BudgetQueries.Row> rows = visible(schoolId);
        Map<Category, Free> free = new EnumMap<>(Category.class);
        new PayingPlan(rows == null ? List.of() : rows, clock.today()).open().forEach(b -> free.merge(b.category(), new Free(1, b.allottedCents(),
                b.reservedCents(), b.committedCents(), b.spentCents(), b.availableCents(), List.of(new Free.Payer(b.id(), b.applicationNo(), b.positionNo(),
                b.availableCents()))), Free::plus));
        return free;
    }

    /**
     * What positions of one category have, gross, in cents.
     *
     * @param positions      whose approval period still runs
     * @param allottedCents  what was approved for them: no more can be paid
     * @param availableCents what nothing has been reserved or spent of
     * @param payers         the positions in the order in which they pay: what ends first comes first
     */
    public record Free(int positions, long allottedCents, long reservedCents, long committedCents, long spentCents, long availableCents, List<Payer> payers) {
        /** One position; what it has left, gross, in cents. */
        public record Payer(Long budgetId, String applicationNo, Integer positionNo, long availableCents) {
        }

        private Free plus(Free other) {
            return new Free(positions + other.positions, allottedCents + other.allottedCents, reservedCents + other.reservedCents,
                    committedCents + other.committedCents, spentCents + other.spentCents, availableCents + other.availableCents,
                    Stream.concat(payers.stream(), other.payers.stream()).toList());
        }

        /** The position that pays a line of this amount: the first with room for it whole; null if it would be split or nothing has room. */
        public Payer payer(long cents) {
            return payers.stream().filter(p -> p.availableCents() >= cents).findFirst().orElse(null);
        }
    }

    /**
     * What requests would lack if they were approved now, each by the same plan as the approval; two statements.
     *
     * @param ids undecided requests; those that the asker may not see, or whose money, are left out
     */
    public Map<Long, Lack> lacking(Collection<Long> ids) {
        Scope scope = guard.visibleSchools(REQUEST_VIEW);
        List<Planned> lines = ids.isEmpty() ? List.of() : scope.bind(Ask.of(em, Planned.class, """
                select i.requestId as requestId, s.id as schoolId, s.authorityId as authorityId, i.category as category,
                    i.quantity * i.priceCents as cents
                from RequestItem i join Request r on r.id = i.requestId join School s on s.id = r.schoolId
                where i.requestId in :ids and""" + scope.school("s") + " order by i.requestId, i.lineNo")).set("ids", ids).list();
        Scope money = guard.visibleSchools(BUDGET_VIEW);
        Map<Long, List<BudgetQueries.Row>> rows = budgets.ofSchools(lines.stream().map(Planned::schoolId).distinct().toList()).stream()
                .collect(Collectors.groupingBy(BudgetQueries.Row::schoolId));
        return lines.stream().filter(l -> money.contains(l.authorityId(), l.schoolId()))
                .collect(Collectors.groupingBy(Planned::requestId, Collectors.collectingAndThen(Collectors.toList(),
                        of -> lack(of, rows.getOrDefault(of.get(0).schoolId(), List.of())))));
    }

    private Lack lack(List<Planned> lines, List<BudgetQueries.Row> rows) {
        PayingPlan plan = new PayingPlan(rows, clock.today());
        Map<Category, Long> needs = new EnumMap<>(Category.class);
        Map<Category, Long> missing = new EnumMap<>(Category.class);
        for (Planned line : lines) {
            needs.merge(line.category(), line.cents(), Long::sum);
            if (plan.pay(line.category(), line.cents()).isEmpty()) {
                missing.merge(line.category(), line.cents(), Long::sum);
            }
        }
        plan.overdrawn().forEach((category, cents) -> missing.merge(category, cents, Long::sum));
        Category main = needs.keySet().stream().max(Comparator.comparing((Category c) -> missing.getOrDefault(c, 0L))
                .thenComparing(needs::get)).orElseThrow();
        return new Lack(main, needs.values().stream().mapToLong(Long::longValue).sum(), plan.free(main),
                missing.values().stream().mapToLong(Long::longValue).sum());
    }

    /** What a catalogue item costs today. */
    record Item(Long id, Long priceCents, Category category) {
    }

    /** A line that is to be paid. */
    record Planned(Long requestId, Long schoolId, Long authorityId, Category category, Long cents) {
    }

    /**
     * What a request lacks. Amounts gross, in cents.
     *
     * @param category     the category that lacks most, or asks for most
     * @param needCents    what the whole request costs
     * @param freeCents    what is free for the school in that category, in approval periods that still run
     * @param missingCents what the lines miss where the plan would have them paid, over all categories; 0 if all can be approved
     */
    public record Lack(Category category, Long needCents, Long freeCents, Long missingCents) {
    }

    /** What a line costs, and who pays it; nobody if there is no open position of the category. */
    private record Need(Category category, long cents, List<Paid> parts) {
    }

    /** The school's budgets, null if the asker may not see them. */
    private List<BudgetQueries.Row> visible(Long schoolId) {
        return guard.may(BUDGET_VIEW, schoolId) ? budgets.ofSchool(schoolId) : null;
    }

    private static boolean over(RequestState state) {
        return state == RequestState.REJECTED || state == RequestState.WITHDRAWN;
    }

    /** The parts of all lines by category and payer. */
    private static List<Payer> payers(Map<Long, BudgetQueries.Row> byId, PayingPlan plan, List<Need> needs) {
        Map<String, Category> categories = new LinkedHashMap<>();
        Map<String, Paid> payers = new LinkedHashMap<>();
        Map<String, Long> sums = new LinkedHashMap<>();
        for (Need need : needs) {
            for (Paid paid : need.parts().isEmpty() ? List.of(new Paid(null, need.cents(), null, null)) : need.parts()) {
                String key = need.category() + ":" + paid.budgetId();
                categories.put(key, need.category());
                payers.put(key, paid);
                sums.merge(key, paid.cents(), Long::sum);
            }
        }
        return sums.entrySet().stream().map(e -> payer(categories.get(e.getKey()), e.getValue(), payers.get(e.getKey()),
                byId.get(payers.get(e.getKey()).budgetId()), plan)).toList();
    }

    private static Payer payer(Category category, Long need, Paid paid, BudgetQueries.Row b, PayingPlan plan) {
        return b == null ? new Payer(category, need, paid.budgetId(), null, null, null, null, null, null, null, null, null, null,
                paid.year() == null ? null : String.valueOf(paid.year()), paid.account())
                : new Payer(category, need, b.id(), b.programmeCode(), b.applicationNo(), b.positionNo(), b.periodTo(),
                        b.allottedCents(), b.reservedCents(), b.committedCents(), b.spentCents(), b.availableCents(),
                        plan == null ? null : plan.left(b.id()), null, null);
    }

    private List<Asked> lines(Long requestId) {
        return Ask.of(em, Asked.class, """
                select i.id as id, i.lineNo as lineNo, c.id as itemId, c.name as article, v.maker as maker, v.name as model,
                    c.contract as contract, c.validTo as validTo, c.active as active, c.termMonths as termMonths, i.setId as setId, k.name as setName,
                    m.id as roomId, m.name as room,
                    b.name as building, i.quantity as quantity, i.priceCents as priceCents, c.priceCents as currentCents,
                    i.category as category, i.budgetId as budgetId, o.id as orderId, o.no as orderNo, l.expectedOn as expectedOn,
                    coalesce(l.quantity, 0) as ordered, coalesce(l.delivered, 0) as delivered, coalesce(l.cancelled, 0) as cancelled
                from RequestItem i join CatalogueItem c on c.id = i.itemId join DeviceModel v on v.id = c.modelId
                join Room m on m.id = i.roomId join Building b on b.id = m.buildingId
                left join OrderLine l on l.requestItemId = i.id left join PurchaseOrder o on o.id = l.orderId
                left join CatalogueSet k on k.id = i.setId
                where i.requestId = :request order by i.lineNo""").set("request", requestId).list();
    }

    /** A line as it stands, with what the order of it took over. */
    record Asked(Long id, Integer lineNo, Long itemId, String article, String maker, String model, String contract, LocalDate validTo,
            boolean active, Integer termMonths, Long setId, String setName, Long roomId, String room, String building, Integer quantity,
            Long priceCents, Long currentCents,
            Category category, Long budgetId, Long orderId, String orderNo, LocalDate expectedOn, int ordered, int delivered,
            int cancelled) {
        long sumCents() {
            return Money.of(priceCents).times(quantity).cents();
        }

        private static Long eligible(List<View.Line.Payer> payers, boolean own) {
            return payers.isEmpty() ? null : payers.stream().filter(p -> (p.year() != null) == own).mapToLong(View.Line.Payer::cents).sum();
        }

        View.Line on(LocalDate today, List<View.Line.Payer> payers) {
            return new View.Line(id, lineNo, itemId, article, maker, model, contract, validTo,
                    active && (validTo == null || !validTo.isBefore(today)), termMonths, setId, setName, roomId, room, building, quantity, priceCents,
                    sumCents(), currentCents, category, budgetId, payers, eligible(payers, false), eligible(payers, true), orderId, orderNo, expectedOn,
                    ordered - cancelled, delivered, cancelled);
        }
    }

    /** Devices that came for the request: all, those in a room, those that are or were in service. */
    private Came devices(Long requestId) {
        return Ask.of(em, Came.class, """
                select count(d) as devices, count(d.roomId) as placed, count(d.inServiceOn) as inService
                from Device d join OrderLine l on l.id = d.orderLineId join RequestItem i on i.id = l.requestItemId
                where i.requestId = :request""").set("request", requestId).one().orElseThrow();
    }

    /** How many devices came for a request, and how far they are. */
    private record Came(Long devices, Long placed, Long inService) {
    }

    /**
     * A request whole. Amounts gross, in cents.
     *
     * @param answer     question, reason or note of the funding officer
     * @param totalCents at the prices of the lines
     * @param pieces     wanted
     * @param ordered    of these, what is ordered and not cancelled
     * @param delivered  of these, what has come
     * @param devices    devices that have come, without accessories
     * @param placed     of these, what stands in a room
     * @param inService  of these, what is in service or was
     * @param turn       who is to act
     * @param turnSince  since when
     * @param payers     positions that pay, or would pay; empty if the asker may not see the school's budgets
     * @param payFrom    the same line by line, as an approval takes it; a line that none can pay is missing
     * @param restOf     the request of which this is the rest that was not approved, null if it was written
     * @param transfer   money that was moved in the step of its approval; null if none was, or the asker may not see the school's budgets
     * @param actions    what the asker may do now
     * @param apart      what the asker may not do because of what the asker did: the action, and what was done
     */
    public record View(Long id, String no, String title, String reason, Long schoolId, String school, RequestState state,
            String answer, Instant createdAt, Instant submittedAt, Long restOf, Long totalCents, Integer pieces, Integer ordered,
            Integer delivered, Integer devices, Integer placed, Integer inService, Turn turn, Instant turnSince, List<Line> lines,
            List<Payer> payers, List<Requests.PayFrom> payFrom, Moved transfer, Set<RequestAction> actions, Map<RequestAction, RequestAction> apart,
            Integer version, List<HistoryEntry> timeline) {

        /**
         * Money that was moved for the approval.
         *
         * @param state     HELD until the second person confirms
         * @param openCents gross, less what has flowed back
         */
        public record Moved(Long id, String no, TransferState state, Long openCents) {
            /** True if it may stay although the decision is taken back. */
            public boolean booked() {
                return state == TransferState.BOOKED;
            }

            /** True if it goes back with the decision, whatever is said. */
            public boolean held() {
                return state == TransferState.HELD;
            }
        }

        /** What positions pay of all lines, or would. */
        public long eligibleCents() {
            return lines.stream().map(Line::eligibleCents).filter(Objects::nonNull).mapToLong(Long::longValue).sum();
        }

        /** What own money pays beside it. */
        public long ineligibleCents() {
            return lines.stream().map(Line::ineligibleCents).filter(Objects::nonNull).mapToLong(Long::longValue).sum();
        }

        /** The lines by article and price, as they were wanted: each article once, with its rooms. */
        public List<Article> byArticle() {
            Map<List<Object>, List<Line>> found = new LinkedHashMap<>();
            lines.forEach(l -> found.computeIfAbsent(Arrays.asList(l.itemId(), l.priceCents(), l.setId()), k -> new ArrayList<>()).add(l));
            return found.values().stream().map(Article::new).toList();
        }

        /** An article of the request with the lines of its rooms. */
        public record Article(List<Line> lines) {
            /** What all its lines have in common stands in the first. */
            public Line first() {
                return lines.get(0);
            }

            /** Pieces for all rooms. */
            public int quantity() {
                return lines.stream().mapToInt(Line::quantity).sum();
            }

            /** What own money pays of all rooms, beside what positions pay. */
            public long ineligibleCents() {
                return lines.stream().map(Line::ineligibleCents).filter(Objects::nonNull).mapToLong(Long::longValue).sum();
            }

            /** Gross, of all rooms. */
            public long sumCents() {
                return lines.stream().mapToLong(Line::sumCents).sum();
            }
        }

        /**
         * A line of the request.
         *
         * @param priceCents   unit price that counts
         * @param currentCents unit price in the catalogue now
         * @param offered      false: the item can no longer be requested or ordered
         * @param termMonths   months for which a licence or a service is paid, null for all else
         * @param setId        the set as part of which it was asked for, null for an article alone
         * @param budgetId     budget under whose rules it stands, null until it is approved
         * @param payers       who pays which part, or would; empty if the asker may not see the school's budgets
         * @param eligibleCents what positions pay of it, or would: their money is eligible expenditure; null where payers is empty
         * @param ineligibleCents what own money pays beside it, and no programme is charged with
         * @param orderId      the order that calls it off, null if none does
         */
        public record Line(Long id, Integer lineNo, Long itemId, String article, String maker, String model, String contract,
                LocalDate validTo, Boolean offered, Integer termMonths, Long setId, String setName, Long roomId, String room, String building,
                Integer quantity, Long priceCents, Long sumCents, Long currentCents, Category category, Long budgetId, List<Payer> payers, Long eligibleCents, Long ineligibleCents,
                Long orderId, String orderNo,
                LocalDate expectedOn, Integer ordered, Integer delivered, Integer cancelled) {

            /** What so many of its pieces come to, as somebody typed them, gross in cents; none for what is no number of pieces of it. */
            public long partCents(String typed) {
                boolean some = typed != null && typed.strip().matches("\\d{1,5}") && Integer.parseInt(typed.strip()) <= quantity;
                return some ? Integer.parseInt(typed.strip()) * priceCents : 0;
            }

            /** True if the catalogue has another price now. */
            public boolean drifted() {
                return !Objects.equals(priceCents, currentCents);
            }

            /**
             * Who pays a part of the line, gross.
             *
             * @param programmeCode null for own money, and so application and position
             * @param year          household year of own money, and its account; null for a position
             */
            public record Payer(Long budgetId, Long cents, String programmeCode, String applicationNo, Integer positionNo, String year,
                    String account) {
            }
        }
    }

    /**
     * What lines would cost today and who would pay them, before the request is written. Amounts gross, in cents.
     *
     * @param lines  unit price and sum per line, in the order asked
     * @param payers per position, empty if the asker may not see the school's budgets
     */
    public record Preview(List<Line> lines, Long totalCents, List<Payer> payers) {
        /** A line with today's price; null where there is no such item. */
        public record Line(Long itemId, Integer quantity, Long priceCents, Long sumCents) {
        }
    }

    /**
     * The budget that pays lines of a category, or would pay them. Amounts gross, in cents.
     *
     * @param needCents  what these lines cost
     * @param budgetId   null if the school has no open position of the category: then the rest is null too
     * @param afterCents what is free after the approval, negative by what is missing; null once it is decided
     * @param year       household year of own money, and its account: then programme, position and amounts are null
     */
    public record Payer(Category category, Long needCents, Long budgetId, String programmeCode, String applicationNo,
            Integer positionNo, LocalDate periodTo, Long allottedCents, Long reservedCents, Long committedCents, Long spentCents,
            Long availableCents, Long afterCents, String year, String account) {

        /** True if the money is there, or was. */
        public boolean enough() {
            return budgetId != null && (afterCents == null || afterCents >= 0);
        }

        /** What is missing, zero if nothing is. */
        public long missingCents() {
            return afterCents == null ? 0 : Math.max(0, -afterCents);
        }
    }
}
