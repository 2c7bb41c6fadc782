package de.schulpakt.procurement;

/** A text that somebody looks for, as the pattern of a LIKE with {@code !} as escape. */
final class Like {
    private Like() {
    }

    /** True if anything is looked for. */
    static boolean asked(String text) {
        return text != null && !text.isBlank();
    }

    /** The text anywhere; its own percent signs and underscores stand for themselves. */
    static String anywhere(String text) {
        return "%" + text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
