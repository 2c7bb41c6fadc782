package de.schulpakt.inventory.claim.web;

import de.schulpakt.inventory.claim.ClaimList;
import de.schulpakt.inventory.claim.ClaimQueries;
import de.schulpakt.inventory.claim.Claims;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Claims against borrowers over REST. */
@Path("loan-claims")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ClaimResource {
    @Inject
    Claims claims;
    @Inject
    ClaimQueries queries;
    @Inject
    ClaimList list;

    @GET
    @Operation(summary = "Claims of the schools whose loans the token may see; sort by no, amount, state or due")
    public Page<ClaimList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @POST
    @Operation(summary = "Claim an amount for a loan, by a price of the authority or by words and cents")
    public Response claim(@NotNull Claims.Open cmd) {
        Long id = claims.claim(cmd);
        return Response.created(URI.create("loan-claims/" + id)).entity(queries.view(id)).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One claim")
    public ClaimQueries.View get(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Path("{id}/correct")
    @Operation(summary = "Another amount or day, with a reason")
    public ClaimQueries.View correct(@PathParam("id") long id, @NotNull Claims.Correct cmd) {
        claims.correct(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/pay")
    @Operation(summary = "The money has come")
    public ClaimQueries.View pay(@PathParam("id") long id, @NotNull Claims.Pay cmd) {
        claims.pay(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/waive")
    @Operation(summary = "The claim is given up, with a reason")
    public ClaimQueries.View waive(@PathParam("id") long id, @NotNull Claims.Why cmd) {
        claims.waive(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "The claim is open again, with a reason")
    public ClaimQueries.View reopen(@PathParam("id") long id, @NotNull Claims.Why cmd) {
        claims.reopen(id, cmd);
        return queries.view(id);
    }
}
