package de.schulpakt.funding.redecision.web;

import de.schulpakt.funding.redecision.DecisionCorrectionQueries;
import de.schulpakt.funding.redecision.DecisionCorrections;
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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Corrections of the decision on an application. */
@Path("applications/{id}/decision-corrections")
@Tag(name = "applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DecisionCorrectionsOfResource {
    @Inject
    DecisionCorrections corrections;
    @Inject
    DecisionCorrectionQueries queries;

    @GET
    @Operation(summary = "Corrections of the decision, the newest first")
    public List<DecisionCorrectionQueries.Short> of(@PathParam("id") long id) {
        return queries.of(id);
    }

    @POST
    @Operation(summary = "Propose what the decision really says, with a reason; another confirms it, see decision-corrections. The version is that of the application")
    public Response propose(@PathParam("id") long id, DecisionCorrections.Propose c) {
        Long made = corrections.propose(id, c);
        return Response.created(URI.create("decision-corrections/" + made)).entity(Map.of("id", made)).build();
    }
}
