package de.schulpakt.funding.application.web;

import de.schulpakt.funding.application.UsageQueries;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far an authority has used its part of a programme. */
@Path("programmes/{id}/usage/{authority}")
@Tag(name = "programmes")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsageResource {
    @Inject
    UsageQueries usage;

    @GET
    @Operation(summary = "From the ceiling to what is free: ceiling, applied, approved, reserved, committed, spent")
    public UsageQueries.Totals totals(@PathParam("id") long id, @PathParam("authority") long authority) {
        return usage.totals(id, authority);
    }

    @GET
    @Path("schools")
    @Operation(summary = "Use by school and category")
    public Page<UsageQueries.Row> bySchool(@PathParam("id") long id, @PathParam("authority") long authority,
            @QueryParam("page") Integer page, @QueryParam("size") Integer size, @QueryParam("sort") String sort) {
        Page<UsageQueries.Row> rows = usage.bySchool(id, authority, PageRequest.of(page, size, sort));
        if (rows.total() == 0) {
            // an empty list is that of a subject that there is
            usage.totals(id, authority);
        }
        return rows;
    }
}
