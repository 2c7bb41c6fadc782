package de.schulpakt.funding.annex.web;

import de.schulpakt.funding.annex.AnnexQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Annexes over REST; their files are papers of the Annex. */
@Path("annexes/{id}")
@Tag(name = "applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AnnexResource {
    @Inject
    AnnexQueries queries;

    @GET
    @Operation(summary = "The annex of one school with its positions")
    public AnnexQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }
}
