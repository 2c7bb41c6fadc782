package de.schulpakt.funding.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.application.Applications;
import de.schulpakt.funding.application.UsageQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.settlement.Drawdowns;
import de.schulpakt.funding.transfer.Transfers;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The figures of any day come out of the postings, those of key dates are kept, and their difference is explained. */
@DbTest
class SnapshotsDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();

    @Test
    void the_figures_of_each_day_are_the_balances_that_stood_on_it_and_the_events_add_up(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        Long budget = b.budget(Category.MOBILE_DEVICE, 500_000);
        back(db, 9);
        Long request = b.approved(b.tablet(40_000), 3);
        back(db, 7);
        List<Long> reserved = b.money(budget);
        Long order = b.order(request);
        back(db, 5);
        List<Long> committed = b.money(budget);
        b.receive(order, "1", null, "S-1", "S-2");
        back(db, 3);
        List<Long> spent = b.money(budget);
        FundingGiven.correct(db, budget, -1_000L, "Gutschrift");
        SchoolGiven.as(db, b.officer, () -> {
            Long drawdown = db.get(Drawdowns.class).propose(new Drawdowns.Propose(db.number("select max(application_id) from budget"), null));
            db.get(Drawdowns.class).request(drawdown, new Drawdowns.Request((int) db.number("select version from drawdown where id = ?", drawdown), TODAY, null));
            return null;
        });
        assertThat(money(figures(b, TODAY.minusDays(7), null))).isEqualTo(reserved).isEqualTo(List.of(120_000L, 0L, 0L));
        assertThat(money(figures(b, TODAY.minusDays(5), null))).isEqualTo(committed);
        assertThat(money(figures(b, TODAY.minusDays(4), null))).isEqualTo(committed);
        assertThat(money(figures(b, TODAY.minusDays(3), null))).isEqualTo(spent).isEqualTo(List.of(0L, 40_000L, 80_000L));
        assertThat(money(figures(b, TODAY, null))).isEqualTo(b.money(budget));
        assertThat(figures(b, TODAY.minusDays(10), null).lines()).as("before the decision").isEmpty();
        for (int from = 10; from > 0; from--) {
            FigureQueries.View view = figures(b, TODAY, TODAY.minusDays(from));
            assertThat(view.sums()).as("since %s days", from).allSatisfy(s -> assertThat(s.unexplained()).isZero());
        }
        FigureQueries.View last = figures(b, TODAY, TODAY.minusDays(1));
        assertThat(sum(last, FigureQueries.Figure.SPENT).moved()).isEqualTo(-1_000);
        assertThat(sum(last, FigureQueries.Figure.DRAWN).moved()).isEqualTo(71_100);
        assertThatThrownBy(() -> figures(b, TODAY, TODAY)).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("snapshot.order"));
    }

    @Test
    void what_was_drawn_counts_until_it_is_cancelled_or_repaid_and_the_difference_is_explained(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        b.budget(Category.MOBILE_DEVICE, 500_000);
        b.receive(b.order(b.approved(b.tablet(40_000), 2)), "1", null, "S-1", "S-2");
        back(db, 30);
        Long given = drawn(db, b, TODAY.minusDays(20));
        SchoolGiven.as(db, b.officer, () -> {
            db.get(Drawdowns.class).cancel(given, new Drawdowns.Cancel(version(db, given), "Falscher Betrag"));
            return null;
        });
        db.sql("update drawdown set ended_on = ? where id = ?", TODAY.minusDays(15), given);
        Long back = drawn(db, b, TODAY.minusDays(10));
        SchoolGiven.as(db, b.officer, () -> {
            db.get(Drawdowns.class).receive(back, new Drawdowns.Receive(version(db, back), TODAY.minusDays(9), 72_000L));
            db.get(Drawdowns.class).repay(back, new Drawdowns.Repay(version(db, back), TODAY.minusDays(5), 72_000L, "Zu früh abgerufen"));
            return null;
        });
        Long again = drawn(db, b, TODAY.minusDays(2));
        assertThat(again).isGreaterThan(back);
        long[] drawn = {0, 72_000, 0, 72_000, 0, 72_000};
        int[] ago = {25, 18, 12, 8, 4, 1};
        for (int i = 0; i < ago.length; i++) {
            assertThat(sum(figures(b, TODAY.minusDays(ago[i]), null), FigureQueries.Figure.DRAWN).cents()).as("%s days ago", ago[i]).isEqualTo(drawn[i]);
            for (int j = i + 1; j < ago.length; j++) {
                assertThat(figures(b, TODAY.minusDays(ago[j]), TODAY.minusDays(ago[i])).sums()).as("from %s to %s days ago", ago[i], ago[j]).allSatisfy(s -> assertThat(s.unexplained()).isZero());
            }
        }
        db.checks();
    }

    private static Long drawn(Db db, ProcurementGiven b, LocalDate on) {
        return SchoolGiven.as(db, b.officer, () -> {
            Long drawdown = db.get(Drawdowns.class).propose(new Drawdowns.Propose(db.number("select max(application_id) from budget"), null));
            db.get(Drawdowns.class).request(drawdown, new Drawdowns.Request(version(db, drawdown), on, null));
            return drawdown;
        });
    }

    private static int version(Db db, Long drawdown) {
        return (int) db.number("select version from drawdown where id = ?", drawdown);
    }

    @Test
    void what_was_kept_stays_and_is_compared_with_the_one_before(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        Long budget = b.budget(Category.MOBILE_DEVICE, 500_000);
        back(db, 9);
        Long first = take(b, TODAY.minusDays(8));
        b.receive(b.order(b.approved(b.tablet(40_000), 1)), "1", null, "S-1");
        back(db, 3);
        Long second = take(b, TODAY.minusDays(2));
        FundingGiven.correct(db, budget, -1_000L, "Gutschrift");
        FigureQueries.View view = SchoolGiven.as(db, b.officer, () -> db.get(FigureQueries.class).view(second));
        assertThat(view.beforeId()).isEqualTo(first);
        assertThat(sum(view, FigureQueries.Figure.SPENT).cents()).as("as it was").isEqualTo(40_000);
        assertThat(view.sums()).allSatisfy(s -> assertThat(s.unexplained()).isZero());
        refused("snapshot.not_over", () -> take(b, TODAY));
        assertThatThrownBy(() -> take(b, TODAY.minusDays(2))).hasStackTraceContaining("snapshot_once");
        assertThatThrownBy(() -> take(b, TODAY.minusDays(20))).as("nothing was approved then").isInstanceOf(NotFound.class);
        db.checks();
    }

    @Test
    void the_job_keeps_each_key_date_once_also_later(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        b.budget(Category.MOBILE_DEVICE, 500_000);
        LocalDate key = LocalDate.of(TODAY.getYear() - 1, 12, 31);
        db.sql("update posting set at = ?", key.minusDays(3).atTime(12, 0));
        int[] taken = new int[3];
        db.get(Clock.class).at(noon(key), () -> taken[0] = db.get(Snapshots.class).takeDue());
        db.get(Clock.class).at(noon(key.plusDays(5)), () -> taken[1] = db.get(Snapshots.class).takeDue());
        db.get(Clock.class).at(noon(key.plusDays(6)), () -> taken[2] = db.get(Snapshots.class).takeDue());
        assertThat(taken).as("not over yet, five days later, once").containsExactly(0, 1, 0);
        assertThat(db.sql("select key_on as k, allotted_cents as c from snapshot")).singleElement().satisfies((Map<String, Object> row) -> {
            assertThat(row.get("k").toString()).isEqualTo(key.toString());
            assertThat(((Number) row.get("c")).longValue()).isEqualTo(500_000);
        });
    }

    @Test
    void what_no_position_has_is_a_line_of_its_own_and_the_sums_agree_with_the_budgets(Db db) {
        Long authority = SchoolGiven.authority(db, "Stadt Koblenz");
        Long programme = FundingGiven.programme(db, "DigitalPakt 2.0");
        FundingGiven.ceiling(db, programme, authority, 9_000_00);
        Long application = FundingGiven.application(db, programme, authority);
        FundingGiven.position(db, application, FundingGiven.annex(db, application, SchoolGiven.school(db, authority, "Görres")), Category.WLAN, 6_000_00);
        FundingGiven.submit(db, application);
        FundingGiven.deputy(db, () -> {
            ApplicationQueries.View view = FundingGiven.view(db, application);
            db.get(Applications.class).decide(application, new Applications.Decide(view.version(), "ISB-1", TODAY, FundingGiven.START, FundingGiven.END,
                    List.of(new Applications.Approved(view.annexes().get(0).positions().get(0).id(), 5_000_00L)), null, 1_000_00L, null, null));
            return null;
        });
        back(db, 9);
        Long old = FundingGiven.officer(db, () -> db.get(Snapshots.class).take(new Snapshots.Take(programme, authority, TODAY.minusDays(8))));
        FundingGiven.officer(db, () -> {
            assertThat(db.get(FigureQueries.class).view(old)).satisfies(v -> {
                assertThat(v.lines()).filteredOn(FigureQueries.Line::rest).singleElement().satisfies(l -> assertThat(l.allottedCents()).isEqualTo(1_000_00));
                assertThat(sum(v, FigureQueries.Figure.ALLOTTED).cents()).isEqualTo(6_000_00);
            });
            return null;
        });
        // as it was kept before the rest was counted
        db.sql("DELETE FROM snapshot_line WHERE budget_id = (SELECT id FROM budget WHERE kind = 'REST')");
        db.sql("UPDATE snapshot SET allotted_cents = 500000");
        FundingGiven.officer(db, () -> {
            db.get(Transfers.class).move(new Transfers.Move(db.number("SELECT id FROM budget WHERE kind = 'REST'"), db.number("SELECT id FROM budget WHERE kind = 'POSITION'"), 400_00L,
                    null, "Verteilung"));
            FigureQueries.View view = db.get(FigureQueries.class).figures(programme, authority, TODAY, null);
            assertThat(view.sums()).allSatisfy(s -> assertThat(s.unexplained()).isZero());
            assertThat(sum(view, FigureQueries.Figure.ALLOTTED)).extracting(FigureQueries.Sum::cents, FigureQueries.Sum::moved).containsExactly(6_000_00L, 0L);
            assertThat(sum(db.get(FigureQueries.class).view(old), FigureQueries.Figure.ALLOTTED).cents()).as("as it was kept").isEqualTo(5_000_00);
            UsageQueries usage = db.get(UsageQueries.class);
            assertThat(usage.bySchool(programme, authority, PageRequest.first())).satisfies(p -> {
                assertThat(p.total()).isEqualTo(2);
                assertThat(p.rows()).extracting(UsageQueries.Row::school, UsageQueries.Row::approvedCents).containsExactly(org.assertj.core.groups.Tuple.tuple("Görres", 5_400_00L),
                        org.assertj.core.groups.Tuple.tuple(null, 600_00L));
                assertThat(p.rows().stream().mapToLong(UsageQueries.Row::approvedCents).sum()).isEqualTo(usage.totals(programme, authority).approvedCents());
            });
            return null;
        });
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(Clock.ZONE).toInstant();
    }

    /** What was posted just now happened so many days ago. */
    private static void back(Db db, int days) {
        // the ledger keeps days of UTC: an hour or two after midnight they are those of yesterday
        db.sql("update bound_by_day set bound_on = ? where bound_on >= ?", TODAY.minusDays(days), TODAY.minusDays(1));
        db.sql("update posting set at = ? where at > ?", TODAY.minusDays(days).atTime(12, 0), TODAY.minusDays(1).atStartOfDay());
    }

    private static Long take(ProcurementGiven b, LocalDate day) {
        return SchoolGiven.as(b.db, b.officer, () -> b.db.get(Snapshots.class).take(new Snapshots.Take(programme(b), b.authority, day)));
    }

    private static FigureQueries.View figures(ProcurementGiven b, LocalDate day, LocalDate since) {
        return SchoolGiven.as(b.db, b.officer, () -> b.db.get(FigureQueries.class).figures(programme(b), b.authority, day, since));
    }

    private static Long programme(ProcurementGiven b) {
        return b.db.number("select max(programme_id) from budget");
    }

    private static List<Long> money(FigureQueries.View view) {
        return List.of(sum(view, FigureQueries.Figure.RESERVED).cents(), sum(view, FigureQueries.Figure.COMMITTED).cents(), sum(view, FigureQueries.Figure.SPENT).cents());
    }

    private static FigureQueries.Sum sum(FigureQueries.View view, FigureQueries.Figure figure) {
        return view.sums().stream().filter(s -> s.figure() == figure).findFirst().orElseThrow();
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
