package de.schulpakt.platform.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text as a question to a FULLTEXT index of the database: it finds rows in which each word begins a word. */
public final class Fulltext {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 84;
    /** Words of three letters or more that the index does not keep. */
    private static final Set<String> UNKEPT = Set.of("about", "are", "com", "for", "from", "how", "that", "the", "this", "was", "what",
            "when", "where", "who", "will", "with", "und", "www");

    /** Numbers of this house: the letter of their kind, then digits. */
    private static final Pattern NUMBER = Pattern.compile("(?i)[A-Z]-?\\d[\\d-]*");

    private Fulltext() {
    }

    /** True for the beginning of a number of this house, such as {@code B-2026-0042}: nobody looks for it among words. */
    public static boolean number(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** The words of the text, in small letters. */
    public static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_]+")).filter(w -> !w.isEmpty()).toList();
    }

    /** True if the index keeps words that begin so. */
    public static boolean kept(String word) {
        return word.length() >= SHORTEST && word.length() <= LONGEST && !UNKEPT.contains(word);
    }

    /** The question for those words of the text that the index keeps; empty if it keeps none. */
    public static String question(String text) {
        return words(text).stream().filter(Fulltext::kept).map(w -> "+" + w + "*").collect(Collectors.joining(" "));
    }

    /** The regular expression for a text in which a word begins so: what the index says of a single row. */
    public static String expression(String word) {
        return "(?<![\\p{L}\\p{N}_])" + word;
    }
}
