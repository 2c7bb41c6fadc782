package de.schulpakt.platform.text;

import java.util.Locale;

/** A share in basis points: 1000 is 10 %. */
public record Percent(int basisPoints) {
    /** With two decimals as they are written in the language: 10,00 % or 10.00 %. */
    public String text(Locale locale) {
        return Money.of(basisPoints).amount(locale) + " %";
    }
}
