package de.schulpakt.platform.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Texts as people mean them: how they are kept, and when two of them are the same. The collation of the schema compares by
 * the same rules, so that what a dry run calls a new thing is a new row.
 */
public final class Fold {
    /** What people put between the signs of a number. */
    private static final Pattern BETWEEN = Pattern.compile("[-./:\\u2010-\\u2015]");

    private Fold() {
    }

    /**
     * The text as it is kept: composed letters, single blanks, none at the ends, nothing that cannot be seen (zero-width and
     * control characters, byte order marks); null if nothing is left.
     */
    public static String text(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        // composed letters: what a Mac writes as a and two dots must equal what others write as ä
        String composed = Normalizer.isNormalized(text, Normalizer.Form.NFC) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(composed.length());
        boolean gap = false;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (blank(c)) {
                gap = folded.length() > 0;
            } else if (!invisible(c)) {
                if (gap) {
                    folded.append(' ');
                    gap = false;
                }
                folded.append(c);
            }
        }
        return folded.length() == 0 ? null : folded.toString();
    }

    /**
     * The form in which two texts are equal if people take them for the same: upper and lower case are, a letter with and one
     * without accent or dots are not. Null stays null.
     */
    public static String key(String text) {
        String folded = text(text);
        if (folded == null) {
            return null;
        }
        String plain = Normalizer.normalize(folded, Normalizer.Form.NFKC);
        StringBuilder key = new StringBuilder(plain.length());
        plain.codePoints().map(Character::toUpperCase).map(Character::toLowerCase).forEach(key::appendCodePoint);
        return key.toString();
    }

    /** A number as it is printed on a thing: {@link #text} without any blank, for scanners and tables put them in; or null. */
    public static String code(String text) {
        String folded = text(text);
        return folded == null ? null : folded.replace(" ", "");
    }

    /** A number as it is looked for, in whatever notation: {@link #code} without hyphens, dots, colons and strokes; null if nothing is left. */
    public static String number(String text) {
        String code = code(text);
        String bare = code == null ? "" : BETWEEN.matcher(code).replaceAll("");
        return bare.isEmpty() ? null : bare;
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) && !(c >= 0x1c && c <= 0x1f) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean invisible(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.CONTROL || c >= 0xfe00 && c <= 0xfe0f;
    }
}
