package de.schulpakt.platform.faces.web;

import de.schulpakt.platform.Toned;
import java.util.Collection;
import java.util.Locale;

/** Functions of the tag library {@code k}. */
public final class Functions {
    private Functions() {
    }

    /** The constant with that name in a collection of enum constants, or null. */
    public static Object pick(Collection<?> constants, String name) {
        if (constants == null) {
            return null;
        }
        for (Object constant : constants) {
            if (constant instanceof Enum<?> e && e.name().equals(name)) {
                return constant;
            }
        }
        return null;
    }

    /** ok, wait, bad, go or mute. */
    public static String tone(Object state) {
        return state instanceof Toned toned ? toned.tone().name().toLowerCase(Locale.ROOT) : "mute";
    }
}
