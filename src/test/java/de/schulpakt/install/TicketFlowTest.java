package de.schulpakt.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.platform.Refused;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every state with every action. */
class TicketFlowTest {
    private static final Map<String, String> ALLOWED = Arrays.stream("""
            OPEN TAKE > PLANNED
            OPEN CANCEL > CANCELLED
            PLANNED SCHEDULE > SCHEDULED
            PLANNED START > IN_WORK
            PLANNED WAIT > WAITING
            PLANNED RELEASE > OPEN
            PLANNED CANCEL > CANCELLED
            SCHEDULED START > IN_WORK
            SCHEDULED SCHEDULE > SCHEDULED
            SCHEDULED WAIT > WAITING
            SCHEDULED RELEASE > OPEN
            SCHEDULED CANCEL > CANCELLED
            WAITING RESUME > PLANNED
            WAITING RELEASE > OPEN
            WAITING CANCEL > CANCELLED
            IN_WORK MEASURE > MEASURED
            IN_WORK SCHEDULE > SCHEDULED
            IN_WORK WAIT > WAITING
            IN_WORK RELEASE > OPEN
            IN_WORK CANCEL > CANCELLED
            MEASURED MEASURE > MEASURED
            MEASURED ACCEPT > ACCEPTED
            MEASURED ACCEPT_WITH_DEFECTS > ACCEPTED_WITH_DEFECTS
            MEASURED REWORK > IN_WORK
            ACCEPTED CLOSE > CLOSED
            ACCEPTED_WITH_DEFECTS CLOSE > CLOSED
            CANCELLED REOPEN > OPEN
            """.split("\n")).map(line -> line.split(" > ")).collect(Collectors.toMap(p -> p[0], p -> p[1]));

    @Test
    void every_pair_of_state_and_action_is_allowed_or_refused_as_the_field_says() {
        Map<String, String> allowed = new TreeMap<>();
        for (TicketState state : TicketState.values()) {
            for (TicketAction action : TicketAction.values()) {
                String pair = state + " " + action;
                if (ALLOWED.containsKey(pair)) {
                    allowed.put(pair, TicketFlow.FLOW.step(state, action).to().name());
                } else {
                    assertThatThrownBy(() -> TicketFlow.FLOW.step(state, action)).as(pair).isInstanceOf(Refused.class)
                            .hasMessageContaining("state.not_allowed");
                }
            }
        }
        assertThat(allowed).containsExactlyInAnyOrderEntriesOf(ALLOWED);
    }

    @Test
    void nothing_follows_on_the_end() {
        assertThat(TicketFlow.FLOW.from(TicketState.CLOSED)).isEmpty();
    }
}
