package de.schulpakt.inventory.value;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Linear depreciation of an amount by months: the month of acquisition counts whole, the one in which it ends no more. Amounts in cents.
 *
 * @param cents what is written off
 * @param years over how many
 * @param from  day of acquisition
 * @param ended day on which the thing was given up, null while it is there
 */
public record Depreciation(long cents, int years, LocalDate from, LocalDate ended) {
    private static final int MONTHS = 12;

    /** What has been written off by the end of a year, rounded half up. */
    public long by(int year) {
        YearMonth first = YearMonth.from(from);
        YearMonth beyond = YearMonth.of(year, MONTHS).plusMonths(1);
        if (ended != null && YearMonth.from(ended).isBefore(beyond)) {
            beyond = YearMonth.from(ended);
        }
        long all = (long) years * MONTHS;
        long passed = Math.max(0, Math.min(all, ChronoUnit.MONTHS.between(first, beyond)));
        return BigInteger.valueOf(cents).multiply(BigInteger.valueOf(2 * passed)).add(BigInteger.valueOf(all)).divide(BigInteger.valueOf(2 * all)).longValueExact();
    }

    /** What is left at the end of a year; nothing once the thing is given up, or before it came. */
    public long value(int year) {
        return year < from.getYear() || ended != null && ended.getYear() <= year ? 0 : cents - by(year);
    }

    /** What is written off in a year. */
    public long in(int year) {
        return by(year) - by(year - 1);
    }

    /** What leaves the books in a year because the thing is given up. */
    public long disposal(int year) {
        return ended != null && ended.getYear() == year ? cents - by(year) : 0;
    }

    /** What comes into the books in a year. */
    public long addition(int year) {
        return from.getYear() == year ? cents : 0;
    }
}
