package de.schulpakt.funding.household;

import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.funding.programme.OwnShare;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Own share and follow-up costs of awards by household year: the one place that reckons them. Own shares and follow-up costs in cents. */
@ApplicationScoped
class HouseholdFinder {
    /** The key of what has no year; it comes last. */
    static final int NO_YEAR = Integer.MAX_VALUE;
    private static final String AWARDS = " a.authority_id = ?1 and ?2 in (0, a.id) and a.state in ('APPROVED', 'PARTLY_APPROVED')";
    /** Where a plan of payments comes to what its position has, in its years, of which what was paid or ordered uses the first ones first. */
    private static final String PLANNED = """
            select b.application_id as applicationId, coalesce(y.plan_year, year(p.measure_to_on)) as year_,
                convert(sum(coalesce(y.amount_cents, b.allotted_cents)), signed) as cents,
                convert(sum(case when y.id is null then b.allotted_cents - (b.committed_cents + b.spent_cents)
                    else greatest(0, least(y.amount_cents, (select sum(u.amount_cents) from payment_plan_year u where u.plan_id = y.plan_id and u.plan_year <= y.plan_year)
                        - (b.committed_cents + b.spent_cents))) end), signed) as openCents
            from budget b join application a on a.id = b.application_id left join funding_position p on p.id = b.position_id
                left join payment_plan l on l.position_id = b.position_id and l.state = 'CURRENT' and l.total_cents = b.allotted_cents
                left join payment_plan_year y on y.plan_id = l.id
            where""" + AWARDS + " group by b.application_id, coalesce(y.plan_year, year(p.measure_to_on))";
    private static final String BOUND = """
            select b.application_id as applicationId, year(coalesce(l.expected_on, o.expected_on)) as year_, convert(sum(q.amount_cents), signed) as cents, 0 as openCents
            from posting q join budget b on b.id = q.budget_id join application a on a.id = b.application_id left join order_payer y on y.commitment_id = q.id
                left join order_line l on l.id = y.order_line_id left join purchase_order o on o.id = l.order_id
            where q.kind = 'COMMIT' and not exists (select 1 from posting r where r.resolves_id = q.id) and""" + AWARDS
            + " group by b.application_id, year(coalesce(l.expected_on, o.expected_on))";
    /** At the turn of the year Berlin is an hour ahead of UTC. */
    private static final String SPENT = """
            select b.application_id as applicationId, year(q.at + interval 1 hour) as year_, convert(sum(q.amount_cents), signed) as cents, 0 as openCents
            from posting q join budget b on b.id = q.budget_id join application a on a.id = b.application_id
            where q.kind in ('SPEND', 'CORRECT') and""" + AWARDS + " group by b.application_id, year(q.at + interval 1 hour)";

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    /** An award of an authority. */
    record Award(Long id, String no, String title, Integer ownShareBp, boolean halfUp) {
    }

    /** Eligible expenditure of an award in a year. */
    record Amount(Long applicationId, Integer year, Long cents, Long openCents) {
    }

    /** A follow-up cost that counts. */
    record Follow(Long applicationId, Long yearlyCents, Integer firstYear, Integer lastYear) {
    }

    /** A line of the household. */
    record Line(Long id, Integer householdYear, String account, String title, Integer lastYear, Long allottedCents, Long freeCents) {
    }

    /** What an award costs in a year. */
    static final class Sums {
        private long planned;
        private long bound;
        private long spent;
        private long open;
        private long follow;

        long planned() {
            return planned;
        }

        long bound() {
            return bound;
        }

        long spent() {
            return spent;
        }

        long open() {
            return open;
        }

        long follow() {
            return follow;
        }

        long need() {
            return bound + spent + open;
        }

        void add(Sums other) {
            planned += other.planned;
            bound += other.bound;
            spent += other.spent;
            open += other.open;
            follow += other.follow;
        }
    }

    /** The years of an award; what has no year stands under {@link #NO_YEAR}. */
    record Years(Award award, TreeMap<Integer, Sums> years) {
        private Sums at(int year) {
            return years.computeIfAbsent(year, y -> new Sums());
        }

        Sums total() {
            Sums total = new Sums();
            years.values().forEach(total::add);
            return total;
        }
    }

    /** The year from which on something can still be paid or used. */
    int payable(Integer year) {
        return year == null ? NO_YEAR : Math.max(year, thisYear());
    }

    int thisYear() {
        return clock.today().getYear();
    }

    /**
     * The awards of an authority, or one of them, each with its years. Five statements.
     *
     * @param only the only one that is asked for, 0 for all
     */
    Map<Long, Years> of(long authorityId, long only) {
        Map<Long, Years> found = new LinkedHashMap<>();
        Ask.of(em, Award.class, """
                select a.id as id, a.no as no, a.title as title, a.ownShareBp as ownShareBp, a.ownShareHalfUp as halfUp from Application a
                where a.authorityId = :authority and (:only = 0 or a.id = :only) and a.state in :states order by a.id""").set("authority", authorityId).set("only", only)
                .set("states", List.of(ApplicationState.APPROVED, ApplicationState.PARTLY_APPROVED)).list().forEach(a -> found.put(a.id(), new Years(a, new TreeMap<>())));
        Map<Long, NavigableMap<Integer, Long>> planned = new HashMap<>();
        Map<Long, NavigableMap<Integer, Long>> open = new HashMap<>();
        for (Amount x : ask(PLANNED, authorityId, only)) {
            put(planned, x, x.year() == null ? NO_YEAR : x.year(), x.cents());
            put(open, x, payable(x.year()), x.openCents());
        }
        Map<Long, NavigableMap<Integer, Long>> bound = new HashMap<>();
        ask(BOUND, authorityId, only).forEach(x -> put(bound, x, payable(x.year()), x.cents()));
        Map<Long, NavigableMap<Integer, Long>> spent = new HashMap<>();
        ask(SPENT, authorityId, only).forEach(x -> put(spent, x, x.year(), x.cents()));
        found.values().forEach(y -> {
            OwnShare share = new OwnShare(y.award().ownShareBp(), y.award().halfUp());
            RunningShare plan = new RunningShare(share);
            amounts(planned, y).forEach((year, cents) -> y.at(year).planned += plan.next(cents));
            RunningShare paid = new RunningShare(share);
            amounts(spent, y).forEach((year, cents) -> y.at(year).spent += paid.next(cents));
            amounts(bound, y).forEach((year, cents) -> y.at(year).bound += paid.next(cents));
            amounts(open, y).forEach((year, cents) -> y.at(year).open += paid.next(cents));
        });
        Ask.of(em, Follow.class, """
                select c.applicationId as applicationId, c.yearlyCents as yearlyCents, c.firstYear as firstYear, coalesce(c.endedYear, c.lastYear) as lastYear from FollowCost c
                where c.authorityId = :authority and (:only = 0 or c.applicationId = :only) and c.state <> :gone""").set("authority", authorityId).set("only", only)
                .set("gone", FollowCostState.TAKEN_BACK).list().stream().filter(c -> found.containsKey(c.applicationId())).forEach(c -> {
                    for (int year = c.firstYear(); year <= c.lastYear(); year++) {
                        found.get(c.applicationId()).at(year).follow += c.yearlyCents();
                    }
                });
        return found;
    }

    /** Own money of an authority, by year and account. */
    List<Line> ownMoney(long authorityId) {
        return Ask.sql(em, Line.class, """
                select b.id as id, b.household_year as householdYear, b.account as account, b.title as title, year(b.ends_on) as lastYear, b.allotted_cents as allottedCents,
                    b.allotted_cents - (b.reserved_cents + b.committed_cents + b.spent_cents) as freeCents
                from budget b where b.authority_id = ?1 and b.kind = 'OWN_MONEY' order by b.household_year, b.account""").set(1, authorityId).list();
    }

    private List<Amount> ask(String sql, long authorityId, long only) {
        return Ask.sql(em, Amount.class, sql).set(1, authorityId).set(2, only).list();
    }

    private static void put(Map<Long, NavigableMap<Integer, Long>> into, Amount x, int year, long cents) {
        if (cents != 0) {
            into.computeIfAbsent(x.applicationId(), a -> new TreeMap<>()).merge(year, cents, Long::sum);
        }
    }

    private static NavigableMap<Integer, Long> amounts(Map<Long, NavigableMap<Integer, Long>> of, Years award) {
        return of.getOrDefault(award.award().id(), new TreeMap<>());
    }
}
