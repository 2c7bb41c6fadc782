package de.schulpakt.install.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.platform.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Working time over nights, weekends, holidays, the clock change and the end of the holidays that are known. */
class WorkingTimeTest {
    private static final Holidays HOLIDAYS = new Holidays();
    private static final WorkingTime TIME = new WorkingTime(HOLIDAYS, LocalTime.of(7, 30), LocalTime.of(16, 0));

    @Test
    void an_hour_on_friday_afternoon_ends_on_monday() {
        assertThat(plus("2026-11-20T15:30", 60)).isEqualTo(at("2026-11-23T08:00"));
        assertThat(plus("2026-11-20T15:00", 60)).as("the end of the day is still the day").isEqualTo(at("2026-11-20T16:00"));
        assertThat(plus("2026-11-21T11:00", 60)).as("begun on a Saturday").isEqualTo(at("2026-11-23T08:30"));
        assertThat(plus("2026-11-23T06:00", 60)).as("begun before the day").isEqualTo(at("2026-11-23T08:30"));
    }

    @Test
    void christmas_and_the_days_between_the_years() {
        // 24th is a Thursday and no holiday, 25th and 26th are; the 1st of January is a Friday
        assertThat(plus("2026-12-23T15:00", 120)).isEqualTo(at("2026-12-24T08:30"));
        assertThat(plus("2026-12-24T15:00", 120)).isEqualTo(at("2026-12-28T08:30"));
        assertThat(plus("2026-12-31T15:00", 120)).isEqualTo(at("2027-01-04T08:30"));
    }

    @Test
    void rhineland_palatinate_has_corpus_christi_and_all_saints_and_not_epiphany() {
        assertThat(TIME.works(LocalDate.of(2026, 6, 4))).isFalse();
        assertThat(HOLIDAYS.on(LocalDate.of(2026, 6, 4)).orElseThrow().name("de")).isEqualTo("Fronleichnam");
        assertThat(TIME.works(LocalDate.of(2028, 11, 1))).isFalse();
        assertThat(TIME.works(LocalDate.of(2026, 1, 6))).isTrue();
        assertThat(HOLIDAYS.ofSchools(LocalDate.of(2026, 12, 24))).isPresent();
        assertThat(HOLIDAYS.ofSchools(LocalDate.of(2026, 11, 23))).isEmpty();
    }

    @Test
    void a_day_of_the_clock_change_has_as_many_minutes_as_any_other() {
        // both changes are on Sundays: a span over them counts the same as one without
        for (String friday : new String[] {"2026-03-27", "2026-10-23", "2026-11-20"}) {
            assertThat(plus(friday + "T15:00", 120)).isEqualTo(at(LocalDate.parse(friday).plusDays(3) + "T08:30"));
            assertThat(TIME.between(at(friday + "T15:00"), at(LocalDate.parse(friday).plusDays(3) + "T08:30"))).isEqualTo(Duration.ofMinutes(120));
        }
    }

    @Test
    void past_the_end_of_the_data_weekdays_count_and_it_is_said() {
        assertThat(HOLIDAYS.known(LocalDate.of(2030, 12, 31))).isTrue();
        assertThat(HOLIDAYS.known(LocalDate.of(2031, 1, 1))).isFalse();
        assertThat(HOLIDAYS.known(LocalDate.of(2019, 12, 31))).isFalse();
        assertThat(plus("2030-12-31T15:00", 120)).as("a Wednesday that would be a holiday").isEqualTo(at("2031-01-01T08:30"));
    }

    @Test
    void what_is_added_is_what_lies_between() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Instant start = at("2025-12-15T00:00").plusSeconds(random.nextInt(60 * 60 * 24 * 400));
            Duration one = Duration.ofMinutes(1 + random.nextInt(5_000));
            Duration two = Duration.ofMinutes(1 + random.nextInt(5_000));
            Instant end = TIME.plus(start, one);
            assertThat(TIME.between(start, end)).as("seed %s, %s + %s", seed, start, one).isEqualTo(one);
            assertThat(TIME.plus(end, two)).as("seed %s, in two parts", seed).isEqualTo(TIME.plus(start, one.plus(two)));
            assertThat(TIME.works(Clock.day(end))).as("seed %s, ends on a working day", seed).isTrue();
            assertThat(TIME.between(end, start)).isZero();
            assertThat(TIME.plus(start.plusSeconds(1), one)).as("seed %s, later never ends earlier", seed).isAfterOrEqualTo(end);
        }
    }

    @Test
    void a_day_that_ends_before_it_begins_is_none() {
        assertThatThrownBy(() -> new WorkingTime(HOLIDAYS, LocalTime.NOON, LocalTime.NOON)).isInstanceOf(IllegalArgumentException.class);
        assertThat(TIME.minutesOfDay()).isEqualTo(510);
    }

    private static Instant plus(String start, long minutes) {
        return TIME.plus(at(start), Duration.ofMinutes(minutes));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Clock.ZONE).toInstant();
    }
}
