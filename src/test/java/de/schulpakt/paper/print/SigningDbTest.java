package de.schulpakt.paper.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.PdfCheck;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.job.JobsGiven;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Signatures under the protocol of an acceptance: for the words that were seen, printed into it, and taken back with a reason. */
@DbTest
class SigningDbTest {
    private static final String DRAWN = "100,200 140,180 200,210;300,50 320,300";
    private Long ticket;
    private Long room;
    private String head;

    private void world(Db db, String name) {
        Long city = SchoolGiven.authority(db, "Stadt " + name);
        Long school = SchoolGiven.school(db, city, "Schule " + name);
        room = SchoolGiven.room(db, school, "1.01");
        head = SchoolGiven.user(db, "sign." + name, Role.SCHOOL_ADMIN, null, school);
        ticket = InstallGiven.ticket(db, school, room);
        InstallGiven.install(db, ticket, room);
    }

    private static Long sign(Db db, String login, Long ticket, String name, String strokes, String seen) {
        return SchoolGiven.as(db, login, () -> db.get(Signing.class).sign("protocol", ticket, new Signing.Sign(name, "Schulleitung", strokes, seen)));
    }

    private static SignatureQueries.Text text(Db db, String login, Long ticket) {
        return SchoolGiven.as(db, login, () -> db.get(SignatureQueries.class).text("protocol", ticket));
    }

    private static String printed(Db db, String login, Long ticket) throws IOException {
        byte[] pdf = SchoolGiven.as(db, login, () -> db.get(PrintQueries.class).print("protocol", ticket, null, Locale.GERMANY)).bytes();
        Files.createDirectories(Path.of("target", "papers"));
        Files.write(Path.of("target", "papers", "signed.pdf"), pdf);
        PdfCheck.conforms(pdf);
        return PdfCheck.text(pdf).replaceAll("\\s+", " ");
    }

    private static String code(Callable<?> work) {
        try {
            work.call();
            return "taken";
        } catch (Refused refused) {
            return refused.code();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_was_accepted_is_signed_and_printed_into_the_protocol(Db db) throws IOException {
        world(db, "Gezeichnet");
        assertThat(text(db, head, ticket).ready()).isFalse();
        String early = text(db, head, ticket).sha256();
        assertThat(code(() -> sign(db, head, ticket, "Erika Beispiel", DRAWN, early))).isEqualTo("sign.not_yet");
        InstallGiven.accept(db, head, ticket);
        assertThat(code(() -> sign(db, head, ticket, "Erika Beispiel", DRAWN, early))).as("the words that were seen are others by now").isEqualTo("sign.changed");
        SignatureQueries.Text text = text(db, head, ticket);
        assertThat(text.said()).contains("EV2 / " + ticket).contains("1.01");
        Long drawn = sign(db, head, ticket, "Erika Beispiel", DRAWN, text.sha256());
        sign(db, InstallGiven.technician(db), ticket, "Theo Technik", null, text.sha256());
        assertThat(text(db, head, ticket).sha256()).as("a signature is no part of what is signed").isEqualTo(text.sha256());
        assertThat(printed(db, head, ticket)).contains("Erika Beispiel").contains("Schulleitung").contains("Theo Technik").contains("diese Fassung");
        assertThat(SchoolGiven.as(db, head, () -> db.get(SignatureQueries.class).of("protocol", ticket))).satisfiesExactly(
                first -> assertThat(first.drawn()).isTrue(), second -> assertThat(second.drawn()).isFalse());
        byte[] picture = (byte[]) db.sql("select picture from signature where id = ?", drawn).get(0).get("picture");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getRGB(100, 200) & 0xFF).as("ink where the stroke begins").isLessThan(80);
        assertThat(db.sql("select strokes, said_sha256, said from signature where id = ?", drawn).get(0))
                .containsEntry("strokes", DRAWN).containsEntry("said_sha256", text.sha256()).containsEntry("said", text.said());
    }

    private SignatureQueries.Card card(Db db) {
        return SchoolGiven.as(db, head, () -> db.get(SignatureQueries.class).card("protocol", ticket));
    }

    @Test
    void what_is_said_later_is_not_what_was_signed_and_a_signature_is_taken_back_once(Db db) throws IOException {
        world(db, "Danach");
        InstallGiven.accept(db, head, ticket);
        Long signature = sign(db, head, ticket, "Erika Beispiel", DRAWN, text(db, head, ticket).sha256());
        String signed = text(db, head, ticket).said();
        assertThat(card(db).earlier()).as("it is for the words of now").isEmpty();
        db.sql("update ticket set title = 'etwas anderes' where id = ?", ticket);
        assertThat(card(db).earlier()).as("the words that were signed stand beside those of now").containsExactly(java.util.Map.entry(signature, signed));
        assertThat(card(db).text().said()).contains("etwas anderes").isNotEqualTo(signed);
        assertThat(printed(db, head, ticket)).contains("eine frühere Fassung").doesNotContain("diese Fassung");
        Callable<Void> back = () -> {
            db.get(Signing.class).withdraw(signature, new Signing.Withdraw("falsche Person"));
            return null;
        };
        SchoolGiven.as(db, head, back);
        assertThat(code(() -> SchoolGiven.as(db, head, back))).isEqualTo("sign.withdrawn");
        assertThat(printed(db, head, ticket)).doesNotContain("Erika Beispiel");
        assertThat(SchoolGiven.as(db, head, () -> db.get(SignatureQueries.class).of("protocol", ticket))).singleElement()
                .satisfies(row -> assertThat(row.withdrawnWhy()).isEqualTo("falsche Person"));
        assertThat(db.number("select count(*) from history where subject_type = 'Ticket' and subject_id = ? and action like 'SignAction%'", ticket)).isEqualTo(2);
    }

    @Test
    void a_signature_goes_with_the_time_of_its_paper_and_one_that_was_taken_back_loses_its_drawing(Db db) {
        world(db, "Aufbewahrt");
        InstallGiven.accept(db, head, ticket);
        String seen = text(db, head, ticket).sha256();
        Long kept = sign(db, head, ticket, "Erika Beispiel", DRAWN, seen);
        Long back = sign(db, head, ticket, "Theo Technik", DRAWN, seen);
        SchoolGiven.as(db, head, () -> {
            db.get(Signing.class).withdraw(back, new Signing.Withdraw("falsche Person"));
            return null;
        });
        Clock clock = db.get(Clock.class);
        String drawn = "select count(*) from signature where subject_id = " + ticket + " and picture is not null";
        JobsGiven.run(db, "signatures");
        assertThat(db.number(drawn)).isEqualTo(2);
        clock.at(clock.now().plus(Duration.ofDays(91)), () -> JobsGiven.run(db, "signatures"));
        assertThat(db.sql("select id from signature where subject_id = ? and picture is not null", ticket)).extracting(r -> r.get("id")).containsExactly(kept);
        Instant later = clock.now().plus(Duration.ofDays(1200));
        clock.at(later, () -> JobsGiven.run(db, "signatures"));
        assertThat(db.number("select count(*) from signature where subject_id = ?", ticket)).as("no time of keeping").isEqualTo(2);
        db.sql("update paper_kind set keep_years = 2 where code = 'ACCEPTANCE'");
        try {
            clock.at(clock.now().plus(Duration.ofDays(700)), () -> JobsGiven.run(db, "signatures"));
            assertThat(db.number("select count(*) from signature where subject_id = ?", ticket)).as("the second year is not over").isEqualTo(2);
            clock.at(later, () -> JobsGiven.run(db, "signatures"));
        } finally {
            db.sql("update paper_kind set keep_years = null where code = 'ACCEPTANCE'");
        }
        assertThat(db.number("select count(*) from signature where subject_id = ?", ticket)).isZero();
        assertThat(db.sql("select facts, note from history where subject_type = 'Ticket' and subject_id = ? and action like 'SignAction%'", ticket)).hasSize(3)
                .allSatisfy(line -> assertThat(line.values()).containsOnlyNulls());
    }

    @Test
    void only_who_may_add_files_signs_and_only_drawings_are_drawings(Db db) {
        world(db, "Rechte");
        InstallGiven.accept(db, head, ticket);
        String seen = text(db, head, ticket).sha256();
        Long elsewhere = SchoolGiven.school(db, SchoolGiven.authority(db, "Dort drüben"), "Andere Schule");
        String stranger = SchoolGiven.user(db, "sign.stranger", Role.SCHOOL_ADMIN, null, elsewhere);
        assertThatThrownBy(() -> sign(db, stranger, ticket, "Fremd", null, seen)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> db.get(SignatureQueries.class).of("protocol", ticket))).isInstanceOf(NotFound.class);
        String auditor = SchoolGiven.user(db, "sign.auditor", Role.AUDITOR, null, null);
        assertThatThrownBy(() -> sign(db, auditor, ticket, "Prüfer", null, seen)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, head, () -> db.get(Signing.class).sign("nothing", ticket, new Signing.Sign("x", null, null, seen))))
                .isInstanceOf(NotFound.class);
        for (String wrong : new String[] {"1", "1,2;", "1001,5", "5,341", "-1,2", "1,2  3,4", "<svg>", "1,1 ".repeat(20_000) + "1,1"}) {
            assertThat(code(() -> sign(db, head, ticket, "Erika", wrong, seen))).as(wrong.substring(0, Math.min(9, wrong.length()))).isEqualTo("sign.strokes");
        }
        assertThat(code(() -> sign(db, head, ticket, "Erika", "1000,340", seen))).isEqualTo("taken");
    }
}
