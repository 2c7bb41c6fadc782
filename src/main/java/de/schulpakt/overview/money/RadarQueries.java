package de.schulpakt.overview.money;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.BUDGET_TRANSFER;
import static de.schulpakt.identity.Permission.REQUEST_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
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
import java.util.List;
import java.util.Map;

/**
 * What an application may lose when its approval period ends: what is not bound, bound and not invoiced, invoiced and not drawn, held
 * against the days that are left and the usual time of delivery; and which money could move to whom it is missing. Amounts gross, own
 * share included, in cents. It proposes; whoever moves money decides.
 */
@Queries
public class RadarQueries {
    /**
     * The radar of an application.
     *
     * @param periodTo      last day of the approval period, null if the decision names none
     * @param daysLeft      until then, null without one; negative once it is over
     * @param unboundCents  neither reserved nor ordered
     * @param boundCents    reserved or ordered and not invoiced
     * @param spentCents    invoiced
     * @param undrawnCents  invoiced and in no drawdown that stands
     * @param usualDays     from order to delivery, the median of the last deliveries of the authority; null if there was none
     * @param deliveries    of how many
     * @param orderBy       last day on which an order would usually come in time, null without period or deliveries
     * @param tooLate       true once that day is past
     * @param mayMove       true if the asker may move money
     */
    public record View(Long applicationId, String applicationNo, LocalDate periodTo, Long daysLeft, Long unboundCents, Long boundCents, Long spentCents,
            Long undrawnCents, Integer usualDays, Integer deliveries, LocalDate orderBy, boolean tooLate, boolean mayMove, List<Proposal> proposals) {
    }

    /**
     * Money that nobody asks for could go to where a request is short of it.
     *
     * @param requests undecided ones of the school in that category
     */
    public record Proposal(Position from, Position to, Long requests, Long cents) {
    }

    /** A position of the application. */
    public record Position(Long budgetId, Integer no, Long schoolId, String school, Category category) {
    }

    /** What stands in the row of the application. */
    record Head(String no, Long authorityId, LocalDate periodTo) {
    }

    /** A budget with what was done with it. */
    record Money(Long budgetId, Integer no, Long schoolId, String school, Category category, Long freeCents, Long boundCents, Long spentCents) {
        String key() {
            return schoolId + ":" + category;
        }

        Position position() {
            return new Position(budgetId, no, schoolId, school, category);
        }
    }

    /** What is free for a school in a category, in whatever application runs; or what its undecided requests ask for. */
    record Sum(Long schoolId, Category category, Long cents, Long requests) {
        String key() {
            return schoolId + ":" + category;
        }
    }

    /** When something was ordered and when it came. */
    record Came(LocalDate orderedOn, LocalDate receivedOn) {
    }

    private static final int DELIVERIES = 100;
    private static final int PROPOSALS = 20;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    /**
     * The radar of an application.
     *
     * @throws NotFound if there is no such application or the asker may not see it
     */
    public View radar(long applicationId) {
        Head a = Ask.of(em, Head.class, "select a.no as no, a.authorityId as authorityId, a.periodTo as periodTo from Application a where a.id = :id")
                .set("id", applicationId).one().orElseThrow(() -> new NotFound("Application", applicationId));
        guard.requireAward(APPLICATION_VIEW, applicationId, a.authorityId());
        LocalDate today = clock.today();
        List<Money> budgets = Ask.of(em, Money.class, """
                select b.id as budgetId, f.no as no, s.id as schoolId, s.name as school, b.category as category, %s as freeCents,
                    b.reservedCents + b.committedCents as boundCents, b.spentCents as spentCents
                from Budget b join FundingPosition f on f.id = b.positionId join School s on s.id = b.schoolId
                where b.applicationId = :id order by f.no, b.id""".formatted(BudgetQueries.FREE)).set("id", applicationId).list();
        long spent = budgets.stream().mapToLong(Money::spentCents).sum();
        List<Integer> days = days(a.authorityId());
        Integer usual = days.isEmpty() ? null : days.get(days.size() / 2);
        LocalDate orderBy = usual == null || a.periodTo() == null ? null : a.periodTo().minusDays(usual);
        boolean over = a.periodTo() != null && a.periodTo().isBefore(today);
        return new View(applicationId, a.no(), a.periodTo(), a.periodTo() == null ? null : ChronoUnit.DAYS.between(today, a.periodTo()),
                budgets.stream().mapToLong(Money::freeCents).sum() + rest(applicationId), budgets.stream().mapToLong(Money::boundCents).sum(), spent, spent - drawn(applicationId), usual,
                days.size(), orderBy, orderBy != null && orderBy.isBefore(today), guard.mayAuthority(BUDGET_TRANSFER, a.authorityId()),
                over ? List.of() : proposals(budgets, a.authorityId(), today));
    }

    /** What the decision granted and is not distributed yet. */
    private long rest(long applicationId) {
        return Ask.of(em, Long.class, "select coalesce(sum(b.allottedCents), 0) from Budget b where b.applicationId = :id and b.positionId is null")
                .set("id", applicationId).one().orElse(0L);
    }

    /** Expenditure in drawdowns that stand. */
    private long drawn(long applicationId) {
        return Ask.of(em, Long.class, "select coalesce(sum(l.eligibleCents), 0) from DrawdownLine l join Drawdown d on d.id = l.drawdownId"
                + " where d.applicationId = :id and l.live = 1 and l.postingId is not null").set("id", applicationId).one().orElse(0L);
    }

    /** Days from order to delivery of the last deliveries of an authority, the shortest first. */
    private List<Integer> days(Long authority) {
        return Ask.of(em, Came.class, "select o.orderedOn as orderedOn, d.receivedOn as receivedOn from Delivery d join PurchaseOrder o on o.id = d.orderId"
                + " where o.authorityId = :authority and o.orderedOn is not null and exists (select z.id from DeliveryLine z where z.deliveryId = d.id)"
                + " and not exists (select g.id from GoodsBack g"
                + " join DeliveredDevice y on y.deviceId = g.replacedId join DeliveryLine x on x.id = y.deliveryLineId where x.deliveryId = d.id)"
                + " order by d.id desc").set("authority", authority).list(DELIVERIES).stream()
                .map(c -> (int) Math.max(0, ChronoUnit.DAYS.between(c.orderedOn(), c.receivedOn()))).sorted().toList();
    }

    /** Who is short of most comes first; money of the same category before that of another. */
    private List<Proposal> proposals(List<Money> budgets, Long authority, LocalDate today) {
        Scope scope = guard.visibleSchools(REQUEST_VIEW);
        Map<String, Sum> wanted = byKey(scope.bind(Ask.of(em, Sum.class, """
                select s.id as schoolId, i.category as category, sum(i.quantity * i.priceCents) as cents, count(distinct r.id) as requests
                from Request r join RequestItem i on i.requestId = r.id join School s on s.id = r.schoolId
                where r.state = de.schulpakt.procurement.request.RequestState.SUBMITTED and s.authorityId = :authority and""" + scope.school("s")
                + " group by s.id, i.category")).set("authority", authority).list());
        Map<String, Sum> free = byKey(Ask.of(em, Sum.class, """
                select b.schoolId as schoolId, b.category as category, sum(%s) as cents, count(b.id) as requests
                from Budget b join Application a on a.id = b.applicationId
                where a.authorityId = :authority and (a.periodTo is null or a.periodTo >= :today) group by b.schoolId, b.category"""
                .formatted(BudgetQueries.FREE)).set("authority", authority).set("today", today).list());
        Map<Long, Long> spare = new HashMap<>();
        Map<String, Long> kept = new HashMap<>();
        wanted.forEach((key, sum) -> kept.put(key, sum.cents()));
        for (Money b : budgets) {
            long own = Math.min(b.freeCents(), kept.getOrDefault(b.key(), 0L));
            kept.merge(b.key(), -own, Long::sum);
            spare.put(b.budgetId(), b.freeCents() - own);
        }
        List<Proposal> found = new ArrayList<>();
        Map<String, Money> first = new HashMap<>();
        budgets.forEach(b -> first.putIfAbsent(b.key(), b));
        first.values().stream().filter(b -> missing(b, wanted, free) > 0)
                .sorted(Comparator.comparing((Money b) -> -missing(b, wanted, free)).thenComparing(Money::no)).forEach(to -> {
                    long missing = missing(to, wanted, free);
                    for (Money from : budgets.stream().filter(b -> spare.get(b.budgetId()) > 0 && !b.key().equals(to.key()))
                            .sorted(Comparator.comparing((Money b) -> b.category() != to.category()).thenComparing(b -> -spare.get(b.budgetId()))
                                    .thenComparing(Money::no)).toList()) {
                        long part = Math.min(missing, spare.get(from.budgetId()));
                        if (part > 0) {
                            found.add(new Proposal(from.position(), to.position(), wanted.get(to.key()).requests(), part));
                            spare.merge(from.budgetId(), -part, Long::sum);
                            missing -= part;
                        }
                    }
                });
        return found.subList(0, Math.min(PROPOSALS, found.size()));
    }

    private static long missing(Money to, Map<String, Sum> wanted, Map<String, Sum> free) {
        Sum asked = wanted.get(to.key());
        return asked == null ? 0 : asked.cents() - (free.containsKey(to.key()) ? free.get(to.key()).cents() : 0);
    }

    private static Map<String, Sum> byKey(List<Sum> sums) {
        Map<String, Sum> all = new HashMap<>();
        sums.forEach(sum -> all.put(sum.key(), sum));
        return all;
    }
}
