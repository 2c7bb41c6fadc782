package de.schulpakt.overview.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import org.junit.jupiter.api.Test;

/** Schools are drawn where they are, with how ready their rooms are; without coordinates they stand in the table only. */
@DbTest
class ReadinessMapDbTest {
    @Test
    void schools_are_drawn_at_their_coordinates_with_what_most_rooms_lack(Db db) {
        Long authority = SchoolGiven.authority(db, "Stadt Koblenz");
        Long north = at(db, SchoolGiven.school(db, authority, "A Nord"), "50.40", "7.60");
        Long south = at(db, SchoolGiven.school(db, authority, "B Süd"), "50.30", "7.60");
        Long east = at(db, SchoolGiven.school(db, authority, "C Ost"), "50.35", "7.70");
        Long nowhere = SchoolGiven.school(db, authority, "D Ohne");
        SchoolGiven.school(db, authority, "E ohne Räume");
        db.sql("UPDATE school SET latitude = NULL, longitude = NULL WHERE id = ?", nowhere);
        Long room = SchoolGiven.room(db, north, "101");
        for (Long school : new Long[] {south, east, nowhere}) {
            SchoolGiven.room(db, school, "101");
        }
        SchoolGiven.user(db, "technik", Role.TECHNICIAN, authority, null);
        InventoryGiven.officer(db);
        Long ticket = InstallGiven.ticket(db, north, room);
        InstallGiven.install(db, ticket, room);
        ReadinessMap.View map = SchoolGiven.as(db, "technik", () -> db.get(ReadinessMap.class).map(null));
        assertThat(map.places()).extracting(ReadinessMap.Place::name).containsExactly("A Nord", "B Süd", "C Ost", "D Ohne");
        assertThat(map.places()).extracting(ReadinessMap.Place::no).containsExactly(1, 2, 3, 4);
        ReadinessMap.Place a = map.places().get(0);
        ReadinessMap.Place b = map.places().get(1);
        ReadinessMap.Place c = map.places().get(2);
        assertThat(a.y()).as("north is up").isLessThan(c.y());
        assertThat(c.y()).isLessThan(b.y());
        assertThat(a.x()).isEqualTo(b.x()).isLessThan(c.x());
        assertThat(map.drawn()).allMatch(place -> place.x() >= 20 && place.x() <= map.width() - 20 && place.y() >= 20 && place.y() <= map.height() - 20);
        // on a phone a marker is 34 wide and its border 2, and the number of the scale stands in the last 58
        assertThat(map.drawn()).as("no school lies on the number of the scale").allMatch(place -> place.y() + 36 < map.height() - 58);
        // 0.1 degrees of latitude are 11.1 km, and 0.1 degrees of longitude 7.1 km there
        assertThat((b.y() - a.y()) / (double) (c.x() - a.x())).isBetween(1.5, 1.6);
        assertThat((b.y() - a.y()) / 11.132 * map.scaleKm().doubleValue()).isBetween(map.scale() - 2.0, map.scale() + 2.0);
        assertThat(a.standing()).as("measured, and not whole").isEqualTo(ReadinessMap.SchoolReady.NONE);
        assertThat(b.standing()).isEqualTo(ReadinessMap.SchoolReady.UNKNOWN);
        assertThat(a.rooms()).isEqualTo(1);
        assertThat(b.lacks()).isEqualTo(RoomTrade.SURVEY);
        assertThat(map.places().get(3).x()).isNull();
        db.sql("UPDATE school SET place = 'OFFICE', ended_on = current_date, pupils = NULL WHERE id = ?", east);
        assertThat(SchoolGiven.as(db, "technik", () -> db.get(ReadinessMap.class).map(authority)).places()).as("given up").extracting(ReadinessMap.Place::name)
                .containsExactly("A Nord", "B Süd", "D Ohne");
        Long away = SchoolGiven.authority(db, "Anderswo");
        SchoolGiven.user(db, "fremd", Role.TECHNICIAN, away, null);
        assertThat(SchoolGiven.as(db, "fremd", () -> db.get(ReadinessMap.class).map(authority)).places()).isEmpty();
        assertThat((int) SchoolGiven.as(db, "technik", () -> db.statements(() -> db.get(ReadinessMap.class).map(null)))).isEqualTo(2);
    }

    private static Long at(Db db, Long school, String latitude, String longitude) {
        db.sql("UPDATE school SET latitude = ?, longitude = ? WHERE id = ?", new java.math.BigDecimal(latitude), new java.math.BigDecimal(longitude), school);
        return school;
    }
}
