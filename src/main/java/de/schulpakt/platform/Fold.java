package de.schulpakt.platform;

import java.text.Normalizer;

/** How texts of the register are kept: without blanks at the ends, no double ones within, nothing instead of emptiness. */
public final class Fold {
    private Fold() {
    }

    /** The text with single blanks; null if nothing is left. */
    public static String text(String text) {
        // composed letters: what a Mac writes as a and two dots must equal what others write as ä
        String folded = text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\u00ad\\u200b-\\u200d]", "")
                .replaceAll("[\\s\\u00a0\\u2007\\u202f\\ufeff]+", " ").strip();
        return folded.isEmpty() ? null : folded;
    }
}
