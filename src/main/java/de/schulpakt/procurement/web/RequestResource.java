package de.schulpakt.procurement.web;

import de.schulpakt.funding.Category;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.procurement.ApproveRequest;
import de.schulpakt.procurement.AskRequest;
import de.schulpakt.procurement.CancelRequest;
import de.schulpakt.procurement.ChangeRequest;
import de.schulpakt.procurement.CreateRequest;
import de.schulpakt.procurement.RejectRequest;
import de.schulpakt.procurement.RequestFilter;
import de.schulpakt.procurement.RequestPreview;
import de.schulpakt.procurement.RequestQueries;
import de.schulpakt.procurement.RequestRow;
import de.schulpakt.procurement.RequestState;
import de.schulpakt.procurement.RequestView;
import de.schulpakt.procurement.Requests;
import de.schulpakt.procurement.SubmitRequest;
import de.schulpakt.procurement.WithdrawRequest;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Requests of schools from the draft to the decision. */
@Path("requests")
@Tag(name = "requests")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RequestResource {
    @Inject
    Requests requests;
    @Inject
    RequestQueries queries;

    @GET
    @Operation(summary = "Requests of the schools that the token may see, the newest first")
    public Page<RequestRow> list(@QueryParam("state") RequestState state, @QueryParam("school") Long school,
            @QueryParam("q") String q, @QueryParam("category") Category category, @QueryParam("page") Integer page,
            @QueryParam("size") Integer size, @QueryParam("sort") String sort) {
        return queries.list(new RequestFilter(state, school, q, category), PageRequest.of(page, size, sort));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A request with lines, paying positions, progress, version, actions and timeline")
    public RequestView view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Operation(summary = "Begin a request as a draft")
    public Response create(CreateRequest cmd) {
        Long id = requests.create(cmd);
        return Response.created(URI.create("requests/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("preview")
    @Operation(summary = "What lines would cost and what the school's positions have for them; nothing is stored")
    public RequestPreview preview(CreateRequest c) {
        return queries.preview(c.schoolId(), c.lines() == null ? List.of() : c.lines());
    }

    @POST
    @Path("{id}/change")
    @Operation(summary = "Replace wording and lines of a draft or of a request that was asked back")
    public RequestView change(@PathParam("id") long id, ChangeRequest c) {
        requests.change(new ChangeRequest(id, c.version(), c.title(), c.reason(), c.lines()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/submit")
    @Operation(summary = "Hand in, or answer a question")
    public RequestView submit(@PathParam("id") long id, SubmitRequest c) {
        requests.submit(new SubmitRequest(id, c.version(), c.note()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "Take back before the decision")
    public RequestView withdraw(@PathParam("id") long id, WithdrawRequest c) {
        requests.withdraw(new WithdrawRequest(id, c.version(), c.note()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/ask")
    @Operation(summary = "Ask the school back")
    public RequestView ask(@PathParam("id") long id, AskRequest c) {
        requests.ask(new AskRequest(id, c.version(), c.question()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/approve")
    @Operation(summary = "Approve and reserve the money, all lines or none; 409 budget.not_enough says what is missing")
    public RequestView approve(@PathParam("id") long id, ApproveRequest c) {
        requests.approve(new ApproveRequest(id, c.version(), c.note(), c.payFrom()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/reject")
    @Operation(summary = "Refuse with a reason")
    public RequestView reject(@PathParam("id") long id, RejectRequest c) {
        requests.reject(new RejectRequest(id, c.version(), c.reason()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Give up what is approved and not ordered; its money is free again")
    public RequestView cancel(@PathParam("id") long id, CancelRequest c) {
        requests.cancel(new CancelRequest(id, c.version(), c.reason()));
        return queries.view(id);
    }
}
