package de.schulpakt.inventory.device.web;

import de.schulpakt.inventory.device.DeviceModelList;
import de.schulpakt.inventory.device.DeviceModels;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Device models over REST. */
@Path("device-models")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeviceModelResource {
    @Inject
    DeviceModels models;
    @Inject
    DeviceModelList list;

    @GET
    @Operation(summary = "Device models; sort by maker, model or kind")
    public Page<DeviceModelList.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @POST
    @Operation(summary = "Add a device model")
    public Response create(@NotNull DeviceModels.Create cmd) {
        Long id = models.create(cmd);
        return Response.created(URI.create("device-models/" + id)).entity(Map.of("id", id)).build();
    }
}
