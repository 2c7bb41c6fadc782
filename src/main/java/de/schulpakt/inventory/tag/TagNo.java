package de.schulpakt.inventory.tag;

import de.schulpakt.platform.text.Fold;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number on a tag: that of its roll and its place on it, as in {@code X-2026-0003-0042}.
 *
 * @param roll number of the roll
 * @param at   place on it, from 1 on
 */
record TagNo(String roll, int at) {
    private static final Pattern FORM = Pattern.compile("X(\\d{4})(\\d{4,6})(\\d{4})");
    /** What a scanner gives that reads the address in a QR code. */
    private static final Pattern ADDRESS = Pattern.compile("(?i).*[?&]tag=([^&#]+).*");

    /** What was typed or scanned, in whatever notation; empty if it is no number of a tag. */
    static Optional<TagNo> of(String typed) {
        Matcher address = ADDRESS.matcher(typed == null ? "" : typed.strip());
        String key = Fold.number(address.matches() ? address.group(1) : typed);
        Matcher form = FORM.matcher(key == null ? "" : key.toUpperCase(Locale.ROOT));
        return form.matches() ? Optional.of(new TagNo("X-" + form.group(1) + "-" + form.group(2), Integer.parseInt(form.group(3)))) : Optional.empty();
    }

    /** As numbers are compared. */
    static String key(String roll, int at) {
        return Fold.number(new TagNo(roll, at).toString());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%04d", roll, at);
    }
}
