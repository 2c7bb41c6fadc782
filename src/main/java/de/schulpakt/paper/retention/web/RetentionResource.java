package de.schulpakt.paper.retention.web;

import de.schulpakt.paper.retention.RetentionQueries;
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

/** What retention would remove of the files, for administrators. */
@Path("retention")
@Tag(name = "files")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class RetentionResource {
    @Inject
    RetentionQueries queries;

    @GET
    @Operation(summary = "Of each kind of files that has a time of keeping, what the next run would remove and what a grant holds back")
    public List<RetentionQueries.Preview> next() {
        return queries.next();
    }

    @GET
    @Path("{kind}")
    @Operation(summary = "What a run would do if files of this kind were kept for so many years: keepYears=10; without it, for as many as now")
    public RetentionQueries.Preview preview(@PathParam("kind") long kind, @QueryParam("keepYears") Integer keepYears) {
        return queries.preview(kind, keepYears);
    }
}
