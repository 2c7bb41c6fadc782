package de.schulpakt.procurement.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.ledger.OwnMoney;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.inventory.device.DeviceNumbers;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.swap.SwapList;
import de.schulpakt.inventory.swap.Swaps;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.invoice.InvoiceKind;
import de.schulpakt.procurement.invoice.InvoiceQueries;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.invoice.LineKind;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.OrderState;
import de.schulpakt.procurement.order.Orders;
import de.schulpakt.procurement.request.RequestState;
import de.schulpakt.procurement.request.Requests;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was received can be put right: sent back, exchanged, credited, or found never to have come. */
@DbTest
class ReturnsDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();
    private ProcurementGiven given;
    private Long budget;
    private Long request;
    private Long order;
    private Long line;
    private int number;

    @BeforeEach
    void anOrderOfThree(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        budget = given.budget(Category.WLAN, 2_000_00);
        request = given.approved(given.accessPoint(333_33), 3);
        order = given.order(request);
        line = given.orderView(order).lines().get(0).id();
        db.sql("UPDATE purchase_order SET ordered_on = ? WHERE id = ?", TODAY.minusDays(30), order);
    }

    @AfterEach
    void everyCentIsThere(Db db) {
        db.checks();
    }

    @Test
    void what_is_not_paid_goes_back_without_money_and_what_comes_next_stands_in_its_place(Db db) {
        come("A", "B", "C");
        back(BackKind.SENT_BACK, List.of("b"));
        Long old = device(db, "B");
        assertThat(given.money(budget)).containsExactly(0L, 999_99L, 0L);
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.PARTLY_DELIVERED);
        assertThat(given.request(request).state()).isEqualTo(RequestState.ORDERED);
        assertThat(device(old).state()).isEqualTo(DeviceState.RETIRED);
        assertThat(device(old).disposal()).isEqualTo(Devices.DeviceDisposal.RETURNED);
        assertThat(given.orderView(order).returns()).extracting("serial", "replacedId").containsExactly(org.assertj.core.groups.Tuple.tuple("B", null));
        come("B2");
        DeviceQueries.View next = device(device(db, "B2"));
        assertThat(next.replacesId()).isEqualTo(old);
        assertThat(device(old).replacedByNo()).isEqualTo(next.inventoryNo());
        assertThat(next.priceCents()).isEqualTo(333_33);
        assertThat(next.targetRoomId()).isEqualTo(given.room);
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.DELIVERED);
        assertThat(given.request(request).state()).isEqualTo(RequestState.DELIVERED);
        assertThat(db.number("SELECT count(*) FROM ticket_device WHERE device_id = ?", next.id())).as("its ticket goes on").isEqualTo(1);
        assertThat(db.number("SELECT count(*) FROM ticket_device WHERE device_id = ?", old)).isZero();
        assertThat(db.number("SELECT count(*) FROM ticket")).as("no second ticket").isEqualTo(3);
        pay(3, 999_99);
        assertThat(given.money(budget)).containsExactly(0L, 0L, 999_99L);
        assertThat(db.number("SELECT count(*) FROM invoiced_device WHERE device_id = ?", old)).isZero();
        assertThat(db.number("SELECT count(*) FROM notice WHERE kind = 'message.returned'")).isPositive();
    }

    @Test
    void an_exchange_keeps_room_payers_binding_and_what_paid_it(Db db) {
        come("A", "B", "C");
        pay(3, 999_99);
        Long old = device(db, "A");
        InventoryGiven.place(db, given.admin, old, given.room);
        db.sql("UPDATE device SET state = 'IN_SERVICE', in_service_on = ?, binding_end_on = ? WHERE id = ?", TODAY.minusDays(3), TODAY.minusDays(3).plusYears(5), old);
        db.sql("UPDATE ticket SET state = 'CANCELLED', closed_at = opened_at WHERE id = (SELECT ticket_id FROM ticket_device WHERE device_id = ?)", old);
        exchange("A", "A2", "LS-T");
        DeviceQueries.View next = device(device(db, "A2"));
        assertThat(next.roomId()).isEqualTo(given.room);
        assertThat(next.bindingEndOn()).as("bound as the first was").isEqualTo(TODAY.minusDays(3).plusYears(5));
        assertThat(device(old).roomId()).isNull();
        assertThat(given.money(budget)).containsExactly(0L, 0L, 999_99L);
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.DELIVERED);
        assertThat(db.number("SELECT count(*) FROM invoiced_device WHERE device_id = ?", next.id())).isEqualTo(1);
        assertThat(db.number("SELECT count(*) FROM invoiced_device WHERE device_id = ?", old)).isZero();
        assertThat(db.number("SELECT count(*) FROM ticket_device WHERE device_id = ?", next.id())).as("the first was done: a new ticket").isEqualTo(1);
        assertThat(db.number("SELECT count(*) FROM device_payer WHERE device_id = ? AND amount_cents = 33333", next.id())).isEqualTo(1);
        SchoolGiven.as(db, given.admin, () -> {
            db.sql("UPDATE device SET state = 'IN_STOCK' WHERE id = ?", next.id());
            return null;
        });
        exchange("A2", "A3", "LS-T2");
        assertThat(device(device(db, "A3")).bindingEndOn()).isEqualTo(TODAY.minusDays(3).plusYears(5));
        Long own = SchoolGiven.as(db, given.officer, () -> db.get(OwnMoney.class).open(new OwnMoney.Open(given.authority, TODAY.getYear(), "1", "X", 2_000_00L, "x")));
        repay(own);
        assertThat(device(device(db, "A3")).bindingEndOn()).as("own money binds nothing").isNull();
        repay(budget);
        assertThat(device(device(db, "A3")).bindingEndOn()).as("bound again, from the same day").isEqualTo(TODAY.minusDays(3).plusYears(5));
    }

    @Test
    void a_credit_note_gives_back_the_money_of_what_was_paid(Db db) {
        orderOf(given.accessPoint(100_00), 4);
        come("A", "B");
        pay(2, 200_00);
        come("C", "D");
        back(BackKind.SENT_BACK, List.of("C"));
        back(BackKind.SENT_BACK, List.of("A", "B"));
        credit(1, 100_00);
        assertThat(db.number("SELECT device_id FROM goods_back WHERE credit_part_id IS NOT NULL")).isEqualTo(device(db, "A"));
    }

    @Test
    void what_comes_with_its_invoice_stands_in_the_place_of_what_was_not_paid(Db db) {
        come("A", "B");
        pay(1, 333_33);
        back(BackKind.SENT_BACK, List.of("A", "B"));
        given.receive(order, "9", 330_00L, "B2", "N");
        DeviceQueries.View next = device(device(db, "B2"));
        assertThat(next.replacesId()).isEqualTo(device(db, "B"));
        assertThat(next.priceCents()).isEqualTo(330_00);
        assertThat(db.number("SELECT sum(amount_cents) FROM device_payer WHERE device_id = ?", next.id())).isEqualTo(330_00);
        assertThat(db.number("SELECT count(*) FROM invoiced_device WHERE device_id = ?", next.id())).isEqualTo(1);
        assertThat(device(device(db, "N")).replacesId()).isNull();
        db.checks();
        come("A2");
        assertThat(device(device(db, "A2")).replacesId()).isEqualTo(device(db, "A"));
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void a_credit_note_over_two_orders_tells_each_request_of_its_own(Db db) {
        come("A", "B", "C");
        pay(3, 999_99);
        back(BackKind.SENT_BACK, List.of("A", "B", "C"));
        Long first = order;
        Invoices.Line one = new Invoices.Line(LineKind.GOODS, "Gerät", 3, 840_33L, 1900, line, null);
        Long second = orderOf(given.accessPoint(119_00), 1);
        come("D");
        pay(1, 119_00);
        back(BackKind.SENT_BACK, List.of("D"));
        approved(InvoiceKind.CREDIT_NOTE, 1_118_99, one, new Invoices.Line(LineKind.GOODS, "Gerät", 1, 100_00L, 1900, line, null));
        String no = given.orderView(first).no();
        String other = given.orderView(order).no();
        assertThat(given.request(request).timeline().get(0).facts().toString()).contains(no).doesNotContain(other);
        assertThat(given.request(second).timeline().get(0).facts().toString()).contains(other).doesNotContain(no);
    }

    @Test
    void what_is_paid_and_went_back_waits_for_its_replacement_or_a_credit_note(Db db) {
        come("A", "B", "C");
        pay(3, 999_99);
        back(BackKind.SENT_BACK, List.of("A", "B"));
        assertThat(given.money(budget)).containsExactly(0L, 0L, 999_99L);
        refused("order.owed", () -> officer(db, () -> db.get(Orders.class).cancelRest(order, new Orders.CancelRest(given.orderView(order).version(), "x"))));
        refused("order.owed", () -> officer(db, () -> db.get(Orders.class).change(order, new Orders.Change(given.orderView(order).version(), null,
                List.of(new Orders.Less(line, 1)), "x"))));
        refused("invoice.paid_already", () -> given.receive(order, "9", null, "A9"));
        Long credit = credit(1, 333_33);
        assertThat(given.money(budget)).containsExactly(0L, 0L, 666_66L);
        assertThat(given.orderView(order).lines().get(0).awaited()).isEqualTo(1);
        db.checks();
        come("B2");
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.DELIVERED);
        db.checks();
        Integer seen = SchoolGiven.as(db, given.officer, () -> db.get(InvoiceQueries.class).view(credit)).version();
        officer(db, () -> db.get(Invoices.class).cancel(credit, new Invoices.Reason(seen, "falsch")));
        assertThat(given.money(budget)).containsExactly(0L, 0L, 999_99L);
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.PARTLY_DELIVERED);
        db.checks();
        come("A2");
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.DELIVERED);
        assertThat(db.number("SELECT count(*) FROM invoiced_device")).isEqualTo(3);
    }

    @Test
    void an_order_that_went_back_whole_and_is_credited_is_cancelled_and_its_request_too(Db db) {
        come("A", "B", "C");
        pay(3, 999_99);
        back(BackKind.SENT_BACK, List.of("A", "B", "C"));
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.PLACED);
        db.checks();
        Long credit = credit(3, 999_99);
        Long paid = db.number("SELECT id FROM invoice WHERE kind = 'INVOICE'");
        Integer as = SchoolGiven.as(db, given.officer, () -> db.get(InvoiceQueries.class).view(paid)).version();
        refused("invoice.credited", () -> officer(db, () -> db.get(Invoices.class).cancel(paid, new Invoices.Reason(as, "falsch"))));
        assertThat(given.money(budget)).containsExactly(0L, 0L, 0L);
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(given.request(request).state()).isEqualTo(RequestState.CANCELLED);
        db.checks();
        Integer seen = SchoolGiven.as(db, given.officer, () -> db.get(InvoiceQueries.class).view(credit)).version();
        officer(db, () -> db.get(Invoices.class).cancel(credit, new Invoices.Reason(seen, "falsch")));
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.PLACED);
        assertThat(given.request(request).state()).isEqualTo(RequestState.ORDERED);
    }

    @Test
    void what_was_booked_by_mistake_ends_and_its_serial_is_free_again(Db db) {
        come("A", "B");
        db.sql("UPDATE device SET delivered_on = ?", TODAY.minusDays(9));
        db.sql("UPDATE device SET binding_start = 'DELIVERY', binding_mode = 'EXACT_DATE', binding_end_on = delivered_on + INTERVAL binding_years YEAR");
        Long wrong = device(db, "A");
        back(BackKind.NEVER_CAME, List.of("A"));
        assertThat(device(wrong).serial()).isNull();
        assertThat(device(wrong).disposal()).isEqualTo(Devices.DeviceDisposal.NEVER_CAME);
        come("A");
        assertThat(device(device(db, "A")).replacesId()).isEqualTo(wrong);
        assertThat(device(device(db, "A")).bindingEndOn()).as("bound from the day on which it came itself").isEqualTo(TODAY.plusYears(5));
        assertThat(given.money(budget)).containsExactly(0L, 999_99L, 0L);
    }

    @Test
    void what_is_wrong_is_refused_and_nothing_has_changed(Db db) {
        come("A", "B");
        refused("back.nothing", () -> back(BackKind.SENT_BACK, List.of(" ")));
        refused("back.unknown", () -> back(BackKind.SENT_BACK, List.of("X")));
        refused("back.twice", () -> back(BackKind.SENT_BACK, List.of("A", "a")));
        refused("back.wrong_day", () -> back(new Returns.Back(seen(), BackKind.SENT_BACK, line, List.of("A"), null, TODAY.plusDays(1), null, null, "x")));
        refused("back.wrong_day", () -> back(new Returns.Back(seen(), BackKind.SENT_BACK, line, List.of("A"), null, TODAY.minusDays(1), null, null, "x")));
        refused("back.exchange_uneven", () -> back(new Returns.Back(seen(), BackKind.EXCHANGED, line, List.of("A", "B"), null, TODAY, List.of("C"), "L", "x")));
        refused("back.note_missing", () -> back(new Returns.Back(seen(), BackKind.EXCHANGED, line, List.of("A"), null, TODAY, List.of("C"), " ", "x")));
        refused("back.note_booked", () -> exchange("A", "C", "LS-1"));
        refused("device.serial_taken", () -> exchange("A", "B", "LS-9"));
        db.sql("UPDATE device SET lent = TRUE WHERE serial = 'A'");
        refused("device.lent", () -> back(BackKind.SENT_BACK, List.of("A")));
        db.sql("UPDATE device SET lent = FALSE WHERE serial = 'A'");
        assertThatThrownBy(() -> back(new Returns.Back(seen(), BackKind.SENT_BACK, -1L, List.of("A"), null, TODAY, null, null, "x"))).isInstanceOf(NotFound.class);
        assertThat(given.orderView(order).returns()).isEmpty();
        assertThat(given.orderView(order).lines().get(0).delivered()).isEqualTo(2);
        back(BackKind.SENT_BACK, List.of("A"));
        refused("back.unknown", () -> back(BackKind.SENT_BACK, List.of("A")));
    }

    @Test
    void what_is_only_counted_goes_back_by_pieces(Db db) {
        given.budget(Category.MOBILE_DEVICE, 500_00);
        Long pens = given.order(given.approved(given.item("Stift", de.schulpakt.inventory.device.ModelKind.ACCESSORY, Category.MOBILE_DEVICE, 50_00), 4));
        OrderQueries.View seen = given.orderView(pens);
        Long of = seen.lines().get(0).id();
        SchoolGiven.as(db, given.receiver, () -> db.get(Receipts.class).receive(pens, new Receipts.Receive(seen.version(), "LS-P", TODAY,
                List.of(new Receipts.Came(of, null, 4)))));
        refused("back.too_many", () -> pens(pens, of, 5));
        pens(pens, of, 3);
        assertThat(given.orderView(pens).lines().get(0).awaited()).isEqualTo(3);
        assertThat(given.orderView(pens).returns()).extracting("pieces").containsExactly(3);
        SchoolGiven.as(db, given.receiver, () -> db.get(Receipts.class).receive(pens, new Receipts.Receive(given.orderView(pens).version(), "LS-Q", TODAY,
                List.of(new Receipts.Came(of, null, 3)))));
        order = pens;
        line = of;
        pay(4, 200_00);
        pens(pens, of, 3);
        credit(2, 100_00);
        assertThat(db.number("SELECT sum(pieces) FROM goods_back WHERE credit_part_id IS NOT NULL")).isEqualTo(2);
        assertThat(db.number("SELECT sum(pieces) FROM goods_back")).isEqualTo(6);
    }

    @Test
    void number_and_day_of_a_delivery_note_are_put_right_and_the_devices_follow(Db db) {
        come("A", "B");
        come("C");
        db.sql("UPDATE device SET binding_start = 'DELIVERY', binding_mode = 'EXACT_DATE', binding_end_on = delivered_on + INTERVAL binding_years YEAR");
        Long receipt = given.orderView(order).deliveries().get(0).id();
        refused("back.not_changed", () -> correct(receipt, "LS-1", TODAY));
        refused("delivery.in_future", () -> correct(receipt, "LS-1", TODAY.plusDays(1)));
        refused("delivery.before_order", () -> correct(receipt, "LS-1", TODAY.minusDays(31)));
        refused("back.note_booked", () -> correct(receipt, "LS-2", TODAY));
        correct(receipt, "LS-0815", TODAY.minusDays(2));
        assertThat(given.orderView(order).deliveries().get(0).deliveryNoteNo()).isEqualTo("LS-0815");
        DeviceQueries.View a = device(device(db, "A"));
        assertThat(a.deliveredOn()).isEqualTo(TODAY.minusDays(2));
        assertThat(a.bindingEndOn()).isEqualTo(TODAY.minusDays(2).plusYears(a.bindingYears()));
        assertThat(device(device(db, "C")).deliveredOn()).isEqualTo(TODAY);
        db.sql("UPDATE application SET period_to = ?", TODAY.minusDays(20));
        refused("budget.period_over", () -> correct(receipt, "LS-0815", TODAY.minusDays(1)));
    }

    @Test
    void an_exchange_that_had_never_come_is_undone_in_the_list_of_swaps(Db db) {
        come("A", "B");
        exchange("A", "A2", "LS-X");
        exchange("B", "B2", "LS-Y");
        Long second = device(db, "A2");
        back(BackKind.SENT_BACK, List.of("B2"));
        assertThat(swaps()).as("what goes back later had come").extracting(w -> w.undoneAt() == null).containsExactly(true, true);
        back(new Returns.Back(seen(), BackKind.NEVER_CAME, line, List.of("A2"), null, TODAY, null, null, "Falsch gescannt"));
        assertThat(swaps()).filteredOn(w -> w.kind() == Swaps.SwapKind.ORDER && w.undoneAt() != null).singleElement().satisfies(w -> {
            assertThat(w.newId()).isEqualTo(second);
            assertThat(w.undoneWhy()).isEqualTo("Falsch gescannt");
            assertThat(w.undoneBy()).isEqualTo(w.swappedBy());
        });
        assertThat(swaps()).extracting(w -> w.undoneAt() == null).containsExactly(true, false);
        db.checks();
    }

    private List<SwapList.Row> swaps() {
        return SchoolGiven.as(given.db, given.receiver, () -> given.db.get(SwapList.class).page(ListView.all())).rows();
    }

    @Test
    void what_came_in_the_place_of_a_device_is_bound_from_its_corrected_day(Db db) {
        come("A", "B");
        db.sql("UPDATE delivery SET received_on = ?", TODAY.minusDays(9));
        db.sql("UPDATE device SET delivered_on = ?", TODAY.minusDays(9));
        db.sql("UPDATE device SET binding_start = 'DELIVERY', binding_mode = 'EXACT_DATE', binding_end_on = delivered_on + INTERVAL binding_years YEAR");
        Long receipt = given.orderView(order).deliveries().get(0).id();
        back(new Returns.Back(seen(), BackKind.EXCHANGED, line, List.of("A"), null, TODAY.minusDays(5), List.of("A2"), "LS-T", "beschädigt"));
        exchange("A2", "A3", "LS-T2");
        refused("back.gone_before", () -> correct(receipt, "LS-1", TODAY.minusDays(4)));
        correct(receipt, "LS-1", TODAY.minusDays(7));
        for (String serial : List.of("A", "B", "A2", "A3")) {
            assertThat(device(device(db, serial)).bindingEndOn()).as(serial).isEqualTo(TODAY.minusDays(7).plusYears(5));
        }
        assertThat(device(device(db, "A2")).deliveredOn()).isEqualTo(TODAY.minusDays(5));
    }

    @Test
    void a_misread_serial_is_put_right_and_the_wrong_one_goes_on_to_find_the_device(Db db) {
        come("A8", "B");
        Long device = device(db, "A8");
        SchoolGiven.as(db, given.admin, () -> {
            refused("identifier.same", () -> db.get(DeviceNumbers.class).correct(device, new DeviceNumbers.Correct("A8", "x")));
            refused("identifier.taken", () -> db.get(DeviceNumbers.class).correct(device, new DeviceNumbers.Correct("B", "x")));
            db.get(DeviceNumbers.class).correct(device, new DeviceNumbers.Correct(" AB ", "B als 8 gelesen"));
            assertThat(db.get(DeviceQueries.class).view(device).serial()).isEqualTo("AB");
            assertThat(db.get(DeviceQueries.class).known("A8")).extracting("deviceId").containsExactly(device);
            return null;
        });
        back(BackKind.SENT_BACK, List.of("AB"));
        SchoolGiven.as(db, given.admin, () -> {
            refused("identifier.ended", () -> db.get(DeviceNumbers.class).correct(device, new DeviceNumbers.Correct("AC", "x")));
            return null;
        });
    }

    @Test
    void what_an_invoice_spent_is_taken_back_from_whom_it_was_spent_to_the_cent(Db db) {
        Long position = given.budget(Category.MOBILE_DEVICE, 100_00);
        Long own = SchoolGiven.as(db, given.officer, () -> db.get(OwnMoney.class).open(new OwnMoney.Open(given.authority, TODAY.getYear(), "1", "X", 100_00L, "x")));
        Long tablets = given.submitted(given.tablet(33_35), 5);
        Long asked = given.request(tablets).lines().get(0).id();
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Requests.class).approve(tablets, new Requests.Approve(given.version(tablets), null,
                    List.of(new Requests.PayFrom(asked, position, null, 5_990), new Requests.PayFrom(asked, own, null, 4_010)), null));
            return null;
        });
        order = given.order(tablets);
        line = given.orderView(order).lines().get(0).id();
        List<Long> before = List.of(given.money(position).get(1), given.money(own).get(1));
        come("T1", "T2", "T3");
        Long first = pay(1, 33_35);
        Long second = pay(2, 66_71);
        for (Long invoice : List.of(first, second)) {
            Integer seen = SchoolGiven.as(db, given.officer, () -> db.get(InvoiceQueries.class).view(invoice)).version();
            officer(db, () -> db.get(Invoices.class).cancel(invoice, new Invoices.Reason(seen, "falsch")));
            db.checks();
        }
        assertThat(given.money(position)).containsExactly(0L, before.get(0), 0L);
        assertThat(given.money(own)).containsExactly(0L, before.get(1), 0L);
    }

    private Long orderOf(Long item, int pieces) {
        Long asked = given.approved(item, pieces);
        order = given.order(asked);
        line = given.orderView(order).lines().get(0).id();
        return asked;
    }

    private void repay(Long from) {
        officer(given.db, () -> given.db.get(Orders.class).repay(order, new Orders.Repay(seen(), line, List.of(new Orders.PayFrom(from, null, null)), "falscher Topf")));
    }

    private Integer seen() {
        return given.orderView(order).version();
    }

    private void come(String... serials) {
        Integer seen = seen();
        SchoolGiven.as(given.db, given.receiver, () -> given.db.get(Receipts.class).receive(order, new Receipts.Receive(seen, "LS-" + ++number, TODAY,
                List.of(new Receipts.Came(line, Arrays.asList(serials), null)))));
    }

    private void back(BackKind kind, List<String> serials) {
        back(new Returns.Back(seen(), kind, line, serials, null, TODAY, null, null, "beschädigt"));
    }

    private void exchange(String old, String next, String note) {
        back(new Returns.Back(seen(), BackKind.EXCHANGED, line, List.of(old), null, TODAY, List.of(next), note, "beschädigt"));
    }

    private void pens(Long of, Long its, int pieces) {
        Integer seen = given.orderView(of).version();
        SchoolGiven.as(given.db, given.receiver, () -> {
            given.db.get(Returns.class).back(of, new Returns.Back(seen, BackKind.SENT_BACK, its, null, pieces, TODAY, null, null, "zerbrochen"));
            return null;
        });
    }

    private void back(Returns.Back cmd) {
        SchoolGiven.as(given.db, given.receiver, () -> {
            given.db.get(Returns.class).back(order, cmd);
            return null;
        });
    }

    private void correct(Long receipt, String note, LocalDate day) {
        Integer seen = seen();
        SchoolGiven.as(given.db, given.receiver, () -> {
            given.db.get(Returns.class).correct(order, receipt, new Returns.Correct(seen, note, day, "verschrieben"));
            return null;
        });
    }

    private Long pay(int pieces, long gross) {
        return approved(InvoiceKind.INVOICE, pieces, gross);
    }

    private Long credit(int pieces, long gross) {
        return approved(InvoiceKind.CREDIT_NOTE, pieces, gross);
    }

    private Long approved(InvoiceKind kind, int pieces, long gross) {
        return approved(kind, gross, new Invoices.Line(LineKind.GOODS, "Gerät", pieces, gross - gross * 19 / 119, 1900, line, null));
    }

    private Long approved(InvoiceKind kind, long gross, Invoices.Line... lines) {
        long net = Arrays.stream(lines).mapToLong(Invoices.Line::netCents).sum();
        Db db = given.db;
        Long id = SchoolGiven.as(db, given.officer, () -> db.get(Invoices.class).capture(new Invoices.Capture(given.supplier, given.authority, kind,
                "R-" + ++number, TODAY, TODAY, null, net, gross, null, null, null, List.of(lines), List.of(new Invoices.Vat(1900, net, gross - net)))));
        officer(db, () -> db.get(Invoices.class).check(id, new Invoices.Check(db.get(InvoiceQueries.class).view(id).version(), "so ist es")));
        SchoolGiven.as(db, given.receiver, () -> {
            db.get(Invoices.class).approve(id, new Invoices.Approve(db.get(InvoiceQueries.class).view(id).version(), null));
            return null;
        });
        return id;
    }

    private void officer(Db db, Runnable work) {
        SchoolGiven.as(db, given.officer, () -> {
            work.run();
            return null;
        });
    }

    private DeviceQueries.View device(Long id) {
        return SchoolGiven.as(given.db, given.officer, () -> given.db.get(DeviceQueries.class).view(id));
    }

    private static Long device(Db db, String serial) {
        return db.number("SELECT id FROM device WHERE serial = ?", serial);
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
