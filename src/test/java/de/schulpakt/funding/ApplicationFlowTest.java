package de.schulpakt.funding;

import static de.schulpakt.funding.ApplicationAction.ADD_ANNEX;
import static de.schulpakt.funding.ApplicationAction.ADD_POSITION;
import static de.schulpakt.funding.ApplicationAction.APPROVE;
import static de.schulpakt.funding.ApplicationAction.APPROVE_PARTLY;
import static de.schulpakt.funding.ApplicationAction.CHANGE_POSITION;
import static de.schulpakt.funding.ApplicationAction.RECEIVE_CONCEPT;
import static de.schulpakt.funding.ApplicationAction.REJECT;
import static de.schulpakt.funding.ApplicationAction.REMOVE_ANNEX;
import static de.schulpakt.funding.ApplicationAction.REMOVE_POSITION;
import static de.schulpakt.funding.ApplicationAction.SUBMIT;
import static de.schulpakt.funding.ApplicationAction.WITHDRAW;
import static de.schulpakt.funding.ApplicationState.APPROVED;
import static de.schulpakt.funding.ApplicationState.DRAFT;
import static de.schulpakt.funding.ApplicationState.PARTLY_APPROVED;
import static de.schulpakt.funding.ApplicationState.REJECTED;
import static de.schulpakt.funding.ApplicationState.SUBMITTED;
import static de.schulpakt.funding.ApplicationState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.platform.Refused;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplicationFlowTest {
    /** What the lifecycle is meant to be, written down a second time; everything else is refused. */
    private static final Map<ApplicationState, Map<ApplicationAction, ApplicationState>> MEANT = Map.of(
            DRAFT, Map.of(ADD_ANNEX, DRAFT, REMOVE_ANNEX, DRAFT, ADD_POSITION, DRAFT, CHANGE_POSITION, DRAFT,
                    REMOVE_POSITION, DRAFT, RECEIVE_CONCEPT, DRAFT, SUBMIT, SUBMITTED, WITHDRAW, WITHDRAWN),
            SUBMITTED, Map.of(RECEIVE_CONCEPT, SUBMITTED, APPROVE, APPROVED, APPROVE_PARTLY, PARTLY_APPROVED,
                    REJECT, REJECTED, WITHDRAW, WITHDRAWN),
            APPROVED, Map.of(RECEIVE_CONCEPT, APPROVED),
            PARTLY_APPROVED, Map.of(RECEIVE_CONCEPT, PARTLY_APPROVED),
            REJECTED, Map.of(),
            WITHDRAWN, Map.of());

    @Test
    void every_state_allows_exactly_what_is_meant() {
        for (ApplicationState from : ApplicationState.values()) {
            Map<ApplicationAction, ApplicationState> seen = new HashMap<>();
            for (ApplicationAction action : ApplicationAction.values()) {
                try {
                    seen.put(action, ApplicationFlow.FLOW.step(from, action).to());
                } catch (Refused refused) {
                    assertThat(refused.code()).isEqualTo("state.not_allowed");
                }
            }
            assertThat(seen).as(from.name()).isEqualTo(MEANT.get(from));
        }
    }
}
