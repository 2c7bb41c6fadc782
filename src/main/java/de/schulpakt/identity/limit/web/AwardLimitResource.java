package de.schulpakt.identity.limit.web;

import de.schulpakt.identity.limit.AwardLimitQueries;
import de.schulpakt.identity.limit.AwardLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/** The awards to which the role of an auditor is limited. */
@Path("users/{user}/award-limits")
@Tag(name = "identity")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AwardLimitResource {
    @Inject
    AwardLimits limits;
    @Inject
    AwardLimitQueries queries;

    @GET
    @Operation(summary = "The awards to which the role of an auditor is limited, and those that can be named; no limit: the role shows all")
    public AwardLimitQueries.View of(@PathParam("user") long user) {
        return queries.of(user);
    }

    @POST
    @Operation(summary = "Limit the role of an auditor to an award, or to one more, from a day to a day")
    public Response give(@PathParam("user") long user, AwardLimits.Give command) {
        Long id = limits.give(user, command);
        return Response.created(URI.create("users/" + user + "/award-limits")).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/end")
    @Operation(summary = "End the sight of an award before its last day; the limit stays")
    public void end(@PathParam("user") long user, @PathParam("id") long id, AwardLimits.Reason command) {
        limits.end(user, id, command);
    }

    @POST
    @Path("lift")
    @Operation(summary = "Lift all limits: the role of an auditor shows all again")
    public void lift(@PathParam("user") long user, AwardLimits.Reason command) {
        limits.lift(user, command);
    }
}
