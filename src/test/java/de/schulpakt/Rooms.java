package de.schulpakt;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import de.schulpakt.kit.OwnClasses;
import de.schulpakt.platform.Module;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rooms that the sources declare with {@link Module}, and which may use which. */
final class Rooms {
    private static final String ROOT = "de.schulpakt.";

    private final JavaClasses classes;
    private final Map<String, Module> all = new TreeMap<>();

    private Rooms(JavaClasses classes) {
        this.classes = classes;
        for (JavaClass type : classes) {
            if (type.getSimpleName().equals("package-info") && type.isAnnotatedWith(Module.class)) {
                all.put(type.getPackageName().substring(ROOT.length()), type.getAnnotationOfType(Module.class));
            }
        }
    }

    static Rooms read() {
        return new Rooms(OwnClasses.all());
    }

    JavaClasses classes() {
        return classes;
    }

    /** Rooms by name. */
    Map<String, Module> all() {
        return all;
    }

    /** The room in which a class stands: the longest declared package around it; null if there is none. */
    String of(JavaClass type) {
        JavaClass plain = type.getBaseComponentType();
        return plain.getPackageName().startsWith(ROOT) ? of(plain.getPackageName().substring(ROOT.length())) : null;
    }

    private String of(String name) {
        String room = name;
        while (!all.containsKey(room)) {
            int dot = room.lastIndexOf('.');
            if (dot < 0) {
                return null;
            }
            room = room.substring(0, dot);
        }
        return room;
    }

    /** The room of that name and all rooms of the area of that name. */
    Set<String> below(String name) {
        return all.keySet().stream().filter(r -> r.equals(name) || r.startsWith(name + ".")).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a room may use directly; of its own area a name means the room of that name alone. */
    Set<String> direct(String room) {
        return List.of(all.get(room).uses()).stream().flatMap(used -> room.startsWith(used + ".") ? Stream.of(used)
                        : below(used).stream()).filter(r -> !r.equals(room))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The room and all that it may use, directly or through what it uses. */
    Set<String> reach(String room) {
        Set<String> reached = new TreeSet<>();
        reach(room, reached);
        return reached;
    }

    private void reach(String room, Set<String> reached) {
        if (reached.add(room)) {
            direct(room).forEach(used -> reach(used, reached));
        }
    }

    /** True if other rooms may use the class; a nested one follows the class around it. */
    boolean exposed(String room, JavaClass type) {
        JavaClass outer = type.getBaseComponentType();
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        List<String> names = List.of(all.get(room).exposes());
        return names.contains(outer.getSimpleName()) || outer.getSimpleName().equals("package-info");
    }
}
