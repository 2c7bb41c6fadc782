package de.schulpakt.paper.label;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessReadWriteBuffer;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;

/** Draws labels one after the other, tagged, for the archive; of a page that is full only its compressed drawing is held. */
final class LabelPress implements AutoCloseable {
    /** Points of a hundredth of a millimetre. */
    private static final float UNIT = 72f / 2540;
    private static final int QUIET = 2;
    private static final int BITS = 8;
    private static final int EM = 1000;
    private static final float INSET = 100 * UNIT;
    private static final float SMALLEST = 4;
    private static final float BAR_SHARE = 0.45f;
    private static final float LINE = 1.15f;
    private static final float HAIR = 0.2f;
    /** Bytes by which what is drawn on a page grows: the usual four thousand a page would be most of what twenty thousand labels hold. */
    private static final int GROWS = 512;
    private final PDDocument document = new PDDocument(Small::new);
    private final PDResources fonts = new PDResources();
    private final LabelQueries.Format format;
    private final LabelCode code;
    private final boolean frame;
    private final String base;
    private final PDFont bold;
    private final PDFont plain;
    private final LabelTags tags;
    private PDPageContentStream pen;
    private int place;
    private int count;

    LabelPress(LabelQueries.Format format, LabelCode code, int first, boolean frame, String base) throws IOException {
        this.format = format;
        this.code = code;
        this.frame = frame;
        this.base = base;
        this.place = first - 1;
        this.tags = new LabelTags(document);
        this.bold = font("Bold");
        this.plain = font("Regular");
    }

    private PDFont font(String style) throws IOException {
        try (InputStream in = LabelPress.class.getResourceAsStream("/liberation/LiberationSans-" + style + ".ttf")) {
            return PDType0Font.load(document, in, true);
        }
    }

    /** Keeps what is drawn, compressed, in small pieces. */
    private static final class Small implements RandomAccessStreamCache {
        @Override
        public RandomAccess createBuffer() {
            return new RandomAccessReadWriteBuffer(GROWS);
        }

        @Override
        public void close() {
            // memory only
        }
    }

    /** Draws the next label. */
    void add(Label label) {
        try {
            if (pen == null || place == format.labels()) {
                page();
            }
            int column = place % format.across();
            int row = place / format.across();
            float x = (format.edgeX() + column * format.stepX()) * UNIT;
            float top = (format.pageHeight() - format.edgeY() - row * format.stepY()) * UNIT;
            draw(label, x, top, format.labelWidth() * UNIT, format.labelHeight() * UNIT);
            place++;
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void page() throws IOException {
        if (pen != null) {
            pen.close();
            place = 0;
        }
        PDPage page = new PDPage(new PDRectangle(format.pageWidth() * UNIT, format.pageHeight() * UNIT));
        page.setResources(fonts);
        document.addPage(page);
        tags.page(page);
        pen = new PDPageContentStream(document, page);
    }

    private void draw(Label label, float x, float top, float width, float height) throws IOException {
        if (frame) {
            pen.beginMarkedContent(COSName.ARTIFACT);
            pen.setLineWidth(HAIR);
            pen.addRect(x, top - height, width, height);
            pen.stroke();
            pen.endMarkedContent();
        }
        float inset = Math.min(INSET, height / 10);
        if (code == LabelCode.QR) {
            float side = Math.min(height - 2 * inset, width / 2);
            image(qr(base + label.page()), x + inset, top - inset - side, side, side);
            words(label, x + 2 * inset + side, top - inset, width - 3 * inset - side, height - 2 * inset);
        } else {
            float bars = (height - 2 * inset) * BAR_SHARE;
            image(bars(label.no()), x + inset, top - inset - bars, width - 2 * inset, bars);
            words(label, x + inset, top - inset - bars - inset / 2, width - 2 * inset, height - 2 * inset - bars - inset / 2);
        }
    }

    /** The number as large as it fits, then as many lines as there is room for. */
    private void words(Label label, float x, float top, float width, float height) throws IOException {
        pen.beginMarkedContent(COSName.P, tags.label());
        lines(label, x, top, width, height);
        pen.endMarkedContent();
    }

    private void lines(Label label, float x, float top, float width, float height) throws IOException {
        String no = shown(bold, label.no());
        float size = fitting(bold, no, width, Math.min(11, height / 2.2f));
        float y = top - size;
        write(bold, size, x, y, cut(bold, size, no, width));
        float small = Math.max(SMALLEST, size * 0.65f);
        for (String line : label.lines()) {
            y -= small * LINE;
            if (line == null || line.isBlank()) {
                y += small * LINE;
            } else if (y < top - height) {
                return;
            } else {
                write(plain, small, x, y, cut(plain, small, shown(plain, line), width));
            }
        }
    }

    private void write(PDFont font, float size, float x, float y, String text) throws IOException {
        pen.beginText();
        pen.setFont(font, size);
        pen.newLineAtOffset(x, y);
        pen.showText(text);
        pen.endText();
    }

    private static float fitting(PDFont font, String text, float width, float most) throws IOException {
        float needed = font.getStringWidth(text) / EM;
        return Math.max(SMALLEST, needed == 0 ? most : Math.min(most, width / needed));
    }

    private static String cut(PDFont font, float size, String text, float width) throws IOException {
        if (font.getStringWidth(text) / EM * size <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && font.getStringWidth(text.substring(0, end) + "…") / EM * size > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    /** What the font has no shape for is a question mark. */
    private static String shown(PDFont font, String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().forEach(c -> {
            String one = Character.toString(c);
            try {
                font.encode(one);
                kept.append(one);
            } catch (IOException | IllegalArgumentException e) {
                kept.append(Character.isWhitespace(c) ? " " : Character.getType(c) == Character.FORMAT || Character.isISOControl(c) ? "" : "?");
            }
        });
        return kept.toString();
    }

    private static BitMatrix qr(String address) {
        try {
            return new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0,
                    Map.of(EncodeHintType.MARGIN, QUIET, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only what the code can say; a number of ours has nothing else. */
    private static BitMatrix bars(String no) {
        String ascii = no.replaceAll("[^\\x20-\\x7e]", "?");
        String content = ascii.isEmpty() ? "?" : ascii.substring(0, Math.min(ascii.length(), 40));
        return new Code128Writer().encode(content, BarcodeFormat.CODE_128, 0, 1);
    }

    /** A bit a module, within the page itself; the printer makes it as sharp as it can. */
    private void image(BitMatrix matrix, float x, float y, float width, float height) throws IOException {
        int stride = (matrix.getWidth() + BITS - 1) / BITS;
        byte[] bits = new byte[stride * matrix.getHeight()];
        for (int row = 0; row < matrix.getHeight(); row++) {
            for (int column = 0; column < matrix.getWidth(); column++) {
                if (!matrix.get(column, row)) {
                    bits[row * stride + column / BITS] |= (byte) (1 << (BITS - 1 - column % BITS));
                }
            }
        }
        COSDictionary said = new COSDictionary();
        said.setInt(COSName.W, matrix.getWidth());
        said.setInt(COSName.H, matrix.getHeight());
        said.setInt(COSName.BPC, 1);
        said.setItem(COSName.CS, COSName.G);
        // for cameras and scanners: to who reads, the words beside it say the same
        pen.beginMarkedContent(COSName.ARTIFACT);
        pen.drawImage(new PDInlineImage(said, bits, new PDResources()), x, y, width, height);
        pen.endMarkedContent();
    }

    /** Writes the whole; a page without a label if there is none. */
    int write(OutputStream out) throws IOException {
        if (pen == null) {
            page();
        }
        pen.close();
        document.save(out);
        return count;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
