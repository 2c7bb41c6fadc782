package de.schulpakt.overview.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.overview.readiness.ReadinessQueries;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.school.place.RoomAction;
import de.schulpakt.school.place.RoomKind;
import de.schulpakt.school.place.RoomQueries;
import de.schulpakt.school.place.Rooms;
import de.schulpakt.school.place.SchoolQueries;
import de.schulpakt.school.place.Schools;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rooms and buildings are put right, and a room that is not used any more is offered nowhere. */
@DbTest
class RoomsDbTest {
    private Db db;
    private ProcurementGiven given;
    private Long room;

    private void world(Db theDb) {
        db = theDb;
        given = ProcurementGiven.school(db, "Raumschule");
        room = SchoolGiven.room(db, given.school, "1.01");
    }

    private RoomQueries.View view() {
        return SchoolGiven.as(db, given.admin, () -> db.get(RoomQueries.class).view(room));
    }

    private void close() {
        SchoolGiven.as(db, given.admin, () -> {
            db.get(Rooms.class).close(room, new Rooms.Step(view().version(), "Wanddurchbruch"));
            return null;
        });
    }

    private void refused(String code, Runnable step) {
        assertThatThrownBy(() -> SchoolGiven.as(db, given.admin, () -> {
            step.run();
            return null;
        })).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void a_room_is_named_otherwise_and_moved_within_its_school_and_says_so(Db theDb) {
        world(theDb);
        Rooms rooms = db.get(Rooms.class);
        Long annex = SchoolGiven.as(db, given.admin, () -> db.get(Schools.class).addBuilding(given.school, new Schools.AddBuilding("Anbau")));
        Long foreign = SchoolGiven.as(db, SchoolGiven.ADMIN, () -> db.get(Schools.class).addBuilding(SchoolGiven.school(db, "Nachbarschule"), new Schools.AddBuilding("Bau")));
        Integer seen = view().version();
        SchoolGiven.as(db, given.admin, () -> {
            rooms.change(room, new Rooms.Change(seen, annex, " 2.01 ", null, RoomKind.COMPUTER_ROOM));
            return null;
        });
        assertThat(view()).satisfies(v -> {
            assertThat(v.name()).isEqualTo("2.01");
            assertThat(v.building()).isEqualTo("Anbau");
            assertThat(v.floor()).isNull();
            assertThat(v.kind()).isEqualTo(RoomKind.COMPUTER_ROOM);
            assertThat(v.timeline()).hasSize(1);
        });
        assertThatThrownBy(() -> SchoolGiven.as(db, given.admin, () -> {
            rooms.change(room, new Rooms.Change(seen, annex, "2.02", null, RoomKind.COMPUTER_ROOM));
            return null;
        })).as("seen before").isInstanceOf(Conflict.class);
        Integer now = view().version();
        refused("room.building", () -> rooms.change(room, new Rooms.Change(now, foreign, "2.02", null, RoomKind.COMPUTER_ROOM)));
        SchoolGiven.as(db, given.admin, () -> db.get(Schools.class).addRoom(new Schools.AddRoom(annex, "2.02", null, RoomKind.CLASSROOM)));
        assertThatThrownBy(() -> SchoolGiven.as(db, given.admin, () -> {
            rooms.change(room, new Rooms.Change(now, annex, "2.02", null, RoomKind.COMPUTER_ROOM));
            return null;
        })).isInstanceOf(PersistenceException.class).hasStackTraceContaining("room_name_once");
        Integer building = (int) db.number("select version from building where id = ?", annex);
        SchoolGiven.as(db, given.admin, () -> {
            rooms.rename(annex, new Rooms.Rename(building, "Südbau"));
            return null;
        });
        assertThat(view().building()).isEqualTo("Südbau");
        assertThat(db.number("select count(*) from history where subject_type = 'Building' and subject_id = ? and action = 'RoomAction.CHANGE'", annex)).isEqualTo(1);
        String stranger = SchoolGiven.user(db, "raum.fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Dritte Schule"));
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> db.get(RoomQueries.class).view(room))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> {
            rooms.close(room, new Rooms.Step(now, "x"));
            return null;
        })).isInstanceOf(NotFound.class);
    }

    @Test
    void nobody_closes_a_room_in_which_something_stands_is_to_be_done_or_is_on_its_way(Db theDb) {
        world(theDb);
        Long model = InventoryGiven.accessPoint(db);
        Long device = InventoryGiven.device(db, model, given.school, room);
        refused("room.used_devices", this::close);
        db.sql("update device set target_room_id = null where id = ?", device);
        SchoolGiven.as(db, given.admin, () -> db.get(Tickets.class).open(Tickets.Open.of(given.school, room, "Dose", null)));
        refused("room.used_tickets", this::close);
        db.sql("update ticket set state = 'CANCELLED' where room_id = ?", room);
        assertThat(view().closedOn()).as("nothing was stored").isNull();
        close();
        assertThat(view().closedOn()).isNotNull();
        assertThat(view().actions()).containsExactlyInAnyOrder(RoomAction.CHANGE, RoomAction.REOPEN);
        refused("room.closed", this::close);
        SchoolGiven.as(db, given.admin, () -> {
            assertThat(db.get(SchoolQueries.class).rooms(given.school)).extracting(SchoolQueries.RoomOption::id).doesNotContain(room);
            assertThat(db.get(RoomQueries.class).closed(given.school)).extracting(SchoolQueries.RoomOption::id).containsExactly(room);
            assertThat(db.get(ReadinessQueries.class).rooms(given.school)).extracting(ReadinessQueries.Readiness::id).doesNotContain(room);
            assertThat(db.get(RoomParts.class).parts(room).ready()).isNull();
            return null;
        });
        refused("room.closed", () -> db.get(Devices.class).place(device, new Devices.Place((int) db.number("select version from device where id = ?", device), room)));
        refused("room.closed", () -> db.get(Tickets.class).open(Tickets.Open.of(given.school, room, "Dose", null)));
        Integer closed = view().version();
        SchoolGiven.as(db, given.admin, () -> {
            db.get(Rooms.class).reopen(room, new Rooms.Step(closed, "doch nicht"));
            return null;
        });
        refused("room.open", () -> db.get(Rooms.class).reopen(room, new Rooms.Step(view().version(), "noch einmal")));
        SchoolGiven.as(db, given.admin, () -> db.get(Tickets.class).open(Tickets.Open.of(given.school, room, "Dose", null)));
    }

    @Test
    void what_was_asked_for_a_room_keeps_it_open_and_its_page_says_what_there_is(Db theDb) {
        world(theDb);
        given.submitted(given.accessPoint(45_000), 1);
        room = db.number("select room_id from request_item order by id desc limit 1");
        refused("room.used_requests", this::close);
        Long ticket = SchoolGiven.as(db, given.admin, () -> db.get(Tickets.class).open(Tickets.Open.of(given.school, room, "Dose", null)));
        RoomParts.View parts = SchoolGiven.as(db, given.admin, () -> db.get(RoomParts.class).parts(room));
        assertThat(parts.wishes()).hasSize(1);
        assertThat(parts.tickets()).extracting(RoomParts.Work::id).containsExactly(ticket);
        assertThat(parts.devices()).isEmpty();
        assertThat(parts.ready().next()).isNotNull();
        String stranger = SchoolGiven.user(db, "raum.leser", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Andere Schule"));
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> db.get(RoomParts.class).parts(room))).isInstanceOf(NotFound.class);
        assertThat(List.of(parts.ticketCount(), parts.deviceCount())).containsExactly(1L, 0L);
    }
}
