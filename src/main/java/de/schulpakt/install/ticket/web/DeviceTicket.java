package de.schulpakt.install.ticket.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.install.ticket.TicketQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The way from a device to its ticket. */
@Named
@RequestScoped
public class DeviceTicket {
    @Inject
    TicketQueries queries;
    @Inject
    Guard guard;
    private final Map<Long, Optional<TicketQueries.OfDevice>> found = new HashMap<>();

    /** The ticket that installs a device, else the newest one about it; null for none, and for who does not see tickets of its school. */
    public TicketQueries.OfDevice device(Long id, Long school) {
        return id == null || !guard.may(Permission.TICKET_VIEW, school) ? null : found.computeIfAbsent(id, queries::ofDevice).orElse(null);
    }
}
