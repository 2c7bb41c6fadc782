package de.schulpakt.install.planning.web;

import de.schulpakt.install.planning.VisitQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One visit over REST; its files are papers of the Visit. */
@Path("visits/{id}")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OneVisitResource {
    @Inject
    VisitQueries visits;

    @GET
    @Operation(summary = "A visit with its ticket, school and time")
    public VisitQueries.View view(@PathParam("id") long id) {
        return visits.view(id);
    }
}
