package de.schulpakt.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.WaitingQueries;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.Told;
import de.schulpakt.platform.job.JobsGiven;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.procurement.request.Requests;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
    void who_acts_for_somebody_is_told_on_these_days_what_that_one_s_role_is_told(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 1_000_000);
        SchoolGiven.user(db, "kollegin", Role.SCHOOL_ADMIN, null, given.school);
        SchoolGiven.user(db, "springerin", Role.TECHNICIAN, null, null);
        SchoolGiven.user(db, "aushilfe", Role.TECHNICIAN, null, null);
        deputy(db, "kollegin", "springerin", 0, false);
        deputy(db, given.officer, "aushilfe", 0, true);
        given.approve(given.submitted(given.accessPoint(45_000), 1));
        assertThat(kinds(db, "springerin")).containsExactly("message.request_approved");
        assertThat(newest(db, "springerin").get(0).reason()).isEqualTo("DEPUTY");
        assertThat(newest(db, "kollegin").get(0).reason()).isEqualTo("ROLE");
        assertThat(kinds(db, "aushilfe")).as("what moves money waits for a second person").isEmpty();
        db.sql("update deputy set waits = false");
        given.submitted(given.accessPoint(46_000), 1);
        assertThat(kinds(db, "aushilfe")).containsExactly("message.request_submitted");
        // who has the role as well is told once, and by it
        deputy(db, given.admin, "kollegin", 0, false);
        given.approve(given.submitted(given.accessPoint(47_000), 1));
        assertThat(kinds(db, "kollegin")).filteredOn("message.request_approved"::equals).hasSize(2);
        assertThat(newest(db, "kollegin").get(0).reason()).isEqualTo("ROLE");
        int before = kinds(db, "springerin").size();
        db.sql("update deputy set from_on = ?, to_on = ?", ProcurementGiven.today().plusDays(1), ProcurementGiven.today().plusDays(2));
        given.approve(given.submitted(given.accessPoint(48_000), 1));
        assertThat(kinds(db, "springerin")).as("not yet").hasSize(before);
        db.sql("update deputy set from_on = ?, ended_at = now(6)", ProcurementGiven.today());
        given.approve(given.submitted(given.accessPoint(49_000), 1));
        assertThat(kinds(db, "springerin")).as("ended").hasSize(before);
        db.sql("update deputy set ended_at = null");
        db.sql("update app_user set active = false where login = 'kollegin'");
        given.approve(given.submitted(given.accessPoint(50_000), 1));
        assertThat(kinds(db, "springerin")).as("who is gone has no deputy").filteredOn("message.request_approved"::equals).hasSize(before);
    }

    @Test
    void whose_role_from_a_claim_has_lapsed_is_told_nothing_and_neither_is_who_acts_for_that_one(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 1_000_000);
        SchoolGiven.user(db, "kollegin", Role.SCHOOL_ADMIN, null, given.school);
        SchoolGiven.user(db, "springerin", Role.TECHNICIAN, null, null);
        SchoolGiven.user(db, "techniker", Role.TECHNICIAN, null, null);
        deputy(db, "kollegin", "springerin", 0, false);
        String lapse = "update role_assignment set lapses_at = utc_timestamp(6) + interval ? hour where user_id in (select id from app_user where login in ('kollegin', 'techniker'))";
        db.sql(lapse, -1);
        given.approve(given.submitted(given.accessPoint(45_000), 1));
        everywhere(db);
        assertThat(told(db, "kollegin")).isZero();
        assertThat(told(db, "springerin")).as("a message to all technicians").isEqualTo(1);
        assertThat(told(db, "techniker")).isZero();
        assertThat(readers(db, given.school)).contains("springerin").doesNotContain("techniker");
        db.sql(lapse, 1);
        given.approve(given.submitted(given.accessPoint(46_000), 1));
        everywhere(db);
        assertThat(told(db, "kollegin")).isEqualTo(1);
        assertThat(told(db, "springerin")).isEqualTo(3);
        assertThat(told(db, "techniker")).isEqualTo(1);
        assertThat(readers(db, given.school)).contains("springerin", "techniker");
    }

    /** Something of which all are told who work tickets everywhere. */
    private static void everywhere(Db db) {
        db.tx(() -> db.get(NoticeSpread.class).write(new Told("message.ticket_opened", new Ref("Ticket", 1L, "T-1").ofNobody(), null, null, null, "Programm", Instant.now())));
    }

    private static long told(Db db, String login) {
        return db.number("select count(*) from notice n join app_user u on u.id = n.user_id where u.login = ?", login);
    }

    private static List<Object> readers(Db db, Long school) {
        String who = People.who(List.of(Permission.TICKET_WORK), new Ref("Ticket", 1L, "T-1").ofSchool(school), ProcurementGiven.today());
        return db.sql("select u.login from app_user u where " + who).stream().map(row -> row.get("login")).toList();
    }

    private static void deputy(Db db, String of, String who, int days, boolean waits) {
        db.sql("insert into deputy (user_id, deputy_id, from_on, to_on, waits, named_at) select u.id, d.id, ?, ?,"
                + " ?, now(6) from app_user u join app_user d on d.login = ? where u.login = ?", ProcurementGiven.today().plusDays(days),
                ProcurementGiven.today().plusDays(9), waits, who, of);
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
        assertThatThrownBy(() -> as(db, given.admin, () -> db.get(Notices.class).readSubject(id))).isInstanceOf(NotFound.class);
        as(db, given.officer, () -> db.get(Notices.class).readSubject(id));
        assertThat(waiting(db, given.officer)).as("what is about another subject stays").isEqualTo(1);
        as(db, given.officer, () -> db.get(Notices.class).readAll());
        assertThat(waiting(db, given.officer)).isZero();
        as(db, given.officer, () -> {
            assertThat(db.get(NoticeQueries.class).list(true, PageRequest.first()).total()).isZero();
            assertThat(db.get(NoticeQueries.class).list(false, PageRequest.first()).total()).isEqualTo(2);
        });
    }

    @Test
    void what_is_about_one_subject_is_counted_over_all_pages_by_one_statement(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long user = db.number("select id from app_user where login = ?", given.admin);
        for (int i = 0; i < 120; i++) {
            db.sql("insert into notice (user_id, kind, topic, reason, subject_type, subject_id, subject_no, told_at, read_at) values (?, 'message.request_approved', 'requests', 'ROLE', 'Request',"
                    + " ?, ?, now(6) - interval ? minute, ?)", user, i % 3 == 0 ? 1L : 1_000L + i, "B-" + (i % 3 == 0 ? 1 : 1000 + i), i, i < 60 ? null : Instant.now().toString().substring(0, 19).replace('T', ' '));
        }
        as(db, given.admin, () -> {
            NoticeQueries queries = db.get(NoticeQueries.class);
            List<NoticeQueries.Row> page = queries.list(false, new PageRequest(1, 50, null)).rows();
            int[] statements = new int[1];
            NoticeQueries.Group[] first = new NoticeQueries.Group[1];
            statements[0] = db.statements(() -> first[0] = queries.groups(page).get(0));
            assertThat(statements[0]).isEqualTo(1);
            assertThat(first[0].first().subjectNo()).isEqualTo("B-1");
            assertThat(List.of(first[0].total(), first[0].unread(), (long) first[0].earlier().size(), first[0].elsewhere())).containsExactly(40L, 20L, 16L, 23L);
            assertThat(queries.about(first[0].first().id(), new PageRequest(1, 50, null)).rows()).hasSize(40).allSatisfy(r -> assertThat(r.subjectNo()).isEqualTo("B-1"));
            db.get(Notices.class).readSubject(first[0].first().id());
            assertThat(queries.groups(queries.list(false, new PageRequest(3, 50, null)).rows()).stream().filter(g -> g.first().subjectNo().equals("B-1"))).singleElement()
                    .satisfies(g -> assertThat(List.of(g.total(), g.unread())).containsExactly(40L, 0L));
        });
        as(db, given.officer, () -> assertThatThrownBy(() -> db.get(NoticeQueries.class).about(db.number("select max(id) from notice where user_id = ?", user), new PageRequest(1, 50, null)))
                .isInstanceOf(NotFound.class));
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
    void a_digest_that_dies_between_people_or_within_a_letter_is_gone_on_with_and_a_second_one_of_the_day_loses_nothing(Db db) throws Exception {
        System.setProperty("schulpakt.mail.host", "127.0.0.1");
        try {
            ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
            List<String> people = List.of("eins", "zwei", "drei");
            for (String login : people) {
                SchoolGiven.user(db, login, Role.TECHNICIAN, null, null);
                db.sql("update app_user set email = concat(login, '@example.org') where login = ?", login);
                as(db, login, () -> db.get(Notices.class).choose(new Notices.Choose("work", NoticeWay.DIGEST)));
            }
            NoticeMails mails = db.get(NoticeMails.class);
            ticket(db, given);
            List<Long> waiting = mails.people("DIGEST");
            assertThat(waiting).hasSize(3);
            // dead after the first letter, and in the transaction of the second
            mails.writeDigest(waiting.get(0));
            assertThatThrownBy(() -> db.tx(() -> {
                mails.writeDigest(waiting.get(1));
                throw new IllegalStateException("killed");
            })).hasStackTraceContaining("killed");
            assertThat(letters(db)).hasSize(1);
            assertThat(JobsGiven.run(db, "digest")).isEqualTo("job.kind.digest_written\n2\n2");
            assertThat(letters(db)).containsExactlyInAnyOrder("eins@example.org", "zwei@example.org", "drei@example.org");
            ticket(db, given);
            assertThat(JobsGiven.run(db, "digest")).isEqualTo("job.kind.digest_written\n3\n3");
            assertThat(letters(db)).as("what came after the digest of the day").hasSize(6);
        } finally {
            System.clearProperty("schulpakt.mail.host");
        }
    }

    private static void ticket(Db db, ProcurementGiven given) throws Exception {
        as(db, given.admin, () -> db.get(de.schulpakt.install.ticket.Tickets.class)
                .open(de.schulpakt.install.ticket.Tickets.Open.of(given.school, null, "Dose prüfen", null)));
    }

    private static List<Object> letters(Db db) {
        return db.sql("select recipient from mail where name like 'digest-%' order by id").stream().map(r -> r.get("recipient")).toList();
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
