package de.schulpakt.install.ticket.web;

import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Stream;

/** The list of tickets; filters, order and page are in the URL. */
@Named
@RequestScoped
public class TicketsPage {
    @Inject
    TicketQueries queries;
    @Inject
    Act act;
    @Inject
    Here here;
    private Page<TicketQueries.Row> rows;

    /** Reads the page of the list that the URL names. */
    public void load() {
        TicketQueries.Filter filter = new TicketQueries.Filter(here.param("text"), Params.number(here.param("school")),
                Params.constant(TicketState.class, here.param("state")),
                Params.constant(TicketQueries.Filter.Assignee.class, here.param("assignee")),
                Params.constant(TicketQueries.Filter.Due.class, here.param("due")));
        act.show(() -> rows = queries.list(filter,
                PageRequest.of(Params.page(here.param("page")), null, here.param("sort"))));
    }

    public Page<TicketQueries.Row> getRows() {
        return rows;
    }

    /** True if something narrows the list down. */
    public boolean isFiltered() {
        return Stream.of("text", "school", "state", "assignee", "due").anyMatch(p -> !here.param(p).isEmpty());
    }

    public TicketState[] getStates() {
        return TicketState.values();
    }

    public TicketQueries.Filter.Assignee[] getAssignees() {
        return TicketQueries.Filter.Assignee.values();
    }

    public TicketQueries.Filter.Due[] getDues() {
        return TicketQueries.Filter.Due.values();
    }
}
