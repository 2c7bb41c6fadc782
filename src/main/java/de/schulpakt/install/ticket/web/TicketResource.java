package de.schulpakt.install.ticket.web;

import de.schulpakt.install.ticket.TicketList;
import de.schulpakt.install.ticket.TicketParts;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketRooms;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.rest.BySession;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tickets over REST. */
@Path("tickets")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TicketResource {
    @Inject
    Tickets tickets;
    @Inject
    TicketWork work;
    @Inject
    TicketRooms rooms;
    @Inject
    TicketParts parts;
    @Inject
    TicketQueries queries;
    @Inject
    PrintQueries prints;
    @Inject
    Language language;
    @Inject
    TicketList list;

    @GET
    @Operation(summary = "Tickets that the token may see; sort by no, title, state, school, room, assignee, due or opened")
    public Page<TicketQueries.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @BySession
    @Path("{id}")
    @Operation(summary = "One ticket with its visits, measurements, actions and timeline")
    public TicketQueries.View get(@PathParam("id") long id) {
        return queries.view(id);
    }

    @GET
    @Path("{id}/paper")
    @Produces(PrintQueries.PDF)
    @Operation(summary = "The protocol of the acceptance, as PDF in the language of Accept-Language")
    public Response paper(@PathParam("id") long id) {
        return Response.ok(prints.print("protocol", id, null, language.getLocale()).bytes()).build();
    }

    @POST
    @Operation(summary = "Open a ticket for work that no delivery has brought")
    public Response open(@NotNull Tickets.Open cmd) {
        Long id = tickets.open(cmd);
        return Response.created(URI.create("tickets/" + id)).entity(Map.of("id", id)).build();
    }

    @POST
    @BySession
    @Path("{id}/take")
    @Operation(summary = "Take the ticket")
    public TicketQueries.View take(@PathParam("id") long id, @NotNull Tickets.Step cmd) {
        tickets.take(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/release")
    @Operation(summary = "Give the ticket back to all technicians")
    public TicketQueries.View release(@PathParam("id") long id, @NotNull Tickets.Step cmd) {
        tickets.release(id, cmd);
        return queries.view(id);
    }

    @POST
    @BySession
    @Path("{id}/start")
    @Operation(summary = "Begin the work on site")
    public TicketQueries.View start(@PathParam("id") long id, @NotNull Tickets.Step cmd) {
        tickets.start(id, cmd);
        return queries.view(id);
    }

    @POST
    @BySession
    @Path("{id}/wait")
    @Operation(summary = "The work waits for somebody else")
    public TicketQueries.View await(@PathParam("id") long id, @NotNull Tickets.Wait cmd) {
        tickets.await(id, cmd);
        return queries.view(id);
    }

    @POST
    @BySession
    @Path("{id}/resume")
    @Operation(summary = "The work waits no longer")
    public TicketQueries.View resume(@PathParam("id") long id, @NotNull Tickets.Step cmd) {
        tickets.resume(id, cmd);
        return queries.view(id);
    }

    @POST
    @BySession
    @Path("{id}/measure")
    @Operation(summary = "Enter the measurement; the device is placed in the room")
    public TicketQueries.View measure(@PathParam("id") long id, @NotNull Tickets.Measure cmd) {
        tickets.measure(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/rework")
    @Operation(summary = "The school sends the work back")
    public TicketQueries.View rework(@PathParam("id") long id, @NotNull Tickets.Rework cmd) {
        tickets.rework(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/accept")
    @Operation(summary = "The school accepts; the device is put into service")
    public TicketQueries.View accept(@PathParam("id") long id, @NotNull Tickets.Step cmd) {
        tickets.accept(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/assign")
    @Operation(summary = "Give the ticket to a technician")
    public TicketQueries.View assign(@PathParam("id") long id, @NotNull TicketWork.Assign cmd) {
        work.assign(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/team")
    @Operation(summary = "Give the ticket to a team beside its technician, or to none")
    public TicketQueries.View team(@PathParam("id") long id, @NotNull TicketWork.Team cmd) {
        work.team(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/rank")
    @Operation(summary = "Another priority or due day")
    public TicketQueries.View rank(@PathParam("id") long id, @NotNull TicketWork.Rank cmd) {
        work.rank(id, cmd);
        return queries.view(id);
    }

    @POST
    @BySession
    @Path("{id}/finish")
    @Operation(summary = "The work is done where nothing is measured; the school is to accept")
    public TicketQueries.View finish(@PathParam("id") long id, @NotNull TicketWork.Finish cmd) {
        work.finish(id, cmd);
        return queries.view(id);
    }

    @POST
    @BySession
    @Path("{id}/solve")
    @Operation(summary = "The work is done and ends where nobody accepts")
    public TicketQueries.View solve(@PathParam("id") long id, @NotNull TicketWork.Finish cmd) {
        work.solve(id, cmd);
        return queries.view(id);
    }

    @POST
    @BySession
    @Path("{id}/steps")
    @Operation(summary = "A step of the checklist is done, or not done after all")
    public TicketQueries.View tick(@PathParam("id") long id, @NotNull TicketWork.Tick cmd) {
        work.tick(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/links")
    @Operation(summary = "Link with another ticket of the same school")
    public TicketQueries.View link(@PathParam("id") long id, @NotNull TicketWork.Link cmd) {
        work.link(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/links/remove")
    @Operation(summary = "Two tickets that had to do with each other have not")
    public TicketQueries.View unlink(@PathParam("id") long id, @NotNull TicketWork.Link cmd) {
        work.unlink(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/merge")
    @Operation(summary = "Another ticket says the same: cancel this one and point at it")
    public TicketQueries.View merge(@PathParam("id") long id, @NotNull TicketWork.Merge cmd) {
        work.merge(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/split")
    @Operation(summary = "Give devices, a room or steps that are done to tickets of their own; answers their ids")
    public Map<String, List<Long>> split(@PathParam("id") long id, @NotNull TicketParts.Split cmd) {
        return Map.of("ids", parts.split(id, cmd));
    }

    @POST
    @Path("{id}/split-rooms")
    @Operation(summary = "A ticket of its own for each other room of its devices; answers their ids")
    public Map<String, List<Long>> splitByRoom(@PathParam("id") long id, @NotNull Tickets.Step cmd) {
        return Map.of("ids", parts.splitByRoom(id, cmd));
    }

    @POST
    @Path("{id}/rejoin")
    @Operation(summary = "Go back to the ticket from which it was split")
    public TicketQueries.View rejoin(@PathParam("id") long id, @NotNull Tickets.Cancel cmd) {
        parts.rejoin(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/rooms")
    @Operation(summary = "In which rooms the work is done, each of which is then accepted for itself")
    public TicketQueries.View rooms(@PathParam("id") long id, @NotNull TicketRooms.Rooms cmd) {
        rooms.set(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/rooms/withdraw")
    @Operation(summary = "A room was not accepted after all; without a room: the work as a whole")
    public TicketQueries.View withdraw(@PathParam("id") long id, @NotNull TicketRooms.Withdraw cmd) {
        rooms.withdraw(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/close")
    @Operation(summary = "Close an accepted ticket")
    public TicketQueries.View close(@PathParam("id") long id, @NotNull Tickets.Step cmd) {
        tickets.close(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "The work is not to be done")
    public TicketQueries.View cancel(@PathParam("id") long id, @NotNull Tickets.Cancel cmd) {
        tickets.cancel(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "The work is to be done after all, and why")
    public TicketQueries.View reopen(@PathParam("id") long id, @NotNull Tickets.Reopen cmd) {
        tickets.reopen(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(summary = "The school takes back what it has asked for, while nobody has begun")
    public TicketQueries.View withdraw(@PathParam("id") long id, @NotNull Tickets.Cancel cmd) {
        tickets.withdraw(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/unfinish")
    @Operation(summary = "The work that was said to be done is not done after all; before the school has accepted")
    public TicketQueries.View unfinish(@PathParam("id") long id, @NotNull Tickets.Cancel cmd) {
        tickets.unfinish(id, cmd);
        return queries.view(id);
    }
}
