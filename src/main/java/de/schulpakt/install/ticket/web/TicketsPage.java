package de.schulpakt.install.ticket.web;

import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.ticket.TicketList;
import de.schulpakt.install.ticket.TicketState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What stands beside the list of tickets. */
@Named
@RequestScoped
public class TicketsPage {
    public TicketState[] getStates() {
        return TicketState.values();
    }

    public Priority[] getPriorities() {
        return Priority.values();
    }

    public TicketList.Level[] getLevels() {
        return TicketList.Level.values();
    }

    public TicketList.Assignee[] getAssignees() {
        return TicketList.Assignee.values();
    }

    public TicketList.Acceptance[] getAcceptances() {
        return TicketList.Acceptance.values();
    }

    public TicketList.Due[] getDues() {
        return TicketList.Due.values();
    }
}
