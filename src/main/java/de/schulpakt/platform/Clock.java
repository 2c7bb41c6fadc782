package de.schulpakt.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The only place that knows what time it is. Instants are UTC, days are those of Berlin. */
@ApplicationScoped
public class Clock {
    /** Where the days of deadlines and visits are counted. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private final ThreadLocal<Instant> pretended = new ThreadLocal<>();

    /** Now, in the precision that the database keeps. */
    public Instant now() {
        Instant other = pretended.get();
        return (other != null ? other : Instant.now()).truncatedTo(ChronoUnit.MICROS);
    }

    /** Today in Berlin. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    /** The day on which an instant falls in Berlin. */
    public static LocalDate day(Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, ZONE);
    }

    /** Runs work on this thread as if it were that moment: the demo tells its story of the past weeks, tests theirs. */
    public void at(Instant moment, Runnable work) {
        Instant before = pretended.get();
        pretended.set(moment);
        try {
            work.run();
        } finally {
            if (before == null) {
                pretended.remove();
            } else {
                pretended.set(before);
            }
        }
    }
}
