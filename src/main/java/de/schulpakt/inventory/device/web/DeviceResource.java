package de.schulpakt.inventory.device.web;

import de.schulpakt.inventory.device.DeviceAction;
import de.schulpakt.inventory.device.DeviceList;
import de.schulpakt.inventory.device.DeviceNumbers;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.ManyDevices;
import de.schulpakt.platform.list.web.Asked;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.web.Language;
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
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Devices over REST. */
@Path("devices")
@Tag(name = "inventory")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeviceResource {
    @Inject
    Devices devices;
    @Inject
    ManyDevices many;
    @Inject
    Language language;
    @Inject
    DeviceNumbers numbers;
    @Inject
    DeviceQueries queries;
    @Inject
    DeviceList list;

    @GET
    @Operation(summary = "Devices that the token may see; sort by inventoryNo, serial, model, kind, state, school, room, price, delivered or binding")
    public Page<DeviceQueries.Row> list(@BeanParam Asked asked) {
        return list.page(asked.view());
    }

    @POST
    @Operation(summary = "Take a device in that was not bought here")
    public Response add(@NotNull Devices.Add cmd) {
        Long id = devices.add(cmd);
        return Response.created(URI.create("devices/" + id)).entity(queries.view(id)).build();
    }

    @POST
    @Path("many/{action}")
    @Operation(summary = "One step on up to 5,000 devices: those of numbers, else those of ids, else those that the parameters of the list hold; PLACE, SERVE,"
            + " REPAIR, RETURN_TO_SERVICE, RETURN_TO_STOCK, REPORT_LOST, FIND or RETIRE. The answer says what did not go, and why")
    public Done many(@PathParam("action") DeviceAction action, @BeanParam Asked asked, @NotNull Many cmd) {
        boolean filter = list.listing().narrowed(asked.view()) && (cmd.ids() == null || cmd.ids().isEmpty());
        DeviceQueries.Chosen chosen = queries.meant(filter ? list.ids(asked.view(), ManyDevices.MOST + 1) : cmd.ids(), cmd.numbers());
        List<Left> left = new ArrayList<>();
        chosen.unknown().forEach(u -> left.add(new Left(null, u.number(), u.why().key(), u.why().told(language.getLocale()))));
        ManyDevices.Result result = chosen.ids().isEmpty() ? new ManyDevices.Result(0, List.of())
                : ManyDevicesSteps.take(many, action, chosen.ids(), cmd.roomId(), cmd.reason());
        result.left().forEach(l -> left.add(new Left(l.id(), l.inventoryNo(), l.why().key(), l.why().told(language.getLocale()))));
        return new Done(result.done(), left);
    }

    /**
     * One step on many devices.
     *
     * @param ids     which devices, where there are no numbers; may be null
     * @param numbers numbers of devices in whatever notation; may be null
     * @param roomId  for PLACE
     * @param reason  for all of them; REPAIR, REPORT_LOST and RETIRE need one
     */
    public record Many(List<Long> ids, List<String> numbers, Long roomId, String reason) {
    }

    /** How many devices took the step, and which did not. */
    public record Done(int done, List<Left> left) {
    }

    /** A device, or a number, that did not take the step; code and detail say why. */
    public record Left(Long id, String no, String code, String detail) {
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One device with its placements, actions and timeline")
    public DeviceQueries.View get(@PathParam("id") long id) {
        return queries.view(id);
    }

    @GET
    @Path("{id}/payers")
    @Operation(summary = "Who paid the device, each with its part of the price, gross, in cents")
    public List<DeviceQueries.Payer> payers(@PathParam("id") long id) {
        return queries.payers(id);
    }

    @POST
    @Path("{id}/identifiers")
    @Operation(summary = "Give the device one more number")
    public DeviceQueries.View addNumber(@PathParam("id") long id, @NotNull DeviceNumbers.Add cmd) {
        numbers.add(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/correct-serial")
    @Operation(summary = "The serial number was misread: the right one takes its place, with the reason")
    public DeviceQueries.View correctSerial(@PathParam("id") long id, DeviceNumbers.Correct cmd) {
        numbers.correct(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/identifiers/{numberId}/end")
    @Operation(summary = "A number of the device ends; it still finds the device")
    public DeviceQueries.View endNumber(@PathParam("id") long id, @PathParam("numberId") long numberId, @NotNull DeviceNumbers.End cmd) {
        numbers.end(id, numberId, cmd);
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
    @Path("{id}/ask-retire")
    @Operation(summary = "Propose to give the device up while its binding lasts; another person confirms it")
    public DeviceQueries.View askRetire(@PathParam("id") long id, @NotNull Devices.Retire cmd) {
        devices.askRetire(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/confirm-retire")
    @Operation(summary = "Give the device up as another person has proposed")
    public DeviceQueries.View confirmRetire(@PathParam("id") long id, @NotNull Devices.Return cmd) {
        devices.confirmRetire(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/revive")
    @Operation(summary = "A device is there again though it had been given up")
    public DeviceQueries.View revive(@PathParam("id") long id, @NotNull Devices.Revive cmd) {
        devices.revive(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/keep")
    @Operation(summary = "The device stays; the proposal to give it up is turned down")
    public DeviceQueries.View keep(@PathParam("id") long id, @NotNull Devices.Return cmd) {
        devices.keep(id, cmd);
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
