package de.schulpakt.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.platform.Refused;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every state with every action. */
class DeviceFlowTest {
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("IN_STOCK PLACE", "IN_STOCK"), Map.entry("IN_STOCK SERVE", "IN_SERVICE"),
            Map.entry("IN_STOCK COMMISSION", "IN_SERVICE"), Map.entry("IN_STOCK REPAIR", "IN_REPAIR"),
            Map.entry("IN_STOCK REPORT_LOST", "LOST"), Map.entry("IN_STOCK RETIRE", "RETIRED"),
            Map.entry("IN_SERVICE PLACE", "IN_SERVICE"), Map.entry("IN_SERVICE REPAIR", "IN_REPAIR"),
            Map.entry("IN_SERVICE REPORT_LOST", "LOST"), Map.entry("IN_SERVICE RETIRE", "RETIRED"),
            Map.entry("IN_REPAIR PLACE", "IN_REPAIR"), Map.entry("IN_REPAIR RETURN_TO_SERVICE", "IN_SERVICE"),
            Map.entry("IN_REPAIR RETURN_TO_STOCK", "IN_STOCK"), Map.entry("IN_REPAIR REPORT_LOST", "LOST"),
            Map.entry("IN_REPAIR RETIRE", "RETIRED"), Map.entry("LOST FIND", "IN_STOCK"),
            Map.entry("LOST RETIRE", "RETIRED"));

    @Test
    void every_pair_of_state_and_action_is_allowed_or_refused_as_the_field_says() {
        Map<String, String> allowed = new TreeMap<>();
        for (DeviceState state : DeviceState.values()) {
            for (DeviceAction action : DeviceAction.values()) {
                String pair = state + " " + action;
                if (ALLOWED.containsKey(pair)) {
                    allowed.put(pair, DeviceFlow.FLOW.step(state, action).to().name());
                } else {
                    assertThatThrownBy(() -> DeviceFlow.FLOW.step(state, action)).as(pair).isInstanceOf(Refused.class)
                            .hasMessageContaining("state.not_allowed");
                }
            }
        }
        assertThat(allowed).containsExactlyInAnyOrderEntriesOf(ALLOWED);
    }

    @Test
    void nothing_follows_on_retirement() {
        assertThat(DeviceFlow.FLOW.from(DeviceState.RETIRED)).isEmpty();
    }
}
