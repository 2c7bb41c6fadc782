package de.schulpakt.funding.deadline.web;

import de.schulpakt.funding.deadline.DeadlineQueries;
import de.schulpakt.funding.deadline.Deadlines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deadlines of funding. */
@Path("deadlines")
@Tag(name = "deadlines")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeadlineResource {
    @Inject
    Deadlines deadlines;
    @Inject
    DeadlineQueries queries;

    @GET
    @Operation(summary = "Deadlines by day, from rules, decisions and drawdowns; with kept=true those too that somebody has seen to")
    public List<DeadlineQueries.Row> all(@QueryParam("kept") boolean kept) {
        return queries.all(kept);
    }

    @POST
    @Path("keep")
    @Operation(summary = "Record that a deadline was kept")
    public List<DeadlineQueries.Row> keep(Deadlines.Keep cmd) {
        deadlines.keep(cmd);
        return queries.all(true);
    }

    @POST
    @Path("reopen")
    @Operation(summary = "Open a deadline again that was not kept after all")
    public List<DeadlineQueries.Row> reopen(Deadlines.Reopen cmd) {
        deadlines.reopen(cmd);
        return queries.all(true);
    }
}
