package de.schulpakt.funding.annex.web;

import de.schulpakt.funding.annex.DecisionQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Decisions over REST, each under the id of its application; their letters are papers of the Decision. */
@Path("decisions/{id}")
@Tag(name = "applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DecisionResource {
    @Inject
    DecisionQueries queries;

    @GET
    @Operation(summary = "The first decision about an application")
    public DecisionQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }
}
