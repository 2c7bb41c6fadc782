package de.schulpakt.funding.correction.web;

import de.schulpakt.funding.correction.BudgetCorrections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/** Proposes a correction of a budget. */
@Path("budgets/{id}/corrections")
@Tag(name = "budgets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BudgetCorrectionsOfResource {
    @Inject
    BudgetCorrections corrections;

    @POST
    @Operation(summary = "Propose a correction of what a budget has spent, up or down, with a reason; another confirms it, see budget-corrections")
    public Response propose(@PathParam("id") long id, BudgetCorrections.Propose c) {
        Long made = corrections.propose(id, c);
        return Response.created(URI.create("budget-corrections/" + made)).entity(Map.of("id", made)).build();
    }
}
