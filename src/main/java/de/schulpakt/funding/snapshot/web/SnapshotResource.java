package de.schulpakt.funding.snapshot.web;

import de.schulpakt.funding.snapshot.FigureQueries;
import de.schulpakt.funding.snapshot.SnapshotList;
import de.schulpakt.funding.snapshot.Snapshots;
import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.time.LocalDate;
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
    @Inject
    Clock clock;

    @GET
    @Operation(summary = "Snapshots, the newest day first")
    public Page<FigureQueries.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("as-of/{programme}/{authority}")
    @Operation(summary = "The figures at the end of a day (?day=, else today), and what has moved them since another day (?since=), or since the last snapshot")
    public FigureQueries.View figures(@PathParam("programme") long programme, @PathParam("authority") long authority, @QueryParam("day") String day,
            @QueryParam("since") String since) {
        return queries.figures(programme, authority, day == null ? clock.today() : day("day", day), since == null ? null : day("since", since));
    }

    private static LocalDate day(String name, String text) {
        LocalDate day = Params.day(text);
        if (day == null) {
            throw BadParameter.value(name, String.valueOf(text));
        }
        return day;
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
