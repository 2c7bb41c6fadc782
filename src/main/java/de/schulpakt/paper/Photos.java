package de.schulpakt.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;

/** Pictures: without what they tell about place and person, and small. Nothing here holds a whole large picture in memory. */
final class Photos {
    /** More than the largest cameras of phones; a picture that claims more is made to fill memories. */
    static final long MOST_PIXELS = 120_000_000;
    private static final int PREVIEW = 480;
    /** One at a time: decoding is what costs memory and processors. */
    private static final Semaphore TURN = new Semaphore(1);
    private static final Set<String> PNG_TELLS = Set.of("eXIf", "tEXt", "zTXt", "iTXt", "tIME");
    private static final int PNG_HEAD = 8;

    private Photos() {
    }

    /** Width times height as the head of the picture says; 0 if it has none. */
    static long pixels(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = in == null ? java.util.Collections.emptyIterator() : ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return 0;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } catch (IOException | RuntimeException broken) {
                return 0;
            } finally {
                reader.dispose();
            }
        }
    }

    /** A small JPEG of a picture, turned as it should be; null if it cannot be drawn. */
    static byte[] preview(Path file, int orientation) throws IOException {
        TURN.acquireUninterruptibly();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int step = Math.max(1, Math.min(reader.getWidth(0), reader.getHeight(0)) / (2 * PREVIEW));
                ImageReadParam some = reader.getDefaultReadParam();
                some.setSourceSubsampling(step, step, 0, 0);
                return small(reader.read(0, some), orientation);
            } catch (IOException | RuntimeException broken) {
                return null;
            } finally {
                reader.dispose();
            }
        } finally {
            TURN.release();
        }
    }

    private static byte[] small(BufferedImage image, int orientation) throws IOException {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        java.awt.Graphics2D pen = plain.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, plain.getWidth(), plain.getHeight());
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        double turn = orientation == 3 || orientation == 4 ? 180 : orientation == 6 || orientation == 5 ? 90
                : orientation == 8 || orientation == 7 ? 270 : 0;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int side = Math.min(PREVIEW, Math.max(plain.getWidth(), plain.getHeight()));
        Thumbnails.of(plain).size(side, side).rotate(turn).outputFormat("jpg").outputQuality(0.8).toOutputStream(out);
        return out.toByteArray();
    }

    /**
     * Copies a JPEG without its metadata: of these only how it is to be turned stays. What follows its end does not come along.
     *
     * @return how it is to be turned, 1 to 8
     * @throws IOException if it is no whole JPEG
     */
    static int jpeg(InputStream source, OutputStream out) throws IOException {
        PushbackInputStream in = new PushbackInputStream(source, 2);
        DataInputStream data = new DataInputStream(in);
        if (data.readUnsignedShort() != 0xFFD8) {
            throw new IOException("no JPEG");
        }
        out.write(0xFF);
        out.write(0xD8);
        int orientation = 1;
        boolean told = false;
        while (true) {
            int marker = marker(data);
            if (marker == 0xD9) {
                out.write(0xFF);
                out.write(0xD9);
                return orientation;
            }
            if (marker == 0x01 || marker >= 0xD0 && marker <= 0xD7) {
                continue;
            }
            int length = data.readUnsignedShort() - 2;
            if (length < 0) {
                throw new IOException("a segment of no length");
            }
            byte[] segment = data.readNBytes(length);
            if (segment.length < length) {
                throw new EOFException();
            }
            if (marker == 0xE1 && starts(segment, "Exif\0\0")) {
                orientation = Math.max(orientation, orientation(segment));
            }
            if (!keeps(marker, segment)) {
                continue;
            }
            boolean picture = marker != 0xE0;
            if (picture && !told && orientation > 1) {
                exif(out, orientation);
                told = true;
            }
            segment(out, marker, segment);
            if (marker == 0xDA) {
                scan(in, out);
            }
        }
    }

    /** JFIF, colour profile, Adobe's colour transform, and what the picture is drawn of. */
    private static boolean keeps(int marker, byte[] segment) {
        if (marker == 0xE0) {
            return starts(segment, "JFIF\0");
        }
        if (marker == 0xE2) {
            return starts(segment, "ICC_PROFILE\0");
        }
        return marker == 0xEE || marker < 0xE0 || marker > 0xFE;
    }

    private static int marker(DataInputStream in) throws IOException {
        int c = in.readUnsignedByte();
        if (c != 0xFF) {
            throw new IOException("no marker");
        }
        while (c == 0xFF) {
            c = in.readUnsignedByte();
        }
        return c;
    }

    private static void segment(OutputStream out, int marker, byte[] bytes) throws IOException {
        out.write(0xFF);
        out.write(marker);
        out.write((bytes.length + 2) >> 8);
        out.write(bytes.length + 2);
        out.write(bytes);
    }

    /** Until the next marker that is none of the drawing's own. */
    private static void scan(PushbackInputStream in, OutputStream out) throws IOException {
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException();
            }
            if (c != 0xFF) {
                out.write(c);
                continue;
            }
            int next = in.read();
            if (next == 0x00 || next >= 0xD0 && next <= 0xD7) {
                out.write(c);
                out.write(next);
            } else if (next == 0xFF) {
                in.unread(next);
            } else if (next < 0) {
                throw new EOFException();
            } else {
                in.unread(next);
                in.unread(c);
                return;
            }
        }
    }

    private static void exif(OutputStream out, int orientation) throws IOException {
        byte[] head = "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(head, head.length + 7);
        all[head.length] = (byte) orientation;
        segment(out, 0xE1, all);
    }

    /** Of the first directory of an Exif segment. */
    private static int orientation(byte[] s) {
        boolean little = s.length > 8 && s[6] == 'I';
        int base = 6;
        if (s.length < base + 8) {
            return 1;
        }
        int at = base + number(s, base + 4, 4, little);
        if (at < base || at + 2 > s.length) {
            return 1;
        }
        int entries = number(s, at, 2, little);
        for (int i = 0; i < entries && at + 2 + 12 * (i + 1) <= s.length; i++) {
            int entry = at + 2 + 12 * i;
            if (number(s, entry, 2, little) == 0x0112) {
                int value = number(s, entry + 8, 2, little);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static int number(byte[] s, int at, int bytes, boolean little) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (0xFF & s[little ? at + i : at + bytes - 1 - i]) << (8 * i);
        }
        return value;
    }

    private static boolean starts(byte[] s, String with) {
        byte[] begin = with.getBytes(StandardCharsets.ISO_8859_1);
        return s.length >= begin.length && java.util.Arrays.equals(s, 0, begin.length, begin, 0, begin.length);
    }

    /**
     * Copies a PNG without what it tells beside the picture; what follows its end does not come along.
     *
     * @throws IOException if it is no whole PNG
     */
    static void png(InputStream source, OutputStream out, long most) throws IOException {
        DataInputStream in = new DataInputStream(source);
        out.write(in.readNBytes(PNG_HEAD));
        while (true) {
            int length = in.readInt();
            byte[] type = in.readNBytes(4);
            String name = new String(type, StandardCharsets.ISO_8859_1);
            if (length < 0 || length > most) {
                throw new IOException("a chunk of no length");
            }
            byte[] chunk = in.readNBytes(length + 4);
            if (chunk.length < length + 4) {
                throw new EOFException();
            }
            if (!PNG_TELLS.contains(name)) {
                out.write(new byte[] {(byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length});
                out.write(type);
                out.write(chunk);
            }
            if (name.equals("IEND")) {
                return;
            }
        }
    }

    /** Bytes of a file, to be read once. */
    static InputStream open(Path file) throws IOException {
        return new java.io.BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }
}
