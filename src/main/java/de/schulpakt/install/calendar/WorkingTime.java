package de.schulpakt.install.calendar;

import de.schulpakt.platform.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Counts time in which somebody works.
 *
 * @param opens  beginning of a working day in Berlin
 * @param closes its end, later on the same day
 * @param off    more days on which nobody works, e.g. the movable holidays of a school
 */
public record WorkingTime(Holidays holidays, LocalTime opens, LocalTime closes, Set<LocalDate> off) {
    /** Hours in which a clock may change are nobody’s working hours. */
    public WorkingTime {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException(opens + " to " + closes);
        }
    }

    /** Without more days on which nobody works. */
    public WorkingTime(Holidays holidays, LocalTime opens, LocalTime closes) {
        this(holidays, opens, closes, Set.of());
    }

    /** Minutes of a working day. */
    public long minutesOfDay() {
        return Duration.between(opens, closes).toMinutes();
    }

    /** True from Monday to Friday, unless the day is a public holiday or one of the others on which nobody works. */
    public boolean works(LocalDate day) {
        return holidays.works(day) && !off.contains(day);
    }

    /** The day so many working days later, or earlier if negative; the day itself for none, also if nobody works on it. */
    public LocalDate plusDays(LocalDate day, int workingDays) {
        LocalDate at = day;
        for (int left = Math.abs(workingDays); left > 0;) {
            at = at.plusDays(Integer.signum(workingDays));
            left -= works(at) ? 1 : 0;
        }
        return at;
    }

    /** Working days after the first day up to the second, negative if that is the earlier one. */
    public int days(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate at = from.isBefore(to) ? from : to; at.isBefore(from.isBefore(to) ? to : from);) {
            at = at.plusDays(1);
            days += works(from.isBefore(to) ? at : at.minusDays(1)) ? 1 : 0;
        }
        return from.isBefore(to) ? days : -days;
    }

    /** That day, or the next one on which somebody works. */
    public LocalDate next(LocalDate day) {
        return works(day) ? day : plusDays(day, 1);
    }

    /** The instant at which so much has been worked, from a start that may lie outside of working time. */
    public Instant plus(Instant start, Duration work) {
        ZonedDateTime at = start.atZone(Clock.ZONE);
        LocalDate day = at.toLocalDate();
        Duration left = work;
        while (true) {
            if (works(day)) {
                Instant from = later(start, opening(day));
                Duration today = Duration.between(from, closing(day));
                if (!today.isNegative() && left.compareTo(today) <= 0) {
                    return from.plus(left);
                }
                left = today.isNegative() ? left : left.minus(today);
            }
            day = day.plusDays(1);
        }
    }

    /** How much is worked between two instants; nothing if the second is not the later one. */
    public Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = to.atZone(Clock.ZONE).toLocalDate();
        for (LocalDate day = from.atZone(Clock.ZONE).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (works(day)) {
                Duration part = Duration.between(later(from, opening(day)), earlier(to, closing(day)));
                sum = part.isNegative() ? sum : sum.plus(part);
            }
        }
        return sum;
    }

    private Instant opening(LocalDate day) {
        return day.atTime(opens).atZone(Clock.ZONE).toInstant();
    }

    private Instant closing(LocalDate day) {
        return day.atTime(closes).atZone(Clock.ZONE).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
