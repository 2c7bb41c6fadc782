package de.schulpakt.inventory.value;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.platform.text.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Linear by months, the month of acquisition whole, to the cent. */
class DepreciationTest {
    @Test
    void the_parts_of_all_years_are_the_cost_whatever_it_is() {
        for (long cents : new long[] {1, 7, 99_999, 100_001, 40_000_03}) {
            for (int month = 1; month <= 12; month++) {
                Depreciation one = new Depreciation(cents, 5, LocalDate.of(2024, month, 28), null);
                long sum = 0;
                for (int year = 2023; year <= 2030; year++) {
                    assertThat(one.value(year - 1) + one.addition(year) - one.in(year) - one.disposal(year)).as("%s %s %s", cents, month, year).isEqualTo(one.value(year));
                    sum += one.in(year);
                }
                assertThat(sum).isEqualTo(cents);
                assertThat(one.value(2029)).isZero();
            }
        }
    }

    @Test
    void the_month_of_acquisition_counts_whole() {
        Depreciation one = new Depreciation(60_000, 5, LocalDate.of(2024, 10, 31), null);
        assertThat(one.in(2024)).isEqualTo(3_000);
        assertThat(one.in(2025)).isEqualTo(12_000);
        assertThat(one.in(2029)).isEqualTo(9_000);
        assertThat(one.value(2023)).isZero();
        assertThat(one.addition(2024)).isEqualTo(60_000);
    }

    @Test
    void what_is_given_up_leaves_the_books_with_what_is_left() {
        Depreciation one = new Depreciation(60_000, 5, LocalDate.of(2024, 1, 1), LocalDate.of(2026, 7, 15));
        assertThat(one.in(2026)).as("six months; July no more").isEqualTo(6_000);
        assertThat(one.disposal(2026)).isEqualTo(30_000);
        assertThat(one.value(2026)).isZero();
        assertThat(one.in(2027)).isZero();
        assertThat(one.disposal(2027)).isZero();
        Depreciation sameMonth = new Depreciation(60_000, 5, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 15));
        assertThat(sameMonth.in(2026)).isZero();
        assertThat(sameMonth.disposal(2026)).isEqualTo(60_000);
    }

    @Test
    void net_is_rounded_half_up() {
        assertThat(Money.of(119).net(1900).cents()).isEqualTo(100);
        assertThat(Money.of(100).net(1900).cents()).isEqualTo(84);
        assertThat(Money.of(119_001).net(1900).cents()).isEqualTo(100_001);
        assertThat(Money.of(5).net(0).cents()).isEqualTo(5);
    }
}
