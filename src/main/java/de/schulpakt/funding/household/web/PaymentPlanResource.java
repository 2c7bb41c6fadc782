package de.schulpakt.funding.household.web;

import de.schulpakt.funding.household.PaymentPlanQueries;
import de.schulpakt.funding.household.PaymentPlans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/** In which household years positions are to be paid. */
@Path("payment-plans")
@Tag(name = "applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PaymentPlanResource {
    @Inject
    PaymentPlans plans;
    @Inject
    PaymentPlanQueries queries;

    @GET
    @Path("positions/{id}")
    @Operation(summary = "The payment plan of a position by household year, or that there is none, with the amount that it must come to; eligible expenditure in cents")
    public PaymentPlanQueries.View ofPosition(@PathParam("id") long id) {
        return queries.ofPosition(id);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A payment plan with actions, version and timeline")
    public PaymentPlanQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Operation(summary = "Record in which household years a position is to be paid; the years come to exactly what the position has")
    public Response record(PaymentPlans.Record c) {
        Long id = plans.record(c);
        return Response.created(URI.create("payment-plans/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/change")
    @Operation(summary = "Other years or amounts, with a reason; a plan that was taken back counts again")
    public PaymentPlanQueries.View change(@PathParam("id") long id, PaymentPlans.Change c) {
        plans.change(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/drop")
    @Operation(summary = "Take it back, with a reason: the position counts by the end of its measure again")
    public PaymentPlanQueries.View drop(@PathParam("id") long id, PaymentPlans.Drop c) {
        plans.drop(id, c);
        return queries.view(id);
    }
}
