package de.schulpakt.funding.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.platform.calendar.Easter;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Which day is the next working day. */
class WorkingDaysTest {
    @Test
    void easter_is_where_the_calendar_has_it() {
        assertThat(Easter.sunday(2024)).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(Easter.sunday(2025)).isEqualTo(LocalDate.of(2025, 4, 20));
        assertThat(Easter.sunday(2026)).isEqualTo(LocalDate.of(2026, 4, 5));
        assertThat(Easter.sunday(2027)).isEqualTo(LocalDate.of(2027, 3, 28));
        assertThat(Easter.sunday(2038)).isEqualTo(LocalDate.of(2038, 4, 25));
    }

    @Test
    void a_weekend_or_a_public_holiday_moves_to_the_next_working_day() {
        assertThat(WorkingDays.from(LocalDate.of(2026, 6, 30), "RP")).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(WorkingDays.from(LocalDate.of(2027, 1, 30), "RP")).as("a Saturday").isEqualTo(LocalDate.of(2027, 2, 1));
        assertThat(WorkingDays.from(LocalDate.of(2026, 4, 3), "RP")).as("Good Friday, weekend, Easter Monday").isEqualTo(LocalDate.of(2026, 4, 7));
        assertThat(WorkingDays.from(LocalDate.of(2026, 12, 25), "RP")).as("Christmas, weekend").isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(WorkingDays.from(LocalDate.of(2026, 5, 1), "RP")).isEqualTo(LocalDate.of(2026, 5, 4));
    }

    @Test
    void corpus_christi_and_all_saints_are_holidays_in_rheinland_pfalz_only() {
        assertThat(WorkingDays.from(LocalDate.of(2026, 6, 4), "RP")).isEqualTo(LocalDate.of(2026, 6, 5));
        assertThat(WorkingDays.from(LocalDate.of(2026, 6, 4), "HH")).isEqualTo(LocalDate.of(2026, 6, 4));
        assertThat(WorkingDays.from(LocalDate.of(2027, 11, 1), "RP")).isEqualTo(LocalDate.of(2027, 11, 2));
        assertThat(WorkingDays.from(LocalDate.of(2027, 11, 1), null)).isEqualTo(LocalDate.of(2027, 11, 1));
    }
}
