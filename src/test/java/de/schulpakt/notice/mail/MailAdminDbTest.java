package de.schulpakt.notice.mail;

import static de.schulpakt.kit.IdentityGiven.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.BadMailServer;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.IdentityGiven;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.job.JobsGiven;
import org.junit.jupiter.api.Test;

/** Administrators see whether mail works and have dead letters sent again; nobody else. */
@DbTest
class MailAdminDbTest {

    @Test
    void a_dead_letter_is_sent_again_by_an_administrator_and_no_other_letter(Db db) throws Exception {
        IdentityGiven.user(db, "anna", Role.TECHNICIAN, null, null);
        try (BadMailServer server = new BadMailServer()) {
            System.setProperty("schulpakt.mail.host", "127.0.0.1");
            System.setProperty("schulpakt.mail.port", String.valueOf(server.port()));
            System.setProperty("schulpakt.mail.tls", "none");
            server.answersRecipients("550 nobody here");
            as(db, "admin", () -> db.get(MailAdmin.class).tryOut(new MailAdmin.Try("nobody@example.org")));
            long id = db.number("select max(id) from mail");
            as(db, "admin", () -> refused("mail.not_dead", () -> db.get(MailAdmin.class).sendAgain(id)));
            JobsGiven.run(db, "mail");
            as(db, "anna", () -> assertThatThrownBy(() -> db.get(MailAdmin.class).sendAgain(id)).isInstanceOf(Forbidden.class));
            server.answersRecipients("250 ok");
            as(db, "admin", () -> {
                assertThatThrownBy(() -> db.get(MailAdmin.class).sendAgain(id + 1)).isInstanceOf(NotFound.class);
                db.get(MailAdmin.class).sendAgain(id);
            });
            JobsGiven.run(db, "mail");
            assertThat(server.taken()).hasSize(1);
        } finally {
            for (String name : new String[] {"host", "port", "tls"}) {
                System.clearProperty("schulpakt.mail." + name);
            }
        }
    }

    @Test
    void without_a_mail_server_there_is_nothing_to_try(Db db) {
        IdentityGiven.user(db, "anna", Role.TECHNICIAN, null, null);
        as(db, "admin", () -> refused("mail.off", () -> db.get(MailAdmin.class).tryOut(new MailAdmin.Try("a@example.org"))));
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
