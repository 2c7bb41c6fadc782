package de.schulpakt.procurement.award;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.job.JobsGiven;
import de.schulpakt.platform.mail.MailState;
import de.schulpakt.procurement.catalogue.Contracts;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Companies of an award file are asked for their offer by mail, each by itself, and nobody twice unawares. */
@DbTest
class AwardInvitesDbTest {
    private static final LocalDate DAY = ProcurementGiven.today();
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(US_ASCII);
    private Db db;
    private ProcurementGiven given;
    private GreenMail server;
    private Long file;
    private Long known;
    private Long other;

    @BeforeEach
    void twoCompaniesAndAServer(Db kit) {
        db = kit;
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 90_000_00);
        file = SchoolGiven.as(db, given.officer, () -> db.get(Awards.class).open(new Awards.Open(given.authority, new Awards.Facts("Access Points", AwardKind.NEGOTIATED,
                db.number("SELECT max(id) FROM programme"), Category.WLAN, 15_000_00L, "Katalog", DAY, null, null, null))));
        known = ask(given.supplier, null);
        other = ask(null, "Netzbau GmbH");
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        System.setProperty("schulpakt.mail.host", "127.0.0.1");
        System.setProperty("schulpakt.mail.port", String.valueOf(server.getSmtp().getPort()));
        System.setProperty("schulpakt.mail.tls", "none");
    }

    @AfterEach
    void noServer() {
        server.stop();
        for (String name : List.of("host", "port", "tls")) {
            System.clearProperty("schulpakt.mail." + name);
        }
        db.checks();
    }

    @Test
    void each_company_gets_its_own_letter_with_the_files_and_it_is_kept_who_was_asked_until_when() throws Exception {
        Long paper = attach();
        invite(List.of(new AwardInvites.To(known, null), new AwardInvites.To(other, "angebot@netzbau.example")), false, List.of(paper));
        assertThat(invited()).extracting(AwardQueries.Invited::email).containsExactly("bestellung@example.org", "angebot@netzbau.example");
        assertThat(invited()).allSatisfy(i -> {
            assertThat(i.answerUntil()).isEqualTo(DAY.plusDays(14));
            assertThat(i.files()).isEqualTo("leistung.pdf");
            assertThat(i.mail()).isEqualTo(MailState.WAITING);
        });
        assertThat(JobsGiven.run(db, "mail")).contains("job.kind.mail_sent");
        MimeMessage[] letters = server.getReceivedMessages();
        assertThat(letters).hasSize(2);
        MimeMessage second = Arrays.stream(letters).filter(m -> to(m).contains("netzbau")).findFirst().orElseThrow();
        assertThat(second.getSubject()).contains("Access Points");
        assertThat(second.getReplyTo()[0].toString()).contains("vergabe@traeger.example");
        MimeMultipart parts = (MimeMultipart) second.getContent();
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        String words = ((MimeMultipart) parts.getBodyPart(0).getContent()).getBodyPart(0).getContent().toString();
        assertThat(words).contains("24 Geräte", "vergabe@traeger.example").doesNotContain("15.000", "Lieferant");
        assertThat(view().timeline().get(0).facts().toString()).contains("said.award_invited", "Netzbau GmbH");
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Awards.class).answer(file, other, new Awards.Answer(view().version(), BidState.OFFERED, DAY, 14_000_00L, null, null));
            return null;
        });
        assertThat(view().timeline().get(0).facts().toString()).doesNotContain("said.award_late");
        refused(() -> invite(List.of(new AwardInvites.To(other, "angebot@netzbau.example")), true, null), "award.invite_answered");
        db.sql("UPDATE award_invite SET until_on = ?", DAY.minusDays(1));
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Awards.class).answer(file, known, new Awards.Answer(view().version(), BidState.OFFERED, DAY, 13_000_00L, null, null));
            return null;
        });
        assertThat(view().timeline().get(0).facts().toString()).as("too late is said").contains("said.award_late");
    }

    @Test
    void nobody_is_asked_twice_unawares_and_all_or_none_are_asked() {
        Integer seen = view().version();
        invite(List.of(new AwardInvites.To(known, null)), false, null);
        assertThatThrownBy(() -> send(seen, List.of(new AwardInvites.To(known, null)), true, null, DAY.plusDays(14))).as("a second click").isInstanceOf(Conflict.class);
        refused(() -> invite(List.of(new AwardInvites.To(other, "a@b.example"), new AwardInvites.To(known, null)), false, null), "award.invited_before");
        refused(() -> invite(List.of(new AwardInvites.To(known, null), new AwardInvites.To(other, null)), true, null), "award.invite_no_address");
        assertThat(db.number("SELECT count(*) FROM award_invite")).as("none of them").isEqualTo(1);
        assertThat(db.number("SELECT count(*) FROM mail WHERE name LIKE 'award-%'")).isEqualTo(1);
        invite(List.of(new AwardInvites.To(known, null)), true, null);
        assertThat(db.number("SELECT count(*) FROM mail WHERE name LIKE 'award-%'")).isEqualTo(2);
        assertThat(JobsGiven.run(db, "mail")).contains("job.kind.mail_sent");
    }

    @Test
    void a_call_off_of_a_framework_contract_asks_nobody_whoever_was_asked_before() {
        Long contract = SchoolGiven.as(db, InventoryGiven.officer(db), () -> db.get(Contracts.class)
                .create(new Contracts.Create(given.supplier, "RV-9", new Contracts.Facts("WLAN", null, null, null, false))));
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Awards.class).change(file, new Awards.Change(view().version(), new Awards.Facts("Access Points", AwardKind.CALL_OFF,
                    db.number("SELECT max(id) FROM programme"), Category.WLAN, 15_000_00L, "Katalog", DAY, null, contract, "Abruf 7")));
            return null;
        });
        refused(() -> invite(List.of(new AwardInvites.To(known, null)), false, null), "award.call_off_asks_nobody");
        refused(() -> ask(null, "Kabel GmbH"), "award.call_off_asks_nobody");
        assertThat(db.number("SELECT count(*) FROM award_invite")).isZero();
        assertThat(db.number("SELECT count(*) FROM mail WHERE name LIKE 'award-%'")).isZero();
    }

    @Test
    void what_cannot_be_sent_is_refused_with_a_remedy_and_without_a_server_there_is_the_text() {
        refused(() -> send(view().version(), List.of(new AwardInvites.To(known, null)), false, null, DAY), "award.answer_day");
        refused(() -> send(view().version(), List.of(new AwardInvites.To(known, null)), false, null, DAY.plusDays(366)), "award.answer_day");
        Long paper = attach();
        db.sql("UPDATE paper SET size = 11 * 1024 * 1024 WHERE id = ?", paper);
        refused(() -> invite(List.of(new AwardInvites.To(known, null)), false, List.of(paper)), "award.files_large");
        Long foreign = SchoolGiven.as(db, given.officer, () -> db.get(Awards.class).open(new Awards.Open(given.authority, new Awards.Facts("Kabel", AwardKind.DIRECT, null,
                Category.WLAN, 1_00L, "Katalog", DAY, null, null, null))));
        assertThatThrownBy(() -> SchoolGiven.as(db, given.officer, () -> {
            db.get(AwardInvites.class).invite(foreign, command(SchoolGiven.as(db, given.officer, () -> db.get(AwardQueries.class).view(foreign)).version(),
                    List.of(new AwardInvites.To(known, null)), false, null, DAY.plusDays(14)));
            return null;
        })).as("a company of another file").isInstanceOf(NotFound.class);
        System.clearProperty("schulpakt.mail.host");
        refused(() -> invite(List.of(new AwardInvites.To(known, null)), false, null), "award.no_mail_server");
        AwardQueries.InvitationText text = SchoolGiven.as(db, given.officer, () -> db.get(AwardQueries.class).invitation(file, DAY.plusDays(14), "vergabe@traeger.example", "24 Geräte"));
        assertThat(text.subject()).contains("Access Points");
        assertThat(text.text()).contains("24 Geräte", "vergabe@traeger.example").doesNotContain("15.000");
        assertThat(db.number("SELECT count(*) FROM award_invite")).isZero();
        ProcurementGiven elsewhere = ProcurementGiven.school(db, "Andere Schule");
        assertThatThrownBy(() -> SchoolGiven.as(db, elsewhere.officer, () -> db.get(AwardQueries.class).invited(file))).isInstanceOf(NotFound.class);
    }

    private static String to(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private Long ask(Long supplier, String company) {
        return SchoolGiven.as(db, given.officer, () -> db.get(Awards.class).ask(file, new Awards.AskFor(view().version(), supplier, company, DAY)));
    }

    private Long attach() {
        return SchoolGiven.as(db, given.officer, () -> {
            try (Received received = db.get(Intake.class).take(new ByteArrayInputStream(PDF), "leistung.pdf")) {
                return db.get(Papers.class).attach("AwardFile", file, new Papers.Attach("LETTER", null, null), received);
            }
        });
    }

    private static AwardInvites.Invite command(Integer version, List<AwardInvites.To> to, boolean again, List<Long> papers, LocalDate until) {
        return new AwardInvites.Invite(version, to, until, "vergabe@traeger.example", "Bitte bieten Sie 24 Geräte an.", papers, again);
    }

    private void invite(List<AwardInvites.To> to, boolean again, List<Long> papers) {
        send(view().version(), to, again, papers, DAY.plusDays(14));
    }

    private void send(Integer version, List<AwardInvites.To> to, boolean again, List<Long> papers, LocalDate until) {
        SchoolGiven.as(db, given.officer, () -> {
            db.get(AwardInvites.class).invite(file, command(version, to, again, papers, until));
            return null;
        });
    }

    private List<AwardQueries.Invited> invited() {
        return SchoolGiven.as(db, given.officer, () -> db.get(AwardQueries.class).invited(file));
    }

    private AwardQueries.View view() {
        return SchoolGiven.as(db, given.officer, () -> db.get(AwardQueries.class).view(file));
    }

    private static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
