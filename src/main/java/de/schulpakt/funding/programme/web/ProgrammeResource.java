package de.schulpakt.funding.programme.web;

import de.schulpakt.funding.programme.ProgrammeList;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.Programmes;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Funding programmes, their rules and ceilings. */
@Path("programmes")
@Tag(name = "programmes")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProgrammeResource {
    @Inject
    Programmes programmes;
    @Inject
    ProgrammeQueries queries;
    @Inject
    ProgrammeList list;

    @GET
    @Operation(summary = "Programmes, the newest first, with the number of rules and of those that are not verified")
    public Page<ProgrammeQueries.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A programme with all its rules (each with source and verified flag) and ceilings")
    public ProgrammeQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Operation(summary = "Create a programme without rules")
    public Response create(Programmes.Create cmd) {
        Long id = programmes.create(cmd);
        return Response.created(URI.create("programmes/" + id)).entity(Map.of("id", id)).build();
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Change names and days of a programme that was made by hand, as long as nothing relies on it")
    public ProgrammeQueries.View change(@PathParam("id") long id, Programmes.Change cmd) {
        programmes.change(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "Take a programme back that was made by hand, with a reason, as long as nothing relies on it")
    public ProgrammeQueries.View withdraw(@PathParam("id") long id, Programmes.Withdraw cmd) {
        programmes.withdraw(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/rules/many")
    @Operation(summary = "Add one value for several categories, a rule for each, all or none; without categories one rule for all of them")
    public ProgrammeQueries.View addRules(@PathParam("id") long id, Programmes.AddRules cmd) {
        programmes.addRules(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/rules/confirm")
    @Operation(summary = "Record that the values of several rules were found in one official source, all or none")
    public ProgrammeQueries.View confirmRules(@PathParam("id") long id, Programmes.ConfirmRules cmd) {
        programmes.confirmRules(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/rules")
    @Operation(summary = "Add a rule that holds from a day on")
    public ProgrammeQueries.View addRule(@PathParam("id") long id, Programmes.AddRule c) {
        programmes.addRule(new Programmes.AddRule(id, c.kind(), c.category(), c.value(), c.validFrom(), c.source(), c.sourceUrl(), c.verified(), c.status()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/rules/{rule}/confirm")
    @Operation(summary = "Record that a rule's value was found in an official source")
    public ProgrammeQueries.View confirm(@PathParam("id") long id, @PathParam("rule") long rule, Programmes.ConfirmRule c) {
        programmes.confirmRule(new Programmes.ConfirmRule(id, rule, c.version(), c.source(), c.sourceUrl()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/rules/{rule}/withdraw")
    @Operation(summary = "Take a rule back with a reason; a verified one is withdrawn when a second person agrees")
    public ProgrammeQueries.View withdraw(@PathParam("id") long id, @PathParam("rule") long rule, Programmes.WithdrawRule c) {
        programmes.withdrawRule(new Programmes.WithdrawRule(id, rule, c.version(), c.reason()));
        return queries.view(id);
    }

    @PUT
    @Path("{id}/ceilings/{authority}")
    @Operation(summary = "Set how much grant money an authority may apply for; without version for the first time")
    public ProgrammeQueries.View setCeiling(@PathParam("id") long id, @PathParam("authority") long authority, Programmes.SetCeiling c) {
        programmes.setCeiling(new Programmes.SetCeiling(id, authority, c.version(), c.ceilingCents(), c.source(), c.verified()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/ceilings/{authority}/confirm")
    @Operation(summary = "Record that the amount of a ceiling was found in an official source, by another person than the one who set it")
    public ProgrammeQueries.View confirmCeiling(@PathParam("id") long id, @PathParam("authority") long authority, Programmes.ConfirmCeiling c) {
        programmes.confirmCeiling(new Programmes.ConfirmCeiling(id, authority, c.version(), c.source()));
        return queries.view(id);
    }
}
