package de.schulpakt.install.result.web;

import de.schulpakt.install.result.TicketResults;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.platform.rest.BySession;
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

/** Results at a ticket, over REST. */
@Path("tickets/{id}/results")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TicketResultResource {
    @Inject
    TicketResults results;
    @Inject
    TicketQueries queries;

    @POST
    @BySession
    @Operation(summary = "Give results that the kind asks for, all of them or none; one without a value is taken back")
    public TicketQueries.View give(@PathParam("id") long id, @NotNull TicketResults.Give cmd) {
        results.give(id, cmd);
        return queries.view(id);
    }
}
