package de.schulpakt.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The application as an open folder for who works on it ({@code java -jar target/schulpakt/schulpakt.jar demo dev}): a page,
 * style, script or text that is changed in {@code src/main} shows at the next load. Faces runs in its stage Development.
 */
final class DevFolder {

    private static final long PAUSE = 300;
    private static final Path PAGES = Path.of("src", "main", "webapp").toAbsolutePath();
    private static final Path RESOURCES = Path.of("src", "main", "resources").toAbsolutePath();
    private static final String PRODUCTION = "<param-value>Production</param-value>";

    private final Path folder;
    private final Consumer<String> say;
    private final Map<Path, FileTime> seen = new HashMap<>();

    private DevFolder(Path folder, Consumer<String> say) {
        this.folder = folder;
        this.say = say;
    }

    static Path follow(Path war, Home home, Consumer<String> say) {
        if (!Files.isDirectory(PAGES)) {
            throw new StartFailure("There is no " + PAGES + ": 'dev' is for working on Schulpakt, start it in the folder of its pom.xml.");
        }
        DevFolder dev = new DevFolder(home.path("tmp").resolve("schulpakt"), say);
        try {
            dev.unpack(war);
            dev.copyChanged(false);
        } catch (IOException e) {
            throw new StartFailure("The folder " + dev.folder + " could not be filled (" + e.getMessage() + "): make room there.", e);
        }
        System.setProperty("schulpakt.dev", dev.folder.resolve("WEB-INF").resolve("classes").toString());
        Thread follower = new Thread(dev::run, "schulpakt-dev");
        follower.setDaemon(true);
        follower.start();
        return dev.folder;
    }

    private void unpack(Path war) throws IOException {
        try (ZipFile zip = new ZipFile(war.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
                ZipEntry entry = all.nextElement();
                Path target = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory() || !target.startsWith(folder)) {
                    continue;
                }
                Files.createDirectories(target.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                try {
                    copyChanged(true);
                } catch (IOException e) {
                    say.accept("dev: " + e.getMessage() + " could not be copied");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void copyChanged(boolean tell) throws IOException {
        copyChanged(PAGES, folder, tell);
        copyChanged(RESOURCES, folder.resolve("WEB-INF").resolve("classes"), tell);
    }

    private void copyChanged(Path from, Path to, boolean tell) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!attributes.lastModifiedTime().equals(seen.put(file, attributes.lastModifiedTime()))) {
                    copy(file, to.resolve(from.relativize(file)));
                    if (tell) {
                        say.accept("dev: " + from.relativize(file));
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void copy(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        if (file.endsWith("web.xml")) {
            Files.writeString(target, Files.readString(file).replace(PRODUCTION, PRODUCTION.replace("Production", "Development")));
        } else {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
