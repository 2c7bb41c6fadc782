package de.schulpakt.install.network.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.install.network.NetworkQueries;
import de.schulpakt.platform.web.ChoiceSource;
import de.schulpakt.platform.web.Choices;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the pickers of ports and devices show of what fits. */
class PortChoicesTest {
    @Test
    void a_picker_says_that_there_are_more_than_it_shows() {
        Choices many = PortChoices.of(fit(102), List.of(offer(999)));
        assertThat(many.rows()).hasSize(ChoiceSource.SHOWN + 1);
        assertThat(many.more()).isTrue();
        assertThat(PortChoices.of(fit(101), List.of()).more()).isTrue();
        assertThat(PortChoices.of(fit(100), List.of()).more()).isFalse();
    }

    private static List<NetworkQueries.Offer> fit(int many) {
        return LongStream.range(0, many).mapToObj(PortChoicesTest::offer).toList();
    }

    private static NetworkQueries.Offer offer(long id) {
        return new NetworkQueries.Offer(id, "SW1 / " + id, null);
    }
}
