package de.schulpakt.funding.deadline;

import de.schulpakt.platform.calendar.Easter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Working days: neither weekend nor public holiday. */
final class WorkingDays {
    private WorkingDays() {
    }

    /**
     * The day itself, or the next working day.
     *
     * @param state RP knows Corpus Christi and All Saints; of others only what holds everywhere
     */
    static LocalDate from(LocalDate day, String state) {
        LocalDate found = day;
        while (found.getDayOfWeek() == DayOfWeek.SATURDAY || found.getDayOfWeek() == DayOfWeek.SUNDAY || holiday(found, state)) {
            found = found.plusDays(1);
        }
        return found;
    }

    static boolean holiday(LocalDate day, String state) {
        LocalDate easter = Easter.sunday(day.getYear());
        int year = day.getYear();
        return Set.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 5, 1), LocalDate.of(year, 10, 3), LocalDate.of(year, 12, 25),
                LocalDate.of(year, 12, 26), easter.minusDays(2), easter.plusDays(1), easter.plusDays(39), easter.plusDays(50)).contains(day)
                || "RP".equals(state) && (day.equals(easter.plusDays(60)) || day.equals(LocalDate.of(year, 11, 1)));
    }
}
