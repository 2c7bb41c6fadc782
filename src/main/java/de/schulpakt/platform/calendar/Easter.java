package de.schulpakt.platform.calendar;

import java.time.LocalDate;

/** The day on which half of a year's holidays hang. */
public final class Easter {
    private Easter() {
    }

    /** Easter Sunday of a year, by the rule of Gauß as Lichtenberg has completed it. */
    public static LocalDate sunday(int year) {
        int k = year / 100;
        int m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
        int s = 2 - (3 * k + 3) / 4;
        int a = year % 19;
        int d = (19 * a + m) % 30;
        int r = (d + a / 11) / 29;
        int og = 21 + d - r;
        int sz = 7 - (year + year / 4 + s) % 7;
        return LocalDate.of(year, 3, 1).plusDays(og + 7 - (og - sz) % 7 - 1L);
    }
}
