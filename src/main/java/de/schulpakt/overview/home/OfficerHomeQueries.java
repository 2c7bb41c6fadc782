package de.schulpakt.overview.home;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.identity.Permission.ORDER_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_DECIDE;
import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static java.util.stream.Collectors.groupingBy;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.overview.money.TraceQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.procurement.order.OrderState;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The home page of a funding officer. Amounts gross, own share included, in cents. */
@Queries
public class OfficerHomeQueries {
    /**
     * A request that waits for a decision. Amounts gross, in cents.
     *
     * @param category     the category that asks for most, or the one where money is missing
     * @param freeCents    what is free for the school in that category, in approval periods that still run
     * @param missingCents what is missing over all categories; 0 if it is enough
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

    /** Balances of many budgets. Amounts gross, own share included, in cents. */
    public record Sum(Long allottedCents, Long reservedCents, Long committedCents, Long spentCents) {
        /** What is neither reserved nor committed nor spent. */
        public Long freeCents() {
            return allottedCents - reservedCents - committedCents - spentCents;
        }
    }

    /**
     * What waits for a funding officer.
     *
     * @param decide      requests to decide, the oldest first
     * @param decideCount how many there are in all
     * @param oldest      when the oldest was submitted, null if there is none
     * @param toOrder     approved requests that are not wholly ordered
     * @param nearlyUsed  budgets of which nine tenths or more are reserved, committed or spent
     */
    public record Home(List<Decide> decide, Long decideCount, Instant oldest, Long toOrder, List<Expected> orders,
            List<Deadline> deadlines, Sum money, List<TraceQueries.BudgetLine> nearlyUsed, List<Delay> delays) {
    }

    private static final int SHORT = 6;
    private static final int DEADLINES = 9;
    private static final int BINDING_DAYS = 180;
    private static final int PROGRAMME_DAYS = 400;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    /** What waits for the funding officer, the oldest or most urgent first. */
    public Home officer() {
        guard.require(REQUEST_DECIDE);
        Scope scope = guard.visibleSchools(REQUEST_DECIDE);
        Object[] counts = single("select sum(case when r.state = de.schulpakt.procurement.request.RequestState.SUBMITTED then 1 else 0 end),"
                + " sum(case when r.state = de.schulpakt.procurement.request.RequestState.APPROVED then 1 else 0 end)"
                + " from Request r join School s on s.id = r.schoolId where r.state in"
                + " (de.schulpakt.procurement.request.RequestState.SUBMITTED, de.schulpakt.procurement.request.RequestState.APPROVED) and"
                + scope.school("s"), scope);
        List<Decide> decide = decide(scope);
        return new Home(decide, Sums.number(counts[0]), decide.isEmpty() ? null : decide.get(0).submittedAt(),
                Sums.number(counts[1]), orders(), deadlines(), money(), nearlyUsed(), delays());
    }

    /** Balances of all budgets that the asker may see. */
    public Sum money() {
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        Object[] sums = single("select sum(b.allottedCents), sum(b.reservedCents), sum(b.committedCents), sum(b.spentCents)"
                + " from Budget b join School s on s.id = b.schoolId where" + scope.school("s"), scope);
        return new Sum(Sums.number(sums[0]), Sums.number(sums[1]), Sums.number(sums[2]),
                Sums.number(sums[3]));
    }

    private List<Decide> decide(Scope scope) {
        List<Object[]> found = list("select r.id, r.no, s.id, s.name, r.title, r.submittedAt from Request r"
                + " join School s on s.id = r.schoolId where r.state = de.schulpakt.procurement.request.RequestState.SUBMITTED and"
                + scope.school("s") + " order by r.submittedAt, r.id", scope, SHORT);
        List<Long> ids = new ArrayList<>(List.of(0L));
        found.forEach(r -> ids.add((Long) r[0]));
        Map<Long, List<Object[]>> needs = em.createQuery("select i.requestId, i.category, sum(i.quantity * i.priceCents),"
                        + " (select sum(" + BudgetQueries.FREE + ") from Budget b join Application a on a.id = b.applicationId"
                        + " where b.schoolId = r.schoolId and b.category = i.category and (a.periodTo is null or a.periodTo >= :today))"
                        + " from RequestItem i join Request r on r.id = i.requestId where i.requestId in :ids"
                        + " group by i.requestId, i.category, r.schoolId", Object[].class)
                .setParameter("ids", ids).setParameter("today", clock.today()).getResultList().stream()
                .collect(groupingBy(n -> (Long) n[0]));
        return found.stream().map(r -> decide(r, needs.getOrDefault((Long) r[0], List.of()))).toList();
    }

    private static Decide decide(Object[] r, List<Object[]> needs) {
        long total = needs.stream().mapToLong(n -> Sums.number(n[2])).sum();
        long missing = needs.stream().mapToLong(OfficerHomeQueries::missing).sum();
        Object[] main = needs.stream().max(Comparator.comparingLong(OfficerHomeQueries::missing)
                .thenComparingLong(n -> Sums.number(n[2]))).orElse(null);
        return new Decide((Long) r[0], (String) r[1], (Long) r[2], (String) r[3], (String) r[4], (Instant) r[5], total,
                main == null ? null : (Category) main[1], main == null ? 0L : Long.valueOf(Sums.number(main[3])), missing);
    }

    private static long missing(Object[] need) {
        return Math.max(0, Sums.number(need[2]) - Sums.number(need[3]));
    }

    private List<Expected> orders() {
        Scope scope = guard.visibleSchools(ORDER_VIEW);
        return scope.bind(em.createQuery("select new de.schulpakt.overview.home.OfficerHomeQueries.Expected(o.id, o.no, o.state, u.name, o.expectedOn,"
                        + " sum(l.quantity - (l.delivered + l.cancelled)), count(distinct l.schoolId), min(s.name)) from PurchaseOrder o"
                        + " join Supplier u on u.id = o.supplierId join OrderLine l on l.orderId = o.id"
                        + " join School s on s.id = l.schoolId where o.state in (de.schulpakt.procurement.order.OrderState.PLACED,"
                        + " de.schulpakt.procurement.order.OrderState.PARTLY_DELIVERED) and" + scope.school("s")
                        + " group by o.id, o.no, o.state, u.name, o.expectedOn"
                        + " order by case when o.expectedOn is null then 1 else 0 end, o.expectedOn, o.id", Expected.class))
                .setMaxResults(SHORT).getResultList();
    }

    private List<Deadline> deadlines() {
        LocalDate today = clock.today();
        List<Deadline> all = new ArrayList<>();
        keyDates(today, all);
        applications(today, all);
        Scope seen = guard.visibleSchools(APPLICATION_VIEW);
        list("select s.name, a.id, x.conceptDueOn from Annex x join School s on s.id = x.schoolId join Application a on"
                + " a.id = x.applicationId where x.conceptDueOn is not null and x.conceptReceivedOn is null and a.state in"
                + " (de.schulpakt.funding.application.ApplicationState.SUBMITTED, de.schulpakt.funding.application.ApplicationState.APPROVED,"
                + " de.schulpakt.funding.application.ApplicationState.PARTLY_APPROVED) and" + seen.school("s")
                + " order by x.conceptDueOn, x.id", seen, DEADLINES)
                .forEach(r -> all.add(deadline(DeadlineKind.CONCEPT_DUE, (String) r[0], (Long) r[1], null, (LocalDate) r[2], today)));
        Scope devices = guard.visibleSchools(DEVICE_VIEW);
        devices.bind(em.createQuery("select g.name, g.id, count(d), d.bindingEndOn from Device d join School s on s.id = d.schoolId"
                        + " join Budget b on b.id = d.budgetId join Programme g on g.id = b.programmeId where d.bindingEndOn >= :today"
                        + " and d.bindingEndOn <= :until and d.state <> de.schulpakt.inventory.device.DeviceState.RETIRED and"
                        + devices.school("s") + " group by g.name, g.id, d.bindingEndOn order by d.bindingEndOn", Object[].class))
                .setParameter("today", today).setParameter("until", today.plusDays(BINDING_DAYS)).setMaxResults(DEADLINES)
                .getResultList().forEach(r -> all.add(deadline(DeadlineKind.BINDING_END, (String) r[0], (Long) r[1],
                        (Long) r[2], (LocalDate) r[3], today)));
        all.sort(Comparator.comparing(Deadline::on));
        return all.stream().limit(DEADLINES).toList();
    }

    /** Approval periods and the ends of their programmes, which are the same for several applications. */
    private void applications(LocalDate today, List<Deadline> all) {
        Scope scope = guard.visibleSchools(APPLICATION_VIEW);
        Map<Long, Deadline> programmes = new LinkedHashMap<>();
        Query query = em.createQuery("select a.id, a.no, a.periodTo, g.id, g.name, g.endsOn from Application a join Programme g on"
                + " g.id = a.programmeId where (a.periodTo >= :today or g.endsOn >= :today) and a.state in"
                + " (de.schulpakt.funding.application.ApplicationState.SUBMITTED, de.schulpakt.funding.application.ApplicationState.APPROVED,"
                + " de.schulpakt.funding.application.ApplicationState.PARTLY_APPROVED)"
                + (scope.everywhere() ? "" : " and a.authorityId in :authorities") + " order by a.periodTo, a.id");
        if (!scope.everywhere()) {
            query.setParameter("authorities", scope.authorities().isEmpty() ? List.of(-1L) : scope.authorities());
        }
        for (Object row : query.setParameter("today", today).setMaxResults(50).getResultList()) {
            Object[] r = (Object[]) row;
            if (r[2] != null && !((LocalDate) r[2]).isBefore(today)) {
                all.add(deadline(DeadlineKind.PERIOD_END, (String) r[1], (Long) r[0], null, (LocalDate) r[2], today));
            }
            LocalDate end = (LocalDate) r[5];
            if (!end.isBefore(today) && end.isBefore(today.plusDays(PROGRAMME_DAYS))) {
                programmes.put((Long) r[3], deadline(DeadlineKind.PROGRAMME_END, (String) r[4], (Long) r[3], null, end, today));
            }
        }
        all.addAll(programmes.values());
    }

    /** The next two key dates of the half-year report. */
    private static void keyDates(LocalDate today, List<Deadline> all) {
        LocalDate june = LocalDate.of(today.getYear(), 6, 30);
        LocalDate december = LocalDate.of(today.getYear(), 12, 31);
        for (LocalDate day : List.of(june, december, june.plusYears(1))) {
            if (!day.isBefore(today) && day.isBefore(today.plusDays(BINDING_DAYS))) {
                all.add(deadline(DeadlineKind.KEY_DATE, null, null, null, day, today));
            }
        }
    }

    private static Deadline deadline(DeadlineKind kind, String subject, Long id, Long count, LocalDate on, LocalDate today) {
        return new Deadline(kind, subject, id, count, on, ChronoUnit.DAYS.between(today, on));
    }

    private List<TraceQueries.BudgetLine> nearlyUsed() {
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        return scope.bind(em.createQuery("select new de.schulpakt.overview.money.TraceQueries.BudgetLine(b.id, g.name, a.id, a.no, f.no, b.category,"
                        + " s.id, s.name, b.allottedCents, b.reservedCents, b.committedCents, b.spentCents, " + BudgetQueries.FREE
                        + ") from Budget b join Application a on a.id = b.applicationId join Programme g on g.id = b.programmeId"
                        + " join FundingPosition f on f.id = b.positionId join School s on s.id = b.schoolId where b.allottedCents > 0"
                        + " and (b.reservedCents + b.committedCents + b.spentCents) * 10 >= b.allottedCents * 9"
                        + " and (a.periodTo is null or a.periodTo >= :today) and" + scope.school("s")
                        + " order by " + BudgetQueries.FREE + ", b.id", TraceQueries.BudgetLine.class))
                .setParameter("today", clock.today()).setMaxResults(SHORT).getResultList();
    }

    /** Of each school the ticket that waits longest; since when says its history. */
    private List<Delay> delays() {
        Scope scope = guard.visibleSchools(TICKET_VIEW);
        Map<Long, Delay> bySchool = new LinkedHashMap<>();
        list("select s.id, s.name, t.id, t.no, t.waitingFor, h.at, t.openedAt from Ticket t join School s on s.id = t.schoolId"
                + " left join HistoryRow h on h.id = (select max(w.id) from HistoryRow w where w.subjectType = 'Ticket'"
                + " and w.subjectId = t.id and w.toState = 'TicketState.WAITING')"
                + " where t.state = de.schulpakt.install.ticket.TicketState.WAITING and" + scope.school("s"), scope, 200).stream()
                .map(r -> new Delay((Long) r[0], (String) r[1], (Long) r[2], (String) r[3], (String) r[4],
                        (Instant) (r[5] == null ? r[6] : r[5])))
                .sorted(Comparator.comparing(Delay::since)).forEach(d -> bySchool.putIfAbsent(d.schoolId(), d));
        return bySchool.values().stream().limit(SHORT).toList();
    }

    private Object[] single(String jpql, Scope scope) {
        return scope.bind(em.createQuery(jpql, Object[].class)).getSingleResult();
    }

    private List<Object[]> list(String jpql, Scope scope, int most) {
        return scope.bind(em.createQuery(jpql, Object[].class)).setMaxResults(most).getResultList();
    }
}
