package de.schulpakt.procurement.request;

import static de.schulpakt.procurement.request.RequestAction.WITHDRAW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What else follows from the table of requests. */
class RequestFlowTest {
    @Test
    void whoever_may_act_has_the_turn() {
        RequestFlow.FLOW.rows().stream().filter(r -> r.asked() && r.action() != WITHDRAW).forEach(r ->
                assertThat(Turn.in(r.from())).as(r.toString()).isEqualTo(r.permission().name().equals("REQUEST_EDIT")
                        ? Turn.SCHOOL : Turn.OFFICER));
    }
}
