package de.schulpakt.platform.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.NotFound;
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
                views.save(new ListViews.Save("schools", "Ansicht " + i, "q=" + i));
            }
            assertThatThrownBy(() -> views.save(new ListViews.Save("schools", "eine mehr", ""))).hasMessageStartingWith("list_view.too_many");
            views.save(new ListViews.Save("schools", "Ansicht 1", "q=neu"));
            views.save(new ListViews.Save("devices", "andere Liste", ""));
            assertThat(views.own("schools")).hasSize(MOST).contains(new ListViews.Kept(views.own("schools").get(0).id(), "Ansicht 1", "q=neu"));
            return null;
        });
    }

    @Test
    void a_view_belongs_to_who_kept_it(Db db) {
        Long[] id = new Long[1];
        SchoolGiven.asAdmin(db, () -> {
            db.get(ListViews.class).save(new ListViews.Save("schools", "meine", "q=1"));
            id[0] = db.get(ListViews.class).own("schools").get(0).id();
            return null;
        });
        SchoolGiven.user(db, "anna", Role.TECHNICIAN, null, null);
        SchoolGiven.as(db, "anna", () -> {
            assertThat(db.get(ListViews.class).own("schools")).isEqualTo(List.of());
            assertThatThrownBy(() -> db.get(ListViews.class).forget(id[0])).isInstanceOf(NotFound.class);
            return null;
        });
        assertThat(db.number("select count(*) from list_view")).isEqualTo(1);
    }
}
