package de.schulpakt.funding.programme;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.platform.text.Money;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Own share and grant, whatever the rate, the rounding and the amount. */
class OwnShareTest {
    private static final long LARGE = 1_000_000_000_000L;

    @Property
    void share_and_grant_are_the_whole_and_neither_is_more_than_it(@ForAll @IntRange(max = 10_000) int rate, @ForAll boolean halfUp, @ForAll @LongRange(max = LARGE) long cents) {
        OwnShare share = new OwnShare(rate, halfUp);
        Money whole = Money.of(cents);
        assertThat(share.of(whole).plus(share.grant(whole))).isEqualTo(whole);
        assertThat(share.of(whole).cents()).isBetween(0L, cents);
        assertThat(share.grant(whole).cents()).isBetween(0L, cents);
    }

    @Property
    void the_grant_is_never_a_cent_more_than_the_rate_allows_and_never_a_cent_less_than_it_must(@ForAll @IntRange(max = 10_000) int rate, @ForAll @LongRange(max = LARGE) long cents) {
        long exact = cents * (10_000L - rate);
        assertThat(new OwnShare(rate, false).grant(Money.of(cents)).cents()).as("rounded up").isEqualTo(exact / 10_000);
        long halves = Math.abs(new OwnShare(rate, true).grant(Money.of(cents)).cents() * 10_000 - exact);
        assertThat(halves).as("half up").isLessThanOrEqualTo(5_000);
    }

    @Property
    void who_spends_more_has_no_less_share_and_no_less_grant(@ForAll @IntRange(max = 10_000) int rate, @ForAll boolean halfUp, @ForAll @LongRange(max = LARGE) long cents,
            @ForAll @LongRange(max = 100_000) long more) {
        OwnShare share = new OwnShare(rate, halfUp);
        assertThat(share.of(Money.of(cents + more)).cents()).isGreaterThanOrEqualTo(share.of(Money.of(cents)).cents());
        assertThat(share.grant(Money.of(cents + more)).cents()).isGreaterThanOrEqualTo(share.grant(Money.of(cents)).cents());
    }

    @Property
    void parts_of_an_amount_are_it_to_the_cent_and_none_is_a_cent_beside_its_weight(@ForAll @LongRange(max = LARGE) long cents,
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 1, max = 1_000_000) Long> weights) {
        long[] each = weights.stream().mapToLong(Long::longValue).toArray();
        BigInteger sum = BigInteger.valueOf(weights.stream().mapToLong(Long::longValue).sum());
        long[] parts = Money.of(cents).split(each);
        long all = 0;
        for (int i = 0; i < parts.length; i++) {
            all += parts[i];
            long down = BigInteger.valueOf(cents).multiply(BigInteger.valueOf(each[i])).divide(sum).longValueExact();
            assertThat(parts[i]).isBetween(down, down + 1);
        }
        assertThat(all).isEqualTo(cents);
    }

    /**
     * List 06 of the grants that Rheinland-Pfalz has published (DigitalPakt basis, Kreis Ahrweiler): the federal share of VG Adenau is exactly 90 %, that of
     * VG Altenahr is 0.90 EUR below it, that of the state 745.50 EUR.
     */
    @Test
    void published_grants_are_met_to_the_cent_or_missed_by_what_they_themselves_deviate() {
        OwnShare share = new OwnShare(1_000, true);
        assertThat(share.grant(Money.of(13_300_00)).cents() - 11_970_00).isZero();
        assertThat(share.grant(Money.of(227_965_73)).cents() - 205_168_26).isEqualTo(90);
        assertThat(share.grant(Money.of(27_863_524_66L)).cents() - 25_076_426_69L).isEqualTo(745_50);
    }
}
