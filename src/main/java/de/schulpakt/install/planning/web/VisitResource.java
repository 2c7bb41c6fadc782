package de.schulpakt.install.planning.web;

import de.schulpakt.install.planning.Visits;
import de.schulpakt.install.ticket.TicketQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The visit of a ticket over REST. */
@Path("tickets/{id}/schedule")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VisitResource {
    @Inject
    Visits visits;
    @Inject
    TicketQueries tickets;

    @POST
    @Operation(summary = "Agree a visit")
    public TicketQueries.View schedule(@PathParam("id") long id, @NotNull Visits.Schedule cmd) {
        visits.schedule(id, cmd);
        return tickets.view(id);
    }
}
