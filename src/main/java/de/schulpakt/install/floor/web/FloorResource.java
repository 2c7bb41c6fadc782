package de.schulpakt.install.floor.web;

import de.schulpakt.install.floor.FloorPlans;
import de.schulpakt.install.floor.FloorQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Floor plans over REST. */
@Path("floors")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FloorResource {
    @Inject
    FloorPlans plans;
    @Inject
    FloorQueries queries;

    @GET
    @Path("schools/{school}")
    @Operation(summary = "The floor plans of a school, and where what is called so is drawn; q is a part of a name or number")
    public FloorQueries.Overview school(@PathParam("school") long school, @QueryParam("q") String q) {
        return queries.school(school, q);
    }

    @POST
    @Operation(summary = "A floor of a building gets a plan; its picture is a file of FloorPlan")
    public Response create(@NotNull FloorPlans.Create cmd) {
        Long id = plans.create(cmd);
        return Response.created(URI.create("floors/" + id)).entity(queries.plan(id)).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A floor plan with what is drawn on it, in per mille of the picture")
    public FloorQueries.View plan(@PathParam("id") long id) {
        return queries.plan(id);
    }

    @POST
    @Path("{id}/remove")
    @Operation(summary = "There is no such floor: what was drawn on it goes")
    public void remove(@PathParam("id") long id, @NotNull FloorPlans.Remove cmd) {
        plans.remove(id, cmd);
    }

    @POST
    @Path("{id}/page")
    @Operation(summary = "Take a page of a PDF among its files as the picture")
    public FloorQueries.View page(@PathParam("id") long id, @NotNull FloorPlans.Page cmd) {
        plans.page(id, cmd);
        return queries.plan(id);
    }

    @POST
    @Path("{id}/marks")
    @Operation(summary = "Draw a unit of the network, a port or a device; what is on the plan already is moved there")
    public Map<String, Long> place(@PathParam("id") long id, @NotNull FloorPlans.Place cmd) {
        return Map.of("id", plans.place(id, cmd));
    }

    @POST
    @Path("marks/{id}/move")
    @Operation(summary = "Draw it elsewhere on the same plan")
    public void move(@PathParam("id") long id, @NotNull FloorPlans.Move cmd) {
        plans.move(id, cmd);
    }

    @POST
    @Path("marks/{id}/take")
    @Operation(summary = "Take it off the plan")
    public void take(@PathParam("id") long id, @NotNull FloorPlans.Take cmd) {
        plans.take(id, cmd);
    }
}
