package de.schulpakt.install.reimage.web;

import de.schulpakt.install.reimage.ReimageQueries;
import de.schulpakt.install.reimage.Reimaging;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The days on which devices that come back are set up anew, over REST. */
@Path("reimaging")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReimageResource {
    @Inject
    Reimaging reimaging;
    @Inject
    ReimageQueries queries;

    @GET
    @Path("schools/{school}")
    @Operation(summary = "The plans of a school with their days, tickets and what found no day, and who made them")
    public ReimageQueries.Plans ofSchool(@PathParam("school") long school) {
        return queries.ofSchool(school);
    }

    @POST
    @Path("look")
    @Operation(summary = "What a plan would make, without making it")
    public ReimageQueries.Look look(@NotNull Reimaging.Plan cmd) {
        return queries.look(cmd);
    }

    @POST
    @Operation(summary = "Make a ticket for each day with the devices that are back by then")
    public Map<String, Long> plan(@NotNull Reimaging.Plan cmd) {
        return Map.of("id", reimaging.plan(cmd));
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Take a plan back and cancel those of its tickets that nobody has taken")
    public Map<String, Integer> cancel(@PathParam("id") long id, @NotNull Reimaging.Why cmd) {
        return Map.of("cancelled", reimaging.cancel(id, cmd));
    }
}
