package de.schulpakt.overview.search.web;

import de.schulpakt.overview.search.SearchQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The search of the top bar. */
@Path("overview/search")
@Tag(name = "overview")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
    @Inject
    SearchQueries search;

    @GET
    @Operation(summary = "What is found for a number, a serial or a name")
    public SearchQueries.View search(@QueryParam("q") String q) {
        return search.search(q);
    }
}
