package de.schulpakt.funding.snapshot.web;

import de.schulpakt.funding.snapshot.FigureQueries;
import de.schulpakt.funding.snapshot.SnapshotList;
import de.schulpakt.funding.snapshot.Snapshots;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures of a day, and those of key dates that were kept. */
@Path("snapshots")
@Tag(name = "snapshots")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SnapshotResource {
    @Inject
    Snapshots snapshots;
    @Inject
    FigureQueries queries;
    @Inject
    SnapshotList list;

    @GET
    @Operation(summary = "Snapshots, the newest day first")
    public Page<FigureQueries.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("as-of/{programme}/{authority}/{day}")
    @Operation(summary = "The figures at the end of a day, and what has moved them since another day, or since the last snapshot")
    public FigureQueries.View figures(@PathParam("programme") long programme, @PathParam("authority") long authority, @PathParam("day") String day,
            @QueryParam("since") String since) {
        if (Params.day(day) == null || since != null && Params.day(since) == null) {
            throw new BadRequestException();
        }
        return queries.figures(programme, authority, Params.day(day), Params.day(since));
    }

    @POST
    @Operation(summary = "Keep the figures of a day that is over")
    public Response take(Snapshots.Take cmd) {
        Long id = snapshots.take(cmd);
        return Response.created(URI.create("snapshots/" + id)).entity(Map.of("id", id)).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A snapshot as it was kept, and the postings since the one before")
    public FigureQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }
}
