package de.schulpakt.inventory.swap.web;

import de.schulpakt.inventory.swap.SwapList;
import de.schulpakt.inventory.swap.SwapQueries;
import de.schulpakt.inventory.swap.Swaps;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Devices that come in the place of others, over REST. */
@Path("device-swaps")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SwapResource {
    @Inject
    Swaps swaps;
    @Inject
    SwapQueries queries;
    @Inject
    SwapList list;

    @GET
    @Operation(summary = "Swaps of the schools that the token may see, the newest first; undone=false for those that hold")
    public Page<SwapList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @POST
    @Operation(summary = "A device of the school comes in the place of another one: room, part in the network and class set go over")
    public Response swap(@NotNull Swaps.Swap cmd) {
        return made(swaps.swap(cmd));
    }

    @POST
    @Path("exchange")
    @Operation(summary = "The supplier exchanges a device that was not ordered here")
    public Response exchange(@NotNull Swaps.Exchange cmd) {
        return made(swaps.exchange(cmd));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One swap")
    public SwapQueries.View get(@PathParam("id") long id) {
        return queries.view(id);
    }

    @GET
    @Path("of/{device}")
    @Operation(summary = "The swaps in which a device went or came, the newest first")
    public List<SwapQueries.View> ofDevice(@PathParam("device") long device) {
        return queries.ofDevice(device);
    }

    @POST
    @Path("{id}/undo")
    @Operation(summary = "Both devices stand where they stood before the swap")
    public SwapQueries.View undo(@PathParam("id") long id, @NotNull Swaps.Undo cmd) {
        swaps.undo(id, cmd);
        return queries.view(id);
    }

    private Response made(Long id) {
        return Response.created(URI.create("device-swaps/" + id)).entity(queries.view(id)).build();
    }
}
