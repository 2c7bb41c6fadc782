package de.schulpakt.inventory.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.schulpakt.identity.Role;
import de.schulpakt.install.network.NetworkQueries;
import de.schulpakt.install.network.Networks;
import de.schulpakt.install.network.UnitKind;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.inventory.booking.BookingQueries;
import de.schulpakt.inventory.booking.Bookings;
import de.schulpakt.inventory.booking.Pool;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.Replacements;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.step.Explained;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a place asks of a device goes over to the one that comes in it, and back again. */
@DbTest
class SwapsDbTest {
    private static final String ADMIN = "schule";
    private static final String TECHNICIAN = "technik";
    private Db db;
    private Long school;
    private Long room;
    private Long shelf;
    private Long model;
    private Long old;
    private Long spare;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.user(db, ADMIN, Role.SCHOOL_ADMIN, null, school);
        SchoolGiven.user(db, TECHNICIAN, Role.TECHNICIAN, null, school);
        room = SchoolGiven.room(db, school, "101");
        shelf = SchoolGiven.room(db, school, "Lager");
        model = InventoryGiven.tablet(db);
        old = InventoryGiven.device(db, model, school, room);
        spare = InventoryGiven.device(db, model, school, null);
        InventoryGiven.place(db, ADMIN, old, room);
        InventoryGiven.place(db, ADMIN, spare, shelf);
        step(() -> db.get(Devices.class).serve(old, new Devices.Serve(InventoryGiven.version(db, old), null)));
    }

    @Test
    void a_spare_takes_over_room_port_name_and_class_set_and_gives_them_back() {
        Long unit = SchoolGiven.as(db, TECHNICIAN, () -> db.get(Networks.class).add(new Networks.Add(school, UnitKind.DEVICE, "Pult 101", null, room, old, "1", null, null)));
        Long set = as(() -> db.get(Pool.class).makeSet(new Pool.MakeSet(school, "Koffer")));
        as(() -> db.get(Pool.class).join(new Pool.Join(List.of(old), set)));
        Long swap = SchoolGiven.as(db, TECHNICIAN, () -> db.get(Swaps.class).swap(cmd(old, spare, Swaps.Goes.TO_REPAIR)));
        assertThat(view(old)).extracting(DeviceQueries.View::state, DeviceQueries.View::roomId).containsExactly(DeviceState.IN_REPAIR, null);
        assertThat(view(spare)).extracting(DeviceQueries.View::state, DeviceQueries.View::roomId).containsExactly(DeviceState.IN_SERVICE, room);
        assertThat(view(spare).bindingEndOn()).as("it is used from now on").isEqualTo(today().plusYears(5));
        assertThat(view(old).timeline().toString()).contains("said.place_taken_by", "Display kaputt");
        assertThat(view(spare).timeline().toString()).contains("said.in_place_of", "Display kaputt");
        assertThat(unit(unit).deviceId()).isEqualTo(spare);
        assertThat(unit(unit).name()).isEqualTo("Pult 101");
        assertThat(members()).extracting(BookingQueries.Member::id, BookingQueries.Member::setId).containsExactly(tuple(spare, set));
        db.checks();
        assertThat(SchoolGiven.as(db, TECHNICIAN, () -> db.get(SwapQueries.class).ofDevice(spare))).hasSize(1);
        undo(swap);
        assertThat(view(old)).extracting(DeviceQueries.View::state, DeviceQueries.View::roomId).containsExactly(DeviceState.IN_SERVICE, room);
        assertThat(view(spare)).extracting(DeviceQueries.View::state, DeviceQueries.View::roomId, DeviceQueries.View::inServiceOn, DeviceQueries.View::bindingEndOn)
                .containsExactly(DeviceState.IN_STOCK, shelf, null, null);
        assertThat(unit(unit).deviceId()).isEqualTo(old);
        assertThat(members()).extracting(BookingQueries.Member::id).containsExactly(old);
        assertThatThrownBy(() -> undo(swap)).hasMessageContaining("swap.undone");
        db.checks();
    }

    @Test
    void of_two_that_are_both_for_lending_each_gets_the_set_of_the_other() {
        Long set = as(() -> db.get(Pool.class).makeSet(new Pool.MakeSet(school, "Koffer")));
        as(() -> db.get(Pool.class).join(new Pool.Join(List.of(old), set)));
        as(() -> db.get(Pool.class).join(new Pool.Join(List.of(spare), null)));
        Long swap = as(() -> db.get(Swaps.class).swap(cmd(old, spare, Swaps.Goes.ASIDE)));
        assertThat(members()).filteredOn(m -> set.equals(m.setId())).extracting(BookingQueries.Member::id).containsExactly(spare);
        assertThat(view(old).state()).isEqualTo(DeviceState.IN_STOCK);
        undo(swap);
        assertThat(members()).filteredOn(m -> set.equals(m.setId())).extracting(BookingQueries.Member::id).containsExactly(old);
    }

    @Test
    void what_does_not_fit_is_refused() {
        assertThatThrownBy(() -> swap(old, old)).hasMessageContaining("swap.same");
        Long screen = InventoryGiven.device(db, InventoryGiven.model(db, "Tafel", ModelKind.DISPLAY, false), school, null);
        assertThatThrownBy(() -> swap(old, screen)).hasMessageContaining("swap.other_kind");
        Long foreign = SchoolGiven.school(db, "Hilda-Gymnasium");
        Long there = InventoryGiven.device(db, model, foreign, null);
        assertThatThrownBy(() -> swap(old, there)).isInstanceOf(NotFound.class);
        SchoolGiven.user(db, "ueberall", Role.TECHNICIAN, null, null);
        assertThatThrownBy(() -> SchoolGiven.as(db, "ueberall", () -> db.get(Swaps.class).swap(cmd(old, there, Swaps.Goes.ASIDE)))).hasMessageContaining("swap.other_school");
        assertThatThrownBy(() -> as(() -> db.get(Swaps.class).swap(new Swaps.Swap(0, old, spare, Swaps.Goes.ASIDE, "x")))).isInstanceOf(Conflict.class);
        SchoolGiven.as(db, TECHNICIAN, () -> db.get(Networks.class).add(new Networks.Add(school, UnitKind.DEVICE, "Regal", null, shelf, spare, "1", null, null)));
        SchoolGiven.as(db, TECHNICIAN, () -> db.get(Networks.class).add(new Networks.Add(school, UnitKind.DEVICE, "Pult", null, room, old, "1", null, null)));
        assertThatThrownBy(() -> swap(old, spare)).hasMessageContaining("swap.has_port");
        assertThatThrownBy(() -> db.sql("insert into device_swap (school_id, kind, old_id, new_id, old_state, new_state, new_served, reason, swapped_at, swapped_by)"
                + " values (" + school + ", 'SPARE', " + old + ", " + old + ", 'IN_STOCK', 'IN_STOCK', 0, 'x', now(), 'x')"))
                .satisfies(t -> assertThat(Explained.of(t, Locale.GERMAN)).get().extracting(Explained::code).isEqualTo("device_swap_two"));
    }

    @Test
    void what_somebody_has_or_a_ticket_works_on_is_not_swapped() {
        step(() -> db.get(Devices.class).repair(spare, new Devices.Repair(InventoryGiven.version(db, spare), "Akku")));
        assertThatThrownBy(() -> swap(old, spare)).hasMessageContaining("state.not_allowed");
        step(() -> db.get(Devices.class).returnToStock(spare, new Devices.Return(InventoryGiven.version(db, spare), null)));
        Long ticket = as(() -> db.get(Tickets.class).open(new Tickets.Open(school, room, null, "Prüfen", null, null, List.of(spare), null)));
        assertThat(ticket).isNotNull();
        assertThatThrownBy(() -> swap(old, spare)).hasMessageContaining("device.ticket_open");
        Long other = InventoryGiven.device(db, model, school, null);
        Long loan = lend(other);
        assertThatThrownBy(() -> swap(old, other)).hasMessageContaining("device.lent");
        assertThatThrownBy(() -> swap(other, old)).hasMessageContaining("device.lent");
        step(() -> db.get(Loans.class).takeBack(loan, new Loans.TakeBack(1, Loans.LoanCondition.SOUND, null, null)));
        Long done = swap(old, other);
        Long third = InventoryGiven.device(db, model, school, null);
        swap(other, third);
        assertThatThrownBy(() -> undo(done)).as("it went on").hasMessageContaining("swap.gone_on");
        step(() -> db.get(Devices.class).reportLost(third, new Devices.ReportLost(InventoryGiven.version(db, third), "weg")));
        Long last = as(() -> db.get(SwapQueries.class).ofDevice(third)).get(0).id();
        assertThatThrownBy(() -> undo(last)).hasMessageContaining("state.not_allowed");
        db.checks();
    }

    @Test
    void what_is_to_be_installed_goes_on_with_the_spare() {
        Long point = InventoryGiven.accessPoint(db);
        Long first = InventoryGiven.device(db, point, school, room);
        Long second = InventoryGiven.device(db, point, school, null);
        assertThatThrownBy(() -> swap(first, second)).as("it has a ticket of its own").hasMessageContaining("device.ticket_open");
        Long own = InstallGiven.ticketOf(db, second);
        SchoolGiven.as(db, InstallGiven.technician(db), () -> {
            db.get(Tickets.class).cancel(own, new Tickets.Cancel(InstallGiven.version(db, own), "bleibt im Lager"));
            return null;
        });
        Long swap = swap(first, second);
        Long ticket = InstallGiven.ticketOf(db, second);
        assertThat(ticket).isNotEqualTo(own);
        assertThat(db.number("select count(*) from ticket_device where device_id = ?", first)).isZero();
        undo(swap);
        assertThat(InstallGiven.ticketOf(db, first)).isEqualTo(ticket);
    }

    @Test
    void the_supplier_exchanges_what_was_not_ordered_here_and_the_way_back() {
        assertThatThrownBy(() -> exchange(old, "N-1", 0)).hasMessageContaining("swap.of_order");
        Long gift = as(() -> db.get(Devices.class).add(new Devices.Add(model, school, "GIFT-1", null, room, true, 30_000L, today().minusDays(400), "Spende")));
        as(() -> db.get(Pool.class).join(new Pool.Join(List.of(gift), null)));
        assertThatThrownBy(() -> exchange(gift, "GIFT-1", 0)).hasMessageContaining("device.serial_taken");
        assertThatThrownBy(() -> exchange(gift, "N-2", 1)).hasMessageContaining("device.date_ahead");
        Long swap = exchange(gift, "N-2", 0);
        Long came = as(() -> db.get(SwapQueries.class).view(swap)).newId();
        assertThat(view(gift)).extracting(DeviceQueries.View::state, DeviceQueries.View::disposal).containsExactly(DeviceState.RETIRED, Devices.DeviceDisposal.RETURNED);
        assertThat(view(came)).extracting(DeviceQueries.View::priceCents, DeviceQueries.View::roomId, DeviceQueries.View::origin)
                .containsExactly(30_000L, room, Devices.DeviceOrigin.HAND);
        assertThat(members()).extracting(BookingQueries.Member::id).containsExactly(came);
        db.checks();
        undo(swap);
        assertThat(view(came)).extracting(DeviceQueries.View::state, DeviceQueries.View::disposal).containsExactly(DeviceState.RETIRED, Devices.DeviceDisposal.NEVER_CAME);
        assertThat(view(gift)).extracting(DeviceQueries.View::state, DeviceQueries.View::roomId, DeviceQueries.View::retiredOn)
                .containsExactly(DeviceState.IN_SERVICE, room, null);
        assertThat(members()).extracting(BookingQueries.Member::id).containsExactly(gift);
        exchange(gift, "N-2", 0);
        db.checks();
    }

    @Test
    void what_was_given_up_by_mistake_is_there_again() {
        Long gift = as(() -> db.get(Devices.class).add(new Devices.Add(model, school, "GIFT-2", null, room, true, 30_000L, today().minusDays(400), "Spende")));
        officer(() -> db.get(Devices.class).retire(gift, new Devices.Retire(InventoryGiven.version(db, gift), "defekt", Devices.DeviceDisposal.RECYCLED, "gelöscht", 100L, null)));
        assertThatThrownBy(() -> step(() -> db.get(Devices.class).revive(gift, new Devices.Revive(InventoryGiven.version(db, gift), "doch da"))))
                .isInstanceOf(Forbidden.class);
        officer(() -> db.get(Devices.class).revive(gift, new Devices.Revive(InventoryGiven.version(db, gift), "doch da")));
        assertThat(view(gift)).extracting(DeviceQueries.View::state, DeviceQueries.View::disposal, DeviceQueries.View::erasure, DeviceQueries.View::proceedsCents,
                DeviceQueries.View::retiredOn).containsExactly(DeviceState.IN_STOCK, null, null, null, null);
        db.tx(() -> {
            db.get(Replacements.class).sendBack(List.of(spare), today(), true, "defekt", Said.NOTHING);
            return null;
        });
        assertThatThrownBy(() -> officer(() -> db.get(Devices.class).revive(spare, new Devices.Revive(InventoryGiven.version(db, spare), "doch da"))))
                .hasMessageContaining("device.sent_back");
        db.checks();
    }

    @Test
    void what_went_to_another_school_is_not_fetched_back() {
        Long other = SchoolGiven.school(db, "Hilda-Gymnasium");
        Long aside = swap(old, spare);
        passOn(old, other);
        assertThatThrownBy(() -> undo(aside)).hasMessageContaining("swap.elsewhere");
        Long gift = gift("GIFT-3");
        Long exchanged = exchange(gift, "N-3", 0);
        Long came = as(() -> db.get(SwapQueries.class).view(exchanged)).newId();
        passOn(came, other);
        assertThatThrownBy(() -> undo(exchanged)).hasMessageContaining("swap.elsewhere");
        assertThat(db.number("select count(*) from device where id in (?, ?) and school_id = ? and room_id is null and state = 'IN_STOCK'", old, came, other)).isEqualTo(2);
        db.checks();
    }

    @Test
    void what_the_supplier_has_exchanged_is_there_once() {
        Long gift = gift("GIFT-4");
        Long swap = exchange(gift, "N-4", 0);
        assertThatThrownBy(() -> officer(() -> db.get(Devices.class).revive(gift, new Devices.Revive(InventoryGiven.version(db, gift), "doch da"))))
                .hasMessageContaining("device.replaced");
        assertThat(view(gift).state()).isEqualTo(DeviceState.RETIRED);
        undo(swap);
        assertThat(view(gift).state()).isEqualTo(DeviceState.IN_SERVICE);
        officer(() -> db.get(Devices.class).retire(gift, new Devices.Retire(InventoryGiven.version(db, gift), "defekt")));
        officer(() -> db.get(Devices.class).revive(gift, new Devices.Revive(InventoryGiven.version(db, gift), "doch da")));
        assertThat(view(gift).state()).as("nothing stands in its place any longer").isEqualTo(DeviceState.IN_STOCK);
    }

    @Test
    void a_swap_for_another_model_leaves_enough_for_who_has_booked() {
        as(() -> db.get(Pool.class).join(new Pool.Join(List.of(old), null)));
        as(() -> db.get(Bookings.class).book(new Bookings.Book(school, model, 1, today().plusDays(1), today().plusDays(2), Loans.BorrowerKind.CLASS, "Klasse 7b", null)));
        Long another = InventoryGiven.device(db, InventoryGiven.tablet(db), school, null);
        assertThatThrownBy(() -> swap(old, another)).hasMessageContaining("booking.clash");
        assertThat(members()).extracting(BookingQueries.Member::id).containsExactly(old);
        undo(swap(old, spare));
        as(() -> db.get(Swaps.class).swap(cmd(old, another, Swaps.Goes.TO_REPAIR)));
        assertThat(members()).as("what is broken is a fact").extracting(BookingQueries.Member::id).containsExactly(another);
        db.checks();
    }

    @Test
    void the_pool_is_locked_before_the_devices() {
        as(() -> db.get(Pool.class).join(new Pool.Join(List.of(old), null)));
        Swaps.Swap cmd = cmd(old, spare, Swaps.Goes.ASIDE);
        Long[] swap = new Long[1];
        assertThat(locks(() -> swap[0] = db.get(Swaps.class).swap(cmd))).containsExactly("loan_pool_device", "device");
        assertThat(locks(() -> db.get(Swaps.class).undo(swap[0], new Swaps.Undo("war falsch")))).containsExactly("loan_pool_device", "device");
        Long gift = gift("GIFT-5");
        as(() -> db.get(Pool.class).join(new Pool.Join(List.of(gift), null)));
        Swaps.Exchange exchange = new Swaps.Exchange(InventoryGiven.version(db, gift), gift, "N-5", today(), "Garantie");
        assertThat(locks(() -> db.get(Swaps.class).exchange(exchange))).containsExactly("loan_pool_device", "device");
    }

    @Test
    void of_two_who_swap_at_once_one_does() {
        Integer version = InventoryGiven.version(db, old);
        List<Throwable> thrown = db.race(2, 2, () -> as(() -> db.get(Swaps.class).swap(new Swaps.Swap(version, old, spare, Swaps.Goes.ASIDE, "beide"))));
        assertThat(thrown).hasSize(1);
        assertThat(db.number("select count(*) from device_swap")).isEqualTo(1);
        db.checks();
    }

    /** The tables of pool and devices in the order in which rows of theirs are first locked. */
    private List<String> locks(Db.Step work) {
        return as(() -> db.statementsOf(work)).stream().filter(sql -> sql.contains("FOR UPDATE")).map(sql -> sql.replaceAll("(?is).* from (\\w+).*", "$1"))
                .filter(List.of("loan_pool_device", "device")::contains).distinct().toList();
    }

    private Long gift(String serial) {
        return as(() -> db.get(Devices.class).add(new Devices.Add(model, school, serial, null, room, true, 30_000L, today().minusDays(400), "Spende")));
    }

    private void passOn(Long device, Long to) {
        db.tx(() -> {
            db.get(Devices.class).changeSchool(List.of(device), school, to, "Hilda-Gymnasium", "A-1");
            return null;
        });
    }

    private List<BookingQueries.Member> members() {
        return as(() -> db.get(BookingQueries.class).members(school));
    }

    private NetworkQueries.Unit unit(Long id) {
        return SchoolGiven.as(db, TECHNICIAN, () -> db.get(NetworkQueries.class).unit(id).unit());
    }

    private Long lend(Long device) {
        return as(() -> db.get(Loans.class).handOut(new Loans.HandOut(List.of(device), Loans.BorrowerKind.TEACHER, "Erika Muster", null, null, false, null, true,
                Loans.LoanCondition.SOUND, null, today().plusDays(3)))).get(0);
    }

    private Swaps.Swap cmd(Long goes, Long comes, Swaps.Goes where) {
        return new Swaps.Swap(InventoryGiven.version(db, goes), goes, comes, where, "Display kaputt");
    }

    private Long swap(Long goes, Long comes) {
        Swaps.Swap cmd = cmd(goes, comes, Swaps.Goes.ASIDE);
        return as(() -> db.get(Swaps.class).swap(cmd));
    }

    private Long exchange(Long device, String serial, int days) {
        Integer version = InventoryGiven.version(db, device);
        return as(() -> db.get(Swaps.class).exchange(new Swaps.Exchange(version, device, serial, today().plusDays(days), "Garantie")));
    }

    private void undo(Long swap) {
        step(() -> db.get(Swaps.class).undo(swap, new Swaps.Undo("war falsch")));
    }

    private DeviceQueries.View view(Long id) {
        return as(() -> db.get(DeviceQueries.class).view(id));
    }

    private LocalDate today() {
        return db.get(Clock.class).today();
    }

    private void officer(Runnable work) {
        SchoolGiven.as(db, InventoryGiven.officer(db), () -> {
            work.run();
            return null;
        });
    }

    private void step(Runnable work) {
        as(() -> {
            work.run();
            return null;
        });
    }

    private <T> T as(Callable<T> work) {
        return SchoolGiven.as(db, ADMIN, work);
    }
}
