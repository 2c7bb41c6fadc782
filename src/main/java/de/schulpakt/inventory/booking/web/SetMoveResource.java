package de.schulpakt.inventory.booking.web;

import de.schulpakt.inventory.booking.BookingQueries;
import de.schulpakt.inventory.booking.SetMoveQueries;
import de.schulpakt.inventory.booking.SetMoves;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Class sets and their moves over REST. */
@Path("set-moves")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SetMoveResource {
    @Inject
    SetMoves moves;
    @Inject
    SetMoveQueries queries;
    @Inject
    BookingQueries bookings;

    @GET
    @Path("schools/{school}")
    @Operation(summary = "The moves of a school's class sets, with the devices that did not go and who did it")
    public SetMoveQueries.Plan ofSchool(@PathParam("school") long school) {
        return queries.ofSchool(school);
    }

    @GET
    @Path("schools/{school}/sets")
    @Operation(summary = "The class sets of a school with their class and who answers for them")
    public List<BookingQueries.ClassSet> sets(@PathParam("school") long school) {
        return bookings.sets(school);
    }

    @POST
    @Operation(summary = "Plan that a class set goes to another room, class or person")
    public Map<String, Long> plan(@NotNull SetMoves.Plan cmd) {
        return Map.of("id", moves.plan(cmd));
    }

    @POST
    @Path("{id}/carry-out")
    @Operation(summary = "The set goes; what cannot go stays and is named at the move")
    public Map<String, Long> carryOut(@PathParam("id") long id, @NotNull SetMoves.Step cmd) {
        moves.carryOut(id, cmd);
        return Map.of("id", id);
    }

    @POST
    @Path("{id}/undo")
    @Operation(summary = "It had been moved by mistake: it goes back, and is planned again")
    public Map<String, Long> undo(@PathParam("id") long id, @NotNull SetMoves.Why cmd) {
        moves.undo(id, cmd);
        return Map.of("id", id);
    }

    @POST
    @Path("{id}/drop")
    @Operation(summary = "The set is not to be moved")
    public Map<String, Long> drop(@PathParam("id") long id, @NotNull SetMoves.Why cmd) {
        moves.drop(id, cmd);
        return Map.of("id", id);
    }
}
