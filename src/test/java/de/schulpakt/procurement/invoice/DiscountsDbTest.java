package de.schulpakt.procurement.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.OwnMoney;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.receipt.Receipts;
import de.schulpakt.procurement.request.Requests;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cash discount that was taken lowers the eligible cost (rule R33), and what it frees flows back to who paid. */
@DbTest
class DiscountsDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();
    private ProcurementGiven given;
    private Long position;
    private Long own;
    private Long order;

    @BeforeEach
    void tabletsOverTwoPayers(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        position = given.budget(Category.MOBILE_DEVICE, 20_000_00);
        own = SchoolGiven.as(db, given.officer, () -> db.get(OwnMoney.class).open(new OwnMoney.Open(given.authority, TODAY.getYear(), "1", "X", 20_000_00L, "x")));
        Long request = given.submitted(given.tablet(595_00), 20);
        Long line = given.request(request).lines().get(0).id();
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Requests.class).approve(request, new Requests.Approve(given.version(request), null,
                    List.of(new Requests.PayFrom(line, position, null, 7_000), new Requests.PayFrom(line, own, null, 3_000)), null));
            return null;
        });
        order = given.order(request);
        OrderQueries.View seen = given.orderView(order);
        SchoolGiven.as(db, given.receiver, () -> db.get(Receipts.class).receive(order, new Receipts.Receive(seen.version(), "L", TODAY,
                List.of(new Receipts.Came(seen.lines().get(0).id(), IntStream.range(0, 20).mapToObj(i -> "T" + i).toList(), null)))));
    }

    @AfterEach
    void everyCentIsThere(Db db) {
        db.checks();
    }

    @Test
    void two_percent_within_fourteen_days_leave_11662_and_flow_back_to_both_payers(Db db) {
        Long invoice = approved(db, 200, TODAY.plusDays(4));
        pay(db, invoice, null);
        assertThat(given.money(position)).containsExactly(0L, 0L, 8_163_40L);
        assertThat(given.money(own)).containsExactly(0L, 0L, 3_498_60L);
        assertThat(given.orderView(order).invoicedCents()).isEqualTo(11_662_00);
        assertThat(view(db, invoice).discountCents()).isEqualTo(238_00);
        assertThat(db.number("SELECT sum(price_cents) FROM device")).as("the devices cost what was paid").isEqualTo(11_662_00);
        SchoolGiven.as(db, given.officer, () -> {
            assertThat(db.get(BudgetQueries.class).postings(position, PageRequest.first()).rows().stream().filter(p -> p.source().startsWith("invoice_discount"))
                    .findFirst().orElseThrow().cause().no()).isEqualTo("R-1");
            Long discount = db.number("SELECT max(id) FROM invoice_discount");
            assertThat(db.get(InvoiceSpendings.class).spendings("invoice_discount", Set.of(discount)).get(discount).bill().grossCents())
                    .as("what a proof says of it").isEqualTo(-238_00);
            return null;
        });
        db.checks();
        unpay(db, invoice);
        assertThat(given.money(position)).containsExactly(0L, 0L, 8_330_00L);
        assertThat(given.money(own)).containsExactly(0L, 0L, 3_570_00L);
        assertThat(db.number("SELECT sum(price_cents) FROM device")).isEqualTo(11_900_00);
        db.checks();
        pay(db, invoice, 100_01L);
        assertThat(given.money(position).get(2) + given.money(own).get(2)).isEqualTo(11_799_99);
        assertThat(view(db, invoice).timeline().get(0).facts().toString()).contains("said.discount_other");
    }

    @Test
    void after_its_day_no_discount_is_taken_and_one_of_all_is_refused(Db db) {
        Long invoice = approved(db, 300, TODAY.minusDays(1));
        refused("invoice.discount_wrong", () -> pay(db, invoice, 11_900_00L));
        pay(db, invoice, null);
        assertThat(view(db, invoice).discountCents()).isZero();
        assertThat(given.money(position)).containsExactly(0L, 0L, 8_330_00L);
    }

    @Test
    void of_what_was_paid_before_there_is_no_discount() {
        Invoices.Capture overpaid = new Invoices.Capture(1L, 1L, InvoiceKind.INVOICE, "R-1", TODAY, TODAY, null, 100_00L, 119_00L, null, 120_00L, null,
                List.of(new Invoices.Line(LineKind.GOODS, "Tablet", 1, 100_00L, 1900, 1L, null)), List.of(new Invoices.Vat(1900, 100_00L, 19_00L)), 200, TODAY);
        assertThat(new Invoice(1L, overpaid, Instant.now()).discountOn(TODAY)).isEqualTo(Money.ZERO);
    }

    @Test
    void half_of_the_terms_is_refused(Db db) {
        refused("invoice.discount_terms", () -> capture(db, 200, null));
        refused("invoice.discount_terms", () -> capture(db, null, TODAY));
    }

    private Long capture(Db db, Integer bp, LocalDate until) {
        Long line = given.orderView(order).lines().get(0).id();
        return SchoolGiven.as(db, given.officer, () -> db.get(Invoices.class).capture(new Invoices.Capture(given.supplier, given.authority, InvoiceKind.INVOICE,
                "R-1", TODAY, TODAY, null, 10_000_00L, 11_900_00L, null, null, null,
                List.of(new Invoices.Line(LineKind.GOODS, "Tablet", 20, 10_000_00L, 1900, line, null)), List.of(new Invoices.Vat(1900, 10_000_00L, 1_900_00L)), bp, until)));
    }

    private Long approved(Db db, Integer bp, LocalDate until) {
        Long id = capture(db, bp, until);
        as(db, given.officer, () -> db.get(Invoices.class).check(id, new Invoices.Check(view(db, id).version(), "so ist es")));
        as(db, given.receiver, () -> db.get(Invoices.class).approve(id, new Invoices.Approve(view(db, id).version(), null)));
        return id;
    }

    private void pay(Db db, Long id, Long discount) {
        as(db, given.officer, () -> db.get(Invoices.class).pay(id, new Invoices.Pay(view(db, id).version(), TODAY, discount)));
    }

    private void unpay(Db db, Long id) {
        as(db, given.officer, () -> db.get(Invoices.class).unpay(id, new Invoices.Reason(view(db, id).version(), "nicht bezahlt")));
    }

    private InvoiceQueries.View view(Db db, Long id) {
        return SchoolGiven.as(db, given.officer, () -> db.get(InvoiceQueries.class).view(id));
    }

    private static void as(Db db, String login, Runnable work) {
        SchoolGiven.as(db, login, () -> {
            work.run();
            return null;
        });
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
