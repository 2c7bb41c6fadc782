package de.schulpakt.install.queue;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.ticket.TicketAction;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the cards of a board offer, and that a button says which ticket it means. */
class BoardMovesTest {
    private static final long ME = 7;
    private static final BoardMoves MINE = new BoardMoves(true, ME);

    @Test
    void a_card_offers_what_needs_nothing_typed_and_says_where_it_leads() {
        assertThat(MINE.step(card(TicketState.OPEN, null))).hasToString("TAKE-41-3");
        assertThat(MINE.to(card(TicketState.OPEN, null))).isEqualTo(TicketState.PLANNED);
        assertThat(MINE.step(card(TicketState.SCHEDULED, ME)).action()).isEqualTo(TicketAction.START);
        assertThat(MINE.to(card(TicketState.SCHEDULED, ME))).isEqualTo(TicketState.IN_WORK);
        assertThat(MINE.step(card(TicketState.WAITING, ME)).action()).isEqualTo(TicketAction.RESUME);
        assertThat(MINE.to(card(TicketState.WAITING, ME))).isEqualTo(TicketState.PLANNED);
        assertThat(MINE.to(card(TicketState.ACCEPTED, ME))).isEqualTo(TicketState.CLOSED);
        for (TicketState state : TicketState.values()) {
            assertThat(MINE.step(card(state, ME + 1)) != null).as("of another technician: " + state).isEqualTo(state == TicketState.OPEN);
            assertThat(new BoardMoves(false, ME).step(card(state, ME))).as("of the school: " + state).isNull();
            assertThat(new BoardMoves(true, null).ways(card(state, null))).as("of nobody: " + state).isEmpty();
        }
    }

    @Test
    void what_needs_more_leads_to_the_ticket() {
        assertThat(Arrays.stream(TicketState.values()).filter(state -> MINE.more(card(state, ME)))).containsExactly(TicketState.IN_WORK, TicketState.ACCEPTED_WITH_DEFECTS);
        assertThat(MINE.ways(card(TicketState.IN_WORK, ME))).contains(TicketState.WAITING, TicketState.MEASURED).doesNotContain(TicketState.IN_WORK, TicketState.ACCEPTED);
        assertThat(MINE.ways(card(TicketState.MEASURED, ME))).as("the school accepts, or it was not done after all").containsExactly(TicketState.IN_WORK);
        assertThat(MINE.ways(card(TicketState.IN_WORK, ME + 1))).isEmpty();
    }

    @Test
    void a_button_says_ticket_and_version_and_nothing_else_is_understood() {
        BoardMoves.Said said = new BoardMoves.Said(TicketAction.RESUME, 41L, 3);
        assertThat(BoardMoves.said(said.toString())).contains(said);
        for (String odd : new String[] {null, "", "CANCEL-41-3", "TAKE-41", "TAKE-41-3-4", "take-41-3", "TAKE-x-3", "TAKE-9999999999999999999-1"}) {
            assertThat(BoardMoves.said(odd)).as(odd).isEmpty();
        }
    }

    @Test
    void the_page_keeps_no_view_that_could_expire() throws IOException {
        String page = Files.readString(Path.of("src/main/webapp/install/board.xhtml"));
        assertThat(page).contains("<ui:param name=\"stateless\" value=\"true\"/>").contains("name=\"step\"").doesNotContain("h:commandButton");
    }

    private static TicketQueries.Row card(TicketState state, Long assignee) {
        return new TicketQueries.Row(41L, 3, "T-1", "Arbeit", state, 1L, "Schule", null, null, null, null, null, null, null, assignee, null, null, null, Instant.EPOCH,
                Priority.NORMAL, "FAULT", null, null, null, null, null);
    }
}
