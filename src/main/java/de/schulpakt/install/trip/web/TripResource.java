package de.schulpakt.install.trip.web;

import de.schulpakt.install.trip.TripQueries;
import de.schulpakt.install.trip.Trips;
import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Trips over REST. */
@Path("trips")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TripResource {
    @Inject
    Trips trips;
    @Inject
    TripQueries queries;
    @Inject
    Clock clock;

    @GET
    @Path("day")
    @Operation(summary = "The schools of a day in the order of the visits and in the shortest order; day as 2026-11-23, today if absent")
    public TripQueries.Day day(@QueryParam("day") String day) {
        LocalDate asked = Params.day(day);
        if (day != null && asked == null) {
            throw BadParameter.value("day", day);
        }
        return queries.day(asked == null ? clock.today() : asked);
    }

    @GET
    @Path("{school}")
    @Operation(summary = "What a trip to a school is for: open work, what is to be loaded, keys and hours")
    public TripQueries.View school(@PathParam("school") long school) {
        return queries.school(school);
    }

    @POST
    @Path("{school}")
    @Operation(summary = "Agree a visit for each of these tickets, one after the other; those that nobody has are taken")
    public TripQueries.View agree(@PathParam("school") long school, @NotNull Trips.Agree cmd) {
        trips.agree(school, cmd);
        return queries.school(school);
    }

    @PUT
    @Path("{school}/access")
    @Operation(summary = "How one gets in: keys and hours, by function")
    public TripQueries.View access(@PathParam("school") long school, @NotNull Trips.Access cmd) {
        trips.access(school, cmd);
        return queries.school(school);
    }
}
