package de.schulpakt.procurement.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.PdfCheck;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.StatementBudgets;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.procurement.catalogue.Catalogue;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.receipt.ReceiptQueries;
import de.schulpakt.procurement.receipt.Receipts;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.RequestState;
import de.schulpakt.procurement.request.Requests;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@DbTest
class OrdersDbTest {

    @Test
    void money_walks_from_the_reservation_to_the_invoice_and_the_rest_comes_back(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.MOBILE_DEVICE, 200_000);
        Long request = given.approved(given.tablet(40_000), 4);
        assertThat(given.money(budget)).containsExactly(160_000L, 0L, 0L);
        db.checks();

        Long order = given.order(request);
        assertThat(given.money(budget)).containsExactly(0L, 160_000L, 0L);
        assertThat(given.request(request).state()).isEqualTo(RequestState.ORDERED);
        assertThat(given.request(request).lines().get(0).orderId()).isEqualTo(order);
        db.checks();

        given.receive(order, "1", 39_000L, " SN-1 ", "SN-2");
        assertThat(given.money(budget)).containsExactly(0L, 80_000L, 78_000L);
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.PARTLY_DELIVERED);
        assertThat(given.orderView(order).devices()).extracting(OrderQueries.View.Piece::serial).containsExactly("SN-1", "SN-2");
        assertThat(given.request(request).delivered()).isEqualTo(2);
        db.checks();

        given.receive(order, "2", null, "SN-3");
        assertThat(given.money(budget)).containsExactly(0L, 40_000L, 118_000L);
        db.checks();

        OrderQueries.View seen = given.orderView(order);
        as(db, given.officer, () -> orders(db).cancelRest(order, new Orders.CancelRest(seen.version(), "nicht lieferbar")));
        assertThat(given.money(budget)).containsExactly(0L, 0L, 118_000L);
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.DELIVERED);
        assertThat(given.orderView(order).invoicedCents()).isEqualTo(118_000);
        assertThat(given.request(request).state()).isEqualTo(RequestState.DELIVERED);
        assertThat(db.number("SELECT count(*) FROM device WHERE funding_label LIKE '%A-%Pos. %' AND binding_years = 5"))
                .isEqualTo(3);
        db.checks();
    }

    @Test
    void hundreds_of_devices_are_received_in_few_statements(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 200_000);
        Long order = given.order(given.approved(given.tablet(100), 500));
        OrderQueries.View seen = given.orderView(order);
        String[] serials = IntStream.range(0, 500).mapToObj(i -> "TAB-" + i).toArray(String[]::new);
        List<String> statements = db.statementsOf(() -> given.receive(seen, "LS-500",
                new Invoices.Received(seen.lines().get(0).id(), 100L, List.of(serials))));
        assertThat(statements).hasSizeLessThanOrEqualTo(StatementBudgets.of("Invoices.receive.500"));
        assertThat(db.number("select count(distinct inventory_no) from device")).isEqualTo(500);
        assertThat(db.number("select count(*) from history where subject_type = 'Device'")).isEqualTo(500);
        db.checks();
    }

    @Test
    void an_order_without_any_delivery_is_cancelled_and_so_is_its_request(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.MOBILE_DEVICE, 200_000);
        Long request = given.approved(given.tablet(40_000), 4);
        Long order = given.order(request);
        as(db, given.officer, () -> orders(db).cancelRest(order, new Orders.CancelRest(1, "Lieferant insolvent")));
        assertThat(given.money(budget)).containsExactly(0L, 0L, 0L);
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(given.request(request).state()).isEqualTo(RequestState.CANCELLED);
        db.checks();
    }

    @Test
    void a_request_ordered_in_parts_stays_approved_until_its_last_line_is_ordered_or_given_up(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long mobile = given.budget(Category.MOBILE_DEVICE, 200_000);
        Long wlan = given.budget(Category.WLAN, 100_000);
        Long request = given.approve(given.submit(given.draft(List.of(new Requests.Line(given.tablet(40_000), given.room, 1),
                new Requests.Line(given.accessPoint(45_000), given.room, 1)))));
        List<Long> lines = given.request(request).lines().stream().map(RequestQueries.View.Line::id).toList();
        Long order = SchoolGiven.as(db, given.officer,
                () -> orders(db).place(new Orders.Place(given.supplier, lines.subList(0, 1), null, null)));
        assertThat(given.request(request).state()).isEqualTo(RequestState.APPROVED);
        assertThat(given.request(request).ordered()).isEqualTo(1);
        db.checks();
        given.receive(order, "1", null, "SN-1");
        assertThat(given.request(request).state()).isEqualTo(RequestState.APPROVED);
        db.checks();
        as(db, given.officer, () -> db.get(Requests.class).cancel(request, new Requests.Cancel(given.version(request), "entfällt")));
        assertThat(given.request(request).state()).isEqualTo(RequestState.DELIVERED);
        assertThat(given.money(mobile)).containsExactly(0L, 0L, 40_000L);
        assertThat(given.money(wlan)).containsExactly(0L, 0L, 0L);
        db.checks();
    }

    @Test
    void fewer_pieces_and_another_day_have_a_reason_and_free_their_money(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.MOBILE_DEVICE, 200_000);
        Long order = given.order(given.approved(given.tablet(40_000), 4));
        Long line = given.orderView(order).lines().get(0).id();
        LocalDate soon = ProcurementGiven.today().plusDays(9);
        change(db, given, order, soon, new Orders.Less(line, 1));
        assertThat(given.money(budget)).containsExactly(0L, 120_000L, 0L);
        assertThat(given.orderView(order).expectedOn()).isEqualTo(soon);
        assertThat(given.orderView(order).lines().get(0).cancelled()).isEqualTo(1);
        db.checks();
        given.receive(order, "1", null, "SN-1");
        change(db, given, order, soon, new Orders.Less(line, 1));
        assertThat(given.money(budget)).containsExactly(0L, 40_000L, 40_000L);
        db.checks();
        assertThatThrownBy(() -> change(db, given, order, soon, new Orders.Less(line, 2))).hasMessageContaining("order.less_than_awaited");
        assertThatThrownBy(() -> change(db, given, order, soon, new Orders.Less(line, 1))).hasMessageContaining("order.nothing_left");
        assertThatThrownBy(() -> change(db, given, order, soon)).hasMessageContaining("order.nothing_changed");
        assertThatThrownBy(() -> change(db, given, order, ProcurementGiven.today().minusDays(1))).hasMessageContaining("order.expected_past");
        assertThatThrownBy(() -> change(db, given, order, soon, new Orders.Less(line + 1, 1))).isInstanceOf(NotFound.class);
        given.receive(order, "2", null, "SN-2");
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.DELIVERED);
        db.checks();
        Long two = given.order(given.approved(given.tablet(10_000), 4));
        Long other = given.orderView(two).lines().get(0).id();
        assertThatThrownBy(() -> change(db, given, two, null, new Orders.Less(other, 1), new Orders.Less(other, 1))).hasMessageContaining("order.line_twice");
    }

    @Test
    void fewer_pieces_that_are_sent_twice_are_fewer_once(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.MOBILE_DEVICE, 200_000);
        Long order = given.order(given.approved(given.tablet(40_000), 4));
        Orders.Change sent = new Orders.Change(given.orderView(order).version(), given.orderView(order).expectedOn(),
                List.of(new Orders.Less(given.orderView(order).lines().get(0).id(), 1)), "Lieferant kann nicht");
        as(db, given.officer, () -> orders(db).change(order, sent));
        assertThatThrownBy(() -> as(db, given.officer, () -> orders(db).change(order, sent))).isInstanceOf(Conflict.class);
        assertThat(given.money(budget)).containsExactly(0L, 120_000L, 0L);
        db.checks();
    }

    private static void change(Db db, ProcurementGiven given, Long order, LocalDate expected, Orders.Less... less) {
        Integer seen = given.orderView(order).version();
        as(db, given.officer, () -> orders(db).change(order, new Orders.Change(seen, expected, List.of(less), "Lieferant kann nicht")));
    }

    @Test
    void bad_serials_are_named_with_their_place_and_the_good_ones_can_be_booked(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 500_000);
        Long tablet = given.tablet(40_000);
        given.receive(given.order(given.approved(tablet, 1)), "1", null, "KNOWN");
        Long order = given.order(given.approved(tablet, 3));
        Long line = given.orderView(order).lines().get(0).id();
        Receipts.Came came = new Receipts.Came(line, List.of("A", "known", "\u200bB\ufeff", "a", " ", "C", "D"), null);
        List<ReceiptQueries.Bad> bad = SchoolGiven.as(db, given.officer, () -> db.get(ReceiptQueries.class).bad(order, List.of(came)));
        assertThat(bad).extracting(b -> b.place() + " " + b.serial() + " " + b.why().key()).containsExactly("2 known delivery.serial_known",
                "4 a delivery.serial_twice", "6 D delivery.serial_beyond");
        assertThatThrownBy(() -> SchoolGiven.as(db, given.officer, () -> db.get(ReceiptQueries.class).bad(order, List.of(new Receipts.Came(line + 99,
                List.of("A"), null))))).isInstanceOf(NotFound.class);
        Integer seen = given.orderView(order).version();
        as(db, given.officer, () -> db.get(Receipts.class).receive(order, new Receipts.Receive(seen, "L-9", ProcurementGiven.today(),
                List.of(new Receipts.Came(line, List.of("A", "\u200bB\ufeff", "C"), null)))));
        assertThat(db.number("select count(*) from device where serial = 'B'")).isEqualTo(1);
        db.checks();
    }

    @Test
    void a_double_at_the_end_of_a_thousand_serials_is_named_and_the_others_go_in(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 200_000);
        Long order = given.order(given.approved(given.tablet(100), 1_000));
        Long line = given.orderView(order).lines().get(0).id();
        List<String> serials = new ArrayList<>(IntStream.range(0, 999).mapToObj(i -> "TAB-" + i).toList());
        serials.add("tab-0");
        Receipts.Came all = new Receipts.Came(line, List.copyOf(serials), null);
        assertThat(SchoolGiven.as(db, given.officer, () -> db.get(ReceiptQueries.class).bad(order, List.of(all)))).singleElement()
                .satisfies(b -> assertThat(b.place() + " " + b.serial() + " " + b.why().key()).isEqualTo("1000 tab-0 delivery.serial_twice"));
        Integer seen = given.orderView(order).version();
        assertThatThrownBy(() -> as(db, given.officer, () -> db.get(Receipts.class).receive(order, new Receipts.Receive(seen, "L-1000", ProcurementGiven.today(), List.of(all)))))
                .isInstanceOf(Refused.class).hasMessageContaining("delivery.serial_twice");
        assertThat(db.number("select count(*) from device")).as("nothing is half stored").isZero();
        as(db, given.officer, () -> db.get(Receipts.class).receive(order, new Receipts.Receive(seen, "L-1000", ProcurementGiven.today(),
                List.of(new Receipts.Came(line, serials.subList(0, 999), null)))));
        assertThat(db.number("select count(*) from device")).isEqualTo(999);
        assertThat(given.orderView(order).lines().get(0).delivered()).isEqualTo(999);
        db.checks();
    }

    @Test
    void the_same_delivery_sent_again_changes_nothing_and_says_so(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.MOBILE_DEVICE, 200_000);
        Long order = given.order(given.approved(given.tablet(40_000), 4));
        OrderQueries.View seen = given.orderView(order);
        Invoices.Received line = new Invoices.Received(seen.lines().get(0).id(), null, List.of("SN-1", "SN-2"));
        List<Throwable> lost = db.race(4, 4, () -> given.receive(seen, "1", line));
        assertThat(lost).hasSize(3).allSatisfy(e -> assertThat(e).isInstanceOf(Refused.class)
                .hasMessageContaining("delivery.already_received"));
        assertThat(given.money(budget)).containsExactly(0L, 80_000L, 80_000L);
        assertThat(db.number("SELECT count(*) FROM device")).isEqualTo(2);
        db.checks();
    }

    @Test
    void another_delivery_to_an_order_seen_before_the_first_is_a_conflict(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 200_000);
        Long order = given.order(given.approved(given.tablet(40_000), 4));
        given.receive(order, "1", null, "SN-1");
        OrderQueries.View seen = given.orderView(order);
        given.receive(order, "2", null, "SN-2");
        assertThatThrownBy(() -> given.receive(seen, "3", new Invoices.Received(seen.lines().get(0).id(), null, List.of("SN-3"))))
                .isInstanceOf(Conflict.class);
        db.checks();
    }

    @Test
    void a_known_serial_names_its_place_and_rolls_back_everything(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.MOBILE_DEVICE, 200_000);
        Long order = given.order(given.approved(given.tablet(40_000), 4));
        given.receive(order, "1", null, "SN-1");
        assertThatThrownBy(() -> given.receive(order, "2", null, "SN-2", "SN-1")).isInstanceOf(Refused.class)
                .hasMessageContaining("delivery.serial_known").hasMessageContaining("Görres-Gymnasium");
        assertThat(given.money(budget)).containsExactly(0L, 120_000L, 40_000L);
        assertThat(db.number("SELECT count(*) FROM delivery")).isEqualTo(1);
        assertThat(db.number("SELECT count(*) FROM device")).isEqualTo(1);
        db.checks();
    }

    @Test
    void an_invoice_number_of_a_supplier_is_booked_once(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 200_000);
        Long tablet = given.tablet(40_000);
        Long first = given.order(given.approved(tablet, 1));
        Long second = given.order(given.approved(tablet, 1));
        given.receive(first, "1", null, "SN-1");
        assertThatThrownBy(() -> given.receive(second, "1", null, "SN-2")).hasMessageStartingWith("invoice.booked[");
        db.checks();
    }

    @Test
    void an_invoice_that_another_authority_has_booked_is_refused_without_its_order(Db db) {
        ProcurementGiven here = ProcurementGiven.school(db, "Görres-Gymnasium");
        ProcurementGiven there = ProcurementGiven.school(db, "Fernes Gymnasium");
        here.budget(Category.MOBILE_DEVICE, 200_000);
        there.budget(Category.MOBILE_DEVICE, 200_000);
        Long tablet = here.tablet(40_000);
        here.receive(here.order(here.approved(tablet, 1)), "1", null, "SN-1");
        Long request = there.approved(tablet, 1);
        Long order = SchoolGiven.as(db, there.officer, () -> orders(db).place(new Orders.Place(here.supplier,
                there.request(request).lines().stream().map(RequestQueries.View.Line::id).toList(), null, null)));
        assertThatThrownBy(() -> there.receive(order, "1", null, "SN-2")).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.code()).isEqualTo("invoice.booked_elsewhere");
            assertThat(e.args()).containsExactly("R-1");
        });
        assertThat(db.number("select count(*) from device")).isEqualTo(1);
        db.checks();
    }

    @Test
    void a_dearer_invoice_must_fit_the_position(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.MOBILE_DEVICE, 100_000);
        Long order = given.order(given.approved(given.tablet(40_000), 2));
        assertThatThrownBy(() -> given.receive(order, "1", 50_001L, "SN-1", "SN-2")).hasMessageContaining("budget.not_enough");
        assertThat(given.money(budget)).containsExactly(0L, 80_000L, 0L);
        assertThat(db.number("SELECT count(*) FROM device")).isZero();
        given.receive(order, "1", 50_000L, "SN-1", "SN-2");
        assertThat(given.money(budget)).containsExactly(0L, 0L, 100_000L);
        db.checks();
    }

    @Test
    void wrong_days_wrong_numbers_and_foreign_lines_are_refused(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 200_000);
        Long order = given.order(given.approved(given.tablet(40_000), 1));
        Long line = given.orderView(order).lines().get(0).id();
        LocalDate today = ProcurementGiven.today();
        refused(db, given, order, receive(line, today.plusDays(1), today, List.of("1")), "delivery.in_future");
        refused(db, given, order, receive(line, today, today.plusDays(1), List.of("1")), "invoice.in_future");
        refused(db, given, order, receive(line, today.minusDays(1), today, List.of("1")), "delivery.before_order");
        refused(db, given, order, receive(line, today, today, List.of("1", "2")), "delivery.too_many");
        refused(db, given, order, receive(line, today, today, List.of(" ")), "delivery.nothing");
        refused(db, given, order, receive(line + 1, today, today, List.of("1")), "not_found");
        refused(db, given, order, receive(line, today, today.minusYears(5).minusDays(1), List.of("1")), "invoice.too_old");
        refused(db, given, order, new Invoices.Receive(1, "L-1", today, "R-1", today, List.of(new Invoices.Received(line, null, List.of("1")),
                new Invoices.Received(line, null, List.of("2")))), "delivery.line_twice");
        db.checks();
    }

    @Test
    void goods_are_expected_neither_in_the_past_nor_after_five_years(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 200_000);
        List<Long> lines = given.request(given.approved(given.tablet(40_000), 1)).lines().stream().map(RequestQueries.View.Line::id).toList();
        LocalDate today = ProcurementGiven.today();
        assertThatThrownBy(() -> as(db, given.officer, () -> orders(db).place(
                new Orders.Place(given.supplier, lines, today.minusDays(1), null)))).hasMessageContaining("order.expected_past");
        assertThatThrownBy(() -> as(db, given.officer, () -> orders(db).place(
                new Orders.Place(given.supplier, lines, today.plusYears(5).plusDays(1), null)))).hasMessageContaining("order.expected_far");
        as(db, given.officer, () -> orders(db).place(new Orders.Place(given.supplier, lines, today.plusYears(5), null)));
        db.checks();
    }

    @Test
    void orders_belong_to_the_authority_and_other_suppliers_or_authorities_are_refused(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        ProcurementGiven other = ProcurementGiven.school(db, "Realschule plus");
        given.budget(Category.MOBILE_DEVICE, 200_000);
        other.budget(Category.MOBILE_DEVICE, 200_000);
        Long tablet = given.tablet(40_000);
        Long mine = given.approved(tablet, 1);
        Long theirs = other.approved(tablet, 1);
        Long myLine = given.request(mine).lines().get(0).id();
        Long theirLine = other.request(theirs).lines().get(0).id();
        String both = SchoolGiven.user(db, "both", Role.FUNDING_OFFICER, null, null);
        String auditor = SchoolGiven.user(db, "auditor", Role.AUDITOR, null, null);
        assertThatThrownBy(() -> as(db, both, () -> orders(db).place(new Orders.Place(given.supplier, List.of(myLine, theirLine),
                null, null)))).hasMessageContaining("order.one_authority");
        assertThatThrownBy(() -> as(db, both, () -> orders(db).place(new Orders.Place(other.supplier, List.of(myLine), null, null))))
                .hasMessageContaining("order.other_supplier");
        assertThatThrownBy(() -> as(db, given.officer, () -> orders(db).place(new Orders.Place(given.supplier, List.of(theirLine),
                null, null)))).isInstanceOf(NotFound.class);
        as(db, given.officer, () -> assertThat(db.get(OrderQueries.class).openItems(null)).extracting(OrderQueries.OpenItem::id)
                .containsExactly(myLine));
        as(db, given.officer, () -> assertThat(List.of(db.get(OrderQueries.class).supplierOf(mine), db.get(OrderQueries.class).supplierOf(theirs)))
                .as("the supplier of a request of another authority is not told").containsExactly(Optional.of(given.supplier), Optional.empty()));
        Long order = given.order(mine);
        as(db, given.officer, () -> assertThat(db.get(OrderQueries.class).supplierOf(mine)).as("nothing waits").isEmpty());
        assertThatThrownBy(() -> other.orderView(order)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(db, given.admin, () -> db.get(OrderQueries.class).view(order))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(db, auditor, () -> orders(db).cancelRest(order, new Orders.CancelRest(0, "x"))))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> given.order(mine)).isInstanceOf(Refused.class).hasMessageContaining("order.item_not_open");
        db.checks();
    }

    @Test
    void two_orders_for_the_same_line_at_once_commit_once(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.MOBILE_DEVICE, 200_000);
        Long request = given.approved(given.tablet(40_000), 1);
        assertThat(db.race(4, 4, () -> given.order(request))).hasSize(3)
                .allSatisfy(e -> assertThat(e).hasMessageContaining("order.item_not_open"));
        assertThat(given.money(budget)).containsExactly(0L, 40_000L, 0L);
        db.checks();
    }

    @Test
    void orders_that_exceed_the_direct_award_limit_together_are_said_to_belong_together_perhaps(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 10_000_000);
        Long tablet = given.tablet(11_900);
        Long first = given.order(given.approved(tablet, 60));
        assertThat(given.orderView(first).timeline().toString()).doesNotContain("order.split");
        Long second = given.order(given.approved(tablet, 60));
        assertThat(given.orderView(second).timeline().toString()).contains("order.split");
        db.sql("update purchase_order set ordered_on = ordered_on - interval 13 month where id in (?, ?)", first, second);
        Long later = given.order(given.approved(tablet, 60));
        assertThat(given.orderView(later).timeline().toString()).as("long ago").doesNotContain("order.split");
    }

    @Test
    void what_an_order_comes_to_is_the_same_in_list_page_and_sheet_after_pieces_were_cancelled(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 5_000_000);
        Long order = given.order(given.approved(given.tablet(119_00), 18));
        OrderQueries.View seen = given.orderView(order);
        as(db, given.officer, () -> orders(db).change(order, new Orders.Change(seen.version(), seen.expectedOn(),
                List.of(new Orders.Less(seen.lines().get(0).id(), 5)), "Lieferant kann nicht")));
        agree(db, given, order, 13 * 119_00L, 13 * 100_00L, "1.547,00", "1.300,00");
        as(db, given.officer, () -> orders(db).cancelRest(order, new Orders.CancelRest(given.orderView(order).version(), "Lieferant insolvent")));
        agree(db, given, order, 0, 0, "0,00", "0,00");
    }

    private static void agree(Db db, ProcurementGiven given, Long order, long gross, long net, String grossText, String netText) {
        OrderQueries.View view = given.orderView(order);
        assertThat(view.totalCents()).isEqualTo(gross);
        assertThat(view.netCents()).isEqualTo(net);
        assertThat(view.orderedCents()).as("what was ordered first").isEqualTo(18 * 119_00L);
        assertThat(view.lines()).singleElement().satisfies(l -> {
            assertThat(l.sumCents()).isEqualTo(gross);
            assertThat(l.orderedCents()).isEqualTo(18 * 119_00L);
            assertThat(l.payers().stream().mapToLong(OrderQueries.View.Payer::cents).sum()).isEqualTo(gross);
        });
        assertThat(view.eligibleCents() + view.ineligibleCents()).isEqualTo(gross);
        as(db, given.officer, () -> {
            OrderList.Row row = db.get(OrderList.class).page(ListView.all().with("columns", "orderedCents,totalCents")).rows().get(0);
            assertThat(row.totalCents()).isEqualTo(gross);
            assertThat(row.orderedCents()).isEqualTo(18 * 119_00L);
            assertThat(PdfCheck.text(db.get(PrintQueries.class).print("order-sheet", order, null, Locale.GERMANY).bytes())).contains(grossText, netText);
        });
    }

    @Test
    void above_the_direct_award_limit_the_award_file_is_named(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 5_000_000);
        Long tablet = given.tablet(119_000);
        given.order(given.approved(tablet, 10));
        Long request = given.approved(tablet, 11);
        assertThatThrownBy(() -> given.order(request)).isInstanceOf(Refused.class).hasMessageContaining("order.award_needed");
        List<Long> lines = given.request(request).lines().stream().map(RequestQueries.View.Line::id).toList();
        as(db, given.officer, () -> orders(db).place(new Orders.Place(given.supplier, lines, null, "VG-2026-17")));
        db.checks();
    }

    @Test
    void the_price_of_today_is_taken_only_when_asked_for(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.MOBILE_DEVICE, 200_000);
        Long tablet = given.tablet(40_000);
        Long first = given.approved(tablet, 1);
        Long second = given.approved(tablet, 1);
        as(db, InventoryGiven.officer(db), () -> db.get(Catalogue.class).changeItem(tablet, new Catalogue.ChangeItem(1, "Tablet",
                Category.MOBILE_DEVICE, 38_000L, 1900, null, null, true)));
        given.order(first);
        List<Long> lines = given.request(second).lines().stream().map(RequestQueries.View.Line::id).toList();
        assertThatThrownBy(() -> as(db, given.officer, () -> orders(db).place(new Orders.Place(given.supplier, lines, null, null, true))))
                .as("who approved another price").hasMessageContaining("duty.price");
        as(db, given.receiver, () -> orders(db).place(new Orders.Place(given.supplier, lines, null, null, true)));
        assertThat(given.money(budget)).containsExactly(0L, 78_000L, 0L);
        db.checks();
    }

    @Test
    void accessories_are_counted_paid_and_become_no_device(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.MOBILE_DEVICE, 200_000);
        Long order = given.order(given.approved(given.item("Hülle", ModelKind.ACCESSORY, Category.MOBILE_DEVICE, 3_000), 10));
        OrderQueries.View seen = given.orderView(order);
        given.receive(seen, "1", new Invoices.Received(seen.lines().get(0).id(), null, List.of(), 10));
        assertThat(given.money(budget)).containsExactly(0L, 0L, 30_000L);
        assertThat(db.number("SELECT count(*) FROM device")).isZero();
        db.checks();
    }

    @Test
    void deliveries_at_once_to_orders_that_share_budgets_do_not_block_each_other(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 5_000_000);
        given.budget(Category.WLAN, 5_000_000);
        Long tablet = given.tablet(40_000);
        Long ap = given.accessPoint(45_000);
        List<OrderQueries.View> seen = IntStream.range(0, 6).mapToObj(i -> given.orderView(given.order(given.approve(given.submit(
                given.draft(i % 2 == 0
                        ? List.of(new Requests.Line(tablet, given.room, 1), new Requests.Line(ap, given.room, 1))
                        : List.of(new Requests.Line(ap, given.room, 1), new Requests.Line(tablet, given.room, 1)))))))).toList();
        java.util.Iterator<OrderQueries.View> next = seen.iterator();
        assertThat(db.race(6, 6, () -> {
            OrderQueries.View order;
            synchronized (next) {
                order = next.next();
            }
            given.receive(order, order.no(), new Invoices.Received(order.lines().get(0).id(), null, List.of("A" + order.id())),
                    new Invoices.Received(order.lines().get(1).id(), null, List.of("B" + order.id())));
        })).isEmpty();
        db.checks();
    }

    @Test
    void the_list_needs_as_many_statements_for_thirty_rows_as_for_one(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 5_000_000);
        Long tablet = given.tablet(40_000);
        Long first = given.order(given.approved(tablet, 2));
        as(db, given.officer, () -> {
            assertThat(db.statementsOf(() -> list(db))).hasSize(StatementBudgets.of("OrderList"));
            assertThat(db.statementsOf(() -> db.get(OrderQueries.class).view(first)))
                    .hasSize(StatementBudgets.of("OrderQueries.view"));
        });
        for (int i = 0; i < 29; i++) {
            given.order(given.approved(tablet, 1));
        }
        as(db, given.officer, () -> {
            assertThat(db.statementsOf(() -> assertThat(list(db).rows()).hasSize(30)))
                    .hasSize(StatementBudgets.of("OrderList.full"));
            assertThat(list(db).rows()).last().satisfies(r -> {
                assertThat(r.totalCents()).isEqualTo(80_000);
                assertThat(r.pieces()).isEqualTo(2);
            });
            assertThat(db.get(OrderList.class).page(ListView.all().with("state", OrderState.PLACED).with("open", true)
                    .with("supplier", given.supplier).with("school", given.school).with("q", "B-2").with("sort", "-supplier")).total()).isEqualTo(30);
        });
        as(db, given.admin, () -> assertThatThrownBy(() -> list(db)).as("a school sees no orders").isInstanceOf(Forbidden.class));
    }

    private static Invoices.Receive receive(Long line, LocalDate receivedOn, LocalDate invoicedOn, List<String> serials) {
        return new Invoices.Receive(1, "L-1", receivedOn, "R-1", invoicedOn, List.of(new Invoices.Received(line, null, serials)));
    }

    private static void refused(Db db, ProcurementGiven given, Long order, Invoices.Receive cmd, String code) {
        assertThatThrownBy(() -> as(db, given.officer, () -> db.get(Invoices.class).receive(order, cmd))).hasMessageContaining(code);
    }

    private static de.schulpakt.platform.row.Page<OrderList.Row> list(Db db) {
        return db.get(OrderList.class).page(ListView.all());
    }

    private static Orders orders(Db db) {
        return db.get(Orders.class);
    }

    private static void as(Db db, String login, ThrowingCallable work) {
        db.get(SignIn.class).as(login, () -> {
            try {
                work.call();
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void who_has_ordered_does_not_accept_another_price_beyond_the_tolerance(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 1_000_000);
        Long order = given.order(given.approved(given.tablet(40_000), 2));
        OrderQueries.View seen = given.orderView(order);
        Long line = seen.lines().get(0).id();
        LocalDate today = ProcurementGiven.today();
        Invoices.Receive dearer = new Invoices.Receive(seen.version(), "L-1", today, "R-1", today,
                List.of(new Invoices.Received(line, 800_000L, List.of("A"))));
        assertThatThrownBy(() -> as(db, given.officer, () -> db.get(Invoices.class).receive(order, dearer))).hasMessageContaining("duty.price");
        Invoices.Receive same = new Invoices.Receive(seen.version(), "L-1", today, "R-1", today,
                List.of(new Invoices.Received(line, 40_000L, List.of("A"))));
        as(db, given.officer, () -> db.get(Invoices.class).receive(order, same));
        given.receive(order, "2", 41_000L, "B");
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void a_programme_may_tolerate_a_small_difference(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.MOBILE_DEVICE, 1_000_000);
        FundingGiven.rule(db, db.number("select programme_id from budget where id = ?", budget), RuleKind.PRICE_TOLERANCE_BP, null, "250");
        Long order = given.order(given.approved(given.tablet(40_000), 2));
        LocalDate today = ProcurementGiven.today();
        Long line = given.orderView(order).lines().get(0).id();
        as(db, given.officer, () -> db.get(Invoices.class).receive(order, new Invoices.Receive(given.orderView(order).version(), "L-1", today, "R-1",
                today, List.of(new Invoices.Received(line, 41_000L, List.of("A"))))));
        assertThatThrownBy(() -> as(db, given.officer, () -> db.get(Invoices.class).receive(order, new Invoices.Receive(
                given.orderView(order).version(), "L-2", today, "R-2", today, List.of(new Invoices.Received(line, 41_001L, List.of("B")))))))
                .hasMessageContaining("duty.price");
    }

    @Test
    void what_will_not_come_is_given_up_with_the_longest_reason(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 1_000_000);
        Long order = given.order(given.approved(given.tablet(40_000), 2));
        as(db, given.officer, () -> orders(db).cancelRest(order, new Orders.CancelRest(given.orderView(order).version(), "r".repeat(2000))));
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.CANCELLED);
        db.checks();
    }

    @Test
    void a_refusal_names_nothing_of_a_foreign_authority(Db db) {
        ProcurementGiven own = ProcurementGiven.school(db, "Görres-Gymnasium");
        ProcurementGiven foreign = ProcurementGiven.school(db, "Hilda-Gymnasium");
        foreign.budget(Category.MOBILE_DEVICE, 1_000_000);
        own.budget(Category.MOBILE_DEVICE, 1_000_000);
        foreign.receive(foreign.order(foreign.approved(foreign.tablet(40_000), 1)), "1", null, "KNOWN");
        Long order = own.order(own.approved(own.tablet(40_000), 1));
        assertThatThrownBy(() -> own.receive(order, "9", null, "KNOWN")).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.code()).isEqualTo("delivery.serial_elsewhere");
            assertThat(e.args()).containsExactly("KNOWN");
        });
    }
}
