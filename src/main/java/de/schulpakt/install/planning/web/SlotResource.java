package de.schulpakt.install.planning.web;

import de.schulpakt.install.planning.Slots;
import de.schulpakt.install.planning.WeekQueries;
import de.schulpakt.install.ticket.TicketQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Dates that are offered for a ticket, over REST. */
@Path("tickets/{id}/slots")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SlotResource {
    @Inject
    Slots slots;
    @Inject
    WeekQueries queries;
    @Inject
    TicketQueries tickets;

    @GET
    @Operation(summary = "The dates that are offered to the school")
    public List<WeekQueries.Slot> list(@PathParam("id") long id) {
        return queries.slots(id);
    }

    @POST
    @Operation(summary = "Offer the school dates; those that were offered before are withdrawn")
    public List<WeekQueries.Slot> offer(@PathParam("id") long id, @NotNull Slots.Offer cmd) {
        slots.offer(id, cmd);
        return queries.slots(id);
    }

    @POST
    @Path("decline")
    @Operation(summary = "None of the dates suits the school; the technician is told, and when it would suit")
    public TicketQueries.View decline(@PathParam("id") long id, @NotNull Slots.Decline cmd) {
        slots.decline(id, cmd);
        return tickets.view(id);
    }

    @POST
    @Path("take-back")
    @Operation(summary = "The technician offers the dates no more")
    public TicketQueries.View takeBack(@PathParam("id") long id, @NotNull Slots.TakeBack cmd) {
        slots.takeBack(id, cmd);
        return tickets.view(id);
    }

    @POST
    @Path("{slot}/pick")
    @Operation(summary = "The school picks a date: the visit is agreed")
    public TicketQueries.View pick(@PathParam("id") long id, @PathParam("slot") long slot, @NotNull Slots.Pick cmd) {
        slots.pick(id, slot, cmd);
        return tickets.view(id);
    }
}
