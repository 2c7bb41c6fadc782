package de.schulpakt.procurement.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.schulpakt.funding.ledger.OwnMoney;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.invoice.InvoiceKind;
import de.schulpakt.procurement.invoice.InvoiceQueries;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.invoice.LineKind;
import de.schulpakt.procurement.request.RequestQueries;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who pays a line of an order is put right, also after its invoice. */
@DbTest
class RepayDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();
    private ProcurementGiven given;
    private Long position;
    private Long other;
    private Long own;
    private Long request;
    private Long order;
    private Long line;

    @BeforeEach
    void anOrderFromOnePosition(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        position = given.budget(Category.MOBILE_DEVICE, 1_000_00);
        request = given.approved(given.tablet(333_33), 3);
        order = given.order(request);
        line = given.orderView(order).lines().get(0).id();
        other = given.budget(Category.MOBILE_DEVICE, 500_00);
        own = SchoolGiven.as(db, given.officer, () -> db.get(OwnMoney.class).open(new OwnMoney.Open(given.authority, TODAY.getYear(), "1", "X", 2_000_00L, "x")));
    }

    @AfterEach
    void everyCentIsThere(Db db) {
        db.checks();
    }

    @Test
    void what_is_committed_moves_to_the_new_payers(Db db) {
        repay(new Orders.PayFrom(other, null, 4_000), new Orders.PayFrom(own, null, null));
        assertThat(given.money(position)).containsExactly(0L, 0L, 0L);
        assertThat(given.money(other)).containsExactly(0L, 400_00L, 0L);
        assertThat(given.money(own)).containsExactly(0L, 599_99L, 0L);
        assertThat(given.orderView(order).lines().get(0).payers()).extracting("budgetId", "cents").containsExactly(tuple(other, 400_00L), tuple(own, 599_99L));
        assertThat(given.request(request).lines().get(0).budgetId()).isEqualTo(other);
        db.checks();
        given.receive(order, "1", null, "A", "B", "C");
        assertThat(given.money(other)).containsExactly(0L, 0L, 400_00L);
        assertThat(given.money(own)).containsExactly(0L, 0L, 599_99L);
    }

    @Test
    void what_is_eligible_and_what_is_not_stands_in_cents_at_request_order_and_invoice_and_follows_who_pays(Db db) {
        given.receive(order, "1", null, "A", "B");
        Long invoice = db.number("SELECT max(id) FROM invoice");
        officer(db, () -> db.get(Invoices.class).pay(invoice, new Invoices.Pay(view(db, invoice).version(), TODAY, 10_01L)));
        assertThat(seen(db, invoice).parts()).extracting("eligibleCents", "ineligibleCents").containsExactly(tuple(656_65L, 0L));
        assertThat(given.orderView(order).lines()).extracting("eligibleCents", "ineligibleCents").containsExactly(tuple(999_99L, 0L));
        repay(new Orders.PayFrom(position, null, 3_000), new Orders.PayFrom(own, null, 7_000));
        OrderQueries.View.Line of = given.orderView(order).lines().get(0);
        assertThat(List.of(of.eligibleCents(), of.ineligibleCents())).containsExactly(300_00L, 699_99L);
        RequestQueries.View.Line asked = SchoolGiven.as(db, given.admin, () -> db.get(RequestQueries.class).view(request)).lines().get(0);
        assertThat(List.of(asked.eligibleCents(), asked.ineligibleCents())).containsExactly(300_00L, 699_99L);
        assertThat(seen(db, invoice).eligibleCents()).as("as the ledger says, less the cash discount").isEqualTo(given.money(position).get(2));
        assertThat(seen(db, invoice).ineligibleCents()).isEqualTo(given.money(own).get(2));
        assertThat(seen(db, invoice).eligibleCents() + seen(db, invoice).ineligibleCents()).isEqualTo(656_65L);
    }

    @Test
    void what_was_spent_moves_by_counter_postings_and_devices_binding_discount_and_cancelling_follow(Db db) {
        given.receive(order, "1", null, "A", "B");
        Long invoice = db.number("SELECT max(id) FROM invoice");
        officer(db, () -> db.get(Invoices.class).pay(invoice, new Invoices.Pay(view(db, invoice).version(), TODAY, 10_01L)));
        assertThat(given.money(position)).containsExactly(0L, 333_33L, 656_65L);
        Long device = db.number("SELECT min(id) FROM device");
        assertThat(device(db, device).bindingYears()).isEqualTo(5);
        repay(new Orders.PayFrom(own, null, null));
        assertThat(given.money(position)).as("nothing is left of it").containsExactly(0L, 0L, 0L);
        assertThat(given.money(own)).containsExactly(0L, 333_33L, 656_65L);
        assertThat(device(db, device).bindingYears()).as("own money binds nothing").isNull();
        assertThat(db.number("SELECT count(*) FROM device_payer WHERE budget_id <> ?", own)).isZero();
        assertThat(device(db, device).timeline().get(0).facts().toString()).contains("Eigenmittel");
        db.checks();
        repay(new Orders.PayFrom(position, null, 5_000), new Orders.PayFrom(own, null, 5_000));
        assertThat(device(db, device).bindingYears()).isEqualTo(5);
        assertThat(given.money(position).get(1) + given.money(own).get(1)).isEqualTo(333_33L);
        assertThat(given.money(position).get(2) + given.money(own).get(2)).isEqualTo(656_65L);
        db.checks();
        officer(db, () -> db.get(Invoices.class).unpay(invoice, new Invoices.Reason(view(db, invoice).version(), "falsch")));
        db.checks();
        officer(db, () -> db.get(Invoices.class).cancel(invoice, new Invoices.Reason(view(db, invoice).version(), "falsch")));
        assertThat(given.money(position).get(2)).isZero();
        assertThat(given.money(own).get(2)).isZero();
        assertThat(given.money(position).get(1) + given.money(own).get(1)).isEqualTo(999_99L);
        assertThat(db.number("SELECT count(*) FROM notice WHERE kind = 'message.payers_changed'")).isPositive();
    }

    @Test
    void what_does_not_fit_is_refused_and_nothing_has_moved(Db db) {
        given.receive(order, "1", null, "A", "B");
        refused("request.payers_same", () -> repay(new Orders.PayFrom(position, null, null)));
        refused("budget.not_enough", () -> repay(new Orders.PayFrom(other, null, null)));
        refused("request.payer_twice", () -> repay(new Orders.PayFrom(own, 100L, null), new Orders.PayFrom(own, null, null)));
        refused("request.payers_sum", () -> repay(new Orders.PayFrom(own, 100L, null)));
        assertThatThrownBy(() -> officer(db, () -> db.get(Orders.class).repay(order, new Orders.Repay(given.orderView(order).version(), -1L,
                List.of(new Orders.PayFrom(own, null, null)), "x")))).isInstanceOf(NotFound.class);
        db.sql("UPDATE application SET period_to = ? WHERE id = (SELECT application_id FROM budget WHERE id = ?)", TODAY.minusDays(1), other);
        refused("budget.period_over", () -> repay(new Orders.PayFrom(other, null, 1_000), new Orders.PayFrom(own, null, null)));
        assertThat(given.money(position)).containsExactly(0L, 333_33L, 666_66L);
    }

    @Test
    void what_a_credit_note_gave_back_in_full_moves_both_ways(Db db) {
        given.receive(order, "1", null, "A", "B");
        Long credit = SchoolGiven.as(db, given.officer, () -> db.get(Invoices.class).capture(new Invoices.Capture(given.supplier, given.authority,
                InvoiceKind.CREDIT_NOTE, "G-1", TODAY, TODAY, null, 560_22L, 666_66L, null, null, null,
                List.of(new Invoices.Line(LineKind.GOODS, "Tablet", 2, 560_22L, 1900, line, null)), List.of(new Invoices.Vat(1900, 560_22L, 106_44L)))));
        officer(db, () -> db.get(Invoices.class).check(credit, new Invoices.Check(view(db, credit).version(), "Nachlass")));
        SchoolGiven.as(db, given.receiver, () -> {
            db.get(Invoices.class).approve(credit, new Invoices.Approve(view(db, credit).version(), null));
            return null;
        });
        assertThat(given.money(position)).containsExactly(0L, 333_33L, 0L);
        repay(new Orders.PayFrom(own, null, null));
        assertThat(given.money(position)).containsExactly(0L, 0L, 0L);
        assertThat(given.money(own)).containsExactly(0L, 333_33L, 0L);
        db.checks();
        officer(db, () -> db.get(Invoices.class).cancel(credit, new Invoices.Reason(view(db, credit).version(), "falsch")));
        assertThat(given.money(own)).containsExactly(0L, 333_33L, 666_66L);
    }

    @Test
    void a_discount_of_a_cancelled_invoice_moves_nothing(Db db) {
        given.receive(order, "1", null, "A", "B");
        Long invoice = db.number("SELECT max(id) FROM invoice");
        officer(db, () -> db.get(Invoices.class).pay(invoice, new Invoices.Pay(view(db, invoice).version(), TODAY, 10_01L)));
        officer(db, () -> db.get(Invoices.class).unpay(invoice, new Invoices.Reason(view(db, invoice).version(), "falsch")));
        officer(db, () -> db.get(Invoices.class).cancel(invoice, new Invoices.Reason(view(db, invoice).version(), "falsch")));
        repay(new Orders.PayFrom(own, null, null));
        assertThat(given.money(own)).containsExactly(0L, 999_99L, 0L);
        assertThat(db.number("SELECT count(*) FROM posting WHERE kind = 'CORRECT' AND budget_id = ?", own)).isZero();
    }

    private void repay(Orders.PayFrom... from) {
        officer(given.db, () -> given.db.get(Orders.class).repay(order, new Orders.Repay(given.orderView(order).version(), line, List.of(from), "falscher Topf")));
    }

    private InvoiceQueries.View seen(Db db, Long id) {
        return SchoolGiven.as(db, given.officer, () -> view(db, id));
    }

    private static InvoiceQueries.View view(Db db, Long id) {
        return db.get(InvoiceQueries.class).view(id);
    }

    private DeviceQueries.View device(Db db, Long id) {
        return SchoolGiven.as(db, given.officer, () -> db.get(DeviceQueries.class).view(id));
    }

    private void officer(Db db, Runnable work) {
        SchoolGiven.as(db, given.officer, () -> {
            work.run();
            return null;
        });
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
