package de.schulpakt.install.planning.web;

import de.schulpakt.install.planning.Absences;
import de.schulpakt.install.planning.PlanQueries;
import de.schulpakt.install.planning.Skills;
import de.schulpakt.install.planning.Visits;
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
import jakarta.ws.rs.PUT;
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
    PlanQueries plan;
    @Inject
    Skills skills;
    @Inject
    Visits visits;
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
    @Path("calendar")
    @Operation(summary = "Visits of all technicians, days away and holidays; from and to as 2026-11-23, at most 100 days")
    public PlanQueries.Calendar calendar(@QueryParam("from") String from, @QueryParam("to") String to) {
        return plan.calendar(from == null ? null : day("from", from), to == null ? null : day("to", to));
    }

    @GET
    @Path("load")
    @Operation(summary = "Six weeks of all technicians: capacity, agreed, due without a visit, and what slips; day as 2026-11-23, this week if absent")
    public PlanQueries.Load load(@QueryParam("day") String day) {
        return plan.load(day == null ? clock.today() : day("day", day));
    }

    @GET
    @Path("skills")
    @Operation(summary = "The kinds of tickets that the owner of the token can work, none for all")
    public List<String> skills() {
        return plan.skills();
    }

    @PUT
    @Path("skills")
    @Operation(summary = "The kinds of tickets that the owner of the token can work, none for all")
    public List<String> skills(@NotNull Skills.Set cmd) {
        skills.set(cmd);
        return plan.skills();
    }

    @POST
    @Path("visits/{id}/move")
    @Operation(summary = "Move a visit that is agreed and has not begun; seen is when it was to begin")
    public void move(@PathParam("id") long id, @NotNull Visits.Move cmd) {
        visits.move(id, cmd);
    }

    private static LocalDate day(String name, String value) {
        LocalDate day = Params.day(value);
        if (day == null) {
            throw BadParameter.value(name, value);
        }
        return day;
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

    @GET
    @Path("absences/members")
    @Operation(summary = "The days on which members of teams are away that the owner of the token leads")
    public List<WeekQueries.OfLed> absencesOfLed() {
        return queries.absencesOfLed();
    }

    @POST
    @Path("absences/members")
    @Operation(summary = "A member of a team that the owner of the token leads is away")
    public Map<String, Long> addFor(@NotNull Absences.AddFor cmd) {
        return Map.of("id", absences.addFor(cmd));
    }

    @DELETE
    @Path("absences/{id}")
    @Operation(summary = "The owner of the token is there after all, or a member of a team that the owner leads")
    public void remove(@PathParam("id") long id) {
        absences.remove(id);
    }
}
