package de.schulpakt.paper.print;

import de.schulpakt.platform.Refused;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What was drawn with a finger or a mouse: points in thousandths of the width, {@code 12,40 13,42;90,20 91,22}. */
record Strokes(String text) {
    private static final int LONGEST = 60_000;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 340;
    private static final float PEN = 5;

    /**
     * What was drawn; null for nothing.
     *
     * @throws Refused {@code sign.strokes} for what is no drawing
     */
    static Strokes of(String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        String text = sent.strip();
        if (text.length() > LONGEST) {
            throw new Refused("sign.strokes");
        }
        for (String stroke : text.split(";", -1)) {
            for (String point : stroke.split(" ", -1)) {
                if (!point.matches("\\d{1,4},\\d{1,4}") || x(point) > WIDTH || y(point) > HEIGHT) {
                    throw new Refused("sign.strokes");
                }
            }
        }
        return new Strokes(text);
    }

    private static int x(String point) {
        return Integer.parseInt(point.substring(0, point.indexOf(',')));
    }

    private static int y(String point) {
        return Integer.parseInt(point.substring(point.indexOf(',') + 1));
    }

    /** As a PNG, black on white. */
    byte[] picture() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (String stroke : text.split(";")) {
            Path2D path = new Path2D.Float();
            String[] points = stroke.split(" ");
            path.moveTo(x(points[0]), y(points[0]));
            for (String point : points) {
                path.lineTo(x(point), y(point));
            }
            pen.draw(path);
        }
        pen.dispose();
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
