package de.schulpakt.procurement.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.platform.text.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static InvoiceLine goods(long orderLine, int pieces, long net, int rate) {
        return new InvoiceLine(1L, 1, new Invoices.Line(LineKind.GOODS, "x", pieces, net, rate, orderLine, null));
    }

    private static InvoiceLine freight(long net, int rate) {
        return new InvoiceLine(1L, 2, new Invoices.Line(LineKind.FREIGHT, "x", null, net, rate, null, null));
    }

    @Test
    void tax_on_the_sum_is_apportioned_to_the_cent() {
        Map<Long, Split.Share> shares = Split.of(List.of(goods(1, 1, 70_702, 1900), goods(2, 1, 6_639, 1900)),
                List.of(new InvoiceVat(1L, 1900, 77_341, 14_695)), 0);
        assertThat(shares.get(1L).grossCents() + shares.get(2L).grossCents()).isEqualTo(92_036);
        assertThat(shares.get(1L).grossCents()).isEqualTo(84_136);
    }

    @Test
    void freight_discount_and_rounding_fall_on_the_goods_and_two_rates_stay_apart() {
        Map<Long, Split.Share> shares = Split.of(List.of(goods(1, 2, 20_000, 1900), goods(2, 1, 10_000, 700), freight(500, 0)),
                List.of(new InvoiceVat(1L, 0, 500, 0), new InvoiceVat(1L, 700, 10_000, 700), new InvoiceVat(1L, 1900, 20_000, 3_800)), -3);
        assertThat(shares.get(1L).grossCents() + shares.get(2L).grossCents()).isEqualTo(34_997);
        assertThat(shares.get(1L).grossCents()).isBetween(24_142L, 24_145L);
        assertThat(shares.get(1L).pieces()).isEqualTo(2);
    }

    @Test
    void a_line_below_zero_and_goods_for_nothing_lose_no_cent() {
        Map<Long, Split.Share> shares = Split.of(List.of(goods(1, 3, 30_001, 1900), goods(1, 0, -10_000, 1900), goods(2, 1, 0, 1900)),
                List.of(new InvoiceVat(1L, 1900, 20_001, 3_800)), 0);
        assertThat(shares.values().stream().mapToLong(Split.Share::grossCents).sum()).isEqualTo(23_801);
        assertThat(shares.get(2L).grossCents()).isZero();
    }

    @Test
    void whatever_is_apportioned_adds_up_and_each_part_is_within_a_cent_of_its_share() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            long[] weights = random.longs(1 + random.nextInt(7), random.nextBoolean() ? 0 : -20_000, 100_000).toArray();
            long total = random.nextLong(-1_000_000, 1_000_000);
            long[] shares = Money.of(total).split(weights);
            assertThat(Arrays.stream(shares).sum()).isEqualTo(total);
            double sum = Arrays.stream(weights).sum();
            for (int k = 0; k < shares.length && sum > 100_000; k++) {
                assertThat((double) shares[k]).isBetween(total * weights[k] / sum - 1.000001, total * weights[k] / sum + 1.000001);
            }
        }
        assertThat(Money.of(100).split(0, 0, 0)).containsExactly(34, 33, 33);
        assertThat(Money.of(5).split()).isEmpty();
    }

    @Test
    void what_came_first_is_paid_first_and_names_the_days_of_supply() {
        List<SupplyDays.Come> come = List.of(new SupplyDays.Come(1L, LocalDate.of(2020, 12, 29), 30), new SupplyDays.Come(1L, LocalDate.of(2021, 1, 12), 30));
        assertThat(SupplyDays.of(come, 0, 30)).containsExactly(LocalDate.of(2020, 12, 29));
        assertThat(SupplyDays.of(come, 30, 30)).containsExactly(LocalDate.of(2021, 1, 12));
        assertThat(SupplyDays.of(come, 0, 60)).hasSize(2);
        assertThat(SupplyDays.of(come, 60, 1)).isEmpty();
    }
}
