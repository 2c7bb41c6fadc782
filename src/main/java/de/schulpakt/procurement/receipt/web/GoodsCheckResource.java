package de.schulpakt.procurement.receipt.web;

import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.procurement.receipt.GoodsCheckList;
import de.schulpakt.procurement.receipt.GoodsCheckQueries;
import de.schulpakt.procurement.receipt.GoodsChecks;
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

/** What schools say of the goods that were received for them. */
@Path("arrivals")
@Tag(name = "receipts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GoodsCheckResource {
    @Inject
    GoodsChecks checks;
    @Inject
    GoodsCheckQueries queries;
    @Inject
    GoodsCheckList list;

    @GET
    @Operation(summary = "What was received for the schools that the token may see, the newest first; silent=true: the school has not answered in time")
    public Page<GoodsCheckList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "What came for a school with one delivery, its answer, actions, version and timeline")
    public GoodsCheckQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Path("{id}/confirm")
    @Operation(summary = "All is here; another answer than before needs a note")
    public GoodsCheckQueries.View confirm(@PathParam("id") long id, GoodsChecks.Confirm c) {
        checks.confirm(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/report")
    @Operation(summary = "Pieces are missing or broken, by line of the delivery; replaces the answer of before, which needs a note")
    public GoodsCheckQueries.View report(@PathParam("id") long id, GoodsChecks.Report c) {
        checks.report(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/settle")
    @Operation(summary = "What was missing or broken has been dealt with")
    public GoodsCheckQueries.View settle(@PathParam("id") long id, GoodsChecks.Settle c) {
        checks.settle(id, c);
        return queries.view(id);
    }
}
