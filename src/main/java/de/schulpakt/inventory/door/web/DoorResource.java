package de.schulpakt.inventory.door.web;

import de.schulpakt.inventory.door.DoorQueries;
import de.schulpakt.inventory.door.Doors;
import de.schulpakt.platform.rest.Secret;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Links and replies of borrowers over REST, for the school. */
@Path("loan-links")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DoorResource {
    @Inject
    Doors doors;
    @Inject
    DoorQueries queries;

    @GET
    @Path("{sheet}")
    @Operation(summary = "The open link of a sheet and what was written by its links")
    public DoorQueries.View get(@PathParam("sheet") long sheet) {
        return queries.ofSheet(sheet);
    }

    @POST
    @Path("{sheet}")
    @Operation(summary = "Make the link of a sheet; secret and code are answered this once")
    @Secret
    public Doors.Made make(@PathParam("sheet") long sheet, @NotNull Doors.MakeLink cmd) {
        return doors.makeLink(sheet, cmd);
    }

    @POST
    @Path("{sheet}/end")
    @Operation(summary = "The link of a sheet opens nothing any longer")
    public DoorQueries.View end(@PathParam("sheet") long sheet) {
        doors.endLink(sheet);
        return queries.ofSheet(sheet);
    }

    @POST
    @Path("replies/{id}/see")
    @Operation(summary = "The school has seen to a reply")
    public void see(@PathParam("id") long id) {
        doors.see(id);
    }
}
