package de.schulpakt.install.defect.web;

import de.schulpakt.install.defect.DefectList;
import de.schulpakt.install.defect.Defects;
import de.schulpakt.install.ticket.TicketQueries;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Defects over REST. */
@Path("defects")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DefectResource {
    @Inject
    Defects defects;
    @Inject
    DefectList list;
    @Inject
    TicketQueries tickets;

    @GET
    @Operation(summary = "Defects of the schools that the token may see; sort by no, school, state, owner or due")
    public Page<DefectList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @POST
    @Path("of/{ticket}")
    @Operation(summary = "One more defect of accepted work; its follow-up is opened")
    public TicketQueries.View add(@PathParam("ticket") long ticket, @NotNull Defects.Add cmd) {
        defects.add(ticket, cmd);
        return tickets.view(ticket);
    }
}
