package de.schulpakt.funding.household.web;

import de.schulpakt.funding.household.FollowCostQueries;
import de.schulpakt.funding.household.OwnShareQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an award costs the household of its authority. */
@Path("awards/{id}")
@Tag(name = "applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OwnShareResource {
    @Inject
    OwnShareQueries shares;
    @Inject
    FollowCostQueries costs;

    @GET
    @Path("own-share")
    @Operation(summary = "Own share of an award by household year: planned, paid, bound, open, beside own money, gap and follow-up costs, with the rows they come from; in cents")
    public OwnShareQueries.OfAward share(@PathParam("id") long id) {
        return shares.ofAward(id);
    }

    @GET
    @Path("replacements")
    @Operation(summary = "Devices of an award by the year in which their useful life ends, what the award has paid of them, and what was taken over as follow-up cost")
    public List<FollowCostQueries.Replacement> replacements(@PathParam("id") long id) {
        return costs.replacements(id);
    }
}
