package de.schulpakt.exchange.table;

import java.math.BigDecimal;

/** Reads numbers as people and programs write them: 50.34, 50,34, 1.234,5 and 1,234.5. */
public final class Decimals {
    private Decimals() {
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
