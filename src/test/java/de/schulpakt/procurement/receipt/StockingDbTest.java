package de.schulpakt.procurement.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.install.effort.Stores;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.order.Orders;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accessories that came for an order go into a store at the price of their line, and out of it again. */
@DbTest
class StockingDbTest {
    private Db db;
    private ProcurementGiven given;
    private String technician;
    private Long store;
    private Long budget;
    private Long order;
    private Long line;

    @BeforeEach
    void fiveOfTenCablesHaveCome(Db kit) {
        db = kit;
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        technician = SchoolGiven.user(db, "technik", Role.TECHNICIAN, given.authority, null);
        store = SchoolGiven.as(db, technician, () -> db.get(Stores.class).open(new Stores.Open(given.authority, "Wagen 1")));
        budget = given.budget(Category.WLAN, 5_000_00);
        order = given.order(given.approved(given.item("Kabel Cat 6A", ModelKind.ACCESSORY, Category.WLAN, 12_34), 10));
        line = given.orderView(order).lines().get(0).id();
        SchoolGiven.as(db, given.receiver, () -> db.get(Receipts.class).receive(order, new Receipts.Receive(given.orderView(order).version(), "L-1", ProcurementGiven.today(),
                List.of(new Receipts.Came(line, null, 5)))));
    }

    @AfterEach
    void theInvariantsHold() {
        db.checks();
    }

    @Test
    void what_came_lies_in_the_store_with_cost_and_payer_of_its_line_and_no_money_moves() {
        List<Long> money = given.money(budget);
        Long lot = put(3, null);
        assertThat(db.sql("SELECT cost_cents AS c, budget_id AS b, article AS a, unit AS u, source AS s FROM store_lot WHERE id = ?", lot)).singleElement().satisfies(r -> {
            assertThat(((Number) r.get("c")).longValue()).isEqualTo(37_02);
            assertThat(((Number) r.get("b")).longValue()).isEqualTo(budget);
            assertThat(r.get("a")).isEqualTo("Kabel Cat 6A");
            assertThat(r.get("u")).isEqualTo("Stück");
            assertThat(r.get("s")).isEqualTo(given.orderView(order).no());
        });
        assertThat(given.money(budget)).isEqualTo(money);
        assertThat(stock().lines()).singleElement().satisfies(m -> {
            assertThat(m.delivered()).isEqualTo(5);
            assertThat(m.free()).isEqualTo(2);
        });
        refused(() -> put(3, null), "stock.too_many");
        put(2, "Patchkabel");
        assertThat(stock().lots()).extracting(ReceiptQueries.Lot::article).containsExactly("Patchkabel", "Kabel Cat 6A");
        assertThat(given.orderView(order).timeline().get(0).facts().toString()).contains("said.stocked", "Wagen 1");
        refused(() -> back(1), "back.in_store");
    }

    @Test
    void what_came_is_paid_by_who_pays_its_line_also_after_that_was_put_right() {
        Long lot = put(3, null);
        Long other = given.budget(Category.WLAN, 5_000_00);
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Orders.class).repay(order, new Orders.Repay(given.orderView(order).version(), line, List.of(new Orders.PayFrom(other, null, null)), "falscher Topf"));
            return null;
        });
        assertThat(db.number("SELECT budget_id FROM store_lot WHERE id = ?", lot)).isEqualTo(other);
        assertThat(db.number("SELECT MIN(budget_id) FROM store_move WHERE lot_id = ?", lot)).isEqualTo(other);
    }

    @Test
    void it_is_taken_back_with_a_reason_as_long_as_nothing_has_gone_out_and_can_then_go_back_to_the_supplier() {
        Long first = put(3, null);
        Long second = put(2, null);
        Integer seen = given.orderView(order).version();
        takeBack(first, seen);
        assertThatThrownBy(() -> takeBack(second, seen)).as("somebody saw it before").isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> takeBack(first, given.orderView(order).version())).as("twice").isInstanceOf(NotFound.class);
        assertThat(stock().lines().get(0).free()).isEqualTo(3);
        assertThat(stock().lots().get(1).takenBack()).isTrue();
        assertThat(db.number("SELECT left_amount FROM store_lot WHERE id = ?", first)).isZero();
        assertThat(db.number("SELECT SUM(amount) FROM store_move WHERE lot_id = ?", first)).as("its counter-movement stands beside it").isZero();
        back(3);
        assertThat(stock().lines().get(0).delivered()).isEqualTo(2);
        refused(() -> back(1), "back.in_store");
        SchoolGiven.as(db, technician, () -> {
            db.get(Stores.class).count(store, new Stores.Count("Kabel Cat 6A", "Stück", BigDecimal.ONE, "eins fehlt"));
            return null;
        });
        refused(() -> takeBack(second, given.orderView(order).version()), "store.used");
        refused(() -> SchoolGiven.as(db, technician, () -> {
            db.get(Stores.class).correct(second, new Stores.Correct((int) db.number("SELECT version FROM store_lot WHERE id = ?", second), BigDecimal.TEN, 1L, "vertippt"));
            return null;
        }), "store.ordered");
    }

    @Test
    void devices_foreign_stores_and_who_does_not_receive_are_refused() {
        Long device = given.order(given.approved(given.accessPoint(100_00), 1));
        given.receive(device, "9", null, "A");
        refused(() -> SchoolGiven.as(db, given.officer, () -> db.get(Stocking.class).put(device, new Stocking.Put(given.orderView(device).version(),
                given.orderView(device).lines().get(0).id(), store, 1, null, null))), "stock.no_material");
        ProcurementGiven elsewhere = ProcurementGiven.school(db, "Andere Schule");
        String other = SchoolGiven.user(db, "fremd", Role.TECHNICIAN, elsewhere.authority, null);
        Long foreign = SchoolGiven.as(db, other, () -> db.get(Stores.class).open(new Stores.Open(elsewhere.authority, "Fremd")));
        assertThatThrownBy(() -> SchoolGiven.as(db, given.officer, () -> db.get(Stocking.class).put(order, new Stocking.Put(given.orderView(order).version(), line, foreign, 1,
                null, null)))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, elsewhere.officer, () -> db.get(ReceiptQueries.class).stock(order))).isInstanceOf(NotFound.class);
        String auditor = SchoolGiven.user(db, "pruefer", Role.AUDITOR, given.authority, null);
        assertThatThrownBy(() -> SchoolGiven.as(db, auditor, () -> db.get(Stocking.class).put(order, new Stocking.Put(given.orderView(order).version(), line, store, 1, null,
                null)))).isInstanceOf(Forbidden.class);
        assertThat(stock().lots()).isEmpty();
    }

    private Long put(int pieces, String article) {
        return SchoolGiven.as(db, given.officer, () -> db.get(Stocking.class).put(order, new Stocking.Put(given.orderView(order).version(), line, store, pieces, article, null)));
    }

    private void takeBack(Long lot, Integer seen) {
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Stocking.class).takeBack(order, lot, new Stocking.TakeBack(seen, "falsches Lager"));
            return null;
        });
    }

    private void back(int pieces) {
        SchoolGiven.as(db, given.receiver, () -> {
            db.get(Returns.class).back(order, new Returns.Back(given.orderView(order).version(), BackKind.SENT_BACK, line, List.of(), pieces, ProcurementGiven.today(), null, null,
                    "falsche Länge"));
            return null;
        });
    }

    private ReceiptQueries.Stock stock() {
        return SchoolGiven.as(db, given.officer, () -> db.get(ReceiptQueries.class).stock(order));
    }

    private static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
