package de.schulpakt.inventory.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.StatementBudgets;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.step.Explained;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device is found by any of its numbers in any notation. */
@DbTest
class DeviceNumbersDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long school;
    private Long model;
    private Long device;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        model = InventoryGiven.tablet(db);
        device = InventoryGiven.device(db, model, school, null, "DMQ-77/01", null);
        InventoryGiven.device(db, model, school, null, "LXC 0000", null);
    }

    @Test
    void any_number_in_any_notation_finds_the_device_by_one_statement() {
        add(IdentifierKind.MAC, "AA:BB:CC:00:11:22");
        add(IdentifierKind.IMEI, "35 209900 176148 1");
        add(IdentifierKind.TAG, "E-4711");
        String number = view().inventoryNo();
        for (String typed : List.of("DMQ7701", "dmq 77-01", "aa-bb-cc-00-11-22", "AABB.CC00.1122", "352099001761481", "e4711", "E\u200b-47 11",
                number, number.replace("-", ""))) {
            assertThat(known(typed)).as(typed).extracting(DeviceQueries.Known::deviceId).containsExactly(device);
            assertThat(listed(typed)).as("list " + typed).containsExactly(device);
        }
        assertThat(known("DMQ77")).as("the whole number").isEmpty();
        assertThat(listed("dmq-77")).as("its beginning").containsExactly(device);
        assertThat(known("---")).isEmpty();
        assertThat(SchoolGiven.as(db, SCHOOL_ADMIN, () -> db.statements(() -> db.get(DeviceQueries.class).known("e4711"))))
                .isEqualTo(StatementBudgets.of("DeviceQueries.known"));
        db.checks();
    }

    @Test
    void of_a_kind_a_number_belongs_to_one_device_at_a_time() {
        add(IdentifierKind.TAG, "E-4711");
        Long other = db.number("select max(id) from device");
        assertThatThrownBy(() -> add(other, IdentifierKind.TAG, "e 4711")).isInstanceOf(Refused.class).hasMessageContaining("identifier.taken");
        add(other, IdentifierKind.INVENTORY_NO, "E-4711");
        end("E-4711", IdentifierKind.TAG, "Etikett abgefallen");
        add(other, IdentifierKind.TAG, "E4711");
        assertThat(known("E-4711")).extracting(DeviceQueries.Known::deviceId).as("who has it now comes first").containsExactly(other, other, device);
        assertThat(view().identifiers()).filteredOn(n -> n.endedAt() != null).extracting(DeviceQueries.Identifier::endedWhy)
                .containsExactly("Etikett abgefallen");
        assertThat(view().timeline()).extracting("action").startsWith("DeviceAction.END_NUMBER", "DeviceAction.ADD_NUMBER");
        db.checks();
    }

    @Test
    void of_two_at_once_the_database_stops_the_second() {
        List<Throwable> thrown = db.race(2, 2, () -> add(db.number("select min(id) from device"), IdentifierKind.TAG, "X1"));
        assertThat(thrown).hasSize(1);
        assertThat(Explained.of(thrown.get(0), Locale.GERMAN)).get().extracting(Explained::code).isIn("identifier_once", "identifier.taken");
    }

    @Test
    void what_cannot_be_such_a_number_is_refused() {
        assertThatThrownBy(() -> add(IdentifierKind.MAC, "AA:BB:CC:00:11")).hasMessageContaining("identifier.wrong");
        assertThatThrownBy(() -> add(IdentifierKind.IMEI, "4711")).hasMessageContaining("identifier.wrong");
        assertThatThrownBy(() -> add(IdentifierKind.INVENTORY_NO, "---")).hasMessageContaining("identifier.wrong");
    }

    @Test
    void a_mistyped_serial_number_is_put_right_and_the_only_one_does_not_end() {
        assertThatThrownBy(() -> end("DMQ-77/01", IdentifierKind.SERIAL, "vertippt")).hasMessageContaining("identifier.last");
        add(IdentifierKind.SERIAL, "DMQ-77/10");
        end("DMQ-77/01", IdentifierKind.SERIAL, "vertippt");
        assertThat(view().serial()).isEqualTo("DMQ-77/10");
        assertThatThrownBy(() -> end("DMQ-77/01", IdentifierKind.SERIAL, "noch einmal")).hasMessageContaining("identifier.ended");
        assertThatThrownBy(() -> end(view().inventoryNo(), IdentifierKind.INVENTORY_NO, "weg")).hasMessageContaining("identifier.own");
        db.checks();
    }

    @Test
    void a_delivery_cannot_bring_a_serial_number_again_in_another_notation() {
        assertThatThrownBy(() -> InventoryGiven.device(db, model, school, null, "DMQ 7701", null)).hasMessageContaining("device.serial_taken");
    }

    @Test
    void who_may_not_see_the_device_finds_and_changes_nothing() {
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Hilda-Gymnasium"));
        SchoolGiven.user(db, "revision", Role.AUDITOR, null, null);
        assertThat(SchoolGiven.as(db, "fremd", () -> db.get(DeviceQueries.class).known("DMQ7701"))).isEmpty();
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> {
            db.get(DeviceNumbers.class).add(device, new DeviceNumbers.Add(IdentifierKind.TAG, "1"));
            return null;
        })).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "revision", () -> {
            db.get(DeviceNumbers.class).add(device, new DeviceNumbers.Add(IdentifierKind.TAG, "1"));
            return null;
        })).isInstanceOf(Forbidden.class);
    }

    private void add(IdentifierKind kind, String value) {
        add(device, kind, value);
    }

    private void add(Long to, IdentifierKind kind, String value) {
        SchoolGiven.as(db, SCHOOL_ADMIN, () -> {
            db.get(DeviceNumbers.class).add(to, new DeviceNumbers.Add(kind, value));
            return null;
        });
    }

    private void end(String value, IdentifierKind kind, String why) {
        long id = view().identifiers().stream().filter(n -> n.value().equals(value) && n.kind() == kind).findFirst().orElseThrow().id();
        SchoolGiven.as(db, SCHOOL_ADMIN, () -> {
            db.get(DeviceNumbers.class).end(device, id, new DeviceNumbers.End(why));
            return null;
        });
    }

    private DeviceQueries.View view() {
        return SchoolGiven.as(db, SCHOOL_ADMIN, () -> db.get(DeviceQueries.class).view(device));
    }

    private List<DeviceQueries.Known> known(String number) {
        return SchoolGiven.as(db, SCHOOL_ADMIN, () -> db.get(DeviceQueries.class).known(number));
    }

    private List<Long> listed(String text) {
        return SchoolGiven.as(db, SCHOOL_ADMIN, () -> db.get(DeviceList.class).page(ListView.all().with("text", text))).rows().stream()
                .map(DeviceQueries.Row::id).toList();
    }
}
