package de.schulpakt.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Days on which banks carry out transfers in euro. Source: the calendar of TARGET of the European Central Bank, which is closed on
 * Saturdays, Sundays, New Year's Day, Good Friday, Easter Monday, 1 May, 25 and 26 December, and open on all other holidays.
 */
public final class BankDays {
    private BankDays() {
    }

    /** True if transfers are carried out on the day. */
    public static boolean open(LocalDate day) {
        int year = day.getYear();
        LocalDate easter = Easter.sunday(year);
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !Set.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 5, 1), LocalDate.of(year, 12, 25), LocalDate.of(year, 12, 26),
                        easter.minusDays(2), easter.plusDays(1)).contains(day);
    }

    /** The day itself, or the next one on which transfers are carried out. */
    public static LocalDate from(LocalDate day) {
        LocalDate found = day;
        while (!open(found)) {
            found = found.plusDays(1);
        }
        return found;
    }
}
