package de.schulpakt.install.effort.web;

import de.schulpakt.install.effort.Effort;
import de.schulpakt.install.effort.EffortQueries;
import de.schulpakt.platform.rest.BySession;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What tickets take, over REST. */
@Path("effort")
@Tag(name = "install")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EffortResource {
    @Inject
    Effort effort;
    @Inject
    EffortQueries queries;

    @GET
    @Path("{ticket}")
    @Operation(summary = "Time and material of a ticket, and what its material had cost whom")
    public EffortQueries.Taken of(@PathParam("ticket") long ticket) {
        return queries.of(ticket);
    }

    @GET
    @Path("{ticket}/stock")
    @Operation(summary = "What can be taken for a ticket")
    public List<EffortQueries.Stock> stock(@PathParam("ticket") long ticket) {
        return queries.stockFor(ticket);
    }

    @POST
    @BySession
    @Path("{ticket}/material")
    @Operation(summary = "Take material for a ticket out of a store")
    public EffortQueries.Taken use(@PathParam("ticket") long ticket, @NotNull Effort.Use cmd) {
        effort.use(ticket, cmd);
        return queries.of(ticket);
    }

    @POST
    @Path("{ticket}/material/back")
    @Operation(summary = "It was not used after all")
    public EffortQueries.Taken back(@PathParam("ticket") long ticket, @NotNull Effort.Back cmd) {
        effort.back(ticket, cmd);
        return queries.of(ticket);
    }

    @POST
    @BySession
    @Path("{ticket}/time")
    @Operation(summary = "So many minutes were worked on a day, today if none is named")
    public EffortQueries.Taken spend(@PathParam("ticket") long ticket, @NotNull Effort.Spend cmd) {
        effort.spend(ticket, cmd);
        return queries.of(ticket);
    }

    @POST
    @BySession
    @Path("{ticket}/signature")
    @Operation(summary = "Somebody of the school signs on site for the words that the phone shows")
    public EffortQueries.Taken sign(@PathParam("ticket") long ticket, @NotNull Effort.Sign cmd) {
        effort.sign(ticket, cmd);
        return queries.of(ticket);
    }

    @POST
    @Path("{ticket}/time/back")
    @Operation(summary = "The minutes were typed by mistake")
    public EffortQueries.Taken unspend(@PathParam("ticket") long ticket, @NotNull Effort.Back cmd) {
        effort.unspend(ticket, cmd);
        return queries.of(ticket);
    }
}
