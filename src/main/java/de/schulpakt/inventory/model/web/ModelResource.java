package de.schulpakt.inventory.model.web;

import de.schulpakt.inventory.device.DeviceModels;
import de.schulpakt.inventory.model.ModelQueries;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One device model, with its devices by state. */
@Path("device-models/{id}")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ModelResource {
    @Inject
    DeviceModels models;
    @Inject
    ModelQueries queries;

    @GET
    @Operation(summary = "One device model, with its devices by state")
    public ModelQueries.View view(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Path("change")
    @Operation(summary = "Maker, name, part number, and whether a technician installs it")
    public ModelQueries.View change(@PathParam("id") long id, @NotNull DeviceModels.Change cmd) {
        models.change(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("end")
    @Operation(summary = "It is not to be bought any more; its devices stay")
    public ModelQueries.View end(@PathParam("id") long id, @NotNull DeviceModels.Step cmd) {
        models.end(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("resume")
    @Operation(summary = "It is to be bought again")
    public ModelQueries.View resume(@PathParam("id") long id, @NotNull DeviceModels.Step cmd) {
        models.resume(id, cmd);
        return queries.view(id);
    }
}
