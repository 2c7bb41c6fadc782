package de.schulpakt.overview.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.identity.Role;
import de.schulpakt.install.network.Face;
import de.schulpakt.install.network.Networks;
import de.schulpakt.install.network.UnitKind;
import de.schulpakt.install.survey.Surveys;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.list.ListView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rooms lack first, told from surveys, measurements, the network record and the inventory. */
@DbTest
class RoomListDbTest {
    private static final String ADMIN = "schule";

    @Test
    void each_trade_that_is_done_makes_the_next_one_the_first_that_is_missing(Db db) {
        Long school = SchoolGiven.school(db, "Görres-Gymnasium");
        Long room = SchoolGiven.room(db, school, "A 1.07");
        SchoolGiven.user(db, ADMIN, Role.SCHOOL_ADMIN, null, school);
        assertThat(missing(db)).containsExactly(RoomTrade.SURVEY);
        Long survey = InstallGiven.open(db, school, "SURVEY");
        db.sql("UPDATE ticket SET state = 'CLOSED', closed_at = now(6) WHERE id = ?", survey);
        assertThat(missing(db)).containsExactly(RoomTrade.CABLE);
        InstallGiven.technician(db);
        survey(db, room, false, "Ein Stromkreis fehlt");
        assertThat(missing(db)).containsExactly(RoomTrade.POWER);
        assertThat(rows(db).get(0).missing().ball()).isEqualTo(Ball.OUTSIDE);
        survey(db, room, true, null);
        assertThat(missing(db)).containsExactly(RoomTrade.CABLE);
        Long panel = add(db, school, UnitKind.PANEL, null);
        Long switchUnit = add(db, school, UnitKind.SWITCH, null);
        Long socket = add(db, school, UnitKind.SOCKET, room);
        Long cable = plug(db, socket, Face.REAR, panel, Face.REAR);
        assertThat(missing(db)).as("nobody has measured it").containsExactly(RoomTrade.CABLE);
        db.sql("UPDATE network_cable SET passed = true WHERE id = ?", cable);
        assertThat(missing(db)).as("the panel leads nowhere").containsExactly(RoomTrade.PORT);
        plug(db, panel, Face.FRONT, switchUnit, Face.FRONT);
        assertThat(missing(db)).containsExactly(RoomTrade.ACCESS_POINT);
        Long ticket = InstallGiven.ticket(db, school, room);
        InstallGiven.install(db, ticket, room);
        assertThat(missing(db)).as("it is not accepted yet").containsExactly(RoomTrade.ACCESS_POINT);
        InstallGiven.accept(db, ADMIN, ticket);
        assertThat(missing(db)).containsExactly(RoomTrade.DISPLAY);
        RoomList.Row row = rows(db).get(0);
        assertThat(row.missing().ball()).isEqualTo(Ball.SCHOOL);
        assertThat(row.cables()).isEqualTo(2);
        assertThat(SchoolGiven.as(db, ADMIN, () -> db.get(ReadinessQueries.class).rooms(school))).extracting(ReadinessQueries.Readiness::missing)
                .as("the card of the school says the same").containsExactly(RoomTrade.DISPLAY);
        assertThat(SchoolGiven.as(db, ADMIN, () -> db.get(RoomList.class).page(ListView.all().with("missing", RoomTrade.DISPLAY))).rows()).hasSize(1);
        assertThat(SchoolGiven.as(db, ADMIN, () -> db.get(RoomList.class).page(ListView.all().with("missing", RoomTrade.PORT))).rows()).isEmpty();
    }

    @Test
    void a_device_that_nobody_manages_is_the_last_thing_a_room_lacks(Db db) {
        Long school = SchoolGiven.school(db, "Görres-Gymnasium");
        Long room = SchoolGiven.room(db, school, "A 1.07");
        SchoolGiven.user(db, ADMIN, Role.SCHOOL_ADMIN, null, school);
        InventoryGiven.officer(db);
        Long tablet = InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        db.sql("UPDATE device SET state = 'IN_SERVICE', room_id = ? WHERE id = ?", room, tablet);
        assertThat(managed(db)).as("nothing is known").isEqualTo(1);
        db.sql("INSERT INTO device_sight (device_id, managed, told_at, told_by) VALUES (?, FALSE, now(6), 'x')", tablet);
        assertThat(managed(db)).isZero();
        assertThat(ReadinessQueries.first(new Long[] {1L, 1L, 1L, 1L, 1L, 1L, 1L, 0L})).isEqualTo(RoomTrade.MANAGED);
        assertThat(RoomTrade.MANAGED.ball()).isEqualTo(Ball.TECHNICIAN);
        db.sql("UPDATE device_sight SET managed = TRUE");
        assertThat(managed(db)).isEqualTo(1);
    }

    private static Long managed(Db db) {
        return SchoolGiven.as(db, ADMIN, () -> db.get(RoomList.class).page(ListView.all())).rows().get(0).managed();
    }

    private static void survey(Db db, Long room, boolean power, String note) {
        SchoolGiven.as(db, InstallGiven.TECHNICIAN, () -> {
            db.get(Surveys.class).record(new Surveys.Record(room, power, note));
            return null;
        });
    }

    private static List<RoomTrade> missing(Db db) {
        return rows(db).stream().map(row -> row.missing().trade()).toList();
    }

    private static List<RoomList.Row> rows(Db db) {
        return SchoolGiven.as(db, ADMIN, () -> db.get(RoomList.class).page(ListView.all())).rows();
    }

    private static Long add(Db db, Long school, UnitKind kind, Long room) {
        return SchoolGiven.as(db, InstallGiven.TECHNICIAN, () -> db.get(Networks.class).add(new Networks.Add(school, kind, kind.name(), null, room, null, "2",
                null, null)));
    }

    private static Long plug(Db db, Long unit, Face face, Long other, Face otherFace) {
        return SchoolGiven.as(db, InstallGiven.TECHNICIAN, () -> db.get(Networks.class).plug(new Networks.Plug(port(db, unit), face, port(db, other), otherFace,
                null, null, null, null)));
    }

    private static Long port(Db db, Long unit) {
        return db.number("SELECT min(id) FROM network_port WHERE unit_id = ?", unit);
    }
}
