package de.schulpakt.funding.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.funding.settlement.Interest.Came;
import de.schulpakt.funding.settlement.Interest.Spent;
import de.schulpakt.platform.text.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What late spending costs, and how a sum is spread to the cent. */
class InterestTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Test
    void money_that_is_spent_in_time_costs_nothing() {
        assertThat(Interest.of(List.of(came(0, 42, 100_000)), List.of(spent(42, 100_000)), 500, DAY.plusDays(400)))
                .isEqualTo(new Interest(Money.ZERO, Money.ZERO));
        assertThat(Interest.of(List.of(came(10, 42, 100_000)), List.of(spent(0, 150_000)), 500, DAY.plusDays(400)).interest())
                .as("spent before it came").isEqualTo(Money.ZERO);
        assertThat(Interest.of(List.of(new Came(DAY, null, Money.of(100_000))), List.of(), 500, DAY.plusDays(400)).interest())
                .as("no day is set").isEqualTo(Money.ZERO);
    }

    @Test
    void each_part_costs_its_days_and_what_is_unspent_costs_until_today() {
        // 1,000.00 by day 42: 400.00 spent 10 days late, 600.00 still there 73 days after: 0.55 and 6.00
        Interest found = Interest.of(List.of(came(0, 42, 100_000)), List.of(spent(52, 40_000)), 500, DAY.plusDays(42 + 73));
        assertThat(found.interest()).isEqualTo(Money.of(55 + 600));
        assertThat(found.unspent()).isEqualTo(Money.of(60_000));
    }

    @Test
    void the_first_money_is_used_first_and_what_is_taken_back_is_unspent_again() {
        Interest found = Interest.of(List.of(came(0, 10, 50_000), came(20, 30, 50_000)),
                List.of(spent(5, 70_000), new Spent(DAY.plusDays(6), Money.of(-20_000))), 365, DAY.plusDays(40));
        assertThat(found.unspent()).isEqualTo(Money.of(50_000));
    }

    @Test
    void a_sum_is_spread_to_the_cent_and_no_part_is_off_by_more_than_one() {
        Random random = new Random(20261126);
        for (int i = 0; i < 2000; i++) {
            long[] weights = random.longs(1 + random.nextInt(9), 1, 1_000_000_000L).toArray();
            long sum = random.nextLong(-100_000_000_000L, 100_000_000_000L);
            long[] parts = Money.of(sum).split(weights);
            assertThat(Arrays.stream(parts).sum()).isEqualTo(sum);
            double all = Arrays.stream(weights).sum();
            for (int p = 0; p < parts.length; p++) {
                assertThat((double) parts[p]).isBetween(Math.floor(sum * (weights[p] / all)) - 1, Math.ceil(sum * (weights[p] / all)) + 1);
            }
        }
    }

    private static Came came(int day, int spendBy, long cents) {
        return new Came(DAY.plusDays(day), DAY.plusDays(spendBy), Money.of(cents));
    }

    private static Spent spent(int day, long cents) {
        return new Spent(DAY.plusDays(day), Money.of(cents));
    }
}
