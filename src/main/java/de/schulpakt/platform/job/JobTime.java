package de.schulpakt.platform.job;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import de.schulpakt.platform.Clock;
import java.time.Duration;
import java.time.LocalTime;

/**
 * When a kind of job is run by itself.
 *
 * @param at    the time of each day in Berlin, null if it is not daily
 * @param every the pause between two runs, null if it is daily
 */
public record JobTime(LocalTime at, Duration every) {
    /** Once a day. */
    public static JobTime daily(int hour, int minute) {
        return new JobTime(LocalTime.of(hour, minute), null);
    }

    /** Again and again, with this pause. */
    public static JobTime every(Duration pause) {
        return new JobTime(null, pause);
    }

    /** True if it looks for work again and again: then only what it found is worth a line. */
    boolean looks() {
        return every != null;
    }

    Schedule schedule() {
        return at == null ? Schedules.fixedDelay(every) : Schedules.daily(Clock.ZONE, at);
    }
}
