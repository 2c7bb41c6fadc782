package de.schulpakt.funding.household;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.funding.programme.OwnShare;
import de.schulpakt.platform.text.Money;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Own shares of parts add up to the own share of the whole, however it is rounded and cut. */
class RunningShareTest {
    @Test
    void parts_add_up_to_the_share_of_the_whole_to_the_cent() {
        Random random = new Random(550);
        for (int i = 0; i < 2_000; i++) {
            OwnShare share = new OwnShare(random.nextInt(10_001), random.nextBoolean());
            RunningShare running = new RunningShare(share);
            long whole = 0;
            long told = 0;
            for (int part = 0; part <= random.nextInt(8); part++) {
                long cents = random.nextInt(1_000_000);
                long own = running.next(cents);
                assertThat(own).isBetween(0L, cents);
                whole += cents;
                told += own;
            }
            assertThat(told).isEqualTo(share.of(Money.of(whole)).cents());
        }
    }

    @Test
    void what_is_corrected_takes_its_share_back() {
        RunningShare running = new RunningShare(new OwnShare(1_000, false));
        assertThat(running.next(10_001)).isEqualTo(1_001);
        assertThat(running.next(-10_001)).isEqualTo(-1_001);
        assertThat(running.next(5)).isEqualTo(1);
    }
}
