package de.schulpakt.inventory.incident.web;

import de.schulpakt.inventory.incident.IncidentList;
import de.schulpakt.inventory.incident.IncidentQueries;
import de.schulpakt.inventory.incident.Incidents;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Damage, loss and theft of devices, over REST. */
@Path("device-incidents")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IncidentResource {
    @Inject
    Incidents incidents;
    @Inject
    IncidentQueries queries;
    @Inject
    IncidentList list;

    @GET
    @Operation(summary = "Damage, loss and theft of the schools that the token may see, the newest first; amounts in cents")
    public Page<IncidentList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A case with actions, version and timeline")
    public IncidentQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Operation(summary = "Write a case down; the device itself stays as it is")
    public Response record(@NotNull Incidents.Record c) {
        Long id = incidents.record(c);
        return Response.created(URI.create("device-incidents/" + id)).entity(queries.view(id)).build();
    }

    @POST
    @Path("{id}/change")
    @Operation(summary = "Say what is known now")
    public IncidentQueries.View change(@PathParam("id") long id, @NotNull Incidents.Change c) {
        incidents.change(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/close")
    @Operation(summary = "Nothing more is expected; what was paid in the end")
    public IncidentQueries.View close(@PathParam("id") long id, @NotNull Incidents.Close c) {
        incidents.close(id, c);
        return queries.view(id);
    }

    @POST
    @Path("{id}/reopen")
    @Operation(summary = "It goes on")
    public IncidentQueries.View reopen(@PathParam("id") long id, @NotNull Incidents.Why c) {
        incidents.reopen(id, c);
        return queries.view(id);
    }
}
