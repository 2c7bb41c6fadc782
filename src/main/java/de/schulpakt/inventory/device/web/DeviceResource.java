package de.schulpakt.inventory.device.web;

import de.schulpakt.inventory.device.DeviceList;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import jakarta.enterprise.context.RequestScoped;
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

/** Devices over REST. */
@Path("devices")
@Tag(name = "inventory")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeviceResource {
    @Inject
    Devices devices;
    @Inject
    DeviceQueries queries;
    @Inject
    DeviceList list;

    @GET
    @Operation(summary = "Devices that the token may see; sort by inventoryNo, serial, model, kind, state, school, room, price, delivered or binding")
    public Page<DeviceQueries.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One device with its placements, actions and timeline")
    public DeviceQueries.View get(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Path("{id}/place")
    @Operation(summary = "Put the device into a room of its school")
    public DeviceQueries.View place(@PathParam("id") long id, @NotNull Devices.Place cmd) {
        devices.place(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/serve")
    @Operation(summary = "Put a device into service that needs no technician")
    public DeviceQueries.View serve(@PathParam("id") long id, @NotNull Devices.Serve cmd) {
        devices.serve(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/repair")
    @Operation(summary = "Give the device away for repair")
    public DeviceQueries.View repair(@PathParam("id") long id, @NotNull Devices.Repair cmd) {
        devices.repair(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/return-to-service")
    @Operation(summary = "Back from repair, in service again")
    public DeviceQueries.View returnToService(@PathParam("id") long id, @NotNull Devices.Return cmd) {
        devices.returnToService(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/return-to-stock")
    @Operation(summary = "Back from repair, not yet in service")
    public DeviceQueries.View returnToStock(@PathParam("id") long id, @NotNull Devices.Return cmd) {
        devices.returnToStock(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/report-lost")
    @Operation(summary = "Report the device lost or stolen")
    public DeviceQueries.View reportLost(@PathParam("id") long id, @NotNull Devices.ReportLost cmd) {
        devices.reportLost(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/find")
    @Operation(summary = "The device is there again")
    public DeviceQueries.View find(@PathParam("id") long id, @NotNull Devices.Return cmd) {
        devices.found(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/retire")
    @Operation(summary = "Retire the device; refused while its binding lasts")
    public DeviceQueries.View retire(@PathParam("id") long id, @NotNull Devices.Retire cmd) {
        devices.retire(id, cmd);
        return queries.view(id);
    }
}
