package de.schulpakt.exchange.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/** Amounts and days as treasuries, banks and finance systems write them. What could be read in two ways is not read. */
public final class TreasuryText {
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final long MOST = 100_000_000_000L;
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(?:(?:\\.\\d{3})+,\\d{1,2}|(?:,\\d{3})+\\.\\d{1,2}|(?:['’]\\d{3})+[.,]\\d{1,2})");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,12}(?:[.,]\\d{1,2})?");
    private static final Pattern EURO = Pattern.compile("(?i)eur|€");
    private static final Pattern CENT = Pattern.compile("(?i)cents?|ct");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,13}");

    private TreasuryText() {
    }

    /**
     * An amount in euros as cents, null if the text is none or could be read in two ways: 1.234,56 and 1234.56 and 1,234.56 are one, 1.234 is none.
     * What goes out has a minus before or behind it.
     */
    public static Long cents(String text) {
        String amount = bare(text, EURO);
        BigDecimal euros = GROUPED.matcher(amount).matches() || PLAIN.matcher(amount).matches() ? Decimals.of(amount, false) : null;
        return euros == null || euros.signum() == 0 || euros.abs().compareTo(BigDecimal.valueOf(MOST)) > 0 ? null : Long.valueOf(euros.movePointRight(2).longValueExact());
    }

    /** A whole number of cents, null if the text is none. */
    public static Long wholeCents(String text) {
        String cents = bare(text, CENT);
        return WHOLE.matcher(cents).matches() && Long.parseLong(cents) != 0 ? Long.valueOf(cents) : null;
    }

    private static String bare(String text, Pattern unit) {
        String bare = unit.matcher(text).replaceAll("").replaceAll("[\\s\u00a0]", "").replace('\u2212', '-');
        return bare.endsWith("-") ? "-" + bare.substring(0, bare.length() - 1) : bare;
    }

    /** The day as 31.12.2026, 2026-12-31 or 31122026, null if the text is none. */
    public static LocalDate day(String text) {
        try {
            String day = text.strip();
            return day.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(day)
                    : day.matches("\\d{8}") ? LocalDate.parse(day.substring(0, 2) + "." + day.substring(2, 4) + "." + day.substring(4), GERMAN) : LocalDate.parse(day, GERMAN);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
