package de.schulpakt.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.funding.correction.BudgetCorrectionQueries;
import de.schulpakt.funding.correction.BudgetCorrections;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.transfer.Transfers;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.PropertyDb;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.Requests;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Several people at once, each on the same few requests, orders and positions: whatever comes first, the rest is refused or overtaken and
 * nothing else. After each round all invariants hold, no budget is overspent, the balances are what the lines add up to, and reading the postings
 * from the first to the last gives the same balances.
 */
class MoneyRaceDbTest {
    private static final int PEOPLE = 5;
    private static final long PRICE = 111_11;

    /** What people try, all of a round at the same moment. */
    enum Try {
        ASK, APPROVE, APPROVE_SECOND, CONFIRM, RECONSIDER, REJECT, CANCEL, ORDER, AT_ONCE, ADD, RECEIVE, GIVE_UP, SHIFT, PROPOSE, CONFIRM_CORRECTION
    }

    /** One try of one of two officers, with a number that chooses among what is there. */
    record Step(Try what, boolean second, int a) {
    }

    @Provide
    Arbitrary<List<List<Step>>> rounds() {
        return Combinators.combine(Arbitraries.of(Try.class), Arbitraries.of(true, false), Arbitraries.integers().between(0, 999)).as(Step::new)
                .list().ofSize(PEOPLE).list().ofMinSize(8).ofMaxSize(14);
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void no_cent_is_lost_when_several_people_act_at_once(@ForAll("rounds") List<List<Step>> rounds) {
        PropertyDb.clean(db -> {
            World world = new World(db);
            for (List<Step> round : rounds) {
                AtomicInteger next = new AtomicInteger();
                List<Throwable> thrown = db.race(PEOPLE, PEOPLE, () -> world.take(round.get(next.getAndIncrement())));
                assertThat(thrown).as("what is too late in %s is refused or overtaken, and nothing else happens", round)
                        .allMatch(t -> t instanceof Refused || t instanceof Conflict);
                world.holds(round);
            }
        });
    }

    /** The system under test. What is there is asked of the database by each try, so that all see the same and want the same. */
    private static final class World {
        private final Db db;
        private final ProcurementGiven given;
        private final List<Long> budgets;
        private final Long item;
        private final AtomicInteger serial = new AtomicInteger();

        World(Db db) {
            this.db = db;
            given = ProcurementGiven.school(db, "Görres-Gymnasium");
            Long programme = FundingGiven.programme(db, "DP");
            FundingGiven.rule(db, programme, RuleKind.REQUEST_SECOND_CENTS, null, "30000");
            FundingGiven.ceiling(db, programme, given.authority, 100_000_00);
            Long application = FundingGiven.application(db, programme, given.authority);
            Long annex = FundingGiven.annex(db, application, given.school);
            FundingGiven.position(db, application, annex, Category.WLAN, 1_500_00);
            FundingGiven.position(db, application, annex, Category.WLAN, 900_01);
            FundingGiven.submit(db, application);
            FundingGiven.approve(db, application);
            budgets = FundingGiven.view(db, application).annexes().get(0).positions().stream().map(p -> p.budgetId()).toList();
            item = given.accessPoint(PRICE);
            for (int i = 1; i < 5; i++) {
                ask(i);
            }
        }

        void take(Step s) {
            String who = s.second() ? given.receiver : given.officer;
            Requests requests = db.get(Requests.class);
            switch (s.what()) {
                case ASK -> ask(1 + s.a() % 4);
                case APPROVE, APPROVE_SECOND -> on("request where state = 'SUBMITTED'", s, id -> as(who, () -> requests.approve(id, new Requests.Approve(given.version(id), null, null))));
                case CONFIRM -> on("request where state = 'AWAITING_SECOND'", s, id -> as(who, () -> requests.confirm(id, new Requests.Confirm(given.version(id), null))));
                case RECONSIDER -> on("request where state in ('APPROVED', 'AWAITING_SECOND', 'REJECTED')", s, id -> as(who,
                        () -> requests.reconsider(id, new Requests.Reconsider(given.version(id), "neu"))));
                case REJECT -> on("request where state = 'SUBMITTED'", s, id -> as(who, () -> requests.reject(id, new Requests.Reject(given.version(id), "nein"))));
                case CANCEL -> on("request where state = 'APPROVED'", s, id -> as(who, () -> requests.cancel(id, new Requests.Cancel(given.version(id), "doch nicht"))));
                case ORDER -> on("request where state = 'APPROVED'", s, id -> as(who, () -> db.get(Orders.class).place(new Orders.Place(given.supplier, lines(id), null, null))));
                case AT_ONCE -> on("request where state = 'SUBMITTED'", s, id -> as(who, () -> db.get(Orders.class).approveAndPlace(id,
                        new Orders.ApproveAndPlace(new Requests.Approve(given.version(id), null, null), null))));
                case ADD -> on("request where state = 'APPROVED'", s, id -> on("purchase_order where state = 'PLACED'", s, order -> as(who, () -> db.get(Orders.class)
                        .add(order, new Orders.Add(given.orderView(order).version(), lines(id), false, null)))));
                case RECEIVE -> on("purchase_order where state in ('PLACED', 'PARTLY_DELIVERED')", s, id -> {
                    OrderQueries.View seen = given.orderView(id);
                    List<Invoices.Received> come = seen.lines().stream().filter(l -> l.awaited() > 0)
                            .map(l -> new Invoices.Received(l.id(), null, List.of("S" + serial.incrementAndGet()))).toList();
                    if (!come.isEmpty()) {
                        as(who, () -> db.get(Invoices.class).receive(id, new Invoices.Receive(seen.version(), "N" + serial.incrementAndGet(), ProcurementGiven.today(),
                                "R" + serial.incrementAndGet(), ProcurementGiven.today(), come)));
                    }
                });
                case GIVE_UP -> on("purchase_order where state in ('PLACED', 'PARTLY_DELIVERED')", s, id -> as(who, () -> db.get(Orders.class).cancelRest(id,
                        new Orders.CancelRest(given.orderView(id).version(), "kommt nicht"))));
                case SHIFT -> as(who, () -> db.get(Transfers.class).move(new Transfers.Move(budgets.get(s.a() % 2), budgets.get((s.a() + 1) % 2), 1L + s.a() * 31L, null, "dort fehlt es")));
                case PROPOSE -> as(who, () -> db.get(BudgetCorrections.class).propose(budgets.get(s.a() % 2), new BudgetCorrections.Propose(
                        (int) db.number("SELECT version FROM budget WHERE id = ?", budgets.get(s.a() % 2)), s.a() % 3 == 0 ? -(1L + s.a()) : 1L + s.a(), "Altfall")));
                case CONFIRM_CORRECTION -> on("budget_correction where state = 'PROPOSED'", s, id -> as(who, () -> db.get(BudgetCorrections.class).confirm(id,
                        new BudgetCorrections.Confirm(db.get(BudgetCorrectionQueries.class).view(id).version(), null))));
            }
        }

        private void ask(int pieces) {
            given.submit(given.draft(List.of(new Requests.Line(item, given.room, pieces))));
        }

        private List<Long> lines(Long request) {
            return given.request(request).lines().stream().filter(l -> l.orderId() == null).map(RequestQueries.View.Line::id).toList();
        }

        /** One of the first three, so that several want the same. */
        private void on(String from, Step s, java.util.function.Consumer<Long> work) {
            List<Map<String, Object>> some = db.sql("select id from " + from + " order by id limit 3");
            if (!some.isEmpty()) {
                work.accept(((Number) some.get(s.a() % some.size()).get("id")).longValue());
            }
        }

        void holds(List<Step> round) {
            db.checks();
            assertThat(db.number("select count(*) from budget where reserved_cents + committed_cents + spent_cents > allotted_cents or least(reserved_cents, committed_cents,"
                    + " spent_cents) < 0")).as("nothing is overspent after %s", round).isZero();
            assertThat(db.number("select sum(allotted_cents) from budget")).as("allotted after %s", round).isEqualTo(1_500_00 + 900_01);
            assertThat(db.number("select coalesce(sum(reserved_cents), 0) from budget")).as("reserved after %s", round).isEqualTo(db.number(
                    "select coalesce(sum(i.quantity * i.price_cents), 0) from request_item i join request r on r.id = i.request_id left join order_line l on l.request_item_id = i.id"
                            + " where r.state in ('APPROVED', 'AWAITING_SECOND') and l.id is null and i.reservation_id is not null"));
            assertThat(db.number("select coalesce(sum(committed_cents), 0) from budget")).as("committed after %s", round).isEqualTo(db.number(
                    "select coalesce(sum((l.quantity - l.cancelled - l.settled) * l.price_cents), 0) from order_line l"));
            assertThat(db.number("select coalesce(sum(spent_cents), 0) from budget")).as("spent after %s", round).isEqualTo(db.number(
                    "select coalesce((select sum(l.settled * l.price_cents) from order_line l), 0) + coalesce((select sum(amount_cents) from budget_correction where state = 'BOOKED'), 0)"));
            for (Long budget : budgets) {
                assertThat(given.money(budget)).as("a replay of budget %s after %s", budget, round).isEqualTo(replay(budget));
            }
        }

        /** Reserved, committed and spent, from the first posting to the last and by nothing else. */
        private List<Long> replay(Long budget) {
            long[] now = new long[3];
            Map<Long, Map<String, Object>> seen = new java.util.HashMap<>();
            for (Map<String, Object> p : db.sql("select id, kind, amount_cents, resolves_id from posting where budget_id = ? order by id", budget)) {
                seen.put(((Number) p.get("id")).longValue(), p);
                long cents = ((Number) p.get("amount_cents")).longValue();
                if (p.get("resolves_id") != null) {
                    Map<String, Object> before = seen.get(((Number) p.get("resolves_id")).longValue());
                    now[before.get("kind").equals("RESERVE") ? 0 : 1] -= ((Number) before.get("amount_cents")).longValue();
                }
                switch ((String) p.get("kind")) {
                    case "RESERVE" -> now[0] += cents;
                    case "COMMIT" -> now[1] += cents;
                    case "SPEND", "CORRECT" -> now[2] += cents;
                    default -> { }
                }
            }
            return List.of(now[0], now[1], now[2]);
        }

        private void as(String login, Runnable work) {
            SchoolGiven.as(db, login, () -> {
                work.run();
                return null;
            });
        }
    }
}
