package de.schulpakt.install.ticket.web;

import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KindQueries;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.ticket.TicketList;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What stands beside the list of tickets. */
@Named
@RequestScoped
public class TicketsPage {
    @Inject
    TicketQueries queries;
    @Inject
    KindQueries kindQueries;
    @Inject
    Language language;
    private List<TicketWork.Technician> technicians;
    private List<Kind> kinds;

    /** The technicians of the asker's offices. */
    public List<TicketWork.Technician> getTechnicians() {
        if (technicians == null) {
            technicians = queries.colleagues();
        }
        return technicians;
    }

    /** The kinds of tickets. */
    public List<Kind> getKinds() {
        if (kinds == null) {
            kinds = kindQueries.known();
        }
        return kinds;
    }

    /** The name of a kind in the asker's language. */
    public String name(Kind kind) {
        return kind.name(language.getLocale().getLanguage());
    }

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
