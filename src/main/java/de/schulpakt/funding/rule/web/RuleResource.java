package de.schulpakt.funding.rule.web;

import de.schulpakt.funding.rule.RuleQueries;
import de.schulpakt.funding.rule.RuleStage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the rules of the field say. */
@Path("rules")
@Tag(name = "rules")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class RuleResource {
    @Inject
    RuleQueries queries;

    @GET
    @Path("applications/{id}")
    @Operation(summary = "All rules of an application today, beside those of a check that was kept when a step relied on them")
    public RuleQueries.View application(@PathParam("id") long id, @QueryParam("check") Long check) {
        return queries.view(id, check);
    }

    @GET
    @Path("{stage}/{id}")
    @Operation(summary = "The rules that speak of a request, an order, an invoice, a device or a drawdown, by each award that pays it")
    public List<RuleQueries.OfAward> at(@PathParam("stage") RuleStage stage, @PathParam("id") long id) {
        return queries.at(stage, id);
    }

    @GET
    @Path("{stage}/{id}/kept")
    @Operation(summary = "What they said when a step relied on them: at approval, order, invoice and drawdown")
    public List<RuleQueries.Then> kept(@PathParam("stage") RuleStage stage, @PathParam("id") long id) {
        return queries.kept(stage, id);
    }
}
