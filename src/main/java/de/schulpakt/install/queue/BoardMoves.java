package de.schulpakt.install.queue;

import de.schulpakt.identity.Permission;
import de.schulpakt.install.ticket.TicketAction;
import de.schulpakt.install.ticket.TicketFlow;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketState;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which way the cards of a board go for who looks at it. The page offers it; whether a step is allowed, its use case decides.
 *
 * @param technician true for who works tickets
 * @param me         whose eyes these are, null for nobody
 */
public record BoardMoves(boolean technician, Long me) {
    private static final Pattern SAID = Pattern.compile("(TAKE|START|RESUME|CLOSE)-(\\d{1,18})-(\\d{1,9})");

    /**
     * A step, as the button of a card says it: a board stands open for hours while others work on its tickets, so the button names the ticket and the version that
     * its reader saw.
     */
    public record Said(TicketAction action, Long id, Integer version) {
        @Override
        public String toString() {
            return action + "-" + id + "-" + version;
        }
    }

    /** The step that was said, empty for what no button says. */
    public static Optional<Said> said(String text) {
        Matcher said = SAID.matcher(String.valueOf(text));
        return said.matches() ? Optional.of(new Said(TicketAction.valueOf(said.group(1)), Long.valueOf(said.group(2)), Integer.valueOf(said.group(3)))) : Optional.empty();
    }

    /** The step that can be taken on a ticket without typing anything, null for none. */
    public Said step(TicketQueries.Row ticket) {
        TicketAction action = !technician ? null : switch (ticket.state()) {
            case OPEN -> TicketAction.TAKE;
            case PLANNED, SCHEDULED -> own(ticket) ? TicketAction.START : null;
            case WAITING -> own(ticket) ? TicketAction.RESUME : null;
            case ACCEPTED -> own(ticket) ? TicketAction.CLOSE : null;
            default -> null;
        };
        return action == null ? null : new Said(action, ticket.id(), ticket.version());
    }

    /** The column to which that step leads, null for none. */
    public TicketState to(TicketQueries.Row ticket) {
        Said step = step(ticket);
        return step == null ? null : TicketFlow.FLOW.step(ticket.state(), step.action()).to();
    }

    /** True if the next step needs more than a click: the card leads to its ticket. */
    public boolean more(TicketQueries.Row ticket) {
        return technician && own(ticket) && (ticket.state() == TicketState.IN_WORK || ticket.state() == TicketState.ACCEPTED_WITH_DEFECTS);
    }

    /** The columns to which the ticket comes by steps of its technician. */
    public List<TicketState> ways(TicketQueries.Row ticket) {
        return !technician || !own(ticket) ? List.of() : TicketFlow.FLOW.from(ticket.state()).stream()
                .filter(row -> row.permission() == Permission.TICKET_WORK && row.to() != ticket.state()).map(row -> row.to()).distinct().sorted().toList();
    }

    private boolean own(TicketQueries.Row ticket) {
        return me != null && me.equals(ticket.assigneeId());
    }
}
