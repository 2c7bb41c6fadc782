package de.schulpakt.procurement.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.job.JobsGiven;
import de.schulpakt.platform.mail.MailState;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order sheet goes to the supplier by mail, and the order says when, to whom and by whom. */
@DbTest
class OrderMailsDbTest {
    private ProcurementGiven given;
    private Long order;
    private GreenMail server;

    @BeforeEach
    void anOrderAndAServer(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 2_000_00);
        order = given.order(given.approved(given.accessPoint(100_00), 2));
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        System.setProperty("schulpakt.mail.host", "127.0.0.1");
        System.setProperty("schulpakt.mail.port", String.valueOf(server.getSmtp().getPort()));
        System.setProperty("schulpakt.mail.tls", "none");
    }

    @AfterEach
    void noServer(Db db) {
        server.stop();
        for (String name : List.of("host", "port", "tls")) {
            System.clearProperty("schulpakt.mail." + name);
        }
        db.checks();
    }

    @Test
    void the_sheet_is_attached_kept_and_recorded_and_sent_again_only_when_somebody_says_so(Db db) throws Exception {
        send(db, null, "Bitte liefern Sie vormittags.");
        assertThat(sent(db)).singleElement().satisfies(m -> {
            assertThat(m.recipient()).isEqualTo("bestellung@example.org");
            assertThat(m.sentBy()).isNotBlank();
            assertThat(m.state()).isEqualTo(MailState.WAITING);
        });
        assertThat(JobsGiven.run(db, "mail")).contains("job.kind.mail_sent");
        MimeMessage letter = server.getReceivedMessages()[0];
        assertThat(letter.getAllRecipients()[0].toString()).contains("bestellung@example.org");
        assertThat(letter.getSubject()).isEqualTo("Bestellung " + given.orderView(order).no());
        MimeMultipart parts = (MimeMultipart) letter.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(((MimeMultipart) parts.getBodyPart(0).getContent()).getBodyPart(0).getContent().toString()).contains("Bitte liefern Sie vormittags.", "Guten Tag");
        BodyPart file = parts.getBodyPart(1);
        assertThat(file.getContentType()).startsWith("application/pdf");
        assertThat(MimeUtility.decodeText(file.getFileName())).contains(given.orderView(order).no()).endsWith(".pdf");
        assertThat(new String(file.getInputStream().readNBytes(5), StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(sent(db).get(0).state()).isEqualTo(MailState.SENT);
        assertThat(db.number("SELECT count(*) FROM paper WHERE subject_type = 'PurchaseOrder' AND subject_id = ?", order)).as("kept").isEqualTo(1);
        refused(() -> send(db, null, null), "order.sent_before");
        refused(() -> send(db, false, null), "order.sent_before");
        send(db, true, null);
        assertThat(JobsGiven.run(db, "mail")).contains("job.kind.mail_sent");
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(((MimeMultipart) ((MimeMultipart) server.getReceivedMessages()[1].getContent()).getBodyPart(0).getContent()).getBodyPart(0).getContent().toString())
                .as("the supplier is told that it is no second order").contains("dieselbe Bestellung");
        assertThat(sent(db)).hasSize(2);
        assertThat(given.orderView(order).timeline().stream().filter(l -> l.action().equals("OrderAction.SEND"))).hasSize(2);
    }

    @Test
    void without_a_server_or_an_address_nothing_is_said_to_be_sent(Db db) {
        System.clearProperty("schulpakt.mail.host");
        refused(() -> send(db, null, null), "order.no_mail_server");
        System.setProperty("schulpakt.mail.host", "127.0.0.1");
        db.sql("UPDATE supplier SET email = NULL WHERE id = ?", given.supplier);
        refused(() -> send(db, null, null), "order.no_address");
        assertThat(sent(db)).isEmpty();
        assertThat(db.number("SELECT count(*) FROM mail_file")).isZero();
    }

    @Test
    void who_presses_twice_sends_once_and_nobody_sends_what_is_not_awaited_or_not_his(Db db) {
        Integer seen = given.orderView(order).version();
        send(db, null, null);
        assertThatThrownBy(() -> SchoolGiven.as(db, given.officer, () -> {
            db.get(OrderMails.class).send(order, new OrderMails.Send(seen, true, null));
            return null;
        })).isInstanceOf(Conflict.class);
        ProcurementGiven other = ProcurementGiven.school(db, "Andere Schule");
        assertThatThrownBy(() -> SchoolGiven.as(db, other.officer, () -> db.get(OrderQueries.class).sent(order))).isInstanceOf(NotFound.class);
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Orders.class).cancelRest(order, new Orders.CancelRest(given.orderView(order).version(), "doch nicht"));
            return null;
        });
        refused(() -> send(db, true, null), "state.not_allowed");
        assertThat(sent(db)).hasSize(1);
    }

    @Test
    void the_file_is_forgotten_with_the_letter_and_what_was_sent_stays(Db db) {
        send(db, null, null);
        assertThat(JobsGiven.run(db, "mail")).contains("job.kind.mail_sent");
        db.sql("UPDATE mail SET sent_at = now(6) - INTERVAL 31 DAY, created_at = now(6) - INTERVAL 31 DAY");
        JobsGiven.run(db, "mail-age");
        assertThat(db.number("SELECT count(*) FROM mail_file")).isZero();
        assertThat(sent(db)).singleElement().satisfies(m -> assertThat(m.state()).isEqualTo(MailState.SENT));
        db.sql("DELETE FROM mail");
        assertThat(sent(db)).singleElement().satisfies(m -> assertThat(m.state()).isNull());
    }

    private void send(Db db, Boolean again, String note) {
        Integer seen = given.orderView(order).version();
        SchoolGiven.as(db, given.officer, () -> {
            db.get(OrderMails.class).send(order, new OrderMails.Send(seen, again, note));
            return null;
        });
    }

    private List<OrderQueries.Sent> sent(Db db) {
        return SchoolGiven.as(db, given.officer, () -> db.get(OrderQueries.class).sent(order));
    }

    private static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
