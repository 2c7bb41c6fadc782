package de.schulpakt.overview.home;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.ORDER_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_DECIDE;
import static de.schulpakt.identity.Permission.TICKET_VIEW;

import de.schulpakt.funding.deadline.DeadlineQueries;
import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.identity.register.WaitingQueries;
import de.schulpakt.overview.money.TraceQueries;
import de.schulpakt.overview.money.UsageQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.procurement.order.OrderState;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.RequestState;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The home page of a funding officer. Amounts gross, own share included, in cents. */
@Queries
public class OfficerHomeQueries {
    /**
     * A request that waits for a decision. Amounts gross, in cents.
     *
     * @param category     the category where money is missing, or that asks for most; null for a request without lines
     * @param freeCents    what is free for the school in that category, in approval periods that still run
     * @param missingCents what the approval would miss, planned line by line as it plans; 0 if it is enough
     */
    public record Decide(Long id, String no, Long schoolId, String school, String title, Instant submittedAt, Long totalCents,
            Category category, Long freeCents, Long missingCents) {
    }

    /** A school whose work waits longest, with the ticket and what it waits for. */
    public record Delay(Long schoolId, String school, Long ticketId, String ticketNo, String waitingFor, Instant since) {
    }

    /**
     * An order on its way.
     *
     * @param awaited pieces that have not come
     * @param schools how many schools wait for it
     * @param school  the school if it is one only, else the first
     */
    public record Expected(Long id, String no, OrderState state, String supplier, LocalDate expectedOn, Long awaited,
            Long schools, String school) {
    }

    /**
     * What waits for a funding officer.
     *
     * @param decide      requests to decide, the oldest first
     * @param decideCount how many there are in all, at most {@value #MOST}
     * @param oldest      when the oldest was submitted, null if there is none
     * @param toOrder     approved requests that are not wholly ordered, at most {@value #MOST}
     * @param deadlines   the first that are open, as the page of deadlines has them
     * @param nearlyUsed  budgets of which nine tenths or more are reserved, committed or spent
     */
    public record Home(List<Decide> decide, Long decideCount, Instant oldest, Long toOrder, List<Expected> orders,
            List<DeadlineQueries.Row> deadlines, UsageQueries.Sum money, List<TraceQueries.BudgetLine> nearlyUsed, List<Delay> delays) {
    }

    /** Counting ends here, as in the rail. */
    private static final int MOST = WaitingQueries.MOST;
    private static final int SHORT = 6;
    private static final int DEADLINES = 9;
    private static final int OVER_DAYS = 30;

    private static final int MOST_DELAYS = 200;
    private static final int MORE = 6;
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    UsageQueries usage;
    @Inject
    RequestQueries requests;
    @Inject
    DeadlineQueries deadlines;
    @Inject
    Clock clock;

    /** What waits for the funding officer, the oldest or most urgent first. */
    public Home officer() {
        guard.require(REQUEST_DECIDE);
        Scope scope = guard.visibleSchools(REQUEST_DECIDE);
        List<Decide> decide = decide(scope);
        return new Home(decide, count(scope, RequestState.SUBMITTED), decide.isEmpty() ? null : decide.get(0).submittedAt(), count(scope, RequestState.APPROVED), orders(),
                deadlines(), money(), nearlyUsed(), delays());
    }

    /** How many requests wait, at most {@value #MOST}: no page reads a long queue to its end. */
    private long count(Scope scope, RequestState state) {
        String own = scope.everywhere() ? "" : " and r.schoolId in (select s.id from School s where" + scope.school("s") + ")";
        return scope.bind(Ask.of(em, Long.class, "select r.id from Request r where r.state = :state" + own)).set("state", state).list(MOST).size();
    }

    /** Balances of all budgets that the asker may see. */
    public UsageQueries.Sum money() {
        guard.require(BUDGET_VIEW);
        return usage.sum(null, null);
    }

    /** A request that waits, before its money is known. */
    record Waiting(Long id, String no, Long schoolId, String school, String title, Instant submittedAt) {
        Decide with(RequestQueries.Lack lack) {
            return new Decide(id, no, schoolId, school, title, submittedAt, lack == null ? 0L : lack.needCents(),
                    lack == null ? null : lack.category(), lack == null ? 0L : lack.freeCents(), lack == null ? 0L : lack.missingCents());
        }
    }

    private List<Decide> decide(Scope scope) {
        List<Waiting> waiting = scope.bind(Ask.of(em, Waiting.class, """
                select r.id as id, r.no as no, s.id as schoolId, s.name as school, r.title as title, r.submittedAt as submittedAt
                from Request r join School s on s.id = r.schoolId where r.state = :submitted and""" + scope.school("s")
                + " order by r.submittedAt, r.id")).set("submitted", RequestState.SUBMITTED).list(SHORT);
        Map<Long, RequestQueries.Lack> lacks = requests.lacking(waiting.stream().map(Waiting::id).toList());
        return waiting.stream().map(w -> w.with(lacks.get(w.id()))).toList();
    }

    /** The orders first, by index; then what is awaited of these. */
    private List<Expected> orders() {
        Scope scope = guard.visibleSchools(ORDER_VIEW);
        String own = scope.everywhere() ? "" : " and (o.authorityId in :scopeAuthorities or exists (select l.id from OrderLine l"
                + " where l.orderId = o.id and l.schoolId in :scopeSchools))";
        List<Long> first = scope.bind(Ask.of(em, Long.class, "select o.id from PurchaseOrder o where o.awaitedOn is not null" + own
                + " order by o.awaitedOn, o.id")).list(SHORT);
        return first.isEmpty() ? List.of() : scope.bind(Ask.of(em, Expected.class, """
                select o.id as id, o.no as no, o.state as state, u.name as supplier, o.expectedOn as expectedOn,
                    sum(l.quantity - (l.delivered + l.cancelled)) as awaited, count(distinct l.schoolId) as schools,
                    min(s.name) as school
                from PurchaseOrder o join Supplier u on u.id = o.supplierId join OrderLine l on l.orderId = o.id
                    join School s on s.id = l.schoolId where o.id in :first and""" + scope.school("s") + " " + """
                group by o.id, o.no, o.state, u.name, o.expectedOn, o.awaitedOn order by o.awaitedOn, o.id"""))
                .set("first", first).list();
    }

    /** The first of the page of deadlines; what has been over for long stands there only. */
    private List<DeadlineQueries.Row> deadlines() {
        return deadlines.all(false).stream().filter(d -> d.days() >= -OVER_DAYS).limit(DEADLINES).toList();
    }

    private List<TraceQueries.BudgetLine> nearlyUsed() {
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        return scope.bind(Ask.of(em, TraceQueries.BudgetLine.class, """
                select b.id as id, g.name as programme, a.id as applicationId, a.no as applicationNo, f.no as positionNo,
                    b.category as category, s.id as schoolId, s.name as school, b.allottedCents as allottedCents,
                    b.reservedCents as reservedCents, b.committedCents as committedCents, b.spentCents as spentCents,
                    %s as freeCents
                from Budget b join Application a on a.id = b.applicationId join Programme g on g.id = b.programmeId
                    join FundingPosition f on f.id = b.positionId join School s on s.id = b.schoolId where b.nearlyUsed = true
                    and (a.periodTo is null or a.periodTo >= :today) and""".formatted(BudgetQueries.FREE) + scope.school("s")
                + " order by b.freeCents, b.id")).set("today", clock.today()).list(SHORT);
    }

    /** Of each school the ticket that waits longest; the tickets come in that order, and reading ends with the last that is shown. */
    private List<Delay> delays() {
        Scope scope = guard.visibleSchools(TICKET_VIEW);
        Map<Long, Delay> bySchool = new LinkedHashMap<>();
        for (int most = SHORT; bySchool.size() < SHORT; most *= MORE) {
            List<Delay> longest = scope.bind(Ask.of(em, Delay.class, """
                    select s.id as schoolId, s.name as school, t.id as ticketId, t.no as ticketNo, t.waitingFor as waitingFor,
                        t.waitingSince as since
                    from Ticket t join School s on s.id = t.schoolId where t.waitingSince is not null and""" + scope.school("s")
                    + " order by t.waitingSince, t.id")).list(most);
            longest.forEach(d -> bySchool.putIfAbsent(d.schoolId(), d));
            if (longest.size() < most || most >= MOST_DELAYS) {
                break;
            }
        }
        return bySchool.values().stream().limit(SHORT).toList();
    }
}
