package de.schulpakt.funding.audit;

import de.schulpakt.platform.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP that is written file by file and remembers what it holds. */
final class BundleFile implements AutoCloseable {
    private static final int LONGEST = 120;
    private final ZipOutputStream zip;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();

    /**
     * A file of it.
     *
     * @param sha256 empty for what is not there
     * @param from   where it comes from, or why it is not there
     */
    record Entry(String path, Long size, String sha256, String from) {
    }

    /** What writes a file. */
    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    BundleFile(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** Writes a file; a second one of the same name gets a number. */
    void add(String folder, String name, String from, Writer writer) throws IOException {
        String path = free(folder + "/" + plain(name));
        zip.putNextEntry(new ZipEntry(path));
        Counting out = new Counting(zip);
        writer.write(out);
        out.flush();
        zip.closeEntry();
        entries.add(new Entry(path, out.size, HexFormat.of().formatHex(out.digest.digest()), from));
    }

    /** Names what is not there. */
    void missing(String folder, String name, String why) {
        entries.add(new Entry(folder + "/" + plain(name), 0L, "", why));
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** A name that means the same on every system: no path, no control characters. */
    static String plain(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]+", "_").strip();
        plain = plain.matches("\\.*") ? "_" : plain;
        return plain.length() <= LONGEST ? plain : plain.substring(plain.length() - LONGEST);
    }

    private String free(String path) {
        String found = path;
        int dot = path.lastIndexOf('.') > path.lastIndexOf('/') ? path.lastIndexOf('.') : path.length();
        for (int i = 2; !paths.add(found); i++) {
            found = path.substring(0, dot) + " (" + i + ")" + path.substring(dot);
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        zip.finish();
        zip.flush();
    }

    /** Counts and hashes what passes; closing it leaves the ZIP open. */
    private static final class Counting extends FilterOutputStream {
        private final MessageDigest digest = Sha256.digest();
        private long size;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            digest.update((byte) b);
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            digest.update(bytes, from, length);
            size += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
