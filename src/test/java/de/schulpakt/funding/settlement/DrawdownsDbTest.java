package de.schulpakt.funding.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.ledger.Budgets;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.OwnShare;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Grant money is drawn once for what was spent, never more than its share, and each cent can be followed. */
@DbTest
class DrawdownsDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();

    @Test
    void drawdowns_together_are_the_grant_share_of_what_was_spent_to_the_cent(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        Long budget = b.budget(Category.MOBILE_DEVICE, 200_000);
        Long order = b.order(b.approved(b.tablet(33_333), 3));
        long drawn = 0;
        for (int i = 1; i <= 3; i++) {
            b.receive(order, "n" + i, null, "S-" + i);
            DrawdownQueries.View view = view(b, propose(b, budget));
            drawn += view.grantCents();
            assertThat(view.eligibleCents()).isEqualTo(33_333);
            assertThat(drawn).isEqualTo(new OwnShare(1000, false).grant(Money.of(33_333L * i)).cents());
            db.checks();
        }
        refused("drawdown.nothing", () -> propose(b, budget));
    }

    @Test
    void a_line_tells_invoice_payee_and_devices_with_their_place_and_who_accepted_them(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        Long budget = b.budget(Category.MOBILE_DEVICE, 200_000);
        Long order = b.order(b.approved(b.tablet(40_000), 2));
        b.receive(order, "7", null, "S-1", "S-2");
        DrawdownQueries.View view = view(b, propose(b, budget));
        assertThat(view.lines()).singleElement().satisfies(line -> {
            assertThat(line.spending().invoiceNo()).isEqualTo("R-7");
            assertThat(line.spending().quantity()).isEqualTo(2);
            assertThat(line.grantCents()).isEqualTo(72_000);
            assertThat(line.postingId()).isNotNull();
        });
        assertThat(view.devices()).extracting(DrawdownQueries.Device::serial).containsExactlyInAnyOrder("S-1", "S-2");
        assertThat(view.devices()).allSatisfy(d -> assertThat(d.school()).isEqualTo("Görres"));
        db.sql("INSERT INTO history (subject_type, subject_id, action, from_state, to_state, actor_name, at) SELECT 'Device', id, 'DeviceAction.SERVE',"
                + " 'DeviceState.IN_STOCK', 'DeviceState.IN_SERVICE', 'Frau Weber', now(6) FROM device WHERE serial = 'S-1'");
        assertThat(view(b, view.id()).devices()).filteredOn(d -> d.serial().equals("S-1")).extracting(DrawdownQueries.Device::acceptedBy).containsExactly("Frau Weber");
    }

    @Test
    void what_came_is_corrected_and_repaid_and_a_full_repayment_frees_the_expenditure(Db db) {
        ProcurementGiven b = spent(db, 100_000);
        Long budget = budget(db);
        FundingGiven.rule(db, db.number("SELECT programme_id FROM budget WHERE id = ?", budget), RuleKind.SPEND_DAYS, null, "42");
        Long id = propose(b, budget);
        refused("drawdown.in_future", () -> request(b, id, TODAY.plusDays(1)));
        request(b, id, TODAY.minusDays(2));
        refused("drawdown.before_request", () -> receive(b, id, TODAY.minusDays(3), 90_000));
        refused("drawdown.too_much", () -> receive(b, id, TODAY, 90_001));
        receive(b, id, TODAY.minusDays(1), 90_000);
        assertThat(view(b, id).spendByOn()).isEqualTo(TODAY.plusDays(41));
        act(b, () -> b.db.get(Drawdowns.class).correct(id, new Drawdowns.Correct(version(db, id), 80_000L, "Abzug der Bank")));
        assertThat(view(b, id).receivedCents()).isEqualTo(80_000);
        repay(b, id, 30_000);
        refused("drawdown.below_repaid", () -> act(b, () -> b.db.get(Drawdowns.class).correct(id, new Drawdowns.Correct(version(db, id), 30_000L, "x"))));
        refused("drawdown.repaid_too_much", () -> repay(b, id, 50_001));
        assertThat(view(b, id).state()).isEqualTo(DrawdownState.RECEIVED);
        refused("drawdown.nothing", () -> propose(b, budget));
        repay(b, id, 50_000);
        assertThat(view(b, id).state()).isEqualTo(DrawdownState.REPAID);
        assertThat(view(b, propose(b, budget)).grantCents()).isEqualTo(90_000);
        db.checks();
    }

    @Test
    void a_cancelled_drawdown_frees_its_expenditure_and_stays_in_the_list(Db db) {
        ProcurementGiven b = spent(db, 100_000);
        Long budget = budget(db);
        Long id = propose(b, budget);
        act(b, () -> db.get(Drawdowns.class).cancel(id, new Drawdowns.Cancel(version(db, id), "falsches Konto")));
        assertThat(view(b, id).actions()).isEmpty();
        assertThat(view(b, propose(b, budget)).grantCents()).isEqualTo(90_000);
        db.checks();
    }

    @Test
    void a_correction_that_takes_back_is_drawn_less(Db db) {
        ProcurementGiven b = spent(db, 100_000);
        Long budget = budget(db);
        propose(b, budget);
        act(b, () -> db.get(Budgets.class).correct(budget, new Budgets.Correct((int) db.number("SELECT version FROM budget WHERE id = ?", budget), -10_000L, "Gutschrift")));
        DrawdownQueries.Offer offer = SchoolGiven.as(db, b.officer, () -> db.get(DrawdownQueries.class).offer(application(db, budget), false));
        assertThat(offer.grantCents()).isEqualTo(-9_000);
        refused("drawdown.nothing", () -> propose(b, budget));
    }

    @Test
    void more_than_the_mode_of_payment_gives_is_not_due(Db db) {
        ProcurementGiven b = spent(db, 100_000);
        Long budget = budget(db);
        Long programme = db.number("SELECT programme_id FROM budget WHERE id = ?", budget);
        FundingGiven.rule(db, programme, RuleKind.PAYOUT_MODE, null, "REIMBURSEMENT");
        propose(b, budget);
        assertThat(due(db, budget)).isTrue();
        act(b, () -> db.get(Budgets.class).correct(budget, new Budgets.Correct((int) db.number("SELECT version FROM budget WHERE id = ?", budget), -10_000L, "Gutschrift")));
        assertThat(due(db, budget)).as("drawn before it was taken back").isFalse();
        FundingGiven.rule(db, programme, RuleKind.PAYOUT_PLAN, null, "DECISION=8000,PROOF=2000");
        db.sql("UPDATE programme_rule SET value = 'PLAN' WHERE kind = 'PAYOUT_MODE'");
        long award = 100L * db.number("SELECT sum(approved_cents) FROM funding_position") * 9 / 1_000;
        db.sql("UPDATE drawdown_line SET grant_cents = ?", award * 8 / 10);
        assertThat(due(db, budget)).as("its first step").isTrue();
        db.sql("UPDATE drawdown_line SET grant_cents = ?", award * 8 / 10 + 1);
        assertThat(due(db, budget)).isFalse();
        db.sql("UPDATE drawdown SET proof_accepted_on = ?", TODAY);
        assertThat(due(db, budget)).as("the second came with the proof").isTrue();
        db.clean();
    }

    @Test
    void what_was_drawn_is_judged_by_the_mode_of_payment_of_its_day(Db db) {
        ProcurementGiven b = spent(db, 100_000);
        Long budget = budget(db);
        Long programme = db.number("SELECT programme_id FROM budget WHERE id = ?", budget);
        assertThat(db.get(DrawdownQueries.class).drawnOn(application(db, budget))).isEqualTo(TODAY);
        FundingGiven.rule(db, programme, RuleKind.PAYOUT_MODE, null, "REIMBURSEMENT");
        Long first = propose(b, budget);
        assertThat(view(b, first).grantCents()).isEqualTo(90_000);
        db.sql("UPDATE drawdown SET created_at = created_at - INTERVAL 30 DAY");
        FundingGiven.rule(db, programme, RuleKind.RETAINED_BP, null, "1000", TODAY.minusDays(10));
        assertThat(db.get(DrawdownQueries.class).drawnOn(application(db, budget))).isEqualTo(TODAY.minusDays(30));
        assertThat(due(db, budget)).as("nothing was held back when it was drawn").isTrue();
        db.sql("UPDATE drawdown_line SET grant_cents = grant_cents + 1");
        assertThat(due(db, budget)).isFalse();
        db.sql("UPDATE drawdown_line SET grant_cents = grant_cents - 1");
        db.sql("UPDATE drawdown SET created_at = created_at + INTERVAL 25 DAY");
        assertThat(due(db, budget)).as("drawn when the tenth was held back").isFalse();
        act(b, () -> db.get(Drawdowns.class).cancel(first, new Drawdowns.Cancel(version(db, first), "neu")));
        assertThat(db.get(DrawdownQueries.class).drawnOn(application(db, budget))).as("of what counts").isEqualTo(TODAY);
        assertThat(due(db, budget)).isTrue();
    }

    private static boolean due(Db db, Long budget) {
        DrawdownQueries drawdowns = db.get(DrawdownQueries.class);
        return drawdowns.withinDue(application(db, budget), drawdowns.drawnOn(application(db, budget)));
    }

    @Test
    void what_is_retained_comes_after_the_proof(Db db) {
        ProcurementGiven b = spent(db, 100_000);
        Long budget = budget(db);
        Long programme = db.number("SELECT programme_id FROM budget WHERE id = ?", budget);
        FundingGiven.rule(db, programme, RuleKind.PAYOUT_MODE, null, "REIMBURSEMENT");
        FundingGiven.rule(db, programme, RuleKind.RETAINED_BP, null, "1000");
        assertThat(view(b, propose(b, budget)).grantCents()).isEqualTo(81_000);
        refused("drawdown.nothing", () -> propose(b, budget));
        DrawdownQueries.View last = view(b, propose(b, budget, TODAY));
        assertThat(last.grantCents()).isEqualTo(9_000);
        assertThat(last.lines()).singleElement().satisfies(line -> assertThat(line.postingId()).isNull());
        db.checks();
    }

    @Test
    void a_plan_brings_its_steps_whatever_was_spent(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        Long budget = b.budget(Category.MOBILE_DEVICE, 100_000);
        Long programme = db.number("SELECT programme_id FROM budget WHERE id = ?", budget);
        FundingGiven.rule(db, programme, RuleKind.PAYOUT_MODE, null, "PLAN");
        FundingGiven.rule(db, programme, RuleKind.PAYOUT_PLAN, null, "DECISION=8000,PROOF=2000");
        FundingGiven.rule(db, programme, RuleKind.INTEREST_BP, null, "500");
        FundingGiven.rule(db, programme, RuleKind.SPEND_DAYS, null, "10");
        Long first = propose(b, budget);
        assertThat(view(b, first).grantCents()).isEqualTo(72_000);
        request(b, first, TODAY.minusDays(90));
        receive(b, first, TODAY.minusDays(83), 72_000);
        assertThat(view(b, first).unspentCents()).isEqualTo(72_000);
        assertThat(view(b, first).interestCents()).as("720.00 EUR, 73 days, 5 %").isEqualTo(720);
        assertThat(view(b, propose(b, budget, TODAY)).grantCents()).isEqualTo(18_000);
        refused("drawdown.nothing", () -> propose(b, budget, TODAY));
        db.checks();
    }

    @Test
    void a_verified_rule_limits_the_drawdowns_of_a_school_and_an_unverified_one_warns(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        Long budget = b.budget(Category.MOBILE_DEVICE, 200_000);
        FundingGiven.rule(db, db.number("SELECT programme_id FROM budget WHERE id = ?", budget), RuleKind.DRAWS_PER_SCHOOL, null, "1");
        Long order = b.order(b.approved(b.tablet(30_000), 2));
        b.receive(order, "1", null, "S-1");
        propose(b, budget);
        b.receive(order, "2", null, "S-2");
        refused("drawdown.too_often", () -> propose(b, budget));
        db.sql("UPDATE programme_rule SET verified = FALSE WHERE kind = 'DRAWS_PER_SCHOOL'");
        assertThat(SchoolGiven.as(db, b.officer, () -> db.get(DrawdownQueries.class).offer(application(db, budget), false)).doubts())
                .extracting(d -> d.key()).containsExactlyInAnyOrder("drawdown.no_mode", "drawdown.too_often");
        propose(b, budget);
    }

    @Test
    void of_two_officers_at_once_one_draws(Db db) {
        ProcurementGiven b = spent(db, 100_000);
        Long budget = budget(db);
        Long application = application(db, budget);
        List<Throwable> thrown = db.race(4, 4, () -> SchoolGiven.as(db, b.officer, () -> db.get(Drawdowns.class).propose(new Drawdowns.Propose(application, null))));
        assertThat(thrown).hasSize(3).allSatisfy(t -> assertThat(t).hasStackTraceContaining("drawdown.nothing"));
        assertThat(db.number("SELECT sum(grant_cents) FROM drawdown")).isEqualTo(90_000);
    }

    @Test
    void nothing_is_drawn_before_the_decision(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        Long programme = FundingGiven.programme(db, "P");
        Long draft = FundingGiven.application(db, programme, b.authority);
        refused("drawdown.not_decided", () -> SchoolGiven.as(db, b.officer, () -> db.get(Drawdowns.class).propose(new Drawdowns.Propose(draft, null))));
    }

    private static ProcurementGiven spent(Db db, long cents) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        b.budget(Category.MOBILE_DEVICE, 2 * cents);
        b.receive(b.order(b.approved(b.tablet(cents), 1)), "1", null, "S-1");
        return b;
    }

    private static Long budget(Db db) {
        return db.number("SELECT max(id) FROM budget");
    }

    private static Long application(Db db, Long budget) {
        return db.number("SELECT application_id FROM budget WHERE id = ?", budget);
    }

    private static Long propose(ProcurementGiven b, Long budget) {
        return propose(b, budget, null);
    }

    private static Long propose(ProcurementGiven b, Long budget, LocalDate proven) {
        return SchoolGiven.as(b.db, b.officer, () -> b.db.get(Drawdowns.class).propose(new Drawdowns.Propose(application(b.db, budget), proven)));
    }

    private static void request(ProcurementGiven b, Long id, LocalDate on) {
        act(b, () -> b.db.get(Drawdowns.class).request(id, new Drawdowns.Request(version(b.db, id), on, "ISB-1")));
    }

    private static void receive(ProcurementGiven b, Long id, LocalDate on, long cents) {
        act(b, () -> b.db.get(Drawdowns.class).receive(id, new Drawdowns.Receive(version(b.db, id), on, cents)));
    }

    private static void repay(ProcurementGiven b, Long id, long cents) {
        act(b, () -> b.db.get(Drawdowns.class).repay(id, new Drawdowns.Repay(version(b.db, id), TODAY, cents, "nicht verwendet")));
    }

    private static void act(ProcurementGiven b, Runnable work) {
        Callable<Void> call = () -> {
            work.run();
            return null;
        };
        SchoolGiven.as(b.db, b.officer, call);
    }

    private static Integer version(Db db, Long id) {
        return (int) db.number("SELECT version FROM drawdown WHERE id = ?", id);
    }

    private static DrawdownQueries.View view(ProcurementGiven b, Long id) {
        return SchoolGiven.as(b.db, b.officer, () -> b.db.get(DrawdownQueries.class).view(id));
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
