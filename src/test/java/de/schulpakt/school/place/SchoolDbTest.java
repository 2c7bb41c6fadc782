package de.schulpakt.school.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.StatementBudgets;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.step.Explained;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@DbTest
class SchoolDbTest {

    @Test
    void a_school_has_buildings_with_rooms(Db db) {
        Long id = SchoolGiven.school(db, "Görres-Gymnasium");
        Long room = SchoolGiven.room(db, id, "201");
        SchoolGiven.asAdmin(db, () -> {
            SchoolQueries.View view = db.get(SchoolQueries.class).school(id);
            assertThat(view.name()).isEqualTo("Görres-Gymnasium");
            assertThat(view.rooms()).isEqualTo(1);
            assertThat(view.address()).isEqualTo("Gymnasialstr. 3, 56068 Koblenz");
            assertThat(view.actions()).containsExactlyInAnyOrder(SchoolAction.CHANGE, SchoolAction.ADD_BUILDING, SchoolAction.ADD_ROOM);
            assertThat(view.timeline()).hasSize(3);
            assertThat(db.get(SchoolQueries.class).rooms(id)).singleElement()
                    .satisfies(r -> assertThat(r.name()).isEqualTo("201"));
            assertThat(db.get(SchoolQueries.class).buildings(id)).hasSize(1);
            return null;
        });
        assertThat(db.get(SchoolQueries.class).room(room)).satisfies(r -> {
            assertThat(r.schoolId()).isEqualTo(id);
            assertThat(r.school()).isEqualTo("Görres-Gymnasium");
        });
        db.checks();
    }

    @Test
    void buildings_and_rooms_stand_as_people_count(Db db) {
        Long id = SchoolGiven.school(db, "Görres-Gymnasium");
        List<String> rooms = List.of("1.1", "1.2", "1.10", "1.10a", "2.01", "9", "10", "100", "Aula", "E.9", "E.10", "Raum 1", "Raum 02", "Raum 11");
        List<String> houses = List.of("Haus 2", "Haus 9", "Haus 10", "Haus 10b", "Turm");
        List<String> wanted = new ArrayList<>();
        SchoolGiven.asAdmin(db, () -> {
            for (String house : shuffled(houses)) {
                Long building = db.get(Schools.class).addBuilding(id, new Schools.AddBuilding(house));
                shuffled(rooms).forEach(room -> db.get(Schools.class).addRoom(new Schools.AddRoom(building, room, "EG", RoomKind.CLASSROOM)));
            }
            houses.forEach(house -> rooms.forEach(room -> wanted.add(house + " " + room)));
            SchoolQueries queries = db.get(SchoolQueries.class);
            assertThat(queries.buildings(id)).extracting(SchoolQueries.BuildingOption::name).containsExactlyElementsOf(houses);
            assertThat(queries.rooms(id)).extracting(r -> r.building() + " " + r.name()).containsExactlyElementsOf(wanted);
            return null;
        });
    }

    private static List<String> shuffled(List<String> names) {
        List<String> some = new ArrayList<>(names);
        Collections.shuffle(some);
        return some;
    }

    @Test
    void an_official_number_is_used_once_in_a_state(Db db) {
        SchoolGiven.asAdmin(db, () -> db.get(Schools.class).create(school("RP", "50477")));
        SchoolGiven.asAdmin(db, () -> db.get(Schools.class).create(school("HE", "50477")));
        assertThatThrownBy(() -> SchoolGiven.asAdmin(db, () -> db.get(Schools.class).create(school("RP", "50477"))))
                .satisfies(e -> assertThat(Explained.of(e, Locale.GERMAN)).hasValueSatisfying(explained ->
                        assertThat(explained.code()).isEqualTo("school_official_no_once")));
    }

    @Test
    void a_school_administrator_sees_the_own_school_only(Db db) {
        Long own = SchoolGiven.school(db, "Görres-Gymnasium");
        Long foreign = SchoolGiven.school(db, "Hilda-Gymnasium");
        SchoolGiven.user(db, "miriam", Role.SCHOOL_ADMIN, null, own);
        SchoolGiven.as(db, "miriam", () -> {
            SchoolQueries queries = db.get(SchoolQueries.class);
            assertThat(db.get(SchoolList.class).page(ListView.all()).rows()).extracting(SchoolQueries.Row::id).containsExactly(own);
            assertThat(queries.options(Permission.REQUEST_EDIT, null, PageRequest.first()).rows()).extracting(SchoolQueries.Option::id).containsExactly(own);
            assertThat(queries.school(own).actions()).doesNotContain(SchoolAction.CHANGE);
            assertThatThrownBy(() -> queries.school(foreign)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> queries.rooms(foreign)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> db.get(Schools.class).addBuilding(foreign, new Schools.AddBuilding("Neubau")))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> db.get(Schools.class).change(own, change(1))).isInstanceOf(Forbidden.class);
            return db.get(Schools.class).addBuilding(own, new Schools.AddBuilding("Neubau"));
        });
    }

    @Test
    void an_officer_of_an_authority_sees_the_schools_of_the_authority(Db db) {
        Long city = SchoolGiven.authority(db, "Stadt Koblenz");
        Long own = SchoolGiven.school(db, city, "Görres-Gymnasium");
        Long foreign = SchoolGiven.school(db, "Hilda-Gymnasium");
        SchoolGiven.user(db, "petra", Role.FUNDING_OFFICER, city, null);
        SchoolGiven.as(db, "petra", () -> {
            assertThat(db.get(SchoolQueries.class).school(own).authority()).isEqualTo("Stadt Koblenz");
            assertThatThrownBy(() -> db.get(SchoolQueries.class).school(foreign)).isInstanceOf(NotFound.class);
            return null;
        });
    }

    @Test
    void a_change_names_the_version_that_was_seen(Db db) {
        Long id = SchoolGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.asAdmin(db, () -> {
            Integer version = db.get(SchoolQueries.class).school(id).version();
            db.get(Schools.class).change(id, change(version));
            assertThatThrownBy(() -> db.get(Schools.class).change(id, change(version))).isInstanceOf(Conflict.class);
            assertThat(db.get(SchoolQueries.class).school(id).phone()).isEqualTo("0261 1");
            return null;
        });
    }

    @Test
    void a_list_filters_by_text_authority_type_and_town(Db db) {
        Long city = SchoolGiven.authority(db, "Stadt Koblenz");
        SchoolGiven.school(db, city, "Görres-Gymnasium");
        SchoolGiven.school(db, "100 % Schule");
        SchoolGiven.asAdmin(db, () -> {
            assertThat(names(db, ListView.all().with("text", "görres"))).containsExactly("Görres-Gymnasium");
            assertThat(names(db, ListView.all().with("text", "%"))).containsExactly("100 % Schule");
            assertThat(names(db, ListView.all().with("authority", city))).containsExactly("Görres-Gymnasium");
            assertThat(names(db, ListView.all().with("type", SchoolType.PRIMARY))).isEmpty();
            assertThat(names(db, ListView.all().with("type", SchoolType.GYMNASIUM).with("city", "Kob"))).hasSize(2);
            assertThat(names(db, ListView.all().with("city", "5606"))).hasSize(2);
            assertThat(names(db, ListView.all().with("city", "oblenz"))).isEmpty();
            return null;
        });
    }

    @Test
    void a_list_is_two_statements_whatever_its_size(Db db) {
        SchoolGiven.school(db, "Schule 0");
        SchoolGiven.asAdmin(db, () -> {
            assertThat(listing(db)).as("with one school").hasSize(StatementBudgets.of("SchoolList"));
            for (int i = 1; i < 30; i++) {
                db.get(Schools.class).create(school("RP", "S" + i));
            }
            assertThat(listing(db)).as("with thirty").hasSize(StatementBudgets.of("SchoolList.full"));
            Long id = db.get(SchoolList.class).page(ListView.all()).rows().get(0).id();
            assertThat(db.statementsOf(() -> db.get(SchoolQueries.class).school(id))).as("one school").hasSize(StatementBudgets.of("SchoolQueries.school"));
            return null;
        });
    }

    private static List<String> listing(Db db) {
        return db.statementsOf(() -> db.get(SchoolList.class).page(ListView.all().with("sort", "-city")));
    }

    private static List<String> names(Db db, ListView filter) {
        return db.get(SchoolList.class).page(filter).rows().stream().map(SchoolQueries.Row::name).toList();
    }

    private static Schools.Create school(String state, String no) {
        return new Schools.Create(null, state, no, "Schule " + no, SchoolType.PRIMARY, null, null, null, null, null, null, null);
    }

    private static Schools.Change change(Integer version) {
        return new Schools.Change(version, "Görres-Gymnasium", SchoolType.GYMNASIUM, null, null, null, null, null, "0261 1", 780);
    }
}
