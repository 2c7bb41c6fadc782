package de.schulpakt.platform.text;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads numbers as people type them, by one rule for every field. The later of comma and point is the decimal sign. A sign
 * that stands alone is the decimal sign too, unless it is the one that groups thousands in the language and groups them
 * here: {@code 23.4} is twenty-three and four tenths in both languages, {@code 1.234} is a thousand in German only. What
 * fits neither way is no number.
 */
public final class NumberText {
    private static final int LONGEST = 40;
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,15}([.,]\\d{1,20})?");

    private NumberText() {
    }

    /** The number, with thousands grouped or not; empty if the text is none. */
    public static Optional<BigDecimal> read(String text, Locale locale) {
        String digits = clean(text);
        if (digits.length() > LONGEST) {
            return Optional.empty();
        }
        char own = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        char later = digits.lastIndexOf(',') > digits.lastIndexOf('.') ? ',' : '.';
        char earlier = later == ',' ? '.' : ',';
        if (digits.indexOf(earlier) >= 0) {
            return grouped(earlier, later).matcher(digits).matches()
                    ? plain(digits.replace(String.valueOf(earlier), "")) : Optional.empty();
        }
        boolean several = digits.indexOf(later) != digits.lastIndexOf(later);
        if ((several || later != own) && grouped(later, earlier).matcher(digits).matches()) {
            return plain(digits.replace(String.valueOf(later), ""));
        }
        return several ? Optional.empty() : plain(digits);
    }

    /** The number of a measure or a coordinate, where thousands do not occur: each sign is the decimal sign. */
    public static Optional<BigDecimal> measure(String text) {
        String digits = clean(text);
        return digits.length() > LONGEST ? Optional.empty() : plain(digits);
    }

    private static String clean(String text) {
        return text == null ? "" : text.replaceAll("[\\s\u00a0\u2009\u202f\u200b\u2060\ufeff]", "").replace('\u2212', '-');
    }

    /** Groups of three, the first of one to three digits, then perhaps decimals. */
    private static Pattern grouped(char group, char decimal) {
        return Pattern.compile("[+-]?[1-9]\\d{0,2}(" + Pattern.quote(String.valueOf(group)) + "\\d{3})+("
                + Pattern.quote(String.valueOf(decimal)) + "\\d{1,20})?");
    }

    private static Optional<BigDecimal> plain(String digits) {
        return PLAIN.matcher(digits).matches() ? Optional.of(new BigDecimal(digits.replace(',', '.'))) : Optional.empty();
    }
}
