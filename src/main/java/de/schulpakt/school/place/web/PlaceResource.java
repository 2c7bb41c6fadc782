package de.schulpakt.school.place.web;

import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.school.place.OtherPlaceList;
import de.schulpakt.school.place.OtherPlaces;
import de.schulpakt.school.place.SchoolQueries;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Places that are no schools; their buildings and rooms are those of {@code /schools/{id}}. */
@Path("places")
@Tag(name = "schools")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlaceResource {
    @Inject
    OtherPlaces places;
    @Inject
    SchoolQueries queries;
    @Inject
    OtherPlaceList list;

    @GET
    @Operation(summary = "Places that are no schools; text searches name, number and street")
    public Page<OtherPlaceList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One place with what may be done now and its timeline")
    public SchoolQueries.View view(@PathParam("id") long id) {
        SchoolQueries.View found = queries.school(id);
        if (!found.place().other()) {
            throw new NotFound("School", id);
        }
        return found;
    }

    @POST
    @Operation(summary = "Create a place that is no school")
    public Response create(OtherPlaces.Create command) {
        Long id = places.create(command);
        return Response.created(URI.create("places/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/change")
    @Operation(summary = "Change the facts of a place; what is absent is then unknown")
    public SchoolQueries.View change(@PathParam("id") long id, OtherPlaces.Change cmd) {
        places.change(id, cmd);
        return queries.school(id);
    }

    @POST
    @Path("{id}/end")
    @Operation(summary = "It is not looked after any more; refused while devices stand or tickets are open there")
    public SchoolQueries.View end(@PathParam("id") long id, OtherPlaces.Step cmd) {
        places.end(id, cmd);
        return queries.school(id);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "It is looked after again")
    public SchoolQueries.View reopen(@PathParam("id") long id, OtherPlaces.Step cmd) {
        places.reopen(id, cmd);
        return queries.school(id);
    }
}
