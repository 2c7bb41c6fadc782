package de.schulpakt.notice.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.imap.ImapConstants;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.Users;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.IdentityGiven;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.notice.talk.Comments;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.job.JobsGiven;
import jakarta.activation.DataHandler;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers to letters become comments of who was told, once, whatever the mailbox, the sender or the server does. */
@DbTest
class AnswersDbTest {
    private static final String BOX = "antwort@example.org";
    private static final String TECHNICIAN = "technik";
    private Db db;
    private GreenMail server;
    private GreenMailUser box;
    private ProcurementGiven given;
    private Long ticket;
    private String schoolMail;

    @BeforeEach
    void a_mailbox_and_a_letter(Db theDb) {
        db = theDb;
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        box = server.setUser(BOX, BOX, "geheim");
        set("mail.host", "127.0.0.1");
        set("mail.in.host", "127.0.0.1");
        set("mail.in.port", String.valueOf(server.getImap().getPort()));
        set("mail.in.tls", "none");
        set("mail.in.user", BOX);
        set("mail.in.password", "geheim");
        set("mail.in.address", BOX);
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.user(db, TECHNICIAN, Role.TECHNICIAN, null, null);
        ticket = InstallGiven.plain(db, given.school, "Dose prüfen");
        schoolMail = given.admin.toLowerCase(java.util.Locale.ROOT) + "@schule.example";
        db.sql("update app_user set email = ? where login = ?", schoolMail, given.admin);
        db.sql("update app_user set email = 'technik@krz.example' where login = ?", TECHNICIAN);
        db.sql("delete from notice");
    }

    @AfterEach
    void no_mailbox() {
        server.stop();
        List.of("mail.host", "mail.in.host", "mail.in.port", "mail.in.tls", "mail.in.user", "mail.in.password", "mail.in.address", "mail.in.at.once").forEach(n -> System.clearProperty("schulpakt." + n));
    }

    @Test
    void an_answer_becomes_a_comment_of_who_was_told_with_its_files_and_leaves_the_mailbox() throws Exception {
        String to = addressOf(given.admin, false);
        assertThat(to).matches("antwort\\+o[0-9a-z]+-[0-9a-v]{24}@example\\.org").hasSizeLessThan(80);
        assertThat(to.indexOf('@')).as("of a local part").isLessThanOrEqualTo(64);
        deliver(mail(schoolMail, to, "ganz anderer Betreff", "Ja, der Raum ist offen.\r\n\r\nAm 26.11.2026 um 10:00 schrieb Schulpakt <antwort@example.org>:\r\n> Neuer Kommentar\r\n"),
                "Plan.txt", "Raum 1.12");
        assertThat(run()).isEqualTo("job.kind.mail-in_read\n1\n0");
        assertThat(comments()).containsExactly("Ja, der Raum ist offen. " + given.admin + " 0");
        assertThat(db.sql("select name from paper where subject_type = 'Comment'")).extracting(r -> r.get("name")).containsExactly("Plan.txt");
        assertThat(left()).isEmpty();
        assertThat(rows()).containsExactly("TAKEN null null null");
        assertThat(run()).isNull();
    }

    @Test
    void an_answer_to_an_internal_comment_is_internal_and_a_digest_has_no_address() throws Exception {
        String to = addressOf(TECHNICIAN, true);
        assertThat(to).startsWith("antwort+i");
        assertThat(db.sql("select body from mail").toString()).contains("Ihre Antwort wird ein Kommentar, den nur die Ämter lesen");
        deliver(mail("technik@krz.example", to, "Re", "Das sage ich nur euch."));
        run();
        assertThat(comments()).containsExactly("Das sage ich nur euch. " + TECHNICIAN + " 1");
        db.sql("update notice set mail = 'DIGEST', read_at = null");
        JobsGiven.run(db, "digest");
        assertThat(db.sql("select reply_to from mail where name like 'digest%'")).isNotEmpty().allSatisfy(r -> assertThat(r.get("reply_to")).isNull());
    }

    @Test
    void without_a_mailbox_or_a_key_a_letter_has_no_address() {
        System.clearProperty("schulpakt.mail.in.host");
        assertThat(replyTo(given.admin, false)).isNull();
        set("mail.in.host", "127.0.0.1");
        String key = System.getProperty("schulpakt.key");
        System.clearProperty("schulpakt.key");
        try {
            assertThat(replyTo(given.admin, false)).isNull();
        } finally {
            System.setProperty("schulpakt.key", key);
        }
    }

    @Test
    void the_same_message_twice_is_one_comment_and_a_server_that_dies_in_between_loses_nothing() throws Exception {
        MimeMessage once = mail(schoolMail, addressOf(given.admin, false), "Re", "Einmal gesagt.");
        deliver(once);
        deliver(new MimeMessage(once));
        assertThat(run()).isEqualTo("job.kind.mail-in_read\n2\n0");
        assertThat(comments()).hasSize(1);
        // stored, and dead before the mailbox was told
        deliver(new MimeMessage(once));
        run();
        assertThat(comments()).hasSize(1);
        assertThat(left()).isEmpty();
        // dead before it was stored: it is still there
        db.sql("delete from arrived_mail");
        db.sql("delete from talk_comment");
        deliver(new MimeMessage(once));
        run();
        assertThat(comments()).hasSize(1);
    }

    @Test
    void a_mailbox_that_is_away_or_silent_is_said_and_costs_nothing() throws Exception {
        String to = addressOf(given.admin, false);
        deliver(mail(schoolMail, to, "Re", "Später gelesen."));
        String port = System.getProperty("schulpakt.mail.in.port");
        try (ServerSocket gone = new ServerSocket(0)) {
            set("mail.in.port", String.valueOf(gone.getLocalPort()));
        }
        assertThat(run()).startsWith("job.kind.mail-in_away\n127.0.0.1");
        set("mail.in.port", port);
        set("mail.in.password", "falsch");
        assertThat(run()).startsWith("job.kind.mail-in_away");
        set("mail.in.password", "geheim");
        assertThat(run()).isEqualTo("job.kind.mail-in_read\n1\n0");
        assertThat(comments()).hasSize(1);
    }

    @Test
    void what_names_nobody_or_comes_from_somebody_else_waits_and_stays_in_the_mailbox() throws Exception {
        String to = addressOf(given.admin, false);
        deliver(mail("fremd@example.com", BOX, "Frage", "Wann bekommen wir Geräte?"));
        deliver(mail(schoolMail, forged(to), "Re", "Gefälscht."));
        deliver(mail("fremd@example.com", to, "Re", "Weitergeleitet."), "Anlage.txt", "x");
        assertThat(run()).isEqualTo("job.kind.mail-in_read\n3\n0");
        assertThat(comments()).isEmpty();
        assertThat(rows()).containsExactly("WAITING UNKNOWN fremd@example.com Wann bekommen wir Geräte?", "WAITING UNKNOWN " + schoolMail + " Gefälscht.",
                "WAITING SENDER fremd@example.com Weitergeleitet.");
        assertThat(left()).hasSize(3);
        assertThat(db.number("select count(*) from paper")).isZero();
        run();
        assertThat(rows()).hasSize(3);
    }

    @Test
    void who_has_lost_the_right_says_nothing_any_more() throws Exception {
        String to = addressOf(TECHNICIAN, true);
        as(SchoolGiven.ADMIN, () -> db.get(Users.class).takeRole(db.number("select id from app_user where login = ?", TECHNICIAN), new de.schulpakt.identity.Grant(Role.TECHNICIAN, null, null)));
        deliver(mail("technik@krz.example", to, "Re", "Noch etwas."));
        run();
        as(SchoolGiven.ADMIN, () -> db.get(Users.class).activate(db.number("select id from app_user where login = ?", TECHNICIAN), false));
        deliver(mail("technik@krz.example", to, "Re", "Und noch etwas."));
        run();
        assertThat(comments()).isEmpty();
        assertThat(rows()).containsExactly("WAITING NO_RIGHT technik@krz.example Noch etwas.", "WAITING NO_RIGHT technik@krz.example Und noch etwas.");
        // a notice that is kept no longer names nobody
        db.sql("delete from notice");
        deliver(mail("technik@krz.example", to, "Re", "Zu spät."));
        run();
        assertThat(rows()).hasSize(3).last().asString().startsWith("WAITING UNKNOWN");
    }

    @Test
    void what_a_program_sends_is_forgotten_and_nothing_is_sent_back() throws Exception {
        String to = addressOf(given.admin, false);
        Map<String, String> heads = Map.of("Auto-Submitted", "auto-replied", "Precedence", "bulk", "X-Auto-Response-Suppress", "All", "X-Autoreply", "yes", "List-Id", "<l.example>",
                "Return-Path", "<>");
        for (Map.Entry<String, String> head : heads.entrySet()) {
            MimeMessage away = mail(schoolMail, to, "Abwesend", "Ich bin bis Montag nicht da.");
            away.setHeader(head.getKey(), head.getValue());
            deliver(away);
        }
        deliver(mail("MAILER-DAEMON@example.org", to, "Undelivered", "failed"));
        deliver(mail(schoolMail, to, "Re", "> nur Zitat\r\n> sonst nichts"));
        long letters = db.number("select count(*) from mail");
        run();
        assertThat(comments()).isEmpty();
        assertThat(left()).isEmpty();
        assertThat(rows()).hasSize(heads.size() + 2).allSatisfy(r -> assertThat(r).startsWith("IGNORED ")).filteredOn(r -> r.startsWith("IGNORED AUTOMATIC null")).hasSize(heads.size() + 1);
        assertThat(db.number("select count(*) from mail")).isEqualTo(letters);
        MimeMessage person = mail(schoolMail, to, "Re", "Von Hand.");
        person.setHeader("Auto-Submitted", "no");
        deliver(person);
        run();
        assertThat(comments()).hasSize(1);
    }

    @Test
    void of_html_alone_the_words_are_read_and_pictures_in_it_are_left() throws Exception {
        MimeMessage message = mail(schoolMail, addressOf(given.admin, false), "Re", "x");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<html><head><style>p{}</style></head><body><p>Gr&uuml;&szlig;e &amp; Dank,<br>Raum&nbsp;1.12</p><img src=\"cid:logo\">"
                + "<div class=\"gmail_quote\">Am Montag schrieb Schulpakt:<blockquote>alt</blockquote></div></body></html>", "text/html; charset=utf-8");
        MimeBodyPart logo = new MimeBodyPart();
        logo.setDataHandler(new DataHandler(new ByteArrayDataSource(new byte[] {1, 2}, "image/png")));
        logo.setFileName("logo.png");
        logo.setHeader("Content-ID", "<logo>");
        logo.setDisposition("inline");
        message.setContent(new MimeMultipart("related", html, logo));
        message.saveChanges();
        deliver(message);
        run();
        assertThat(comments()).containsExactly("Grüße & Dank,\nRaum 1.12 " + given.admin + " 0");
        assertThat(db.number("select count(*) from paper")).isZero();
    }

    @Test
    void a_file_that_is_refused_keeps_back_neither_the_words_nor_the_others() throws Exception {
        MimeMessage message = mail(schoolMail, addressOf(given.admin, false), "Re", "x");
        message.setContent(new MimeMultipart(text("Drei Anlagen, @niemand weiß es."), file("gross.txt", "text/plain", new byte[30 << 20]), file("virus.exe", "application/octet-stream",
                new byte[] {'M', 'Z', 0, 1, 2}), file("gut.txt", "text/plain", "gut".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        message.saveChanges();
        deliver(message);
        assertThat(run()).isEqualTo("job.kind.mail-in_read\n1\n0");
        assertThat(db.sql("select name from paper")).extracting(r -> r.get("name")).containsExactly("gut.txt");
        assertThat(comments()).singleElement().asString().startsWith("Drei Anlagen, @ niemand weiß es.").contains("Nicht übernommen: gross.txt", "25 MB", "Nicht übernommen: virus.exe");
    }

    @Test
    void files_that_the_house_does_not_keep_do_not_keep_back_the_words() throws Exception {
        String to = addressOf(given.admin, false);
        db.sql("update paper_kind set offered = false where code = 'OTHER'");
        deliver(mail(schoolMail, to, "Re", "Mit Anlage."), "Plan.txt", "x");
        run();
        db.sql("update paper_kind set offered = true where code = 'OTHER'");
        assertThat(db.number("select count(*) from paper")).isZero();
        assertThat(comments()).singleElement().asString().startsWith("Mit Anlage.").contains("Anhänge wurden nicht übernommen");
    }

    @Test
    void more_than_twenty_an_hour_of_one_person_wait() throws Exception {
        String to = addressOf(given.admin, false);
        for (int i = 0; i < 22; i++) {
            deliver(mail(schoolMail, to, "Re", "Antwort " + i));
        }
        run();
        assertThat(comments()).hasSize(20);
        assertThat(rows()).filteredOn(r -> r.startsWith("WAITING TOO_MANY")).hasSize(2);
    }

    @Test
    void an_administrator_assigns_what_waits_in_the_own_name_and_its_files_follow() throws Exception {
        String to = addressOf(given.admin, false);
        deliver(mail("privat@example.com", to, "Re", "Ich schreibe von daheim, @" + given.officer + "."), "Foto.txt", "Bild");
        deliver(mail("fremd@example.com", BOX, "Frage", "Wohin damit?"));
        run();
        Long known = id("SENDER");
        Long unknown = id("UNKNOWN");
        as(given.officer, () -> {
            assertThatThrownBy(() -> arrivals().assign(known, new Arrivals.Assign(1, null, false))).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> arrivals().drop(known, new Arrivals.Drop(1))).isInstanceOf(Forbidden.class);
        });
        as(SchoolGiven.ADMIN, () -> {
            assertThatThrownBy(() -> arrivals().assign(-1, new Arrivals.Assign(1, null, false))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> arrivals().assign(known, new Arrivals.Assign(7, null, false))).isInstanceOf(Conflict.class);
            for (String page : new String[] {null, "", "/install/ticket.xhtml?id=999999", "/identity/user.xhtml?id=1", "javascript:alert(1)", "/install/ticket.xhtml?id=x"}) {
                refused("answer.subject", () -> arrivals().assign(unknown, new Arrivals.Assign(1, page, false)));
            }
            assertThat(db.get(ArrivedQueries.class).view(known).files()).containsExactly("Foto.txt");
            arrivals().assign(known, new Arrivals.Assign(1, null, null));
            refused("answer.worked", () -> arrivals().assign(known, new Arrivals.Assign(2, null, false)));
            refused("answer.worked", () -> arrivals().drop(known, new Arrivals.Drop(2)));
            arrivals().assign(unknown, new Arrivals.Assign(1, "https://schulpakt.example/install/ticket.xhtml?id=" + ticket + "#reden", true));
        });
        assertThat(comments()).containsExactly("E-Mail von privat@example.com:\n\nIch schreibe von daheim, @ " + given.officer + ". " + SchoolGiven.ADMIN + " 0",
                "E-Mail von fremd@example.com:\n\nWohin damit? " + SchoolGiven.ADMIN + " 1");
        assertThat(db.sql("select sender, subject, words, files from arrived_mail")).allSatisfy(r -> assertThat(r.values()).containsOnlyNulls());
        assertThat(left()).hasSize(2);
        run();
        assertThat(left()).isEmpty();
        assertThat(db.sql("select name from paper")).extracting(r -> r.get("name")).containsExactly("Foto.txt");
        assertThat(comments()).hasSize(2);
    }

    @Test
    void whom_the_address_names_is_told_once_what_becomes_of_an_answer_and_the_sender_is_not() throws Exception {
        String to = addressOf(given.admin, false);
        db.sql("delete from notice where kind like 'message.answer%'");
        long letters = db.number("select count(*) from mail where recipient = 'privat@example.com'");
        for (int i = 0; i < 3; i++) {
            deliver(mail("privat@example.com", to, "Re", "Von daheim " + i));
        }
        deliver(mail("fremd@example.com", BOX, "Frage", "Werbung"));
        run();
        String no = db.sql("select no from ticket where id = ?", ticket).get(0).get("no").toString();
        assertThat(told()).containsExactly(given.admin + " message.answer_waits Ticket " + no);
        List<Long> waiting = db.sql("select id from arrived_mail where reason = 'SENDER' order by id").stream().map(r -> ((Number) r.get("id")).longValue()).toList();
        as(SchoolGiven.ADMIN, () -> {
            arrivals().assign(waiting.get(0), new Arrivals.Assign(1, null, false));
            arrivals().drop(waiting.get(1), new Arrivals.Drop(1));
            arrivals().drop(id("UNKNOWN"), new Arrivals.Drop(1));
        });
        assertThat(told()).containsExactly(given.admin + " message.answer_waits Ticket " + no, given.admin + " message.answer_assigned Ticket " + no,
                given.admin + " message.answer_dropped Ticket " + no);
        assertThat(db.number("select count(*) from mail where recipient = 'privat@example.com'")).isEqualTo(letters);
    }

    @Test
    void a_message_that_waits_or_is_dropped_leaves_open_what_others_were_asked_to_do_there() throws Exception {
        String to = addressOf(given.admin, false);
        db.sql("insert into notice (user_id, kind, topic, reason, subject_type, subject_id, subject_no, school_id, actor_name, told_at)"
                + " select id, 'message.ticket_assigned', 'own_work', 'PERSON', 'Ticket', ?, 'T', ?, 'F', now(6) from app_user where login = ?", ticket, given.school, TECHNICIAN);
        String open = "select count(*) from notice where kind = 'message.ticket_assigned' and read_at is null";
        deliver(mail("privat@example.com", to, "Re", "Von daheim"));
        run();
        assertThat(told()).hasSize(1);
        assertThat(db.number(open)).isEqualTo(1);
        as(SchoolGiven.ADMIN, () -> arrivals().drop(id("SENDER"), new Arrivals.Drop(1)));
        assertThat(told()).hasSize(2);
        assertThat(db.number(open)).isEqualTo(1);
    }

    private List<String> told() {
        return db.sql("select u.login, n.kind, n.subject_type, n.subject_no from notice n join app_user u on u.id = n.user_id where n.kind like 'message.answer%' order by n.id")
                .stream().map(r -> r.get("login") + " " + r.get("kind") + " " + r.get("subject_type") + " " + r.get("subject_no")).toList();
    }

    @Test
    void what_is_dropped_or_has_waited_too_long_goes_with_its_words() throws Exception {
        deliver(mail("fremd@example.com", BOX, "Frage", "Werbung"));
        deliver(mail("fremd@example.com", BOX, "Frage", "Noch mehr Werbung"));
        run();
        as(SchoolGiven.ADMIN, () -> arrivals().drop(db.number("select min(id) from arrived_mail"), new Arrivals.Drop(1)));
        assertThat(JobsGiven.run(db, "mail-in-age")).isEqualTo("job.kind.mail-in-age_done\n0");
        db.get(Clock.class).at(Instant.now().plus(Duration.ofDays(91)), () -> assertThat(JobsGiven.run(db, "mail-in-age")).isEqualTo("job.kind.mail-in-age_done\n1"));
        assertThat(rows()).containsExactly("DROPPED UNKNOWN null null", "DROPPED UNKNOWN null null");
        db.get(Clock.class).at(Instant.now().plus(Duration.ofDays(181)), () -> JobsGiven.run(db, "mail-in-age"));
        assertThat(rows()).as("as long as the mailbox has them").hasSize(2);
        run();
        assertThat(left()).isEmpty();
        db.get(Clock.class).at(Instant.now().plus(Duration.ofDays(181)), () -> JobsGiven.run(db, "mail-in-age"));
        assertThat(rows()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_decoded_keeps_back_neither_the_words_nor_the_messages_behind() throws Exception {
        String to = addressOf(given.admin, false);
        deliver(raw(to, "base64", "R3V0Z"));
        deliver(raw(to, "x-unbekannt", "abc"));
        deliver(mail(schoolMail, to, "Re", "Und das noch."));
        assertThat(run()).isEqualTo("job.kind.mail-in_read\n3\n0");
        assertThat(comments()).hasSize(3).last().asString().startsWith("Und das noch.");
        assertThat(comments().subList(0, 2)).allSatisfy(c -> assertThat(c).startsWith("Mit Anlage.").contains("Nicht übernommen: kaputt.txt. Die Datei ist unvollständig"));
        assertThat(db.sql("select name from paper")).extracting(r -> r.get("name")).containsExactly("gut.txt", "gut.txt");
        assertThat(left()).isEmpty();
    }

    @Test
    void a_mailbox_that_goes_away_while_a_message_is_read_is_no_message_that_cannot_be_read() throws Exception {
        Store store = Session.getInstance(AnswerSettings.read().session()).getStore("imap");
        store.connect("127.0.0.1", server.getImap().getPort(), BOX, "geheim");
        try (store) {
            Folder away = store.getFolder("INBOX");
            MimeMessage cut = new MimeMessage(mail(schoolMail, addressOf(given.admin, false), "Re", "Abgebrochen.")) {
                @Override
                public Folder getFolder() {
                    return away;
                }

                @Override
                public InputStream getInputStream() throws IOException {
                    throw new IOException("gone");
                }
            };
            assertThatThrownBy(() -> db.get(AnswerDesk.class).take(cut)).isInstanceOf(FolderClosedException.class);
        }
        assertThat(rows()).isEmpty();
    }

    @Test
    void when_as_many_wait_as_may_an_answer_behind_them_is_read_and_nothing_runs_in_circles() throws Exception {
        set("mail.in.at.once", "4");
        String to = addressOf(given.admin, false);
        db.sql("insert into arrived_mail (message_hash, state, reason, arrived_at, left_there) select concat('w', seq), 'WAITING', 'UNKNOWN', now(6), true from seq_1_to_1000");
        for (int i = 0; i < 5; i++) {
            deliver(mail("fremd@example.com", BOX, "Frage", "Werbung " + i));
        }
        deliver(mail(schoolMail, to, "Re", "Dahinter."));
        assertThat(JobsGiven.again(db, "mail-in")).isFalse();
        assertThat(comments()).hasSize(1);
        assertThat(left()).hasSize(5);
    }

    @Test
    void files_of_a_message_behind_many_that_wait_follow() throws Exception {
        set("mail.in.at.once", "4");
        for (int i = 0; i < 4; i++) {
            deliver(mail("fremd@example.com", BOX, "Frage", "Werbung " + i));
        }
        deliver(mail("fremd@example.com", BOX, "Frage", "Mit Anlage."), "Foto.txt", "Bild");
        assertThat(JobsGiven.again(db, "mail-in")).isTrue();
        assertThat(JobsGiven.again(db, "mail-in")).isFalse();
        Long last = db.number("select id from arrived_mail where words = 'Mit Anlage.'");
        as(SchoolGiven.ADMIN, () -> arrivals().assign(last, new Arrivals.Assign(1, "/install/ticket.xhtml?id=" + ticket, false)));
        run();
        assertThat(db.sql("select name from paper")).extracting(r -> r.get("name")).containsExactly("Foto.txt");
        assertThat(left()).hasSize(4);
    }

    @Test
    void what_has_nothing_to_become_a_comment_is_not_assigned_and_a_refused_file_is_named() throws Exception {
        for (String words : List.of("groß", "unlesbar", "leer")) {
            deliver(mail("fremd@example.com", BOX, "Frage", words));
        }
        MimeMessage message = mail("fremd@example.com", BOX, "Frage", "x");
        message.setContent(new MimeMultipart(text("Zwei Anlagen."), file("virus.exe", "application/octet-stream", new byte[] {'M', 'Z', 0, 1, 2}),
                file("gut.txt", "text/plain", "gut".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        message.saveChanges();
        deliver(message);
        run();
        db.sql("update arrived_mail set reason = 'TOO_LARGE' where words = 'groß'");
        db.sql("update arrived_mail set reason = 'UNREADABLE' where words = 'unlesbar'");
        Long empty = db.number("select id from arrived_mail where words = 'leer'");
        db.sql("update arrived_mail set words = null where id = ?", empty);
        String page = "/install/ticket.xhtml?id=" + ticket;
        as(SchoolGiven.ADMIN, () -> {
            for (Long id : List.of(id("TOO_LARGE"), id("UNREADABLE"), empty)) {
                refused("answer.empty", () -> arrivals().assign(id, new Arrivals.Assign(1, page, false)));
            }
            arrivals().assign(db.number("select id from arrived_mail where words = 'Zwei Anlagen.'"), new Arrivals.Assign(1, page, false));
        });
        run();
        assertThat(comments()).singleElement().asString().startsWith("E-Mail von fremd@example.com:\n\nZwei Anlagen.\n\nNicht übernommen: virus.exe");
        assertThat(db.sql("select name from paper")).extracting(r -> r.get("name")).containsExactly("gut.txt");
        assertThat(left()).hasSize(3);
    }

    @Test
    void an_address_that_was_signed_with_the_former_key_is_good_while_the_key_is_changed() throws Exception {
        String to = addressOf(given.admin, false);
        String key = System.getProperty("schulpakt.key");
        try {
            set("key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
            set("key.old", key);
            deliver(mail(schoolMail, to, "Re", "Unterwegs."));
            run();
            assertThat(comments()).hasSize(1);
            System.clearProperty("schulpakt.key.old");
            deliver(mail(schoolMail, to, "Re", "Zu spät."));
            run();
            assertThat(rows()).last().asString().startsWith("WAITING UNKNOWN");
        } finally {
            set("key", key);
            System.clearProperty("schulpakt.key.old");
        }
    }

    @Test
    void a_message_that_is_known_is_refused_by_the_database(Db one) {
        one.sql("insert into arrived_mail (message_hash, state, arrived_at, left_there) values ('x', 'IGNORED', now(6), false)");
        assertThatThrownBy(() -> one.sql("insert into arrived_mail (message_hash, state, arrived_at, left_there) values ('x', 'IGNORED', now(6), false)"))
                .hasStackTraceContaining("arrived_mail_once");
    }

    private Arrivals arrivals() {
        return db.get(Arrivals.class);
    }

    private Long id(String reason) {
        return db.number("select id from arrived_mail where reason = ?", reason);
    }

    /** The address to which somebody answers who was told of a comment at the ticket. */
    private String addressOf(String login, boolean internal) {
        String found = replyTo(login, internal);
        db.sql("delete from talk_comment");
        return found;
    }

    private String replyTo(String login, boolean internal) {
        as(login, () -> db.get(de.schulpakt.notice.talk.Watching.class).watch("Ticket", ticket));
        as(given.officer, () -> db.get(Comments.class).write(new Comments.Write("Ticket", ticket, "Ist der Raum offen?", internal)));
        db.sql("update notice set mail = 'NOW' where user_id = (select id from app_user where login = ?)", login);
        JobsGiven.run(db, "notices");
        Object found = db.sql("select reply_to from mail order by id desc limit 1").get(0).get("reply_to");
        return found == null ? null : found.toString();
    }

    private static String forged(String address) {
        char last = address.charAt(address.indexOf('@') - 1);
        return address.replace(last + "@", (last == 'a' ? 'b' : 'a') + "@");
    }

    private List<String> comments() {
        return db.sql("select c.text, u.login, c.internal from talk_comment c join app_user u on u.id = c.actor_id order by c.id").stream()
                .map(r -> r.get("text") + " " + r.get("login") + " " + (Boolean.parseBoolean(r.get("internal").toString()) || "1".equals(r.get("internal").toString()) ? 1 : 0)).toList();
    }

    private List<String> rows() {
        return db.sql("select state, reason, sender, words from arrived_mail order by id").stream()
                .map(r -> r.get("state") + " " + r.get("reason") + " " + r.get("sender") + " " + r.get("words")).toList();
    }

    private String run() {
        return JobsGiven.run(db, "mail-in");
    }

    private void as(String login, Runnable work) {
        IdentityGiven.as(db, login, work);
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static void set(String name, String value) {
        System.setProperty("schulpakt." + name, value);
    }

    private MimeMessage mail(String from, String to, String subject, String text) throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        message.setSentDate(java.util.Date.from(java.time.Instant.now()));
        message.saveChanges();
        message.setHeader("Message-ID", "<" + UUID.randomUUID() + "@client.example>");
        return message;
    }

    /** Words, a file that cannot be decoded, and one that can. */
    private MimeMessage raw(String to, String encoding, String content) throws Exception {
        String text = String.join("\r\n", "From: " + schoolMail, "To: " + to, "Subject: Re", "Message-ID: <" + UUID.randomUUID() + "@client.example>", "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: text/plain", "", "Mit Anlage.", "--b", "Content-Type: text/plain; name=kaputt.txt",
                "Content-Transfer-Encoding: " + encoding, "Content-Disposition: attachment; filename=kaputt.txt", "", content, "--b",
                "Content-Type: text/plain; name=gut.txt", "Content-Disposition: attachment; filename=gut.txt", "", "gut", "--b--", "");
        return new MimeMessage(Session.getInstance(new Properties()), new java.io.ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }

    private void deliver(MimeMessage message) {
        box.deliver(message);
    }

    private void deliver(MimeMessage message, String name, String content) throws Exception {
        String text = message.getContent().toString();
        message.setContent(new MimeMultipart(text(text), file(name, "text/plain", content.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        String id = message.getHeader("Message-ID")[0];
        message.saveChanges();
        message.setHeader("Message-ID", id);
        deliver(message);
    }

    private static MimeBodyPart text(String text) throws Exception {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8");
        return part;
    }

    private static MimeBodyPart file(String name, String type, byte[] content) throws Exception {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
        part.setFileName(name);
        part.setDisposition("attachment");
        return part;
    }

    /** What is in the mailbox and not on its way out. */
    private List<Flags> left() throws Exception {
        MailFolder folder = server.getManagers().getImapHostManager().getFolder(box, ImapConstants.INBOX_NAME);
        return folder.getMessages().stream().map(m -> m.getFlags()).filter(f -> !f.contains(Flags.Flag.DELETED)).toList();
    }
}
