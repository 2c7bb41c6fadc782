package de.schulpakt.inventory.device.web;

import de.schulpakt.inventory.device.DeviceAction;
import de.schulpakt.inventory.device.DeviceList;
import de.schulpakt.inventory.device.DeviceMoney;
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
    DeviceMoney money;
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
            + " REPAIR, RETURN_TO_SERVICE, RETURN_TO_STOCK, REPORT_LOST, FIND, RETIRE, ASK_RETIRE, CONFIRM_RETIRE or KEEP. The answer says what did not go, and why")
    public Done many(@PathParam("action") DeviceAction action, @BeanParam Asked asked, @NotNull Many cmd) {
        DeviceQueries.Chosen chosen = chosen(asked, cmd);
        List<Left> left = unknown(chosen);
        ManyDevices.Result result = chosen.ids().isEmpty() ? new ManyDevices.Result(0, List.of())
                : ManyDevicesSteps.take(many, action, cmd.roomId(), new ManyDevices.Retire(chosen.ids(), cmd.reason(), Boolean.TRUE.equals(cmd.proposeBound()),
                        cmd.disposal(), cmd.erasure(), cmd.proceedsCents(), cmd.consent()));
        result.left().forEach(l -> left.add(new Left(l.id(), l.inventoryNo(), l.why().key(), l.why().told(language.getLocale()))));
        return new Done(result.done(), result.proposed(), left);
    }

    @POST
    @Path("many/ends")
    @Operation(summary = "What giving up many devices would mean, before it is done: for each the way it would go today, its binding and what may be claimed back, in cents."
            + " Stores nothing; devices are named as for the steps on many")
    public Ends ends(@BeanParam Asked asked, @NotNull Many cmd) {
        DeviceQueries.Chosen chosen = chosen(asked, cmd);
        return new Ends(queries.ends(chosen.ids()), unknown(chosen));
    }

    private DeviceQueries.Chosen chosen(Asked asked, Many cmd) {
        boolean filter = list.listing().narrowed(asked.view()) && (cmd.ids() == null || cmd.ids().isEmpty());
        return queries.meant(filter ? list.ids(asked.view(), ManyDevices.MOST + 1) : cmd.ids(), cmd.numbers());
    }

    private List<Left> unknown(DeviceQueries.Chosen chosen) {
        List<Left> left = new ArrayList<>();
        chosen.unknown().forEach(u -> left.add(new Left(null, u.number(), u.why().key(), u.why().told(language.getLocale()))));
        return left;
    }

    /**
     * One step on many devices.
     *
     * @param ids           which devices, where there are no numbers; may be null
     * @param numbers       numbers of devices in whatever notation; may be null
     * @param roomId        for PLACE
     * @param reason        for all of them; REPAIR, REPORT_LOST, RETIRE and ASK_RETIRE need one
     * @param proposeBound  for RETIRE: what a verified binding holds is proposed for a second person, and else left
     * @param disposal      for RETIRE and ASK_RETIRE: what becomes of them, may be null; erasure, proceedsCents (of each, in cents) and consent belong to it
     */
    public record Many(List<Long> ids, List<String> numbers, Long roomId, String reason, Boolean proposeBound, Devices.DeviceDisposal disposal, String erasure,
            Long proceedsCents, String consent) {
    }

    /** How many devices took the step, of how many the end is proposed, and which did not. */
    public record Done(int done, int proposed, List<Left> left) {
    }

    /** What an end of devices would mean; what is no device's number is left. */
    public record Ends(List<DeviceQueries.Ending> devices, List<Left> left) {
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

    @GET
    @Path("{id}/awards")
    @Operation(summary = "Positions of awards that may have paid a device that was not ordered here, the likeliest first, with certainty in percent and reasons")
    public List<AwardOption> awards(@PathParam("id") long id) {
        return queries.awards(id).stream().map(a -> new AwardOption(a.budgetId(), a.label(), a.leftCents(), a.points(), a.reasons().stream().map(r -> r.told(language.getLocale())).toList()))
                .toList();
    }

    /** A position that may have paid a device, with what is left of it in cents, certainty in percent and what speaks for it. */
    public record AwardOption(Long budgetId, String label, Long leftCents, Integer points, List<String> reasons) {
    }

    @POST
    @Path("{id}/describe")
    @Operation(summary = "Where in its room the device stands, until when it is under warranty, in which condition it is; what is null is not known")
    public DeviceQueries.View describe(@PathParam("id") long id, @NotNull Devices.Describe cmd) {
        devices.describe(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/award")
    @Operation(summary = "A position of an award has paid the device, which was not ordered here; another one than before puts that right")
    public DeviceQueries.View tie(@PathParam("id") long id, @NotNull DeviceMoney.Tie cmd) {
        money.tie(id, cmd);
        return queries.view(id);
    }

    @POST
    @Path("{id}/award/end")
    @Operation(summary = "No award has paid the device after all")
    public DeviceQueries.View untie(@PathParam("id") long id, @NotNull DeviceMoney.Untie cmd) {
        money.untie(id, cmd);
        return queries.view(id);
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
