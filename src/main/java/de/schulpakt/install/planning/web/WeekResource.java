package de.schulpakt.install.planning.web;

import de.schulpakt.install.planning.Absences;
import de.schulpakt.install.planning.WeekQueries;
import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The plan of the technicians over REST. */
@Path("plan")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WeekResource {
    @Inject
    WeekQueries queries;
    @Inject
    Absences absences;
    @Inject
    Clock clock;

    @GET
    @Path("week")
    @Operation(summary = "A week of all technicians: visits, minutes planned and available; day as 2026-11-23, this week if absent")
    public WeekQueries.Week week(@QueryParam("day") String day) {
        LocalDate asked = Params.day(day);
        if (day != null && asked == null) {
            throw BadParameter.value("day", day);
        }
        return queries.week(asked == null ? clock.today() : asked);
    }

    @GET
    @Path("absences")
    @Operation(summary = "The days on which the owner of the token is away")
    public List<WeekQueries.Own> absences() {
        return queries.absences();
    }

    @POST
    @Path("absences")
    @Operation(summary = "The owner of the token is away")
    public Map<String, Long> add(@NotNull Absences.Add cmd) {
        return Map.of("id", absences.add(cmd));
    }

    @DELETE
    @Path("absences/{id}")
    @Operation(summary = "The owner of the token is there after all")
    public void remove(@PathParam("id") long id) {
        absences.remove(id);
    }
}
