package de.schulpakt.platform.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many slow senders are waited for. */
class SlowBodiesTest {
    @Test
    void one_sender_does_not_take_all_places() {
        SlowBodies slow = new SlowBodies(3, 2);
        assertThat(slow.enter("a")).isTrue();
        assertThat(slow.enter("a")).isTrue();
        assertThat(slow.enter("a")).isFalse();
        assertThat(slow.enter("b")).isTrue();
        assertThat(slow.enter("c")).as("all are taken").isFalse();
        slow.leave("a");
        assertThat(slow.enter("c")).isTrue();
        slow.leave("b");
        assertThat(slow.enter("a")).isTrue();
    }
}
