package de.schulpakt.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A file that has come in whole and was looked at, and is not yet kept; whoever has it closes it. */
public final class Received implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Received.class.getName());
    private final Path file;
    private final String name;
    private final String mediaType;
    private final long size;
    private final String sha256;
    private final byte[] preview;

    Received(Path file, String name, String mediaType, long size, String sha256, byte[] preview) {
        this.file = file;
        this.name = name;
        this.mediaType = mediaType;
        this.size = size;
        this.sha256 = sha256;
        this.preview = preview;
    }

    /** Where it stands until it is kept. */
    Path file() {
        return file;
    }

    /** A name that harms nobody. */
    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    long size() {
        return size;
    }

    /** Of the bytes as they will be kept. */
    String sha256() {
        return sha256;
    }

    /** A small JPEG, null for what is no picture. */
    byte[] preview() {
        return preview;
    }

    /** The bytes of a picture; null for what is none. */
    public byte[] picture() {
        try {
            return mediaType.startsWith("image/") ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        delete(file);
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a file that came in could not be deleted", e);
        }
    }
}
