package de.schulpakt.overview;

/** A text that somebody looks for, as the pattern of a LIKE with {@code !} as escape. */
final class Like {
    private Like() {
    }

    /** The text anywhere; its own percent signs and underscores stand for themselves. */
    static String anywhere(String text) {
        return "%" + beginning(text);
    }

    /** The text at the beginning: a pattern that an index can answer. */
    static String beginning(String text) {
        return text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
