package de.schulpakt.school;

/** How texts of the register are kept: without blanks at the ends, no double ones within, nothing instead of emptiness. */
final class Facts {
    private Facts() {
    }

    /** The text with single blanks; null if nothing is left. */
    static String fold(String text) {
        String folded = text == null ? "" : text.replaceAll("[\\s\\u00a0\\u2007\\u202f\\ufeff]+", " ").strip();
        return folded.isEmpty() ? null : folded;
    }
}
