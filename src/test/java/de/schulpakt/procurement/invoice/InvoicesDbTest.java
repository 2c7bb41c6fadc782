package de.schulpakt.procurement.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.OrderState;
import de.schulpakt.procurement.order.Orders;
import de.schulpakt.procurement.payment.PaymentQueries;
import de.schulpakt.procurement.receipt.Receipts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Goods without their invoice, invoices without their goods, and how both meet, on the real database. */
@DbTest
class InvoicesDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();

    /** An order of four tablets at 400.00 gross, which is 336.13 net. */
    private static final class World {
        final ProcurementGiven given;
        final Long budget;
        final Long order;
        final Long line;
        private int number;

        World(Db db, long money) {
            given = ProcurementGiven.school(db, "Görres-Gymnasium");
            budget = given.budget(Category.MOBILE_DEVICE, money);
            order = given.order(given.approved(given.tablet(40_000), 4));
            line = given.orderView(order).lines().get(0).id();
        }

        Long come(String... serials) {
            Integer seen = given.orderView(order).version();
            return SchoolGiven.as(given.db, given.receiver, () -> given.db.get(Receipts.class).receive(order, new Receipts.Receive(seen,
                    "LS-" + ++number, TODAY, List.of(new Receipts.Came(line, Arrays.asList(serials), null)))));
        }

        Invoices.Capture paper(String no, int pieces, long net, long tax) {
            return paper(InvoiceKind.INVOICE, no, pieces, net, tax);
        }

        Invoices.Capture paper(InvoiceKind kind, String no, int pieces, long net, long tax) {
            return new Invoices.Capture(given.supplier, given.authority, kind, no, TODAY, null, null, net, net + tax, null, null, null,
                    List.of(new Invoices.Line(LineKind.GOODS, "Tablet", pieces, net, 1900, line, null)), List.of(new Invoices.Vat(1900, net, tax)));
        }

        Long capture(Invoices.Capture paper) {
            return SchoolGiven.as(given.db, given.officer, () -> invoices().capture(paper));
        }

        InvoiceQueries.View view(Long id) {
            return SchoolGiven.as(given.db, given.officer, () -> given.db.get(InvoiceQueries.class).view(id));
        }

        void check(Long id, String explanation) {
            as(given.officer, () -> invoices().check(id, new Invoices.Check(view(id).version(), explanation)));
        }

        void approve(Long id) {
            Integer seen = view(id).version();
            as(given.receiver, () -> invoices().approve(id, new Invoices.Approve(seen, null)));
        }

        void cancel(Long id, String who) {
            Integer seen = view(id).version();
            as(who, () -> invoices().cancel(id, new Invoices.Reason(seen, "falsch erfasst")));
        }

        Invoices invoices() {
            return given.db.get(Invoices.class);
        }

        void as(String login, Runnable work) {
            SchoolGiven.as(given.db, login, () -> {
                work.run();
                return null;
            });
        }
    }

    @Test
    void goods_come_without_their_invoice_and_their_money_stays_committed_until_it_is_approved(Db db) {
        World w = new World(db, 200_000);
        w.come("A", "B");
        assertThat(w.given.money(w.budget)).containsExactly(0L, 160_000L, 0L);
        assertThat(w.given.orderView(w.order).state()).isEqualTo(OrderState.PARTLY_DELIVERED);
        assertThat(w.given.orderView(w.order).deliveries().get(0).invoiceNo()).isNull();
        assertThat(db.number("SELECT count(*) FROM device")).isEqualTo(2);
        db.checks();
        Long invoice = w.capture(w.paper("R-1", 2, 67_226, 12_773));
        assertThat(w.view(invoice).differences()).isEmpty();
        assertThat(w.given.money(w.budget)).containsExactly(0L, 160_000L, 0L);
        w.check(invoice, null);
        w.approve(invoice);
        assertThat(w.given.money(w.budget)).containsExactly(0L, 80_000L, 79_999L);
        assertThat(db.number("SELECT sum(price_cents) FROM device")).as("the devices cost what the invoice asks").isEqualTo(79_999);
        assertThat(w.view(invoice).parts()).extracting(InvoiceQueries.View.Part::grossCents).containsExactly(79_999L);
        assertThat(w.given.orderView(w.order).deliveries().get(0).invoiceNo()).as("its invoice came later").isEqualTo("R-1");
        assertThat(w.given.orderView(w.order).deliveries().get(0).invoices()).extracting(OrderQueries.View.Billed::id).containsExactly(invoice);
        db.checks();
        SchoolGiven.as(db, w.given.officer, () -> {
            db.get(Orders.class).cancelRest(w.order, new Orders.CancelRest(w.given.orderView(w.order).version(), "kommt nicht"));
            return null;
        });
        assertThat(w.given.money(w.budget)).containsExactly(0L, 0L, 79_999L);
        assertThat(w.given.orderView(w.order).invoicedCents()).isEqualTo(79_999);
        db.checks();
    }

    @Test
    void a_delivery_names_the_invoices_that_ask_for_its_pieces_however_late_they_come(Db db) {
        World w = new World(db, 200_000);
        w.come("A");
        w.come("B", "C");
        w.come("D");
        Long first = w.capture(w.paper("R-1", 2, 67_226, 12_773));
        assertThat(w.given.orderView(w.order).deliveries()).extracting(d -> d.invoices().stream().map(OrderQueries.View.Billed::no).toList())
                .containsExactly(List.of("R-1"), List.of("R-1"), List.of());
        w.capture(w.paper("R-2", 2, 67_226, 12_773));
        assertThat(w.given.orderView(w.order).deliveries()).extracting(d -> d.invoices().stream().map(OrderQueries.View.Billed::no).toList())
                .containsExactly(List.of("R-1"), List.of("R-1", "R-2"), List.of("R-2"));
        w.cancel(first, w.given.officer);
        assertThat(w.given.orderView(w.order).deliveries()).as("a cancelled one asks for nothing").extracting(OrderQueries.View.Arrived::invoiceNo)
                .containsExactly("R-2", "R-2", null);
        db.checks();
    }

    @Test
    void one_invoice_pays_three_receipts_and_what_is_cancelled_frees_only_what_has_not_come(Db db) {
        World w = new World(db, 200_000);
        w.come("A");
        w.come("B");
        w.come("C");
        SchoolGiven.as(db, w.given.officer, () -> {
            db.get(Orders.class).cancelRest(w.order, new Orders.CancelRest(w.given.orderView(w.order).version(), "kommt nicht"));
            return null;
        });
        assertThat(w.given.money(w.budget)).as("three have come and are not paid").containsExactly(0L, 120_000L, 0L);
        db.checks();
        Long invoice = w.capture(w.paper("R-1", 3, 100_840, 19_160));
        w.check(invoice, null);
        w.approve(invoice);
        assertThat(w.given.money(w.budget)).containsExactly(0L, 0L, 120_000L);
        assertThat(db.number("SELECT count(*) FROM invoiced_device")).isEqualTo(3);
        db.checks();
    }

    @Test
    void an_invoice_before_its_goods_is_kept_and_is_approved_when_they_have_come(Db db) {
        World w = new World(db, 200_000);
        Long invoice = w.capture(w.paper("R-1", 4, 134_454, 25_546));
        assertThat(w.view(invoice).differences()).extracting(Sentence::key).containsExactly("invoice.diff.not_received");
        refused("invoice.unexplained", () -> w.check(invoice, " "));
        w.check(invoice, "Vorausrechnung");
        assertThat(w.view(invoice).explanation()).isEqualTo("Vorausrechnung");
        refused("invoice.not_received", () -> w.approve(invoice));
        w.come("A", "B", "C");
        refused("invoice.not_received", () -> w.approve(invoice));
        w.come("D");
        w.approve(invoice);
        assertThat(w.given.money(w.budget)).containsExactly(0L, 0L, 160_000L);
        db.checks();
    }

    @Test
    void an_invoice_beyond_its_budget_is_captured_shown_as_uncovered_and_not_approved(Db db) {
        World w = new World(db, 170_000);
        w.come("A", "B", "C", "D");
        Long invoice = w.capture(w.paper("R-1", 4, 150_000, 28_500));
        assertThat(w.view(invoice).differences()).extracting(Sentence::key).containsExactly("invoice.diff.price", "invoice.diff.uncovered");
        w.check(invoice, "Preis gestiegen");
        refused("budget.not_enough", () -> w.approve(invoice));
        assertThat(w.given.money(w.budget)).containsExactly(0L, 160_000L, 0L);
        assertThat(w.view(invoice).state()).isEqualTo(InvoiceState.CHECKED);
        db.checks();
    }

    @Test
    void who_checks_does_not_approve_and_who_approves_does_not_take_back(Db db) {
        World w = new World(db, 200_000);
        w.come("A", "B", "C", "D");
        Long invoice = w.capture(w.paper("R-1", 4, 134_454, 25_546));
        w.check(invoice, null);
        Integer seen = w.view(invoice).version();
        assertThat(w.view(invoice).apart()).containsKey(InvoiceAction.APPROVE);
        refused("duty.apart", () -> w.as(w.given.officer, () -> w.invoices().approve(invoice, new Invoices.Approve(seen, null))));
        w.approve(invoice);
        refused("duty.apart", () -> w.cancel(invoice, w.given.receiver));
        w.cancel(invoice, w.given.officer);
        assertThat(w.given.money(w.budget)).as("the goods wait for another invoice").containsExactly(0L, 160_000L, 0L);
        assertThat(w.view(invoice).state()).isEqualTo(InvoiceState.CANCELLED);
        db.checks();
        Long again = w.capture(w.paper("R-1", 4, 134_454, 25_546));
        w.check(again, null);
        w.approve(again);
        assertThat(w.given.money(w.budget)).containsExactly(0L, 0L, 160_000L);
        db.checks();
    }

    @Test
    void a_credit_note_gives_money_back_but_never_more_than_was_spent(Db db) {
        World w = new World(db, 200_000);
        w.come("A", "B", "C", "D");
        Long invoice = w.capture(w.paper("R-1", 4, 134_454, 25_546));
        w.check(invoice, null);
        w.approve(invoice);
        Long credit = w.capture(w.paper(InvoiceKind.CREDIT_NOTE, "G-1", 0, 10_000, 1_900));
        w.check(credit, null);
        w.approve(credit);
        assertThat(w.given.money(w.budget)).containsExactly(0L, 0L, 148_100L);
        assertThat(w.given.orderView(w.order).invoicedCents()).isEqualTo(148_100);
        db.checks();
        Long more = w.capture(w.paper(InvoiceKind.CREDIT_NOTE, "G-2", 0, 130_000, 24_700));
        w.check(more, null);
        refused("budget.correct_below_zero", () -> w.approve(more));
        w.cancel(credit, w.given.officer);
        assertThat(w.given.money(w.budget)).containsExactly(0L, 0L, 160_000L);
        db.checks();
    }

    @Test
    void a_credit_note_finds_what_is_paid_in_full(Db db) {
        World w = new World(db, 200_000);
        w.come("A", "B", "C", "D");
        Long invoice = w.capture(w.paper("R-1", 4, 134_454, 25_546));
        w.check(invoice, null);
        w.approve(invoice);
        InvoiceQueries.Billable billable = SchoolGiven.as(db, w.given.officer, () -> db.get(InvoiceQueries.class).billable(w.order));
        assertThat(billable.lines().get(0)).extracting(InvoiceQueries.Billable.Line::open, InvoiceQueries.Billable.Line::settled).containsExactly(0, 4);
        Long credit = w.capture(new Invoices.Capture(w.given.supplier, w.given.authority, InvoiceKind.CREDIT_NOTE, "G-1", TODAY, null, null, 10_000L, 11_900L, null, null, null,
                List.of(new Invoices.Line(LineKind.GOODS, "Nachlass", null, 10_000L, 1900, null, null)), List.of(new Invoices.Vat(1900, 10_000L, 1_900L))));
        refused("invoice.line_unmatched", () -> w.check(credit, null));
        List<InvoiceQueries.Assignable> lines = SchoolGiven.as(db, w.given.officer, () -> db.get(InvoiceQueries.class).assignable(credit));
        assertThat(lines).extracting(InvoiceQueries.Assignable::id, InvoiceQueries.Assignable::open, InvoiceQueries.Assignable::settled).containsExactly(tuple(w.line, 0, 4));
        Integer seen = w.view(credit).version();
        w.as(w.given.officer, () -> w.invoices().change(credit, new Invoices.Change(seen, w.paper(InvoiceKind.CREDIT_NOTE, "G-1", 0, 10_000, 1_900))));
        w.check(credit, null);
        w.approve(credit);
        assertThat(w.given.money(w.budget)).containsExactly(0L, 0L, 148_100L);
        db.checks();
    }

    @Test
    void who_may_approve_is_told_of_a_checked_invoice_until_it_has_gone_on(Db db) {
        World w = new World(db, 200_000);
        w.come("A", "B", "C", "D");
        Long invoice = w.capture(w.paper("R-1", 4, 134_454, 25_546));
        w.check(invoice, null);
        String open = "select count(*) from notice n join app_user u on u.id = n.user_id where n.kind = 'message.invoice_checked' and n.subject_id = ? and n.read_at is null";
        assertThat(db.number(open + " and u.login = '" + w.given.receiver + "'", invoice)).isEqualTo(1);
        assertThat(db.number(open + " and u.login = '" + w.given.officer + "'", invoice)).as("who has checked it is not waited for").isZero();
        assertThat(SchoolGiven.as(db, w.given.receiver, () -> db.get(PaymentQueries.class).toConfirm())).extracting(PaymentQueries.Second::type, PaymentQueries.Second::no,
                PaymentQueries.Second::cents).containsExactly(tuple("Invoice", "R-1", 160_000L));
        assertThat(SchoolGiven.as(db, w.given.officer, () -> db.get(PaymentQueries.class).toConfirm())).isEmpty();
        w.approve(invoice);
        assertThat(db.number(open, invoice)).isZero();
        assertThat(SchoolGiven.as(db, w.given.receiver, () -> db.get(PaymentQueries.class).toConfirm())).isEmpty();
    }

    @Test
    void one_invoice_pays_goods_of_two_orders_of_its_supplier(Db db) {
        World w = new World(db, 200_000);
        w.come("A", "B", "C", "D");
        Long other = w.given.order(w.given.approved(w.given.tablet(40_000), 1));
        Long line = w.given.orderView(other).lines().get(0).id();
        Integer seen = w.given.orderView(other).version();
        SchoolGiven.as(db, w.given.receiver, () -> db.get(Receipts.class).receive(other, new Receipts.Receive(seen, "LS-9", TODAY,
                List.of(new Receipts.Came(line, List.of("E"), null)))));
        InvoiceQueries.Billable billable = SchoolGiven.as(db, w.given.officer, () -> db.get(InvoiceQueries.class).billable(w.order));
        assertThat(billable.others()).extracting(InvoiceQueries.Assignable::id, InvoiceQueries.Assignable::open).containsExactly(tuple(line, 1));
        Long invoice = w.capture(new Invoices.Capture(w.given.supplier, w.given.authority, InvoiceKind.INVOICE, "R-1", TODAY, null, null, 168_067L, 200_000L, null, null, null,
                List.of(new Invoices.Line(LineKind.GOODS, "Tablet", 4, 134_454L, 1900, w.line, null), new Invoices.Line(LineKind.GOODS, "Tablet", 1, 33_613L, 1900, line, null)),
                List.of(new Invoices.Vat(1900, 168_067L, 31_933L))));
        assertThat(w.view(invoice).differences()).isEmpty();
        w.check(invoice, null);
        w.approve(invoice);
        assertThat(w.given.money(w.budget)).containsExactly(0L, 0L, 200_000L);
        assertThat(w.view(invoice).parts()).extracting(InvoiceQueries.View.Part::orderId).containsExactlyInAnyOrder(w.order, other);
        db.checks();
    }

    @Test
    void a_later_charge_on_a_paid_line_is_spent_too(Db db) {
        World w = new World(db, 200_000);
        w.given.receive(w.order, "1", null, "A", "B", "C", "D");
        Long freight = w.capture(w.paper("R-2", 0, 1_000, 190));
        w.check(freight, "Fracht nachberechnet");
        w.approve(freight);
        assertThat(w.given.money(w.budget)).containsExactly(0L, 0L, 161_190L);
        db.checks();
    }

    @Test
    void printed_amounts_that_contradict_each_other_are_refused(Db db) {
        World w = new World(db, 200_000);
        Invoices.Capture good = w.paper("R-1", 4, 100, 19);
        refused("invoice.sum_of_lines", () -> w.capture(with(good, 101L, 119L, good.vat(), TODAY)));
        refused("invoice.total_wrong", () -> w.capture(with(good, 100L, 120L, good.vat(), TODAY)));
        refused("invoice.sum_of_rates", () -> w.capture(with(good, 100L, 119L, List.of(new Invoices.Vat(700, 100L, 19L)), TODAY)));
        refused("invoice.in_future", () -> w.capture(with(good, 100L, 119L, good.vat(), TODAY.plusDays(1))));
        refused("invoice.too_old", () -> w.capture(with(good, 100L, 119L, good.vat(), TODAY.minusYears(5).minusDays(1))));
        Long kept = w.capture(good);
        refused("invoice.booked", () -> w.capture(good));
        Integer seen = w.view(kept).version();
        w.as(w.given.officer, () -> w.invoices().change(kept, new Invoices.Change(seen, w.paper("R-1", 4, 134_454, 25_546))));
        assertThat(w.view(kept).payableCents()).isEqualTo(160_000);
        assertThatThrownBy(() -> w.as(w.given.officer, () -> w.invoices().change(kept, new Invoices.Change(seen, good)))).isInstanceOf(Conflict.class);
        ProcurementGiven other = ProcurementGiven.school(db, "Anderes Gymnasium");
        Invoices.Capture foreign = new Invoices.Capture(other.supplier, w.given.authority, good.kind(), "R-9", TODAY, null, null, 100L, 119L, null, null,
                null, good.lines(), good.vat());
        refused("invoice.other_supplier", () -> w.capture(foreign));
        Integer now = w.view(kept).version();
        refused("invoice.supplier_stays", () -> w.as(w.given.officer, () -> w.invoices().change(kept, new Invoices.Change(now, foreign))));
        Invoices.Capture same = w.paper("R-1", 4, 134_454, 25_546);
        Invoices.Capture otherWords = new Invoices.Capture(same.supplierId(), same.authorityId(), same.kind(), same.no(), same.invoicedOn(), same.suppliedOn(),
                same.dueOn(), same.netCents(), same.totalCents(), same.roundingCents(), same.prepaidCents(), same.reference(),
                same.lines().stream().map(l -> new Invoices.Line(l.kind(), l.text() + "!", l.pieces(), l.netCents(), l.vatBp(), l.orderLineId(), l.suppliedOn()))
                        .toList(), same.vat());
        w.as(w.given.officer, () -> w.invoices().change(kept, new Invoices.Change(now, otherWords)));
        assertThatThrownBy(() -> w.as(w.given.officer, () -> w.invoices().change(kept, new Invoices.Change(now, same)))).isInstanceOf(Conflict.class);
        db.checks();
    }

    @Test
    void a_day_of_supply_for_which_no_rate_of_tax_is_known_is_shown_without_one(Db db) {
        World w = new World(db, 200_000);
        w.come("A", "B", "C", "D");
        Invoices.Capture good = w.paper("R-1", 4, 134_454, 25_546);
        Long old = w.capture(new Invoices.Capture(good.supplierId(), good.authorityId(), good.kind(), good.no(), TODAY,
                LocalDate.of(2006, 12, 31), null, good.netCents(), good.totalCents(), null, null, null, good.lines(), good.vat()));
        assertThat(w.view(old).differences()).noneMatch(d -> d.key().equals("invoice.diff.rate"));
    }

    private static Invoices.Capture with(Invoices.Capture of, Long net, Long total, List<Invoices.Vat> vat, LocalDate day) {
        return new Invoices.Capture(of.supplierId(), of.authorityId(), of.kind(), of.no(), day, null, null, net, total, null, null, null, of.lines(), vat);
    }

    @Test
    void freight_an_unmatched_line_a_near_double_and_a_wrong_rate_are_differences(Db db) {
        World w = new World(db, 200_000);
        w.come("A", "B", "C", "D");
        w.capture(w.paper("R-1", 4, 134_454, 25_546));
        List<Invoices.Line> lines = new ArrayList<>(w.paper("x", 4, 134_454, 25_546).lines());
        lines.add(new Invoices.Line(LineKind.FREIGHT, "Versand", null, 0L, 1900, null, null));
        lines.add(new Invoices.Line(LineKind.GOODS, "Kabel", 1, 0L, 1900, null, null));
        Long invoice = w.capture(new Invoices.Capture(w.given.supplier, w.given.authority, InvoiceKind.INVOICE, "R-2", TODAY, null, null, 134_454L, 160_000L,
                null, null, null, lines, List.of(new Invoices.Vat(1900, 134_454L, 25_546L))));
        assertThat(w.view(invoice).differences()).extracting(Sentence::key)
                .containsExactly("invoice.diff.extra", "invoice.diff.unmatched", "invoice.diff.double");
        refused("invoice.line_unmatched", () -> w.check(invoice, "stimmt"));
        Long nothing = w.capture(new Invoices.Capture(w.given.supplier, w.given.authority, InvoiceKind.INVOICE, "R-3", TODAY, null, null, 100L, 119L, null,
                null, null, List.of(new Invoices.Line(LineKind.OTHER, "Gebühr", null, 100L, 1900, null, null)), List.of(new Invoices.Vat(1900, 100L, 19L))));
        refused("invoice.no_goods", () -> w.check(nothing, "stimmt"));
        Long cheap = w.capture(new Invoices.Capture(w.given.supplier, w.given.authority, InvoiceKind.INVOICE, "R-4", TODAY, null, null, 134_454L, 155_967L,
                null, null, null, List.of(new Invoices.Line(LineKind.GOODS, "Tablet", 4, 134_454L, 1600, w.line, null)),
                List.of(new Invoices.Vat(1600, 134_454L, 21_513L))));
        assertThat(w.view(cheap).differences()).extracting(Sentence::key).containsExactly("invoice.diff.rate");
        Long tax = w.capture(w.paper("R-5", 4, 134_454, 25_500));
        assertThat(w.view(tax).differences()).extracting(Sentence::key).containsExactly("invoice.diff.tax");
    }

    /** Ordered in June 2020, delivered in July, invoiced in January 2021: 16 %; what comes in January: 19 %. */
    @Test
    void the_rate_of_tax_is_that_of_the_day_of_supply(Db db) {
        World w = new World(db, 200_000);
        Object[][] cases = {{LocalDate.of(2020, 7, 20), 1600}, {LocalDate.of(2020, 12, 29), 1600}, {LocalDate.of(2021, 1, 12), 1900},
            {LocalDate.of(2020, 12, 15), 1600}, {LocalDate.of(2021, 1, 8), 1900}, {LocalDate.of(2020, 6, 30), 1900}};
        int no = 0;
        for (Object[] one : cases) {
            for (int rate : new int[] {1600, 1900}) {
                Long net = 134_454L;
                Long tax = (net * rate + 5_000) / 10_000;
                Long invoice = w.capture(new Invoices.Capture(w.given.supplier, w.given.authority, InvoiceKind.INVOICE, "R-" + ++no, TODAY, null, null, net,
                        net + tax, null, null, null, List.of(new Invoices.Line(LineKind.GOODS, "Tablet", 4, net, rate, w.line, (LocalDate) one[0])),
                        List.of(new Invoices.Vat(rate, net, tax))));
                assertThat(w.view(invoice).differences().stream().anyMatch(d -> d.key().equals("invoice.diff.rate")))
                        .as("%s at %s", one[0], rate).isEqualTo(!one[1].equals(rate));
            }
        }
    }

    @Test
    void goods_that_came_after_the_approval_period_are_not_paid_from_it(Db db) {
        World w = new World(db, 200_000);
        w.come("A", "B", "C", "D");
        Long late = w.capture(new Invoices.Capture(w.given.supplier, w.given.authority, InvoiceKind.INVOICE, "R-1", TODAY, FundingGiven.END.plusDays(1), null,
                134_454L, 160_000L, null, null, null, w.paper("x", 4, 134_454, 25_546).lines(), List.of(new Invoices.Vat(1900, 134_454L, 25_546L))));
        w.check(late, "spät");
        refused("budget.period_over", () -> w.approve(late));
        w.cancel(late, w.given.officer);
        Long invoice = w.capture(w.paper("R-2", 4, 134_454, 25_546));
        w.check(invoice, null);
        Integer seen = w.view(invoice).version();
        db.get(Clock.class).at(FundingGiven.END.plusDays(9).atStartOfDay().toInstant(ZoneOffset.UTC),
                () -> w.as(w.given.receiver, () -> w.invoices().approve(invoice, new Invoices.Approve(seen, null))));
        assertThat(w.given.money(w.budget)).as("they came within the period").containsExactly(0L, 0L, 160_000L);
    }

    @Test
    void a_payment_is_entered_and_taken_back(Db db) {
        World w = new World(db, 200_000);
        w.given.receive(w.order, "1", null, "A", "B", "C", "D");
        Long invoice = db.number("SELECT max(id) FROM invoice");
        assertThat(w.view(invoice).state()).isEqualTo(InvoiceState.APPROVED);
        assertThat(w.view(invoice).payableCents()).isEqualTo(160_000);
        Integer seen = w.view(invoice).version();
        refused("invoice.paid_in_future", () -> w.as(w.given.officer, () -> w.invoices().pay(invoice, new Invoices.Pay(seen, TODAY.plusDays(1)))));
        w.as(w.given.officer, () -> w.invoices().pay(invoice, new Invoices.Pay(seen, TODAY)));
        assertThat(w.view(invoice).paidOn()).isEqualTo(TODAY);
        refused("state.not_allowed", () -> w.cancel(invoice, w.given.officer));
        Integer paid = w.view(invoice).version();
        w.as(w.given.officer, () -> w.invoices().unpay(invoice, new Invoices.Reason(paid, "Rücklastschrift")));
        refused("duty.apart", () -> w.cancel(invoice, w.given.receiver));
        w.cancel(invoice, w.given.officer);
        assertThat(w.given.money(w.budget)).containsExactly(0L, 160_000L, 0L);
        db.checks();
    }

    @Test
    void a_payment_before_the_invoice_or_its_approval_needs_a_reason_and_one_of_years_before_is_refused(Db db) {
        World w = new World(db, 200_000);
        w.given.receive(w.order, "1", null, "A", "B", "C", "D");
        Long invoice = db.number("SELECT max(id) FROM invoice");
        Integer seen = w.view(invoice).version();
        refused("invoice.paid_before_invoice", () -> w.as(w.given.officer, () -> w.invoices().pay(invoice, new Invoices.Pay(seen, TODAY.minusDays(1)))));
        refused("invoice.paid_before_invoice", () -> w.as(w.given.officer, () -> w.invoices().pay(invoice, new Invoices.Pay(seen, TODAY.minusDays(1), null, " "))));
        refused("invoice.paid_too_early", () -> w.as(w.given.officer, () -> w.invoices().pay(invoice, new Invoices.Pay(seen, TODAY.minusDays(400), null, "Vorauszahlung"))));
        refused("invoice.paid_before_invoice", () -> w.as(w.given.officer, () -> w.invoices().settleAll(new java.util.TreeMap<>(java.util.Map.of(invoice,
                new Invoices.Pay(seen, TODAY.minusDays(1)))), new java.util.TreeMap<>())));
        assertThat(w.view(invoice).state()).as("nothing half stored").isEqualTo(InvoiceState.APPROVED);
        db.sql("UPDATE invoice SET invoiced_on = ? WHERE id = ?", TODAY.minusDays(10), invoice);
        refused("invoice.paid_before_approval", () -> w.as(w.given.officer, () -> w.invoices().pay(invoice, new Invoices.Pay(seen, TODAY.minusDays(1)))));
        w.as(w.given.officer, () -> w.invoices().pay(invoice, new Invoices.Pay(seen, TODAY.minusDays(1), null, "Vorauszahlung")));
        assertThat(w.view(invoice).paidOn()).isEqualTo(TODAY.minusDays(1));
        assertThat(db.number("select count(*) from history where subject_type = 'Invoice' and subject_id = ? and action = 'InvoiceAction.PAY' and note = 'Vorauszahlung'", invoice))
                .isEqualTo(1);
        db.checks();
    }

    @Test
    void invoices_belong_to_the_authority_and_auditors_only_look(Db db) {
        World w = new World(db, 200_000);
        Long invoice = w.capture(w.paper("R-1", 4, 134_454, 25_546));
        ProcurementGiven other = ProcurementGiven.school(db, "Fernes Gymnasium");
        String auditor = SchoolGiven.user(db, "looks", Role.AUDITOR, w.given.authority, null);
        assertThatThrownBy(() -> SchoolGiven.as(db, other.officer, () -> db.get(InvoiceQueries.class).view(invoice))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, other.officer, () -> db.get(Invoices.class).capture(w.paper("R-2", 4, 100, 19))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> w.as(auditor, () -> w.invoices().check(invoice, new Invoices.Check(1, null)))).isInstanceOf(Forbidden.class);
        assertThat(SchoolGiven.as(db, auditor, () -> db.get(InvoiceList.class).page(ListView.all())).rows()).extracting(InvoiceList.Row::no)
                .containsExactly("R-1");
        assertThat(SchoolGiven.as(db, w.given.officer, () -> db.get(InvoiceQueries.class).ofOrder(w.order))).hasSize(1);
        InvoiceQueries.Billable billable = SchoolGiven.as(db, w.given.officer, () -> db.get(InvoiceQueries.class).billable(w.order));
        assertThat(billable.lines().get(0).open()).isEqualTo(4);
        assertThat(billable.lines().get(0).netCents(4)).isEqualTo(134_454);
    }

    @Test
    void two_who_approve_at_once_spend_once(Db db) {
        World w = new World(db, 200_000);
        w.come("A", "B", "C", "D");
        Long invoice = w.capture(w.paper("R-1", 4, 134_454, 25_546));
        w.check(invoice, null);
        Integer seen = w.view(invoice).version();
        List<Throwable> lost = db.race(4, 4, () -> w.as(w.given.receiver, () -> w.invoices().approve(invoice, new Invoices.Approve(seen, null))));
        assertThat(lost).hasSize(3);
        assertThat(w.given.money(w.budget)).containsExactly(0L, 0L, 160_000L);
        OrderQueries.View order = w.given.orderView(w.order);
        assertThat(order.lines().get(0).settled()).isEqualTo(4);
        db.checks();
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
