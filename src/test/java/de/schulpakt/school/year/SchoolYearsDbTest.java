package de.schulpakt.school.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.school.place.SchoolQueries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Pupils, teachers and classes by school year: by hand and from a table. */
@DbTest
class SchoolYearsDbTest {
    private static final SchoolYears.Numbers NUMBERS = new SchoolYears.Numbers(2025, 642, 48, 24, "Schulstatistik");

    @Test
    void a_year_is_recorded_changed_and_removed_and_the_history_keeps_what_stood_there(Db db) {
        Long city = SchoolGiven.authority(db, "Koblenz");
        Long school = SchoolGiven.school(db, city, "Görres-Gymnasium");
        String admin = SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        Long id = as(db, admin, () -> db.get(SchoolYears.class).record(school, NUMBERS));
        assertThatThrownBy(() -> as(db, admin, () -> db.get(SchoolYears.class).record(school, NUMBERS)))
                .satisfies(e -> assertThat(Explained.of(e, Locale.GERMAN).orElseThrow().code()).isEqualTo("school_year_once"));
        refused("school_year.span", () -> as(db, admin, () -> db.get(SchoolYears.class).record(school, new SchoolYears.Numbers(1999, 1, null, null, "x"))));
        int next = db.get(Clock.class).today().getYear() + 1;
        refused("school_year.span", () -> as(db, admin, () -> db.get(SchoolYears.class).record(school, new SchoolYears.Numbers(next + 1, 1, null, null, "x"))));
        refused("school_year.nothing", () -> as(db, admin, () -> db.get(SchoolYears.class).record(school, new SchoolYears.Numbers(2024, null, null, null, "x"))));
        SchoolYears.Change change = new SchoolYears.Change(as(db, admin, () -> db.get(SchoolYearQueries.class).view(id)).version(), 650, null, 24, "berichtigt");
        run(db, admin, () -> db.get(SchoolYears.class).change(id, change));
        assertThatThrownBy(() -> run(db, admin, () -> db.get(SchoolYears.class).change(id, change))).isInstanceOf(Conflict.class);
        SchoolYearQueries.View seen = as(db, admin, () -> db.get(SchoolYearQueries.class).of(school)).get(0);
        assertThat(seen.pupils()).isEqualTo(650);
        assertThat(seen.teachers()).as("not known, not zero").isNull();
        assertThat(seen.name()).isEqualTo("2025/26");
        run(db, admin, () -> db.get(SchoolYears.class).remove(id, new SchoolYears.Remove(seen.version(), "falsche Schule")));
        assertThat(as(db, admin, () -> db.get(SchoolYearQueries.class).of(school))).isEmpty();
        assertThat(as(db, admin, () -> db.get(SchoolQueries.class).school(school)).timeline()).extracting(h -> h.action()).contains("YearAction.REMOVE", "YearAction.CHANGE",
                "YearAction.RECORD");
    }

    @Test
    void only_who_describes_the_school_records_and_others_do_not_see_it(Db db) {
        Long school = SchoolGiven.school(db, SchoolGiven.authority(db, "Koblenz"), "Görres-Gymnasium");
        Long other = SchoolGiven.authority(db, "Mayen");
        String auditor = SchoolGiven.user(db, "pruefung", Role.AUDITOR, null, null);
        String stranger = SchoolGiven.user(db, "fremd", Role.FUNDING_OFFICER, other, null);
        Long id = SchoolGiven.asAdmin(db, () -> db.get(SchoolYears.class).record(school, NUMBERS));
        assertThatThrownBy(() -> as(db, auditor, () -> db.get(SchoolYears.class).record(school, NUMBERS))).isInstanceOf(Forbidden.class);
        assertThat(as(db, auditor, () -> db.get(SchoolYearQueries.class).view(id)).mayEdit()).isFalse();
        for (ThrowingCallable asked : List.<ThrowingCallable>of(() -> as(db, stranger, () -> db.get(SchoolYearQueries.class).view(id)),
                () -> as(db, stranger, () -> db.get(SchoolYearQueries.class).of(school)), () -> as(db, stranger, () -> db.get(SchoolYears.class).record(school, NUMBERS)),
                () -> SchoolGiven.asAdmin(db, () -> db.get(SchoolYears.class).record(999_999, NUMBERS)))) {
            assertThatThrownBy(asked).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void a_table_records_what_is_new_changes_what_is_other_and_leaves_what_it_does_not_say(Db db) {
        Long city = SchoolGiven.authority(db, "Koblenz");
        Long one = SchoolGiven.school(db, city, "Görres-Gymnasium");
        Long two = SchoolGiven.school(db, city, "Hilda-Gymnasium");
        SchoolGiven.school(db, SchoolGiven.authority(db, "Mayen"), "Fremde Schule");
        String officer = SchoolGiven.user(db, "amt", Role.FUNDING_OFFICER, city, null);
        SchoolGiven.asAdmin(db, () -> db.get(SchoolYears.class).record(one, NUMBERS));
        Long file = upload(db, officer, "Schule;Schuljahr;Schülerinnen und Schüler;Lehrkräfte;Klassen\nGörres-Gymnasium;2025/26;650;;24\nHilda-Gymnasium;2025/2026;1.204;90;41\n");
        assertThat(view(db, officer, file).counts().created()).isEqualTo(1);
        assertThat(view(db, officer, file).counts().changed()).isEqualTo(1);
        run(db, officer, () -> {
            db.get(Imports.class).run(file, new Imports.Step(view(db, officer, file).version()));
            db.get(Imports.class).execute(file);
        });
        assertThat(db.sql("select school_id as s, pupils as p, teachers as t, source as o from school_year order by school_id")).extracting(r -> r.get("s") + " " + r.get("p")
                + " " + r.get("t") + " " + r.get("o")).containsExactly(one + " 650 48 amtliche Schulstatistik", two + " 1204 90 amtliche Schulstatistik");
        Long again = upload(db, officer, "Schule;Schuljahr;SuS\nHilda-Gymnasium;2025;1204\n");
        assertThat(view(db, officer, again).counts().same()).isEqualTo(1);
        Long wrong = upload(db, officer, "Schule;Schuljahr;SuS\nNirgends;2025/26;1\nHilda-Gymnasium;2025/28;1\nHilda-Gymnasium;2024/25;viele\nHilda-Gymnasium;2023/24;\n"
                + "Hilda-Gymnasium;2022/23;5\nHilda-Gymnasium;2022;6\nFremde Schule;2022;6\n");
        assertThat(as(db, officer, () -> db.get(ImportQueries.class).findings(wrong, Locale.GERMAN)).stream().map(Finding.Told::code)).containsExactlyInAnyOrder(
                "school_years.school", "school_years.year", "school_years.number", "school_years.nothing", "school_years.twice", "school_years.school");
        assertThat(view(db, officer, wrong).runnable()).isFalse();
    }

    @Test
    void years_and_numbers_are_read_as_people_write_them() {
        assertThat(List.of("2026", "2026/27", "2026/2027", "SJ 2026/27", "2026 - 27")).allSatisfy(text -> assertThat(YearRows.year(text)).isEqualTo(2026));
        assertThat(List.of("26/27", "2026/28", "2026/1927", "x", "")).allSatisfy(text -> assertThat(YearRows.year(text)).isNull());
        assertThat(YearRows.year("2099/00")).isEqualTo(2099);
        assertThat(List.of("1204", "1.204", "1 204")).allSatisfy(text -> assertThat(YearRows.number(text)).isEqualTo(1204));
        assertThat(List.of("12,5", "-1", "1.2", "viele", "")).allSatisfy(text -> assertThat(YearRows.number(text)).isNull());
    }

    private static Long upload(Db db, String login, String text) {
        return as(db, login, () -> db.get(Imports.class).upload("school_years", new Imports.Upload("jahre.csv", text.getBytes(StandardCharsets.UTF_8))));
    }

    private static ImportQueries.View view(Db db, String login, Long id) {
        return as(db, login, () -> db.get(ImportQueries.class).view(id, Locale.GERMAN));
    }

    private static <T> T as(Db db, String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }

    private static void run(Db db, String login, Runnable work) {
        as(db, login, () -> {
            work.run();
            return null;
        });
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
