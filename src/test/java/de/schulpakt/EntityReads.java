package de.schulpakt;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the texts of the sources for JPQL and SQL, because a query in a string passes under every wall that the compiler
 * keeps: which entities and tables each room reads, compared with what it declares.
 */
final class EntityReads {
    private static final Path SOURCES = Path.of("src/main/java/de/schulpakt");
    private static final Pattern LITERAL = Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"|//[^\\n]*|/\\*.*?\\*/|'(?:[^'\\\\]|\\\\.)+'", Pattern.DOTALL);
    private static final Pattern SUBJECT = Pattern.compile("(?i:\\b(?:from|join|update|into))\\s+([A-Za-z_]+)\\b");
    private static final Pattern ALSO = Pattern.compile(",\\s+([A-Z][A-Za-z]+)\\s+[a-z]\\w*\\b");

    private final Rooms rooms;
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, Map<String, Set<String>>> reads = new TreeMap<>();

    EntityReads(Rooms rooms) throws IOException {
        this.rooms = rooms;
        for (JavaClass type : rooms.classes()) {
            if (type.isAnnotatedWith(Entity.class)) {
                String named = type.getAnnotationOfType(Entity.class).name();
                String entity = named.isEmpty() ? type.getSimpleName() : named;
                owners.put(entity, rooms.of(type));
                tables.put(type.getAnnotationOfType(Table.class).name(), entity);
            }
        }
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                read(file);
            }
        }
    }

    private void read(Path file) throws IOException {
        String name = SOURCES.relativize(file.getParent()).toString().replace(file.getFileSystem().getSeparator(), ".");
        String room = Stream.iterate(name, n -> n.contains(".") ? n.substring(0, n.lastIndexOf('.')) : null).takeWhile(n -> n != null)
                .filter(rooms.all()::containsKey).findFirst().orElse(null);
        if (room == null) {
            return;
        }
        for (String subject : subjects(Files.readString(file))) {
            String entity = owners.containsKey(subject) ? subject : tables.get(subject);
            if (entity != null) {
                reads.computeIfAbsent(room, r -> new TreeMap<>()).computeIfAbsent(entity, e -> new TreeSet<>()).add(file.getFileName().toString());
            }
        }
    }

    /** What the texts of a source name after from, join, update and into; comments do not count. */
    static Set<String> subjects(String source) {
        Set<String> subjects = new TreeSet<>();
        Matcher literal = LITERAL.matcher(source);
        while (literal.find()) {
            String text = literal.group(1) != null ? literal.group(1) : literal.group(2);
            if (text == null) {
                continue;
            }
            for (Pattern pattern : List.of(SUBJECT, ALSO)) {
                Matcher subject = pattern.matcher(text);
                while (subject.find()) {
                    subjects.add(subject.group(1));
                }
            }
        }
        return subjects;
    }

    /** How many readings of an entity there are. */
    int found() {
        return reads.values().stream().mapToInt(Map::size).sum();
    }

    /** Readings of foreign rows that the room does not declare. */
    Set<String> undeclared() {
        Set<String> faults = new TreeSet<>();
        reads.forEach((room, entities) -> entities.forEach((entity, files) -> {
            if (!room.equals(owners.get(entity)) && !List.of(rooms.all().get(room).reads()).contains(entity)) {
                faults.add(room + " reads " + entity + " of " + owners.get(entity) + " in " + files);
            }
        }));
        return faults;
    }

    /** Declarations that nothing needs any more. */
    Set<String> declaredInVain() {
        Set<String> faults = new TreeSet<>();
        rooms.all().forEach((room, declared) -> {
            for (String entity : declared.reads()) {
                if (!reads.getOrDefault(room, Map.of()).containsKey(entity)) {
                    faults.add(room + " declares to read " + entity + ", but does not");
                }
            }
        });
        return faults;
    }
}
