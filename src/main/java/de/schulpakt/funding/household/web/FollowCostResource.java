package de.schulpakt.funding.household.web;

import de.schulpakt.funding.household.FollowCostList;
import de.schulpakt.funding.household.FollowCostQueries;
import de.schulpakt.funding.household.FollowCosts;
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

/** What awards cost their authorities after the fund ends. */
@Path("follow-costs")
@Tag(name = "applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FollowCostResource {
    @Inject
    FollowCosts costs;
    @Inject
    FollowCostQueries queries;
    @Inject
    FollowCostList list;

    @GET
    @Operation(summary = "Follow-up costs, the newest first; application, authority, kind, state and year narrow them down. Amounts gross, in cents, for each year")
    public Page<FollowCostList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A follow-up cost with actions, version and timeline")
    public FollowCostQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Operation(summary = "Record a cost of an award that goes on after the fund ends")
    public Response record(FollowCosts.Record c) {
        return created(costs.record(c));
    }

    @POST
    @Path("replacements")
    @Operation(summary = "Take over what the records propose for replacement (awards/{id}/replacements) as a follow-up cost; the amount is the one that was seen")
    public Response takeOver(FollowCosts.TakeOver c) {
        return created(costs.takeOver(c));
    }

    @POST
    @Path("{id}/change")
    @Operation(summary = "Change title, amount or years, with a reason")
    public FollowCostQueries.View change(@PathParam("id") long id, FollowCosts.Change c) {
        costs.change(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/end")
    @Operation(summary = "End it before its last year, with a reason")
    public FollowCostQueries.View end(@PathParam("id") long id, FollowCosts.End c) {
        costs.end(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/take-back")
    @Operation(summary = "Take it back, with a reason: it counts in no year")
    public FollowCostQueries.View takeBack(@PathParam("id") long id, FollowCosts.TakeBack c) {
        costs.takeBack(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "Let what was ended or taken back count again, with a reason")
    public FollowCostQueries.View reopen(@PathParam("id") long id, FollowCosts.Reopen c) {
        costs.reopen(id, c);
        return queries.view(id);
    }

    private static Response created(Long id) {
        return Response.created(URI.create("follow-costs/" + id)).entity(Map.of("id", id)).build();
    }
}
