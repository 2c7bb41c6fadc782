package de.schulpakt.procurement.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.inventory.device.DeviceModels;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.Timeline;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.receipt.Returns;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an order brings is under warranty as its model is, or as its line says, until a person says another day. */
@DbTest
class OrderWarrantyDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();
    private Db db;
    private ProcurementGiven given;
    private Long order;
    private Long line;
    private Long model;

    @BeforeEach
    void anOrderOfTablets(Db database) {
        db = database;
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.MOBILE_DEVICE, 5_000_00);
        order = given.order(given.approved(given.tablet(100_00), 4));
        line = given.orderView(order).lines().get(0).id();
        model = db.number("SELECT c.model_id FROM order_line l JOIN catalogue_item c ON c.id = l.item_id WHERE l.id = ?", line);
    }

    @AfterEach
    void everyMonthCounts() {
        db.checks();
    }

    @Test
    void what_comes_has_the_warranty_of_its_model_or_the_one_of_its_line() {
        months(24);
        given.receive(order, "1", null, "T1");
        assertThat(end("T1")).isEqualTo(TODAY.plusMonths(24));
        SchoolGiven.as(db, given.officer, () -> warrant(60));
        assertThat(end("T1")).as("what is here follows").isEqualTo(TODAY.plusMonths(60));
        assertThat(given.orderView(order).lines().get(0).warrantyMonths()).isEqualTo(60);
        assertThat(Timeline.told(given.orderView(order).timeline().get(0), Locale.GERMAN)).contains("Garantie in Monaten – → 60", "1 Gerät folgt", "Angebot vom Montag");
        assertThat(Timeline.told(device("T1").timeline().get(0), Locale.GERMAN)).contains("Angebot vom Montag");
        given.receive(order, "2", null, "T2");
        assertThat(end("T2")).isEqualTo(TODAY.plusMonths(60));
        months(36);
        assertThat(end("T2")).as("the order says more than the model").isEqualTo(TODAY.plusMonths(60));
        SchoolGiven.as(db, given.officer, () -> warrant(null));
        assertThat(end("T2")).as("taken back: as its model is").isEqualTo(TODAY.plusMonths(36));
        months(12);
        assertThat(end("T1")).isEqualTo(TODAY.plusMonths(12));
    }

    @Test
    void a_corrected_day_moves_it_unless_a_person_said_it() {
        db.sql("UPDATE purchase_order SET ordered_on = ?", TODAY.minusDays(20));
        SchoolGiven.as(db, given.officer, () -> warrant(36));
        given.receive(order, "1", null, "T1", "T2");
        Long said = device("T2").id();
        SchoolGiven.as(db, given.admin, () -> {
            db.get(Devices.class).describe(said, new Devices.Describe(device("T2").version(), null, TODAY.plusDays(400), null, "laut Karte"));
            return null;
        });
        SchoolGiven.as(db, given.receiver, () -> {
            db.get(Returns.class).correct(order, db.number("SELECT min(id) FROM delivery"), new Returns.Correct(given.orderView(order).version(), "L-1", TODAY.minusDays(10), "verschrieben"));
            return null;
        });
        assertThat(end("T1")).isEqualTo(TODAY.minusDays(10).plusMonths(36));
        assertThat(Timeline.told(device("T1").timeline().get(0), Locale.GERMAN)).as("seen in its history").contains("Garantie");
        assertThat(end("T2")).isEqualTo(TODAY.plusDays(400));
        SchoolGiven.as(db, given.officer, () -> warrant(48));
        assertThat(end("T2")).as("nor does the order move it").isEqualTo(TODAY.plusDays(400));
    }

    @Test
    void wrong_months_and_strangers_are_refused() {
        assertThatThrownBy(() -> SchoolGiven.as(db, given.officer, () -> warrant(0))).hasMessageContaining("months");
        assertThatThrownBy(() -> SchoolGiven.as(db, given.admin, () -> warrant(12))).isInstanceOf(NotFound.class);
        SchoolGiven.as(db, given.officer, () -> warrant(12));
        assertThatThrownBy(() -> SchoolGiven.as(db, given.officer, () -> warrant(12))).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("order.warranty_same"));
    }

    private Object warrant(Integer months) {
        db.get(Orders.class).warrant(order, new Orders.Warrant((int) db.number("SELECT version FROM purchase_order WHERE id = ?", order), line, months, "Angebot vom Montag"));
        return null;
    }

    private void months(Integer months) {
        SchoolGiven.as(db, InventoryGiven.officer(db), () -> {
            db.get(DeviceModels.class).warrant(model, new DeviceModels.Warrant((int) db.number("SELECT version FROM device_model WHERE id = ?", model), months, "Vertrag"));
            return null;
        });
    }

    private DeviceQueries.View device(String serial) {
        Long id = db.number("SELECT id FROM device WHERE serial = ?", serial);
        return SchoolGiven.as(db, given.officer, () -> db.get(DeviceQueries.class).view(id));
    }

    private LocalDate end(String serial) {
        return device(serial).warrantyEndOn();
    }
}
