package de.schulpakt.procurement.request.web;

import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.web.Language;
import de.schulpakt.procurement.request.RequestList;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.Requests;
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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Requests of schools from the draft to the decision. */
@Path("requests")
@Tag(name = "requests")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RequestResource {
    @Inject
    Requests requests;
    @Inject
    RequestQueries queries;
    @Inject
    PrintQueries prints;
    @Inject
    Language language;
    @Inject
    RequestList list;

    @GET
    @Operation(summary = "Requests of the schools that the token may see, the newest first")
    public Page<RequestList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A request with lines, paying positions, progress, version, actions and timeline")
    public RequestQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @GET
    @Path("{id}/paper")
    @Produces(PrintQueries.PDF)
    @Operation(summary = "The request with its decision, as PDF in the language of Accept-Language")
    public Response paper(@PathParam("id") long id) {
        return Response.ok(prints.print("request", id, null, language.getLocale()).bytes()).build();
    }

    @POST
    @Operation(summary = "Begin a request as a draft")
    public Response create(Requests.Create cmd) {
        Long id = requests.create(cmd);
        return Response.created(URI.create("requests/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("preview")
    @Operation(summary = "What lines would cost and what the school's positions have for them; nothing is stored")
    public RequestQueries.Preview preview(Requests.Create c) {
        return queries.preview(c.schoolId(), c.lines() == null ? List.of() : c.lines());
    }

    @POST
    @Path("{id}/change")
    @Operation(summary = "Replace wording and lines of a draft or of a request that was asked back")
    public RequestQueries.View change(@PathParam("id") long id, Requests.Rewrite c) {
        requests.change(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/submit")
    @Operation(summary = "Hand in, or answer a question")
    public RequestQueries.View submit(@PathParam("id") long id, Requests.Submit c) {
        requests.submit(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "Take back before the decision")
    public RequestQueries.View withdraw(@PathParam("id") long id, Requests.Withdraw c) {
        requests.withdraw(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "Go on with what was withdrawn: a draft again")
    public RequestQueries.View resume(@PathParam("id") long id, Requests.Withdraw c) {
        requests.resume(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/ask")
    @Operation(summary = "Ask the school back")
    public RequestQueries.View ask(@PathParam("id") long id, Requests.Question c) {
        requests.ask(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/approve")
    @Operation(summary = "Approve and reserve the money, all lines or none; above the amount of a rule the answer is AWAITING_SECOND; 409 budget.not_enough says what is missing")
    public RequestQueries.View approve(@PathParam("id") long id, Requests.Approve c) {
        requests.approve(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/approve-part")
    @Operation(summary = "Approve some lines or fewer pieces; the rest is a request of its own, open or refused; answers the approved part")
    public RequestQueries.View approvePart(@PathParam("id") long id, Requests.ApprovePart c) {
        requests.approvePart(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/payers")
    @Operation(summary = "Say who pays which part of which line, by amount, share or rest: before the decision, and after it until the order")
    public RequestQueries.View changePayers(@PathParam("id") long id, Requests.ChangePayers c) {
        requests.changePayers(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/reject")
    @Operation(summary = "Refuse with a reason")
    public RequestQueries.View reject(@PathParam("id") long id, Requests.Reject c) {
        requests.reject(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/confirm")
    @Operation(summary = "Confirm, as a second person, an approval above the amount of a rule; before it nothing is ordered")
    public RequestQueries.View confirm(@PathParam("id") long id, Requests.Confirm c) {
        requests.confirm(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/reconsider")
    @Operation(summary = "Take a decision back, whatever it was, before anything is ordered: the request waits to be decided again")
    public RequestQueries.View reconsider(@PathParam("id") long id, Requests.Reconsider c) {
        requests.reconsider(id, c);
        return queries.view(id);
    }

    @GET
    @Path("to-confirm")
    @Operation(summary = "Approvals that wait for the asker as the second person, the oldest first")
    public List<RequestQueries.Second> toConfirm() {
        return queries.toConfirm();
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Give up what is approved and not ordered; its money is free again")
    public RequestQueries.View cancel(@PathParam("id") long id, Requests.Cancel c) {
        requests.cancel(id, c);
        return queries.view(id);
    }
}
