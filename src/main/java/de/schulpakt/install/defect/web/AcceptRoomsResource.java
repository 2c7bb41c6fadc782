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

/** The acceptance room by room over REST; pictures go to the follow-ups under {@code files}. */
@Path("tickets/{id}/accept-rooms")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AcceptRoomsResource {
    @Inject
    Defects defects;
    @Inject
    TicketQueries tickets;

    @POST
    @Operation(summary = "The school accepts some rooms of the work, or all that are left, with or without defects")
    public TicketQueries.View accept(@PathParam("id") long id, @NotNull Defects.AcceptRooms cmd) {
        defects.acceptRooms(id, cmd);
        return tickets.view(id);
    }
}
