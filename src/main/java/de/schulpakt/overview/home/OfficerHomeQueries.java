package de.schulpakt.overview.home;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.identity.Permission.ORDER_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_DECIDE;
import static de.schulpakt.identity.Permission.TICKET_VIEW;

import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.identity.register.WaitingQueries;
import de.schulpakt.inventory.device.DeviceState;
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
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
     * @param nearlyUsed  budgets of which nine tenths or more are reserved, committed or spent
     */
    public record Home(List<Decide> decide, Long decideCount, Instant oldest, Long toOrder, List<Expected> orders,
            List<Deadline> deadlines, UsageQueries.Sum money, List<TraceQueries.BudgetLine> nearlyUsed, List<Delay> delays) {
    }

    /** Counting ends here, as in the rail. */
    private static final int MOST = WaitingQueries.MOST;
    private static final int SHORT = 6;
    private static final int DEADLINES = 9;
    private static final int BINDING_DAYS = 180;
    private static final int PROGRAMME_DAYS = 400;

    private static final int MOST_PERIODS = 50;
    private static final int MOST_DELAYS = 200;
    private static final int MORE = 6;
    /** The states in which an application has dates that must not be missed. */
    private static final List<ApplicationState> RUNNING = List.of(ApplicationState.SUBMITTED, ApplicationState.APPROVED,
            ApplicationState.PARTLY_APPROVED);

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    UsageQueries usage;
    @Inject
    RequestQueries requests;
    @Inject
    ProgrammeQueries rules;
    @Inject
    Clock clock;

    /** A media concept that is due. */
    record Due(String subject, Long id, LocalDate on) {
    }

    /** Something that is to be answered, or a decision that one may object to. */
    record Letter(String kind, String subject, Long id, LocalDate on) {
    }

    /** Devices of a programme whose binding ends on the same day. */
    record Bound(String programme, Long id, Long devices, LocalDate on) {
    }

    /** The approval period of an application and the end of its programme. */
    record Period(Long id, String no, LocalDate periodTo, Long programmeId, String programme, LocalDate endsOn) {
    }

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

    private List<Deadline> deadlines() {
        LocalDate today = clock.today();
        List<Deadline> all = new ArrayList<>();
        keyDates(today, all);
        applications(today, all);
        letters(today, all);
        Scope seen = guard.visibleSchools(APPLICATION_VIEW);
        seen.bind(Ask.of(em, Due.class, """
                select s.name as subject, a.id as id, x.conceptDueOn as on_
                from Annex x join School s on s.id = x.schoolId join Application a on a.id = x.applicationId
                where x.conceptDueOn is not null and x.conceptReceivedOn is null and a.state in :running and""" + seen.school("s")
                + " order by x.conceptDueOn, x.id")).set("running", RUNNING).list(DEADLINES)
                .forEach(d -> all.add(deadline(DeadlineKind.CONCEPT_DUE, d.subject(), d.id(), null, d.on(), today)));
        Scope devices = guard.visibleSchools(DEVICE_VIEW);
        devices.bind(Ask.of(em, Bound.class, """
                select g.name as programme, g.id as id, count(d) as devices, d.bindingEndOn as on_
                from Device d join School s on s.id = d.schoolId join Budget b on b.id = d.budgetId
                    join Programme g on g.id = b.programmeId
                where d.bindingEndOn >= :today and d.bindingEndOn <= :until and d.state <> :retired and""" + devices.school("s")
                + " group by g.name, g.id, d.bindingEndOn order by d.bindingEndOn"))
                .set("today", today).set("until", today.plusDays(BINDING_DAYS)).set("retired", DeviceState.RETIRED).list(DEADLINES)
                .forEach(d -> all.add(deadline(DeadlineKind.BINDING_END, d.programme(), d.id(), d.devices(), d.on(), today)));
        all.sort(Comparator.comparing(Deadline::on));
        return all.stream().limit(DEADLINES).toList();
    }

    /**
     * What the granting body waits for, and until when one may object to it: one statement. The objection is reckoned from the day of the decision, as on
     * the page of deadlines.
     */
    private void letters(LocalDate today, List<Deadline> all) {
        Scope scope = guard.visibleSchools(APPLICATION_VIEW);
        String own = scope.everywhere() ? "1 = 1" : "x.authority_id in (" + Stream.concat(Stream.of(-1L), scope.authorities().stream()).map(String::valueOf)
                .collect(Collectors.joining(", ")) + ")";
        Ask.sql(em, Letter.class, """
                select l.kind as kind, l.no as subject, l.id as id, l.due_on as on_ from (
                  select 'INQUIRY_ANSWER' kind, x.no, x.id, x.due_on from inquiry x where x.state = 'OPEN' and x.side = 'GRANTING_BODY' and x.due_on is not null and %1$s
                  union all select 'PROOF_ANSWER', x.no, x.id, x.answer_by_on from proof x where x.state = 'QUERIED' and x.answer_by_on is not null and %1$s
                  union all select 'OBJECTION', x.no, x.id, x.decided_on + interval 1 month from application x
                    where x.state in ('PARTLY_APPROVED', 'REJECTED') and x.decided_on + interval 1 month >= ?1 and %1$s) l
                order by l.due_on, l.id limit %2$d""".formatted(own, DEADLINES)).set(1, today).list()
                .forEach(l -> all.add(deadline(DeadlineKind.valueOf(l.kind()), l.subject(), l.id(), null, l.on(), today)));
    }

    /** Approval periods and the ends of their programmes, which are the same for several applications. */
    private void applications(LocalDate today, List<Deadline> all) {
        Scope scope = guard.visibleSchools(APPLICATION_VIEW);
        Map<Long, Deadline> programmes = new LinkedHashMap<>();
        for (Period p : Ask.of(em, Period.class, """
                select a.id as id, a.no as no, a.periodTo as periodTo, g.id as programmeId, g.name as programme, g.endsOn as endsOn
                from Application a join Programme g on g.id = a.programmeId
                where (a.periodTo >= :today or g.endsOn >= :today) and a.state in :running
                    and (:everywhere = true or a.authorityId in :authorities) order by a.periodTo, a.id""")
                .set("today", today).set("running", RUNNING).set("everywhere", scope.everywhere())
                .set("authorities", scope.authorities().isEmpty() ? List.of(-1L) : scope.authorities()).list(MOST_PERIODS)) {
            if (p.periodTo() != null && !p.periodTo().isBefore(today)) {
                all.add(deadline(DeadlineKind.PERIOD_END, p.no(), p.id(), null, p.periodTo(), today));
            }
            if (!p.endsOn().isBefore(today) && p.endsOn().isBefore(today.plusDays(PROGRAMME_DAYS))) {
                programmes.put(p.programmeId(), deadline(DeadlineKind.PROGRAMME_END, p.programme(), p.programmeId(), null, p.endsOn(), today));
            }
        }
        all.addAll(programmes.values());
    }

    /** The next key dates of each programme's report, as its rules name them. */
    private void keyDates(LocalDate today, List<Deadline> all) {
        for (ProgrammeQueries.Days days : rules.reportDays()) {
            for (MonthDay day : days.days()) {
                LocalDate next = day.atYear(today.getYear());
                next = next.isBefore(today) ? day.atYear(today.getYear() + 1) : next;
                if (next.isBefore(today.plusDays(BINDING_DAYS))) {
                    all.add(deadline(DeadlineKind.KEY_DATE, days.programme(), days.programmeId(), null, next, today));
                }
            }
        }
    }

    private static Deadline deadline(DeadlineKind kind, String subject, Long id, Long count, LocalDate on, LocalDate today) {
        return new Deadline(kind, subject, id, count, on, ChronoUnit.DAYS.between(today, on));
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
