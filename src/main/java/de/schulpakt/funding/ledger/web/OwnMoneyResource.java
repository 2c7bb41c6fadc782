package de.schulpakt.funding.ledger.web;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.OwnMoney;
import de.schulpakt.funding.ledger.OwnMoneyList;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Own money of authorities. */
@Path("own-money")
@Tag(name = "budgets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OwnMoneyResource {
    @Inject
    OwnMoney money;
    @Inject
    BudgetQueries queries;
    @Inject
    OwnMoneyList list;

    @GET
    @Operation(summary = "Own money of the authorities that the asker may see, by household year and account; amounts gross, in cents")
    public Page<OwnMoneyList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @POST
    @Operation(summary = "Open a line of the household; it is a budget like any other (budgets/{id})")
    public Response open(OwnMoney.Open c) {
        Long id = money.open(c);
        return Response.created(URI.create("budgets/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/change")
    @Operation(summary = "Raise or lower what may be spent, with a reason")
    public BudgetQueries.View change(@PathParam("id") long id, OwnMoney.Change c) {
        money.change(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/carry-over")
    @Operation(summary = "Usable until the end of a later year; the household year itself takes that back")
    public BudgetQueries.View carryOver(@PathParam("id") long id, OwnMoney.CarryOver c) {
        money.carryOver(id, c);
        return queries.view(id);
    }
}
