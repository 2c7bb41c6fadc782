package de.schulpakt.install.planning.web;

import de.schulpakt.install.planning.DayQueries;
import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A technician's day over REST. */
@Path("tickets/today")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DayResource {
    @Inject
    DayQueries queries;
    @Inject
    Clock clock;

    @GET
    @Operation(summary = "A technician's day: visits, planned, waiting and open tickets; day as 2026-11-23, today if absent")
    public DayQueries.Today today(@QueryParam("day") String day) {
        LocalDate asked = Params.day(day);
        if (asked == null && day != null && !day.isBlank()) {
            throw BadParameter.value("day", day);
        }
        return queries.today(asked == null ? clock.today() : asked);
    }
}
