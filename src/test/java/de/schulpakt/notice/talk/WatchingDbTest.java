package de.schulpakt.notice.talk;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.notice.NoticeQueries;
import de.schulpakt.notice.NoticeReason;
import de.schulpakt.notice.NoticeWay;
import de.schulpakt.notice.Notices;
import de.schulpakt.platform.job.JobsGiven;
import de.schulpakt.platform.text.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who watches hears what happens, once, and only as long as the right lasts. */
@DbTest
class WatchingDbTest {
    private static final String AUDITOR = "pruefung";
    private Db db;
    private ProcurementGiven given;
    private Long ticket;

    @BeforeEach
    void somebodyWatches(Db theDb) {
        db = theDb;
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.user(db, AUDITOR, Role.AUDITOR, null, null);
        ticket = InstallGiven.plain(db, given.school, "Dose prüfen");
        JobsGiven.run(db, "watches");
        db.sql("delete from notice");
        for (String login : List.of(given.admin, given.officer, AUDITOR)) {
            as(login, () -> db.get(Watching.class).watch("Ticket", ticket));
        }
    }

    @Test
    void who_watches_is_told_what_was_done_once_however_often_the_job_looks() {
        InstallGiven.take(db, ticket);
        assertThat(JobsGiven.run(db, "watches")).isEqualTo("job.kind.watches_told\n3");
        assertThat(JobsGiven.run(db, "watches")).isNull();
        NoticeQueries.Row row = newest(given.officer).get(0);
        assertThat(row.why()).isEqualTo(NoticeReason.WATCH);
        assertThat(row.actor()).isNotNull();
        String no = db.sql("select no from ticket").get(0).get("no").toString();
        assertThat(Texts.get(Locale.GERMAN, row.kind(), row.subjectNo(), Texts.get(Locale.GERMAN, row.action()))).startsWith(no + ": ").hasSizeGreaterThan(no.length() + 4);
        as(given.officer, () -> db.get(Watching.class).unwatch("Ticket", ticket));
        InstallGiven.work(db, tickets -> tickets.start(ticket, InstallGiven.step(db, ticket)));
        assertThat(JobsGiven.run(db, "watches")).isEqualTo("job.kind.watches_told\n2");
    }

    @Test
    void what_somebody_was_told_by_a_role_is_not_told_again() {
        InstallGiven.take(db, ticket);
        db.sql("update history set at = at - interval 1 minute");
        db.sql("update talk_watch set since_at = since_at - interval 2 minute");
        InstallGiven.schedule(db, ticket, 600);
        JobsGiven.run(db, "watches");
        assertThat(newest(given.admin)).extracting(NoticeQueries.Row::kind).containsExactlyInAnyOrder("message.visit_scheduled", "message.watched");
        assertThat(newest(given.officer)).extracting(NoticeQueries.Row::kind).containsExactly("message.watched", "message.watched");
    }

    @Test
    void with_the_right_the_watch_ends_and_what_is_not_wanted_is_not_told() {
        db.sql("delete from role_assignment where user_id = (select id from app_user where login = ?)", AUDITOR);
        as(given.officer, () -> db.get(Notices.class).choose(new Notices.Choose("watched", NoticeWay.NONE)));
        InstallGiven.take(db, ticket);
        assertThat(JobsGiven.run(db, "watches")).isEqualTo("job.kind.watches_told\n1");
        assertThat(newest(AUDITOR)).isEmpty();
        assertThat(newest(given.officer)).isEmpty();
        as(AUDITOR, () -> assertThat(db.get(WatchQueries.class).own()).isEmpty());
        as(given.officer, () -> assertThat(db.get(WatchQueries.class).own()).hasSize(1));
    }

    @Test
    void who_has_chosen_so_watches_what_something_was_done_with_and_what_was_ended_stays_ended() {
        as(InstallGiven.TECHNICIAN, () -> db.get(Watching.class).choose(new Watching.Choose(false, true)));
        InstallGiven.take(db, ticket);
        JobsGiven.run(db, "watches");
        as(InstallGiven.TECHNICIAN, () -> {
            assertThat(db.get(WatchQueries.class).own()).extracting(WatchQueries.Row::subjectId).containsExactly(ticket);
            db.get(Watching.class).unwatch("Ticket", ticket);
        });
        InstallGiven.work(db, tickets -> tickets.start(ticket, InstallGiven.step(db, ticket)));
        JobsGiven.run(db, "watches");
        as(InstallGiven.TECHNICIAN, () -> {
            assertThat(db.get(WatchQueries.class).own()).isEmpty();
            db.get(Watching.class).watch("Ticket", ticket);
            assertThat(db.get(WatchQueries.class).own()).hasSize(1);
        });
        assertThat(newest(InstallGiven.TECHNICIAN)).as("own deeds").isEmpty();
    }

    @Test
    void a_line_that_is_stored_late_is_told_too_and_old_ones_are_looked_at_no_more() {
        db.sql("insert into history (subject_type, subject_id, action, actor_name, at) values ('Ticket', ?, 'TicketAction.START', 'Technik', utc_timestamp(6))", ticket);
        long late = db.number("select max(id) from history");
        db.sql("update history set id = id + 1000 where id = ?", late);
        JobsGiven.run(db, "watches");
        assertThat(newest(given.officer)).hasSize(1);
        db.sql("insert into history (id, subject_type, subject_id, action, actor_name, at) values (?, 'Ticket', ?, 'TicketAction.WAIT', 'Technik', utc_timestamp(6))", late, ticket);
        JobsGiven.run(db, "watches");
        assertThat(newest(given.officer)).hasSize(2);
        db.sql("update history set at = at - interval 20 minute");
        JobsGiven.run(db, "watches");
        assertThat(db.number("select upto from history_reader where name = 'watches'")).isEqualTo(db.number("select max(id) from history"));
    }

    private List<NoticeQueries.Row> newest(String login) {
        return SchoolGiven.as(db, login, () -> db.get(NoticeQueries.class).newest(50));
    }

    private void as(String login, Runnable work) {
        SchoolGiven.as(db, login, () -> {
            work.run();
            return null;
        });
    }
}
