package de.schulpakt.install.web;

import de.schulpakt.install.AcceptTicket;
import de.schulpakt.install.AcceptWithDefects;
import de.schulpakt.install.CancelTicket;
import de.schulpakt.install.MeasureTicket;
import de.schulpakt.install.OpenTicket;
import de.schulpakt.install.ReworkTicket;
import de.schulpakt.install.ScheduleVisit;
import de.schulpakt.install.TicketFilter;
import de.schulpakt.install.TicketQueries;
import de.schulpakt.install.TicketRow;
import de.schulpakt.install.TicketState;
import de.schulpakt.install.TicketStep;
import de.schulpakt.install.TicketView;
import de.schulpakt.install.Tickets;
import de.schulpakt.install.Today;
import de.schulpakt.install.WaitTicket;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BadRequestException;
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
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tickets over REST. */
@Path("tickets")
@Tag(name = "install")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TicketResource {
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder().appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd").toFormatter().withResolverStyle(ResolverStyle.STRICT);
    @Inject
    Tickets tickets;
    @Inject
    TicketQueries queries;
    @Inject
    Clock clock;

    @GET
    @Operation(summary = "Tickets that the token may see; sort by no, title, state, school, room, assignee, due or opened")
    public Page<TicketRow> list(@QueryParam("text") String text, @QueryParam("school") Long school,
            @QueryParam("state") TicketState state, @QueryParam("assignee") TicketFilter.Assignee assignee,
            @QueryParam("due") TicketFilter.Due due, @QueryParam("page") Integer page, @QueryParam("size") Integer size,
            @QueryParam("sort") String sort) {
        return queries.list(new TicketFilter(text, school, state, assignee, due), PageRequest.of(page, size, sort));
    }

    @GET
    @Path("today")
    @Operation(summary = "A technician's day: visits, planned, waiting and open tickets; day as 2026-11-23, today if absent")
    public Today today(@QueryParam("day") String day) {
        try {
            return queries.today(day == null || day.isBlank() ? clock.today() : LocalDate.parse(day, DAY));
        } catch (DateTimeParseException e) {
            throw new BadRequestException(e);
        }
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One ticket with its visits, measurements, actions and timeline")
    public TicketView get(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Operation(summary = "Open a ticket for work that no delivery has brought")
    public Response open(@NotNull OpenTicket cmd) {
        Long id = tickets.open(cmd);
        return Response.created(URI.create("tickets/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{id}/take")
    @Operation(summary = "Take the ticket")
    public TicketView take(@PathParam("id") long id, @NotNull TicketStep cmd) {
        tickets.take(new TicketStep(id, cmd.version(), cmd.note()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/release")
    @Operation(summary = "Give the ticket back to all technicians")
    public TicketView release(@PathParam("id") long id, @NotNull TicketStep cmd) {
        tickets.release(new TicketStep(id, cmd.version(), cmd.note()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/schedule")
    @Operation(summary = "Agree a visit")
    public TicketView schedule(@PathParam("id") long id, @NotNull ScheduleVisit cmd) {
        tickets.schedule(new ScheduleVisit(id, cmd.version(), cmd.startsAt(), cmd.minutes(), cmd.contact(), cmd.note()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/start")
    @Operation(summary = "Begin the work on site")
    public TicketView start(@PathParam("id") long id, @NotNull TicketStep cmd) {
        tickets.start(new TicketStep(id, cmd.version(), cmd.note()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/wait")
    @Operation(summary = "The work waits for somebody else")
    public TicketView await(@PathParam("id") long id, @NotNull WaitTicket cmd) {
        tickets.await(new WaitTicket(id, cmd.version(), cmd.waitingFor()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "The work waits no longer")
    public TicketView resume(@PathParam("id") long id, @NotNull TicketStep cmd) {
        tickets.resume(new TicketStep(id, cmd.version(), cmd.note()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/measure")
    @Operation(summary = "Enter the measurement; the device is placed in the room")
    public TicketView measure(@PathParam("id") long id, @NotNull MeasureTicket cmd) {
        tickets.measure(new MeasureTicket(id, cmd.version(), cmd.roomId(), cmd.socket(), cmd.switchPort(),
                cmd.cableClass(), cmd.lengthM(), cmd.signalDbm(), cmd.passed(), cmd.note()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/rework")
    @Operation(summary = "The school sends the work back")
    public TicketView rework(@PathParam("id") long id, @NotNull ReworkTicket cmd) {
        tickets.rework(new ReworkTicket(id, cmd.version(), cmd.reason()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/accept")
    @Operation(summary = "The school accepts; the device is put into service")
    public TicketView accept(@PathParam("id") long id, @NotNull AcceptTicket cmd) {
        tickets.accept(new AcceptTicket(id, cmd.version(), cmd.note()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/accept-with-defects")
    @Operation(summary = "The school accepts although something is to be put right")
    public TicketView acceptWithDefects(@PathParam("id") long id, @NotNull AcceptWithDefects cmd) {
        tickets.acceptWithDefects(new AcceptWithDefects(id, cmd.version(), cmd.defects()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/close")
    @Operation(summary = "Close an accepted ticket")
    public TicketView close(@PathParam("id") long id, @NotNull TicketStep cmd) {
        tickets.close(new TicketStep(id, cmd.version(), cmd.note()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "The work is not to be done")
    public TicketView cancel(@PathParam("id") long id, @NotNull CancelTicket cmd) {
        tickets.cancel(new CancelTicket(id, cmd.version(), cmd.reason()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "The work is to be done after all")
    public TicketView reopen(@PathParam("id") long id, @NotNull TicketStep cmd) {
        tickets.reopen(new TicketStep(id, cmd.version(), cmd.note()));
        return queries.view(id);
    }
}
