package de.schulpakt.platform.text;

import java.util.Locale;

/** A share in basis points: 1000 is 10 %. */
public record Percent(int basisPoints) {
    /** With two decimals as they are written in the language: 10,00 % or 10.00 %. */
    public String text(Locale locale) {
        return Money.of(basisPoints).amount(locale) + " %";
    }

    /** This share of an amount, rounded half up to the cent. */
    public Money of(Money amount) {
        return Money.of(Math.floorDiv(Math.addExact(Math.multiplyExact(amount.cents(), (long) basisPoints), 5_000L), 10_000L));
    }
}
