package de.schulpakt.school.place.web;

import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.school.place.SchoolList;
import de.schulpakt.school.place.SchoolQueries;
import de.schulpakt.school.place.Schools;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Schools, their buildings and rooms. */
@Path("schools")
@Tag(name = "schools")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SchoolResource {
    @Inject
    Schools schools;
    @Inject
    SchoolQueries queries;
    @Inject
    SchoolList list;

    @GET
    @Operation(summary = "Schools; text searches name, number and street, city the beginning of town or postcode")
    public Page<SchoolQueries.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One school with what may be done now and its timeline")
    public SchoolQueries.View view(@PathParam("id") long id) {
        return queries.school(id);
    }

    @POST
    @Operation(summary = "Create a school")
    public Response create(Schools.Create command) {
        return created("schools", schools.create(command));
    }

    @POST
    @Path("{id}/change")
    @Operation(summary = "Change the facts of a school; what is absent is then unknown")
    public SchoolQueries.View change(@PathParam("id") long id, Schools.Change c) {
        schools.change(id, c);
        return queries.school(id);
    }

    @GET
    @Path("{id}/rooms")
    @Operation(summary = "Rooms of a school by building")
    public List<SchoolQueries.RoomOption> rooms(@PathParam("id") long id) {
        return queries.rooms(id);
    }

    @GET
    @Path("{id}/buildings")
    @Operation(summary = "Buildings of a school")
    public List<SchoolQueries.BuildingOption> buildings(@PathParam("id") long id) {
        return queries.buildings(id);
    }

    @POST
    @Path("{id}/buildings")
    @Operation(summary = "Add a building to a school")
    public Response addBuilding(@PathParam("id") long id, Schools.AddBuilding command) {
        return created("schools/" + id + "/buildings", schools.addBuilding(id, command));
    }

    @POST
    @Path("{id}/rooms")
    @Operation(summary = "Add a room to a building of the school")
    public Response addRoom(@PathParam("id") long id, Schools.AddRoom command) {
        return created("schools/" + id + "/rooms", schools.addRoom(command));
    }

    private static Response created(String path, Long id) {
        return Response.created(URI.create(path + "/" + id)).entity(Map.of("id", id)).build();
    }
}
