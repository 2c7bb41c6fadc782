package de.schulpakt.inventory.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.schulpakt.identity.Role;
import de.schulpakt.identity.register.WaitingQueries;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.loan.LoanQueries;
import de.schulpakt.inventory.loan.LoanState;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.inventory.loan.Turns;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.step.Explained;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a model no more is booked for any day than the pool has, whoever books at the same moment. */
@DbTest
class BookingsDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long school;
    private Long model;
    private final List<Long> devices = new ArrayList<>();

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        model = InventoryGiven.tablet(db);
        devices.clear();
        for (int i = 0; i < 3; i++) {
            devices.add(InventoryGiven.device(db, model, school, null));
        }
        as(() -> db.get(Pool.class).join(new Pool.Join(devices, null)));
    }

    @Test
    void no_more_is_booked_for_a_day_than_the_pool_has() {
        book(2, 1, 3);
        assertThatThrownBy(() -> book(2, 3, 5)).hasMessageContaining("booking.too_few");
        book(1, 3, 5);
        book(3, 6, 7);
        assertThatThrownBy(() -> book(1, 5, 6)).as("the second of the days is taken").hasMessageContaining("booking.too_few");
        assertThatThrownBy(() -> book(1, -1, 2)).hasMessageContaining("booking.days");
        assertThatThrownBy(() -> book(1, 3, 2)).hasMessageContaining("booking.days");
        assertThatThrownBy(() -> book(1, 1, 500)).hasMessageContaining("booking.too_long");
    }

    @Test
    void a_booking_is_moved_to_days_on_which_enough_is_free_itself_not_counted() {
        Long booking = book(2, 1, 3);
        book(2, 5, 6);
        reschedule(booking, 2, 4);
        assertThat(view(booking)).extracting(BookingQueries.View::fromOn, BookingQueries.View::toOn).containsExactly(today().plusDays(2), today().plusDays(4));
        assertThat(view(booking).timeline().get(0).toString()).contains("said.booking_days", "verschoben");
        assertThatThrownBy(() -> reschedule(booking, 2, 5)).as("two are booked that day").hasMessageContaining("booking.too_few");
        assertThat(view(booking).toOn()).as("as it was").isEqualTo(today().plusDays(4));
        assertThatThrownBy(() -> reschedule(booking, -1, 4)).hasMessageContaining("booking.days");
        assertThatThrownBy(() -> reschedule(booking, 4, 3)).hasMessageContaining("booking.days");
        assertThatThrownBy(() -> reschedule(booking, 2, 500)).hasMessageContaining("booking.too_long");
        Integer seen = view(booking).version();
        reschedule(booking, 2, 3);
        assertThatThrownBy(() -> step(() -> db.get(Bookings.class).reschedule(booking, new Bookings.Reschedule(seen, today(), today(), "x")))).isInstanceOf(Conflict.class);
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(3)), () -> {
            step(() -> db.get(Bookings.class).reschedule(booking, new Bookings.Reschedule(view(booking).version(), view(booking).fromOn(), today().plusDays(1), "kommen später")));
            assertThat(view(booking).toOn()).as("its first day may be past").isEqualTo(today().plusDays(1));
        });
        db.checks();
    }

    private void reschedule(Long booking, int from, int to) {
        step(() -> db.get(Bookings.class).reschedule(booking, new Bookings.Reschedule(view(booking).version(), today().plusDays(from), today().plusDays(to), "verschoben")));
    }

    @Test
    void a_class_set_is_renamed_and_dissolved_and_its_devices_stay_for_lending() {
        Long set = as(() -> db.get(Pool.class).makeSet(new Pool.MakeSet(school, "Wagen 1")));
        Long other = as(() -> db.get(Pool.class).makeSet(new Pool.MakeSet(school, "Wagen 2")));
        as(() -> db.get(Pool.class).join(new Pool.Join(devices.subList(0, 2), set)));
        step(() -> db.get(Pool.class).renameSet(set, new Pool.RenameSet(" Koffer ")));
        assertThatThrownBy(() -> step(() -> db.get(Pool.class).renameSet(set, new Pool.RenameSet("Wagen 2")))).hasStackTraceContaining("loan_set_once");
        assertThat(as(() -> db.get(BookingQueries.class).sets(school))).extracting(BookingQueries.ClassSet::name).containsExactly("Koffer", "Wagen 2");
        assertThat(as(() -> db.get(Pool.class).dissolveSet(set, new Pool.DissolveSet("zu klein")))).isEqualTo(2);
        assertThat(members(set)).isZero();
        assertThat(as(() -> db.get(BookingQueries.class).members(school))).as("still for lending").hasSize(3);
        assertThat(as(() -> db.get(BookingQueries.class).sets(school))).extracting(BookingQueries.ClassSet::id).containsExactly(other);
        assertThat(db.number("select count(*) from history where subject_type = 'LoanSet' and subject_id = ? and action like '%DISSOLVE_SET' and note = 'zu klein'", set)).isEqualTo(1);
        assertThatThrownBy(() -> as(() -> db.get(Pool.class).join(new Pool.Join(devices.subList(0, 1), set)))).hasMessageContaining("pool.set_dissolved");
        assertThatThrownBy(() -> as(() -> db.get(Pool.class).dissolveSet(set, new Pool.DissolveSet("x")))).hasMessageContaining("pool.set_dissolved");
        as(() -> db.get(Pool.class).makeSet(new Pool.MakeSet(school, "Koffer")));
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Hilda-Gymnasium"));
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> db.get(Pool.class).dissolveSet(other, new Pool.DissolveSet("x")))).isInstanceOf(NotFound.class);
        db.checks();
    }

    @Test
    void of_many_who_book_at_once_as_many_get_something_as_there_is() {
        List<Throwable> thrown = db.race(8, 8, () -> book(1, 1, 2));
        assertThat(thrown).hasSize(5);
        thrown.forEach(t -> assertThat(Explained.of(t, Locale.GERMAN)).get().extracting(Explained::code).isEqualTo("booking.too_few"));
        assertThat(db.number("select sum(quantity) from loan_booking where state = 'BOOKED'")).isEqualTo(3);
    }

    @Test
    void what_is_lent_or_gone_is_not_there_to_be_booked_and_what_is_booked_does_not_go_out_otherwise() {
        Long loan = handOut(devices.get(0), 2);
        assertThatThrownBy(() -> book(3, 2, 4)).hasMessageContaining("booking.too_few");
        book(2, 2, 4);
        assertThatThrownBy(() -> handOut(devices.get(1), 2)).as("it would not be back in time").hasMessageContaining("booking.reserved");
        handOut(devices.get(1), 1);
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(8)), () -> {
            assertThat(model().free()).as("two are overdue").isEqualTo(1);
            as(() -> {
                db.get(Loans.class).reportLost(loan, new Loans.ReportLost(as(() -> db.get(LoanQueries.class).view(loan)).version(), "weg"));
                return null;
            });
            assertThat(model()).extracting(BookingQueries.Model::devices, BookingQueries.Model::gone, BookingQueries.Model::free).containsExactly(3L, 1L, 1L);
        });
    }

    @Test
    void a_booking_goes_out_with_devices_of_its_model_due_on_its_last_day() {
        Long booking = book(2, 0, 4);
        assertThat(as(() -> db.get(WaitingQueries.class).waiting()).get("devices")).isPositive();
        assertThatThrownBy(() -> take(booking, devices.subList(0, 1))).hasMessageContaining("booking.number");
        Long other = InventoryGiven.device(db, InventoryGiven.tablet(db), school, null);
        assertThatThrownBy(() -> take(booking, List.of(devices.get(0), other))).hasMessageContaining("booking.model");
        assertThatThrownBy(() -> take(book(1, 1, 2), devices.subList(0, 1))).hasMessageContaining("booking.not_yet");
        List<Long> loans = take(booking, devices.subList(0, 2));
        assertThat(as(() -> db.get(LoanQueries.class).view(loans.get(0)))).extracting(LoanQueries.View::borrower, LoanQueries.View::dueOn, LoanQueries.View::state)
                .containsExactly("Klasse 7b", today().plusDays(4), LoanState.LENT);
        assertThat(view(booking).state()).isEqualTo(BookingState.TAKEN);
        assertThatThrownBy(() -> take(booking, devices.subList(1, 3))).as("twice").hasMessageContaining("state.not_allowed");
        db.checks();
    }

    @Test
    void a_hand_out_by_mistake_is_put_back_and_kept_again() {
        Long booking = book(2, 0, 4);
        List<Long> loans = take(booking, devices.subList(0, 2));
        assertThatThrownBy(() -> putBack(booking, 0, "x")).as("of another version").hasMessageContaining("conflict");
        putBack(booking, view(booking).version(), "falsche Klasse");
        assertThat(view(booking).state()).isEqualTo(BookingState.BOOKED);
        assertThat(as(() -> db.get(LoanQueries.class).view(loans.get(0))).state()).isEqualTo(LoanState.RETURNED);
        assertThat(model().lent()).isZero();
        assertThat(model().free()).as("two of three are kept again").isEqualTo(1);
        assertThat(db.number("select count(*) from history where subject_type = 'LoanBooking' and action = 'BookingAction.PUT_BACK' and note = 'falsche Klasse'")).isEqualTo(1);
        db.checks();
        List<Long> again = take(booking, devices.subList(1, 3));
        step(() -> db.get(Loans.class).takeBack(again.get(0), new Loans.TakeBack(as(() -> db.get(LoanQueries.class).view(again.get(0))).version(), Loans.LoanCondition.SOUND, null, null)));
        assertThatThrownBy(() -> putBack(booking, view(booking).version(), "doch nicht")).as("one of them has come back").hasMessageContaining("booking.loans_ended");
        assertThat(view(booking).state()).isEqualTo(BookingState.TAKEN);
        db.sql("delete from loan_booking_loan");
        assertThatThrownBy(() -> putBack(booking, view(booking).version(), "von früher")).hasMessageContaining("booking.loans_unknown");
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(30)), () -> assertThatThrownBy(() -> putBack(booking, view(booking).version(), "zu spät")).hasMessageContaining("booking.days"));
        db.checks();
    }

    @Test
    void what_is_put_back_leaves_who_has_booked_meanwhile_what_was_promised() {
        Long booking = book(2, 0, 1);
        take(booking, devices.subList(0, 2));
        book(1, 0, 4);
        step(() -> db.get(Devices.class).reportLost(devices.get(2), new Devices.ReportLost(InventoryGiven.version(db, devices.get(2)), "verschwunden")));
        assertThatThrownBy(() -> putBack(booking, view(booking).version(), "doch nicht")).hasMessageContaining("booking.too_few");
        assertThat(view(booking).state()).as("as it was").isEqualTo(BookingState.TAKEN);
        db.checks();
    }

    private void putBack(Long booking, Integer seen, String why) {
        step(() -> db.get(Bookings.class).putBack(booking, new Bookings.Why(seen, why)));
    }

    @Test
    void what_is_cancelled_is_free_and_comes_back_only_while_it_is() {
        Long booking = book(3, 1, 2);
        step(() -> db.get(Bookings.class).cancel(booking, new Bookings.Why(view(booking).version(), "Ausflug fällt aus")));
        Long second = book(1, 2, 2);
        assertThatThrownBy(() -> step(() -> db.get(Bookings.class).reopen(booking, new Bookings.Why(view(booking).version(), "doch")))).hasMessageContaining("booking.too_few");
        step(() -> db.get(Bookings.class).cancel(second, new Bookings.Why(view(second).version(), "x")));
        step(() -> db.get(Bookings.class).reopen(booking, new Bookings.Why(view(booking).version(), "doch")));
        assertThat(view(booking).state()).isEqualTo(BookingState.BOOKED);
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(30)), () -> {
            step(() -> db.get(Bookings.class).cancel(booking, new Bookings.Why(view(booking).version(), "x")));
            assertThatThrownBy(() -> step(() -> db.get(Bookings.class).reopen(booking, new Bookings.Why(view(booking).version(), "doch")))).hasMessageContaining("booking.days");
        });
        clock.at(clock.now().plus(Duration.ofDays(900)), () -> assertThat(db.get(Bookings.class).erase()).isEqualTo(2));
        assertThat(view(booking).borrower()).isNull();
        assertThat(db.number("select count(*) from history where note like '%7b%' or facts like '%7b%'")).isZero();
    }

    @Test
    void devices_join_a_set_and_leave_it() {
        Long set = as(() -> db.get(Pool.class).makeSet(new Pool.MakeSet(school, "Klassensatz 1")));
        assertThatThrownBy(() -> as(() -> db.get(Pool.class).makeSet(new Pool.MakeSet(school, "Klassensatz 1"))))
                .satisfies(t -> assertThat(Explained.of(t, Locale.GERMAN)).get().extracting(Explained::code).isEqualTo("loan_set_once"));
        assertThat(as(() -> db.get(Pool.class).join(new Pool.Join(devices.subList(0, 2), set)))).as("they were in the pool").isZero();
        assertThat(members(set)).isEqualTo(2);
        assertThat(as(() -> db.get(Pool.class).leave(new Pool.Leave(devices.subList(0, 1), "defekt")))).isEqualTo(1);
        assertThat(as(() -> db.get(Pool.class).leave(new Pool.Leave(devices.subList(0, 1), "defekt")))).as("twice").isZero();
        assertThat(members(set)).isEqualTo(1);
        assertThat(model().devices()).isEqualTo(2);
        Long foreign = SchoolGiven.school(db, "Hilda-Gymnasium");
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, foreign);
        Long there = InventoryGiven.device(db, model, foreign, null);
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> db.get(Pool.class).join(new Pool.Join(List.of(there), set)))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> db.get(Pool.class).join(new Pool.Join(devices, null)))).isInstanceOf(NotFound.class);
    }

    @Test
    void what_is_lent_stays_out_only_as_long_as_it_leaves_enough_for_who_has_booked() {
        Long loan = handOut(devices.get(0), 1);
        Long booking = book(3, 4, 6);
        assertThatThrownBy(() -> extend(loan, 4)).as("one would lack on the first day").hasMessageContaining("booking.clash");
        extend(loan, 3);
        assertThatThrownBy(() -> extend(loan, 9)).hasMessageContaining("booking.clash");
        step(() -> db.get(Loans.class).takeBack(loan, new Loans.TakeBack(loan(loan).version(), Loans.LoanCondition.SOUND, null, null)));
        Clock clock = db.get(Clock.class);
        clock.at(clock.now().plus(Duration.ofDays(4)), () -> assertThatThrownBy(() -> reopen(loan)).as("it is booked by now").hasMessageContaining("booking.clash"));
        reopen(loan);
        clock.at(clock.now().plus(Duration.ofDays(4)), () -> {
            assertThat(view(booking).lacking()).as("one is overdue").isEqualTo(1);
            assertThat(as(() -> db.get(BookingQueries.class).lacking(school))).extracting(BookingQueries.Lacking::lacking).containsExactly(1L);
            assertThatThrownBy(() -> extend(loan, 5)).as("what is overdue is missed").hasMessageContaining("booking.clash");
        });
        step(() -> db.get(Bookings.class).cancel(booking, new Bookings.Why(view(booking).version(), "Ausflug")));
        assertThat(view(booking).lacking()).isZero();
        extend(loan, 9);
    }

    @Test
    void the_turn_of_a_year_leaves_enough_for_who_has_booked() {
        Long loan = as(() -> db.get(Loans.class).handOut(new Loans.HandOut(devices.subList(0, 2), Loans.BorrowerKind.PUPIL, "Erika Muster", "7b", null, false, null, true,
                Loans.LoanCondition.SOUND, null, today().plusDays(3)))).get(0);
        book(2, 10, 12);
        Long second = db.number("select max(id) from loan");
        List<LoanQueries.Planned> look = look(11, null);
        assertThat(look).as("two of three are booked: one of both may stay out, and that is the first").extracting(LoanQueries.Planned::loanId).containsExactly(second, loan);
        assertThat(look.get(0).why().key()).isEqualTo("booking.clash");
        assertThat(look.get(1).why()).isNull();
        assertThat(List.of(loan(loan).dueOn(), loan(second).dueOn())).as("it changes nothing").containsOnly(today().plusDays(3));
        Turns.Turned turned = turn(11, null);
        assertThat(turned.changed()).isEqualTo(1);
        assertThat(turned.left()).extracting(Turns.Left::loanId, l -> l.why().key()).as("one loan does not keep the others back").containsExactly(tuple(second, "booking.clash"));
        assertThat(turned.left().get(0).inventoryNo()).isNotBlank();
        assertThat(List.of(loan(loan).dueOn(), loan(second).dueOn())).containsExactly(today().plusDays(11), today().plusDays(3));
        assertThat(turn(null, 9)).as("one comes back earlier").isEqualTo(new Turns.Turned(2, List.of()));
        assertThat(turn(null, 9)).as("twice").isEqualTo(new Turns.Turned(0, List.of()));
        assertThat(look(9, 9)).isEmpty();
        assertThatThrownBy(() -> look(null, null)).hasMessageContaining("loan.turn_days");
        db.checks();
    }

    @Test
    void a_swap_counts_what_comes_back() {
        Long loan = handOut(devices.get(0), 5);
        book(2, 2, 4);
        Long after = as(() -> db.get(Loans.class).swap(loan, new Loans.Swap(loan(loan).version(), devices.get(1), Loans.LoanCondition.SOUND, null, null,
                Loans.LoanCondition.SOUND, null)));
        assertThat(loan(after).state()).isEqualTo(LoanState.LENT);
        assertThat(as(() -> db.get(BookingQueries.class).lacking(school))).isEmpty();
    }

    @Test
    void what_is_booked_does_not_leave_the_pool() {
        Long booking = book(3, 20, 21);
        assertThatThrownBy(() -> as(() -> db.get(Pool.class).leave(new Pool.Leave(devices.subList(0, 1), null)))).hasMessageContaining("booking.clash");
        assertThat(model().devices()).isEqualTo(3);
        step(() -> db.get(Devices.class).reportLost(devices.get(0), new Devices.ReportLost(InventoryGiven.version(db, devices.get(0)), "gestohlen")));
        assertThat(view(booking).lacking()).as("a fact is not refused, but shown").isEqualTo(1);
        assertThatThrownBy(() -> SchoolGiven.as(db, InventoryGiven.OFFICER, () -> db.get(BookingQueries.class).lacking(school))).isInstanceOf(NotFound.class);
    }

    @Test
    void what_is_not_of_the_pool_or_not_there_takes_nothing_from_who_has_booked() {
        Long own = handOut(InventoryGiven.device(db, model, school, null), 1);
        book(3, 4, 6);
        step(() -> db.get(Devices.class).reportLost(devices.get(0), new Devices.ReportLost(InventoryGiven.version(db, devices.get(0)), "gestohlen")));
        extend(own, 9);
        assertThat(loan(own).dueOn()).isEqualTo(today().plusDays(9));
        assertThat(as(() -> db.get(Pool.class).leave(new Pool.Leave(devices.subList(0, 1), "gestohlen")))).as("it was not there before").isEqualTo(1);
        assertThatThrownBy(() -> as(() -> db.get(Pool.class).leave(new Pool.Leave(devices.subList(1, 2), null)))).hasMessageContaining("booking.clash");
    }

    @Test
    void the_pool_is_locked_from_its_lowest_row_and_before_devices() {
        Long loan = handOut(devices.get(0), 5);
        Loans.Swap swap = new Loans.Swap(loan(loan).version(), devices.get(1), Loans.LoanCondition.SOUND, null, null, Loans.LoanCondition.SOUND, null);
        assertThat(locks(() -> db.get(Loans.class).swap(loan, swap)).map(this::table).distinct()).containsExactly("loan_pool_device", "device");
        Loans.Why why = new Loans.Why(loan(loan).version(), "war noch draußen");
        assertThat(locks(() -> db.get(Loans.class).reopen(loan, why)).map(this::table).distinct()).containsExactly("loan_pool_device", "device");
        assertThat(locks(() -> db.get(Pool.class).leave(new Pool.Leave(devices.subList(2, 3), null))).findFirst()).get().asString()
                .as("all of the model, one by one").doesNotContainIgnoringCase("device_id in");
    }

    @Test
    void loans_are_locked_before_the_pool_and_that_before_devices_when_a_hand_out_is_put_back() {
        Long booking = book(2, 0, 4);
        List<Long> loans = take(booking, devices.subList(0, 2));
        Integer seen = view(booking).version();
        List<String> held = as(() -> db.statementsOf(() -> db.get(Bookings.class).putBack(booking, new Bookings.Why(seen, "falsche Klasse")))).stream()
                .filter(sql -> sql.contains("FOR UPDATE")).map(sql -> sql.replaceAll("(?is).*? from (\\w+).*", "$1")).distinct().toList();
        assertThat(held).containsSubsequence("loan_booking", "loan", "loan_pool_device", "device");
        assertThat(as(() -> db.get(LoanQueries.class).view(loans.get(1))).state()).isEqualTo(LoanState.RETURNED);
    }

    private Stream<String> locks(Db.Step work) {
        return as(() -> db.statementsOf(work)).stream().filter(sql -> sql.contains("FOR UPDATE")).filter(sql -> List.of("loan_pool_device", "device").contains(table(sql)));
    }

    private String table(String sql) {
        return sql.replaceAll("(?is).* from (\\w+).*", "$1");
    }

    private void extend(Long loan, int days) {
        step(() -> db.get(Loans.class).extend(loan, new Loans.Extend(loan(loan).version(), today().plusDays(days), null)));
    }

    private void reopen(Long loan) {
        step(() -> db.get(Loans.class).reopen(loan, new Loans.Why(loan(loan).version(), "war noch draußen")));
    }

    private Turns.Turned turn(Integer leavers, Integer others) {
        return as(() -> db.get(Turns.class).turn(plan(leavers, others)));
    }

    private List<LoanQueries.Planned> look(Integer leavers, Integer others) {
        return as(() -> db.get(LoanQueries.class).turn(plan(leavers, others)));
    }

    private Turns.Turn plan(Integer leavers, Integer others) {
        return new Turns.Turn(school, leavers == null ? List.of() : List.of("7b"), leavers == null ? null : today().plusDays(leavers),
                others == null ? null : today().plusDays(others));
    }

    private LoanQueries.View loan(Long id) {
        return as(() -> db.get(LoanQueries.class).view(id));
    }

    @Test
    void only_the_school_sees_who_has_booked() {
        Long booking = book(1, 1, 2);
        assertThatThrownBy(() -> SchoolGiven.as(db, InventoryGiven.OFFICER, () -> db.get(BookingQueries.class).view(booking))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, InventoryGiven.OFFICER, () -> db.get(BookingList.class).page(ListView.all()))).isInstanceOf(Forbidden.class);
        assertThat(as(() -> db.get(BookingList.class).page(ListView.all())).total()).isEqualTo(1);
    }

    private long members(Long set) {
        return as(() -> db.get(BookingQueries.class).members(school)).stream().filter(m -> set.equals(m.setId())).count();
    }

    private BookingQueries.Model model() {
        return as(() -> db.get(BookingQueries.class).models(school)).get(0);
    }

    private Long book(int quantity, int from, int to) {
        return as(() -> db.get(Bookings.class).book(new Bookings.Book(school, model, quantity, today().plusDays(from), today().plusDays(to), Loans.BorrowerKind.CLASS,
                "Klasse 7b", null)));
    }

    private List<Long> take(Long booking, List<Long> ids) {
        return as(() -> db.get(Bookings.class).handOut(booking, new Bookings.Take(view(booking).version(), ids, null, false, null, true, Loans.LoanCondition.SOUND, null)));
    }

    private Long handOut(Long device, int days) {
        return as(() -> db.get(Loans.class).handOut(new Loans.HandOut(List.of(device), Loans.BorrowerKind.TEACHER, "Erika Muster", null, null, false, null, true,
                Loans.LoanCondition.SOUND, null, today().plusDays(days)))).get(0);
    }

    private BookingQueries.View view(Long id) {
        return as(() -> db.get(BookingQueries.class).view(id));
    }

    private LocalDate today() {
        return db.get(Clock.class).today();
    }

    private void step(Runnable work) {
        as(() -> {
            work.run();
            return null;
        });
    }

    private <T> T as(Callable<T> work) {
        return SchoolGiven.as(db, SCHOOL_ADMIN, work);
    }
}
