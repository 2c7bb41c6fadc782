package de.schulpakt.school.place.web;

import de.schulpakt.school.place.RoomQueries;
import de.schulpakt.school.place.Rooms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One room. */
@Path("rooms")
@Tag(name = "schools")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RoomResource {
    @Inject
    Rooms rooms;
    @Inject
    RoomQueries queries;

    @GET
    @Path("{id}")
    @Operation(summary = "One room, also one that is closed")
    public RoomQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Path("{id}/change")
    @Operation(summary = "Name, floor, building and kind")
    public RoomQueries.View change(@PathParam("id") long id, Rooms.Change cmd) {
        rooms.change(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/close")
    @Operation(summary = "It is not used any more; refused while something stands there, is to be done there or was asked for it")
    public RoomQueries.View close(@PathParam("id") long id, Rooms.Step cmd) {
        rooms.close(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "It is used again")
    public RoomQueries.View reopen(@PathParam("id") long id, Rooms.Step cmd) {
        rooms.reopen(id, cmd);
        return queries.view(id);
    }
}
