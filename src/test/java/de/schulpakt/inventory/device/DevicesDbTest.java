package de.schulpakt.inventory.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.StatementBudgets;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.step.Explained;
import jakarta.transaction.TransactionalException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices from their delivery to their end, on the real database. */
@DbTest
class DevicesDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long school;
    private Long room;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        room = SchoolGiven.room(db, school, "204");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        InventoryGiven.officer(db);
    }

    @Test
    void a_delivered_device_has_numbers_and_waits_for_a_room() {
        Long device = device(" CN0312KX9 ");
        DeviceQueries.View view = view(device);
        assertThat(view.serial()).isEqualTo("CN0312KX9");
        assertThat(view.inventoryNo()).startsWith("G-").endsWith("-0001");
        assertThat(view.state()).isEqualTo(DeviceState.IN_STOCK);
        assertThat(view.room()).isNull();
        assertThat(view.targetRoom()).isEqualTo("204");
        assertThat(view.bindingEndOn()).isNull();
        assertThat(view.timeline()).extracting("action").containsExactly("DeviceAction.REGISTER");
        db.checks();
    }

    @Test
    void a_serial_number_exists_once() {
        device("CN0312KX9");
        assertThatThrownBy(() -> device("cn0312kx9 ")).isInstanceOf(Refused.class)
                .hasMessageContaining("device.serial_taken");
    }

    @Test
    void of_two_registered_at_once_the_database_stops_the_second_with_a_sentence() {
        Long model = InventoryGiven.tablet(db);
        List<Throwable> thrown = db.race(2, 2, () -> InventoryGiven.device(db, model, school, room, "SAME", null));
        assertThat(thrown).hasSize(1);
        assertThat(Explained.of(thrown.get(0), Locale.GERMAN)).get().extracting(Explained::code)
                .isIn("device_serial_once", "device.serial_taken");
        assertThat(db.number("SELECT count(*) FROM device")).isEqualTo(1);
    }

    @Test
    void a_device_is_registered_only_inside_a_delivery() {
        assertThatThrownBy(() -> db.get(Devices.class).register(List.of(new Devices.Register(InventoryGiven.tablet(db), "X", school, null,
                null, null, null, null, 1L, java.time.LocalDate.EPOCH, null)))).isInstanceOf(TransactionalException.class);
    }

    @Test
    void placements_follow_each_other() {
        Long device = device("A");
        Long other = SchoolGiven.room(db, school, "205");
        place(device, room);
        place(device, room);
        place(device, other);
        DeviceQueries.View view = view(device);
        assertThat(view.room()).isEqualTo("205");
        assertThat(view.placements()).extracting(DeviceQueries.Stay::room).containsExactly("205", "204");
        assertThat(view.placements()).extracting(p -> p.toAt() == null).containsExactly(true, false);
        db.checks();
    }

    @Test
    void a_room_of_another_school_is_refused() {
        Long device = device("A");
        Long foreign = SchoolGiven.room(db, SchoolGiven.school(db, "Eichendorff-Gymnasium"), "1");
        assertThatThrownBy(() -> place(device, foreign)).isInstanceOf(Refused.class)
                .hasMessageContaining("device.room_of_other_school")
                .satisfies(e -> assertThat(((Refused) e).args()).as("names nothing of a foreign school").isEmpty());
    }

    @Test
    void a_foreign_school_does_not_find_the_device() {
        Long device = device("A");
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Hilda-Gymnasium"));
        assertThatThrownBy(() -> as("fremd", () -> db.get(DeviceQueries.class).view(device))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> InventoryGiven.place(db, "fremd", device, room)).isInstanceOf(NotFound.class);
        assertThat(as("fremd", () -> db.get(DeviceList.class).page(ListView.all())).total()).isZero();
    }

    @Test
    void the_school_puts_a_placed_tablet_into_service_and_its_binding_begins() {
        Long device = device("A");
        assertThatThrownBy(() -> serve(device)).hasMessageContaining("device.not_placed");
        place(device, room);
        db.get(Clock.class).at(Instant.parse("2026-05-04T22:30:00Z"), () -> serve(device));
        DeviceQueries.View view = view(device);
        assertThat(view.state()).isEqualTo(DeviceState.IN_SERVICE);
        assertThat(view.inServiceOn()).hasToString("2026-05-05");
        assertThat(view.bindingEndOn()).hasToString("2031-05-05");
        db.checks();
    }

    @Test
    void what_needs_the_network_is_not_put_into_service_by_the_school() {
        Long device = InventoryGiven.device(db, InventoryGiven.accessPoint(db), school, room);
        place(device, room);
        assertThat(as(SCHOOL_ADMIN, () -> db.get(DeviceQueries.class).view(device)).actions())
                .contains(DeviceAction.PLACE).doesNotContain(DeviceAction.SERVE, DeviceAction.COMMISSION);
        assertThatThrownBy(() -> serve(device)).hasMessageContaining("device.needs_technician");
    }

    @Test
    void who_saw_an_older_version_gets_a_conflict() {
        Long device = device("A");
        Integer seen = InventoryGiven.version(db, device);
        place(device, room);
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> {
            db.get(Devices.class).serve(device, new Devices.Serve(seen, null));
            return null;
        })).isInstanceOf(Conflict.class);
    }

    @Test
    void a_bound_device_is_not_retired_and_a_lost_one_stands_nowhere() {
        Long device = device("A");
        place(device, room);
        serve(device);
        assertThatThrownBy(() -> retire(device)).hasMessageContaining("device.bound_until");
        run(devices -> devices.reportLost(device, new Devices.ReportLost(InventoryGiven.version(db, device), "ST/1234/2026")));
        assertThat(view(device).room()).isNull();
        db.checks();
        run(devices -> devices.found(device, new Devices.Return(InventoryGiven.version(db, device), null)));
        place(device, room);
        serve(device);
        assertThat(view(device).state()).isEqualTo(DeviceState.IN_SERVICE);
        db.get(Clock.class).at(Instant.parse("2060-01-01T12:00:00Z"), () -> retire(device));
        assertThat(view(device).placements()).noneMatch(p -> p.toAt() == null);
        assertThatThrownBy(() -> place(device, room)).hasMessageContaining("state.not_allowed");
        db.checks();
    }

    @Test
    void a_repaired_device_comes_back_to_its_room() {
        Long device = device("A");
        place(device, room);
        run(devices -> devices.repair(device, new Devices.Repair(InventoryGiven.version(db, device), "Glasbruch")));
        assertThatThrownBy(() -> run(devices -> devices.returnToService(device, new Devices.Return(InventoryGiven.version(db, device), null)))).hasMessageContaining("device.never_served");
        run(devices -> devices.returnToStock(device, new Devices.Return(InventoryGiven.version(db, device), null)));
        serve(device);
        run(devices -> devices.repair(device, new Devices.Repair(InventoryGiven.version(db, device), "Akku")));
        run(devices -> devices.returnToService(device, new Devices.Return(InventoryGiven.version(db, device), null)));
        assertThat(view(device)).extracting(DeviceQueries.View::state, DeviceQueries.View::room).containsExactly(DeviceState.IN_SERVICE, "204");
        db.checks();
    }

    @Test
    void the_school_may_not_retire() {
        Long device = device("A");
        assertThatThrownBy(() -> run(devices -> devices.retire(device, new Devices.Retire(0, "alt")))).isInstanceOf(Forbidden.class);
    }

    @Test
    void a_list_finds_by_serial_model_school_state_room_and_kind() {
        Long device = device("CN77_A");
        device("CN77XA");
        place(device, room);
        assertThat(find(ListView.all().with("text", "CN77_"))).containsExactly("CN77_A");
        assertThat(find(ListView.all().with("text", "g-").with("school", school))).hasSize(2);
        assertThat(find(ListView.all().with("text", "blet").with("kind", ModelKind.TABLET))).hasSize(2);
        assertThat(find(ListView.all().with("state", DeviceState.IN_STOCK).with("room", room))).containsExactly("CN77_A");
        assertThat(find(ListView.all().with("kind", ModelKind.SWITCH))).isEmpty();
        assertThat(find(ListView.all().with("budget", 1L).with("orderLine", 1L))).isEmpty();
    }

    @Test
    void lists_need_the_same_statements_for_1_and_for_30_devices() {
        Long model = InventoryGiven.tablet(db);
        InventoryGiven.device(db, model, school, room);
        Long device = db.number("SELECT id FROM device");
        assertThat(as(SCHOOL_ADMIN, () -> db.statements(() -> db.get(DeviceQueries.class).view(device))))
                .isLessThanOrEqualTo(StatementBudgets.of("DeviceQueries.view"));
        assertThat(listed(1)).isEqualTo(StatementBudgets.of("DeviceList"));
        for (int i = 1; i < 30; i++) {
            InventoryGiven.device(db, model, school, room);
        }
        assertThat(listed(30)).isEqualTo(StatementBudgets.of("DeviceList.full"));
        assertThat(as(SCHOOL_ADMIN, () -> db.statements(() -> assertThat(db.get(DeviceQueries.class).byRoom(school))
                .containsExactly(new DeviceQueries.RoomDevices(null, ModelKind.TABLET, DeviceState.IN_STOCK, 30L)))))
                .isEqualTo(StatementBudgets.of("DeviceQueries.byRoom"));
    }

    @Test
    void what_was_not_bought_here_is_taken_in_by_hand_with_a_reason() {
        Long model = InventoryGiven.accessPoint(db);
        Long device = add(new Devices.Add(model, school, "OLD 1", "INV/77", room, true, null, LocalDate.of(2019, 5, 6), "Spende des Fördervereins"));
        DeviceQueries.View view = view(device);
        assertThat(view).extracting(DeviceQueries.View::state, DeviceQueries.View::room, DeviceQueries.View::origin, DeviceQueries.View::priceCents)
                .containsExactly(DeviceState.IN_SERVICE, "204", Devices.DeviceOrigin.HAND, null);
        assertThat(view.inServiceOn()).hasToString("2019-05-06");
        assertThat(view.timeline()).extracting("action", "note").containsExactly(org.assertj.core.groups.Tuple.tuple("DeviceAction.ADD", "Spende des Fördervereins"));
        assertThat(as(SCHOOL_ADMIN, () -> db.get(DeviceQueries.class).known("inv77"))).extracting(DeviceQueries.Known::deviceId).containsExactly(device);
        Long bare = add(new Devices.Add(model, school, " ", null, null, false, null, null, "Fund"));
        assertThat(view(bare)).extracting(DeviceQueries.View::serial, DeviceQueries.View::state, DeviceQueries.View::deliveredOn)
                .containsExactly(null, DeviceState.IN_STOCK, null);
        db.checks();
        assertThatThrownBy(() -> add(new Devices.Add(model, school, "old-1", null, null, false, null, null, "Fund"))).hasMessageContaining("device.serial_taken");
        assertThatThrownBy(() -> add(new Devices.Add(model, school, null, "INV 77", null, false, null, null, "Fund"))).hasMessageContaining("identifier.taken");
        assertThatThrownBy(() -> add(new Devices.Add(model, school, null, null, null, true, null, null, "Fund"))).hasMessageContaining("device.not_placed");
        assertThatThrownBy(() -> add(new Devices.Add(model, school, null, null, null, false, null, LocalDate.of(2099, 1, 1), "Fund")))
                .hasMessageContaining("device.date_ahead");
        SchoolGiven.user(db, "technik", Role.TECHNICIAN, null, null);
        assertThatThrownBy(() -> as("technik", () -> db.get(Devices.class).add(new Devices.Add(model, school, null, null, null, false, null, null, "x"))))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_theft_needs_the_file_number_of_the_police_and_what_is_found_is_no_longer_lost() {
        Long device = device("A");
        place(device, room);
        assertThatThrownBy(() -> lose(device, Devices.DeviceLoss.STOLEN, null, " ")).hasMessageContaining("device.police_missing");
        assertThatThrownBy(() -> lose(device, Devices.DeviceLoss.MISSING, LocalDate.of(2099, 1, 1), null)).hasMessageContaining("device.date_ahead");
        lose(device, null, LocalDate.of(2026, 4, 1), null);
        assertThat(view(device)).extracting(DeviceQueries.View::loss, DeviceQueries.View::lostOn).containsExactly(Devices.DeviceLoss.MISSING, LocalDate.of(2026, 4, 1));
        lose(device, Devices.DeviceLoss.STOLEN, null, "ST/1234/2026");
        assertThat(view(device)).extracting(DeviceQueries.View::loss, DeviceQueries.View::policeNo, DeviceQueries.View::state)
                .containsExactly(Devices.DeviceLoss.STOLEN, "ST/1234/2026", DeviceState.LOST);
        assertThat(as(SCHOOL_ADMIN, () -> db.get(DeviceList.class).page(ListView.all().with("loss", Devices.DeviceLoss.STOLEN))).total()).isEqualTo(1);
        db.checks();
        run(devices -> devices.found(device, new Devices.Return(InventoryGiven.version(db, device), null)));
        assertThat(view(device)).extracting(DeviceQueries.View::loss, DeviceQueries.View::policeNo).containsOnlyNulls();
        db.checks();
    }

    @Test
    void within_its_binding_a_device_is_given_up_by_two_persons_and_what_is_at_stake_is_shown() {
        Long device = device("A");
        place(device, room);
        db.get(Clock.class).at(Instant.parse("2026-05-05T10:00:00Z"), () -> serve(device));
        Instant halfway = Instant.parse("2028-11-03T10:00:00Z");
        SchoolGiven.user(db, "zweite", Role.FUNDING_OFFICER, null, null);
        db.get(Clock.class).at(halfway, () -> {
            assertThat(view(device).atStakeCents()).isEqualTo(45_000L * 913 / 1_826);
            assertThat(view(device).actions()).contains(DeviceAction.ASK_RETIRE).doesNotContain(DeviceAction.RETIRE, DeviceAction.CONFIRM_RETIRE, DeviceAction.KEEP);
            assertThatThrownBy(() -> confirm("zweite", device)).hasMessageContaining("device.end_not_asked");
            officer(device, (devices, version) -> devices.askRetire(device, new Devices.Retire(version, "Totalschaden", Devices.DeviceDisposal.DESTROYED,
                    "Zertifikat 7", 1_000L, "ISB 2028/12")));
            assertThat(view(device).actions()).as("who has proposed does not confirm").doesNotContain(DeviceAction.CONFIRM_RETIRE).contains(DeviceAction.KEEP);
            assertThatThrownBy(() -> confirm(InventoryGiven.OFFICER, device)).hasMessageContaining("duty.apart");
            officer(device, (devices, version) -> devices.keep(device, new Devices.Return(version, "doch nicht")));
            assertThat(view(device)).extracting(DeviceQueries.View::endAskedOn, DeviceQueries.View::disposal).containsOnlyNulls();
            officer(device, (devices, version) -> devices.askRetire(device, new Devices.Retire(version, "Totalschaden")));
            confirm("zweite", device);
        });
        assertThat(view(device)).extracting(DeviceQueries.View::state, DeviceQueries.View::room, DeviceQueries.View::atStakeCents)
                .containsExactly(DeviceState.RETIRED, null, null);
        assertThat(view(device).retiredOn()).hasToString("2028-11-03");
        assertThat(view(device).timeline().get(0).facts().toString()).contains("said.at_stake");
        db.checks();
    }

    @Test
    void who_is_not_bound_by_a_verified_rule_needs_no_second_person() {
        Long device = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room, "U", new Binding(BindingStart.DELIVERY, 5, BindingMode.EXACT_DATE, false));
        assertThatThrownBy(() -> officer(device, (devices, version) -> devices.askRetire(device, new Devices.Retire(version, "alt")))).hasMessageContaining("device.not_bound");
        officer(device, (devices, version) -> devices.retire(device, new Devices.Retire(version, "alt", Devices.DeviceDisposal.SOLD, null, 5_000L, null)));
        assertThat(view(device)).extracting(DeviceQueries.View::disposal, DeviceQueries.View::proceedsCents).containsExactly(Devices.DeviceDisposal.SOLD, 5_000L);
        db.checks();
    }

    private void lose(Long device, Devices.DeviceLoss loss, LocalDate day, String police) {
        run(devices -> devices.reportLost(device, new Devices.ReportLost(InventoryGiven.version(db, device), "weg", loss, day, police)));
    }

    private void confirm(String login, Long device) {
        as(login, () -> {
            db.get(Devices.class).confirmRetire(device, new Devices.Return(InventoryGiven.version(db, device), null));
            return null;
        });
    }

    private void officer(Long device, java.util.function.BiConsumer<Devices, Integer> step) {
        as(InventoryGiven.OFFICER, () -> {
            step.accept(db.get(Devices.class), InventoryGiven.version(db, device));
            return null;
        });
    }

    private Long add(Devices.Add cmd) {
        return as(SCHOOL_ADMIN, () -> db.get(Devices.class).add(cmd));
    }

    private int listed(int rows) {
        return as(SCHOOL_ADMIN, () -> db.statements(() -> assertThat(db.get(DeviceList.class)
                .page(ListView.all().with("size", 30).with("sort", "-binding")).rows()).hasSize(rows)));
    }

    private List<String> find(ListView filter) {
        return as(SCHOOL_ADMIN, () -> db.get(DeviceList.class).page(filter)).rows().stream()
                .map(DeviceQueries.Row::serial).toList();
    }

    private Long device(String serial) {
        return InventoryGiven.device(db, InventoryGiven.tablet(db), school, room, serial,
                new Binding(BindingStart.COMMISSIONING, 5, BindingMode.EXACT_DATE));
    }

    private void place(Long device, Long target) {
        InventoryGiven.place(db, SCHOOL_ADMIN, device, target);
    }

    private void serve(Long device) {
        run(devices -> devices.serve(device, new Devices.Serve(InventoryGiven.version(db, device), null)));
    }

    private void retire(Long device) {
        as(InventoryGiven.OFFICER, () -> {
            db.get(Devices.class).retire(device, new Devices.Retire(InventoryGiven.version(db, device), "verkauft"));
            return null;
        });
    }

    private DeviceQueries.View view(Long device) {
        return as(InventoryGiven.OFFICER, () -> db.get(DeviceQueries.class).view(device));
    }

    private void run(java.util.function.Consumer<Devices> step) {
        as(SCHOOL_ADMIN, () -> {
            step.accept(db.get(Devices.class));
            return null;
        });
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }

    @Test
    void a_clock_that_was_set_back_between_two_placements_breaks_nothing() {
        Long device = device("A");
        Long other = SchoolGiven.room(db, school, "205");
        place(device, room);
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().minusSeconds(7_200), () -> place(device, other));
        place(device, room);
        db.checks();
        run(devices -> devices.reportLost(device, new Devices.ReportLost(InventoryGiven.version(db, device), "weg")));
        db.checks();
        assertThat(db.number("select count(*) from placement where to_at < from_at")).isZero();
    }

    @Test
    void who_clicks_twice_is_told_so_and_not_that_somebody_else_was_faster() {
        Long device = device("A");
        Integer seen = InventoryGiven.version(db, device);
        run(devices -> devices.repair(device, new Devices.Repair(seen, "Glasbruch")));
        assertThatThrownBy(() -> run(devices -> devices.repair(device, new Devices.Repair(seen, "Glasbruch"))))
                .isInstanceOf(Conflict.class).hasMessageContaining("conflict.own");
    }
}
