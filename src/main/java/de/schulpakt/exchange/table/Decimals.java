package de.schulpakt.exchange.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Reads numbers as people and programs write them: 50.34, 50,34, 1.234,5 and 1,234.5. */
public final class Decimals {
    /** One sign, and behind it exactly three digits: thousands to one reader, thousandths to the other. */
    private static final Pattern EITHER = Pattern.compile("[+-]?\\d+[.,]\\d{3}");

    private Decimals() {
    }

    /**
     * An amount in euros in cents, rounded half up; null if the text is none, or if nobody can say whether its only sign groups thousands: 30.000
     * is neither thirty nor thirty thousand.
     *
     * @param most euros that it may be at most, above or below zero
     */
    public static Long cents(String text, BigDecimal most) {
        String plain = text.replaceAll("(?i)[\\s\u00a0\u202f'’€]|eur", "");
        BigDecimal euros = EITHER.matcher(plain).matches() ? null : of(plain, false);
        return euros == null || euros.abs().compareTo(most) > 0 ? null
                : Long.valueOf(euros.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /**
     * The number, null if the text is none.
     *
     * @param whole true if whole numbers are expected: then a single point or comma before three digits groups them
     */
    public static BigDecimal of(String text, boolean whole) {
        String digits = text.replaceAll("[\\s'’]", "");
        int comma = digits.lastIndexOf(',');
        int point = digits.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            digits = comma > point ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "");
        } else if (whole && digits.matches("[+-]?\\d{1,3}([.,]\\d{3})+")) {
            digits = digits.replaceAll("[.,]", "");
        } else {
            digits = digits.replace(',', '.');
        }
        return digits.matches("[+-]?\\d{1,15}(\\.\\d{1,20})?([eE][+-]?\\d)?") ? new BigDecimal(digits) : null;
    }
}
