package de.schulpakt.install.floor;

import de.schulpakt.paper.PaperQueries;
import de.schulpakt.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.tasks.UnsupportedFormatException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The picture of a floor: which it is, a page of a PDF as one, and with the numbers of its marks drawn on it. */
@ApplicationScoped
class FloorPicture {
    private static final float LONGEST = 2600;
    private static final float SHARPEST = 3;
    /** The strokes of each digit, as on a pocket calculator: top, upper left, upper right, middle, lower left, lower right, bottom. */
    private static final String[] DIGITS = {"1110111", "0010010", "1011101", "1011011", "0111010", "1101011", "1101111", "1010010", "1111111", "1111011"};
    private static final double[][] STROKES = {{0, 0, 1, 0}, {0, 0, 0, 1}, {1, 0, 1, 1}, {0, 1, 1, 1}, {0, 1, 0, 2}, {1, 1, 1, 2}, {0, 2, 1, 2}};

    @Inject
    PaperQueries papers;

    /** The newest picture among the papers of a plan that may be opened. */
    Optional<PaperQueries.Row> of(long plan) {
        return of(papers.all("FloorPlan", plan));
    }

    /** The newest picture of these papers. */
    static Optional<PaperQueries.Row> of(List<PaperQueries.Row> rows) {
        return rows.stream().filter(row -> row.removedAt() == null && row.replacedBy() == null && row.contentId() != null
                && row.mediaType().startsWith("image/")).findFirst();
    }

    /** The bytes of a paper; refuses as opening it. */
    byte[] bytes(long paper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            papers.copy(papers.content(paper), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * A page of a PDF as a PNG whose longer side has at most 2600 points.
     *
     * @throws Refused {@code floor.pdf_page}; {@code floor.pdf_broken}
     */
    static byte[] page(byte[] pdf, int page) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (page > document.getNumberOfPages()) {
                throw new Refused("floor.pdf_page", document.getNumberOfPages());
            }
            PDRectangle box = document.getPage(page - 1).getCropBox();
            float scale = Math.min(SHARPEST, LONGEST / Math.max(1, Math.max(box.getWidth(), box.getHeight())));
            return png(new PDFRenderer(document).renderImage(page - 1, scale, ImageType.RGB));
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("floor.pdf_broken");
        }
    }

    /** The picture with the number of each mark at its place, from one on. */
    static byte[] numbered(byte[] picture, List<FloorQueries.Mark> marks) {
        try {
            // turned as the camera says, as browsers show it: the marks stand where they were put
            BufferedImage read = Thumbnails.of(new ByteArrayInputStream(picture)).scale(1).asBufferedImage();
            double scale = Math.min(1, LONGEST / Math.max(read.getWidth(), read.getHeight()));
            BufferedImage image = new BufferedImage(Math.max(1, (int) (read.getWidth() * scale)), Math.max(1, (int) (read.getHeight() * scale)),
                    BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = image.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
            pen.drawImage(read, 0, 0, image.getWidth(), image.getHeight(), null);
            double radius = Math.max(9, Math.min(image.getWidth(), image.getHeight()) / 45.0);
            for (int i = 0; i < marks.size(); i++) {
                mark(pen, marks.get(i).x() / 1000.0 * image.getWidth(), marks.get(i).y() / 1000.0 * image.getHeight(), radius, String.valueOf(i + 1));
            }
            pen.dispose();
            return png(image);
        } catch (UnsupportedFormatException e) {
            return picture;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mark(Graphics2D pen, double x, double y, double radius, String number) {
        pen.setColor(Color.WHITE);
        pen.fillOval((int) (x - radius), (int) (y - radius), (int) (2 * radius), (int) (2 * radius));
        pen.setColor(Color.BLACK);
        pen.setStroke(new BasicStroke((float) Math.max(1, radius / 9)));
        pen.drawOval((int) (x - radius), (int) (y - radius), (int) (2 * radius), (int) (2 * radius));
        double unit = radius * (number.length() > 2 ? 0.3 : 0.42);
        double left = x - (number.length() * unit * 1.6 - unit * 0.6) / 2;
        for (int at = 0; at < number.length(); at++) {
            String strokes = DIGITS[number.charAt(at) - '0'];
            for (int i = 0; i < STROKES.length; i++) {
                if (strokes.charAt(i) == '1') {
                    double[] s = STROKES[i];
                    pen.drawLine((int) (left + s[0] * unit), (int) (y - unit + s[1] * unit), (int) (left + s[2] * unit), (int) (y - unit + s[3] * unit));
                }
            }
            left += unit * 1.6;
        }
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
