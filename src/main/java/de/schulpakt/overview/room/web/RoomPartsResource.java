package de.schulpakt.overview.room.web;

import de.schulpakt.overview.room.RoomParts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What other rooms of the house know about a room. */
@Path("overview/rooms")
@Tag(name = "overview")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoomPartsResource {
    @Inject
    RoomParts parts;

    @GET
    @Path("{id}")
    @Operation(summary = "How ready a room is, its devices, tickets, requests and network")
    public RoomParts.View room(@PathParam("id") long id) {
        return parts.parts(id);
    }
}
