package de.schulpakt.inventory.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.list.ListView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Until when a device is under warranty, where in its room it stands, and in which condition it is. */
@DbTest
class WarrantyDbTest {
    private Db db;
    private Long school;
    private Long room;
    private Long model;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        room = SchoolGiven.room(db, school, "204");
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        model = InventoryGiven.tablet(db);
    }

    @Test
    void a_model_has_a_warranty_that_fills_what_is_not_known_and_holds_for_what_comes() {
        Long before = InventoryGiven.device(db, model, school, null, "W-1", null);
        Long said = InventoryGiven.device(db, model, school, null, "W-2", null);
        describe("schule", said, null, LocalDate.of(2026, 12, 24), null);
        warrant(36);
        Long after = InventoryGiven.device(db, model, school, null, "W-3", null);
        assertThat(view(before).warrantyEndOn()).isEqualTo(LocalDate.of(2029, 3, 2));
        assertThat(view(said).warrantyEndOn()).as("what somebody has said stays").isEqualTo(LocalDate.of(2026, 12, 24));
        assertThat(view(after).warrantyEndOn()).isEqualTo(LocalDate.of(2029, 3, 2));
        assertThatThrownBy(() -> warrant(0)).hasMessageContaining("months");
        assertThatThrownBy(() -> as("schule", () -> {
            db.get(DeviceModels.class).warrant(model, new DeviceModels.Warrant(1, 12, null));
            return null;
        })).isInstanceOf(Forbidden.class);
        warrant(null);
        assertThat(db.number("select count(*) from device_model where warranty_months is null and id = ?", model)).isEqualTo(1);
        db.checks();
    }

    @Test
    void wrong_months_of_a_model_are_put_right_and_taken_back_on_its_devices() {
        Long follows = InventoryGiven.device(db, model, school, null, "W-1", null);
        Long said = InventoryGiven.device(db, model, school, null, "W-2", null);
        Long gone = InventoryGiven.device(db, model, school, null, "W-3", null);
        describe("schule", said, null, LocalDate.of(2026, 12, 24), null);
        warrant(36);
        as(InventoryGiven.OFFICER, () -> {
            db.get(Devices.class).retire(gone, new Devices.Retire(InventoryGiven.version(db, gone), "alt"));
            return null;
        });
        int version = InventoryGiven.version(db, follows);
        warrant(24);
        assertThat(view(follows).warrantyEndOn()).isEqualTo(LocalDate.of(2028, 3, 2));
        assertThat(InventoryGiven.version(db, follows)).as("who saw the old day is told").isGreaterThan(version);
        assertThat(view(said).warrantyEndOn()).isEqualTo(LocalDate.of(2026, 12, 24));
        assertThat(view(gone).warrantyEndOn()).as("what is given up stays").isEqualTo(LocalDate.of(2029, 3, 2));
        warrant(null);
        assertThat(view(follows).warrantyEndOn()).isNull();
        assertThat(view(said).warrantyEndOn()).isEqualTo(LocalDate.of(2026, 12, 24));
        db.checks();
    }

    @Test
    void warranties_that_end_within_days_are_found() {
        LocalDate today = db.get(Clock.class).today();
        Long soon = InventoryGiven.device(db, model, school, null, "W-1", null);
        Long later = InventoryGiven.device(db, model, school, null, "W-2", null);
        Long none = InventoryGiven.device(db, model, school, null, "W-3", null);
        describe("schule", soon, null, today.plusDays(30), null);
        describe("schule", later, null, today.plusDays(31), null);
        assertThat(found(Map.of("warrantyDays", List.of("30")))).containsExactly(soon);
        assertThat(found(Map.of("warrantyDays", List.of("31")))).containsExactlyInAnyOrder(soon, later).doesNotContain(none);
        assertThat(found(Map.of("warrantyFrom", List.of(today.plusDays(31).toString())))).containsExactly(later);
    }

    @Test
    void a_spot_belongs_to_a_room_and_ends_with_it() {
        Long id = InventoryGiven.device(db, model, school, null, "W-1", null);
        assertThatThrownBy(() -> describe("schule", id, "Schrank 2", null, null)).hasMessageContaining("device.not_placed");
        as("schule", () -> {
            db.get(Devices.class).place(id, new Devices.Place(InventoryGiven.version(db, id), room, " Schrank 2 "));
            return null;
        });
        assertThat(view(id).spot()).isEqualTo("Schrank 2");
        describe("schule", id, "Schrank 3", null, Devices.DeviceWear.WORN);
        assertThat(view(id)).extracting(DeviceQueries.View::spot, DeviceQueries.View::wear).containsExactly("Schrank 3", Devices.DeviceWear.WORN);
        assertThat(view(id).timeline().get(0).facts()).hasSize(2);
        int lines = view(id).timeline().size();
        describe("schule", id, "Schrank 3", null, Devices.DeviceWear.WORN);
        assertThat(view(id).timeline()).as("nothing new says nothing").hasSize(lines);
        InventoryGiven.place(db, "schule", id, SchoolGiven.room(db, school, "205"));
        assertThat(view(id)).extracting(DeviceQueries.View::spot, DeviceQueries.View::wear).containsExactly(null, Devices.DeviceWear.WORN);
        db.checks();
    }

    @Test
    void who_may_not_and_what_cannot_be_is_refused() {
        Long id = InventoryGiven.device(db, model, school, null, "W-1", null);
        SchoolGiven.user(db, "pruefung", Role.AUDITOR, null, null);
        assertThatThrownBy(() -> describe("pruefung", id, null, null, Devices.DeviceWear.GOOD)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> describe("schule", id, null, LocalDate.of(2026, 3, 1), null)).hasMessageContaining("device.warranty_before");
        assertThatThrownBy(() -> as("schule", () -> {
            db.get(Devices.class).describe(id, new Devices.Describe(99, null, null, Devices.DeviceWear.NEW, null));
            return null;
        })).isInstanceOf(Conflict.class);
        as(InventoryGiven.OFFICER, () -> {
            db.get(Devices.class).retire(id, new Devices.Retire(InventoryGiven.version(db, id), "alt"));
            return null;
        });
        assertThatThrownBy(() -> describe("schule", id, null, null, Devices.DeviceWear.GOOD)).hasMessageContaining("device.ended");
    }

    private void warrant(Integer months) {
        as(InventoryGiven.OFFICER, () -> {
            db.get(DeviceModels.class).warrant(model, new DeviceModels.Warrant((int) db.number("select version from device_model where id = ?", model), months, "Vertrag"));
            return null;
        });
    }

    private void describe(String login, Long id, String spot, LocalDate warranty, Devices.DeviceWear wear) {
        as(login, () -> {
            db.get(Devices.class).describe(id, new Devices.Describe(InventoryGiven.version(db, id), spot, warranty, wear, null));
            return null;
        });
    }

    private List<Long> found(Map<String, List<String>> filters) {
        return as("schule", () -> db.get(DeviceList.class).page(new ListView(filters, true)).rows()).stream().map(DeviceQueries.Row::id).toList();
    }

    private DeviceQueries.View view(Long id) {
        return as(InventoryGiven.OFFICER, () -> db.get(DeviceQueries.class).view(id));
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }
}
