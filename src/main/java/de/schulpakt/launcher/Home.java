package de.schulpakt.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder of one installation (data of the embedded database, logs, temporary files), held by one process at a time. */
public final class Home implements AutoCloseable {

    private static final int KEY_BYTES = 32;
    private static final int LOCK_ATTEMPTS = 15;
    private static final long LOCK_PAUSE = 200;

    private final Path folder;
    private final FileChannel lockFile;

    private Home(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder if needed and locks it. The operating system drops the lock with the process, however it ends.
     *
     * @param folder where
     * @return the locked folder with an empty {@code tmp}
     */
    public static Home open(Path folder) {
        try {
            Files.createDirectories(folder);
            onlyMine(folder);
            Files.createDirectories(folder.resolve("logs"));
            FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lockSoon(channel)) {
                channel.close();
                throw new StartFailure("The folder " + folder + " is in use by another running Schulpakt: stop that one, or set SCHULPAKT_HOME to another folder.");
            }
            Home home = new Home(folder, channel);
            home.emptyTmp();
            return home;
        } catch (IOException e) {
            throw new StartFailure("The folder " + folder + " cannot be written (" + reason(e) + "): make it writable, or set SCHULPAKT_HOME to another folder.", e);
        }
    }

    /** Nobody else on this machine reads people's data in the tables, the log or an upload. */
    private static void onlyMine(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** A Schulpakt that was killed a moment ago may still be about to end. */
    private static boolean lockSoon(FileChannel channel) throws IOException {
        for (int attempt = 0; attempt < LOCK_ATTEMPTS; attempt++) {
            if (lock(channel)) {
                return true;
            }
            try {
                Thread.sleep(LOCK_PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String reason(IOException e) {
        String name = e.getClass().getSimpleName().replace("Exception", "");
        return e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : name;
    }

    /** What a killed process left behind would otherwise pile up here. */
    private void emptyTmp() throws IOException {
        Path tmp = folder.resolve("tmp");
        if (Files.isDirectory(tmp, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> all = Files.walk(tmp)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
        Files.createDirectories(tmp);
        onlyMine(tmp);
    }

    /**
     * The key with which this installation seals secrets: 32 bytes in Base64, made at the first start. It stands outside the
     * database, so that a copy of the database betrays none of them.
     */
    String key() {
        Path file = folder.resolve("key");
        try {
            if (!Files.exists(file)) {
                byte[] made = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(made);
                Files.move(writeSecret("key.part", Base64.getEncoder().encodeToString(made) + "\n"), file, StandardCopyOption.ATOMIC_MOVE);
            }
            String key = Files.readString(file).strip();
            if (Base64.getDecoder().decode(key).length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // no Base64: the same sentence as a wrong length
        } catch (IOException e) {
            throw new StartFailure("The file " + file + " cannot be read or written (" + reason(e) + "): make it readable for the one who starts Schulpakt.", e);
        }
        throw new StartFailure("The file " + file + " holds no key: put the saved one there; without it, delete the file, and second factors are set up anew.");
    }

    /**
     * Writes a file that only its owner can read.
     *
     * @param name    file name in this folder
     * @param content the text
     * @return the file
     */
    Path writeSecret(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.writeString(file, content);
    }

    /**
     * @param name a file or folder of this home
     * @return its path
     */
    public Path path(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new StartFailure("The lock of " + folder + " could not be released.", e);
        }
    }
}
