package de.schulpakt.funding.web;

import de.schulpakt.funding.BudgetFilter;
import de.schulpakt.funding.BudgetQueries;
import de.schulpakt.funding.BudgetRow;
import de.schulpakt.funding.BudgetView;
import de.schulpakt.funding.Budgets;
import de.schulpakt.funding.Category;
import de.schulpakt.funding.CorrectBudget;
import de.schulpakt.funding.PostingRow;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Budgets and their postings. */
@Path("budgets")
@Tag(name = "budgets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BudgetResource {
    @Inject
    Budgets budgets;
    @Inject
    BudgetQueries queries;

    @GET
    @Operation(summary = "Budgets of the schools that the asker may see; amounts gross, own share included, in cents")
    public Page<BudgetRow> list(@QueryParam("programme") Long programme, @QueryParam("authority") Long authority,
            @QueryParam("application") Long application, @QueryParam("school") Long school,
            @QueryParam("category") Category category, @QueryParam("page") Integer page, @QueryParam("size") Integer size,
            @QueryParam("sort") String sort) {
        return queries.list(new BudgetFilter(programme, authority, application, school, category), PageRequest.of(page, size, sort));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A budget with its four balances and its version")
    public BudgetView view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @GET
    @Path("{id}/postings")
    @Operation(summary = "The ledger of a budget, the newest posting first; source names what caused a posting")
    public Page<PostingRow> postings(@PathParam("id") long id, @QueryParam("page") Integer page, @QueryParam("size") Integer size,
            @QueryParam("sort") String sort) {
        return queries.postings(id, PageRequest.of(page, size, sort));
    }

    @POST
    @Path("{id}/correct")
    @Operation(summary = "Correct what was spent, up or down, with a reason")
    public BudgetView correct(@PathParam("id") long id, CorrectBudget c) {
        budgets.correct(new CorrectBudget(id, c.version(), c.amountCents(), c.reason()));
        return queries.view(id);
    }
}
