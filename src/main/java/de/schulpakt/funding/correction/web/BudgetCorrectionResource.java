package de.schulpakt.funding.correction.web;

import de.schulpakt.funding.correction.BudgetCorrectionList;
import de.schulpakt.funding.correction.BudgetCorrectionQueries;
import de.schulpakt.funding.correction.BudgetCorrections;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Corrections of budgets by a free amount, each by two people. */
@Path("budget-corrections")
@Tag(name = "budgets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BudgetCorrectionResource {
    @Inject
    BudgetCorrections corrections;
    @Inject
    BudgetCorrectionQueries queries;
    @Inject
    BudgetCorrectionList list;

    @GET
    @Operation(summary = "Corrections of the authorities that the asker may see, the newest first; amounts gross, in cents")
    public Page<BudgetCorrectionList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A correction with its actions, version and timeline")
    public BudgetCorrectionQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Path("{id}/confirm")
    @Operation(summary = "Confirm what another has proposed: it is posted")
    public BudgetCorrectionQueries.View confirm(@PathParam("id") long id, BudgetCorrections.Confirm c) {
        corrections.confirm(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/drop")
    @Operation(summary = "Do not confirm it, or take one's own proposal back")
    public BudgetCorrectionQueries.View drop(@PathParam("id") long id, BudgetCorrections.Drop c) {
        corrections.drop(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/counter")
    @Operation(summary = "Propose that a correction that is posted is taken back")
    public BudgetCorrectionQueries.View counter(@PathParam("id") long id, BudgetCorrections.Counter c) {
        corrections.proposeCounter(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/counter/confirm")
    @Operation(summary = "Confirm that a correction is taken back: it is posted the other way")
    public BudgetCorrectionQueries.View confirmCounter(@PathParam("id") long id, BudgetCorrections.Confirm c) {
        corrections.confirmCounter(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/counter/drop")
    @Operation(summary = "The correction stays as it is posted")
    public BudgetCorrectionQueries.View dropCounter(@PathParam("id") long id, BudgetCorrections.Drop c) {
        corrections.dropCounter(id, c);
        return queries.view(id);
    }
}
