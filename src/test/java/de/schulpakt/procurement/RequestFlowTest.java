package de.schulpakt.procurement;

import static de.schulpakt.procurement.RequestAction.APPROVE;
import static de.schulpakt.procurement.RequestAction.ASK;
import static de.schulpakt.procurement.RequestAction.CANCEL;
import static de.schulpakt.procurement.RequestAction.CHANGE;
import static de.schulpakt.procurement.RequestAction.DELIVER;
import static de.schulpakt.procurement.RequestAction.DROP;
import static de.schulpakt.procurement.RequestAction.ORDER;
import static de.schulpakt.procurement.RequestAction.REJECT;
import static de.schulpakt.procurement.RequestAction.SUBMIT;
import static de.schulpakt.procurement.RequestAction.WITHDRAW;
import static de.schulpakt.procurement.RequestState.APPROVED;
import static de.schulpakt.procurement.RequestState.CANCELLED;
import static de.schulpakt.procurement.RequestState.DELIVERED;
import static de.schulpakt.procurement.RequestState.DRAFT;
import static de.schulpakt.procurement.RequestState.ORDERED;
import static de.schulpakt.procurement.RequestState.QUERIED;
import static de.schulpakt.procurement.RequestState.REJECTED;
import static de.schulpakt.procurement.RequestState.SUBMITTED;
import static de.schulpakt.procurement.RequestState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.platform.Refused;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestFlowTest {
    private static final Map<RequestState, Map<RequestAction, RequestState>> ALLOWED = Map.of(
            DRAFT, Map.of(SUBMIT, SUBMITTED, CHANGE, DRAFT, WITHDRAW, WITHDRAWN),
            SUBMITTED, Map.of(APPROVE, APPROVED, ASK, QUERIED, REJECT, REJECTED, WITHDRAW, WITHDRAWN),
            QUERIED, Map.of(SUBMIT, SUBMITTED, CHANGE, QUERIED, WITHDRAW, WITHDRAWN),
            APPROVED, Map.of(ORDER, ORDERED, CANCEL, CANCELLED),
            ORDERED, Map.of(DELIVER, DELIVERED, DROP, CANCELLED));

    @Test
    void every_state_allows_exactly_these_actions() {
        Map<RequestState, Map<RequestAction, RequestState>> found = new HashMap<>();
        for (RequestState state : RequestState.values()) {
            for (RequestAction action : RequestAction.values()) {
                if (ALLOWED.getOrDefault(state, Map.of()).containsKey(action)) {
                    found.computeIfAbsent(state, s -> new HashMap<>()).put(action, RequestFlow.FLOW.step(state, action).to());
                } else {
                    assertThatThrownBy(() -> RequestFlow.FLOW.step(state, action)).isInstanceOf(Refused.class)
                            .hasMessageContaining("state.not_allowed");
                }
            }
        }
        assertThat(found).isEqualTo(ALLOWED);
    }

    @Test
    void whoever_may_act_has_the_turn() {
        RequestFlow.FLOW.rows().stream().filter(r -> r.action().asked() && r.action() != WITHDRAW).forEach(r ->
                assertThat(Turn.in(r.from())).as(r.toString()).isEqualTo(r.permission().name().equals("REQUEST_EDIT")
                        ? Turn.SCHOOL : Turn.OFFICER));
    }
}
