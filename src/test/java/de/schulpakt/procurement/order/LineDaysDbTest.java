package de.schulpakt.procurement.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.job.JobsGiven;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.receipt.BackKind;
import de.schulpakt.procurement.receipt.Returns;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.Requests;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each line of an order has its day; the order is expected when the first of them is. */
@DbTest
class LineDaysDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();
    private ProcurementGiven given;
    private Long order;
    private Long first;
    private Long second;

    @BeforeEach
    void twoLinesExpectedOnOneDay(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 2_000_00);
        Long item = given.accessPoint(100_00);
        Long request = given.approve(given.submit(given.draft(List.of(new Requests.Line(item, given.room, 1), new Requests.Line(item, SchoolGiven.room(db, given.school, "205"), 2)))));
        order = SchoolGiven.as(db, given.officer, () -> db.get(Orders.class).place(new Orders.Place(given.supplier,
                given.request(request).lines().stream().map(RequestQueries.View.Line::id).toList(), TODAY.plusDays(10), null)));
        first = view().lines().get(0).id();
        second = view().lines().get(1).id();
    }

    @AfterEach
    void theInvariantsHold(Db db) {
        db.checks();
    }

    @Test
    void a_line_is_promised_for_another_day_with_a_reason_and_the_order_goes_by_the_first(Db db) {
        assertThat(view().lines()).extracting(OrderQueries.View.Line::expectedOn).containsOnly(TODAY.plusDays(10));
        change(db, TODAY.plusDays(10), new Orders.Promise(second, TODAY.plusDays(30)));
        assertThat(view().expectedOn()).isEqualTo(TODAY.plusDays(10));
        assertThat(view().lines().get(1).expectedOn()).isEqualTo(TODAY.plusDays(30));
        assertThat(view().timeline().get(0).note()).isEqualTo("Lieferengpass");
        change(db, TODAY.plusDays(10), new Orders.Promise(first, null));
        assertThat(view().expectedOn()).as("of the first nobody knows").isEqualTo(TODAY.plusDays(30));
        change(db, TODAY.plusDays(5));
        assertThat(view().lines()).as("all that is awaited").extracting(OrderQueries.View.Line::expectedOn).containsOnly(TODAY.plusDays(5));
        change(db, TODAY.plusDays(6), new Orders.Promise(second, TODAY.plusDays(7)));
        assertThat(view().lines()).as("all, and one otherwise").extracting(OrderQueries.View.Line::expectedOn).containsExactly(TODAY.plusDays(6), TODAY.plusDays(7));
    }

    @Test
    void what_has_come_is_awaited_no_more_and_what_goes_back_is_again(Db db) {
        change(db, TODAY.plusDays(10), new Orders.Promise(second, TODAY.plusDays(30)));
        given.receive(view(), "1", new Invoices.Received(first, null, List.of("A")));
        assertThat(view().expectedOn()).isEqualTo(TODAY.plusDays(30));
        refused(() -> change(db, TODAY.plusDays(30), new Orders.Promise(first, TODAY.plusDays(3))), "order.line_not_awaited");
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Returns.class).back(order, new Returns.Back(view().version(), BackKind.SENT_BACK, first, List.of("A"), null, TODAY, null, null, "defekt"));
            return null;
        });
        assertThat(view().expectedOn()).isEqualTo(TODAY.plusDays(10));
        given.receive(view(), "2", new Invoices.Received(second, null, List.of("B", "C")));
        assertThat(view().expectedOn()).isEqualTo(TODAY.plusDays(10));
        change(db, TODAY.plusDays(10), new Orders.Promise(first, TODAY.plusDays(12)));
        assertThat(view().expectedOn()).isEqualTo(TODAY.plusDays(12));
    }

    @Test
    void a_day_is_not_past_nor_far_nor_said_twice_nor_of_another_order(Db db) {
        refused(() -> change(db, TODAY.plusDays(10), new Orders.Promise(first, TODAY.minusDays(1))), "order.expected_past");
        refused(() -> change(db, TODAY.plusDays(10), new Orders.Promise(first, TODAY.plusYears(6))), "order.expected_far");
        refused(() -> change(db, TODAY.plusDays(10), new Orders.Promise(first, TODAY.plusDays(1)), new Orders.Promise(first, TODAY.plusDays(2))), "order.line_twice");
        refused(() -> change(db, TODAY.plusDays(10), new Orders.Promise(first, TODAY.plusDays(10))), "order.nothing_changed");
        assertThatThrownBy(() -> change(db, TODAY.plusDays(10), new Orders.Promise(second + 1_000, TODAY))).isInstanceOf(NotFound.class);
        Integer seen = view().version();
        change(db, TODAY.plusDays(10), new Orders.Promise(first, TODAY.plusDays(11)));
        assertThatThrownBy(() -> SchoolGiven.as(db, given.officer, () -> {
            db.get(Orders.class).change(order, new Orders.Change(seen, TODAY.plusDays(10), null, "spät", List.of(new Orders.Promise(second, TODAY.plusDays(12)))));
            return null;
        })).isInstanceOf(Conflict.class);
    }

    @Test
    void who_receives_hears_once_of_each_day_that_has_passed(Db db) {
        db.sql("UPDATE order_line SET expected_on = ? WHERE id = ?", TODAY.minusDays(1), first);
        db.sql("UPDATE order_line SET expected_on = ? WHERE id = ?", TODAY.plusDays(3), second);
        db.sql("UPDATE purchase_order SET expected_on = ?", TODAY.minusDays(1));
        assertThat(view().lines()).extracting(l -> l.lateOn(TODAY)).containsExactly(true, false);
        assertThat(JobsGiven.run(db, "late")).isEqualTo("job.kind.late_told\n1");
        assertThat(JobsGiven.run(db, "late")).isEqualTo("job.kind.late_told\n0");
        db.sql("UPDATE order_line SET expected_on = ? WHERE id = ?", TODAY.minusDays(2), second);
        db.sql("UPDATE purchase_order SET expected_on = ?", TODAY.minusDays(2));
        assertThat(JobsGiven.run(db, "late")).as("the other line, too").isEqualTo("job.kind.late_told\n1");
        given.receive(view(), "1", new Invoices.Received(first, null, List.of("A")), new Invoices.Received(second, null, List.of("B", "C")));
        db.sql("DELETE FROM order_late");
        assertThat(JobsGiven.run(db, "late")).isEqualTo("job.kind.late_told\n0");
        assertThat(view().lines()).extracting(l -> l.lateOn(TODAY)).containsExactly(false, false);
    }

    private OrderQueries.View view() {
        return given.orderView(order);
    }

    private void change(Db db, LocalDate day, Orders.Promise... promises) {
        Integer seen = view().version();
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Orders.class).change(order, new Orders.Change(seen, day, null, "Lieferengpass", List.of(promises)));
            return null;
        });
    }

    private static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
