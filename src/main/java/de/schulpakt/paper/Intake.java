package de.schulpakt.paper;

import de.schulpakt.paper.type.SafeType;
import de.schulpakt.paper.type.Shown;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.TooLarge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;

/** Takes files in: reads them whole, finds out what they are, takes out what they tell, refuses what nobody should keep. */
@ApplicationScoped
public class Intake {
    private static final Tika TIKA = new Tika();
    private static final int BUFFER = 1 << 16;
    /** What an office document of each ending holds. */
    private static final Map<String, String> PARTS = Map.of("docx", "word/", "xlsx", "xl/", "pptx", "ppt/", "odt", "content.xml", "ods", "content.xml",
            "odp", "content.xml");

    @PersistenceContext
    EntityManager em;
    /** Photos that no decoder in Java reads: pages send them as JPEG. */
    private static final Set<String> HEIC = Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence");
    @Inject
    PaperSettings settings;

    /** Opens what came with a form. */
    @FunctionalInterface
    public interface Opening {
        /** The bytes, to be closed. */
        InputStream open() throws IOException;
    }

    /** Does the work with the file that came with a form, and lets go of it; refuses as {@link #take}. */
    public <T> T with(Opening opening, String sent, Function<Received, T> work) {
        try (InputStream in = opening.open(); Received received = take(in, sent)) {
            return work.apply(received);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file to its end.
     *
     * @param sent the name under which it came
     * @return what came in, to be closed
     * @throws Refused {@code paper.empty}, {@code paper.too_large}, {@code paper.type} for a type that is not on the list,
     *                 {@code paper.heic} for a photo that pages turn into a JPEG before they send it,
     *                 {@code paper.broken} for a picture or document that is not whole, {@code paper.pixels} for a picture that
     *                 claims to be larger than any
     */
    public Received take(InputStream in, String sent) {
        Path file = null;
        Received received = null;
        try {
            file = Files.createTempFile("paper", ".in");
            long size = copy(in, file);
            if (size == 0) {
                throw new Refused("paper.empty");
            }
            received = looked(file, sent);
            return received;
        } catch (TooLarge e) {
            throw new Refused("paper.too_large", settings.most() >> 20);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            if (file != null && (received == null || !received.file().equals(file))) {
                Received.delete(file);
            }
        }
    }

    private long copy(InputStream in, Path file) throws IOException {
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > settings.most()) {
                    throw new Refused("paper.too_large", settings.most() >> 20);
                }
                out.write(buffer, 0, n);
            }
        }
        return size;
    }

    private Received looked(Path file, String sent) throws IOException {
        String type = type(file, sent);
        List<?> known = em.createNativeQuery("select ending from paper_type where media_type = ? and offered").setParameter(1, type).getResultList();
        // data alone never let in what is not safe
        SafeType safe = SafeType.of(type).orElse(null);
        if (known.isEmpty() || safe == null) {
            throw HEIC.contains(type) ? new Refused("paper.heic") : new Refused("paper.type", type);
        }
        String ending = (String) known.get(0);
        if (PARTS.containsKey(ending)) {
            document(file, PARTS.get(ending));
        }
        boolean picture = safe.shown() == Shown.IMAGE;
        if (!picture) {
            return received(file, PaperNames.of(sent, ending), type, null);
        }
        long pixels = Photos.pixels(file);
        if (pixels > Photos.MOST_PIXELS) {
            throw new Refused("paper.pixels");
        }
        if (pixels == 0) {
            throw new Refused("paper.broken");
        }
        Path plain = Files.createTempFile("paper", ".out");
        boolean good = false;
        try {
            int turn = stripped(file, type, plain);
            Received made = received(plain, PaperNames.of(sent, ending), type, Photos.preview(plain, turn));
            good = true;
            return made;
        } finally {
            if (!good) {
                Received.delete(plain);
            }
        }
    }

    /** What the bytes say; the name only tells plain text from a table, and one kind of zip from another. */
    private static String type(Path file, String sent) throws IOException {
        try (InputStream in = Photos.open(file)) {
            return TIKA.detect(in, String.valueOf(sent).replaceAll("(?s).*[/\\\\]", "").replaceAll("[^\\w. -]", "_")).replaceFirst(";.*", "");
        }
    }

    private int stripped(Path file, String type, Path plain) throws IOException {
        try (InputStream in = Photos.open(file); OutputStream out = new BufferedOutputStream(Files.newOutputStream(plain), BUFFER)) {
            if (type.equals("image/jpeg")) {
                return Photos.jpeg(in, out);
            }
            Photos.png(in, out, settings.most());
            return 1;
        } catch (IOException broken) {
            throw new Refused("paper.broken");
        }
    }

    /** A zip is a document only if it holds what such a document holds, and no program. */
    private static void document(Path file, String part) {
        boolean found = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
                String name = all.nextElement().getName();
                if (name.endsWith("vbaProject.bin") || name.startsWith("Basic/")) {
                    throw new Refused("paper.program");
                }
                found |= name.startsWith(part);
            }
        } catch (IOException broken) {
            throw new Refused("paper.broken");
        }
        if (!found) {
            throw new Refused("paper.broken");
        }
    }

    private static Received received(Path file, String name, String type, byte[] preview) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Photos.open(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return new Received(file, name, type, Files.size(file), HexFormat.of().formatHex(in.getMessageDigest().digest()), preview);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
