package de.schulpakt.install.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.queue.Bulk;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ticket is split and its parts go back: each device is at one of them, nothing that was promised is lost, and the history of both says so. */
@DbTest
class TicketPartsDbTest {
    /** Milliseconds in which a step that holds nobody up has taken its locks. */
    private static final long SETTLED = 500;
    private Db db;
    private Long school;
    private Long room;
    private Long other;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        room = SchoolGiven.room(db, school, "204");
        other = SchoolGiven.room(db, school, "205");
        InventoryGiven.officer(db);
        InstallGiven.technician(db);
    }

    @Test
    void devices_and_a_room_go_to_a_ticket_of_their_own_and_what_was_promised_stays_promised() {
        Long one = tablet(room);
        Long two = tablet(other);
        Long three = tablet(other);
        Long id = InstallGiven.open(db, school, "FAULT", one, two, three);
        db.sql("update ticket set opened_at = '2026-01-05 08:00:00', clocked_at = '2026-01-05 08:00:00', solution_due_at = '2026-01-06 08:00:00',"
                + " response_due_at = '2026-01-05 12:00:00', description = 'Wagen 2' where id = ?", id);
        Long technician = db.number("select id from app_user where login = ?", InstallGiven.TECHNICIAN);
        List<Long> ids = split(id, new TicketParts.Part("Wagen in 205", other, List.of(two, three), null, technician));
        TicketQueries.View part = view(ids.get(0));
        assertThat(part.title()).isEqualTo("Wagen in 205");
        assertThat(part.state()).isEqualTo(TicketState.PLANNED);
        assertThat(part.assigneeId()).isEqualTo(technician);
        assertThat(part.roomId()).isEqualTo(other);
        assertThat(part.description()).isEqualTo("Wagen 2");
        assertThat(part.level().solutionDueAt()).isEqualTo(view(id).level().solutionDueAt()).hasToString("2026-01-06T08:00:00Z");
        assertThat(part.openedAt()).isEqualTo(view(id).openedAt());
        assertThat(part.devices()).extracting(TicketQueries.DeviceRow::id).containsExactlyInAnyOrder(two, three);
        assertThat(part.links()).extracting(TicketQueries.LinkRow::id, TicketQueries.LinkRow::kind).containsExactly(org.assertj.core.groups.Tuple.tuple(id, TicketQueries.LinkKind.PART));
        TicketQueries.View whole = view(id);
        assertThat(whole.devices()).extracting(TicketQueries.DeviceRow::id).containsExactly(one);
        assertThat(whole.deviceId()).isEqualTo(one);
        assertThat(whole.timeline().get(0).action()).isEqualTo("TicketAction.SPLIT");
        assertThat(part.timeline()).extracting("action").contains("TicketAction.OPEN");
        assertThat(part.actions()).contains(TicketAction.REJOIN);
        assertThat(whole.actions()).contains(TicketAction.SPLIT).doesNotContain(TicketAction.REJOIN);
        db.checks();
    }

    @Test
    void a_part_of_a_ticket_that_waits_goes_on_and_what_the_whole_stood_is_added_to_its_times() {
        Long one = tablet(room);
        Long two = tablet(other);
        Long id = InstallGiven.open(db, school, "FAULT", one, two);
        InstallGiven.take(db, id);
        db.sql("update ticket set state = 'WAITING', waiting_for = 'Schlüssel', waiting_reason = 'SCHOOL', waits_at = now(6) - interval 20 day,"
                + " clocked_at = now(6) - interval 30 day, stopped_at = now(6) - interval 20 day, paused_minutes = 7, response_due_at = now(6) - interval 29 day,"
                + " responded_at = now(6) - interval 30 day, solution_due_at = now(6) - interval 19 day where id = ?", id);
        Long part = split(id, new TicketParts.Part(null, null, List.of(two), null, null)).get(0);
        assertThat(db.number("select stopped_at is null from ticket where id = ?", part)).isEqualTo(1);
        assertThat(db.number("select paused_minutes from ticket where id = ?", part)).as("it stood for twenty days").isGreaterThan(7);
        assertThat(db.number("select p.solution_due_at > w.solution_due_at from ticket p join ticket w on w.id = ? where p.id = ?", id, part)).isEqualTo(1);
        assertThat(db.number("select stopped_at is not null from ticket where id = ?", id)).as("the whole waits still").isEqualTo(1);
        assertThat(db.number("select paused_minutes from ticket where id = ?", id)).isEqualTo(7);
        db.checks();
    }

    @Test
    void what_names_the_ticket_may_leave_and_a_part_goes_back_with_what_it_has() {
        Long one = tablet(room);
        Long two = tablet(other);
        Long id = InstallGiven.open(db, school, "FAULT", one, two);
        Long part = split(id, new TicketParts.Part(null, null, List.of(one), null, null)).get(0);
        assertThat(view(id).deviceId()).isEqualTo(two);
        assertThat(view(part).deviceId()).isEqualTo(one);
        InstallGiven.take(db, part);
        work(() -> {
            db.get(TicketParts.class).rejoin(part, new Tickets.Cancel(InstallGiven.version(db, part), "Doch ein Termin"));
            return null;
        });
        assertThat(view(part).state()).isEqualTo(TicketState.CANCELLED);
        assertThat(view(part).devices()).isEmpty();
        assertThat(view(id).devices()).extracting(TicketQueries.DeviceRow::id).containsExactlyInAnyOrder(one, two);
        assertThat(view(id).timeline().get(0).action()).isEqualTo("TicketAction.REJOIN");
        assertThatThrownBy(() -> rejoin(id)).hasMessageContaining("ticket.no_part");
        Long again = split(id, new TicketParts.Part(null, null, List.of(one), null, null)).get(0);
        InstallGiven.take(db, id);
        InstallGiven.solve(db, id);
        assertThatThrownBy(() -> rejoin(again)).hasMessageContaining("ticket.part_of_ended");
        assertThat(view(again).actions()).doesNotContain(TicketAction.REJOIN);
        db.checks();
    }

    @Test
    void steps_that_are_done_count_for_the_part_too() {
        Long id = InstallGiven.open(db, school, "CABLING");
        InstallGiven.take(db, id);
        work(() -> {
            db.get(TicketWork.class).tick(id, new TicketWork.Tick(1, true));
            return null;
        });
        Long part = split(id, new TicketParts.Part("Schrank im Keller", null, null, List.of(1), null)).get(0);
        assertThat(view(part).done()).extracting(TicketQueries.StepRow::stepNo).containsExactly(1);
        assertThat(view(id).done()).extracting(TicketQueries.StepRow::stepNo).containsExactly(1);
        assertThatThrownBy(() -> split(id, new TicketParts.Part("Schrank", null, null, List.of(2), null))).hasMessageContaining("ticket.part_step");
        work(() -> {
            db.get(TicketWork.class).tick(id, new TicketWork.Tick(1, false));
            return null;
        });
        rejoin(part);
        assertThat(view(id).done()).extracting(TicketQueries.StepRow::stepNo).containsExactly(1);
        db.checks();
    }

    @Test
    void many_tickets_are_split_by_room_and_no_device_is_lost() {
        Long mixed = InstallGiven.open(db, school, "FAULT", tablet(room), tablet(other), tablet(other), tablet(null));
        Long same = InstallGiven.open(db, school, "FAULT", tablet(room), tablet(room));
        Long two = InstallGiven.open(db, school, "FAULT", tablet(room), tablet(other));
        List<Bulk.Result> results = work(() -> db.get(Bulk.class).run(new Bulk.Command(Bulk.Action.SPLIT, List.of(mixed, same, two).stream()
                .map(id -> new Bulk.Seen(id, InstallGiven.version(db, id))).toList(), null, null, null, null), Locale.GERMAN));
        assertThat(results).extracting(Bulk.Result::done, Bulk.Result::code).containsExactly(org.assertj.core.groups.Tuple.tuple(true, null),
                org.assertj.core.groups.Tuple.tuple(false, "ticket.one_room"), org.assertj.core.groups.Tuple.tuple(true, null));
        assertThat(db.number("select count(*) from ticket_device")).isEqualTo(8);
        assertThat(db.number("select count(distinct device_id) from ticket_device")).isEqualTo(8);
        assertThat(view(mixed).devices()).hasSize(2);
        assertThat(view(two).devices()).hasSize(1);
        Long part = db.number("select ticket_id from ticket_link where other_id = ?", mixed);
        assertThat(view(part).devices()).hasSize(2);
        assertThat(view(part).roomId()).isEqualTo(other);
        db.checks();
    }

    @Test
    void what_would_lose_something_is_refused_and_nothing_is_kept_of_it() {
        Long one = tablet(room);
        Long two = tablet(room);
        Long id = InstallGiven.open(db, school, "FAULT", one, two);
        Long away = SchoolGiven.school(db, "Anderswo");
        Long far = SchoolGiven.room(db, away, "1");
        assertThatThrownBy(() -> split(id, part(List.of()))).hasMessageContaining("ticket.part_same");
        assertThatThrownBy(() -> split(id, part(List.of(one)), part(List.of(one)))).hasMessageContaining("ticket.part_device");
        assertThatThrownBy(() -> split(id, part(List.of(tablet(room))))).hasMessageContaining("ticket.part_device");
        assertThatThrownBy(() -> split(id, part(List.of(one)), part(List.of(two)))).hasMessageContaining("ticket.part_all");
        assertThatThrownBy(() -> split(id, new TicketParts.Part(null, far, List.of(one), null, null))).hasMessageContaining("ticket.room_of_other_school");
        assertThatThrownBy(() -> split(id, new TicketParts.Part(null, null, List.of(one), null, -1L))).hasMessageContaining("ticket.no_technician");
        assertThat(db.number("select count(*) from ticket_link")).isZero();
        assertThat(view(id).devices()).hasSize(2);
    }

    @Test
    void the_whole_is_locked_before_its_part_and_nothing_for_who_may_not() throws Exception {
        Long id = InstallGiven.open(db, school, "FAULT", tablet(room), tablet(other));
        Long part = split(id, new TicketParts.Part("Andere", null, null, null, null)).get(0);
        Long away = SchoolGiven.school(db, "Anderswo");
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, away);
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        int seen = InstallGiven.version(db, part);
        List<String> before = SchoolGiven.as(db, "fremd", () -> db.statementsOf(() -> assertThatThrownBy(() -> db.get(TicketParts.class).rejoin(part,
                new Tickets.Cancel(seen, "x"))).isInstanceOf(NotFound.class)));
        assertThat(before).as("who does not see it waits for nobody and holds nobody up").noneMatch(sql -> sql.contains("FOR UPDATE")).isNotEmpty();
        assertThat(SchoolGiven.as(db, "schule", () -> db.statementsOf(() -> assertThatThrownBy(() -> db.get(TicketParts.class).rejoin(part, new Tickets.Cancel(seen, "x")))
                .isInstanceOf(Forbidden.class)))).noneMatch(sql -> sql.contains("FOR UPDATE")).isNotEmpty();
        try (Connection other = db.connection(); Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute("select id from ticket where id = " + id + " for update");
            CompletableFuture<List<Throwable>> waits = CompletableFuture.supplyAsync(() -> db.race(1, 1, () -> work(() -> {
                db.get(TicketParts.class).rejoin(part, new Tickets.Cancel(seen, "x"));
                return null;
            })));
            for (int i = 0; i < 100 && db.connectionsInUse() < 2; i++) {
                Thread.sleep(50);
            }
            Thread.sleep(SETTLED);
            assertThat(waits).as("who may waits for the whole").isNotDone();
            sql.execute("select id from ticket where id = " + part + " for update nowait");
            other.rollback();
            assertThat(waits.get(30, TimeUnit.SECONDS)).isEmpty();
        }
        assertThat(view(part).state()).isEqualTo(TicketState.CANCELLED);
    }

    @Test
    void the_room_of_a_part_goes_with_it_unless_devices_stay_there_or_it_is_accepted() {
        Long third = SchoolGiven.room(db, school, "206");
        Long two = tablet(other);
        Long more = tablet(other);
        Long three = tablet(third);
        Long id = work(() -> db.get(Tickets.class).open(new Tickets.Open(school, room, "FAULT", "Arbeit", null, null, List.of(tablet(room), two, more, three), null)));
        rooms(id, room, other, third);
        split(id, new TicketParts.Part(null, other, List.of(two), null, null));
        assertThat(rooms(id)).as("one device stays there").containsExactly(room, other, third);
        Integer seen = InstallGiven.version(db, id);
        Long part = split(id, new TicketParts.Part(null, other, List.of(more), null, null)).get(0);
        assertThat(rooms(id)).containsExactly(room, third);
        assertThat(rooms(part)).isEmpty();
        assertThatThrownBy(() -> work(() -> {
            db.get(TicketRooms.class).set(id, new TicketRooms.Rooms(seen, List.of(room, other, third)));
            return null;
        })).as("who saw other rooms").isInstanceOf(Conflict.class);
        rejoin(part);
        assertThat(rooms(id)).as("it is back with its room").containsExactly(room, third, other);
        db.sql("update ticket_room set accepted_at = now(6), accepted_by = 'Schule' where ticket_id = ? and room_id = ?", id, third);
        assertThatThrownBy(() -> split(id, new TicketParts.Part(null, third, List.of(three), null, null))).hasMessageContaining("ticket.rooms_accepted");
        assertThat(rooms(id)).containsExactly(room, third, other);
        split(id, new TicketParts.Part(null, other, List.of(more), null, null));
        assertThat(rooms(id)).as("what is accepted stays").containsExactly(room, third);
        db.sql("update ticket_room set accepted_at = null, accepted_by = null where ticket_id = ?", id);
        split(id, new TicketParts.Part(null, third, List.of(three), null, null));
        assertThat(rooms(id)).as("one room is left: accepted as a whole").isEmpty();
        db.checks();
    }

    @Test
    void a_ticket_that_is_split_by_room_has_one_room_afterwards() {
        Long id = work(() -> db.get(Tickets.class).open(new Tickets.Open(school, room, "FAULT", "Arbeit", null, null, List.of(tablet(room), tablet(other)), null)));
        rooms(id, room, other);
        Long part = work(() -> db.get(TicketParts.class).splitByRoom(id, InstallGiven.step(db, id))).get(0);
        assertThat(rooms(id)).isEmpty();
        assertThat(view(part).roomId()).isEqualTo(other);
        db.checks();
    }

    private void rooms(Long id, Long... rooms) {
        Integer version = InstallGiven.version(db, id);
        work(() -> {
            db.get(TicketRooms.class).set(id, new TicketRooms.Rooms(version, List.of(rooms)));
            return null;
        });
    }

    private List<Long> rooms(Long id) {
        return db.sql("select room_id from ticket_room where ticket_id = ? order by id", id).stream().map(row -> ((Number) row.get("room_id")).longValue()).toList();
    }

    private static TicketParts.Part part(List<Long> devices) {
        return new TicketParts.Part(null, null, devices, null, null);
    }

    private Long tablet(Long where) {
        return InventoryGiven.device(db, InventoryGiven.tablet(db), school, where);
    }

    private void rejoin(Long id) {
        work(() -> {
            db.get(TicketParts.class).rejoin(id, new Tickets.Cancel(InstallGiven.version(db, id), "Zurück"));
            return null;
        });
    }

    private List<Long> split(Long id, TicketParts.Part... parts) {
        return work(() -> db.get(TicketParts.class).split(id, new TicketParts.Split(InstallGiven.version(db, id), List.of(parts), "Zwei Termine")));
    }

    private TicketQueries.View view(Long id) {
        return work(() -> db.get(TicketQueries.class).view(id));
    }

    private <T> T work(Callable<T> what) {
        return SchoolGiven.as(db, InstallGiven.TECHNICIAN, what);
    }
}
