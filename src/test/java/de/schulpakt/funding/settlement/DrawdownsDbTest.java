package de.schulpakt.funding.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import de.schulpakt.procurement.invoice.InvoiceKind;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.invoice.LineKind;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.receipt.Receipts;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
        FundingGiven.correct(db, budget, -10_000L, "Gutschrift");
        DrawdownQueries.Offer offer = SchoolGiven.as(db, b.officer, () -> db.get(DrawdownQueries.class).offer(application(db, budget), false));
        assertThat(offer.grantCents()).isEqualTo(-9_000);
        refused("drawdown.nothing", () -> propose(b, budget));
    }

    @Test
    void a_drawdown_whose_line_changed_is_not_sent_until_it_is_computed_anew(Db db) {
        ProcurementGiven b = spent(db, 100_000);
        Long budget = budget(db);
        Long id = propose(b, budget);
        FundingGiven.correct(db, budget, -10_000L, "Skonto");
        assertThatThrownBy(() -> request(b, id, TODAY)).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.code()).isEqualTo("drawdown.line_changed");
            assertThat(r.args()).contains("Skonto", Money.of(0), Money.of(-10_000));
        });
        assertThat(view(b, id).state()).isEqualTo(DrawdownState.PROPOSED);
        assertThat(db.number("SELECT count(*) FROM drawdown_line WHERE live = 1")).as("nothing half stored").isEqualTo(1);
        recompute(b, id);
        DrawdownQueries.View view = view(b, id);
        assertThat(view.grantCents()).isEqualTo(81_000);
        assertThat(view.lines()).hasSize(2);
        assertThat(view.timeline().get(0).facts()).singleElement().satisfies(f -> assertThat(f.values()).contains(Money.of(90_000), Money.of(81_000)));
        db.checks();
        request(b, id, TODAY);
        assertThat(view(b, id).state()).isEqualTo(DrawdownState.REQUESTED);
        refused("state.not_allowed", () -> recompute(b, id));
        db.checks();
    }

    @Test
    void a_cash_discount_at_payment_is_a_changed_line_of_its_invoice(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        Long budget = b.budget(Category.MOBILE_DEVICE, 500_000);
        Long order = b.order(b.approved(b.tablet(119_000), 2));
        OrderQueries.View seen = b.orderView(order);
        Long line = seen.lines().get(0).id();
        SchoolGiven.as(db, b.receiver, () -> db.get(Receipts.class).receive(order, new Receipts.Receive(seen.version(), "L", TODAY,
                List.of(new Receipts.Came(line, List.of("T1", "T2"), null)))));
        Invoices invoices = db.get(Invoices.class);
        Long invoice = SchoolGiven.as(db, b.officer, () -> invoices.capture(new Invoices.Capture(b.supplier, b.authority, InvoiceKind.INVOICE, "R-9", TODAY, TODAY, null,
                200_000L, 238_000L, null, null, null, List.of(new Invoices.Line(LineKind.GOODS, "Tablet", 2, 200_000L, 1900, line, null)),
                List.of(new Invoices.Vat(1900, 200_000L, 38_000L)), 200, TODAY.plusDays(10))));
        act(b, () -> invoices.check(invoice, new Invoices.Check(invoiceVersion(db), "so ist es")));
        SchoolGiven.as(db, b.receiver, () -> {
            invoices.approve(invoice, new Invoices.Approve(invoiceVersion(db), null));
            return null;
        });
        Long id = propose(b, budget);
        assertThat(view(b, id).eligibleCents()).isEqualTo(238_000);
        act(b, () -> invoices.pay(invoice, new Invoices.Pay(invoiceVersion(db), TODAY, null)));
        assertThatThrownBy(() -> request(b, id, TODAY)).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.code()).isEqualTo("drawdown.line_changed");
            assertThat(r.args()).containsSequence("R-9", Money.of(238_000), Money.of(233_240));
        });
        recompute(b, id);
        assertThat(view(b, id).eligibleCents()).isEqualTo(233_240);
        request(b, id, TODAY);
        db.checks();
    }

    private static Integer invoiceVersion(Db db) {
        return (int) db.number("SELECT version FROM invoice");
    }

    @Test
    void of_two_drawdowns_that_share_a_cent_both_are_sent_as_they_were_drawn_up(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        Long budget = b.budget(Category.MOBILE_DEVICE, 200_000);
        Long order = b.order(b.approved(b.tablet(33_333), 3));
        List<Long> ids = new java.util.ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            b.receive(order, "n" + i, null, "S-" + i);
            ids.add(propose(b, budget));
        }
        ids.forEach(id -> request(b, id, TODAY));
        assertThat(ids).allSatisfy(id -> assertThat(view(b, id).state()).isEqualTo(DrawdownState.REQUESTED));
        db.checks();
    }

    @Test
    void less_by_the_mode_of_payment_is_another_total_and_a_rule_confirmed_since_forbids_its_line(Db db) {
        ProcurementGiven b = spent(db, 100_000);
        Long budget = budget(db);
        Long id = propose(b, budget);
        FundingGiven.rule(db, programme(db, budget), RuleKind.PAYOUT_MODE, null, "REIMBURSEMENT");
        FundingGiven.rule(db, programme(db, budget), RuleKind.RETAINED_BP, null, "1000");
        refused("drawdown.total_changed", () -> request(b, id, TODAY));
        recompute(b, id);
        assertThat(view(b, id).grantCents()).isEqualTo(81_000);
        FundingGiven.rule(db, programme(db, budget), RuleKind.PAYOUT_BASIS, null, "PAID");
        refused("drawdown.unpaid", () -> request(b, id, TODAY));
        refused("drawdown.nothing", () -> recompute(b, id));
        db.sql("UPDATE invoice SET paid_on = ?", TODAY);
        request(b, id, TODAY);
        db.clean();
    }

    @Test
    void the_day_of_a_receipt_is_put_right_and_the_day_to_spend_it_by_follows(Db db) {
        ProcurementGiven b = spent(db, 100_000);
        Long budget = budget(db);
        FundingGiven.rule(db, programme(db, budget), RuleKind.SPEND_DAYS, null, "42");
        Long id = propose(b, budget);
        request(b, id, TODAY.minusDays(5));
        receive(b, id, TODAY, 90_000);
        refused("drawdown.in_future", () -> correct(b, id, TODAY.plusDays(1)));
        refused("drawdown.before_request", () -> correct(b, id, TODAY.minusDays(6)));
        correct(b, id, TODAY.minusDays(3));
        assertThat(view(b, id).receivedOn()).isEqualTo(TODAY.minusDays(3));
        assertThat(view(b, id).spendByOn()).isEqualTo(TODAY.plusDays(39));
        assertThat(view(b, id).timeline().get(0).facts()).extracting(f -> f.key()).contains("said.drawdown_received");
        correct(b, id, null);
        assertThat(view(b, id).receivedOn()).isEqualTo(TODAY.minusDays(3));
        db.checks();
    }

    private static void recompute(ProcurementGiven b, Long id) {
        act(b, () -> b.db.get(Drawdowns.class).recompute(id, new Drawdowns.Recompute(version(b.db, id))));
    }

    private static void correct(ProcurementGiven b, Long id, LocalDate on) {
        act(b, () -> b.db.get(Drawdowns.class).correct(id, new Drawdowns.Correct(version(b.db, id), 90_000L, "Kontoauszug", on)));
    }

    @Test
    void a_line_is_left_out_and_drawn_later_and_together_they_are_the_share_to_the_cent(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        Long budget = b.budget(Category.MOBILE_DEVICE, 200_000);
        Long order = b.order(b.approved(b.tablet(33_333), 3));
        for (int i = 1; i <= 3; i++) {
            b.receive(order, "n" + i, null, "S-" + i);
        }
        List<Long> all = offer(b, budget, null).open().stream().map(DrawdownQueries.OpenLine::postingId).toList();
        assertThat(all).hasSize(3);
        DrawdownQueries.Offer tried = offer(b, budget, Set.of(all.get(1)));
        assertThat(tried.eligibleCents()).isEqualTo(33_333);
        assertThat(tried.open()).extracting(DrawdownQueries.OpenLine::taken).containsExactly(false, true, false);
        refused("drawdown.line_gone", () -> pick(b, budget, all.get(0), 987_654_321L));
        DrawdownQueries.View first = view(b, pick(b, budget, all.get(1)));
        assertThat(first.lines()).extracting(DrawdownQueries.Line::postingId).containsExactly(all.get(1));
        refused("drawdown.line_gone", () -> pick(b, budget, all.get(1)));
        DrawdownQueries.View rest = view(b, propose(b, budget));
        assertThat(rest.lines()).extracting(DrawdownQueries.Line::postingId).containsExactly(all.get(0), all.get(2));
        assertThat(first.grantCents() + rest.grantCents()).isEqualTo(new OwnShare(1000, false).grant(Money.of(99_999)).cents());
        db.checks();
    }

    @Test
    void what_was_taken_back_goes_along_whatever_is_chosen(Db db) {
        ProcurementGiven b = spent(db, 100_000);
        Long budget = budget(db);
        FundingGiven.correct(db, budget, -10_000L, "Gutschrift");
        List<DrawdownQueries.OpenLine> open = offer(b, budget, null).open();
        assertThat(open).extracting(DrawdownQueries.OpenLine::forced).containsExactly(false, true);
        assertThat(view(b, pick(b, budget, open.get(0).postingId())).grantCents()).isEqualTo(81_000);
        db.checks();
    }

    @Test
    void an_invoice_that_is_not_due_is_not_proposed_and_a_confirmed_rule_refuses_it(Db db) {
        ProcurementGiven b = spent(db, 100_000);
        Long budget = budget(db);
        Long posting = db.number("SELECT max(id) FROM posting WHERE kind = 'SPEND'");
        db.sql("UPDATE invoice SET due_on = ?", TODAY.plusDays(30));
        assertThat(offer(b, budget, null).doubts()).extracting(d -> d.key()).contains("drawdown.advance_open");
        assertThat(offer(b, budget, null).grantCents()).as("no rule speaks of it").isEqualTo(90_000);
        FundingGiven.rule(db, programme(db, budget), RuleKind.ADVANCE_DAYS, null, "29");
        DrawdownQueries.OpenLine line = offer(b, budget, null).open().get(0);
        assertThat(line.taken()).isFalse();
        assertThat(line.forbidden()).isTrue();
        assertThat(line.reasons()).singleElement().satisfies(r -> assertThat(r.values()).contains("R-1", TODAY.plusDays(30), TODAY.plusDays(1)));
        refused("drawdown.nothing", () -> propose(b, budget));
        refused("drawdown.not_due", () -> pick(b, budget, posting));
        db.sql("UPDATE programme_rule SET verified = FALSE WHERE kind = 'ADVANCE_DAYS'");
        refused("drawdown.nothing", () -> propose(b, budget));
        DrawdownQueries.View taken = view(b, pick(b, budget, posting));
        assertThat(taken.lines().get(0).doubts()).extracting(d -> d.key()).containsExactly("drawdown.not_due");
        assertThat(taken.timeline().get(0).facts()).extracting(f -> f.key()).contains("said.drawdown_doubts");
        act(b, () -> db.get(Drawdowns.class).cancel(taken.id(), new Drawdowns.Cancel(version(db, taken.id()), "zu früh")));
        db.sql("UPDATE programme_rule SET value = '30', verified = TRUE WHERE kind = 'ADVANCE_DAYS'");
        assertThat(offer(b, budget, null).grantCents()).as("the first day").isEqualTo(90_000);
        db.sql("UPDATE programme_rule SET value = '0' WHERE kind = 'ADVANCE_DAYS'");
        assertThat(offer(b, budget, null).grantCents()).isZero();
        db.sql("UPDATE invoice SET paid_on = ?", TODAY);
        assertThat(view(b, propose(b, budget)).grantCents()).as("what is paid was due").isEqualTo(90_000);
        db.clean();
    }

    @Test
    void where_paid_invoices_are_the_basis_only_they_are_drawn(Db db) {
        ProcurementGiven b = spent(db, 100_000);
        Long budget = budget(db);
        Long posting = db.number("SELECT max(id) FROM posting WHERE kind = 'SPEND'");
        FundingGiven.rule(db, programme(db, budget), RuleKind.PAYOUT_BASIS, null, "PAID");
        refused("drawdown.nothing", () -> propose(b, budget));
        refused("drawdown.unpaid", () -> pick(b, budget, posting));
        db.sql("UPDATE programme_rule SET value = 'APPROVED' WHERE kind = 'PAYOUT_BASIS'");
        assertThat(offer(b, budget, null).grantCents()).isEqualTo(90_000);
        db.sql("UPDATE programme_rule SET value = 'PAID' WHERE kind = 'PAYOUT_BASIS'");
        db.sql("UPDATE invoice SET paid_on = ?", TODAY);
        assertThat(view(b, propose(b, budget)).grantCents()).isEqualTo(90_000);
        db.clean();
    }

    @Test
    void mobile_devices_are_drawn_where_a_network_is_and_a_confirmed_rule_refuses_others(Db db) {
        ProcurementGiven b = spent(db, 100_000);
        Long budget = budget(db);
        Long posting = db.number("SELECT max(id) FROM posting WHERE kind = 'SPEND'");
        FundingGiven.rule(db, programme(db, budget), RuleKind.NETWORK_FIRST, Category.MOBILE_DEVICE, "YES");
        refused("drawdown.nothing", () -> propose(b, budget));
        refused("drawdown.no_network", () -> pick(b, budget, posting));
        db.sql("UPDATE programme_rule SET verified = FALSE WHERE kind = 'NETWORK_FIRST'");
        Long warned = propose(b, budget);
        assertThat(view(b, warned).lines().get(0).doubts()).extracting(d -> d.key()).containsExactly("drawdown.no_network");
        act(b, () -> db.get(Drawdowns.class).cancel(warned, new Drawdowns.Cancel(version(db, warned), "erst das Netz")));
        db.sql("UPDATE programme_rule SET verified = TRUE WHERE kind = 'NETWORK_FIRST'");
        db.sql("INSERT INTO network_unit (school_id, kind, name, room_id, within_id, live) VALUES (?, 'SWITCH', 'SW', ?, 0, 1)", b.school, b.room);
        assertThat(view(b, propose(b, budget)).lines().get(0).doubts()).isEmpty();
        db.checks();
    }

    @Test
    void mobile_devices_of_a_school_are_drawn_up_to_their_bound_and_a_credit_note_counts(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        Long budget = b.budget(Category.MOBILE_DEVICE, 200_000);
        Long order = b.order(b.approved(b.tablet(40_000), 3));
        for (int i = 1; i <= 3; i++) {
            b.receive(order, "n" + i, null, "S-" + i);
        }
        FundingGiven.rule(db, programme(db, budget), RuleKind.MOBILE_CAP_CENTS, Category.MOBILE_DEVICE, "80000");
        List<DrawdownQueries.OpenLine> open = offer(b, budget, null).open();
        assertThat(open).extracting(DrawdownQueries.OpenLine::taken).containsExactly(true, true, false);
        refused("drawdown.mobile_cap", () -> pick(b, budget, open.stream().map(DrawdownQueries.OpenLine::postingId).toArray(Long[]::new)));
        propose(b, budget);
        refused("drawdown.nothing", () -> propose(b, budget));
        refused("drawdown.mobile_cap", () -> pick(b, budget, open.get(2).postingId()));
        db.sql("UPDATE school SET type = 'VOCATIONAL'");
        assertThat(offer(b, budget, null).grantCents()).as("no bound for vocational schools").isEqualTo(36_000);
        db.clean();
    }

    private static Long programme(Db db, Long budget) {
        return db.number("SELECT programme_id FROM budget WHERE id = ?", budget);
    }

    private static DrawdownQueries.Offer offer(ProcurementGiven b, Long budget, Set<Long> chosen) {
        return SchoolGiven.as(b.db, b.officer, () -> b.db.get(DrawdownQueries.class).offer(application(b.db, budget), false, chosen));
    }

    private static Long pick(ProcurementGiven b, Long budget, Long... postings) {
        return SchoolGiven.as(b.db, b.officer, () -> b.db.get(Drawdowns.class).propose(new Drawdowns.Propose(application(b.db, budget), null, Set.of(postings))));
    }

    @Test
    void more_than_the_mode_of_payment_gives_is_not_due(Db db) {
        ProcurementGiven b = spent(db, 100_000);
        Long budget = budget(db);
        Long programme = db.number("SELECT programme_id FROM budget WHERE id = ?", budget);
        FundingGiven.rule(db, programme, RuleKind.PAYOUT_MODE, null, "REIMBURSEMENT");
        propose(b, budget);
        assertThat(due(db, budget)).isTrue();
        FundingGiven.correct(db, budget, -10_000L, "Gutschrift");
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
    void each_drawdown_is_judged_by_the_mode_of_payment_of_its_own_day(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        Long budget = b.budget(Category.MOBILE_DEVICE, 400_000);
        Long order = b.order(b.approved(b.tablet(100_000), 2));
        FundingGiven.rule(db, programme(db, budget), RuleKind.PAYOUT_MODE, null, "REIMBURSEMENT");
        b.receive(order, "1", null, "S-1");
        Long first = propose(b, budget);
        assertThat(view(b, first).grantCents()).isEqualTo(90_000);
        db.sql("UPDATE drawdown SET created_at = created_at - INTERVAL 30 DAY");
        db.sql("UPDATE posting SET at = at - INTERVAL 31 DAY");
        FundingGiven.rule(db, programme(db, budget), RuleKind.RETAINED_BP, null, "1000", TODAY.minusDays(10));
        assertThat(dues(db, budget)).extracting(DrawdownQueries.Due::day, DrawdownQueries.Due::within).as("nothing was held back when it was drawn")
                .containsExactly(org.assertj.core.groups.Tuple.tuple(TODAY.minusDays(30), true));
        b.receive(order, "2", null, "S-2");
        Long second = propose(b, budget);
        assertThat(view(b, second).grantCents()).as("the tenth of all").isEqualTo(72_000);
        assertThat(dues(db, budget)).extracting(DrawdownQueries.Due::within).containsExactly(true, true);
        db.sql("UPDATE drawdown_line SET grant_cents = grant_cents + 1 WHERE drawdown_id = ?", first);
        db.sql("UPDATE drawdown_line SET grant_cents = grant_cents - 1 WHERE drawdown_id = ?", second);
        assertThat(dues(db, budget)).extracting(DrawdownQueries.Due::within).as("the first alone was too much").containsExactly(false, true);
        db.sql("UPDATE drawdown_line SET grant_cents = grant_cents - 1 WHERE drawdown_id = ?", first);
        db.sql("UPDATE drawdown_line SET grant_cents = grant_cents + 2 WHERE drawdown_id = ?", second);
        assertThat(dues(db, budget)).extracting(DrawdownQueries.Due::within).as("the second, by the rule of its day").containsExactly(true, false);
        db.sql("UPDATE drawdown_line SET grant_cents = grant_cents - 1 WHERE drawdown_id = ?", second);
        db.sql("UPDATE drawdown SET created_at = created_at + INTERVAL 25 DAY WHERE id = ?", first);
        assertThat(dues(db, budget)).extracting(DrawdownQueries.Due::within).as("drawn when the tenth was held back").containsExactly(false, true);
        act(b, () -> db.get(Drawdowns.class).cancel(first, new Drawdowns.Cancel(version(db, first), "neu")));
        assertThat(dues(db, budget)).extracting(DrawdownQueries.Due::id).as("of what counts").containsExactly(second);
        db.clean();
    }

    private static List<DrawdownQueries.Due> dues(Db db, Long budget) {
        return db.get(DrawdownQueries.class).due(application(db, budget));
    }

    private static boolean due(Db db, Long budget) {
        return dues(db, budget).stream().allMatch(DrawdownQueries.Due::within);
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
    void little_interest_is_not_claimed_where_a_confirmed_rule_says_so(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        Long budget = b.budget(Category.MOBILE_DEVICE, 100_000);
        Long programme = programme(db, budget);
        FundingGiven.rule(db, programme, RuleKind.PAYOUT_MODE, null, "PLAN");
        FundingGiven.rule(db, programme, RuleKind.PAYOUT_PLAN, null, "DECISION=8000,PROOF=2000");
        FundingGiven.rule(db, programme, RuleKind.INTEREST_BP, null, "500");
        FundingGiven.rule(db, programme, RuleKind.SPEND_DAYS, null, "10");
        FundingGiven.rule(db, programme, RuleKind.INTEREST_FREE_CENTS, null, "720");
        Long id = propose(b, budget);
        request(b, id, TODAY.minusDays(90));
        receive(b, id, TODAY.minusDays(83), 72_000);
        assertThat(view(b, id).interestCents()).as("720.00 EUR, 73 days, 5 %").isEqualTo(720);
        assertThat(view(b, id).interestFree()).isTrue();
        DrawdownQueries queries = db.get(DrawdownQueries.class);
        assertThat(queries.interest(programme, Money.of(72_000), TODAY.minusDays(73), TODAY)).isEqualTo(Money.ZERO);
        assertThat(queries.interest(programme, Money.of(72_100), TODAY.minusDays(73), TODAY)).as("above it all is claimed").isEqualTo(Money.of(721));
        db.sql("UPDATE programme_rule SET verified = FALSE WHERE kind = 'INTEREST_FREE_CENTS'");
        assertThat(queries.interest(programme, Money.of(72_000), TODAY.minusDays(73), TODAY)).as("nobody waives it alone").isEqualTo(Money.of(720));
        assertThat(view(b, id).interestFree()).isFalse();
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
