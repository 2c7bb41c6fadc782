package de.schulpakt.paper.print;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.logging.Level;
import javax.imageio.ImageIO;
import org.w3c.dom.Document;

/** The one engine that makes PDF: tagged (PDF/UA-1) and fit to be archived (PDF/A-3b), from sheets. */
@ApplicationScoped
class Press {
    private static final String LIBERATION = "/liberation/LiberationSans-";
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;
    private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final String STYLE = style();

    static {
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.SEVERE));
    }

    /** Writes the PDF of a sheet. */
    void print(Sheet sheet, Letter letter, Instant at, OutputStream out) {
        Document page = SheetMarkup.of(sheet, letter, STYLE, drawn(letter.logo()), Texts.instant(sheet.locale(), at));
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_B);
        builder.useColorProfile(COLOURS);
        builder.withProducer("Schulpakt");
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(TextDirection.LTR);
        // a sheet brings all that it shows; nothing is fetched from anywhere
        builder.useUriResolver((base, uri) -> uri != null && uri.startsWith("data:") ? uri : null);
        builder.useReplacementText("\u25a1");
        builder.useFont(font(LIBERATION + "Regular.ttf"), "Liberation Sans", NORMAL, FontStyle.NORMAL, true);
        builder.useFont(font(LIBERATION + "Bold.ttf"), "Liberation Sans", BOLD, FontStyle.NORMAL, true);
        builder.useFont(font(DEJAVU + ".ttf"), "DejaVu Sans", NORMAL, FontStyle.NORMAL, true);
        builder.useFont(font(DEJAVU + "-Bold.ttf"), "DejaVu Sans", BOLD, FontStyle.NORMAL, true);
        builder.withW3cDocument(page, null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FSSupplier<InputStream> font(String path) {
        return () -> Press.class.getResourceAsStream(path);
    }

    /** The picture drawn anew on white: no profile, no transparency, nothing that a picture tells beside itself. */
    private static byte[] drawn(byte[] logo) {
        try {
            BufferedImage read = logo == null ? null : ImageIO.read(new ByteArrayInputStream(logo));
            if (read == null) {
                return null;
            }
            BufferedImage plain = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = plain.createGraphics();
            pen.drawImage(read, 0, 0, Color.WHITE, null);
            pen.dispose();
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(plain, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String style() {
        try (InputStream in = Press.class.getResourceAsStream("sheet.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
