package de.schulpakt.paper.print;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.fop.hyphenation.Hyphenation;
import org.apache.fop.hyphenation.HyphenationTree;
import org.apache.fop.hyphenation.Hyphenator;

/**
 * Where the words of a paper may be parted, by the patterns of TeX for German and English (Apache FOP with those of OFFO). Only
 * long words are: what is a number, a code, an address of mail or of the web stays whole, because nobody could tell whether the
 * hyphen belongs to it.
 */
final class Syllables {
    private static final char SOFT_HYPHEN = '\u00ad';
    /** Shorter words find a place in every column. */
    private static final int LONG = 9;
    /** As many letters stay on the line and go to the next one at least. */
    private static final int REST = 3;
    /** A word between blanks, marks or hyphens: one great letter at most, at its beginning. */
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}@._/:\\\\])(?<![\\p{N}._@/][-\u2010])\\p{Lu}?\\p{Ll}{" + (LONG - 1) + ",}(?![\\p{L}\\p{N}@_/\\\\]|[.:][\\p{L}\\p{N}/]|-[\\p{N}])");
    private static final Map<String, HyphenationTree> PATTERNS = new ConcurrentHashMap<>();

    private Syllables() {
    }

    /** The text with soft hyphens, which are seen only where a line ends; in another language than German and English as it is. */
    static String parted(String text, Locale locale) {
        String file = switch (locale.getLanguage()) {
            case "de" -> "de";
            case "en" -> "en_GB";
            default -> null;
        };
        if (file == null || text.length() < LONG) {
            return text;
        }
        HyphenationTree patterns = PATTERNS.computeIfAbsent(file, Hyphenator::getFopHyphenationTree);
        Matcher word = WORD.matcher(text);
        StringBuilder parted = null;
        int from = 0;
        while (word.find()) {
            Hyphenation places = patterns.hyphenate(word.group(), REST, REST);
            if (places != null) {
                parted = parted == null ? new StringBuilder(text.length() + REST * LONG) : parted;
                for (int at : places.getHyphenationPoints()) {
                    parted.append(text, from, word.start() + at).append(SOFT_HYPHEN);
                    from = word.start() + at;
                }
            }
        }
        return parted == null ? text : parted.append(text, from, text.length()).toString();
    }
}
