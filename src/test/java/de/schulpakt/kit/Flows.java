package de.schulpakt.kit;

import de.schulpakt.launcher.Launcher;
import de.schulpakt.platform.step.Transitions;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All tables of lifecycles that the program has, found by their classes: a new one cannot be forgotten by a test. */
public final class Flows {
    private Flows() {
    }

    /** The tables by the simple names of their classes, which end in {@code Flow}. */
    public static Map<String, Transitions<?, ?>> all() {
        Map<String, Transitions<?, ?>> all = new TreeMap<>();
        Path root = Beans.classes(Launcher.class);
        try (Stream<Path> files = Files.walk(root.resolve("de").resolve("schulpakt"))) {
            files.map(file -> root.relativize(file).toString()).filter(name -> name.endsWith("Flow.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.').replace('\\', '.'))
                    .forEach(name -> all.put(name.substring(name.lastIndexOf('.') + 1), table(name)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    /** How the README says who may take a step. */
    public static String word(Transitions.Row<?, ?> row) {
        return row.permission() == null ? "follows by itself" : row.permission().name() + (row.asked() ? "" : ", follows");
    }

    private static Transitions<?, ?> table(String type) {
        try {
            for (Field field : Class.forName(type).getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == Transitions.class) {
                    field.setAccessible(true);
                    return (Transitions<?, ?>) field.get(null);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError(type + " has no table");
    }
}
