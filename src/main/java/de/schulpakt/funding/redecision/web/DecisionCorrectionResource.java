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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Corrections of decisions that were captured wrongly, each by two people. */
@Path("decision-corrections")
@Tag(name = "applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DecisionCorrectionResource {
    @Inject
    DecisionCorrections corrections;
    @Inject
    DecisionCorrectionQueries queries;

    @GET
    @Operation(summary = "Corrections that the asker may confirm as a second person, the oldest first")
    public List<DecisionCorrectionQueries.Short> mine() {
        return queries.mine();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A correction, before and after, with its actions, version and timeline; amounts are eligible expenditure in cents")
    public DecisionCorrectionQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Path("{id}/confirm")
    @Operation(summary = "Confirm what another has proposed: the decision and its budgets follow")
    public DecisionCorrectionQueries.View confirm(@PathParam("id") long id, DecisionCorrections.Confirm c) {
        corrections.confirm(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/drop")
    @Operation(summary = "Do not confirm it, or take one's own proposal back")
    public DecisionCorrectionQueries.View drop(@PathParam("id") long id, DecisionCorrections.Drop c) {
        corrections.drop(id, c);
        return queries.view(id);
    }
}
