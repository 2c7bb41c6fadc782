package de.schulpakt.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** An amount in euro, held exactly in cents. Whether it is gross or net says the name of the field that holds it. */
public record Money(long cents) implements Comparable<Money> {
    /** Nothing. */
    public static final Money ZERO = new Money(0);
    private static final int FULL_BP = 10_000;

    /** The amount in cents. */
    public static Money of(long cents) {
        return new Money(cents);
    }

    /** The sum; too large an amount is an error, never a wrong number. */
    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    /** The difference, which may be negative. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    /** The amount of so many pieces. */
    public Money times(int quantity) {
        return new Money(Math.multiplyExact(cents, (long) quantity));
    }

    /** A share in basis points, rounded up to the cent (own shares are rounded in favour of the funder). */
    public Money shareRoundedUp(int basisPoints) {
        return new Money(exact(BigDecimal.valueOf(cents).multiply(BigDecimal.valueOf(basisPoints))
                .divide(BigDecimal.valueOf(FULL_BP), 0, RoundingMode.CEILING)));
    }

    /** The net amount in this gross amount, for a tax rate in basis points, rounded half up to the cent. */
    public Money net(int vatBasisPoints) {
        return new Money(exact(BigDecimal.valueOf(cents).multiply(BigDecimal.valueOf(FULL_BP))
                .divide(BigDecimal.valueOf(FULL_BP + vatBasisPoints), 0, RoundingMode.HALF_UP)));
    }

    /** Digits as they are written in the language, with two decimals and without the currency: 1.234,50 or 1,234.50. */
    public String amount(Locale locale) {
        DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(locale));
        return format.format(BigDecimal.valueOf(cents, 2));
    }

    /** The amount with its currency: 1.234,50 EUR. */
    public String text(Locale locale) {
        return amount(locale) + " EUR";
    }

    /**
     * Reads an amount as people write it: 1234,5 or 1.234,50 or 1,234.50 or 1234 EUR.
     *
     * @throws Refused {@code money.unreadable} if it is no amount, has more than two decimals or is too large
     */
    public static Money parse(String text) {
        String digits = text == null ? "" : text.replace("EUR", "").replace("€", "").replaceAll("[\\s\u00a0\u202f]", "");
        int comma = digits.lastIndexOf(',');
        int point = digits.lastIndexOf('.');
        boolean pointIsGroup = point >= 0 && comma < 0 && digits.matches("-?\\d{1,3}(\\.\\d{3})+");
        char decimal = comma > point || pointIsGroup ? ',' : '.';
        char group = decimal == ',' ? '.' : ',';
        String plain = digits.replace(String.valueOf(group), "").replace(decimal, '.');
        if (!plain.matches("-?\\d{1,13}(\\.\\d{1,2})?")) {
            throw new Refused("money.unreadable", text == null ? "" : text);
        }
        return new Money(exact(new BigDecimal(plain).movePointRight(2)));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    private static long exact(BigDecimal cents) {
        return cents.longValueExact();
    }
}
