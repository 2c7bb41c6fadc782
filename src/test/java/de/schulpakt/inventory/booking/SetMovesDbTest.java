package de.schulpakt.inventory.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.schulpakt.identity.Role;
import de.schulpakt.inventory.device.ManyDevices;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Class sets move at the turn of a school year, and back. */
@DbTest
class SetMovesDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private static final String OTHER_ADMIN = "andere";
    private Db db;
    private Long school;
    private Long room;
    private Long target;
    private Long set;
    private LocalDate today;
    private final List<Long> devices = new ArrayList<>();

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        room = SchoolGiven.room(db, school, "101");
        db.sql("INSERT INTO room (building_id, school_id, name, floor, kind) SELECT building_id, school_id, '202', floor, kind FROM room WHERE id = ?", room);
        target = db.number("SELECT max(id) FROM room");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        SchoolGiven.user(db, OTHER_ADMIN, Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Hilda-Gymnasium"));
        today = db.get(Clock.class).today();
        Long model = InventoryGiven.tablet(db);
        for (int i = 0; i < 4; i++) {
            devices.add(InventoryGiven.device(db, model, school, null));
        }
        set = admin(() -> db.get(Pool.class).makeSet(new Pool.MakeSet(school, "Koffer 1")));
        admin(() -> db.get(Pool.class).join(new Pool.Join(devices, set)));
        place(devices.subList(0, 3), room);
    }

    @Test
    void a_set_moves_with_a_line_for_each_device_and_what_cannot_go_is_named() {
        admin(() -> db.get(ManyDevices.class).reportLost(new ManyDevices.Reason(List.of(devices.get(1)), "Fehlt seit der Projektwoche")));
        Long move = plan(target, "8b", "Frau Beispiel");
        assertThat(only().state()).isEqualTo(SetMoveState.PLANNED);
        run(() -> db.get(SetMoves.class).carryOut(move, new SetMoves.Step(only().version(), "Neues Schuljahr")));
        SetMoveQueries.Move done = only();
        assertThat(done).extracting(SetMoveQueries.Move::state, SetMoveQueries.Move::went, SetMoveQueries.Move::classNow, SetMoveQueries.Move::responsibleNow)
                .containsExactly(SetMoveState.DONE, 3, "8b", "Frau Beispiel");
        assertThat(done.left()).singleElement().satisfies(left -> {
            assertThat(left.id()).isEqualTo(devices.get(1));
            assertThat(left.why().key()).isEqualTo("state.not_allowed");
            assertThat(left.why().told(Locale.ENGLISH)).isNotBlank();
        });
        assertThat(rooms()).containsExactly(target, null, target, target);
        for (Long device : devices) {
            List<HistoryEntry> lines = lines(device).stream().filter(line -> told(line).contains("Koffer 1")).toList();
            assertThat(lines).as("device %s", device).hasSize(1);
            assertThat(told(lines.get(0))).contains("8b").doesNotContain("Beispiel");
            assertThat(lines.get(0).note()).isEqualTo("Neues Schuljahr");
        }
        assertThat(view().timeline()).extracting(HistoryEntry::action).contains("SetMoveAction.CARRY_OUT", "SetMoveAction.PLAN");
        db.checks();
    }

    @Test
    void a_move_is_undone_for_what_still_stands_there_and_can_be_done_again() {
        Long move = plan(target, "8b", null);
        run(() -> db.get(SetMoves.class).carryOut(move, new SetMoves.Step(only().version(), null)));
        place(devices.subList(2, 3), room);
        run(() -> db.get(SetMoves.class).undo(move, new SetMoves.Why(only().version(), "Falscher Raum")));
        SetMoveQueries.Move undone = only();
        assertThat(undone).extracting(SetMoveQueries.Move::state, SetMoveQueries.Move::went, SetMoveQueries.Move::classNow).containsExactly(SetMoveState.UNDONE, 0, null);
        // the third was moved on, the fourth had no room: both stay and are named
        assertThat(rooms()).containsExactly(room, room, room, target);
        assertThat(undone.left()).extracting(left -> left.why().key()).containsExactly("set_move.moved_on", "set_move.had_no_room");
        assertThat(view().timeline().get(0).note()).isEqualTo("Falscher Raum");
        db.checks();
        Long again = plan(target, "8b", null);
        run(() -> db.get(SetMoves.class).carryOut(again, new SetMoves.Step(version(again), null)));
        assertThat(rooms()).containsOnly(target);
        assertThat(view().moves().stream().filter(m -> m.id().equals(again)).findFirst().orElseThrow().left()).singleElement().satisfies(left -> assertThat(left.why().key()).isEqualTo("device.there_already"));
        assertThat(lines(devices.get(3)).get(0).action()).isEqualTo("SetMoveAction.GO_WITH_SET");
        db.checks();
    }

    @Test
    void a_set_that_stays_where_it_is_goes_to_another_class() {
        Long move = plan(null, "9a", null);
        run(() -> db.get(SetMoves.class).carryOut(move, new SetMoves.Step(only().version(), null)));
        assertThat(only().went()).isEqualTo(4);
        assertThat(rooms()).containsExactly(room, room, room, null);
        assertThat(lines(devices.get(0)).get(0).action()).isEqualTo("SetMoveAction.GO_WITH_SET");
        assertThat(admin(() -> db.get(BookingQueries.class).sets(school))).singleElement().satisfies(one -> {
            assertThat(one.schoolClass()).isEqualTo("9a");
            assertThat(one.devices()).isEqualTo(4);
        });
        Long next = plan(null, "10a", null);
        run(() -> db.get(SetMoves.class).carryOut(next, new SetMoves.Step(view().moves().get(0).version(), null)));
        run(() -> db.get(SetMoves.class).undo(move, new SetMoves.Why(view().moves().stream().filter(m -> m.id().equals(move)).findFirst().orElseThrow().version(), "Irrtum")));
        assertThat(view().moves()).extracting(SetMoveQueries.Move::classNow).as("what came later stays").containsOnly("10a");
        db.checks();
    }

    @Test
    void a_move_is_undone_also_while_the_next_one_is_planned() {
        Long move = plan(target, null, null);
        run(() -> db.get(SetMoves.class).carryOut(move, new SetMoves.Step(version(move), null)));
        Long next = plan(room, null, null);
        run(() -> db.get(SetMoves.class).undo(move, new SetMoves.Why(version(move), "Irrtum")));
        assertThat(view().moves()).extracting(SetMoveQueries.Move::id, SetMoveQueries.Move::state)
                .containsExactlyInAnyOrder(tuple(move, SetMoveState.UNDONE), tuple(next, SetMoveState.PLANNED));
        db.checks();
    }

    @Test
    void what_cannot_be_planned_or_moved_is_refused_and_nothing_is_kept() {
        assertThatThrownBy(() -> plan(null, " ", null)).hasMessageContaining("set_move.nothing");
        assertThatThrownBy(() -> admin(() -> db.get(SetMoves.class).plan(new SetMoves.Plan(set, today.minusDays(1), target, null, null)))).hasMessageContaining("set_move.days");
        assertThatThrownBy(() -> admin(() -> db.get(SetMoves.class).plan(new SetMoves.Plan(set, today.plusYears(4), target, null, null)))).hasMessageContaining("set_move.days");
        Long foreign = SchoolGiven.room(db, SchoolGiven.school(db, "Fremd"), "1");
        SchoolGiven.user(db, "beide", Role.SCHOOL_ADMIN, null, school);
        assertThatThrownBy(() -> plan(foreign, null, null)).isInstanceOfAny(NotFound.class, de.schulpakt.platform.Refused.class);
        Long empty = admin(() -> db.get(Pool.class).makeSet(new Pool.MakeSet(school, "Leer")));
        Long nothing = admin(() -> db.get(SetMoves.class).plan(new SetMoves.Plan(empty, today, target, null, null)));
        assertThatThrownBy(() -> run(() -> db.get(SetMoves.class).carryOut(nothing, new SetMoves.Step(version(nothing), null)))).hasMessageContaining("set_move.empty");
        Long move = plan(target, null, null);
        assertThatThrownBy(() -> plan(room, null, null)).hasStackTraceContaining("loan_set_move_once");
        assertThatThrownBy(() -> run(() -> db.get(SetMoves.class).undo(move, new SetMoves.Why(version(move), "x")))).hasMessageContaining("state.not_allowed");
        place(devices, target);
        assertThatThrownBy(() -> run(() -> db.get(SetMoves.class).carryOut(move, new SetMoves.Step(version(move), null)))).hasMessageContaining("set_move.none_went");
        assertThatThrownBy(() -> run(() -> db.get(SetMoves.class).drop(move, new SetMoves.Why(version(move) + 1, "x")))).isInstanceOf(Conflict.class);
        run(() -> db.get(SetMoves.class).drop(move, new SetMoves.Why(version(move), "Der Raum wird umgebaut")));
        assertThat(db.number("SELECT count(*) FROM loan_set_move WHERE id = ? AND state = 'DROPPED'", move)).isEqualTo(1);
        plan(room, null, null);
        assertThat(db.number("SELECT count(*) FROM loan_set_move_device")).isZero();
        assertThatThrownBy(() -> SchoolGiven.as(db, OTHER_ADMIN, () -> db.get(SetMoveQueries.class).ofSchool(school))).isInstanceOf(NotFound.class);
        db.checks();
    }

    @Test
    void who_answered_is_erased_by_rule_from_moves_that_are_over() {
        Long move = plan(null, null, "Frau Beispiel");
        run(() -> db.get(SetMoves.class).carryOut(move, new SetMoves.Step(only().version(), null)));
        assertThat(db.<Integer>tx(() -> db.get(SetMoves.class).erase())).isZero();
        db.sql("UPDATE loan_set_move SET planned_on = ? WHERE id = ?", today.minusYears(3), move);
        assertThat(db.<Integer>tx(() -> db.get(SetMoves.class).erase())).isEqualTo(1);
        assertThat(only().responsible()).isNull();
        assertThat(only().responsibleNow()).as("whoever answers today is known").isEqualTo("Frau Beispiel");
        assertThat(db.<Integer>tx(() -> db.get(SetMoves.class).erase())).isZero();
    }

    private Long plan(Long to, String schoolClass, String person) {
        return admin(() -> db.get(SetMoves.class).plan(new SetMoves.Plan(set, today, to, schoolClass, person)));
    }

    private void place(List<Long> ids, Long to) {
        admin(() -> db.get(ManyDevices.class).place(new ManyDevices.Place(ids, to, null)));
    }

    private Integer version(Long move) {
        return (int) db.number("SELECT version FROM loan_set_move WHERE id = ?", move);
    }

    private List<Long> rooms() {
        List<Long> rooms = new ArrayList<>();
        db.sql("SELECT room_id FROM device WHERE school_id = ? ORDER BY id", school).forEach(row -> rooms.add(row.get("room_id") == null ? null
                : ((Number) row.get("room_id")).longValue()));
        return rooms;
    }

    private List<HistoryEntry> lines(Long device) {
        return db.tx(() -> db.get(History.class).of("Device", device));
    }

    private static String told(HistoryEntry line) {
        return line.facts().stream().map(fact -> fact.told(Locale.GERMAN)).reduce("", (a, b) -> a + " " + b);
    }

    private SetMoveQueries.Plan view() {
        return admin(() -> db.get(SetMoveQueries.class).ofSchool(school));
    }

    private SetMoveQueries.Move only() {
        return view().moves().get(0);
    }

    private void run(Runnable work) {
        admin(() -> {
            work.run();
            return null;
        });
    }

    private <T> T admin(Callable<T> work) {
        return SchoolGiven.as(db, SCHOOL_ADMIN, work);
    }
}
