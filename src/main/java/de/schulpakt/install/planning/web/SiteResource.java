package de.schulpakt.install.planning.web;

import de.schulpakt.install.planning.SiteQueries;
import de.schulpakt.install.planning.SiteTimes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When technicians can come to a school, over REST. */
@Path("site-times")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SiteResource {
    @Inject
    SiteTimes times;
    @Inject
    SiteQueries queries;

    @GET
    @Path("schools/{school}")
    @Operation(summary = "Hours in which somebody is at a school, and days on which nobody comes")
    public SiteQueries.View school(@PathParam("school") long school) {
        return queries.school(school);
    }

    @PUT
    @Path("schools/{school}/hours")
    @Operation(summary = "Hours in which somebody is there; none for any hour")
    public SiteQueries.View hours(@PathParam("school") long school, @NotNull SiteTimes.Hours cmd) {
        times.hours(school, cmd);
        return queries.school(school);
    }

    @POST
    @Path("schools/{school}/blocks")
    @Operation(summary = "Nobody comes on these days")
    public Map<String, Long> block(@PathParam("school") long school, @NotNull SiteTimes.Block cmd) {
        return Map.of("id", times.block(school, cmd));
    }

    @DELETE
    @Path("blocks/{id}")
    @Operation(summary = "One can come on these days after all")
    public void unblock(@PathParam("id") long id) {
        times.unblock(id);
    }
}
