package de.schulpakt.procurement.receipt;

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
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What came beyond the order is noted, moves nothing, and stands aside until it is gone. */
@DbTest
class SurplusesDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();
    private ProcurementGiven given;
    private Long budget;
    private Long order;
    private Long line;

    @BeforeEach
    void anOrderOfTwo(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        budget = given.budget(Category.WLAN, 1_000_00);
        order = given.order(given.approved(given.accessPoint(100_00), 2));
        line = given.orderView(order).lines().get(0).id();
    }

    @AfterEach
    void everyCentIsThere(Db db) {
        db.checks();
    }

    @Test
    void what_is_awaited_is_received_first_and_the_rest_is_surplus_without_money_or_device(Db db) {
        given.receive(order, "1", null, "A");
        refused(() -> note(db, 1, TODAY), "surplus.awaited");
        given.receive(order, "2", null, "B");
        List<Long> money = given.money(budget);
        note(db, 3, TODAY);
        assertThat(given.money(budget)).isEqualTo(money);
        assertThat(db.number("SELECT count(*) FROM device WHERE order_line_id = ?", line)).isEqualTo(2);
        assertThat(surpluses(db)).singleElement().satisfies(s -> {
            assertThat(s.pieces()).isEqualTo(3);
            assertThat(s.endedOn()).isNull();
        });
        assertThat(given.orderView(order).lines().get(0).delivered()).isEqualTo(2);
        assertThat(given.orderView(order).timeline().get(0).action()).isEqualTo("OrderAction.SURPLUS");
    }

    @Test
    void it_ends_once_with_a_day_and_a_reason(Db db) {
        given.receive(order, "1", null, "A", "B");
        Long id = note(db, 1, TODAY);
        refused(() -> end(db, id, given.orderView(order).version(), TODAY.plusDays(1)), "delivery.in_future");
        refused(() -> note(db, 1, TODAY.minusDays(400)), "delivery.before_order");
        assertThatThrownBy(() -> end(db, id, given.orderView(order).version() - 1, TODAY)).isInstanceOf(Conflict.class);
        end(db, id, given.orderView(order).version(), TODAY);
        assertThat(surpluses(db).get(0).endedWhy()).isEqualTo("abgeholt");
        refused(() -> end(db, id, given.orderView(order).version(), TODAY), "surplus.ended");
        Integer seen = given.orderView(order).version();
        note(db, 1, TODAY);
        assertThatThrownBy(() -> SchoolGiven.as(db, given.receiver, () -> db.get(Surpluses.class).note(order, new Surpluses.Note(seen, line, 1, TODAY, null))))
                .as("pressed twice").isInstanceOf(Conflict.class);
    }

    @Test
    void nobody_notes_it_at_an_order_of_another_authority_or_a_line_of_another_order(Db db) {
        given.receive(order, "1", null, "A", "B");
        Long id = note(db, 1, TODAY);
        ProcurementGiven other = ProcurementGiven.school(db, "Andere Schule");
        assertThatThrownBy(() -> SchoolGiven.as(db, other.officer, () -> db.get(ReceiptQueries.class).surpluses(order))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, other.officer, () -> db.get(Surpluses.class).note(order, new Surpluses.Note(0, line, 1, TODAY, null))))
                .isInstanceOf(NotFound.class);
        Long second = given.order(given.approved(given.accessPoint(10_00), 1));
        assertThatThrownBy(() -> SchoolGiven.as(db, given.receiver, () -> {
            db.get(Surpluses.class).end(second, id, new Surpluses.End(1, TODAY, "x"));
            return null;
        })).isInstanceOf(NotFound.class);
    }

    private Long note(Db db, int pieces, LocalDate day) {
        Integer seen = given.orderView(order).version();
        return SchoolGiven.as(db, given.receiver, () -> db.get(Surpluses.class).note(order, new Surpluses.Note(seen, line, pieces, day, "lag dabei")));
    }

    private void end(Db db, Long id, Integer seen, LocalDate day) {
        SchoolGiven.as(db, given.receiver, () -> {
            db.get(Surpluses.class).end(order, id, new Surpluses.End(seen, day, "abgeholt"));
            return null;
        });
    }

    private List<ReceiptQueries.Surplus> surpluses(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(ReceiptQueries.class).surpluses(order));
    }

    private static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
