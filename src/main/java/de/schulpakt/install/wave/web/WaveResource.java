package de.schulpakt.install.wave.web;

import de.schulpakt.install.wave.WaveList;
import de.schulpakt.install.wave.WaveQueries;
import de.schulpakt.install.wave.WaveTicketList;
import de.schulpakt.install.wave.Waves;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Waves over REST. */
@Path("waves")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WaveResource {
    @Inject
    Waves waves;
    @Inject
    WaveQueries queries;
    @Inject
    WaveList list;
    @Inject
    WaveTicketList tickets;

    @GET
    @Operation(summary = "Waves of the authorities that the token may see; sort by no, name, state or starts")
    public Page<WaveList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("tickets")
    @Operation(summary = "What waves have planned; of one with wave; sort by planned, no, school or state")
    public Page<WaveTicketList.Row> tickets(@BeanParam Asked asked) {
        return tickets.page(asked.view());
    }

    @POST
    @Path("look")
    @Operation(summary = "What a plan would make, without making it")
    public WaveQueries.Look look(@NotNull Waves.Plan cmd) {
        return queries.look(cmd);
    }

    @POST
    @Operation(summary = "Make the tickets of a plan, in the order of its trades")
    public Response create(@NotNull Waves.Plan cmd) {
        Long id = waves.create(cmd);
        return Response.created(URI.create("waves/" + id)).entity(queries.view(id)).build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One wave with its progress by trade and school, its forecast, material, actions and timeline")
    public WaveQueries.View get(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Path("{id}/move")
    @Operation(summary = "Plan a ticket for another day, and what hangs on it as many working days later or earlier")
    public Waves.Moved move(@PathParam("id") long id, @NotNull Waves.Move cmd) {
        return waves.move(id, cmd);
    }

    @POST
    @Path("{id}/shift")
    @Operation(summary = "Plan all that has not begun and has no visit for as many working days later or earlier")
    public Waves.Moved shift(@PathParam("id") long id, @NotNull Waves.Shift cmd) {
        return waves.shift(id, cmd);
    }

    @POST
    @Path("{id}/unwaive")
    @Operation(summary = "Devices may not come before the network after all")
    public WaveQueries.View unwaive(@PathParam("id") long id, @NotNull Waves.Waive cmd) {
        waves.unwaive(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/waive")
    @Operation(summary = "Devices may come before the network is accepted, with the reason")
    public WaveQueries.View waive(@PathParam("id") long id, @NotNull Waves.Waive cmd) {
        waves.waive(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Cancel the wave and those of its tickets that nobody has taken")
    public Map<String, Integer> cancel(@PathParam("id") long id, @NotNull Waves.Cancel cmd) {
        return Map.of("cancelled", waves.cancel(id, cmd));
    }
}
