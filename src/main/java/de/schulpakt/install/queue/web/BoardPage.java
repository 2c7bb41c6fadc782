package de.schulpakt.install.queue.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.install.queue.BoardMoves;
import de.schulpakt.install.ticket.TicketAction;
import de.schulpakt.install.ticket.TicketList;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.list.web.ListPage;
import de.schulpakt.platform.web.Act;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tickets that are to be done, in a column for each state; what needs nothing typed is done there by a button, or by drawing the card into the
 * column to which its button leads. The page keeps nothing between two requests, so it may stand open for hours.
 */
@Named
@RequestScoped
public class BoardPage {
    /** What the columns say themselves. */
    private static final Set<String> COLUMN = Set.of("state", "sort");
    @Inject
    TicketList columns;
    @Inject
    Tickets tickets;
    @Inject
    ListPage list;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Act act;
    @Inject
    HttpServletRequest request;
    private TicketList.Board board;
    private BoardMoves moves;
    private Long refused;
    private String why;

    /** Takes the step that was pressed, and reads the tickets to which the address narrows the board down. */
    public String load() {
        Optional<BoardMoves.Said> said = "POST".equals(request.getMethod()) ? BoardMoves.said(request.getParameter("step")) : Optional.empty();
        String outcome = said.map(this::move).orElse(null);
        if (outcome == null) {
            act.show(this::getBoard);
        }
        return outcome;
    }

    private String move(BoardMoves.Said said) {
        Tickets.Step seen = new Tickets.Step(said.version(), null);
        String outcome = act.run(() -> {
            switch (said.action()) {
                case TAKE -> tickets.take(said.id(), seen);
                case START -> tickets.start(said.id(), seen);
                case RESUME -> tickets.resume(said.id(), seen);
                default -> tickets.close(said.id(), seen);
            }
        }, "board.done", "board?faces-redirect=true" + (getNarrowed().isEmpty() ? "" : "&" + getNarrowed()));
        if (outcome == null) {
            refused = said.id();
            why = FacesContext.getCurrentInstance().getMessageList().stream().map(FacesMessage::getSummary).collect(Collectors.joining(" "));
        }
        return outcome;
    }

    /** What the button of a card says, null for a card without one. */
    public BoardMoves.Said step(TicketQueries.Row ticket) {
        return moves().step(ticket);
    }

    /** The step of that button. */
    public TicketAction action(TicketQueries.Row ticket) {
        BoardMoves.Said step = step(ticket);
        return step == null ? null : step.action();
    }

    /** True if a card leads to its ticket for what comes next. */
    public boolean more(TicketQueries.Row ticket) {
        return moves().more(ticket);
    }

    /** The column to which the button of a card leads, empty for none. */
    public String to(TicketQueries.Row ticket) {
        return step(ticket) == null ? "" : moves().to(ticket).name();
    }

    /** The columns to which the ticket comes by other steps, with blanks between them. */
    public String ways(TicketQueries.Row ticket) {
        return moves().ways(ticket).stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    /** Why the step on that card was refused, null if it was not. */
    public String refusal(TicketQueries.Row ticket) {
        return ticket.id().equals(refused) ? why : null;
    }

    private BoardMoves moves() {
        if (moves == null) {
            moves = new BoardMoves(guard.may(Permission.TICKET_WORK), actor.id());
        }
        return moves;
    }

    public TicketList.Board getBoard() {
        if (board == null) {
            Map<String, List<String>> parameters = new HashMap<>();
            list.getParameters().forEach(one -> parameters.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(one.value()));
            board = columns.board(new ListView(parameters, false));
        }
        return board;
    }

    /** What the address says, for a link. */
    public String getNarrowed() {
        return list.getParameters().stream().filter(one -> !COLUMN.contains(one.name()))
                .map(one -> one.name() + "=" + URLEncoder.encode(one.value(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
