package de.schulpakt.install.ticket.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.install.ticket.TicketAction;
import de.schulpakt.install.ticket.TicketFlow;
import de.schulpakt.install.ticket.TicketState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What matters in a state stands open in the page of a ticket, at most four buttons; all else is in its menu, and nothing is lost. */
class TicketMenuTest {
    private static final Path PARTS = Path.of("src/main/webapp/WEB-INF/install");
    private static final Pattern NAMED = Pattern.compile("(?:name=\"|k:pick\\(may, ')([A-Z_]+)['\"]");
    /** Of these a kind has one, as it proves its work. */
    private static final Set<TicketAction> PROOFS = EnumSet.of(TicketAction.MEASURE, TicketAction.FINISH);
    private static final int MOST = 4;

    @Test
    void at_most_four_buttons_stand_open_in_each_state() throws IOException {
        Set<TicketAction> open = buttons("ticket-acts.xhtml");
        for (TicketState state : TicketState.values()) {
            Set<TicketAction> shown = EnumSet.noneOf(TicketAction.class);
            TicketFlow.FLOW.from(state).forEach(row -> shown.add(row.action()));
            shown.retainAll(open);
            long proofs = shown.stream().filter(PROOFS::contains).count();
            // what is solved in work is neither measured nor handed over
            long without = state == TicketState.IN_WORK ? 1 : 0;
            assertThat(shown.size() - Math.max(proofs - 1, 0) - without).as(state + " " + shown).isLessThanOrEqualTo(MOST);
        }
    }

    @Test
    void every_action_that_somebody_asks_for_has_its_button() throws IOException {
        Set<TicketAction> asked = EnumSet.noneOf(TicketAction.class);
        for (TicketState state : TicketState.values()) {
            TicketFlow.FLOW.from(state).stream().filter(row -> row.asked()).forEach(row -> asked.add(row.action()));
        }
        // picked from the times that are offered, in a card of its own
        asked.remove(TicketAction.PICK);
        // room by room, on a page of its own
        asked.remove(TicketAction.ACCEPT_ROOMS);
        asked.remove(TicketAction.WITHDRAW_ROOM);
        Set<TicketAction> found = buttons("ticket-acts.xhtml");
        found.addAll(buttons("ticket-more.xhtml"));
        assertThat(found).containsAll(asked);
    }

    private static Set<TicketAction> buttons(String part) throws IOException {
        return NAMED.matcher(Files.readString(PARTS.resolve(part))).results().map(found -> TicketAction.valueOf(found.group(1)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TicketAction.class)));
    }
}
