package de.schulpakt.inventory.web;

import de.schulpakt.inventory.DeviceFilter;
import de.schulpakt.inventory.DeviceQueries;
import de.schulpakt.inventory.DeviceRow;
import de.schulpakt.inventory.DeviceState;
import de.schulpakt.inventory.DeviceView;
import de.schulpakt.inventory.Devices;
import de.schulpakt.inventory.ModelKind;
import de.schulpakt.inventory.PlaceDevice;
import de.schulpakt.inventory.RepairDevice;
import de.schulpakt.inventory.ReportLost;
import de.schulpakt.inventory.RetireDevice;
import de.schulpakt.inventory.ReturnDevice;
import de.schulpakt.inventory.ServeDevice;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

    @GET
    @Operation(summary = "Devices that the token may see; sort by inventoryNo, serial, model, kind, state, school, room, price, delivered or binding")
    public Page<DeviceRow> list(@QueryParam("text") String text, @QueryParam("school") Long school,
            @QueryParam("state") DeviceState state, @QueryParam("room") Long room, @QueryParam("kind") ModelKind kind,
            @QueryParam("budget") Long budget, @QueryParam("orderLine") Long orderLine, @QueryParam("page") Integer page,
            @QueryParam("size") Integer size, @QueryParam("sort") String sort) {
        return queries.list(new DeviceFilter(text, school, state, room, kind, budget, orderLine), PageRequest.of(page, size, sort));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One device with its placements, actions and timeline")
    public DeviceView get(@PathParam("id") long id) {
        return queries.view(id);
    }

    @POST
    @Path("{id}/place")
    @Operation(summary = "Put the device into a room of its school")
    public DeviceView place(@PathParam("id") long id, @NotNull PlaceDevice cmd) {
        devices.place(new PlaceDevice(id, cmd.version(), cmd.roomId()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/serve")
    @Operation(summary = "Put a device into service that needs no technician")
    public DeviceView serve(@PathParam("id") long id, @NotNull ServeDevice cmd) {
        devices.serve(new ServeDevice(id, cmd.version(), cmd.note()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/repair")
    @Operation(summary = "Give the device away for repair")
    public DeviceView repair(@PathParam("id") long id, @NotNull RepairDevice cmd) {
        devices.repair(new RepairDevice(id, cmd.version(), cmd.reason()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/return-to-service")
    @Operation(summary = "Back from repair, in service again")
    public DeviceView returnToService(@PathParam("id") long id, @NotNull ReturnDevice cmd) {
        devices.returnToService(new ReturnDevice(id, cmd.version(), cmd.note()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/return-to-stock")
    @Operation(summary = "Back from repair, not yet in service")
    public DeviceView returnToStock(@PathParam("id") long id, @NotNull ReturnDevice cmd) {
        devices.returnToStock(new ReturnDevice(id, cmd.version(), cmd.note()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/report-lost")
    @Operation(summary = "Report the device lost or stolen")
    public DeviceView reportLost(@PathParam("id") long id, @NotNull ReportLost cmd) {
        devices.reportLost(new ReportLost(id, cmd.version(), cmd.reason()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/find")
    @Operation(summary = "The device is there again")
    public DeviceView find(@PathParam("id") long id, @NotNull ReturnDevice cmd) {
        devices.found(new ReturnDevice(id, cmd.version(), cmd.note()));
        return queries.view(id);
    }

    @POST
    @Path("{id}/retire")
    @Operation(summary = "Retire the device; refused while its binding lasts")
    public DeviceView retire(@PathParam("id") long id, @NotNull RetireDevice cmd) {
        devices.retire(new RetireDevice(id, cmd.version(), cmd.reason()));
        return queries.view(id);
    }
}
