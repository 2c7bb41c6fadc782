package de.schulpakt.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.WaitingQueries;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.job.JobsGiven;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.procurement.request.Requests;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who hears of what, and who does not. */
@DbTest
class NoticesDbTest {
    private static final Pattern KEY = Pattern.compile("\"(message\\.[a-z_.]+)\"");

    @Test
    void those_hear_of_a_request_whom_it_concerns_and_nobody_else(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 100_000);
        SchoolGiven.user(db, "kollegin", Role.SCHOOL_ADMIN, null, given.school);
        Long other = SchoolGiven.school(db, "Andere Schule");
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, other);
        SchoolGiven.user(db, "technikerin", Role.TECHNICIAN, null, null);
        Long elsewhere = SchoolGiven.authority(db, "Anderer Träger");
        SchoolGiven.user(db, "fremdes.amt", Role.FUNDING_OFFICER, elsewhere, null);
        Long id = given.submitted(given.accessPoint(45_000), 1);

        assertThat(kinds(db, given.officer)).containsExactly("message.request_submitted");
        assertThat(kinds(db, given.admin)).as("who did it").containsExactly("message.budget_opened");
        assertThat(kinds(db, "kollegin")).as("not hers to decide").isEmpty();
        given.approve(id);
        assertThat(kinds(db, given.admin)).containsExactly("message.request_approved", "message.budget_opened");
        assertThat(kinds(db, "kollegin")).containsExactly("message.request_approved");
        for (String nobody : List.of("fremd", "technikerin", "fremdes.amt")) {
            assertThat(kinds(db, nobody)).as(nobody).isEmpty();
        }
        NoticeQueries.Row row = newest(db, "kollegin").get(0);
        assertThat(row.school()).isEqualTo("Görres-Gymnasium");
        assertThat(row.why()).isEqualTo(NoticeReason.ROLE);
        assertThat(row.subjectId()).isEqualTo(id);
    }

    @Test
    void what_is_undone_was_told_to_nobody(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long id = given.submitted(given.accessPoint(45_000), 1);
        assertThatThrownBy(() -> given.approve(id)).as("no budget").isInstanceOf(Refused.class);
        assertThat(kinds(db, given.admin)).isEmpty();
    }

    @Test
    void what_asked_for_something_is_read_for_all_once_somebody_has_done_it(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 100_000);
        SchoolGiven.user(db, "kollege.im.amt", Role.FUNDING_OFFICER, null, null);
        Long id = given.submitted(given.accessPoint(45_000), 1);
        given.submitted(given.accessPoint(45_000), 1);
        assertThat(waiting(db, "kollege.im.amt")).isEqualTo(2);
        given.approve(id);
        assertThat(waiting(db, "kollege.im.amt")).as("the other request").isEqualTo(1);
        assertThat(waiting(db, given.officer)).isEqualTo(1);
        assertThat(kinds(db, "kollege.im.amt")).hasSize(2);
        as(db, given.officer, () -> assertThat(db.get(NoticeQueries.class).list(true, PageRequest.first()).rows()).extracting(NoticeQueries.Row::subjectId)
                .doesNotContain(id));
    }

    @Test
    void a_notice_is_read_unread_and_all_are_read_and_no_foreign_one_is(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.submitted(given.accessPoint(45_000), 1);
        given.submitted(given.accessPoint(45_000), 1);
        long id = newest(db, given.officer).get(0).id();
        assertThat(waiting(db, given.officer)).isEqualTo(2);
        as(db, given.officer, () -> assertThat(db.get(Notices.class).open(id).type()).isEqualTo("Request"));
        assertThat(waiting(db, given.officer)).isEqualTo(1);
        as(db, given.officer, () -> db.get(Notices.class).unread(id));
        assertThat(waiting(db, given.officer)).isEqualTo(2);
        as(db, given.admin, () -> {
            assertThatThrownBy(() -> db.get(Notices.class).open(id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> db.get(Notices.class).read(id)).isInstanceOf(NotFound.class);
            db.get(Notices.class).readAll();
        });
        assertThat(waiting(db, given.officer)).isEqualTo(2);
        as(db, given.officer, () -> db.get(Notices.class).readAll());
        assertThat(waiting(db, given.officer)).isZero();
        as(db, given.officer, () -> {
            assertThat(db.get(NoticeQueries.class).list(true, PageRequest.first()).total()).isZero();
            assertThat(db.get(NoticeQueries.class).list(false, PageRequest.first()).total()).isEqualTo(2);
        });
    }

    @Test
    void what_somebody_does_not_want_to_hear_of_is_not_told_but_what_the_office_needs_is(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.user(db, "technikerin", Role.TECHNICIAN, null, null);
        SchoolGiven.user(db, "techniker", Role.TECHNICIAN, null, null);
        as(db, "technikerin", () -> {
            assertThat(db.get(NoticeQueries.class).topics()).contains(new NoticeQueries.Topic("work", NoticeWay.INBOX, false),
                    new NoticeQueries.Topic("own_work", NoticeWay.INBOX, true)).noneMatch(t -> t.topic().equals("to_decide"));
            db.get(Notices.class).choose(new Notices.Choose("work", NoticeWay.NONE));
            db.get(Notices.class).choose(new Notices.Choose("work", NoticeWay.NONE));
            assertThatThrownBy(() -> db.get(Notices.class).choose(new Notices.Choose("own_work", NoticeWay.NONE)))
                    .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo("notice.needed"));
            assertThatThrownBy(() -> db.get(Notices.class).choose(new Notices.Choose("to_decide", NoticeWay.INBOX))).isInstanceOf(NotFound.class);
        });
        as(db, given.admin, () -> db.get(de.schulpakt.install.ticket.Tickets.class)
                .open(de.schulpakt.install.ticket.Tickets.Open.of(given.school, null, "Dose prüfen", null)));
        assertThat(kinds(db, "techniker")).containsExactly("message.ticket_opened");
        assertThat(kinds(db, "technikerin")).isEmpty();
        as(db, "technikerin", () -> db.get(Notices.class).choose(new Notices.Choose("work", NoticeWay.INBOX)));
        as(db, given.admin, () -> db.get(de.schulpakt.install.ticket.Tickets.class)
                .open(de.schulpakt.install.ticket.Tickets.Open.of(given.school, null, "Dose prüfen", null)));
        assertThat(kinds(db, "technikerin")).containsExactly("message.ticket_opened");
    }

    @Test
    void hundred_people_are_told_in_one_statement(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        long few = statements(db, given);
        db.sql("insert into app_user (login, name, password_hash, active, created_at) select concat('viele', seq), 'V', 'x', 1, now(6) from seq_1_to_100");
        db.sql("insert into role_assignment (user_id, role) select id, 'FUNDING_OFFICER' from app_user where login like 'viele%'");
        assertThat(statements(db, given)).isEqualTo(few);
        assertThat(db.number("select count(*) from notice n join app_user u on u.id = n.user_id where u.login like 'viele%'")).isEqualTo(100);
    }

    private static long statements(Db db, ProcurementGiven given) {
        Long id = given.draft(List.of(new Requests.Line(given.accessPoint(45_000), given.room, 1)));
        return db.statements(() -> given.submit(id));
    }

    @Test
    void every_kind_has_its_sentence_its_topic_and_a_room_that_brings_it(Db db) throws IOException {
        Set<String> told = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java") && !p.toString().endsWith("Register.java")).toList()) {
                Matcher keys = KEY.matcher(Files.readString(source));
                while (keys.find()) {
                    told.add(keys.group(1));
                }
            }
        }
        List<NoticeKind> kinds = CDI.current().select(NoticeKind.class, jakarta.enterprise.inject.Any.Literal.INSTANCE).stream().toList();
        Set<String> brought = kinds.stream().map(NoticeKind::key).collect(Collectors.toSet());
        assertThat(brought).isEqualTo(told);
        for (NoticeKind kind : kinds) {
            for (Locale locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
                assertThat(Texts.get(locale, kind.key(), "B-1")).contains("B-1").doesNotContain("???");
                assertThat(Texts.get(locale, "notice.topic." + kind.topic())).doesNotContain("???");
            }
        }
    }

    @Test
    void the_bell_costs_no_statement_of_its_own(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.submitted(given.accessPoint(45_000), 1);
        as(db, given.officer, () -> assertThat(db.statements(() -> db.get(WaitingQueries.class).waiting())).isEqualTo(1));
    }

    @Test
    void who_wants_mail_gets_one_letter_a_notice_or_one_a_day_and_nothing_that_was_read(Db db) throws Exception {
        System.setProperty("schulpakt.mail.host", "127.0.0.1");
        try {
            ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
            SchoolGiven.user(db, "technikerin", Role.TECHNICIAN, null, null);
            SchoolGiven.user(db, "techniker", Role.TECHNICIAN, null, null);
            SchoolGiven.user(db, "ohne.adresse", Role.TECHNICIAN, null, null);
            db.sql("update app_user set email = concat(login, '@example.org'), language = 'en' where login in ('technikerin', 'techniker')");
            for (String login : List.of("technikerin", "ohne.adresse")) {
                as(db, login, () -> db.get(Notices.class).choose(new Notices.Choose("work", NoticeWay.MAIL)));
            }
            as(db, "techniker", () -> db.get(Notices.class).choose(new Notices.Choose("work", NoticeWay.DIGEST)));
            for (int i = 0; i < 3; i++) {
                as(db, given.admin, () -> db.get(de.schulpakt.install.ticket.Tickets.class)
                        .open(de.schulpakt.install.ticket.Tickets.Open.of(given.school, null, "Dose prüfen", null)));
            }
            long first = newest(db, "technikerin").get(2).id();
            as(db, "technikerin", () -> db.get(Notices.class).read(first));
            assertThat(JobsGiven.run(db, "notices")).isEqualTo("job.kind.notices_written\n3\n1");
            assertThat(JobsGiven.run(db, "notices")).isNull();
            assertThat(JobsGiven.run(db, "digest")).isEqualTo("job.kind.digest_written\n3\n1");
            assertThat(JobsGiven.run(db, "digest")).isNull();
            assertThat(db.sql("select recipient, subject from mail order by id")).extracting(row -> row.get("recipient") + " " + row.get("subject"))
                    .satisfiesExactly(a -> assertThat(a.toString()).startsWith("technikerin@example.org New ticket T-"),
                            b -> assertThat(b.toString()).startsWith("technikerin@example.org New ticket T-"),
                            c -> assertThat(c).isEqualTo("techniker@example.org 3 new notices"));
        } finally {
            System.clearProperty("schulpakt.mail.host");
        }
    }

    @Test
    void notices_are_forgotten_after_ninety_days(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.submitted(given.accessPoint(45_000), 1);
        given.submitted(given.accessPoint(45_000), 1);
        db.sql("update notice set told_at = now(6) - interval 91 day order by id limit 1");
        assertThat(JobsGiven.run(db, "notice-age")).isEqualTo("job.kind.notice-age_done\n1");
        assertThat(kinds(db, given.officer)).hasSize(1);
    }

    private static List<String> kinds(Db db, String login) {
        return newest(db, login).stream().map(NoticeQueries.Row::kind).toList();
    }

    private static List<NoticeQueries.Row> newest(Db db, String login) {
        return SchoolGiven.as(db, login, () -> db.get(NoticeQueries.class).newest(50));
    }

    private static long waiting(Db db, String login) {
        return SchoolGiven.as(db, login, () -> db.get(WaitingQueries.class).waiting()).getOrDefault("notices", 0L);
    }

    private static void as(Db db, String login, Runnable work) {
        SchoolGiven.as(db, login, () -> {
            work.run();
            return null;
        });
    }
}
