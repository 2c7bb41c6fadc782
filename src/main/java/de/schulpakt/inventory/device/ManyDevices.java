package de.schulpakt.inventory.device;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.inventory.device.DeviceAction.ASK_RETIRE;
import static de.schulpakt.inventory.device.DeviceAction.CONFIRM_RETIRE;
import static de.schulpakt.inventory.device.DeviceAction.FIND;
import static de.schulpakt.inventory.device.DeviceAction.KEEP;
import static de.schulpakt.inventory.device.DeviceAction.PLACE;
import static de.schulpakt.inventory.device.DeviceAction.REPAIR;
import static de.schulpakt.inventory.device.DeviceAction.REPORT_LOST;
import static de.schulpakt.inventory.device.DeviceAction.RETIRE;
import static de.schulpakt.inventory.device.DeviceAction.RETURN_TO_SERVICE;
import static de.schulpakt.inventory.device.DeviceAction.RETURN_TO_STOCK;
import static de.schulpakt.inventory.device.DeviceAction.SERVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The same step on many devices at once: each gets its line in the history, and what is refused for one is said and leaves the
 * others alone. The number of statements grows with hundreds of devices, not with devices.
 */
@UseCases
public class ManyDevices {
    /** So many devices at most in one go. */
    public static final int MOST = 5_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Steps steps;
    @Inject
    Guard guard;
    @Inject
    Moves moves;
    @Inject
    Clock clock;
    @Inject
    SchoolQueries schools;

    /**
     * What a step on many devices has done.
     *
     * @param done     how many took it
     * @param proposed of how many the end is proposed, because it needs a second person
     * @param left     which did not, each with the reason
     */
    public record Result(int done, int proposed, List<Left> left) {
        /** Nothing of it needs a second person. */
        public Result(int done, List<Left> left) {
            this(done, 0, left);
        }
    }

    /**
     * A device that did not take the step.
     *
     * @param why kept as a sentence, told in the language of the reader
     */
    public record Left(Long id, String inventoryNo, Sentence why) {
    }

    /**
     * Puts devices into a room; those that are there already are left.
     *
     * @throws NotFound if the asker may see none of them, or not the room
     */
    public Result place(@Valid Place cmd) {
        return place(cmd.ids(), cmd.roomId(), Said.words(cmd.reason()));
    }

    /**
     * Puts devices into a room as {@link #place} does, because what they belong to goes there. Inner door of class sets: runs only inside their transaction.
     *
     * @param more what is said of each beside the room
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public Result placed(List<Long> ids, Long roomId, Said more) {
        return place(ids, roomId, more);
    }

    private Result place(List<Long> ids, Long roomId, Said more) {
        SchoolQueries.RoomRef room = schools.room(roomId);
        Said said = Said.that("said.room", room.building(), room.name()).and(more);
        return run(ids, PLACE, device -> {
            if (!room.schoolId().equals(device.schoolId())) {
                throw new Refused("device.room_of_other_school");
            }
            room.mustBeUsed();
            if (room.id().equals(device.roomId())) {
                throw new Refused("device.there_already", room.name());
            }
            return said;
        }, devices -> moves.enter(devices, room.id()));
    }

    /** Puts devices into service that need no technician; refuses for each as {@link Devices#serve}. */
    public Result serve(@Valid Note cmd) {
        return run(cmd.ids(), SERVE, device -> {
            if (!device.wasInService() && Find.one(em, DeviceModel.class, device.modelId()).needsNetwork()) {
                throw new Refused("device.needs_technician", device.ref().no());
            }
            device.mustBePlaced();
            return Said.words(cmd.reason());
        }, devices -> devices.forEach(device -> device.inService(clock.today())));
    }

    /** Gives devices away for repair; they keep their rooms. */
    public Result repair(@Valid Reason cmd) {
        return run(cmd.ids(), REPAIR, device -> Said.words(cmd.reason()), devices -> { });
    }

    /** Devices are back from repair and in service again; refuses for each as {@link Devices#returnToService}. */
    public Result returnToService(@Valid Note cmd) {
        return run(cmd.ids(), RETURN_TO_SERVICE, device -> {
            if (!device.wasInService()) {
                throw new Refused("device.never_served", device.ref().no());
            }
            device.mustBePlaced();
            return Said.words(cmd.reason());
        }, devices -> devices.forEach(device -> device.inService(clock.today())));
    }

    /** Devices are back from repair and wait to be put into service. */
    public Result returnToStock(@Valid Note cmd) {
        return run(cmd.ids(), RETURN_TO_STOCK, device -> Said.words(cmd.reason()), devices -> { });
    }

    /** Reports devices lost; they stand in no room from now on. */
    public Result reportLost(@Valid Reason cmd) {
        return run(cmd.ids(), REPORT_LOST, device -> Said.that("said.lost", Devices.DeviceLoss.MISSING, clock.today()).andWords(cmd.reason()), devices -> {
            devices.forEach(device -> device.lose(Devices.DeviceLoss.MISSING, clock.today(), null));
            moves.leave(devices);
        });
    }

    /** Lost devices are there again and wait for a room. */
    public Result found(@Valid Note cmd) {
        return run(cmd.ids(), FIND, device -> Said.words(cmd.reason()), devices -> devices.forEach(Device::regain));
    }

    /**
     * Gives devices up for good; refuses for each as {@link Devices#retire}. Those that a verified binding still holds are proposed for a second person
     * where that is wished, as {@link Devices#askRetire}, and else left with the reason.
     */
    public Result retire(@Valid Retire cmd) {
        List<Long> wanted = List.copyOf(new TreeSet<>(cmd.ids()));
        List<Device> devices = locked(wanted);
        LocalDate today = clock.today();
        List<Device> held = cmd.proposeBound() ? devices.stream().filter(d -> d.bound(today)).toList() : List.of();
        List<Left> left = new ArrayList<>();
        int done = take(devices.stream().filter(d -> !held.contains(d)).toList(), RETIRE,
                device -> Devices.ended(device, cmd.end(), device.mayRetire(today), today).andWords(cmd.reason()), gone -> {
                    gone.forEach(device -> device.end(cmd.end()));
                    leave(gone);
                }, left);
        int proposed = take(held, ASK_RETIRE, device -> proposal(device, cmd), asked -> propose(asked, cmd.end()), left);
        return new Result(done, proposed, all(wanted, devices, left));
    }

    /**
     * Proposes to give devices up while their bindings last; a second person confirms it for each. Refuses for each as {@link Devices#askRetire};
     * {@code device.end_waits} where it is proposed already.
     */
    public Result askRetire(@Valid Retire cmd) {
        return run(cmd.ids(), ASK_RETIRE, device -> proposal(device, cmd), asked -> propose(asked, cmd.end()));
    }

    /** Gives devices up as another person has proposed for each; refuses for each as {@link Devices#confirmRetire}. The reason may be null. */
    public Result confirmRetire(@Valid Note cmd) {
        return run(cmd.ids(), CONFIRM_RETIRE, device -> Devices.confirmed(device, clock.today()).andWords(cmd.reason()), this::leave);
    }

    /** The devices stay; the proposals to give them up are turned down or taken back. Refuses for each as {@link Devices#keep}. */
    public Result keep(@Valid Note cmd) {
        return run(cmd.ids(), KEEP, device -> {
            Devices.asked(device);
            return Said.words(cmd.reason());
        }, devices -> devices.forEach(Device::keep));
    }

    private Said proposal(Device device, Retire cmd) {
        if (device.endAsked()) {
            throw new Refused("device.end_waits", device.ref().no());
        }
        Devices.mayAsk(device, clock.today());
        return Devices.ended(device, cmd.end(), List.of(), clock.today()).andWords(cmd.reason());
    }

    private void propose(List<Device> devices, Devices.End end) {
        devices.forEach(device -> {
            device.end(end);
            device.askEnd(clock.today());
        });
    }

    private void leave(List<Device> devices) {
        devices.forEach(device -> device.gone(clock.today()));
        moves.leave(devices);
    }

    private Result run(List<Long> ids, DeviceAction action, Function<Device, Said> before, Consumer<List<Device>> after) {
        List<Long> wanted = List.copyOf(new TreeSet<>(ids));
        List<Device> devices = locked(wanted);
        List<Left> left = new ArrayList<>();
        int done = take(devices, action, before, after, left);
        return new Result(done, all(wanted, devices, left));
    }

    /** Takes one action on some of the devices and says of which it was refused. */
    private int take(List<Device> devices, DeviceAction action, Function<Device, Said> before, Consumer<List<Device>> after, List<Left> left) {
        if (devices.isEmpty()) {
            return 0;
        }
        Steps.Many<Device> many = steps.each(devices, action, before, Device::apply);
        after.accept(many.taken());
        many.left().forEach((device, why) -> left.add(new Left(device.id(), device.ref().no(), why)));
        return many.taken().size();
    }

    /** With those that the asker may not see. */
    private static List<Left> all(List<Long> wanted, List<Device> devices, List<Left> left) {
        TreeSet<Long> unseen = new TreeSet<>(wanted);
        devices.forEach(device -> unseen.remove(device.id()));
        unseen.forEach(id -> left.add(new Left(id, null, Sentence.of("devices.unseen"))));
        return left;
    }

    /**
     * Those of the devices that the asker may see, locked in the order of their ids.
     *
     * @throws NotFound if there is none of them
     */
    private List<Device> locked(List<Long> ids) {
        Scope scope = guard.scope(DEVICE_VIEW);
        List<Device> devices = new ArrayList<>();
        for (List<Long> some : Moves.parts(ids)) {
            List<Long> seen = scope.bind(Ask.of(em, Long.class, "select d.id from Device d join School s on s.id = d.schoolId where d.id in :ids and "
                    + scope.school("s"))).set("ids", some).list();
            if (!seen.isEmpty()) {
                devices.addAll(em.createQuery("select d from Device d where d.id in :ids order by d.id", Device.class).setParameter("ids", seen)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList());
            }
        }
        if (devices.isEmpty()) {
            throw new NotFound("Device", ids.get(0));
        }
        return devices;
    }

    /** Put devices into a room of their school; the reason may be null. */
    public record Place(@NotEmpty @Size(max = MOST) List<@NotNull Long> ids, @NotNull Long roomId, @Size(max = 2000) String reason) {
    }

    /** A step that needs no reason; it may be null. */
    public record Note(@NotEmpty @Size(max = MOST) List<@NotNull Long> ids, @Size(max = 2000) String reason) {
    }

    /** A step that needs a reason: one for all of them. */
    public record Reason(@NotEmpty @Size(max = MOST) List<@NotNull Long> ids, @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * Give devices up for good, with one reason.
     *
     * @param proposeBound  true: what a verified binding still holds is proposed for a second person
     * @param disposal      what becomes of them, may be null
     * @param erasure       proof that their data were erased, may be null
     * @param proceedsCents what each of them brought, in cents, may be null
     * @param consent       consent of the granting body, with its date and file number, may be null
     */
    public record Retire(@NotEmpty @Size(max = MOST) List<@NotNull Long> ids, @NotBlank @Size(max = 2000) String reason, boolean proposeBound,
            Devices.DeviceDisposal disposal, @Size(max = 200) String erasure, @PositiveOrZero Long proceedsCents, @Size(max = 200) String consent) {
        /** Nothing else is known of their end, and what is bound is left. */
        public Retire(List<Long> ids, String reason) {
            this(ids, reason, false, null, null, null, null);
        }

        Devices.End end() {
            return new Devices.End(disposal, erasure, proceedsCents, consent);
        }
    }
}
