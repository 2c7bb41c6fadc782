package de.schulpakt.platform.text;

/** A text that somebody looks for, as the pattern of a LIKE with {@code !} as escape. */
public final class Like {
    private Like() {
    }

    /** True if anything is looked for. */
    public static boolean asked(String text) {
        return text != null && !text.isBlank();
    }

    /** The text anywhere; its own percent signs and underscores stand for themselves. */
    public static String anywhere(String text) {
        return "%" + beginning(text);
    }

    /** The text at the beginning: a pattern that an index can answer. */
    public static String beginning(String text) {
        return text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
