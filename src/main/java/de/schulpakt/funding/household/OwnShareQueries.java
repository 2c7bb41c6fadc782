package de.schulpakt.funding.household;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.BUDGET_VIEW;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What awards cost the household of their authority, year by year. Amounts in cents. */
@Queries
public class OwnShareQueries {
    /**
     * A household year. Own shares, unless said otherwise.
     *
     * @param year          null for what has no year: positions without the last day of their measure, orders without an expected day
     * @param plannedCents  of the positions whose payment plan has that year, and of those without one whose measure ends in it
     * @param spentCents    paid in that year
     * @param boundCents    of orders that are expected in that year
     * @param openCents     of what is neither paid nor ordered yet
     * @param needCents     paid, bound and open
     * @param othersCents   need of the other awards of the authority; null where the asker does not see them
     * @param ownMoneyCents own money of that household year; null where the asker does not see it
     * @param freeCents     own money that is free and can be used in that year, what the years before have left of it included; of all years: each line
     *                      once; null as before
     * @param gapCents      need that this does not cover, none in a year that is over; null as before, and without a year
     * @param followCents   follow-up costs, gross
     */
    public record Year(Integer year, long plannedCents, long spentCents, long boundCents, long openCents, long needCents, Long othersCents, Long ownMoneyCents, Long freeCents,
            Long gapCents, long followCents) {
    }

    /**
     * A position, or what was granted and no position has. Eligible expenditure, own share included.
     *
     * @param positionId null, like annex, number and school, for what no position has
     * @param measureTo  without a payment plan that counts its year is the one in which it is planned; null: not known
     * @param plan       its payment plan, empty for none
     * @param planFits   true if the plan comes to what the position has, so that own shares follow it
     */
    public record Position(Long budgetId, Long positionId, Long annexId, Integer no, String school, Category category, String description, LocalDate measureFrom, LocalDate measureTo,
            Long allottedCents, Long committedCents, Long spentCents, List<PaymentPlans.PlanYear> plan, boolean planFits) {
        /** True if its measure spans years, and all of it counts in the last one. */
        public boolean wholeInLastYear() {
            return !planFits && measureFrom != null && measureTo != null && measureFrom.getYear() != measureTo.getYear();
        }

        /** What is neither paid nor ordered yet. */
        public long openCents() {
            return allottedCents - (committedCents + spentCents);
        }
    }

    /**
     * What an order binds of the award: eligible expenditure.
     *
     * @param orderId    null, like its number, for what no order binds
     * @param expectedOn null if nobody knows
     */
    public record Bound(Long orderId, String no, LocalDate expectedOn, Long cents) {
    }

    /** What was paid of a position in a year: eligible expenditure. */
    public record Paid(Integer year, Long budgetId, Integer no, String school, Category category, Long cents) {
    }

    /**
     * A line of the household.
     *
     * @param lastYear  last year in which it may be used
     * @param countedIn the first year in which what is free of it can be used
     */
    public record Line(Long budgetId, Integer householdYear, String account, String title, Integer lastYear, Integer countedIn, Long allottedCents, Long freeCents) {
    }

    /**
     * An award. Own shares, and follow-up costs gross.
     *
     * @param ownShareCents of what is granted in all
     * @param followCents   in all years
     */
    public record Award(Long id, String no, String title, Integer ownShareBp, long ownShareCents, long spentCents, long boundCents, long openCents, long followCents) {
    }

    /**
     * What one award costs the household.
     *
     * @param award    null before a decision that grants something
     * @param whole    true if the asker sees all awards of the authority
     * @param ownMoney null where the asker does not see it
     */
    public record OfAward(Long applicationId, String no, String title, Long authorityId, String authority, boolean whole, Award award, List<Year> years, Year total,
            List<Position> positions, List<Bound> orders, List<Paid> paid, List<Line> ownMoney) {
    }

    /**
     * What all awards of an authority cost its household.
     *
     * @param ownMoney null where the asker does not see it
     */
    public record OfAuthority(Long authorityId, String authority, List<Award> awards, List<Year> years, Year total, List<Line> ownMoney) {
    }

    private record Head(String no, String title, Long authorityId, String authority) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    HouseholdFinder finder;

    /**
     * What one award costs the household of its authority, by year, with the rows that each figure comes from. Eleven statements, whatever the size.
     *
     * @throws NotFound if there is no such application or the asker may not see it
     */
    public OfAward ofAward(long applicationId) {
        Head head = Ask.of(em, Head.class, "select a.no as no, a.title as title, a.authorityId as authorityId, y.name as authority from Application a join Authority y"
                + " on y.id = a.authorityId where a.id = :id").set("id", applicationId).one().orElseThrow(() -> new NotFound("Application", applicationId));
        guard.requireAward(APPLICATION_VIEW, applicationId, head.authorityId());
        boolean whole = guard.mayAuthority(APPLICATION_VIEW, head.authorityId());
        Map<Long, HouseholdFinder.Years> all = finder.of(head.authorityId(), whole ? 0 : applicationId);
        HouseholdFinder.Years one = all.remove(applicationId);
        List<Line> ownMoney = ownMoney(head.authorityId(), whole);
        if (one == null) {
            return new OfAward(applicationId, head.no(), head.title(), head.authorityId(), head.authority(), whole, null, List.of(), null, List.of(), List.of(), List.of(),
                    ownMoney);
        }
        List<Year> years = years(one.years(), whole ? sum(all.values()) : null, ownMoney, one.years().keySet());
        List<Position> positions = positions(applicationId);
        return new OfAward(applicationId, head.no(), head.title(), head.authorityId(), head.authority(), whole, award(one), years, total(years, ownMoney), positions,
                Ask.sql(em, Bound.class, """
                        select o.id as orderId, o.no as no, coalesce(l.expected_on, o.expected_on) as expectedOn, convert(sum(q.amount_cents), signed) as cents
                        from posting q join budget b on b.id = q.budget_id left join order_payer y on y.commitment_id = q.id left join order_line l on l.id = y.order_line_id
                            left join purchase_order o on o.id = l.order_id
                        where b.application_id = ?1 and q.kind = 'COMMIT' and not exists (select 1 from posting r where r.resolves_id = q.id)
                        group by o.id, o.no, expectedOn order by expectedOn is null, expectedOn, o.id""").set(1, applicationId).list(),
                paid(applicationId, positions), ownMoney);
    }

    /**
     * What all awards of an authority cost its household, by year. Seven statements, whatever the size.
     *
     * @throws NotFound if there is no such authority or the asker may not see its applications
     */
    public OfAuthority ofAuthority(long authorityId) {
        guard.requireAuthority(APPLICATION_VIEW, authorityId);
        String name = Ask.of(em, String.class, "select y.name as name from Authority y where y.id = :id").set("id", authorityId).one()
                .orElseThrow(() -> new NotFound("Authority", authorityId));
        Map<Long, HouseholdFinder.Years> all = finder.of(authorityId, 0);
        List<Line> ownMoney = ownMoney(authorityId, true);
        NavigableMap<Integer, HouseholdFinder.Sums> sums = sum(all.values());
        TreeSet<Integer> shown = new TreeSet<>(sums.keySet());
        if (ownMoney != null) {
            ownMoney.forEach(l -> shown.addAll(List.of(l.householdYear(), l.countedIn())));
        }
        List<Year> years = years(sums, new TreeMap<>(), ownMoney, shown);
        return new OfAuthority(authorityId, name, all.values().stream().map(OwnShareQueries::award).toList(), years, total(years, ownMoney), ownMoney);
    }

    private List<Line> ownMoney(Long authorityId, boolean whole) {
        return !whole || !guard.mayAuthority(BUDGET_VIEW, authorityId) ? null : finder.ownMoney(authorityId).stream().map(l -> new Line(l.id(), l.householdYear(), l.account(), l.title(),
                l.lastYear(), Math.min(l.lastYear(), finder.payable(l.householdYear())), l.allottedCents(), l.freeCents())).toList();
    }

    private List<Year> years(Map<Integer, HouseholdFinder.Sums> sums, Map<Integer, HouseholdFinder.Sums> others, List<Line> ownMoney, Collection<Integer> shown) {
        Map<Integer, OwnMoneyCover.Year> covered = ownMoney == null || others == null ? Map.of() : covered(sums, others, ownMoney, shown);
        List<Year> years = new ArrayList<>();
        for (Integer year : shown) {
            HouseholdFinder.Sums s = sums.getOrDefault(year, new HouseholdFinder.Sums());
            Long other = others == null ? null : (Long) (others.containsKey(year) ? others.get(year).need() : 0);
            boolean known = year != HouseholdFinder.NO_YEAR;
            Long own = ownMoney == null || !known ? null : (Long) ownMoney.stream().filter(l -> l.householdYear().equals(year)).mapToLong(Line::allottedCents).sum();
            OwnMoneyCover.Year cover = known ? covered.get(year) : null;
            Long gap = cover == null ? null : (Long) Math.max(0, Math.min(s.need(), cover.gapCents()));
            years.add(new Year(known ? year : null, s.planned(), s.spent(), s.bound(), s.open(), s.need(), other, own, cover == null ? null : cover.freeCents(), gap, s.follow()));
        }
        return years;
    }

    /** All years of the household, because those before, shown or not, use what is passed on. */
    private Map<Integer, OwnMoneyCover.Year> covered(Map<Integer, HouseholdFinder.Sums> sums, Map<Integer, HouseholdFinder.Sums> others, List<Line> ownMoney,
            Collection<Integer> shown) {
        TreeSet<Integer> years = new TreeSet<>(shown);
        years.addAll(sums.keySet());
        years.addAll(others.keySet());
        years.remove(HouseholdFinder.NO_YEAR);
        HouseholdFinder.Sums none = new HouseholdFinder.Sums();
        return OwnMoneyCover.of(years, year -> sums.getOrDefault(year, none).need() + others.getOrDefault(year, none).need(), ownMoney, finder.thisYear());
    }

    /** The sums of the years; own money and gap as far as they are known, and what is passed on from year to year once. */
    private static Year total(List<Year> years, List<Line> ownMoney) {
        Long free = years.stream().noneMatch(y -> y.freeCents() != null) ? null : (Long) ownMoney.stream()
                .filter(l -> years.stream().anyMatch(y -> y.year() != null && l.householdYear() <= y.year() && y.year() <= l.lastYear())).mapToLong(Line::freeCents).sum();
        return new Year(null, years.stream().mapToLong(Year::plannedCents).sum(), years.stream().mapToLong(Year::spentCents).sum(), years.stream().mapToLong(Year::boundCents).sum(),
                years.stream().mapToLong(Year::openCents).sum(), years.stream().mapToLong(Year::needCents).sum(), sum(years.stream().map(Year::othersCents)),
                sum(years.stream().map(Year::ownMoneyCents)), free, sum(years.stream().map(Year::gapCents)),
                years.stream().mapToLong(Year::followCents).sum());
    }

    private static Long sum(Stream<Long> amounts) {
        return amounts.filter(x -> x != null).reduce(Long::sum).orElse(null);
    }

    private static NavigableMap<Integer, HouseholdFinder.Sums> sum(Collection<HouseholdFinder.Years> awards) {
        TreeMap<Integer, HouseholdFinder.Sums> sums = new TreeMap<>();
        awards.forEach(a -> a.years().forEach((year, s) -> sums.computeIfAbsent(year, y -> new HouseholdFinder.Sums()).add(s)));
        return sums;
    }

    private static Award award(HouseholdFinder.Years years) {
        HouseholdFinder.Award a = years.award();
        HouseholdFinder.Sums total = years.total();
        return new Award(a.id(), a.no(), a.title(), a.ownShareBp(), total.planned(), total.spent(), total.bound(), total.open(), total.follow());
    }

    private List<Position> positions(long applicationId) {
        Map<Long, List<Planned>> plans = Ask.of(em, Planned.class, """
                select l.positionId as positionId, l.totalCents as totalCents, y.year as year_, y.amountCents as amountCents from PaymentPlan l
                join PaymentPlanYear y on y.planId = l.id where l.applicationId = :id and l.state = :current order by y.year""").set("id", applicationId)
                .set("current", PaymentPlanState.CURRENT).list().stream().collect(Collectors.groupingBy(Planned::positionId));
        return Ask.of(em, PositionOf.class, """
                select b.id as budgetId, p.id as positionId, x.id as annexId, p.no as no, s.name as school, b.category as category, p.description as description,
                    p.measureFrom as measureFrom, p.measureTo as measureTo, b.allottedCents as allottedCents, b.committedCents as committedCents, b.spentCents as spentCents
                from Budget b left join FundingPosition p on p.id = b.positionId left join Annex x on x.id = p.annexId left join School s on s.id = b.schoolId
                where b.applicationId = :id order by b.id""").set("id", applicationId).list().stream().map(p -> {
                    List<Planned> plan = p.positionId() == null ? List.of() : plans.getOrDefault(p.positionId(), List.of());
                    return new Position(p.budgetId(), p.positionId(), p.annexId(), p.no(), p.school(), p.category(), p.description(), p.measureFrom(), p.measureTo(), p.allottedCents(),
                            p.committedCents(), p.spentCents(), plan.stream().map(y -> new PaymentPlans.PlanYear(y.year(), y.amountCents())).toList(),
                            !plan.isEmpty() && plan.get(0).totalCents().equals(p.allottedCents()));
                }).toList();
    }

    private List<Paid> paid(long applicationId, List<Position> positions) {
        return Ask.sql(em, PaidOf.class, """
                select year(q.at + interval 1 hour) as year_, q.budget_id as budgetId, convert(sum(q.amount_cents), signed) as cents
                from posting q join budget b on b.id = q.budget_id where b.application_id = ?1 and q.kind in ('SPEND', 'CORRECT')
                group by year(q.at + interval 1 hour), q.budget_id order by year(q.at + interval 1 hour), q.budget_id""").set(1, applicationId).list().stream().map(r -> {
                    Position p = positions.stream().filter(x -> x.budgetId().equals(r.budgetId())).findFirst().orElseThrow();
                    return new Paid(r.year(), r.budgetId(), p.no(), p.school(), p.category(), r.cents());
                }).toList();
    }

    private record PositionOf(Long budgetId, Long positionId, Long annexId, Integer no, String school, Category category, String description, LocalDate measureFrom,
            LocalDate measureTo, Long allottedCents, Long committedCents, Long spentCents) {
    }

    private record Planned(Long positionId, Long totalCents, Integer year, Long amountCents) {
    }

    private record PaidOf(Integer year, Long budgetId, Long cents) {
    }
}
