package de.schulpakt.platform.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@DbTest
class ListViewsDbTest {
    private static final int MOST = 50;

    @Test
    void a_list_has_so_many_views_of_one_person_and_a_kept_name_is_written_over(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            ListViews views = db.get(ListViews.class);
            for (int i = 1; i <= MOST; i++) {
                views.save(new ListViews.Save("schools", "Ansicht " + i, "q=" + i, null));
            }
            assertThatThrownBy(() -> views.save(new ListViews.Save("schools", "eine mehr", "", null))).hasMessageStartingWith("list_view.too_many");
            views.save(new ListViews.Save("schools", "Ansicht 1", "q=neu", null));
            views.save(new ListViews.Save("devices", "andere Liste", "", null));
            assertThat(views.named("schools")).hasSize(MOST);
            assertThatThrownBy(() -> views.named("keine Liste")).isInstanceOf(NotFound.class);
            assertThat(views.seen("schools")).hasSize(MOST).contains(new ListViews.Kept(views.seen("schools").get(0).id(), "Ansicht 1", "q=neu", null, true, true));
            return null;
        });
    }

    @Test
    void a_view_belongs_to_who_kept_it(Db db) {
        Long[] id = new Long[1];
        SchoolGiven.asAdmin(db, () -> {
            db.get(ListViews.class).save(new ListViews.Save("schools", "meine", "q=1", null));
            id[0] = db.get(ListViews.class).seen("schools").get(0).id();
            return null;
        });
        SchoolGiven.user(db, "anna", Role.TECHNICIAN, null, null);
        SchoolGiven.as(db, "anna", () -> {
            assertThat(db.get(ListViews.class).seen("schools")).isEqualTo(List.of());
            assertThatThrownBy(() -> db.get(ListViews.class).forget(id[0])).isInstanceOf(NotFound.class);
            return null;
        });
        assertThat(db.number("select count(*) from list_view")).isEqualTo(1);
    }

    @Test
    void a_view_is_shared_with_colleagues_put_right_by_its_owner_and_ended_by_who_administers(Db db) {
        Long authority = SchoolGiven.authority(db, "Stadt Koblenz");
        Long away = SchoolGiven.authority(db, "Anderswo");
        SchoolGiven.user(db, "anna", Role.TECHNICIAN, authority, null);
        SchoolGiven.user(db, "ben", Role.TECHNICIAN, authority, null);
        SchoolGiven.user(db, "carla", Role.FUNDING_OFFICER, authority, null);
        SchoolGiven.user(db, "dirk", Role.TECHNICIAN, away, null);
        SchoolGiven.user(db, "eva", Role.ADMIN, authority, null);
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, authority, "Görres-Gymnasium"));
        save(db, "anna", "Team", "state=OPEN", "A" + authority + ":TECHNICIAN");
        save(db, "anna", "Alle", "state=OPEN", "A" + authority);
        assertThat(names(db, "ben")).containsExactly("Alle", "Team");
        assertThat(names(db, "carla")).containsExactly("Alle");
        assertThat(names(db, "dirk")).isEmpty();
        assertThat(names(db, "schule")).isEmpty();
        save(db, "anna", "Team", "state=WAITING", null);
        assertThat(names(db, "ben")).as("kept again under its name: still shared").containsExactly("Alle", "Team");
        save(db, "anna", "Team", "state=WAITING", ListViews.NOBODY);
        assertThat(names(db, "ben")).containsExactly("Alle");
        assertThatThrownBy(() -> save(db, "ben", "Fremd", "", "A" + away)).hasMessageStartingWith("list_view.circle");
        assertThatThrownBy(() -> save(db, "schule", "Alle", "", "A" + authority)).hasMessageStartingWith("list_view.circle");
        Long id = db.number("select id from list_view where name = 'Alle'");
        assertThatThrownBy(() -> forget(db, "ben", id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> forget(db, "dirk", id)).isInstanceOf(NotFound.class);
        forget(db, "eva", id);
        assertThat(names(db, "ben")).isEmpty();
        assertThat(names(db, "anna")).containsExactly("Team");
        save(db, "anna", "Alle", "state=OPEN", "A" + authority + ":TECHNICIAN");
        assertThat(SchoolGiven.asAdmin(db, () -> db.get(ListViews.class).seen("tickets"))).singleElement().satisfies(one -> {
            assertThat(one.ends()).isTrue();
            assertThat(one.circle().value()).isEqualTo(Role.TECHNICIAN);
        });
        Long own = db.number("select id from list_view where name = 'Team'");
        assertThatThrownBy(() -> forget(db, SchoolGiven.ADMIN, own)).as("shared with nobody").isInstanceOf(NotFound.class);
        forget(db, SchoolGiven.ADMIN, db.number("select id from list_view where name = 'Alle'"));
        assertThat(names(db, "ben")).isEmpty();
    }

    @Test
    void who_may_not_share_with_a_circle_any_more_does_not_change_what_it_sees(Db db) {
        Long authority = SchoolGiven.authority(db, "Stadt Koblenz");
        SchoolGiven.user(db, "anna", Role.TECHNICIAN, authority, null);
        SchoolGiven.user(db, "ben", Role.TECHNICIAN, authority, null);
        Long school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        save(db, "anna", "Alle", "state=OPEN", "A" + authority);
        db.sql("update role_assignment r join app_user u on u.id = r.user_id set r.role = 'SCHOOL_ADMIN', r.authority_id = null, r.school_id = ? where u.login = 'anna'", school);
        for (String circle : Arrays.asList(null, "", " ")) {
            assertThatThrownBy(() -> save(db, "anna", "Alle", "state=DONE", circle)).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("list_view.circle"));
        }
        assertThat(SchoolGiven.as(db, "ben", () -> db.get(ListViews.class).seen("tickets"))).extracting(ListViews.Kept::query).containsExactly("state=OPEN");
        save(db, "anna", "Meine", "state=DONE", null);
        save(db, "anna", "Alle", "state=DONE", ListViews.NOBODY);
        assertThat(names(db, "ben")).as("taken back, which is always allowed").isEmpty();
        assertThat(names(db, "anna")).containsExactly("Alle", "Meine");
    }

    @Test
    void ones_own_views_come_before_what_is_shared(Db db) {
        SchoolGiven.user(db, "ben", Role.TECHNICIAN, null, null);
        save(db, "ben", "Z meine", "", null);
        db.sql("insert into list_view (user_id, list, name, query, circle, saved_at) select u.id, 'tickets', concat('A ', seq), '', '*:TECHNICIAN', now(6) from seq_1_to_200"
                + " join app_user u on u.login = ?", SchoolGiven.ADMIN);
        assertThat(names(db, "ben")).hasSize(150).startsWith("Z meine", "A 1");
    }

    private static void save(Db db, String login, String name, String query, String circle) {
        SchoolGiven.as(db, login, () -> {
            db.get(ListViews.class).save(new ListViews.Save("tickets", name, query, circle));
            return null;
        });
    }

    private static void forget(Db db, String login, Long id) {
        SchoolGiven.as(db, login, () -> {
            db.get(ListViews.class).forget(id);
            return null;
        });
    }

    private static List<String> names(Db db, String login) {
        return SchoolGiven.as(db, login, () -> db.get(ListViews.class).seen("tickets")).stream().map(ListViews.Kept::name).toList();
    }
}
