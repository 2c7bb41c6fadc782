package de.schulpakt.inventory.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import de.schulpakt.identity.Role;
import de.schulpakt.inventory.loan.LoanQueries;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.inventory.terms.Terms;
import de.schulpakt.inventory.terms.TermsQueries;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.job.JobsGiven;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Borrowers are reminded where the authority says so and an address is known; the letter names nobody, and its link asks for a code that is not in it. */
@DbTest
class BorrowerRemindersDbTest {
    private static final String JOB = "loan-letters";
    private Db db;
    private Long authority;
    private Long school;
    private GreenMail server;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        authority = SchoolGiven.authority(db, "Stadt Koblenz");
        school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        SchoolGiven.user(db, "amt", Role.FUNDING_OFFICER, authority, null);
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
    void nobody_is_written_to_until_the_authority_says_so_and_then_once_for_each_day() throws Exception {
        List<Long> loans = lend("Mutter: eltern@example.org, 0261 1234", 2, 3);
        lend("0261 99", 1, 3);
        assertThat(JobsGiven.run(db, JOB)).contains("told", "0");
        assertThat(db.number("select count(*) from mail")).as("off while nobody has said anything").isZero();
        remind(null, true);
        assertThat(JobsGiven.run(db, JOB)).contains("1");
        JobsGiven.run(db, JOB);
        JobsGiven.run(db, "mail");
        assertThat(server.getReceivedMessages()).as("two devices of one sheet are one letter, and twice is as once").hasSize(1);
        MimeMessage letter = server.getReceivedMessages()[0];
        assertThat(letter.getAllRecipients()[0].toString()).isEqualTo("eltern@example.org");
        assertThat(letter.getSubject()).isEqualTo("Rückgabe eines ausgeliehenen Geräts");
        String text = text(letter);
        assertThat(text).contains("Görres-Gymnasium", "Beispiel Tablet").doesNotContain("Muster", "7b", "Erika");
        assertThat(db.sql("select action, facts from history where subject_type = 'Loan' and action = 'DoorAction.REMIND'")).as("seen at each loan").hasSize(2);
        assertThat(SchoolGiven.as(db, "schule", () -> db.get(LoanQueries.class).view(loans.get(0))).timeline().get(0).action()).isEqualTo("DoorAction.REMIND");
        Clock clock = db.get(Clock.class);
        LocalDate today = clock.today();
        at(today.plusDays(1), () -> assertThat(JobsGiven.run(db, JOB)).as("told of that day already").contains("0"));
        at(today.plusDays(4), () -> assertThat(JobsGiven.run(db, JOB)).as("overdue").contains("1"));
        at(today.plusDays(5), () -> assertThat(JobsGiven.run(db, JOB)).contains("0"));
        at(today.plusDays(11), () -> assertThat(JobsGiven.run(db, JOB)).as("again after a week").contains("1"));
        at(today.plusDays(18), () -> {
            takeBack(loans);
            assertThat(JobsGiven.run(db, JOB)).as("it is back").contains("0");
        });
        assertThat(db.number("select count(*) from loan_reminder")).isEqualTo(6);
    }

    @Test
    void the_link_of_a_letter_opens_with_the_code_that_the_school_tells_and_stays_the_same() throws Exception {
        List<Long> loans = lend("eltern@example.org", 1, 2);
        Long sheet = SchoolGiven.as(db, "schule", () -> db.get(LoanQueries.class).view(loans.get(0))).sheets().get(0).id();
        remind(null, true);
        JobsGiven.run(db, JOB);
        JobsGiven.run(db, "mail");
        String secret = secret(text(server.getReceivedMessages()[0]));
        String code = SchoolGiven.as(db, "schule", () -> db.get(DoorQueries.class).ofSheet(sheet)).letterCode();
        assertThat(text(server.getReceivedMessages()[0])).as("link and code go separate ways").doesNotContain(code);
        assertThat(db.get(Doors.class).knock(secret, code)).isEqualTo(sheet);
        assertThat(db.get(Doors.class).knock(secret, code.equals("00000000") ? "00000001" : "00000000")).isNull();
        assertThat(db.number("select count(*) from loan_link where seed = ? or seed = ?", secret, code)).isZero();
        at(db.get(Clock.class).today().plusDays(5), () -> {
            JobsGiven.run(db, JOB);
            JobsGiven.run(db, "mail");
        });
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(secret(text(server.getReceivedMessages()[1]))).isEqualTo(secret);
    }

    @Test
    void a_link_that_the_school_has_made_stays_and_the_letter_has_none() throws Exception {
        List<Long> loans = lend("eltern@example.org", 1, 2);
        Long sheet = SchoolGiven.as(db, "schule", () -> db.get(LoanQueries.class).view(loans.get(0))).sheets().get(0).id();
        Doors.Made made = SchoolGiven.as(db, "schule", () -> db.get(Doors.class).makeLink(sheet, new Doors.MakeLink(db.get(Clock.class).today().plusDays(9))));
        remind(null, true);
        JobsGiven.run(db, JOB);
        JobsGiven.run(db, "mail");
        assertThat(text(server.getReceivedMessages()[0])).doesNotContain("borrowed.xhtml");
        assertThat(db.get(Doors.class).knock(made.secret(), made.code())).isEqualTo(sheet);
        assertThat(SchoolGiven.as(db, "schule", () -> db.get(DoorQueries.class).ofSheet(sheet)).letterCode()).isNull();
    }

    @Test
    void the_authority_says_it_and_puts_it_right_and_only_who_has_seen_it() {
        lend("eltern@example.org", 1, 2);
        assertThat(SchoolGiven.as(db, "amt", () -> db.get(TermsQueries.class).reminding(authority))).extracting(TermsQueries.Reminding::sends, TermsQueries.Reminding::version)
                .containsExactly(false, null);
        remind(null, true);
        assertThatThrownBy(() -> remind(null, false)).isInstanceOf(Conflict.class);
        remind(SchoolGiven.as(db, "amt", () -> db.get(TermsQueries.class).reminding(authority)).version(), false);
        assertThat(JobsGiven.run(db, JOB)).contains("0");
        assertThat(SchoolGiven.as(db, "amt", () -> db.get(TermsQueries.class).reminding(authority)).timeline()).hasSize(2);
        assertThatThrownBy(() -> SchoolGiven.as(db, "schule", () -> db.get(TermsQueries.class).reminding(authority))).isInstanceOf(RuntimeException.class);
        System.clearProperty("schulpakt.mail.host");
        assertThat(JobsGiven.run(db, JOB)).contains("job.kind.loan-letters_off");
    }

    private List<Long> lend(String contact, int devices, int days) {
        Long model = InventoryGiven.tablet(db);
        List<Long> ids = java.util.stream.IntStream.range(0, devices).mapToObj(i -> InventoryGiven.device(db, model, school, null)).toList();
        return SchoolGiven.as(db, "schule", () -> db.get(Loans.class).handOut(new Loans.HandOut(ids, Loans.BorrowerKind.PUPIL, "Max Muster", "7b", contact, true, "Erika Muster", true,
                Loans.LoanCondition.SOUND, null, db.get(Clock.class).today().plusDays(days))));
    }

    private void takeBack(List<Long> loans) {
        SchoolGiven.as(db, "schule", () -> {
            loans.forEach(loan -> db.get(Loans.class).takeBack(loan, new Loans.TakeBack(db.get(LoanQueries.class).view(loan).version(), Loans.LoanCondition.SOUND, null, null)));
            return null;
        });
    }

    private void remind(Integer version, boolean sends) {
        SchoolGiven.as(db, "amt", () -> {
            db.get(Terms.class).remind(new Terms.Remind(authority, version, sends, 3, 7));
            return null;
        });
    }

    private void at(LocalDate day, Runnable step) {
        db.get(Clock.class).at(day.atTime(12, 0).atZone(Clock.ZONE).toInstant(), step);
    }

    private static String secret(String text) {
        Matcher link = Pattern.compile("borrowed\\.xhtml\\?link=([\\w-]+)").matcher(text);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String text(MimeMessage letter) throws Exception {
        return ((jakarta.mail.internet.MimeMultipart) letter.getContent()).getBodyPart(0).getContent().toString() + GreenMailUtil.getHeaders(letter);
    }
}
