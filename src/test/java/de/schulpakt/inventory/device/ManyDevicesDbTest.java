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
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One step on many devices: each has its line, and what does not go is said and leaves the others alone. */
@DbTest
class ManyDevicesDbTest {
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
    void five_hundred_are_placed_moved_and_put_into_service_in_few_statements() {
        List<Long> all = devices(500);
        int[] statements = new int[1];
        ManyDevices.Result[] placed = new ManyDevices.Result[1];
        SchoolGiven.as(db, SCHOOL_ADMIN, () -> statements[0] = db.statements(() -> placed[0] = place(all, room, "Erstaufstellung")));
        assertThat(placed[0]).isEqualTo(new ManyDevices.Result(500, List.of()));
        assertThat(statements[0]).isLessThanOrEqualTo(StatementBudgets.of("ManyDevices.place.500"));
        assertThat(db.number("select count(*) from history where action = 'DeviceAction.PLACE' and note = 'Erstaufstellung'"
                + " and from_state = 'DeviceState.IN_STOCK' and facts like '%204%'")).isEqualTo(500);
        db.checks();
        Long other = SchoolGiven.room(db, school, "205");
        assertThat(as(m -> m.place(new ManyDevices.Place(all, other, null))).done()).isEqualTo(500);
        assertThat(db.number("select count(*) from placement where to_at is not null")).isEqualTo(500);
        assertThat(as(m -> m.serve(new ManyDevices.Note(all, null))).done()).isEqualTo(500);
        db.checks();
        assertThat(view(all.get(499))).extracting(DeviceQueries.View::state, DeviceQueries.View::room).containsExactly(DeviceState.IN_SERVICE, "205");
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().minusSeconds(7_200), () -> as(m -> m.place(new ManyDevices.Place(all, room, null))));
        db.checks();
    }

    @Test
    void what_does_not_go_is_named_with_its_reason_and_the_others_go() {
        List<Long> all = devices(3);
        Long network = InventoryGiven.device(db, InventoryGiven.accessPoint(db), school, room);
        Long foreignSchool = SchoolGiven.school(db, "Hilda-Gymnasium");
        Long foreign = InventoryGiven.device(db, InventoryGiven.tablet(db), foreignSchool, null);
        place(all.subList(0, 2), room);
        ManyDevices.Result again = place(List.of(all.get(1), all.get(2), network, foreign, 999_999_999L), room);
        assertThat(again.done()).isEqualTo(2);
        assertThat(again.left()).extracting(l -> l.why().key()).containsExactly("device.there_already", "devices.unseen", "devices.unseen");
        assertThat(again.left()).filteredOn(l -> l.id().equals(foreign)).extracting(ManyDevices.Left::inventoryNo).as("a foreign one has no name").containsNull();
        ManyDevices.Result served = as(m -> m.serve(new ManyDevices.Note(List.of(all.get(0), network), null)));
        assertThat(served.left()).extracting(l -> l.why().key()).containsExactly("device.needs_technician");
        assertThat(view(network).state()).isEqualTo(DeviceState.IN_STOCK);
        ManyDevices.Result retired = as(m -> m.retire(new ManyDevices.Retire(all, "alt")));
        assertThat(retired.done()).isZero();
        assertThat(retired.left()).extracting(l -> l.why().key()).containsOnly("forbidden");
        assertThat(SchoolGiven.as(db, InventoryGiven.OFFICER, () -> db.get(ManyDevices.class).retire(new ManyDevices.Retire(all, "alt"))).left())
                .extracting(l -> l.why().key()).containsExactly("device.bound_until", "device.binding_not_started", "device.binding_not_started");
        assertThatThrownBy(() -> place(List.of(foreign), room)).isInstanceOf(NotFound.class);
        db.checks();
    }

    @Test
    void what_is_not_placed_is_not_put_into_service_and_keeps_its_day() {
        Long device = devices(1).get(0);
        assertThat(as(m -> m.serve(new ManyDevices.Note(List.of(device), null))).left()).extracting(l -> l.why().key()).containsExactly("device.not_placed");
        place(List.of(device), room);
        as(m -> m.reportLost(new ManyDevices.Reason(List.of(device), "weg")));
        assertThat(as(m -> m.serve(new ManyDevices.Note(List.of(device), null))).done()).isZero();
        assertThat(view(device).inServiceOn()).isNull();
        assertThat(view(device).room()).isNull();
        assertThat(as(m -> m.found(new ManyDevices.Note(List.of(device), "im Schrank"))).done()).isEqualTo(1);
        assertThat(as(m -> m.repair(new ManyDevices.Reason(List.of(device), "Glas"))).done()).isEqualTo(1);
        assertThat(as(m -> m.returnToService(new ManyDevices.Note(List.of(device), null))).left()).extracting(l -> l.why().key())
                .containsExactly("device.never_served");
        assertThat(as(m -> m.returnToStock(new ManyDevices.Note(List.of(device), null))).done()).isEqualTo(1);
        db.checks();
    }

    @Test
    void retired_after_the_binding_they_stand_nowhere() {
        List<Long> all = devices(3);
        place(all, room);
        as(m -> m.serve(new ManyDevices.Note(all, null)));
        db.get(Clock.class).at(Instant.parse("2060-01-01T12:00:00Z"), () -> assertThat(SchoolGiven.as(db, InventoryGiven.OFFICER,
                () -> db.get(ManyDevices.class).retire(new ManyDevices.Retire(all, "verkauft"))).done()).isEqualTo(3));
        assertThat(db.number("select count(*) from placement where to_at is null")).isZero();
        db.checks();
    }

    @Test
    void many_are_given_up_at_once_and_what_is_bound_takes_two_people() {
        List<Long> all = devices(4);
        Long free = free("FREI-1");
        SchoolGiven.user(db, "zweite", Role.FUNDING_OFFICER, null, null);
        place(all.subList(0, 3), room);
        as(m -> m.serve(new ManyDevices.Note(all.subList(0, 3), null)));
        List<Long> wanted = List.of(all.get(0), all.get(1), all.get(2), free, 999_999_999L);
        List<DeviceQueries.Ending> before = SchoolGiven.as(db, InventoryGiven.OFFICER, () -> db.get(DeviceQueries.class).ends(wanted));
        assertThat(before).extracting(DeviceQueries.Ending::way).containsExactlyInAnyOrder(DeviceQueries.DeviceEnding.SECOND_PERSON, DeviceQueries.DeviceEnding.SECOND_PERSON,
                DeviceQueries.DeviceEnding.SECOND_PERSON, DeviceQueries.DeviceEnding.AT_ONCE);
        before.forEach(e -> assertThat(e.atStakeCents()).isEqualTo(view(e.id()).atStakeCents()));
        ManyDevices.Result left = officer(InventoryGiven.OFFICER, m -> m.retire(retire(wanted, false)));
        assertThat(left.done()).isEqualTo(1);
        assertThat(left.proposed()).isZero();
        assertThat(left.left()).extracting(l -> l.why().key()).containsExactly("device.bound_until", "device.bound_until", "device.bound_until", "devices.unseen");
        assertThat(view(free)).extracting(DeviceQueries.View::disposal, DeviceQueries.View::erasure, DeviceQueries.View::proceedsCents)
                .containsExactly(Devices.DeviceDisposal.SOLD, "Protokoll 7", 1_250L);
        ManyDevices.Result proposed = officer(InventoryGiven.OFFICER, m -> m.retire(retire(all, true)));
        assertThat(proposed.done()).isZero();
        assertThat(proposed.proposed()).isEqualTo(4);
        assertThat(SchoolGiven.as(db, "zweite", () -> db.get(DeviceQueries.class).endsAsked())).isEqualTo(4);
        assertThat(SchoolGiven.as(db, "zweite", () -> db.get(DeviceList.class).ids(ListView.all().with("endAsked", true), 10))).containsExactlyInAnyOrderElementsOf(all);
        assertThat(officer(InventoryGiven.OFFICER, m -> m.askRetire(retire(all, true))).left()).extracting(l -> l.why().key()).containsOnly("device.end_waits").hasSize(4);
        ManyDevices.Result own = officer(InventoryGiven.OFFICER, m -> m.confirmRetire(new ManyDevices.Note(all, null)));
        assertThat(own.done()).isZero();
        assertThat(own.left()).extracting(l -> l.why().key()).as("who proposed does not confirm").containsOnly("duty.apart").hasSize(4);
        assertThat(officer("zweite", m -> m.keep(new ManyDevices.Note(all.subList(3, 4), "wird gebraucht"))).done()).isEqualTo(1);
        ManyDevices.Result gone = officer("zweite", m -> m.confirmRetire(new ManyDevices.Note(all, "geprüft")));
        assertThat(gone.done()).isEqualTo(3);
        assertThat(gone.left()).extracting(l -> l.why().key()).containsExactly("device.end_not_asked");
        assertThat(view(all.get(0))).extracting(DeviceQueries.View::state, DeviceQueries.View::room, DeviceQueries.View::disposal)
                .containsExactly(DeviceState.RETIRED, null, Devices.DeviceDisposal.SOLD);
        assertThat(db.number("select count(*) from history where action = 'DeviceAction.CONFIRM_RETIRE' and facts like '%at_stake%'")).isEqualTo(3);
        assertThat(db.number("select count(*) from history where action = 'DeviceAction.ASK_RETIRE' and facts like '%Protokoll 7%'")).isEqualTo(4);
        db.checks();
    }

    @Test
    void who_freed_a_device_from_its_award_does_not_give_it_up_among_many_either() {
        Long device = free("FREI-2");
        Long officer = db.number("select id from app_user where login = ?", InventoryGiven.OFFICER);
        db.sql("insert into history (at, actor_name, actor_id, subject_type, subject_id, of_school, action) select now(6), 'x', ?, 'Device', d.id, d.school_id,"
                + " 'DeviceAction.RELEASE_AWARD' from device d where d.id = ?", officer, device);
        assertThat(officer(InventoryGiven.OFFICER, m -> m.retire(retire(List.of(device), false))).left()).extracting(l -> l.why().key()).containsExactly("duty.apart");
        SchoolGiven.user(db, "zweite", Role.FUNDING_OFFICER, null, null);
        assertThat(officer("zweite", m -> m.retire(retire(List.of(device), false))).done()).isEqualTo(1);
    }

    /** One that nothing binds. */
    private Long free(String serial) {
        Long model = InventoryGiven.tablet(db);
        return SchoolGiven.as(db, InventoryGiven.OFFICER, () -> db.get(Devices.class).add(new Devices.Add(model, school, serial, null, null, false, null, null, "Spende")));
    }

    private static ManyDevices.Retire retire(List<Long> ids, boolean proposeBound) {
        return new ManyDevices.Retire(ids, "alt", proposeBound, Devices.DeviceDisposal.SOLD, "Protokoll 7", 1_250L, null);
    }

    private ManyDevices.Result officer(String login, java.util.function.Function<ManyDevices, ManyDevices.Result> step) {
        return SchoolGiven.as(db, login, () -> step.apply(db.get(ManyDevices.class)));
    }

    @Test
    void devices_are_chosen_by_their_numbers_and_by_a_filter() {
        List<Long> all = devices(3);
        DeviceQueries.Chosen chosen = SchoolGiven.as(db, SCHOOL_ADMIN, () -> db.get(DeviceQueries.class).chosen(List.of("n 2", "N-3", "N2", "nirgends")));
        assertThat(chosen.ids()).containsExactly(all.get(1), all.get(2));
        assertThat(chosen.unknown()).extracting(u -> u.why().key()).containsExactly("devices.number_unknown");
        SchoolGiven.as(db, SCHOOL_ADMIN, () -> {
            db.get(DeviceNumbers.class).add(all.get(0), new DeviceNumbers.Add(de.schulpakt.inventory.number.IdentifierKind.TAG, "N2"));
            return null;
        });
        assertThat(SchoolGiven.as(db, SCHOOL_ADMIN, () -> db.get(DeviceQueries.class).chosen(List.of("N2"))).unknown())
                .extracting(u -> u.why().key()).containsExactly("devices.number_of_several");
        assertThat(SchoolGiven.as(db, SCHOOL_ADMIN, () -> db.get(DeviceList.class).ids(ListView.all().with("school", school), 2))).hasSize(2);
        assertThat(SchoolGiven.as(db, SCHOOL_ADMIN, () -> db.get(DeviceQueries.class).common(all)))
                .isEqualTo(new DeviceQueries.Common(school, "Görres-Gymnasium", room, 3L));
        assertThat(SchoolGiven.as(db, SCHOOL_ADMIN, () -> db.get(DeviceList.class).seen(LongStream.of(all.get(0), 1L).boxed().toList())))
                .extracting(DeviceQueries.Row::id).containsExactly(all.get(0));
    }

    @Test
    void numbers_win_and_neither_none_nor_too_many_are_taken() {
        List<Long> all = devices(2);
        SchoolGiven.as(db, SCHOOL_ADMIN, () -> {
            DeviceQueries queries = db.get(DeviceQueries.class);
            assertThat(queries.meant(all, List.of("N2", " ")).ids()).containsExactly(all.get(1));
            assertThat(queries.meant(all, null).ids()).isEqualTo(all);
            assertThatThrownBy(() -> queries.meant(null, List.of())).hasMessageContaining("devices.none_chosen");
            assertThatThrownBy(() -> queries.meant(LongStream.range(0, 5_001).boxed().toList(), List.of())).hasMessageContaining("devices.too_many");
            return null;
        });
    }

    private List<Long> devices(int count) {
        Long model = InventoryGiven.tablet(db);
        return db.tx(() -> db.get(Devices.class).register(IntStream.rangeClosed(1, count).mapToObj(i -> new Devices.Register(model, "N" + i, school, room, null,
                null, null, null, 45_000L, LocalDate.of(2026, 3, 2), new Binding(BindingStart.COMMISSIONING, 5, BindingMode.EXACT_DATE))).toList()));
    }

    private ManyDevices.Result place(List<Long> devices, Long target) {
        return as(m -> m.place(new ManyDevices.Place(devices, target, null)));
    }

    private ManyDevices.Result place(List<Long> devices, Long target, String reason) {
        return db.get(ManyDevices.class).place(new ManyDevices.Place(devices, target, reason));
    }

    private ManyDevices.Result as(java.util.function.Function<ManyDevices, ManyDevices.Result> step) {
        return SchoolGiven.as(db, SCHOOL_ADMIN, () -> step.apply(db.get(ManyDevices.class)));
    }

    private DeviceQueries.View view(Long device) {
        return SchoolGiven.as(db, InventoryGiven.OFFICER, () -> db.get(DeviceQueries.class).view(device));
    }
}
