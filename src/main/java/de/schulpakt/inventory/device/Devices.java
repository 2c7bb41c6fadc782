package de.schulpakt.inventory.device;

import static de.schulpakt.identity.Permission.DEVICE_ADD;
import static de.schulpakt.identity.Permission.DEVICE_PLACE;
import static de.schulpakt.inventory.device.DeviceAction.ADD;
import static de.schulpakt.inventory.device.DeviceAction.ASK_RETIRE;
import static de.schulpakt.inventory.device.DeviceAction.CHANGE_SCHOOL;
import static de.schulpakt.inventory.device.DeviceAction.COMMISSION;
import static de.schulpakt.inventory.device.DeviceAction.CONFIRM_RETIRE;
import static de.schulpakt.inventory.device.DeviceAction.DESCRIBE;
import static de.schulpakt.inventory.device.DeviceAction.FIND;
import static de.schulpakt.inventory.device.DeviceAction.IMPORT;
import static de.schulpakt.inventory.device.DeviceAction.KEEP;
import static de.schulpakt.inventory.device.DeviceAction.LEND;
import static de.schulpakt.inventory.device.DeviceAction.PLACE;
import static de.schulpakt.inventory.device.DeviceAction.REGISTER;
import static de.schulpakt.inventory.device.DeviceAction.REPAIR;
import static de.schulpakt.inventory.device.DeviceAction.REPORT_LOST;
import static de.schulpakt.inventory.device.DeviceAction.RETIRE;
import static de.schulpakt.inventory.device.DeviceAction.RETURN_TO_SERVICE;
import static de.schulpakt.inventory.device.DeviceAction.RETURN_TO_STOCK;
import static de.schulpakt.inventory.device.DeviceAction.REVIVE;
import static de.schulpakt.inventory.device.DeviceAction.SERVE;
import static de.schulpakt.inventory.device.DeviceAction.TAKE_OUT;
import static de.schulpakt.inventory.device.DeviceAction.TAKE_BACK;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.award.AwardHow;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.inventory.number.Identifiers;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    Moves moves;
    @Inject
    Guard guard;
    @Inject
    Identifiers identifiers;
    @Inject
    DeviceMoney money;
    @Inject
    Event<DeviceRegistered> registered;
    @Inject
    Event<Leaving> leave;
    @Inject
    Event<Moving> moving;

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
        delivered.stream().map(Register::modelId).distinct().forEach(this::refuseService);
        delivered.forEach(d -> devices.put(new Device(free.next(), d), d));
        devices.keySet().forEach(em::persist);
        em.flush();
        List<Identifiers.Given> known = new ArrayList<>();
        devices.forEach((device, d) -> known.addAll(List.of(new Identifiers.Given(device.id(), IdentifierKind.INVENTORY_NO, device.ref().no()),
                new Identifiers.Given(device.id(), IdentifierKind.SERIAL, d.serial().strip()))));
        identifiers.write(known);
        devices.forEach((device, d) -> device.warrantedFor(d.warrantyMonths() != null ? d.warrantyMonths()
                : Find.one(em, DeviceModel.class, d.modelId()).warrantyMonths(), d.warrantyMonths() != null));
        Map<Device, List<Payer>> payers = new LinkedHashMap<>();
        devices.forEach((device, d) -> payers.put(device, d.payers()));
        money.pay(payers);
        Map<Ref, Said> lines = new LinkedHashMap<>();
        devices.forEach((device, d) -> lines.put(device.ref(), d.orderNo() == null ? Said.NOTHING : Said.that("said.order", d.orderNo())));
        history.recordAll(REGISTER, lines);
        devices.forEach((device, d) -> {
            DeviceModel model = Find.one(em, DeviceModel.class, d.modelId());
            registered.fire(new DeviceRegistered(device.id(), d.schoolId(), d.targetRoomId(), model.needsNetwork(),
                    model.label() + " · " + d.serial().strip(), d.deliveredOn(), null));
        });
        return devices.keySet().stream().map(Device::id).toList();
    }

    /** These devices by their ids, locked in that order. */
    List<Device> locked(Collection<Long> ids) {
        List<Device> all = new ArrayList<>();
        for (List<Long> some : Moves.parts(List.copyOf(new TreeSet<>(ids)))) {
            List<Device> found = em.createQuery("select d from Device d where d.id in :ids order by d.id", Device.class).setParameter("ids", some)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
            if (found.size() < some.size()) {
                throw new NotFound("Device", some.get(0));
            }
            all.addAll(found);
        }
        return all;
    }

    /**
     * A device is there again though it had been given up: it waits for a room.
     *
     * @throws Refused {@code device.sent_back} for one that went back to its supplier or had never come: its order knows more of it;
     *                 {@code device.replaced} while another one is there that its supplier gave for it
     */
    public void revive(long id, @Valid Revive cmd) {
        steps.take(Device.class, id, REVIVE, cmd.version(), cmd.reason()).revive();
        em.createQuery("select d from Device d where d.replacesId = :id order by d.id", Device.class).setParameter("id", id).getResultStream().findFirst()
                .ifPresent(other -> {
                    throw new Refused("device.replaced", Find.one(em, Device.class, id).ref().no(), other.ref().no());
                });
    }

    /**
     * Takes a device into the inventory that was not bought here: a gift, a find, what was there before. It has no order and nobody who
     * paid for it; what was in service elsewhere goes on to be.
     *
     * @return its id
     * @throws Refused {@code device.serial_taken}, {@code identifier.taken} if another device has its number; {@code identifier.wrong};
     *                 {@code device.room_of_other_school}; {@code device.not_placed} if it is to be in service without a room;
     *                 {@code device.date_ahead} for a day that is still to come; {@code device.service} for a model that is a service;
     *                 {@code place.ended} at a place that is not looked after any more
     */
    public Long add(@Valid Add cmd) {
        guard.require(DEVICE_ADD, cmd.schoolId());
        schools.mustBeLookedAfter(cmd.schoolId());
        List<Identifiers.Given> numbers = new ArrayList<>();
        if (cmd.otherNo() != null && !cmd.otherNo().isBlank()) {
            numbers.add(new Identifiers.Given(0, IdentifierKind.INVENTORY_NO, cmd.otherNo().strip()));
        }
        return kept(List.of(new Old(cmd.modelId(), cmd.schoolId(), cmd.roomId(), cmd.serial(), numbers, cmd.priceCents(), cmd.boughtOn(),
                Boolean.TRUE.equals(cmd.inService()), null, null, null, null, null)), DeviceOrigin.HAND, Said.words(cmd.reason())).get(0);
    }

    /**
     * Takes the old stock into the inventory. Inner door of the import; refuses as {@link #add}. Hundreds of devices are few statements.
     *
     * @return the new ids, in the order of the devices
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the import has asked for DEVICE_ADD at these schools.")
    public List<Long> takeIn(List<@Valid Old> old, Said said) {
        return old.isEmpty() ? List.of() : kept(old, DeviceOrigin.IMPORT, said);
    }

    /**
     * The way back from {@link #takeIn}: the devices had never come. They stand in no room, their numbers but those of the house are free for others, and their
     * histories say it.
     * Inner door of the import, which has asked that nobody has touched them.
     *
     * @throws Refused {@code device.bound_until}, {@code device.binding_not_started}, {@code device.lent}
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    public void takeOut(Collection<Long> ids, Said said, String why) {
        List<Device> devices = locked(ids);
        devices.stream().map(Device::schoolId).distinct().forEach(school -> guard.require(DEVICE_ADD, school));
        List<History.Line> lines = new ArrayList<>();
        for (Device device : devices) {
            device.mayRetire(clock.today());
            lines.add(new History.Line(device.ref(), device.apply(TAKE_OUT), history.whole(said)));
            device.sentBack(clock.today(), false);
        }
        moves.leave(devices);
        history.recordSteps(TAKE_OUT, lines);
        identifiers.endAllBut(ids, devices.stream().map(device -> device.ref().no()).collect(Collectors.toSet()), why);
    }

    private void refuseService(Long modelId) {
        DeviceModel model = Find.one(em, DeviceModel.class, modelId);
        if (model.isService()) {
            throw new Refused("device.service", model.label());
        }
    }

    private List<Long> kept(List<Old> old, DeviceOrigin origin, Said said) {
        old.stream().filter(o -> o.roomId() != null).map(o -> Map.entry(o.schoolId(), o.roomId())).distinct()
                .forEach(place -> roomOf(place.getKey(), place.getValue()));
        old.stream().filter(o -> o.boughtOn() != null && o.boughtOn().isAfter(clock.today())).findFirst().ifPresent(o -> {
            throw new Refused("device.date_ahead", o.boughtOn());
        });
        serialsAreFree(old.stream().map(Old::serial).filter(serial -> serial != null && !serial.isBlank()).toList());
        Iterator<String> free = this.numbers.next("G", old.size()).iterator();
        Map<Device, Old> devices = new LinkedHashMap<>();
        old.stream().map(Old::modelId).distinct().forEach(this::refuseService);
        old.forEach(o -> devices.put(new Device(free.next(), o, origin), o));
        devices.keySet().forEach(em::persist);
        em.flush();
        List<Identifiers.Given> known = new ArrayList<>();
        Map<Long, List<Device>> byRoom = new LinkedHashMap<>();
        Map<Ref, Said> lines = new LinkedHashMap<>();
        devices.forEach((device, o) -> {
            known.add(new Identifiers.Given(device.id(), IdentifierKind.INVENTORY_NO, device.ref().no()));
            if (device.hasSerial()) {
                known.add(new Identifiers.Given(device.id(), IdentifierKind.SERIAL, o.serial().strip()));
            }
            o.numbers().forEach(n -> known.add(new Identifiers.Given(device.id(), n.kind(), n.value())));
            if (o.roomId() != null) {
                byRoom.computeIfAbsent(o.roomId(), r -> new ArrayList<>()).add(device);
            }
            lines.put(device.ref(), said);
        });
        identifiers.give(known);
        byRoom.forEach((room, some) -> moves.enter(some, room));
        devices.forEach((device, o) -> {
            device.standsAt(o.spot());
            device.warrantedFor(Find.one(em, DeviceModel.class, o.modelId()).warrantyMonths(), false);
            if (o.inService()) {
                device.apply(SERVE);
                device.inService(o.servedOn() != null ? o.servedOn() : o.boughtOn() == null ? clock.today() : o.boughtOn());
            }
        });
        history.recordAll(origin == DeviceOrigin.HAND ? ADD : IMPORT, lines);
        Map<Device, Tied> tied = new LinkedHashMap<>();
        devices.forEach((device, o) -> {
            if (o.tied() != null) {
                tied.put(device, o.tied());
            }
        });
        money.tie(tied);
        return devices.keySet().stream().map(Device::id).toList();
    }

    /**
     * A repeated import says more of devices that are there: what was not known is filled, further numbers are added, and a device that
     * stands elsewhere is moved. Nothing is ever taken away. Inner door of the import.
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the import has asked for DEVICE_ADD at these schools.")
    public void refresh(List<More> more) {
        Map<Long, Device> devices = new LinkedHashMap<>();
        locked(more.stream().map(More::deviceId).toList()).forEach(device -> devices.put(device.id(), device));
        List<Identifiers.Given> known = new ArrayList<>();
        Map<Long, List<Device>> byRoom = new LinkedHashMap<>();
        Map<Ref, Said> lines = new LinkedHashMap<>();
        for (More m : more) {
            Device device = devices.get(m.deviceId());
            if (m.instead() != null) {
                device.insteadOf(m.instead());
            }
            device.learn(m.priceCents(), m.boughtOn(), m.supplier());
            m.numbers().forEach(n -> known.add(new Identifiers.Given(device.id(), n.kind(), n.value())));
            if (m.roomId() != null && !m.roomId().equals(device.roomId())) {
                roomOf(device.schoolId(), m.roomId());
                device.apply(PLACE);
                byRoom.computeIfAbsent(m.roomId(), r -> new ArrayList<>()).add(device);
            }
            lines.put(device.ref(), m.said());
        }
        renumber(more, devices);
        identifiers.give(known);
        devices.values().forEach(device -> {
            if (!device.hasSerial()) {
                known.stream().filter(n -> n.deviceId() == device.id() && n.kind() == IdentifierKind.SERIAL).findFirst().ifPresent(n -> device.knownAs(n.value()));
            }
        });
        byRoom.forEach((room, some) -> moves.enter(some, room));
        more.forEach(m -> {
            Device device = devices.get(m.deviceId());
            if (m.spot() != null) {
                device.standsAt(m.spot());
            }
            if (m.warrantyEndOn() != null && device.warrantyEndOn() == null) {
                device.warrantedUntil(m.warrantyEndOn());
            }
        });
        history.recordAll(IMPORT, lines);
        Map<Device, Tied> tied = new LinkedHashMap<>();
        more.stream().filter(m -> m.tied() != null).forEach(m -> tied.put(devices.get(m.deviceId()), m.tied()));
        money.tie(tied);
    }

    /** Serial numbers that a file corrects end before others take their place. */
    private void renumber(List<More> more, Map<Long, Device> devices) {
        Map<Long, String> right = new LinkedHashMap<>();
        more.stream().filter(m -> m.instead() != null && m.instead().serial() != null).forEach(m -> right.put(m.deviceId(), m.instead().serial().strip()));
        identifiers.endAll(right.keySet(), IdentifierKind.SERIAL, IMPORT.name());
        right.forEach((id, serial) -> devices.get(id).knownAs(serial));
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
            moves.enter(List.of(device), room.id());
            history.record(device.ref(), PLACE, change, said(room));
        }
    }

    /**
     * A device stands in no room, as before it was put into one by mistake. Inner door of the stock-taking: runs only inside its transaction.
     *
     * @throws Refused {@code state.not_allowed} if it is lost or retired
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the stock-taking has asked for DEVICE_PLACE at this school.")
    public void dismount(long deviceId) {
        Device device = Find.locked(em, Device.class, deviceId);
        Change<DeviceState> change = device.apply(PLACE);
        moves.leave(List.of(device));
        history.record(device.ref(), PLACE, change, Said.that("devices.no_room"));
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
        boolean moves = !room.id().equals(device.roomId());
        if (moves) {
            this.moves.enter(List.of(device), room.id());
        }
        boolean spot = (moves || cmd.spot() != null) && device.standsAt(cmd.spot());
        if (moves || spot) {
            step.record(device.spot() == null ? said(room) : said(room).and("said.spot", device.spot()));
        }
    }

    /**
     * Says where in its room a device stands, until when it is under warranty, and in which condition it is; what is null is not known. A photo is attached
     * to it as a paper.
     *
     * @throws Refused {@code device.not_placed} for a spot of a device that stands in no room; {@code device.ended} for one that is given up;
     *                 {@code device.warranty_before} for a warranty that ends before the device was delivered
     */
    public void describe(long id, @Valid Describe cmd) {
        Device device = Find.locked(em, Device.class, id);
        guard.require(DEVICE_PLACE, device.schoolId());
        device.seen(cmd.version());
        if (device.state() == DeviceState.RETIRED) {
            throw new Refused("device.ended", device.ref().no());
        }
        if (cmd.warrantyEndOn() != null && device.deliveredOn() != null && cmd.warrantyEndOn().isBefore(device.deliveredOn())) {
            throw new Refused("device.warranty_before", cmd.warrantyEndOn(), device.deliveredOn());
        }
        List<Sentence> facts = new ArrayList<>();
        String spot = device.spot();
        if (device.standsAt(cmd.spot())) {
            facts.add(fact("spot", spot, device.spot()));
        }
        if (!Objects.equals(device.warrantyEndOn(), cmd.warrantyEndOn())) {
            facts.add(fact("warranty", device.warrantyEndOn(), cmd.warrantyEndOn()));
            device.warrantedUntil(cmd.warrantyEndOn());
        }
        if (device.wear() != cmd.wear()) {
            facts.add(fact("wear", device.wear(), cmd.wear()));
            device.worn(cmd.wear());
        }
        if (!facts.isEmpty()) {
            history.record(device.ref(), DESCRIBE, Said.all(facts).andWords(cmd.note()));
        }
    }

    /**
     * A line of an order says for how many months what comes with it is under warranty: its devices that are here already follow, unless a person has
     * said their day. Inner door of the order.
     *
     * @param months null: as long as their models are
     * @return how many got another last day
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the order has asked for ORDER_PLACE at this authority.")
    public int warrant(long orderLineId, Integer months, String words) {
        Map<Ref, Said> lines = new LinkedHashMap<>();
        em.createQuery("select d from Device d where d.orderLineId = :line and d.state <> :retired order by d.id", Device.class).setParameter("line", orderLineId)
                .setParameter("retired", DeviceState.RETIRED).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().forEach(device -> {
                    LocalDate before = device.warrantyEndOn();
                    Integer its = months != null ? months : Find.one(em, DeviceModel.class, device.modelId()).warrantyMonths();
                    if (device.warrantedAnew(its, months != null)) {
                        lines.put(device.ref(), Said.all(List.of(fact("warranty", before, device.warrantyEndOn()))).andWords(words));
                    }
                });
        history.recordAll(DESCRIBE, lines);
        return lines.size();
    }

    private static Sentence fact(String fact, Object before, Object after) {
        return Sentence.of("said.fact", Sentence.of("fact." + fact), before == null ? "–" : before, after == null ? "–" : after);
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

    /**
     * A device is handed out to a borrower; it keeps its room. Inner door of the loan. The history names the loan and no person.
     *
     * @throws Refused {@code device.lent} if a borrower has it; {@code state.not_allowed} if it is lost, retired or in repair
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the loan has asked for LOAN_EDIT at this school.")
    public void lend(long deviceId, String loanNo) {
        Device device = Find.locked(em, Device.class, deviceId);
        Change<DeviceState> change = device.apply(LEND);
        device.mustBeBack();
        device.lent(true);
        history.record(device.ref(), LEND, change, Said.that("said.loan", loanNo));
    }

    /**
     * A device is back from a borrower. Its condition is what it came back in, unless it was known to be worse. Inner door of the loan.
     *
     * @param seen null if nothing is to be said of it
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the loan has asked for LOAN_EDIT at this school.")
    public void takeBack(long deviceId, String loanNo, DeviceWear seen) {
        Device device = Find.locked(em, Device.class, deviceId);
        Change<DeviceState> change = device.apply(TAKE_BACK);
        device.lent(false);
        DeviceWear before = device.wear();
        Said said = Said.that("said.loan", loanNo);
        if (seen != null && (before == null || seen.compareTo(before) > 0)) {
            device.worn(seen);
            said = said.and(Said.all(List.of(fact("wear", before, seen))));
        }
        history.record(device.ref(), TAKE_BACK, change, said);
    }

    /** A borrower has lost the device: it is missing from now on, unless it is lost already. Inner door of the loan. */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the loan has asked for LOAN_EDIT at this school.")
    public void loseLent(long deviceId, String loanNo) {
        Device device = Find.locked(em, Device.class, deviceId);
        device.lent(false);
        if (device.state() != DeviceState.LOST) {
            Change<DeviceState> change = device.apply(REPORT_LOST);
            device.lose(DeviceLoss.MISSING, clock.today(), null);
            history.record(device.ref(), REPORT_LOST, change, Said.that("said.loan", loanNo));
            moves.leave(List.of(device));
        }
    }

    /** A device that a borrower had lost is there again and waits for a room; one that was found or given up meanwhile stays as it is. Inner door of the loan. */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the loan has asked for LOAN_EDIT at this school.")
    public void findLent(long deviceId, String loanNo) {
        Device device = Find.locked(em, Device.class, deviceId);
        if (device.state() == DeviceState.LOST) {
            Change<DeviceState> change = device.apply(FIND);
            device.regain();
            history.record(device.ref(), FIND, change, Said.that("said.loan", loanNo));
        }
    }

    /**
     * Devices go to another school of their authority: they stand in no room and wait to be put into service there. Binding, price and payers
     * stay with them. Inner door of the offer; tells {@link Leaving} first.
     *
     * @param fromId the school that gives them
     * @param school name of the school that gets them
     * @param no     number of the offer
     * @throws Refused {@code offer.not_free} if one is no longer of the school that gives; {@code device.lent}; {@code device.end_waits} while
     *                 its end is proposed; {@code state.not_allowed} if one is lost, in repair or given up
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the offer has asked for DEVICE_SERVE or DEVICE_RETIRE at the school that gives.")
    public void changeSchool(Collection<Long> ids, long fromId, long schoolId, String school, String no) {
        leave.fire(new Leaving(Set.copyOf(ids), schoolId));
        List<Device> all = locked(ids);
        List<History.Line> lines = new ArrayList<>();
        for (Device device : all) {
            if (device.schoolId() != fromId) {
                throw new Refused("offer.not_free", device.ref().no());
            }
            device.mustBeBack();
            if (device.endAsked()) {
                throw new Refused("device.end_waits", device.ref().no());
            }
            lines.add(new History.Line(device.ref(), device.apply(CHANGE_SCHOOL), history.whole(Said.that("said.school_of_offer", school, no))));
        }
        moves.leave(all);
        all.forEach(device -> device.belongsTo(schoolId));
        history.recordSteps(CHANGE_SCHOOL, lines);
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

    /**
     * Reports a device missing or stolen; its placement ends. What is missing can be reported stolen later.
     *
     * @throws Refused {@code device.police_missing} for a theft without the file number of the police; {@code device.date_ahead}
     */
    public void reportLost(long id, @Valid ReportLost cmd) {
        var step = steps.begin(Device.class, id, REPORT_LOST, cmd.version());
        DeviceLoss loss = cmd.loss() == null ? DeviceLoss.MISSING : cmd.loss();
        LocalDate day = cmd.lostOn() == null ? clock.today() : cmd.lostOn();
        if (loss == DeviceLoss.STOLEN && (cmd.policeNo() == null || cmd.policeNo().isBlank())) {
            throw new Refused("device.police_missing");
        }
        if (day.isAfter(clock.today())) {
            throw new Refused("device.date_ahead", day);
        }
        Said said = cmd.policeNo() == null || cmd.policeNo().isBlank() ? Said.that("said.lost", loss, day)
                : Said.that("said.stolen", loss, day, cmd.policeNo().strip());
        step.record(said.andWords(cmd.reason()));
        step.subject().lose(loss, day, cmd.policeNo());
        moves.leave(List.of(step.subject()));
    }

    /** A lost device is there again; it waits for a room. */
    public void found(long id, @Valid Return cmd) {
        steps.take(Device.class, id, FIND, cmd.version(), cmd.note()).regain();
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
        step.record(ended(device, cmd.end(), device.mayRetire(clock.today()), clock.today()).andWords(cmd.reason()));
        device.end(cmd.end());
        device.gone(clock.today());
        moves.leave(List.of(device));
    }

    /**
     * Proposes to give a device up while its binding lasts: another person confirms it or keeps the device. What may be claimed back stands in
     * the history; how much it is, is reckoned by days and verified by nobody.
     *
     * @throws Refused {@code device.not_bound} if no verified binding holds: then it is simply given up
     */
    public void askRetire(long id, @Valid Retire cmd) {
        var step = steps.begin(Device.class, id, ASK_RETIRE, cmd.version());
        Device device = step.subject();
        mayAsk(device, clock.today());
        device.end(cmd.end());
        device.askEnd(clock.today());
        step.record(ended(device, cmd.end(), List.of(), clock.today()).andWords(cmd.reason()));
    }

    /** The device stays: the proposal is turned down, or whoever made it takes it back. Refused {@code device.end_not_asked}. */
    public void keep(long id, @Valid Return cmd) {
        asked(steps.take(Device.class, id, KEEP, cmd.version(), cmd.note())).keep();
    }

    /**
     * Gives a device up while its binding lasts, as another person has proposed; its placement ends.
     *
     * @throws Refused {@code device.end_not_asked} if nobody has proposed it; {@code duty.apart} for who has
     */
    public void confirmRetire(long id, @Valid Return cmd) {
        var step = steps.begin(Device.class, id, CONFIRM_RETIRE, cmd.version());
        Device device = step.subject();
        step.record(confirmed(device, clock.today()).andWords(cmd.note()));
        device.gone(clock.today());
        moves.leave(List.of(device));
    }

    /** Refuses to propose an end that needs no second person, or of what a borrower has. */
    static void mayAsk(Device device, LocalDate today) {
        device.mustBeBack();
        if (!device.bound(today)) {
            throw new Refused("device.not_bound", device.ref().no());
        }
    }

    /** What the history says when a proposed end is confirmed. */
    static Said confirmed(Device device, LocalDate today) {
        Money stake = asked(device).atStake(today);
        return stake == null ? Said.NOTHING : Said.that("said.at_stake", stake);
    }

    /** Refuses where no end is proposed. */
    static Device asked(Device device) {
        if (!device.endAsked()) {
            throw new Refused("device.end_not_asked", device.ref().no());
        }
        return device;
    }

    /** What the history says of an end beside the words of the person. */
    static Said ended(Device device, End end, List<Sentence> doubts, LocalDate today) {
        List<Sentence> facts = new ArrayList<>();
        if (end.disposal() != null) {
            facts.add(Sentence.of("said.disposal", end.disposal()));
        }
        if (end.erasure() != null && !end.erasure().isBlank()) {
            facts.add(Sentence.of("said.erasure", end.erasure().strip()));
        }
        if (end.proceedsCents() != null) {
            facts.add(Sentence.of("said.proceeds", Money.of(end.proceedsCents())));
        }
        if (end.consent() != null && !end.consent().isBlank()) {
            facts.add(Sentence.of("said.consent", end.consent().strip()));
        }
        Money stake = device.atStake(today);
        if (stake != null) {
            facts.add(Sentence.of("said.at_stake", stake));
        }
        facts.addAll(doubts);
        return Said.all(facts);
    }

    private SchoolQueries.RoomRef roomOf(Long schoolId, Long roomId) {
        SchoolQueries.RoomRef room = schools.room(roomId);
        if (!room.schoolId().equals(schoolId)) {
            throw new Refused("device.room_of_other_school");
        }
        room.mustBeUsed();
        return room;
    }

    private static Said said(SchoolQueries.RoomRef room) {
        return Said.that("said.room", room.building(), room.name());
    }

    void serialsAreFree(List<String> serials) {
        identifiers.held(IdentifierKind.SERIAL, serials).values().stream().findFirst().ifPresent(taken -> {
            throw new Refused("device.serial_taken", taken.value());
        });
    }

    /**
     * News, told inside the transaction that registers the device: who observes it and fails undoes the delivery.
     *
     * @param targetRoomId room it was requested for, or null
     * @param needsNetwork true if a technician must install it
     * @param label        maker, model and serial number
     * @param replaces     device in whose place it came, null for none
     */
    public record DeviceRegistered(Long deviceId, Long schoolId, Long targetRoomId, boolean needsNetwork, String label,
            LocalDate deliveredOn, Long replaces) {
    }

    /**
     * News, told inside the transaction in which devices go to another school, before they go: who observes it and fails keeps them.
     *
     * @param deviceIds which devices
     * @param schoolId  the school that gets them
     */
    public record Leaving(Set<Long> deviceIds, Long schoolId) {
    }

    /**
     * News, told inside the transaction that is going to lock these devices: whoever keeps rows of theirs that are locked before devices
     * locks them now.
     */
    public record Moving(Set<Long> deviceIds) {
    }

    /** It is there again, and why that was thought otherwise. */
    public record Revive(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /** How a device came into the inventory. */
    public enum DeviceOrigin {
        /** With the receipt of an order. */
        RECEIPT,
        /** From the old stock, by an import. */
        IMPORT,
        /** By hand, with a reason. */
        HAND
    }

    /**
     * A device that was not bought here.
     *
     * @param serial     null if it has none that can be read
     * @param otherNo    inventory number that it had before, may be null
     * @param roomId     where it stands, may be null
     * @param inService  true if it is in use
     * @param priceCents gross price in cents, null if it is not known
     * @param boughtOn   null if it is not known
     * @param reason     where it comes from
     */
    public record Add(@NotNull Long modelId, @NotNull Long schoolId, @Size(max = 80) String serial, @Size(max = 80) String otherNo, Long roomId,
            Boolean inService, @PositiveOrZero Long priceCents, LocalDate boughtOn, @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * A device of the old stock; see {@link Add}.
     *
     * @param numbers  further numbers; their device is this one, whatever they say
     * @param servedOn since when it is in use, null: since it was bought
     * @param spot     where in its room, may be null
     * @param warrantyEndOn last day of the warranty, null if that is not known
     * @param supplier who sold it, null if that is not known
     * @param tied     the position of an award that has paid it, null if that is not known
     */
    public record Old(@NotNull Long modelId, @NotNull Long schoolId, Long roomId, @Size(max = 80) String serial,
            @NotNull List<Identifiers.Given> numbers, @PositiveOrZero Long priceCents, LocalDate boughtOn, boolean inService, LocalDate servedOn,
            @Size(max = 120) String spot, LocalDate warrantyEndOn, @Size(max = 120) String supplier,
            @Valid Tied tied) {
    }

    /**
     * The position of an award that has paid all of a device.
     *
     * @param points certainty in percent, null if it was not reckoned
     */
    public record Tied(@NotNull Long budgetId, @NotNull AwardHow how, Integer points) {
    }

    /**
     * What an import says of a device that is there; all but the id may be null or empty.
     *
     * @param instead what a person has decided to take in the place of what was known, null for nothing
     */
    public record More(long deviceId, Long roomId, List<Identifiers.Given> numbers, Long priceCents, LocalDate boughtOn, String spot, LocalDate warrantyEndOn, String supplier,
            Tied tied, Instead instead, Said said) {
    }

    /**
     * What takes the place of what was known of a device that no order knows; null for as it was.
     *
     * @param priceCents gross price in cents
     * @param serial     the right serial number, one of those that are added; the wrong one ends, and goes on to find the device
     */
    public record Instead(Long priceCents, LocalDate boughtOn, LocalDate warrantyEndOn, String supplier, String serial) {
        /** With the serial number that it has. */
        public Instead(Long priceCents, LocalDate boughtOn, LocalDate warrantyEndOn, String supplier) {
            this(priceCents, boughtOn, warrantyEndOn, supplier, null);
        }

        /** True if something of it is said. */
        public boolean any() {
            return priceCents != null || boughtOn != null || warrantyEndOn != null || supplier != null || serial != null;
        }
    }

    /**
     * Put a device into a room of its school.
     *
     * @param spot where in the room; null: nothing special, or as before if it stands in the room already
     */
    public record Place(@NotNull Integer version, @NotNull Long roomId, @Size(max = 120) String spot) {
        /** Nowhere special. */
        public Place(Integer version, Long roomId) {
            this(version, roomId, null);
        }
    }

    /**
     * What is seen of a device.
     *
     * @param spot          where in its room it stands: left of the board, cupboard 2
     * @param warrantyEndOn last day of its warranty
     * @param wear          its condition
     * @param note          may be null
     */
    public record Describe(@NotNull Integer version, @Size(max = 120) String spot, LocalDate warrantyEndOn, DeviceWear wear, @Size(max = 2000) String note) {
    }

    /** The condition of a device. */
    public enum DeviceWear {
        /** As new. */
        NEW,
        /** Works, with traces of use. */
        GOOD,
        /** Works, is worn. */
        WORN,
        /** Damaged. */
        DAMAGED
    }

    /**
     * A device that has been delivered.
     *
     * @param targetRoomId room it was requested for, may be null
     * @param orderLineId  line of the order it came with, may be null
     * @param orderNo      number of that order, may be null
     * @param budgetId     budget under whose rules it stands: the position that paid most of it; null if none paid
     * @param fundingLabel programme, application and position as they are called today, may be null
     * @param priceCents   gross price paid, in cents
     * @param binding      binding period, null if the programme sets none
     * @param payers       who paid which part of the price, together all of it; empty if nobody is known
     * @param warrantyMonths for how long its order says that it is under warranty; null: as long as its model is
     */
    public record Register(@NotNull Long modelId, @NotBlank @Size(max = 80) String serial, @NotNull Long schoolId,
            Long targetRoomId, Long orderLineId, @Size(max = 20) String orderNo, Long budgetId,
            @Size(max = 300) String fundingLabel, @NotNull @PositiveOrZero Long priceCents, @NotNull LocalDate deliveredOn,
            @Valid Binding binding, @NotNull List<@NotNull @Valid Payer> payers, Integer warrantyMonths) {
        /** Under warranty as its model is. */
        public Register(Long modelId, String serial, Long schoolId, Long targetRoomId, Long orderLineId, String orderNo, Long budgetId,
                String fundingLabel, Long priceCents, LocalDate deliveredOn, Binding binding, List<Payer> payers) {
            this(modelId, serial, schoolId, targetRoomId, orderLineId, orderNo, budgetId, fundingLabel, priceCents, deliveredOn, binding, payers, null);
        }

        /** Paid by one budget, or by none that is known. */
        public Register(Long modelId, String serial, Long schoolId, Long targetRoomId, Long orderLineId, String orderNo, Long budgetId,
                String fundingLabel, Long priceCents, LocalDate deliveredOn, Binding binding) {
            this(modelId, serial, schoolId, targetRoomId, orderLineId, orderNo, budgetId, fundingLabel, priceCents, deliveredOn, binding,
                    budgetId == null ? List.of() : List.of(new Payer(budgetId, priceCents, fundingLabel)));
        }
    }

    /**
     * Who paid a part of a device.
     *
     * @param cents gross
     * @param label as the budget is called today
     */
    public record Payer(@NotNull Long budgetId, @NotNull @PositiveOrZero Long cents, @NotBlank @Size(max = 300) String label) {
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
     * @param reason   what happened
     * @param loss     null: it is missing
     * @param lostOn   when; null: today
     * @param policeNo file number of the police; a theft needs it
     */
    public record ReportLost(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason, DeviceLoss loss, LocalDate lostOn,
            @Size(max = 60) String policeNo) {
        /** It is missing since today. */
        public ReportLost(Integer version, String reason) {
            this(version, reason, null, null, null);
        }
    }

    /** How a device got lost. */
    public enum DeviceLoss {
        /** Nobody knows where it is. */
        MISSING,
        /** Stolen, and reported to the police. */
        STOLEN
    }

    /** What becomes of a device that is given up. */
    public enum DeviceDisposal {
        /** Sold. */
        SOLD,
        /** Given to somebody who may go on to use it. */
        GIVEN_AWAY,
        /** Recycled as the law of waste says. */
        RECYCLED,
        /** Given back to the supplier or to who had lent it. */
        RETURNED,
        /** Destroyed. */
        DESTROYED,
        /** Never found again. */
        GONE,
        /** It had never come, and was booked by mistake. */
        NEVER_CAME
    }

    /**
     * What is known of the end of a device; each may be null.
     *
     * @param disposal      what becomes of it
     * @param erasure       proof that its data were erased: protocol, certificate, who did it
     * @param proceedsCents what it brought, in cents
     * @param consent       consent of the granting body, with its date and file number
     */
    public record End(DeviceDisposal disposal, String erasure, Long proceedsCents, String consent) {
        /** Nothing. */
        static final End UNKNOWN = new End(null, null, null, null);
    }

    /**
     * Give a device up for good.
     *
     * @param reason why, and where it went; the others as in {@link End}
     */
    public record Retire(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason, DeviceDisposal disposal, @Size(max = 200) String erasure,
            @PositiveOrZero Long proceedsCents, @Size(max = 200) String consent) {
        /** Nothing else is known of its end. */
        public Retire(Integer version, String reason) {
            this(version, reason, null, null, null, null);
        }

        End end() {
            return new End(disposal, erasure, proceedsCents, consent);
        }
    }

    /** A device is back, from repair or found again; the note may be null. */
    public record Return(@NotNull Integer version, @Size(max = 2000) String note) {
    }

    /** Put a device into service, or back into it; the note may be null. */
    public record Serve(@NotNull Integer version, @Size(max = 2000) String note) {
    }
}
