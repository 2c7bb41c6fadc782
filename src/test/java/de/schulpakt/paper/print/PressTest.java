package de.schulpakt.paper.print;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.kit.PdfCheck;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The engine of printed papers: whatever people typed, the PDF is archivable and accessible and says it. */
class PressTest {
    private static final Instant AT = Instant.parse("2026-11-23T09:42:00Z");
    /** What people type, or copy from elsewhere. */
    static final String HOSTILE = "<b>fett</b> & \"Zitat\" 'x' ]]> <!-- --> &amp; \u202eumgedreht\u202c \ud83d\ude00\ud83d\udda8 "
            + "\u0645\u062f\u0631\u0633\u0629 \u05d1\u05d9\u05ea \u0160\u0142\u0103 \u6f22\u5b57 \u0000\u0007\ufffe \ud800 url(javascript:alert(1)) \\ } @page{} "
            + "Donaudampfschifffahrtsgesellschaftskapit\u00e4nsm\u00fctze".repeat(6);

    private static byte[] print(Sheet sheet, Letter letter) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Press().print(sheet, letter, AT, out);
        return out.toByteArray();
    }

    private static byte[] logo() throws IOException {
        BufferedImage image = new BufferedImage(300, 100, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0, 80, 160, 128));
        pen.fillOval(0, 0, 100, 100);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static Sheet sheet(Locale locale, String words, int rows) {
        Sheet sheet = Sheet.of("order-sheet", locale, "B-2026-1").titled("print.order.title", words).from(1L, words)
                .to(words, "bestellung@example.org").withLeitwegId();
        sheet.fact("print.order.no", "B-2026-1").fact("request.why", words).words("Ein Absatz.\n\n" + words);
        sheet.heading("print.request.decision").table("print.order.lines", sheet.column("print.line", 10), sheet.column("request.article", 70),
                sheet.number("request.sum", 20));
        for (int i = 1; i <= rows; i++) {
            sheet.row(String.valueOf(i), Sheet.lines(words, "klein"), sheet.amount(123_456L * i));
        }
        return sheet.foot("", "zusammen", sheet.money(99_999_999_99L)).signs("print.protocol.sign_school", "print.protocol.sign_technician");
    }

    private static Letter letter(String words, byte[] logo) {
        return new Letter("Stadt Koblenz\nKulturamt\n56068 Koblenz", "Frau Beispiel\n0261 129-0", "07111000-00000-11", logo, "Sparkasse\nIBAN " + words,
                "Guten Tag,\n\nwir bestellen:", "Mit freundlichen Grüßen\n" + words);
    }

    @Test
    void whatever_was_typed_the_paper_is_archivable_and_accessible_in_both_languages() throws IOException {
        for (Locale locale : new Locale[] {Locale.GERMANY, Locale.UK}) {
            byte[] pdf = print(sheet(locale, HOSTILE, 40), letter(HOSTILE, logo()));
            Files.createDirectories(Path.of("target", "papers"));
            Files.write(Path.of("target", "papers", "hostile-" + locale.getLanguage() + ".pdf"), pdf);
            PdfCheck.conforms(pdf);
            assertThat(PdfCheck.text(pdf)).contains("<b>fett</b> & \"Zitat\"").contains("]]> <!-- --> &amp;").contains("07111000-00000-11")
                    .doesNotContain("\u202e");
            assertThat(PdfCheck.pages(pdf)).isGreaterThan(3);
        }
    }

    @Test
    void an_empty_paper_is_a_paper() {
        byte[] pdf = print(Sheet.of("order-sheet", Locale.GERMANY, "B-1").titled("print.order.title", "B-1"), Letter.of(""));
        PdfCheck.conforms(pdf);
        assertThat(PdfCheck.text(pdf)).contains("Bestellung B-1").contains("Seite 1 von 1").contains("Stand: 23.11.2026 10:42");
    }

    @Test
    void amounts_dates_and_pages_are_written_as_the_language_does() {
        String german = PdfCheck.text(print(sheet(Locale.GERMANY, "Tablets", 60), letter("DE00", null)));
        String english = PdfCheck.text(print(sheet(Locale.UK, "Tablets", 60), letter("DE00", null)));
        assertThat(german).contains("1.234,56").contains("99.999.999,99 EUR").contains("Seite 2 von").contains("Guten Tag,");
        assertThat(english).contains("1,234.56").contains("99,999,999.99 EUR").contains("Page 2 of");
    }

    @Test
    void every_font_is_embedded_and_nothing_is_fetched() throws IOException {
        try (PDDocument document = Loader.loadPDF(print(sheet(Locale.GERMANY, HOSTILE, 3), letter(HOSTILE, null)))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void the_check_sees_what_is_no_archive() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument plain = new PDDocument()) {
            plain.addPage(new PDPage());
            plain.save(out);
        }
        assertThat(PdfCheck.broken(out.toByteArray(), PDFAFlavour.PDFA_3_B)).isNotEmpty();
        assertThat(PdfCheck.broken(out.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
    }

    @Test
    void what_is_said_is_the_same_whatever_the_letterhead() {
        assertThat(sheet(Locale.GERMANY, "Tablets", 2).said()).isEqualTo(sheet(Locale.GERMANY, "Tablets", 2).said()).contains("Tablets").contains("1.234,56")
                .isNotEqualTo(sheet(Locale.GERMANY, "Tablets", 3).said());
    }
}
