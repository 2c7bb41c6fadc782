package de.schulpakt.install.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.text.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The same step on many tickets: what is refused is named and keeps nothing of the others. */
@DbTest
class BulkDbTest {
    @Test
    void what_is_refused_is_named_and_the_others_are_done(Db db) {
        Long school = SchoolGiven.school(db, "Görres-Gymnasium");
        List<Long> ids = List.of(InstallGiven.open(db, school, "FAULT"), InstallGiven.open(db, school, "FAULT"), InstallGiven.open(db, school, "FAULT"));
        List<Bulk.Seen> seen = ids.stream().map(id -> new Bulk.Seen(id, InstallGiven.version(db, id))).toList();
        InstallGiven.take(db, ids.get(1));
        List<Bulk.Result> results = run(db, InstallGiven.TECHNICIAN, new Bulk.Command(Bulk.Action.TAKE, seen, null, null, null, null));
        assertThat(results).extracting(Bulk.Result::done).containsExactly(true, false, true);
        assertThat(results.get(1).code()).startsWith("conflict");
        assertThat(results.get(1).detail()).isNotBlank();
        assertThat(db.number("SELECT count(*) FROM ticket WHERE state = 'PLANNED'")).isEqualTo(3);
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        List<Bulk.Seen> now = ids.stream().map(id -> new Bulk.Seen(id, InstallGiven.version(db, id))).toList();
        assertThat(run(db, "schule", new Bulk.Command(Bulk.Action.TAKE, now, null, null, null, null))).extracting(Bulk.Result::done)
                .containsOnly(false);
        SchoolGiven.user(db, "zweite", Role.TECHNICIAN, null, null);
        Long second = db.number("SELECT id FROM app_user WHERE login = 'zweite'");
        assertThat(run(db, "zweite", new Bulk.Command(Bulk.Action.ASSIGN, now, second, null, null, null))).extracting(Bulk.Result::done).containsOnly(true);
        List<Bulk.Seen> later = ids.stream().map(id -> new Bulk.Seen(id, InstallGiven.version(db, id))).toList();
        assertThat(run(db, "zweite", new Bulk.Command(Bulk.Action.RANK, later, null, null, Priority.LOW, db.get(Clock.class).today())))
                .extracting(Bulk.Result::done).containsOnly(true);
        assertThat(db.number("SELECT count(*) FROM ticket WHERE priority = 'LOW' AND assignee_id = ?", second)).isEqualTo(3);
        db.checks();
    }

    @Test
    void a_step_says_all_that_it_needs(Db db) {
        List<Bulk.Seen> seen = List.of(new Bulk.Seen(1L, 1));
        InstallGiven.technician(db);
        assertThatThrownBy(() -> run(db, InstallGiven.TECHNICIAN, new Bulk.Command(Bulk.Action.ASSIGN, seen, null, null, null, null)))
                .hasMessageContaining("bulk.nobody");
        assertThatThrownBy(() -> run(db, InstallGiven.TECHNICIAN, new Bulk.Command(Bulk.Action.RANK, seen, null, null, null, null)))
                .hasMessageContaining("bulk.no_priority");
        assertThatThrownBy(() -> run(db, InstallGiven.TECHNICIAN, new Bulk.Command(Bulk.Action.TEAM, seen, null, null, null, null)))
                .hasMessageContaining("bulk.no_team");
        assertThat(run(db, InstallGiven.TECHNICIAN, new Bulk.Command(Bulk.Action.TAKE, seen, null, null, null, null))).extracting(Bulk.Result::code)
                .containsExactly("not_found");
        assertThat(Texts.has(Locale.GERMAN, "bulk.none")).as("what the page says when nothing is chosen").isTrue();
    }

    private static List<Bulk.Result> run(Db db, String login, Bulk.Command cmd) {
        return SchoolGiven.as(db, login, () -> db.get(Bulk.class).run(cmd, Locale.GERMAN));
    }
}
