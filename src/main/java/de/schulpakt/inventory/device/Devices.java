package de.schulpakt.inventory.device;

import static de.schulpakt.inventory.device.DeviceAction.COMMISSION;
import static de.schulpakt.inventory.device.DeviceAction.FIND;
import static de.schulpakt.inventory.device.DeviceAction.PLACE;
import static de.schulpakt.inventory.device.DeviceAction.REGISTER;
import static de.schulpakt.inventory.device.DeviceAction.REPAIR;
import static de.schulpakt.inventory.device.DeviceAction.REPORT_LOST;
import static de.schulpakt.inventory.device.DeviceAction.RETIRE;
import static de.schulpakt.inventory.device.DeviceAction.RETURN_TO_SERVICE;
import static de.schulpakt.inventory.device.DeviceAction.RETURN_TO_STOCK;
import static de.schulpakt.inventory.device.DeviceAction.SERVE;

import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.step.Change;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Use cases of devices. */
@UseCases
public class Devices {
    @PersistenceContext
    EntityManager em;
    @Inject
    Steps steps;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    SchoolQueries schools;
    @Inject
    Event<DeviceRegistered> registered;

    /**
     * Takes delivered devices into the inventory, gives each its number and tells {@link DeviceRegistered}. Inner door of the
     * delivery: runs only inside its transaction. Takes numbers, so call it before budgets are locked. Hundreds of devices are
     * few statements.
     *
     * @return the new ids, in the order of the devices
     * @throws Refused {@code device.serial_taken} if a device has one of these serial numbers already; of two at once, the
     *                 second is stopped by {@code device_serial_once}; {@code device.room_of_other_school} if the target room
     *                 belongs to another school
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the delivery has asked for DELIVERY_RECEIVE at this school.")
    public List<Long> register(List<@Valid Register> delivered) {
        if (delivered.isEmpty()) {
            return List.of();
        }
        delivered.stream().filter(d -> d.targetRoomId() != null).map(d -> Map.entry(d.schoolId(), d.targetRoomId())).distinct()
                .forEach(place -> roomOf(place.getKey(), place.getValue()));
        serialsAreFree(delivered.stream().map(d -> d.serial().strip()).toList());
        Iterator<String> free = numbers.next("G", delivered.size()).iterator();
        Map<Device, Register> devices = new LinkedHashMap<>();
        delivered.forEach(d -> devices.put(new Device(free.next(), d), d));
        devices.keySet().forEach(em::persist);
        em.flush();
        Map<Ref, Said> lines = new LinkedHashMap<>();
        devices.forEach((device, d) -> lines.put(device.ref(), d.orderNo() == null ? Said.NOTHING : Said.that("said.order", d.orderNo())));
        history.recordAll(REGISTER, lines);
        devices.forEach((device, d) -> {
            DeviceModel model = Find.one(em, DeviceModel.class, d.modelId());
            registered.fire(new DeviceRegistered(device.id(), d.schoolId(), d.targetRoomId(), model.needsNetwork(),
                    model.label() + " · " + d.serial().strip(), d.deliveredOn()));
        });
        return devices.keySet().stream().map(Device::id).toList();
    }

    /**
     * Puts a device into service because its installation was accepted. Inner door of the acceptance: runs only inside its
     * transaction.
     *
     * @throws Refused {@code device.not_placed} if it stands in no room; {@code state.not_allowed} if it is lost, in repair
     *                 or retired
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the acceptance has asked for TICKET_ACCEPT at this school.")
    public void putIntoService(long deviceId) {
        Device device = Find.locked(em, Device.class, deviceId);
        Change<DeviceState> change = device.apply(COMMISSION);
        device.inService(clock.today());
        history.record(device.ref(), COMMISSION, change, Said.NOTHING);
    }

    /**
     * Puts a device into a room because a technician has mounted it there. Inner door of the measurement: runs only inside
     * its transaction. Nothing happens if it is there already.
     *
     * @throws Refused {@code device.room_of_other_school}; {@code state.not_allowed} if it is lost or retired
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the measurement has asked for TICKET_WORK at this school.")
    public void mount(long deviceId, long roomId) {
        Device device = Find.locked(em, Device.class, deviceId);
        SchoolQueries.RoomRef room = roomOf(device.schoolId(), roomId);
        if (!room.id().equals(device.roomId())) {
            Change<DeviceState> change = device.apply(PLACE);
            enter(device, room.id());
            history.record(device.ref(), PLACE, change, said(room));
        }
    }

    /**
     * Puts a device into a room; its placement there begins, the one before ends.
     *
     * @throws Refused {@code device.room_of_other_school} if the room is not one of the device's school;
     *                 {@code state.not_allowed} if it is lost or retired
     */
    public void place(long id, @Valid Place cmd) {
        var step = steps.begin(Device.class, id, PLACE, cmd.version());
        Device device = step.subject();
        SchoolQueries.RoomRef room = roomOf(device.schoolId(), cmd.roomId());
        if (!room.id().equals(device.roomId())) {
            enter(device, room.id());
            step.record(said(room));
        }
    }

    /**
     * Puts a device into service that needs no technician, or that was in service before.
     *
     * @throws Refused {@code device.needs_technician} if its model needs the network and it was never in service: then the
     *                 acceptance of its ticket does it; {@code device.not_placed} if it stands in no room
     */
    public void serve(long id, @Valid Serve cmd) {
        Device device = steps.take(Device.class, id, SERVE, cmd.version(), cmd.note());
        if (!device.wasInService() && Find.one(em, DeviceModel.class, device.modelId()).needsNetwork()) {
            throw new Refused("device.needs_technician", device.ref().no());
        }
        device.inService(clock.today());
    }

    /** Gives a device away for repair; it keeps its room. */
    public void repair(long id, @Valid Repair cmd) {
        steps.take(Device.class, id, REPAIR, cmd.version(), cmd.reason());
    }

    /**
     * A device is back from repair and in service again.
     *
     * @throws Refused {@code device.never_served} if it had not been in service before
     */
    public void returnToService(long id, @Valid Return cmd) {
        Device device = steps.take(Device.class, id, RETURN_TO_SERVICE, cmd.version(), cmd.note());
        if (!device.wasInService()) {
            throw new Refused("device.never_served", device.ref().no());
        }
        device.inService(clock.today());
    }

    /** A device is back from repair and waits to be put into service. */
    public void returnToStock(long id, @Valid Return cmd) {
        steps.take(Device.class, id, RETURN_TO_STOCK, cmd.version(), cmd.note());
    }

    /** Reports a device lost or stolen; its placement ends. */
    public void reportLost(long id, @Valid ReportLost cmd) {
        leave(steps.take(Device.class, id, REPORT_LOST, cmd.version(), cmd.reason()));
    }

    /** A lost device is there again; it waits for a room. */
    public void found(long id, @Valid Return cmd) {
        steps.take(Device.class, id, FIND, cmd.version(), cmd.note());
    }

    /**
     * Gives a device up for good; its placement ends. Rule R16 of the field: not while the binding lasts. A binding by a rule that
     * nobody has verified refuses nothing: the history says what it would have refused.
     *
     * @throws Refused {@code device.bound_until} up to and including the last day of the binding;
     *                 {@code device.binding_not_started} while a binding waits for the device to be put into service
     */
    public void retire(long id, @Valid Retire cmd) {
        var step = steps.begin(Device.class, id, RETIRE, cmd.version());
        Device device = step.subject();
        step.record(Said.all(device.mayRetire(clock.today())).andWords(cmd.reason()));
        leave(device);
    }

    /**
     * The rule by which devices of these budgets are bound was verified: from now on it refuses. Inner door of the confirmation.
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the confirmation has asked for PROGRAMME_EDIT.")
    public void bindingVerified(Collection<Long> budgets, @Valid Binding binding) {
        em.createQuery("""
                update Device d set d.bindingVerified = true where d.bindingVerified = false and d.budgetId in :budgets
                and d.bindingStart = :start and d.bindingYears = :years and d.bindingMode = :mode""").setParameter("budgets", budgets)
                .setParameter("start", binding.start()).setParameter("years", binding.years()).setParameter("mode", binding.mode())
                .executeUpdate();
    }

    private void enter(Device device, Long roomId) {
        Instant from = leave(device);
        // the end of the old placement must reach the database before the new one: placement_open_once
        em.flush();
        em.persist(new Placement(device.id(), roomId, from, actor.name()));
        device.moveTo(roomId);
    }

    /** Stands in no room from now on; returns that instant. A clock that was set back does not end a placement before its begin. */
    private Instant leave(Device device) {
        Instant now = clock.now();
        List<Placement> last = em.createQuery("select p from Placement p where p.deviceId = :device order by p.id desc",
                Placement.class).setParameter("device", device.id()).setMaxResults(1).getResultList();
        Instant from = last.isEmpty() || last.get(0).latest().isBefore(now) ? now : last.get(0).latest();
        last.forEach(p -> p.end(from));
        device.moveTo(null);
        return from;
    }

    private SchoolQueries.RoomRef roomOf(Long schoolId, Long roomId) {
        SchoolQueries.RoomRef room = schools.room(roomId);
        if (!room.schoolId().equals(schoolId)) {
            throw new Refused("device.room_of_other_school");
        }
        return room;
    }

    private static Said said(SchoolQueries.RoomRef room) {
        return Said.that("said.room", room.building(), room.name());
    }

    private void serialsAreFree(List<String> serials) {
        em.createQuery("select d.serial from Device d where d.serial in :serials order by d.id", String.class)
                .setParameter("serials", serials).setMaxResults(1).getResultStream().findFirst().ifPresent(taken -> {
                    throw new Refused("device.serial_taken", taken);
                });
    }

    /** Put a device into a room of its school. */
    public record Place(@NotNull Integer version, @NotNull Long roomId) {
    }

    /**
     * A device that has been delivered.
     *
     * @param targetRoomId room it was requested for, may be null
     * @param orderLineId  line of the order it came with, may be null
     * @param orderNo      number of that order, may be null
     * @param budgetId     budget that paid it, may be null
     * @param fundingLabel programme, application and position as they are called today, may be null
     * @param priceCents   gross price paid, in cents
     * @param binding      binding period, null if the programme sets none
     */
    public record Register(@NotNull Long modelId, @NotBlank @Size(max = 80) String serial, @NotNull Long schoolId,
            Long targetRoomId, Long orderLineId, @Size(max = 20) String orderNo, Long budgetId,
            @Size(max = 300) String fundingLabel, @NotNull @PositiveOrZero Long priceCents, @NotNull LocalDate deliveredOn,
            @Valid Binding binding) {
    }

    /**
     * Give a device away for repair.
     *
     * @param reason what is broken
     */
    public record Repair(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * Report a device lost or stolen.
     *
     * @param reason what happened; for a theft the reference of the police
     */
    public record ReportLost(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * Give a device up for good.
     *
     * @param reason why, and where it went
     */
    public record Retire(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /** A device is back, from repair or found again; the note may be null. */
    public record Return(@NotNull Integer version, @Size(max = 2000) String note) {
    }

    /** Put a device into service, or back into it; the note may be null. */
    public record Serve(@NotNull Integer version, @Size(max = 2000) String note) {
    }
}
