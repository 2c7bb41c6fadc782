package de.schulpakt.procurement;

import static de.schulpakt.kit.SchoolGiven.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.rule.FieldRule;
import de.schulpakt.funding.rule.RuleAnswer;
import de.schulpakt.funding.rule.RuleQueries;
import de.schulpakt.funding.rule.RuleStage;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.catalogue.Catalogue;
import de.schulpakt.procurement.catalogue.CatalogueQueries;
import de.schulpakt.procurement.catalogue.ContractQueries;
import de.schulpakt.procurement.catalogue.Contracts;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Framework contracts are used by orders, within volume and term or with a warning. */
@DbTest
class ContractsDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();

    @Test
    void what_orders_call_off_is_used_and_what_is_cancelled_is_free_again(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 1_000_000);
        Long contract = contract(db, given, new Contracts.Facts("Endgeräte", 200_000L, null, TODAY.plusDays(30), true));
        Long order = given.order(given.approved(given.tablet(11_900), 10));
        as(db, given.officer, () -> {
            ContractQueries.View seen = db.get(ContractQueries.class).contract(contract);
            assertThat(seen.row().usedCents()).as("net").isEqualTo(100_000);
            assertThat(seen.row().leftCents()).isEqualTo(100_000);
            assertThat(seen.row().ending()).isTrue();
            assertThat(seen.row().ended()).isFalse();
            assertThat(seen.orders()).singleElement().satisfies(o -> {
                assertThat(o.id()).isEqualTo(order);
                assertThat(o.grossCents()).isEqualTo(119_000);
            });
            assertThat(seen.items()).hasSize(1);
            return null;
        });
        OrderQueries.View placed = given.orderView(order);
        as(db, given.officer, () -> {
            db.get(Orders.class).cancelRest(order, new Orders.CancelRest(placed.version(), "nicht lieferbar"));
            assertThat(db.get(ContractQueries.class).contracts()).singleElement().satisfies(r -> assertThat(r.usedCents()).isZero());
            return null;
        });
        assertThat(as(db, given.admin, () -> db.get(ContractQueries.class).contract(contract)).orders()).as("orders are not for schools").isEmpty();
        db.checks();
    }

    @Test
    void beyond_the_volume_a_strict_contract_refuses_and_the_other_one_warns(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.MOBILE_DEVICE, 1_000_000);
        Long contract = contract(db, given, new Contracts.Facts("Endgeräte", 100_000L, null, null, true));
        Long tablet = given.tablet(11_900);
        given.order(given.approved(tablet, 10));
        Long more = given.approved(tablet, 1);
        assertThatThrownBy(() -> given.order(more)).isInstanceOf(Refused.class).hasMessageContaining("contract.exceeded");
        assertThat(given.money(budget)).containsExactly(11_900L, 119_000L, 0L);
        change(db, contract, new Contracts.Facts("Endgeräte", 100_000L, null, null, false));
        Long order = given.order(more);
        assertThat(given.orderView(order).timeline().toString()).contains("contract.exceeded");
        db.checks();
    }

    @Test
    void a_call_off_from_a_valid_contract_is_its_own_award_and_the_rest_needs_one(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 10_000_000);
        Long tablet = given.tablet(119_000);
        refused("order.award_needed", () -> given.order(given.approved(tablet, 11)));
        Long contract = contract(db, given, new Contracts.Facts("Endgeräte", 2_500_000L, null, TODAY, false));
        Long order = given.order(given.approved(tablet, 11));
        assertThat(given.orderView(order).timeline().toString()).doesNotContain("order.award_needed");
        Long more = given.approved(tablet, 11);
        java.util.List<Long> lines = given.request(more).lines().stream().map(l -> l.id()).toList();
        as(db, given.officer, () -> {
            db.get(Orders.class).add(order, new Orders.Add(given.orderView(order).version(), lines, false, "noch mehr"));
            return null;
        });
        Long beyond = given.approved(tablet, 11);
        refused("order.award_needed", () -> given.order(beyond));
        change(db, contract, new Contracts.Facts("Endgeräte", null, null, TODAY.minusDays(1), false));
        refused("order.award_needed", () -> given.order(beyond));
        change(db, contract, new Contracts.Facts("Endgeräte", null, null, TODAY, false));
        given.order(beyond);
        Long other = given.accessPoint(119_000);
        given.budget(Category.WLAN, 10_000_000);
        db.sql("UPDATE catalogue_item SET contract = NULL WHERE id = ?", other);
        refused("order.award_needed", () -> given.order(given.approved(other, 11)));
        db.checks();
    }

    @Test
    void rule_and_order_ask_a_contract_alike(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 10_000_000);
        Long tablet = given.tablet(119_000);
        Long contract = contract(db, given, new Contracts.Facts("Endgeräte", 2_300_000L, null, TODAY, false));
        Long first = given.order(given.approved(tablet, 11));
        Long second = given.order(given.approved(tablet, 12));
        assertThat(r20(db, first)).isEqualTo(RuleAnswer.HOLDS);
        assertThat(r20(db, second)).as("to the cent").isEqualTo(RuleAnswer.HOLDS);
        change(db, contract, new Contracts.Facts("Endgeräte", 2_299_999L, null, TODAY, false));
        assertThat(r20(db, first)).as("what later orders call off does not count").isEqualTo(RuleAnswer.HOLDS);
        assertThat(r20(db, second)).isEqualTo(RuleAnswer.BROKEN);
        change(db, contract, new Contracts.Facts("Endgeräte", null, null, TODAY.minusDays(1), false));
        assertThat(r20(db, first)).as("ordered after its term").isEqualTo(RuleAnswer.BROKEN);
        db.sql("UPDATE purchase_order SET ordered_on = ? WHERE id = ?", TODAY.minusDays(1), first);
        assertThat(r20(db, first)).as("ordered on its last day").isEqualTo(RuleAnswer.HOLDS);
        Long small = given.approved(tablet, 1);
        assertThat(doubts(db, given, small)).as("the second order was not awarded, and counts").contains("order.split");
        change(db, contract, new Contracts.Facts("Endgeräte", null, null, TODAY, false));
        assertThat(doubts(db, given, small)).as("called off, as the others").doesNotContain("order.split");
        change(db, contract, new Contracts.Facts("Endgeräte", 2_399_999L, null, TODAY, false));
        assertThat(doubts(db, given, small)).as("one piece beyond the volume").doesNotContain("order.split");
        change(db, contract, new Contracts.Facts("Endgeräte", 1_200_000L, null, TODAY, false));
        assertThat(doubts(db, given, small)).contains("order.split");
        db.checks();
    }

    private static RuleAnswer r20(Db db, Long order) {
        return as(db, InventoryGiven.officer(db), () -> db.get(RuleQueries.class).at(RuleStage.ORDER, order)).stream().flatMap(a -> a.findings().stream()).filter(f -> f.rule() == FieldRule.R20).findFirst().orElseThrow()
                .answer();
    }

    private static String doubts(Db db, ProcurementGiven given, Long request) {
        return as(db, given.officer, () -> db.get(OrderQueries.class).doubts(db.get(OrderQueries.class).openItems(given.supplier).stream().filter(i -> i.requestId().equals(request)).toList()))
                .toString();
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void outside_its_term_nothing_is_called_off(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 1_000_000);
        contract(db, given, new Contracts.Facts("Endgeräte", null, TODAY.minusDays(30), TODAY.minusDays(1), true));
        Long request = given.approved(given.tablet(11_900), 1);
        assertThatThrownBy(() -> given.order(request)).hasMessageContaining("contract.closed");
        assertThatThrownBy(() -> contract(db, given, new Contracts.Facts("Verkehrt", null, TODAY, TODAY.minusDays(1), true))).hasMessageContaining("contract.term");
    }

    @Test
    void orders_at_once_do_not_exceed_the_volume_together(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 1_000_000);
        Long contract = contract(db, given, new Contracts.Facts("Endgeräte", 25_000L, null, null, true));
        Long tablet = given.tablet(11_900);
        java.util.Iterator<Long> requests = java.util.stream.IntStream.range(0, 4).mapToObj(i -> given.approved(tablet, 1)).toList().iterator();
        assertThat(db.race(4, 4, () -> {
            Long next;
            synchronized (requests) {
                next = requests.next();
            }
            given.order(next);
        })).hasSize(2).allSatisfy(t -> assertThat(t).hasMessageContaining("contract.exceeded"));
        assertThat(as(db, given.officer, () -> db.get(ContractQueries.class).contract(contract)).row().usedCents()).isEqualTo(20_000);
    }

    @Test
    void a_supplier_is_reached_otherwise_and_an_item_knows_its_prices_and_other_offers(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        ProcurementGiven other = ProcurementGiven.school(db, "Eichendorff-Gymnasium");
        Long tablet = given.tablet(39_900);
        Long model = db.number("select model_id from catalogue_item where id = ?", tablet);
        as(db, InventoryGiven.officer(db), () -> {
            Catalogue catalogue = db.get(Catalogue.class);
            CatalogueQueries.SupplierOption seen = db.get(CatalogueQueries.class).supplier(given.supplier);
            Catalogue.ChangeSupplier change = new Catalogue.ChangeSupplier(seen.version(), seen.name(), "neu@example.org", "Erika Muster", "0261 1", "K-7");
            catalogue.changeSupplier(given.supplier, change);
            assertThat(db.get(CatalogueQueries.class).supplier(given.supplier).customerNo()).isEqualTo("K-7");
            assertThatThrownBy(() -> catalogue.changeSupplier(given.supplier, change)).isInstanceOf(Conflict.class);
            Long offered = catalogue.createItem(new Catalogue.CreateItem(model, other.supplier, "Tablet", Category.MOBILE_DEVICE, 38_000L, 1900, null, null));
            assertThat(db.get(CatalogueQueries.class).otherOffers(tablet)).extracting(CatalogueQueries.Row::id).containsExactly(offered);
            catalogue.changeItem(tablet, new Catalogue.ChangeItem(1, "Tablet", Category.MOBILE_DEVICE, 41_000L, 1900, "RV-07", null, true));
            assertThat(db.get(CatalogueQueries.class).timeline(tablet)).hasSize(2);
            return null;
        });
    }

    private static Long contract(Db db, ProcurementGiven given, Contracts.Facts facts) {
        return as(db, InventoryGiven.officer(db), () -> db.get(Contracts.class).create(new Contracts.Create(given.supplier, "RV-07", facts)));
    }

    private static void change(Db db, Long contract, Contracts.Facts facts) {
        as(db, InventoryGiven.officer(db), () -> {
            db.get(Contracts.class).change(contract, new Contracts.Change((int) db.number("select version from framework_contract where id = ?", contract), facts));
            return null;
        });
    }
}
