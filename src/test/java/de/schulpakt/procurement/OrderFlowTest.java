package de.schulpakt.procurement;

import static de.schulpakt.procurement.OrderAction.CANCEL;
import static de.schulpakt.procurement.OrderAction.CANCEL_REST;
import static de.schulpakt.procurement.OrderAction.COMPLETE;
import static de.schulpakt.procurement.OrderAction.RECEIVE;
import static de.schulpakt.procurement.OrderState.CANCELLED;
import static de.schulpakt.procurement.OrderState.DELIVERED;
import static de.schulpakt.procurement.OrderState.PARTLY_DELIVERED;
import static de.schulpakt.procurement.OrderState.PLACED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.platform.Refused;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderFlowTest {
    private static final Map<OrderState, Map<OrderAction, OrderState>> ALLOWED = Map.of(
            PLACED, Map.of(RECEIVE, PARTLY_DELIVERED, COMPLETE, DELIVERED, CANCEL, CANCELLED),
            PARTLY_DELIVERED, Map.of(RECEIVE, PARTLY_DELIVERED, COMPLETE, DELIVERED, CANCEL_REST, DELIVERED));

    @Test
    void every_state_allows_exactly_these_actions() {
        Map<OrderState, Map<OrderAction, OrderState>> found = new HashMap<>();
        for (OrderState state : OrderState.values()) {
            for (OrderAction action : OrderAction.values()) {
                if (ALLOWED.getOrDefault(state, Map.of()).containsKey(action)) {
                    found.computeIfAbsent(state, s -> new HashMap<>()).put(action, OrderFlow.FLOW.step(state, action).to());
                } else {
                    assertThatThrownBy(() -> OrderFlow.FLOW.step(state, action)).isInstanceOf(Refused.class)
                            .hasMessageContaining("state.not_allowed");
                }
            }
        }
        assertThat(found).isEqualTo(ALLOWED);
    }
}
