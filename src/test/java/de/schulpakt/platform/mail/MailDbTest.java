package de.schulpakt.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import de.schulpakt.kit.BadMailServer;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.job.JobsGiven;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Letters reach a mail server once, whatever it does: away, refusing, dropping the connection. */
@DbTest
class MailDbTest {
    private static final Pattern ID = Pattern.compile("(?m)^Message-ID: (.*)$");

    @AfterEach
    void no_server() {
        for (String name : List.of("host", "port", "tls", "from")) {
            System.clearProperty("schulpakt.mail." + name);
        }
    }

    @Test
    void a_letter_is_sent_once_in_plain_text_and_in_html(Db db) throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            use(server.getSmtp().getPort());
            db.tx(() -> db.get(Mails.class).write(letter("one", "anna@example.org")));
            db.tx(() -> db.get(Mails.class).write(letter("one", "anna@example.org")));
            assertThat(JobsGiven.run(db, "mail")).isEqualTo("job.kind.mail_sent\n1\n0");
            assertThat(JobsGiven.run(db, "mail")).as("nothing is left").isNull();
            MimeMessage[] got = server.getReceivedMessages();
            assertThat(got).hasSize(1);
            assertThat(got[0].getSubject()).isEqualTo("Bedarf für Münster");
            assertThat(got[0].getHeader("Message-ID")[0]).startsWith("<one.").endsWith("@localhost>");
            assertThat(got[0].getHeader("List-Unsubscribe")[0]).isEqualTo("<http://localhost/topics>");
            assertThat(got[0].getHeader("Auto-Submitted")[0]).isEqualTo("auto-generated");
            String all = GreenMailUtil.getWholeMessage(got[0]);
            assertThat(all).contains("text/plain", "text/html", "<p>Erste Zeile &lt;b&gt;</p>");
            assertThat(state(db)).containsExactly("SENT 1");
        } finally {
            server.stop();
        }
    }

    @Test
    void what_is_undone_is_not_sent_and_without_a_server_nothing_is_kept(Db db) throws Exception {
        assertThat(db.get(Mails.class).write(letter("none", "anna@example.org"))).isFalse();
        use(1);
        try {
            db.tx(() -> {
                db.get(Mails.class).write(letter("undone", "anna@example.org"));
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("undone");
        }
        assertThat(state(db)).isEmpty();
    }

    @Test
    void a_server_that_is_away_for_an_hour_loses_nothing_and_costs_no_try(Db db) throws Exception {
        int port;
        try (BadMailServer gone = new BadMailServer()) {
            port = gone.port();
        }
        use(port);
        db.tx(() -> {
            db.get(Mails.class).write(letter("a", "anna@example.org"));
            db.get(Mails.class).write(letter("b", "berta@example.org"));
        });
        for (int i = 0; i < 20; i++) {
            assertThat(JobsGiven.run(db, "mail")).startsWith("job.kind.mail_away");
        }
        assertThat(state(db)).containsExactly("WAITING 0", "WAITING 0");
        try (BadMailServer back = new BadMailServer()) {
            use(back.port());
            JobsGiven.run(db, "mail");
            assertThat(back.taken()).hasSize(2);
        }
        assertThat(state(db)).containsExactly("SENT 1", "SENT 1");
    }

    @Test
    void a_refused_recipient_is_dead_with_the_reason_and_holds_up_nobody(Db db) throws Exception {
        try (BadMailServer server = new BadMailServer()) {
            use(server.port());
            server.answersRecipients("550 5.1.1 no such user");
            db.tx(() -> db.get(Mails.class).write(letter("nobody", "nobody@example.org")));
            JobsGiven.run(db, "mail");
            assertThat(state(db)).containsExactly("DEAD 1");
            assertThat(db.sql("select problem from mail").get(0).get("problem").toString()).contains("no such user");
            server.answersRecipients("250 ok");
            db.tx(() -> db.get(Mails.class).write(letter("somebody", "anna@example.org")));
            JobsGiven.run(db, "mail");
            assertThat(state(db)).containsExactly("DEAD 1", "SENT 1");
            db.tx(() -> assertThat(db.get(Mails.class).again(db.number("select min(id) from mail"))).isTrue());
            JobsGiven.run(db, "mail");
            assertThat(state(db)).containsExactly("SENT 1", "SENT 1");
        }
    }

    @Test
    void for_now_refused_it_is_tried_again_with_growing_waits_and_then_dead(Db db) throws Exception {
        try (BadMailServer server = new BadMailServer()) {
            use(server.port());
            server.answersRecipients("451 4.3.0 try later");
            Instant[] now = {Instant.parse("2026-11-26T08:00:00Z")};
            db.get(Clock.class).at(now[0], () -> write(db, "later"));
            int tries = 0;
            while (state(db).equals(List.of("WAITING " + tries))) {
                db.get(Clock.class).at(now[0], () -> JobsGiven.run(db, "mail"));
                tries++;
                db.get(Clock.class).at(now[0].plusSeconds(30), () -> assertThat(JobsGiven.run(db, "mail")).as("not due yet").isNull());
                now[0] = now[0].plus(Duration.ofHours(25));
            }
            assertThat(state(db)).containsExactly("DEAD 8");
        }
    }

    @Test
    void a_connection_that_dies_after_the_letter_was_taken_shows_it_once(Db db) throws Exception {
        try (BadMailServer server = new BadMailServer()) {
            use(server.port());
            server.dropsAfterData(true);
            Instant now = Instant.parse("2026-11-26T08:00:00Z");
            db.get(Clock.class).at(now, () -> {
                write(db, "dropped");
                JobsGiven.run(db, "mail");
            });
            assertThat(state(db)).containsExactly("WAITING 1");
            server.dropsAfterData(false);
            db.get(Clock.class).at(now.plusSeconds(61), () -> JobsGiven.run(db, "mail"));
            assertThat(state(db)).containsExactly("SENT 2");
            assertThat(server.taken()).hasSize(2);
            assertThat(id(server.taken().get(0))).as("the same letter to every mail system").isEqualTo(id(server.taken().get(1)));
        }
    }

    @Test
    void a_node_that_died_while_sending_is_followed_by_another(Db db) throws Exception {
        try (BadMailServer server = new BadMailServer()) {
            use(server.port());
            Instant now = Instant.parse("2026-11-26T08:00:00Z");
            db.get(Clock.class).at(now, () -> {
                write(db, "orphan");
                assertThat(db.get(Mails.class).next()).isPresent();
                assertThat(db.get(Mails.class).next()).as("the other node").isEmpty();
            });
            db.get(Clock.class).at(now.plus(Duration.ofMinutes(6)), () -> JobsGiven.run(db, "mail"));
            assertThat(server.taken()).hasSize(1);
        }
    }

    @Test
    void words_are_forgotten_after_thirty_days_and_lines_after_ninety(Db db) throws Exception {
        try (BadMailServer server = new BadMailServer()) {
            use(server.port());
            Instant now = Instant.parse("2026-08-01T08:00:00Z");
            db.get(Clock.class).at(now, () -> {
                write(db, "old");
                JobsGiven.run(db, "mail");
            });
            db.get(Clock.class).at(now.plus(Duration.ofDays(29)), () -> JobsGiven.run(db, "mail-age"));
            assertThat(db.number("select count(*) from mail where body is not null and html is not null")).isEqualTo(1);
            db.get(Clock.class).at(now.plus(Duration.ofDays(31)), () -> JobsGiven.run(db, "mail-age"));
            assertThat(db.number("select count(*) from mail where body is null and html is null")).isEqualTo(1);
            db.get(Clock.class).at(now.plus(Duration.ofDays(91)), () -> assertThat(JobsGiven.run(db, "mail-age")).isEqualTo("job.kind.mail-age_done\n1"));
            assertThat(state(db)).isEmpty();
        }
    }

    private static void write(Db db, String name) {
        db.tx(() -> db.get(Mails.class).write(letter(name, "anna@example.org")));
    }

    private static Letter letter(String name, String to) {
        return new Letter(name, to, "Anna Öl", "Bedarf für\r\nMünster", List.of("Erste Zeile <b>", "Zweite"), "http://localhost/x?a=1&b=2", "Öffnen", "Warum",
                "http://localhost/topics");
    }

    private static List<String> state(Db db) {
        return db.sql("select concat(state, ' ', tries) as s from mail order by id").stream().map(row -> row.get("s").toString()).toList();
    }

    private static String id(String letter) {
        Matcher id = ID.matcher(letter);
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private static void use(int port) throws IOException {
        System.setProperty("schulpakt.mail.host", "127.0.0.1");
        System.setProperty("schulpakt.mail.port", String.valueOf(port));
        System.setProperty("schulpakt.mail.tls", "none");
    }
}
