package de.schulpakt.inventory.loan;

import java.time.LocalDate;

/** How long it is known who had what. School years end with July. */
public final class KeptPeople {
    /** School years after the one in which something ended. */
    static final int YEARS = 1;
    private static final int SCHOOL_YEAR_END = 7;

    private KeptPeople() {
    }

    /** What ended before this day is known no longer. */
    public static LocalDate since(LocalDate today) {
        int year = today.getMonthValue() > SCHOOL_YEAR_END ? today.getYear() : today.getYear() - 1;
        return LocalDate.of(year - YEARS, SCHOOL_YEAR_END + 1, 1);
    }
}
