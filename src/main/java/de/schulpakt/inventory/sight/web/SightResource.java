package de.schulpakt.inventory.sight.web;

import de.schulpakt.inventory.sight.SightList;
import de.schulpakt.inventory.sight.SightQueries;
import de.schulpakt.inventory.sight.Sights;
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

/** What device management has seen, over REST. */
@Path("sights")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SightResource {
    @Inject
    Sights sights;
    @Inject
    SightQueries queries;
    @Inject
    SightList list;

    @GET
    @Operation(summary = "What device management has seen of devices; lastTo finds what is quiet, never what was never seen, elsewhere what was seen at another school")
    public Page<SightList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("counts")
    @Operation(summary = "How many devices are quiet for 60 days, never seen, or seen at another school")
    public SightQueries.Counts counts() {
        return queries.counts();
    }

    @POST
    @Operation(summary = "Record what device management has seen of up to 500 devices")
    public void record(@NotNull Sights.Record cmd) {
        sights.record(cmd);
    }

    @POST
    @Path("of/{device}/forget")
    @Operation(summary = "What was said of a device was wrong and is forgotten, with a reason")
    public void forget(@PathParam("device") long device, @NotNull Sights.Forget cmd) {
        sights.forget(device, cmd);
    }
}
