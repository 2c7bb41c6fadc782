package de.schulpakt.platform.text;

import de.schulpakt.platform.Refused;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;

/** An amount in euro, held exactly in cents. Whether it is gross or net says the name of the field that holds it. */
public record Money(long cents) implements Comparable<Money> {
    /** Nothing. */
    public static final Money ZERO = new Money(0);
    private static final int FULL_BP = 10_000;
    private static final BigDecimal MOST = new BigDecimal("9999999999999.99");

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

    /** A share in basis points, rounded half up to the cent. */
    public Money shareHalfUp(int basisPoints) {
        return new Money(exact(BigDecimal.valueOf(cents).multiply(BigDecimal.valueOf(basisPoints))
                .divide(BigDecimal.valueOf(FULL_BP), 0, RoundingMode.HALF_UP)));
    }

    /**
     * The amount in parts after these weights, which together are the amount: each part is rounded down, and the cents that are
     * left go to those with the largest remainders, the first of equals. Of an amount below zero the parts are those of its opposite. If
     * the weights add up to nothing, all parts are equal; a weight may be below zero, like a discount among goods.
     */
    public long[] split(long... weights) {
        if (cents < 0) {
            return Arrays.stream(new Money(Math.negateExact(cents)).split(weights)).map(part -> -part).toArray();
        }
        BigInteger all = BigInteger.ZERO;
        for (long weight : weights) {
            all = all.add(BigInteger.valueOf(weight));
        }
        if (all.signum() == 0) {
            return weights.length == 0 ? weights : split(Arrays.stream(weights).map(w -> 1).toArray());
        }
        if (all.signum() < 0) {
            return split(Arrays.stream(weights).map(Math::negateExact).toArray());
        }
        long[] parts = new long[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        long left = cents;
        for (int i = 0; i < weights.length; i++) {
            BigInteger product = BigInteger.valueOf(cents).multiply(BigInteger.valueOf(weights[i]));
            remainders[i] = product.mod(all);
            parts[i] = product.subtract(remainders[i]).divide(all).longValueExact();
            left -= parts[i];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < weights.length; i++) {
                largest = remainders[i].compareTo(remainders[largest]) > 0 ? i : largest;
            }
            parts[largest]++;
            remainders[largest] = BigInteger.ONE.negate();
        }
        return parts;
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
     * Reads an amount as people write it in a language, by the rule of {@link NumberText}: 1234,5 or 1.234,50 or 1,234.50 or
     * 1234 EUR. Three digits behind the decimal sign are refused even if they are zeros: who writes 30.000 in English or 18,000 in German
     * means thousands more often than thousandths.
     *
     * @throws Refused {@code money.unreadable} if it is no amount, has more than two typed decimals or is too large
     */
    public static Money parse(String text, Locale locale) {
        String digits = text == null ? "" : text.replace("EUR", "").replace("€", "");
        BigDecimal amount = NumberText.read(digits, locale).filter(n -> n.scale() <= 2)
                .filter(n -> n.abs().compareTo(MOST) <= 0).orElseThrow(() -> new Refused("money.unreadable", text == null ? "" : text));
        return new Money(exact(amount.movePointRight(2)));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    private static long exact(BigDecimal cents) {
        return cents.longValueExact();
    }
}
