package de.schulpakt.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** When banks carry out what they are told to pay. */
class BankDaysTest {
    @Test
    void a_weekend_and_the_days_of_the_calendar_move_to_the_next_open_day() {
        assertThat(BankDays.from(LocalDate.of(2026, 11, 27))).as("a Friday").isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(BankDays.from(LocalDate.of(2026, 11, 28))).as("a Saturday").isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(BankDays.from(LocalDate.of(2026, 4, 3))).as("Good Friday to Easter Monday").isEqualTo(LocalDate.of(2026, 4, 7));
        assertThat(BankDays.from(LocalDate.of(2026, 12, 25))).as("Christmas and the weekend behind it").isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(BankDays.from(LocalDate.of(2027, 1, 1))).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(BankDays.from(LocalDate.of(2026, 5, 1))).isEqualTo(LocalDate.of(2026, 5, 4));
    }

    @Test
    void holidays_of_the_state_are_days_like_others_for_banks() {
        assertThat(BankDays.open(LocalDate.of(2026, 5, 14))).as("Ascension").isTrue();
        assertThat(BankDays.open(LocalDate.of(2026, 6, 4))).as("Corpus Christi").isTrue();
        assertThat(BankDays.open(LocalDate.of(2028, 10, 3))).as("German Unity").isTrue();
    }
}
