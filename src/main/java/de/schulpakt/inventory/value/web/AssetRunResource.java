package de.schulpakt.inventory.value.web;

import de.schulpakt.inventory.value.AssetRunList;
import de.schulpakt.inventory.value.Classes;
import de.schulpakt.inventory.value.ValueQueries;
import de.schulpakt.inventory.value.Values;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Statements of what devices are worth, over REST. */
@Path("asset-runs")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AssetRunResource {
    @Inject
    Values values;
    @Inject
    Classes classes;
    @Inject
    ValueQueries queries;
    @Inject
    AssetRunList list;

    @GET
    @Operation(summary = "Statements of the authorities that the token may see; sums gross, in cents")
    public Page<AssetRunList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @POST
    @Operation(summary = "Make the statement of a year for all devices of an authority; nothing is booked by it")
    public Response make(@NotNull Values.Make cmd) {
        Long id = values.make(cmd);
        return Response.created(URI.create("asset-runs/" + id)).entity(Map.of("id", id)).build();
    }

    @GET
    @Path("classes")
    @Operation(summary = "Useful life of each kind of models in years, with its source")
    public List<ValueQueries.Kind> classes() {
        return queries.classes();
    }

    @POST
    @Path("classes/change")
    @Operation(summary = "Another useful life or source for a kind; it is then not verified")
    public List<ValueQueries.Kind> change(@NotNull Classes.Change cmd) {
        classes.change(cmd);
        return queries.classes();
    }

    @POST
    @Path("classes/verify")
    @Operation(summary = "A second person has read it in its source")
    public List<ValueQueries.Kind> verify(@NotNull Classes.Verify cmd) {
        classes.verify(cmd);
        return queries.classes();
    }

    @GET
    @Path("of/{deviceId}")
    @Operation(summary = "What a device has cost and is worth at the end of the last year")
    public ValueQueries.Worth of(@PathParam("deviceId") long deviceId) {
        return queries.of(deviceId);
    }
}
