package de.schulpakt.overview.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.ledger.BudgetList;
import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.OverviewGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.overview.home.OfficerHomeQueries;
import de.schulpakt.overview.home.SchoolHomeQueries;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import de.schulpakt.procurement.request.RequestList;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.Requests;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One subject, one figure: what home, list, detail, usage and trace say of the same money is the same. */
@DbTest
class FiguresDbTest {
    private static final long PRICE = 10_000;
    private static final PageRequest ALL = PageRequest.of(1, 200, null);

    @Test
    void a_budget_has_the_same_balances_wherever_it_is_shown(Db db) {
        OverviewGiven w = new OverviewGiven(db, "Görres-Gymnasium");
        w.officer(() -> {
            for (Long id : List.of(w.wlan, w.mobile)) {
                BudgetQueries.View view = db.get(BudgetQueries.class).view(id);
                List<Long> detail = List.of(view.allottedCents(), view.reservedCents(), view.committedCents(), view.spentCents(),
                        view.availableCents());
                BudgetQueries.Row row = db.get(BudgetList.class).page(ListView.all().with("category", view.category())).rows().get(0);
                assertThat(List.of(row.allottedCents(), row.reservedCents(), row.committedCents(), row.spentCents(),
                        row.availableCents())).as("list").isEqualTo(detail);
                TraceQueries.BudgetLine line = db.get(TraceQueries.class).budgets(ListView.all().with("budget", id)).get(0);
                assertThat(List.of(line.allottedCents(), line.reservedCents(), line.committedCents(), line.spentCents(),
                        line.freeCents())).as("behind a figure").isEqualTo(detail);
                UsageList.Row use = db.get(UsageList.class).page(ListView.all().with("programme", view.programmeId())).rows().get(0);
                assertThat(List.of(use.allottedCents(), use.reservedCents(), use.committedCents(), use.spentCents(),
                        use.freeCents())).as("usage").isEqualTo(detail);
                UsageQueries.View usage = db.get(UsageQueries.class).usage(view.programmeId(), w.given.authority);
                assertThat(List.of(usage.approvedCents(), usage.reservedCents(), usage.committedCents(), usage.spentCents(),
                        usage.freeCents())).as("usage of the programme").isEqualTo(detail);
                var totals = db.get(de.schulpakt.funding.application.UsageQueries.class).totals(view.programmeId(), w.given.authority);
                assertThat(List.of(totals.approvedCents(), totals.reservedCents(), totals.committedCents(), totals.spentCents(),
                        totals.freeCents())).as("REST of the programme").isEqualTo(detail);
                assertThat(List.of(usage.ceilingCents(), usage.frameCents(), usage.appliedCents()))
                        .isEqualTo(List.of(totals.ceilingCents(), totals.totalCents(), totals.appliedCents()));
                SchoolHomeQueries.CategoryMoney home = w.admin(() -> db.get(SchoolHomeQueries.class).school()).money().stream()
                        .filter(m -> m.category() == view.category()).findFirst().orElseThrow();
                assertThat(List.of(home.allottedCents(), home.reservedCents(), home.committedCents(), home.spentCents(),
                        home.freeCents())).as("home of the school").isEqualTo(detail);
            }
            List<BudgetQueries.Row> rows = db.get(BudgetList.class).page(ListView.all()).rows();
            UsageQueries.Sum home = db.get(OfficerHomeQueries.class).officer().money();
            assertThat(home.freeCents()).isEqualTo(rows.stream().mapToLong(BudgetQueries.Row::availableCents).sum());
            assertThat(home.spentCents()).isEqualTo(rows.stream().mapToLong(BudgetQueries.Row::spentCents).sum());
            return null;
        });
    }

    @Test
    void a_request_and_an_order_cost_the_same_wherever_they_are_shown(Db db) {
        OverviewGiven w = new OverviewGiven(db, "Görres-Gymnasium");
        w.officer(() -> {
            RequestQueries.View view = db.get(RequestQueries.class).view(w.wish);
            RequestList.Row row = db.get(RequestList.class).page(ListView.all().with("size", 200)).rows().stream()
                    .filter(r -> r.id().equals(w.wish)).findFirst().orElseThrow();
            OfficerHomeQueries.Decide home = db.get(OfficerHomeQueries.class).officer().decide().get(0);
            SchoolHomeQueries.Asked school = w.admin(() -> db.get(SchoolHomeQueries.class).school()).requests().get(0);
            assertThat(List.of(row.totalCents(), home.totalCents(), school.totalCents())).containsOnly(view.totalCents());
            long lack = view.payers().stream().mapToLong(p -> p.budgetId() == null ? p.needCents() : Math.max(0, -p.afterCents())).sum();
            assertThat(home.missingCents()).isEqualTo(lack).isPositive();
            OrderQueries.View order = db.get(OrderQueries.class).view(w.order);
            long awaited = order.lines().stream().mapToLong(l -> l.quantity() - l.delivered() - l.cancelled()).sum();
            assertThat(db.get(OfficerHomeQueries.class).officer().orders().get(0).awaited()).isEqualTo(awaited);
            TraceView trace = db.get(TraceQueries.class).trace(w.device);
            assertThat(trace.device().priceCents()).isEqualTo(trace.delivery().priceCents()).isEqualTo(trace.posting("SPEND").amountCents());
            return null;
        });
    }

    @Test
    void what_a_request_lacks_is_what_its_approval_refuses(Db db) {
        ProcurementGiven g = ProcurementGiven.school(db, "Görres-Gymnasium");
        g.budget(Category.MOBILE_DEVICE, 60_000);
        g.budget(Category.MOBILE_DEVICE, 60_000);
        Long dear = g.tablet(50_000);
        Long request = SchoolGiven.as(db, g.admin, () -> g.submit(g.draft(List.of(new Requests.Line(dear, g.room, 2),
                new Requests.Line(g.tablet(30_000), g.room, 1)))));
        OfficerHomeQueries.Decide home = SchoolGiven.as(db, g.officer, () -> db.get(OfficerHomeQueries.class).officer()).decide().get(0);
        assertThat(home.freeCents()).as("in two positions, over which a line is split").isEqualTo(120_000);
        assertThat(home.totalCents()).isEqualTo(130_000);
        assertThat(home.missingCents()).isEqualTo(10_000);
        assertThatThrownBy(() -> g.approve(request)).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.code()).isEqualTo("budget.not_enough");
            assertThat(r.args()).contains(Money.of(home.missingCents()));
        });
    }

    @Test
    void too_little_money_is_told_of_all_lines_and_not_of_the_last(Db db) {
        ProcurementGiven g = ProcurementGiven.school(db, "Görres-Gymnasium");
        g.budget(Category.MOBILE_DEVICE, 100_000);
        Long request = SchoolGiven.as(db, g.admin, () -> g.submit(g.draft(List.of(new Requests.Line(g.tablet(60_000), g.room, 1),
                new Requests.Line(g.tablet(70_000), g.room, 1)))));
        assertThatThrownBy(() -> g.approve(request)).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.args())
                .endsWith(Money.of(100_000), Money.of(130_000), Money.of(30_000)));
    }

    @Test
    void the_radar_counts_releases_against_what_was_bound(Db db) {
        ProcurementGiven g = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = g.budget(Category.MOBILE_DEVICE, 1_000_000);
        Long item = g.tablet(300_000);
        Long given = g.approved(item, 3);
        assertThat(radar(db, g, budget)).satisfies(r -> {
            assertThat(r.recentCents()).isEqualTo(900_000);
            assertThat(r.openCents()).isEqualTo(900_000);
            assertThat(r.freeCents()).isEqualTo(100_000);
        });
        SchoolGiven.as(db, g.officer, () -> {
            db.get(Requests.class).cancel(given, new Requests.Cancel(g.version(given), "nicht mehr nötig"));
            return null;
        });
        assertThat(radar(db, g, budget)).satisfies(r -> {
            assertThat(r.recentCents()).as("bound on balance").isZero();
            assertThat(r.openCents()).isZero();
            assertThat(r.leftCents()).as("nothing was bound, so all would be left").isEqualTo(r.freeCents()).isEqualTo(1_000_000);
        });
    }

    @Test
    void the_radar_counts_an_order_and_its_delivery_once(Db db) {
        OverviewGiven w = new OverviewGiven(db, "Görres-Gymnasium");
        UsageQueries.Radar radar = radar(db, w.given, w.wlan);
        assertThat(radar.recentCents()).isEqualTo(1_000_000 - radar.freeCents()).isEqualTo(38_000 + 40_000);
        assertThat(radar.openCents()).isEqualTo(40_000);
    }

    private static UsageQueries.Radar radar(Db db, ProcurementGiven g, Long budget) {
        return SchoolGiven.as(db, g.officer, () -> db.get(UsageQueries.class)
                .usage(db.get(BudgetQueries.class).view(budget).programmeId(), null).radar()).get(0);
    }

    @Test
    void what_stays_committed_after_a_delivery_is_for_what_has_not_come(Db db) {
        ProcurementGiven g = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = g.budget(Category.MOBILE_DEVICE, 1_000_000);
        Long order = g.order(g.approved(g.tablet(10_000), 10));
        g.receive(order, "N1", null, "REST-1", "REST-2", "REST-3", "REST-4");
        SchoolGiven.as(db, g.officer, () -> {
            TraceQueries.Posting open = db.get(TraceQueries.class).postings(ListView.all().with("kind", Balance.COMMITTED)
                    .with("budget", budget)).page().rows().get(0);
            assertThat(open.amountCents()).isEqualTo(60_000);
            assertThat(open.cause().quantity()).isEqualTo(6);
            assertThat(open.cause().devices()).isEmpty();
            assertThat(db.get(BudgetQueries.class).postings(budget, ALL).rows()).filteredOn(l -> l.cause() != null)
                    .extracting(l -> l.kind() + " " + l.cause().quantity()).contains("COMMIT 6", "SPEND 4", "COMMIT 10", "RESERVE 10");
            return null;
        });
    }

    /** Whatever was delivered in whatever parts, and given up: a posting that says "6 x" is one of six prices. */
    @Test
    void what_a_posting_counts_times_the_price_is_its_amount(Db db) {
        long seed = Long.getLong("figures.seed", System.nanoTime());
        Random random = new Random(seed);
        ProcurementGiven g = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = g.budget(Category.MOBILE_DEVICE, 10_000_000);
        Long item = g.tablet(PRICE);
        int serial = 0;
        for (int i = 0; i < 6; i++) {
            int wanted = 1 + random.nextInt(9);
            Long order = g.order(g.approved(item, wanted));
            for (int left = wanted; left > 0 && random.nextInt(4) > 0;) {
                String[] serials = new String[1 + random.nextInt(left)];
                for (int s = 0; s < serials.length; s++) {
                    serials[s] = "Z-" + serial++;
                }
                g.receive(order, "N" + serial, null, serials);
                left -= serials.length;
                if (left > 0 && random.nextInt(4) == 0) {
                    SchoolGiven.as(db, g.officer, () -> {
                        db.get(Orders.class).cancelRest(order, new Orders.CancelRest(g.orderView(order).version(), "kommt nicht mehr"));
                        return null;
                    });
                    break;
                }
            }
        }
        SchoolGiven.as(db, g.officer, () -> {
            assertThat(db.get(BudgetQueries.class).postings(budget, ALL).rows()).filteredOn(l -> l.cause() != null && l.cause().quantity() != null)
                    .as("-Dfigures.seed=%d", seed).hasSizeGreaterThan(6)
                    .allSatisfy(l -> assertThat(Math.abs(l.amountCents())).isEqualTo(l.cause().quantity() * PRICE));
            for (Balance balance : List.of(Balance.RESERVED, Balance.COMMITTED, Balance.SPENT)) {
                assertThat(db.get(TraceQueries.class).postings(ListView.all().with("kind", balance).with("budget", budget)).page().rows())
                        .as("%s, -Dfigures.seed=%d", balance, seed)
                        .allSatisfy(p -> assertThat(p.amountCents()).isEqualTo(p.cause().quantity() * PRICE));
            }
            return null;
        });
    }

    @Test
    void whatever_points_to_money_is_held_by_a_key(Db db) {
        assertThat(db.sql("""
                SELECT concat(c.table_name, '.', c.column_name) AS loose FROM information_schema.columns c
                WHERE c.table_schema = database() AND c.column_name IN ('budget_id', 'reservation_id', 'commitment_id', 'spending_id',
                    'resolves_id', 'order_line_id', 'position_id', 'request_item_id')
                AND NOT EXISTS (SELECT 1 FROM information_schema.key_column_usage k WHERE k.table_schema = c.table_schema
                    AND k.table_name = c.table_name AND k.column_name = c.column_name AND k.referenced_table_name IS NOT NULL)"""))
                .isEmpty();
    }
}
