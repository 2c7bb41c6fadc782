package de.schulpakt.funding.inquiry.web;

import de.schulpakt.funding.inquiry.Inquiries;
import de.schulpakt.funding.inquiry.InquiryList;
import de.schulpakt.funding.inquiry.InquiryQueries;
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

/** Questions and answers with the granting body about applications; letters and mails are papers of the Inquiry. */
@Path("inquiries")
@Tag(name = "applications")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InquiryResource {
    @Inject
    Inquiries inquiries;
    @Inject
    InquiryQueries queries;
    @Inject
    InquiryList list;

    @GET
    @Operation(summary = "Questions, the newest first; application and state narrow them down")
    public Page<InquiryList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A question with its answer, actions, version and timeline")
    public InquiryQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Operation(summary = "Record a question that came or was sent")
    public Response ask(Inquiries.Ask c) {
        Long id = inquiries.ask(c);
        return Response.created(URI.create("inquiries/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/answer")
    @Operation(summary = "Record the answer")
    public InquiryQueries.View answer(@PathParam("id") long id, Inquiries.Answer c) {
        inquiries.answer(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/postpone")
    @Operation(summary = "Give it another day until which it is to be answered")
    public InquiryQueries.View postpone(@PathParam("id") long id, Inquiries.Postpone c) {
        inquiries.postpone(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "Open it again, with a reason")
    public InquiryQueries.View reopen(@PathParam("id") long id, Inquiries.Reopen c) {
        inquiries.reopen(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/drop")
    @Operation(summary = "Drop it, with a reason")
    public InquiryQueries.View drop(@PathParam("id") long id, Inquiries.Drop c) {
        inquiries.drop(id, c);
        return queries.view(id);
    }
}
