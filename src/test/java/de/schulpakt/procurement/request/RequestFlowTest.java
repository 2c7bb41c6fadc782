package de.schulpakt.procurement.request;

import static de.schulpakt.procurement.request.RequestAction.RECONSIDER;
import static de.schulpakt.procurement.request.RequestAction.RESUME;
import static de.schulpakt.procurement.request.RequestAction.WITHDRAW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What else follows from the table of requests. */
class RequestFlowTest {
    @Test
    void whoever_may_act_has_the_turn() {
        // taking back, and up again, by the school or by who decided, is always a choice and never due
        RequestFlow.FLOW.rows().stream().filter(r -> r.asked() && r.action() != WITHDRAW && r.action() != RECONSIDER && r.action() != RESUME).forEach(r ->
                assertThat(Turn.of(r.from(), 1, 0, 0)).as(r.toString()).isEqualTo(r.permission().name().equals("REQUEST_EDIT")
                        ? Turn.SCHOOL : Turn.OFFICER));
    }

    @Test
    void nobody_has_the_turn_when_all_that_came_is_in_service() {
        assertThat(Turn.of(RequestState.DELIVERED, 44, 44, 43)).isEqualTo(Turn.INSTALLATION);
        assertThat(Turn.of(RequestState.DELIVERED, 44, 44, 44)).isEqualTo(Turn.NOBODY);
        assertThat(Turn.of(RequestState.DELIVERED, 0, 0, 0)).as("accessories only").isEqualTo(Turn.NOBODY);
        assertThat(Way.next(RequestState.DELIVERED, 2, 1, 0)).isEqualTo(Way.INSTALLED);
        assertThat(Way.next(RequestState.DELIVERED, 2, 2, 1)).isEqualTo(Way.READY);
    }
}
