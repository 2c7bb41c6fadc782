package de.schulpakt.school.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.PdfCheck;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Received;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.invoice.Invoices;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** What an authority brings to its papers: written, looked at, put in force, and taken back. */
@DbTest
class LettersDbTest {
    private static final Letters.Write NOTHING = new Letters.Write(null, null, null, null, null, null);

    private static Letters.Write head(String sender) {
        return new Letters.Write(sender, "Vergabe\n0261 129-0", "Sparkasse Koblenz", null, null, null);
    }

    private static Letters.Write words(String opening, String closing) {
        return new Letters.Write(null, null, null, null, opening, closing);
    }

    private static Long write(Db db, String login, Long authority, String part, String lang, Letters.Write cmd) {
        return SchoolGiven.as(db, login, () -> db.get(Letters.class).write(authority, part, lang, cmd, null));
    }

    private static void use(Db db, String login, Long version) {
        SchoolGiven.as(db, login, () -> {
            db.get(Letters.class).use(version);
            return null;
        });
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

    private static byte[] logo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(120, 40, BufferedImage.TYPE_INT_ARGB), "png", out);
        return out.toByteArray();
    }

    @Test
    void what_is_in_force_stands_on_the_papers_and_an_earlier_version_can_come_back(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Briefe");
        given.budget(Category.MOBILE_DEVICE, 10_000_000);
        Long order = given.order(given.approved(given.tablet(10_000), 1));
        String admin = SchoolGiven.user(db, "letters.admin", Role.ADMIN, given.authority, null);
        Callable<String> paper = () -> PdfCheck.text(db.get(PrintQueries.class).print("order-sheet", order, null, Locale.GERMANY).bytes());
        Long first = write(db, admin, given.authority, "head", "de", head("Stadt Erstfassung\nRathaus 1"));
        assertThat(SchoolGiven.as(db, given.officer, paper)).as("written, not in force").doesNotContain("Erstfassung").contains("Träger Briefe");
        use(db, admin, first);
        SchoolGiven.as(db, given.officer, () -> {
            db.get(Invoices.class).address(given.authority, new Invoices.Address(null, "04011000-1234512345-06"));
            return null;
        });
        Long second = write(db, admin, given.authority, "head", "de", head("Stadt Zweitfassung\nRathaus 2"));
        use(db, admin, write(db, admin, given.authority, "order-sheet", "de", words("Guten Tag,\n\nwir bestellen.", "Lieferung frei Haus.")));
        assertThat(SchoolGiven.as(db, given.officer, paper)).contains("Stadt Erstfassung").contains("04011000-1234512345-06").contains("0261 129-0")
                .contains("Sparkasse Koblenz").contains("wir bestellen.").contains("Lieferung frei Haus.");
        use(db, admin, second);
        assertThat(SchoolGiven.as(db, given.officer, paper)).as("the number stands once, whatever head is in force").contains("Stadt Zweitfassung")
                .doesNotContain("Erstfassung").contains("04011000-1234512345-06");
        assertThat(SchoolGiven.as(db, admin, () -> db.get(LetterQueries.class).leitwegId(given.authority))).isEqualTo("04011000-1234512345-06");
        use(db, admin, first);
        use(db, admin, first);
        assertThat(SchoolGiven.as(db, given.officer, paper)).contains("Stadt Erstfassung");
        List<LetterQueries.View> versions = SchoolGiven.as(db, admin, () -> db.get(LetterQueries.class).versions(given.authority, "head", "de"));
        assertThat(versions).extracting(LetterQueries.View::no).containsExactly(2, 1);
        assertThat(versions).filteredOn(v -> Boolean.TRUE.equals(v.inForce())).singleElement().satisfies(v -> {
            assertThat(v.id()).isEqualTo(first);
            assertThat(v.usedBy()).isEqualTo(admin);
        });
        assertThat(db.number("select count(*) from history where subject_type = 'Authority' and action like 'LetterAction%' and subject_id = ?", given.authority)).isEqualTo(7);
    }

    @Test
    void the_number_of_a_letterhead_of_before_is_taken_where_the_invoices_have_none(Db db) throws IOException {
        Long authority = SchoolGiven.authority(db, "Stadt Vorher");
        Long known = SchoolGiven.authority(db, "Stadt Bekannt");
        for (Long one : List.of(authority, known)) {
            String admin = SchoolGiven.user(db, "letters.before" + one, Role.ADMIN, one, null);
            use(db, admin, write(db, admin, one, "head", "en", head("City")));
            use(db, admin, write(db, admin, one, "head", "de", head("Stadt")));
            write(db, admin, one, "head", "de", head("Entwurf"));
            db.sql("update letter_version set leitweg_id = concat(lang, no, '-', authority_id) where authority_id = ?", one);
        }
        db.sql("insert into billing_address (authority_id, leitweg_id) values (?, '07-79')", known);
        String migration = Files.readString(Path.of("db/V680__one_leitweg_id.sql"));
        db.sql(migration);
        db.sql(migration);
        assertThat(db.sql("select leitweg_id as v from billing_address where authority_id = ?", authority)).singleElement()
                .satisfies(row -> assertThat(row.get("v")).isEqualTo("de1-" + authority));
        assertThat(db.sql("select leitweg_id as v from billing_address where authority_id = ?", known)).singleElement().satisfies(row -> assertThat(row.get("v")).isEqualTo("07-79"));
    }

    @Test
    void the_other_language_takes_the_head_but_not_the_words(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Sprachen");
        String admin = SchoolGiven.user(db, "letters.languages", Role.ADMIN, given.authority, null);
        use(db, admin, write(db, admin, given.authority, "head", "de", head("Stadt Nurdeutsch")));
        use(db, admin, write(db, admin, given.authority, "request", "de", words("Nur auf Deutsch.", null)));
        Long request = given.draft(given.tablet(10_000), 1);
        String english = SchoolGiven.as(db, given.admin, () -> PdfCheck.text(db.get(PrintQueries.class).print("request", request, null, Locale.UK).bytes()));
        assertThat(english).contains("Stadt Nurdeutsch").doesNotContain("Nur auf Deutsch.");
    }

    @Test
    void an_example_shows_a_version_before_it_counts(Db db) throws IOException {
        Long authority = SchoolGiven.authority(db, "Stadt Beispiel");
        String admin = SchoolGiven.user(db, "letters.example", Role.ADMIN, authority, null);
        Long version = SchoolGiven.as(db, admin, () -> {
            try (Received logo = db.get(Intake.class).take(new ByteArrayInputStream(logo()), "wappen.png")) {
                return db.get(Letters.class).write(authority, "head", "de", head("Stadt Vorschau"), logo);
            }
        });
        byte[] pdf = SchoolGiven.as(db, admin, () -> db.get(LetterQueries.class).preview(version)).bytes();
        PdfCheck.conforms(pdf);
        assertThat(PdfCheck.text(pdf)).contains("Stadt Vorschau").contains("Musterstadt");
        assertThat(pictures(pdf)).isEqualTo(1);
        Long words = write(db, admin, authority, "protocol", "en", words("Dear all,", "Yours"));
        assertThat(PdfCheck.text(SchoolGiven.as(db, admin, () -> db.get(LetterQueries.class).preview(words)).bytes())).contains("Dear all,").contains("Example City");
        // the logo stays unless it is taken away
        assertThat(view(db, admin, write(db, admin, authority, "head", "de", NOTHING)).logo()).isTrue();
        assertThat(view(db, admin, write(db, admin, authority, "head", "de", new Letters.Write(null, null, null, true, null, null))).logo()).isFalse();
    }

    private static LetterQueries.View view(Db db, String login, Long id) {
        return SchoolGiven.as(db, login, () -> db.get(LetterQueries.class).view(id));
    }

    private static int pictures(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int found = 0;
            for (var name : document.getPage(0).getResources().getXObjectNames()) {
                found += document.getPage(0).getResources().isImageXObject(name) ? 1 : 0;
            }
            return found;
        }
    }

    @Test
    void what_makes_no_sense_is_refused(Db db) {
        Long authority = SchoolGiven.authority(db, "Stadt Streng");
        String admin = SchoolGiven.user(db, "letters.strict", Role.ADMIN, authority, null);
        assertThat(code(() -> write(db, admin, authority, "nothing", "de", NOTHING))).isEqualTo("letter.part_unknown");
        assertThat(code(() -> write(db, admin, authority, "head", "fr", NOTHING))).isEqualTo("letter.lang_unknown");
        assertThat(code(() -> SchoolGiven.as(db, admin, () -> {
            try (Received text = db.get(Intake.class).take(new ByteArrayInputStream("Text".getBytes(StandardCharsets.UTF_8)), "logo.txt")) {
                return db.get(Letters.class).write(authority, "head", "de", NOTHING, text);
            }
        }))).isEqualTo("letter.logo");
        Long elsewhere = SchoolGiven.authority(db, "Stadt Nebenan");
        assertThatThrownBy(() -> write(db, admin, elsewhere, "head", "de", NOTHING)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> write(db, SchoolGiven.ADMIN, 999_999_999L, "head", "de", NOTHING)).isInstanceOf(NotFound.class);
    }
}
