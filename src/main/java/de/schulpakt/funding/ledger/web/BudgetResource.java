package de.schulpakt.funding.ledger.web;

import de.schulpakt.funding.ledger.BudgetList;
import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BudgetResource {
    @Inject
    BudgetQueries queries;
    @Inject
    BudgetList list;

    @GET
    @Operation(summary = "Budgets of the schools that the asker may see; amounts gross, own share included, in cents")
    public Page<BudgetQueries.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A budget with its four balances and its version")
    public BudgetQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @GET
    @Path("{id}/postings")
    @Operation(summary = "The ledger of a budget, the newest posting first; source names what caused a posting")
    public Page<BudgetQueries.Line> postings(@PathParam("id") long id, @QueryParam("page") Integer page, @QueryParam("size") Integer size,
            @QueryParam("sort") String sort) {
        return queries.postings(id, PageRequest.of(page, size, sort));
    }
}
