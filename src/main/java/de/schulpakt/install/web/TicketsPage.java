package de.schulpakt.install.web;

import de.schulpakt.install.TicketFilter;
import de.schulpakt.install.TicketQueries;
import de.schulpakt.install.TicketRow;
import de.schulpakt.install.TicketState;
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
    private Page<TicketRow> rows;

    /** Reads the page of the list that the URL names. */
    public void load() {
        TicketFilter filter = new TicketFilter(here.param("text"), Params.number(here.param("school")),
                Params.constant(TicketState.class, here.param("state")),
                Params.constant(TicketFilter.Assignee.class, here.param("assignee")),
                Params.constant(TicketFilter.Due.class, here.param("due")));
        act.show(() -> rows = queries.list(filter,
                PageRequest.of(Params.page(here.param("page")), null, here.param("sort"))));
    }

    public Page<TicketRow> getRows() {
        return rows;
    }

    /** True if something narrows the list down. */
    public boolean isFiltered() {
        return Stream.of("text", "school", "state", "assignee", "due").anyMatch(p -> !here.param(p).isEmpty());
    }

    public TicketState[] getStates() {
        return TicketState.values();
    }

    public TicketFilter.Assignee[] getAssignees() {
        return TicketFilter.Assignee.values();
    }

    public TicketFilter.Due[] getDues() {
        return TicketFilter.Due.values();
    }
}
