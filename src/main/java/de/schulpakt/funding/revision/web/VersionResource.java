package de.schulpakt.funding.revision.web;

import de.schulpakt.funding.revision.VersionQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The versions of an application, and two of them side by side. */
@Path("applications/{id}/versions")
@Tag(name = "applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class VersionResource {
    @Inject
    VersionQueries queries;

    @GET
    @Operation(summary = "The versions, the first in front; without drafts")
    public List<VersionQueries.Version> versions(@PathParam("id") long id) {
        return queries.versions(id);
    }

    @GET
    @Path("compare")
    @Operation(summary = "Two versions side by side, position by position and field by field; without numbers the newest and the one before")
    public VersionQueries.Compared compare(@PathParam("id") long id, @QueryParam("left") Integer left, @QueryParam("right") Integer right) {
        return queries.compare(id, left, right);
    }
}
