package de.schulpakt.procurement.depreciation.web;

import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.procurement.depreciation.AssetAccounts;
import de.schulpakt.procurement.depreciation.AssetBookingList;
import de.schulpakt.procurement.depreciation.AssetBookingQueries;
import de.schulpakt.procurement.depreciation.AssetBookings;
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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Depreciation for the ledger, over REST. */
@Path("asset-bookings")
@Tag(name = "asset-bookings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AssetBookingResource {
    @Inject
    AssetBookings bookings;
    @Inject
    AssetAccounts accounts;
    @Inject
    AssetBookingQueries queries;
    @Inject
    AssetBookingList list;

    @GET
    @Operation(summary = "Runs of depreciation of the authorities that the token may see, the newest first; amounts gross, in cents")
    public Page<AssetBookingList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A run with its classes, first entries, files and their checksums, actions, version and timeline")
    public AssetBookingQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @GET
    @Path("candidates")
    @Operation(summary = "Statements that can be booked")
    public List<AssetBookingQueries.Candidate> candidates() {
        return queries.candidates();
    }

    @POST
    @Operation(summary = "Put the year of a statement into a file for the ledger")
    public Response book(AssetBookings.Book c) {
        Long id = bookings.book(c);
        return Response.created(URI.create("asset-bookings/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/reverse")
    @Operation(summary = "Take the run back by a counter-run with a file of its own")
    public AssetBookingQueries.View reverse(@PathParam("id") long id, AssetBookings.Reverse c) {
        bookings.reverse(id, c);
        return queries.view(id);
    }

    @GET
    @Path("{id}/table")
    @Produces("text/csv")
    @Operation(summary = "The file of a run, the same each time")
    public Response table(@PathParam("id") long id) {
        return Response.ok(queries.file(id, false).bytes()).build();
    }

    @GET
    @Path("{id}/counter-table")
    @Produces("text/csv")
    @Operation(summary = "The file that takes the run back")
    public Response counterTable(@PathParam("id") long id) {
        return Response.ok(queries.file(id, true).bytes()).build();
    }

    @GET
    @Path("accounts/{authority}")
    @Operation(summary = "The accounts of the classes of an authority")
    public List<AssetBookingQueries.Accounts> accounts(@PathParam("authority") long authority) {
        return queries.accounts(authority);
    }

    @PUT
    @Path("accounts/{authority}")
    @Operation(summary = "Say the accounts of a class, or of all that have none of their own")
    public List<AssetBookingQueries.Accounts> say(@PathParam("authority") long authority, AssetAccounts.Say c) {
        accounts.say(authority, c);
        return queries.accounts(authority);
    }

    @POST
    @Path("accounts/{authority}/drop")
    @Operation(summary = "Say them no longer")
    public List<AssetBookingQueries.Accounts> drop(@PathParam("authority") long authority, AssetAccounts.Drop c) {
        accounts.drop(authority, c);
        return queries.accounts(authority);
    }
}
