package de.schulpakt.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every state with every action. */
class ImportFlowTest {
    private static final Map<String, String> ALLOWED = Map.of("READY CHANGE", "READY", "READY RUN", "RUNNING",
            "READY DISCARD", "DISCARDED", "RUNNING FINISH", "DONE", "RUNNING FAIL", "FAILED", "FAILED CHANGE", "READY",
            "FAILED RUN", "RUNNING", "FAILED DISCARD", "DISCARDED");

    @Test
    void every_pair_of_state_and_action_is_allowed_or_refused() {
        Map<String, String> allowed = new TreeMap<>();
        for (ImportState state : ImportState.values()) {
            for (ImportAction action : ImportAction.values()) {
                String pair = state + " " + action;
                if (ALLOWED.containsKey(pair)) {
                    allowed.put(pair, ImportFlow.TABLE.step(state, action).to().name());
                } else {
                    assertThatThrownBy(() -> ImportFlow.TABLE.step(state, action)).as(pair).isInstanceOf(Refused.class);
                }
            }
        }
        assertThat(allowed).containsExactlyInAnyOrderEntriesOf(ALLOWED);
    }
}
