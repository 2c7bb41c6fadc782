package de.schulpakt.install.defect.web;

import de.schulpakt.install.defect.Defects;
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

/** The acceptance with defects over REST. */
@Path("tickets/{id}/accept-with-defects")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AcceptResource {
    @Inject
    Defects defects;
    @Inject
    TicketQueries tickets;

    @POST
    @Operation(summary = "The school accepts although something is to be put right; each item opens its follow-up")
    public TicketQueries.View accept(@PathParam("id") long id, @NotNull Defects.Accept cmd) {
        defects.accept(id, cmd);
        return tickets.view(id);
    }
}
