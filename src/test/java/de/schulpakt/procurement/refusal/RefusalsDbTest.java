package de.schulpakt.procurement.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.order.OrderState;
import de.schulpakt.procurement.receipt.Receipts;
import de.schulpakt.procurement.request.RequestState;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused or broken at the door is counted at its delivery, and its line waits on. */
@DbTest
class RefusalsDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();
    private ProcurementGiven given;
    private Long budget;
    private Long request;
    private Long order;
    private Long line;

    @BeforeEach
    void anOrderOfThree(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        budget = given.budget(Category.WLAN, 1_000_00);
        request = given.approved(given.accessPoint(100_00), 3);
        order = given.order(request);
        line = given.orderView(order).lines().get(0).id();
    }

    @AfterEach
    void everyCentIsThere(Db db) {
        db.checks();
    }

    @Test
    void what_is_broken_is_counted_beside_what_came_and_the_line_waits_for_it(Db db) {
        List<Long> money = given.money(budget);
        receive(db, "L-1", List.of("A"), piece(RefusedKind.BROKEN, 2));
        assertThat(given.money(budget)).isEqualTo(money);
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.PARTLY_DELIVERED);
        assertThat(given.orderView(order).lines().get(0).awaited()).isEqualTo(2);
        assertThat(db.number("select count(*) from device")).isEqualTo(1);
        assertThat(refused(db)).singleElement().satisfies(r -> {
            assertThat(r.pieces()).isEqualTo(2);
            assertThat(r.deliveryNoteNo()).isEqualTo("L-1");
            assertThat(r.kind()).isEqualTo(RefusedKind.BROKEN);
            assertThat(r.reason()).isEqualTo("Karton eingedrückt");
        });
        receive(db, "L-2", List.of("B", "C"));
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.DELIVERED);
        assertThat(given.request(request).state()).isEqualTo(RequestState.DELIVERED);
        assertThat(refused(db)).as("it stays to be read").hasSize(1);
    }

    @Test
    void a_delivery_of_which_all_was_refused_is_kept_and_nothing_goes_on(Db db) {
        receive(db, "L-1", List.of(), piece(RefusedKind.REFUSED, 3));
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.PLACED);
        assertThat(given.orderView(order).deliveries()).singleElement().satisfies(d -> assertThat(d.pieces()).isZero());
        assertThat(given.orderView(order).timeline().get(0).action()).isEqualTo("OrderAction.REFUSE");
        assertThat(given.request(request).state()).isEqualTo(RequestState.ORDERED);
        refused(() -> receive(db, "L-1", List.of("A")), "delivery.already_received");
        receive(db, "L-2", List.of("A", "B", "C"));
        assertThat(given.orderView(order).state()).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void more_than_was_awaited_is_refused_and_nothing_is_stored(Db db) {
        refused(() -> receive(db, "L-1", List.of("A"), piece(RefusedKind.BROKEN, 3)), "refused.too_many");
        refused(() -> receive(db, "L-1", List.of(), piece(RefusedKind.BROKEN, 2), piece(RefusedKind.REFUSED, 2)), "refused.too_many");
        refused(() -> receive(db, "L-1", List.of()), "delivery.nothing");
        assertThat(db.number("select count(*) from delivery")).isZero();
        assertThat(db.number("select count(*) from device")).isZero();
    }

    @Test
    void it_comes_with_an_invoice_too_that_pays_only_what_was_taken(Db db) {
        Integer seen = given.orderView(order).version();
        SchoolGiven.as(db, given.receiver, () -> db.get(Invoices.class).receive(order, new Invoices.Receive(seen, "L-1", TODAY, "R-1", TODAY,
                List.of(new Invoices.Received(line, null, List.of("A"))), List.of(piece(RefusedKind.BROKEN, 1)))));
        assertThat(given.money(budget)).containsExactly(0L, 200_00L, 100_00L);
        assertThat(refused(db)).hasSize(1);
    }

    @Test
    void it_is_noted_later_and_put_right_with_a_reason(Db db) {
        receive(db, "L-1", List.of("A"));
        Long delivery = given.orderView(order).deliveries().get(0).id();
        as(db, () -> db.get(Refusals.class).note(order, delivery, new Refusals.Note(given.orderView(order).version(), List.of(piece(RefusedKind.REFUSED, 1)))));
        Long id = refused(db).get(0).id();
        refused(() -> as(db, () -> db.get(Refusals.class).note(order, delivery, new Refusals.Note(given.orderView(order).version(),
                List.of(piece(RefusedKind.REFUSED, 3))))), "refused.too_many");
        as(db, () -> db.get(Refusals.class).undo(order, id, new Refusals.Undo(given.orderView(order).version(), "anderer Karton")));
        assertThat(refused(db).get(0).undoneWhy()).isEqualTo("anderer Karton");
        refused(() -> as(db, () -> db.get(Refusals.class).undo(order, id, new Refusals.Undo(given.orderView(order).version(), "x"))), "refused.undone");
        ProcurementGiven other = ProcurementGiven.school(db, "Andere");
        assertThatThrownBy(() -> SchoolGiven.as(db, other.officer, () -> db.get(RefusedQueries.class).of(order))).isInstanceOf(NotFound.class);
        Long second = given.order(given.approved(given.accessPoint(10_00), 1));
        assertThatThrownBy(() -> as(db, () -> db.get(Refusals.class).note(second, delivery, new Refusals.Note(given.orderView(second).version(),
                List.of(piece(RefusedKind.REFUSED, 1)))))).isInstanceOf(NotFound.class);
    }

    private Refusals.Piece piece(RefusedKind kind, int pieces) {
        return new Refusals.Piece(line, kind, pieces, "Karton eingedrückt");
    }

    private void receive(Db db, String note, List<String> serials, Refusals.Piece... refused) {
        Integer seen = given.orderView(order).version();
        as(db, () -> db.get(Receipts.class).receive(order, new Receipts.Receive(seen, note, TODAY, serials.isEmpty() ? List.of()
                : List.of(new Receipts.Came(line, serials, null)), List.of(refused))));
    }

    private void as(Db db, Runnable work) {
        SchoolGiven.as(db, given.receiver, () -> {
            work.run();
            return null;
        });
    }

    private List<RefusedQueries.Pieces> refused(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(RefusedQueries.class).of(order));
    }

    private static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
