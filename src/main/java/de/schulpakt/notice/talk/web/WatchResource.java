package de.schulpakt.notice.talk.web;

import de.schulpakt.notice.talk.WatchQueries;
import de.schulpakt.notice.talk.Watching;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What one watches, over REST. */
@Path("watches")
@Tag(name = "notice")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WatchResource {
    @Inject
    Watching watching;
    @Inject
    WatchQueries queries;

    @GET
    @Operation(summary = "What one watches, the newest first")
    public List<WatchQueries.Row> own() {
        return queries.own();
    }

    @PUT
    @Path("{subject}/{id}")
    @Operation(summary = "Watch a subject, e.g. Ticket/7")
    public void watch(@PathParam("subject") String subject, @PathParam("id") long id) {
        watching.watch(subject, id);
    }

    @DELETE
    @Path("{subject}/{id}")
    @Operation(summary = "Watch it no longer")
    public void unwatch(@PathParam("subject") String subject, @PathParam("id") long id) {
        watching.unwatch(subject, id);
    }

    @GET
    @Path("habit")
    @Operation(summary = "What one watches without saying so each time")
    public WatchQueries.Habit habit() {
        return queries.habit();
    }

    @PUT
    @Path("habit")
    @Operation(summary = "Choose it")
    public WatchQueries.Habit choose(@NotNull Watching.Choose cmd) {
        watching.choose(cmd);
        return queries.habit();
    }
}
