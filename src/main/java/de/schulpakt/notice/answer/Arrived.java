package de.schulpakt.notice.answer;

import java.util.List;

/**
 * A message as it was read.
 *
 * @param hash      of what names it
 * @param sender    mail address in small letters; null where there is none
 * @param subject   for people; nothing follows from it
 * @param to        the addresses to which it went, in small letters
 * @param automatic true if a program has sent it
 * @param words     what the sender says in it, without quoted text and signature; at most 4,000 characters
 * @param files     the names of what is attached
 */
record Arrived(String hash, String sender, String subject, List<String> to, boolean automatic, String words, List<String> files) {
    /** So much fits into a comment. */
    static final int LONGEST = 4_000;
    private static final int LONGEST_NAMES = 1_000;

    /** The same without what could not be read. */
    Arrived without() {
        return new Arrived(hash, sender, subject, to, automatic, "", List.of());
    }

    /** The names, one in a line; null for none. */
    String names() {
        return files.isEmpty() ? null : cut(String.join("\n", files), LONGEST_NAMES);
    }

    static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1) + "…";
    }
}
