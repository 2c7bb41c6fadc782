package de.schulpakt.install.level.web;

import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.level.LevelQueries;
import de.schulpakt.install.level.ServiceLevels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Service levels over REST; for administrators of the whole installation. */
@Path("service-levels")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LevelResource {
    @Inject
    ServiceLevels levels;
    @Inject
    LevelQueries queries;

    @GET
    @Operation(summary = "Times by priority, working hours, for whom waiting stops the clock, who is told")
    public LevelQueries.View view() {
        return queries.view();
    }

    @PUT
    @Path("{priority}")
    @Operation(summary = "Other times of a priority")
    public LevelQueries.View change(@PathParam("priority") Priority priority, @NotNull ServiceLevels.Change cmd) {
        levels.change(priority, cmd);
        return queries.view();
    }

    @PUT
    @Path("hours")
    @Operation(summary = "Other working hours")
    public LevelQueries.View hours(@NotNull ServiceLevels.Hours cmd) {
        levels.hours(cmd);
        return queries.view();
    }

    @PUT
    @Path("stops")
    @Operation(summary = "For whom waiting stops the clock")
    public LevelQueries.View stops(@NotNull ServiceLevels.Stops cmd) {
        levels.stops(cmd);
        return queries.view();
    }

    @PUT
    @Path("leads/{user}")
    @Operation(summary = "Whether somebody is told when a time is broken")
    public LevelQueries.View lead(@PathParam("user") long user, @NotNull ServiceLevels.Lead cmd) {
        levels.lead(user, cmd);
        return queries.view();
    }
}
