package de.schulpakt.paper.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sheets of labels are measured by an administrator; what does not fit on a page is refused, and how one was before can be had again. */
@DbTest
class LabelFormatsDbTest {
    private static final LabelFormats.Measures GOOD = new LabelFormats.Measures(21_000, 29_700, 2, 4, 500, 500, 10_000, 7_000, 9_000, 6_000);

    @AfterEach
    void asItCame(Db db) {
        db.sql("delete from label_format_before");
        db.sql("delete from label_format where code like 'TEST%'");
        db.sql("update label_format set offered = true");
    }

    @Test
    void a_format_is_added_changed_printed_on_and_put_back(Db db) throws Exception {
        Long id = create(db, "TEST_8", GOOD);
        assertThat(db.get(LabelQueries.class).formats()).extracting(LabelQueries.Format::code).as("behind the others").endsWith("TEST_8");
        LabelQueries.Format format = db.get(LabelQueries.class).format("TEST_8");
        assertThat(format.labels()).isEqualTo(8);
        try (LabelPress press = new LabelPress(format, LabelCode.QR, 1, true, "http://localhost")) {
            press.add(new Label(1L, "G-1", java.util.List.of("Tablet"), "/x"));
            assertThat(press.write(new ByteArrayOutputStream())).isEqualTo(1);
        }
        change(db, id, "Anders", new LabelFormats.Measures(21_000, 29_700, 2, 5, 500, 500, 10_000, 5_800, 9_000, 5_600), true);
        assertThat(one(db, id)).satisfies(f -> {
            assertThat(f.name()).isEqualTo("Anders");
            assertThat(f.measures().down()).isEqualTo(5);
            assertThat(f.before()).singleElement().satisfies(b -> assertThat(b.measures()).isEqualTo(GOOD));
        });
        assertThatThrownBy(() -> SchoolGiven.asAdmin(db, () -> {
            db.get(LabelFormats.class).restore(id, new LabelFormats.Restore(one(db, id).version(), Long.MAX_VALUE));
            return null;
        })).isInstanceOf(NotFound.class);
        Long before = one(db, id).before().get(0).id();
        SchoolGiven.asAdmin(db, () -> {
            db.get(LabelFormats.class).restore(id, new LabelFormats.Restore(one(db, id).version(), before));
            return null;
        });
        assertThat(one(db, id)).satisfies(f -> {
            assertThat(f.measures()).isEqualTo(GOOD);
            assertThat(f.before()).as("how it was meanwhile is kept, too").hasSize(2);
        });
        assertThat(SchoolGiven.asAdmin(db, () -> db.get(LabelQueries.class).formatHistory(id))).extracting("action")
                .containsExactly("LabelFormatAction.RESTORE_FORMAT", "LabelFormatAction.CHANGE_FORMAT", "LabelFormatAction.ADD_FORMAT");
        change(db, id, "Anders", GOOD, false);
        assertThat(db.get(LabelQueries.class).formats()).extracting(LabelQueries.Format::code).doesNotContain("TEST_8");
        assertThat(db.get(LabelQueries.class).format("TEST_8").labels()).as("labels that were begun are made to their end").isEqualTo(8);
        assertThatThrownBy(() -> SchoolGiven.asAdmin(db, () -> {
            db.get(LabelFormats.class).change(id, new LabelFormats.Change(0, "Alt", GOOD, true));
            return null;
        })).isInstanceOf(Conflict.class);
    }

    @Test
    void what_does_not_fit_on_a_page_is_refused(Db db) {
        refused(db, "label.format_wide", new LabelFormats.Measures(21_000, 29_700, 3, 4, 500, 500, 10_000, 7_000, 9_000, 6_000));
        refused(db, "label.format_wide", new LabelFormats.Measures(21_000, 29_700, 2, 4, 500, 500, 8_000, 7_000, 9_000, 6_000));
        refused(db, "label.format_high", new LabelFormats.Measures(21_000, 29_700, 2, 5, 500, 500, 10_000, 7_000, 9_000, 6_000));
        refused(db, "label.format_many", new LabelFormats.Measures(100_000, 100_000, 40, 40, 0, 0, 200, 200, 100, 100));
        create(db, "TEST_1", GOOD);
        assertThatThrownBy(() -> create(db, "TEST_1", GOOD)).hasMessageContaining("label_format_code_once");
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Gymnasium"));
        assertThatThrownBy(() -> SchoolGiven.as(db, "schule", () -> db.get(LabelQueries.class).measured())).isInstanceOf(Forbidden.class);
        db.sql("update label_format set offered = (code = 'L7160')");
        LabelQueries.Measured last = SchoolGiven.asAdmin(db, () -> db.get(LabelQueries.class).measured()).stream().filter(f -> f.code().equals("L7160")).findFirst().orElseThrow();
        assertThatThrownBy(() -> change(db, last.id(), last.name(), last.measures(), false)).hasMessageContaining("label.format_last");
    }

    private static Long create(Db db, String code, LabelFormats.Measures measures) {
        return SchoolGiven.asAdmin(db, () -> db.get(LabelFormats.class).create(new LabelFormats.Create(code, "Acht auf A4", measures)));
    }

    private static void change(Db db, Long id, String name, LabelFormats.Measures measures, boolean offered) {
        SchoolGiven.asAdmin(db, () -> {
            db.get(LabelFormats.class).change(id, new LabelFormats.Change(one(db, id).version(), name, measures, offered));
            return null;
        });
    }

    private static void refused(Db db, String code, LabelFormats.Measures measures) {
        assertThatThrownBy(() -> create(db, "TEST_X", measures)).hasMessageContaining(code);
    }

    private static LabelQueries.Measured one(Db db, Long id) {
        return SchoolGiven.asAdmin(db, () -> db.get(LabelQueries.class).measured()).stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }
}
