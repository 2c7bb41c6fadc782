package de.schulpakt.procurement.difference.web;

import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.procurement.difference.DifferenceList;
import de.schulpakt.procurement.difference.DifferenceQueries;
import de.schulpakt.procurement.difference.Differences;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Differences between what was sent to the finance system and what is booked there. */
@Path("finance-differences")
@Tag(name = "finance-differences")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DifferenceResource {
    @Inject
    Differences differences;
    @Inject
    DifferenceQueries queries;
    @Inject
    DifferenceList list;

    @GET
    @Operation(summary = "Differences of the authorities that the token may see, the newest first; amounts in cents, null on the side that has none")
    public Page<DifferenceList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A difference with what was sent and what is booked, actions, version and timeline")
    public DifferenceQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Path("{id}/explain")
    @Operation(summary = "Say why it is right as it is")
    public DifferenceQueries.View explain(@PathParam("id") long id, Differences.Reason c) {
        differences.explain(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/bookings/{booking}/take-back")
    @Operation(summary = "A booking that a file brought counts no longer, with the reason; version is that of the booking")
    public DifferenceQueries.View takeBack(@PathParam("id") long id, @PathParam("booking") long booking, Differences.Reason c) {
        differences.takeBack(booking, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/bookings/{booking}/restore")
    @Operation(summary = "A booking that was taken back counts again, with the reason")
    public DifferenceQueries.View restore(@PathParam("id") long id, @PathParam("booking") long booking, Differences.Reason c) {
        differences.restore(booking, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "The reason does not hold")
    public DifferenceQueries.View reopen(@PathParam("id") long id, Differences.Reason c) {
        differences.reopen(id, c);
        return queries.view(id);
    }
}
