package de.schulpakt.install.fault.web;

import de.schulpakt.install.fault.FaultQueries;
import de.schulpakt.install.fault.Faults;
import de.schulpakt.install.ticket.TicketQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
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

/** Faults over REST. */
@Path("faults")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FaultResource {
    @Inject
    Faults faults;
    @Inject
    FaultQueries queries;
    @Inject
    TicketQueries tickets;

    @POST
    @Operation(summary = "Report a fault of a device, a room or a school; a photo follows as a file of the ticket")
    public Response report(@NotNull Faults.Report cmd) {
        Long id = faults.report(cmd, null);
        return Response.created(URI.create("tickets/" + id)).entity(tickets.view(id)).build();
    }

    @GET
    @Path("codes/{school}")
    @Operation(summary = "The codes of a school's doors and devices")
    public List<FaultQueries.Code> codes(@PathParam("school") long school) {
        return queries.codes(school);
    }

    @POST
    @Path("codes")
    @Operation(summary = "Make the code of a door or a device")
    public Map<String, Long> make(@NotNull Faults.MakeCode cmd) {
        return Map.of("id", faults.makeCode(cmd));
    }

    @POST
    @Path("codes/{id}/renew")
    @Operation(summary = "Another code takes the place of the printed one")
    public void renew(@PathParam("id") long id, @NotNull Faults.Renew cmd) {
        faults.renewCode(id, cmd);
    }
}
