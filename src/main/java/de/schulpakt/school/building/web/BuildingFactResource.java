package de.schulpakt.school.building.web;

import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.school.building.BuildingFactList;
import de.schulpakt.school.building.BuildingFactQueries;
import de.schulpakt.school.building.BuildingFacts;
import de.schulpakt.school.place.Rooms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Buildings of schools and what is known of them. */
@Path("buildings")
@Tag(name = "buildings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BuildingFactResource {
    @Inject
    BuildingFacts facts;
    @Inject
    Rooms rooms;
    @Inject
    BuildingFactQueries queries;
    @Inject
    BuildingFactList list;

    @GET
    @Operation(summary = "Buildings of schools and what is known of them")
    public Page<BuildingFactList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One building")
    public BuildingFactQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @PUT
    @Path("{id}/facts")
    @Operation(summary = "Record what is known of it, or change it")
    public BuildingFactQueries.View describe(@PathParam("id") long id, BuildingFacts.Describe cmd) {
        facts.describe(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/rename")
    @Operation(summary = "Name it otherwise; version is its placeVersion")
    public BuildingFactQueries.View rename(@PathParam("id") long id, Rooms.Rename cmd) {
        rooms.rename(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/facts/remove")
    @Operation(summary = "Remove what is known of it, with the reason")
    public void remove(@PathParam("id") long id, BuildingFacts.Remove cmd) {
        facts.remove(id, cmd);
    }
}
