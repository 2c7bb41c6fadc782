package de.schulpakt.overview.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.identity.Role;
import de.schulpakt.install.network.Face;
import de.schulpakt.install.network.Networks;
import de.schulpakt.install.network.UnitKind;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.overview.home.SchoolParts;
import de.schulpakt.overview.room.RoomParts;
import de.schulpakt.platform.list.ListView;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of a room, the page of its school, the list of rooms, the map and REST say the same of how ready a room is. */
@DbTest
class OneReadinessDbTest {
    private static final String ADMIN = "schule";
    private Db db;
    private Long school;
    private Long room;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        room = SchoolGiven.room(db, school, "A 1.07");
        SchoolGiven.user(db, ADMIN, Role.SCHOOL_ADMIN, null, school);
        InventoryGiven.officer(db);
        InstallGiven.technician(db);
    }

    @Test
    void a_room_is_ready_everywhere_or_nowhere() {
        says(RoomStanding.EMPTY, RoomTrade.SURVEY, false);
        serve("AP", ModelKind.ACCESS_POINT);
        serve("Tafel", ModelKind.DISPLAY);
        serve("iPad", ModelKind.TABLET);
        says(RoomStanding.LACKING, RoomTrade.SURVEY, false);
        Long survey = InstallGiven.open(db, school, "SURVEY");
        db.sql("UPDATE ticket SET state = 'CLOSED', closed_at = now(6) WHERE id = ?", survey);
        says(RoomStanding.LACKING, RoomTrade.CABLE, false);
        Long socket = add(UnitKind.SOCKET, room);
        Long cable = as(InstallGiven.TECHNICIAN, () -> db.get(Networks.class).plug(new Networks.Plug(port(socket), Face.REAR, port(add(UnitKind.SWITCH, null)), Face.FRONT,
                null, null, null, null)));
        db.sql("UPDATE network_cable SET passed = true WHERE id = ?", cable);
        says(RoomStanding.READY, null, true);
        Long ticket = InstallGiven.ticket(db, school, room);
        says(RoomStanding.READY, null, true);
        assertThat(as(ADMIN, () -> db.get(RoomParts.class).parts(room)).ready().next()).as("what is on its way is told beside that").isNotNull()
                .extracting(ReadinessQueries.Obstacle::id).isEqualTo(ticket);
        db.sql("UPDATE network_cable SET passed = false WHERE id = ?", cable);
        says(RoomStanding.COMING, RoomTrade.CABLE, false);
    }

    @Test
    void who_may_not_see_what_there_is_is_told_so_and_nothing_else() {
        serve("iPad", ModelKind.TABLET);
        SchoolGiven.user(db, "verwaltung", Role.ADMIN, null, null);
        assertThat(as("verwaltung", () -> db.get(ReadinessQueries.class).rooms(school))).extracting(ReadinessQueries.Readiness::standing).containsExactly(RoomStanding.UNKNOWN);
        SchoolParts.View parts = as("verwaltung", () -> db.get(SchoolParts.class).parts(school));
        assertThat(parts.ready()).isZero();
        assertThat(parts.planned()).isZero();
    }

    private void says(RoomStanding standing, RoomTrade missing, boolean ready) {
        SchoolParts.View ofSchool = as(ADMIN, () -> db.get(SchoolParts.class).parts(school));
        ReadinessQueries.Readiness ofRoom = as(ADMIN, () -> db.get(RoomParts.class).parts(room)).ready();
        assertThat(List.of(ofRoom, ofSchool.rooms().get(0), as(ADMIN, () -> db.get(ReadinessQueries.class).rooms(school)).get(0)))
                .as("page of the room, page of the school, what REST answers").allSatisfy(r -> {
                    assertThat(r.standing()).isEqualTo(standing);
                    assertThat(r.missing()).isEqualTo(missing);
                });
        assertThat(ofSchool.ready()).isEqualTo(ready ? 1 : 0);
        RoomList.Missing inList = as(ADMIN, () -> db.get(RoomList.class).page(ListView.all())).rows().get(0).missing();
        assertThat(inList == null ? null : inList.trade()).as("list").isEqualTo(missing);
        ReadinessMap.Place onMap = as(ADMIN, () -> db.get(ReadinessMap.class).map(null)).places().get(0);
        assertThat(onMap.whole()).as("map").isEqualTo(ready ? 1 : 0);
        assertThat(onMap.standing() == ReadinessMap.SchoolReady.ALL).isEqualTo(ready);
        assertThat(onMap.lacks()).isEqualTo(missing);
    }

    private void serve(String name, ModelKind kind) {
        Long device = InventoryGiven.device(db, InventoryGiven.model(db, name, kind, false), school, room);
        db.sql("UPDATE device SET state = 'IN_SERVICE', room_id = ? WHERE id = ?", room, device);
    }

    private Long add(UnitKind kind, Long where) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(Networks.class).add(new Networks.Add(school, kind, kind.name(), null, where, null, "2", null, null)));
    }

    private Long port(Long unit) {
        return db.number("SELECT min(id) FROM network_port WHERE unit_id = ?", unit);
    }

    private <T> T as(String login, java.util.concurrent.Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }
}
