package de.schulpakt.overview.money;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_VIEW;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What would break if a decision gave less, or all went on later: positions that hold less than is bound or asked for, the rooms whose lines
 * would not be paid, the deadlines and deliveries that would fall behind the period. Amounts gross, own share included, in cents. It changes
 * nothing.
 */
@Queries
public class WhatIfQueries {
    /** Less than this part of what was applied for is a rejection. */
    public static final int LEAST_PERCENT = 1;
    /** All of it. */
    public static final int ALL_PERCENT = 100;
    /** Months that all goes on later, at most. */
    public static final int MOST_MONTHS = 36;
    private static final int USUAL_PERCENT = 80;
    private static final int USUAL_MONTHS = 3;
    private static final int DELIVERIES = 100;
    private static final int MOST = 500;

    /**
     * What would be.
     *
     * @param percent   of each position that the decision gives
     * @param months    that all what is not ordered goes on later
     * @param fullCents what was approved, or is applied for before the decision
     * @param endsOn    last day of the approval period, or of the programme before the decision
     * @param usualDays from order to delivery, the median of the last deliveries of the authority; null if there was none
     * @param orderBy   last day on which an order would usually come in time, null without deliveries
     * @param from      first day on which what is not ordered would be ordered
     * @param tooLate   true if that is behind the last day for orders, or behind the end
     * @param cut       true if there are more lines than are looked at here; the sums are of all
     */
    public record View(Long applicationId, String applicationNo, int percent, int months, Long fullCents, Long givenCents, Long missingCents, LocalDate endsOn,
            Integer usualDays, LocalDate orderBy, LocalDate from, boolean tooLate, boolean cut, List<Position> positions, List<Line> lines, List<Late> late) {
    }

    /**
     * A position that would not hold.
     *
     * @param givenCents   what the decision would give
     * @param boundCents   reserved, ordered and spent
     * @param wantedCents  what undecided requests of the school ask for in that category
     * @param missingCents what is bound and wanted beyond it
     */
    public record Position(Long budgetId, Integer no, Long schoolId, String school, Category category, Long fullCents, Long givenCents, Long boundCents, Long wantedCents,
            Long missingCents) {
    }

    /** A line of a request that would not be paid whole, the newest first: those that were approved last give way first. */
    public record Line(Long requestId, String requestNo, Integer positionNo, Long schoolId, String school, Long roomId, String room, String item, Long cents, boolean ordered) {
    }

    /** Something that is ordered and would come behind the end. */
    public record Late(Long orderId, String orderNo, String school, String room, String item, LocalDate expectedOn, LocalDate wouldComeOn) {
    }

    /** What stands in the row of the application. */
    record Head(String no, Long authorityId, LocalDate periodTo, LocalDate programmeEnds) {
        LocalDate endsOn() {
            return periodTo == null ? programmeEnds : periodTo;
        }
    }

    /** A position with what its budget has bound. */
    record Stored(Long budgetId, Integer no, Long schoolId, String school, Category category, Long fullCents, Long spentCents, Long boundCents) {
    }

    /** Something open that a room waits for, in a request that is approved or not; the line of an order where it is ordered. */
    record Open(Long budgetId, Long lineId, Long orderLineId, Long requestId, String requestNo, Long schoolId, String school, Category category, Long roomId, String room,
            String item, Long cents) {
    }

    /** What undecided requests of a school ask for in a category. */
    record Wanted(Long schoolId, Category category, Long cents) {
    }

    /** Which line gives way of which budget. */
    private record Key(Long lineId, Long orderLineId, Long budgetId) {
    }

    /** A line that was ordered. */
    record Ordered(Long orderId, String orderNo, String school, String room, String item, LocalDate expectedOn) {
    }

    /** When something was ordered and when it came. */
    record Came(LocalDate orderedOn, LocalDate receivedOn) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    /**
     * What would be if the decision gave that part of each position, and all that is not ordered went on that much later; 80 percent and three
     * months unless it is said. What is out of bounds counts as the nearest that is not.
     *
     * @throws NotFound if there is no such application or the asker may not see it
     */
    public View whatIf(long applicationId, Integer percent, Integer months) {
        Head a = Ask.of(em, Head.class, """
                select a.no as no, a.authorityId as authorityId, a.periodTo as periodTo, g.endsOn as programmeEnds
                from Application a join Programme g on g.id = a.programmeId where a.id = :id""").set("id", applicationId).one()
                .orElseThrow(() -> new NotFound("Application", applicationId));
        guard.requireAward(APPLICATION_VIEW, applicationId, a.authorityId());
        int part = Math.max(LEAST_PERCENT, Math.min(ALL_PERCENT, percent == null ? USUAL_PERCENT : percent));
        int later = Math.max(0, Math.min(MOST_MONTHS, months == null ? USUAL_MONTHS : months));
        List<Open> open = open(applicationId);
        List<Open> wanted = wanted(applicationId);
        List<Line> lines = new ArrayList<>();
        List<Position> positions = new ArrayList<>();
        Map<String, Long> left = new HashMap<>();
        sums(applicationId).forEach(l -> left.merge(key(l.schoolId(), l.category()), l.cents(), Long::sum));
        Set<Key> taken = new HashSet<>();
        List<Stored> stored = stored(applicationId);
        for (Stored p : stored) {
            long given = p.fullCents() * part / ALL_PERCENT;
            long shortage = Math.max(0, p.boundCents() - given);
            // what the budget still has free after that pays undecided requests first
            long asked = Math.min(left.getOrDefault(key(p.schoolId(), p.category()), 0L), Math.max(0, p.fullCents() - p.boundCents()));
            left.merge(key(p.schoolId(), p.category()), -asked, Long::sum);
            long unpaid = Math.max(0, asked - Math.max(0, given - p.boundCents()));
            if (shortage + unpaid > 0) {
                positions.add(new Position(p.budgetId(), p.no(), p.schoolId(), p.school(), p.category(), p.fullCents(), given, p.boundCents(), asked, shortage + unpaid));
                give(lines, taken, wanted.stream().filter(l -> key(l.schoolId(), l.category()).equals(key(p.schoolId(), p.category()))).toList(), p, unpaid, false);
                give(lines, taken, open.stream().filter(l -> l.budgetId().equals(p.budgetId())).toList(), p, shortage, true);
            }
        }
        long full = stored.stream().mapToLong(Stored::fullCents).sum();
        long given = stored.stream().mapToLong(p -> p.fullCents() * part / ALL_PERCENT).sum();
        List<Integer> days = days(a.authorityId());
        Integer usual = days.isEmpty() ? null : days.get(days.size() / 2);
        LocalDate from = clock.today().plusMonths(later);
        LocalDate orderBy = usual == null || a.endsOn() == null ? null : a.endsOn().minusDays(usual);
        boolean tooLate = a.endsOn() != null && from.isAfter(orderBy == null ? a.endsOn() : orderBy);
        return new View(applicationId, a.no(), part, later, full, given, positions.stream().mapToLong(Position::missingCents).sum(), a.endsOn(), usual, orderBy, from, tooLate,
                wanted.size() >= MOST || open.size() >= MOST, positions, lines, a.endsOn() == null ? List.of() : late(applicationId, a.endsOn(), later));
    }

    /** Takes lines, the newest first, until what is missing is covered. */
    private static void give(List<Line> all, Set<Key> taken, List<Open> lines, Stored position, long missing, boolean ordered) {
        long rest = missing;
        for (Open line : lines) {
            if (rest <= 0) {
                return;
            }
            if (taken.add(new Key(line.lineId(), line.orderLineId(), line.budgetId()))) {
                all.add(new Line(line.requestId(), line.requestNo(), position.no(), line.schoolId(), line.school(), line.roomId(), line.room(), line.item(), line.cents(), ordered));
                rest -= line.cents();
            }
        }
    }

    private static String key(Long school, Category category) {
        return school + ":" + category;
    }

    private List<Stored> stored(long id) {
        return Ask.of(em, Stored.class, """
                select b.id as budgetId, f.no as no, s.id as schoolId, s.name as school, f.category as category, coalesce(b.allottedCents, f.approvedCents, f.appliedCents) as fullCents,
                    coalesce(b.spentCents, 0) as spentCents, coalesce(b.reservedCents + b.committedCents + b.spentCents, 0) as boundCents
                from FundingPosition f join Annex x on x.id = f.annexId join School s on s.id = x.schoolId left join Budget b on b.positionId = f.id
                where x.applicationId = :id order by f.no""").set("id", id).list();
    }

    /** Lines with money reserved or ordered that has not come, the newest first. */
    private List<Open> open(long id) {
        Scope scope = guard.visibleSchools(REQUEST_VIEW);
        List<Open> reserved = scope.bind(Ask.of(em, Open.class, """
                select y.budgetId as budgetId, i.id as lineId, nullif(i.id, i.id) as orderLineId, r.id as requestId, r.no as requestNo, s.id as schoolId, s.name as school,
                    i.category as category, m.id as roomId, m.name as room, c.name as item, y.amountCents as cents
                from RequestPayer y join RequestItem i on i.id = y.requestItemId join Request r on r.id = i.requestId join School s on s.id = r.schoolId
                    join Room m on m.id = i.roomId join CatalogueItem c on c.id = i.itemId join Budget b on b.id = y.budgetId
                where b.applicationId = :id and y.reservationId is not null and""" + scope.school("s") + " order by y.reservationId desc")).set("id", id).list(MOST);
        List<Open> committed = scope.bind(Ask.of(em, Open.class, """
                select y.budgetId as budgetId, i.id as lineId, l.id as orderLineId, r.id as requestId, r.no as requestNo, s.id as schoolId, s.name as school,
                    i.category as category, m.id as roomId, m.name as room, c.name as item, y.openCents as cents
                from OrderPayer y join OrderLine l on l.id = y.orderLineId join RequestItem i on i.id = l.requestItemId join Request r on r.id = i.requestId
                    join School s on s.id = r.schoolId join Room m on m.id = l.roomId join CatalogueItem c on c.id = i.itemId join Budget b on b.id = y.budgetId
                where b.applicationId = :id and y.commitmentId is not null and""" + scope.school("s") + " order by y.commitmentId desc")).set("id", id).list(MOST);
        // what is only reserved gives way before what is ordered
        return Stream.concat(reserved.stream(), committed.stream()).toList();
    }

    /** Lines of requests that wait for a decision, of schools and categories of the application, the newest first. */
    private List<Open> wanted(long id) {
        Scope scope = guard.visibleSchools(REQUEST_VIEW);
        return scope.bind(Ask.of(em, Open.class, """
                select nullif(i.id, i.id) as budgetId, i.id as lineId, nullif(i.id, i.id) as orderLineId, r.id as requestId, r.no as requestNo, s.id as schoolId, s.name as school, i.category as category, m.id as roomId,
                    m.name as room, c.name as item, i.quantity * i.priceCents as cents
                from Request r join RequestItem i on i.requestId = r.id join School s on s.id = r.schoolId join Room m on m.id = i.roomId join CatalogueItem c on c.id = i.itemId
                where r.state = de.schulpakt.procurement.request.RequestState.SUBMITTED
                    and exists (select f.id from FundingPosition f join Annex x on x.id = f.annexId where x.applicationId = :id and x.schoolId = r.schoolId and f.category = i.category)
                    and""" + scope.school("s") + " order by r.id desc, i.id desc")).set("id", id).list(MOST);
    }

    /** What all of them ask for. */
    private List<Wanted> sums(long id) {
        Scope scope = guard.visibleSchools(REQUEST_VIEW);
        return scope.bind(Ask.of(em, Wanted.class, """
                select r.schoolId as schoolId, i.category as category, coalesce(sum(i.quantity * i.priceCents), 0) as cents
                from Request r join RequestItem i on i.requestId = r.id join School s on s.id = r.schoolId
                where r.state = de.schulpakt.procurement.request.RequestState.SUBMITTED
                    and exists (select f.id from FundingPosition f join Annex x on x.id = f.annexId where x.applicationId = :id and x.schoolId = r.schoolId and f.category = i.category)
                    and""" + scope.school("s") + " group by r.schoolId, i.category")).set("id", id).list();
    }

    /** What is ordered, has not come, and would come behind the end. */
    private List<Late> late(long id, LocalDate end, int months) {
        Scope scope = guard.visibleSchools(REQUEST_VIEW);
        return scope.bind(Ask.of(em, Ordered.class, """
                select distinct o.id as orderId, o.no as orderNo, s.name as school, m.name as room, c.name as item, l.expectedOn as expectedOn
                from OrderPayer y join OrderLine l on l.id = y.orderLineId join PurchaseOrder o on o.id = l.orderId join School s on s.id = l.schoolId
                    join Room m on m.id = l.roomId join CatalogueItem c on c.id = l.itemId join Budget b on b.id = y.budgetId
                where b.applicationId = :id and y.commitmentId is not null and l.expectedOn is not null and""" + scope.school("s"))).set("id", id).list(MOST).stream()
                .filter(l -> l.expectedOn().plusMonths(months).isAfter(end)).sorted(Comparator.comparing(Ordered::expectedOn).thenComparing(Ordered::orderId))
                .map(l -> new Late(l.orderId(), l.orderNo(), l.school(), l.room(), l.item(), l.expectedOn(), l.expectedOn().plusMonths(months))).toList();
    }

    private List<Integer> days(Long authority) {
        return Ask.of(em, Came.class, "select o.orderedOn as orderedOn, d.receivedOn as receivedOn from Delivery d join PurchaseOrder o on o.id = d.orderId"
                + " where o.authorityId = :authority and o.orderedOn is not null and exists (select z.id from DeliveryLine z where z.deliveryId = d.id)"
                + " order by d.id desc").set("authority", authority).list(DELIVERIES).stream()
                .map(c -> (int) Math.max(0, ChronoUnit.DAYS.between(c.orderedOn(), c.receivedOn()))).sorted().toList();
    }
}
