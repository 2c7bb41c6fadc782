package de.schulpakt.funding.transfer.web;

import de.schulpakt.funding.transfer.TransferList;
import de.schulpakt.funding.transfer.TransferQueries;
import de.schulpakt.funding.transfer.Transfers;
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

/** Transfers and loans between budgets. */
@Path("transfers")
@Tag(name = "budgets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TransferResource {
    @Inject
    Transfers transfers;
    @Inject
    TransferQueries queries;
    @Inject
    TransferList list;

    @GET
    @Operation(summary = "Transfers of the authorities that the asker may see, the newest first; amounts gross, in cents")
    public Page<TransferList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A transfer with its actions, version and timeline")
    public TransferQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Operation(summary = "Move money for good, or lend it with backOn; proposed only where a verified rule asks for a second person")
    public Response move(Transfers.Move c) {
        Long id = transfers.move(c);
        return Response.created(URI.create("transfers/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/book")
    @Operation(summary = "Confirm what another has proposed")
    public TransferQueries.View book(@PathParam("id") long id, Transfers.Confirm c) {
        transfers.book(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/decline")
    @Operation(summary = "Do not confirm it")
    public TransferQueries.View decline(@PathParam("id") long id, Transfers.Decline c) {
        transfers.decline(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/give-back")
    @Operation(summary = "Part of a loan flows back, or the last of it")
    public TransferQueries.View giveBack(@PathParam("id") long id, Transfers.GiveBack c) {
        transfers.giveBack(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/reverse")
    @Operation(summary = "Put a transfer right: what has not flowed back goes back to where it was")
    public TransferQueries.View reverse(@PathParam("id") long id, Transfers.Reverse c) {
        transfers.reverse(id, c);
        return queries.view(id);
    }
}
