package de.schulpakt.inventory.device;

import static de.schulpakt.inventory.device.DeviceAction.CORRECT_DAY;
import static de.schulpakt.inventory.device.DeviceAction.REGISTER;
import static de.schulpakt.inventory.device.DeviceAction.REPAIR;
import static de.schulpakt.inventory.device.DeviceAction.REVIVE;
import static de.schulpakt.inventory.device.DeviceAction.SEND_BACK;
import static de.schulpakt.inventory.device.DeviceAction.SERVE;
import static de.schulpakt.inventory.device.DeviceAction.SWAP_IN;
import static de.schulpakt.inventory.device.DeviceAction.SWAP_OUT;

import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.inventory.number.Identifiers;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Use cases of devices that come in the place of others: of a spare of the school, of one that the supplier exchanges, and the way back. */
@UseCases
public class Replacements {
    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    Moves moves;
    @Inject
    Identifiers identifiers;
    @Inject
    Devices devices;
    @Inject
    Event<Devices.DeviceRegistered> registered;
    @Inject
    Event<Stepping> stepping;
    @Inject
    Event<NeverCame> unbooked;
    @Inject
    Event<Devices.Moving> moving;

    /**
     * Devices are back at the supplier, or were booked though they had never come: they end, whatever they are bound to. Inner door of the
     * receipt.
     *
     * @param came false: they had never come, and their serial numbers are free again
     * @param why  in words, for the numbers that end
     * @throws Refused {@code device.lent} while a borrower has one; {@code state.not_allowed} if one is lost or retired
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the receipt has asked for DELIVERY_RECEIVE at this authority.")
    public void sendBack(Collection<Long> ids, LocalDate day, boolean came, String why, Said said) {
        List<Device> all = devices.locked(ids);
        List<History.Line> lines = new ArrayList<>();
        for (Device device : all) {
            device.mustBeBack();
            lines.add(new History.Line(device.ref(), device.apply(SEND_BACK), history.whole(said)));
            device.sentBack(day, came);
        }
        moves.leave(all);
        history.recordSteps(SEND_BACK, lines);
        if (!came) {
            identifiers.endAll(ids, IdentifierKind.SERIAL, why);
            unbooked.fire(new NeverCame(Set.copyOf(ids), why));
        }
    }

    /**
     * Takes a device into the inventory that came in the place of one that was sent back: school, room, payers, price and binding are
     * those of the first, its open ticket goes on with it. Inner door of the receipt; call it once the budgets are locked.
     *
     * @param same  false: the first had never come, so that a binding begins with this one
     * @param place true: it stands where the first stood
     * @return its id
     * @throws Refused {@code device.serial_taken}
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the receipt has asked for DELIVERY_RECEIVE at this authority.")
    public Long replace(long oldId, String serial, LocalDate day, boolean same, boolean place) {
        devices.serialsAreFree(List.of(serial.strip()));
        Device old = Find.one(em, Device.class, oldId);
        Device device = new Device(numbers.next("G"), old, serial, day, same);
        em.persist(device);
        em.flush();
        identifiers.write(List.of(new Identifiers.Given(device.id(), IdentifierKind.INVENTORY_NO, device.ref().no()),
                new Identifiers.Given(device.id(), IdentifierKind.SERIAL, serial.strip())));
        em.createNativeQuery("insert into device_payer (device_id, budget_id, amount_cents, label) select ?1, budget_id, amount_cents, label"
                + " from device_payer where device_id = ?2").setParameter(1, device.id()).setParameter(2, oldId).executeUpdate();
        if (place && old.targetRoomId() != null) {
            moves.enter(List.of(device), old.targetRoomId());
        }
        history.record(device.ref(), REGISTER, Said.that("said.in_place_of", old.ref()));
        DeviceModel model = Find.one(em, DeviceModel.class, device.modelId());
        registered.fire(new Devices.DeviceRegistered(device.id(), device.schoolId(), device.targetRoomId(), model.needsNetwork(),
                model.label() + " · " + serial.strip(), day, oldId));
        stepping.fire(new Stepping(device.schoolId(), oldId, device.id(), StepKind.SUPPLIER));
        return device.id();
    }

    /**
     * A device of a school steps in for another one. Inner door of the swap; tells {@link Stepping}.
     *
     * @param schoolId the school at which they are swapped
     * @param seen     version of the one that goes
     * @param repair   true: the one that goes is given away for repair, else it is put aside
     * @return where they were before
     * @throws Refused as {@code Swaps.swap}
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the swap has asked for DEVICE_PLACE at this school.")
    public Before stepIn(long schoolId, long goesId, long comesId, Integer seen, boolean repair, String words) {
        Map<Long, Device> both = free(schoolId, goesId, comesId);
        Device goes = both.get(goesId);
        Device comes = both.get(comesId);
        goes.seen(seen);
        if (comes.state() != DeviceState.IN_STOCK && comes.state() != DeviceState.IN_SERVICE) {
            throw new Refused("state.not_allowed", SWAP_IN, comes.state());
        }
        Before before = new Before(goes.state(), comes.state(), comes.roomId(), comes.wasInService());
        boolean served = goes.state() == DeviceState.IN_SERVICE || goes.state() == DeviceState.IN_REPAIR && goes.wasInService();
        Long room = goes.roomId();
        stepOut(goes, comes, words);
        if (repair && goes.state() != DeviceState.IN_REPAIR) {
            history.record(goes.ref(), REPAIR, goes.apply(REPAIR), Said.NOTHING);
        }
        stepIn(comes, goes, room, served, words);
        stepping.fire(new Stepping(goes.schoolId(), goesId, comesId, StepKind.SPARE));
        return before;
    }

    /**
     * The way back from {@link #stepIn}: both are where they were before. Inner door of the swap; tells {@link Stepping}. Refused
     * {@code swap.elsewhere} if one is another school's by now.
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the swap has asked for DEVICE_PLACE at this school.")
    public void stepBack(long schoolId, long wentId, long cameId, Before before, String words) {
        Map<Long, Device> both = free(schoolId, wentId, cameId);
        Device went = both.get(wentId);
        Device came = both.get(cameId);
        Long room = came.roomId();
        stepOut(came, went, words);
        if (!before.cameServed()) {
            came.neverServed();
        }
        if (before.cameRoomId() != null) {
            moves.enter(List.of(came), before.cameRoomId());
            if (before.cameState() == DeviceState.IN_SERVICE) {
                served(came);
            }
        }
        stepIn(went, came, room, before.wentState() == DeviceState.IN_SERVICE, words);
        if (before.wentState() == DeviceState.IN_REPAIR) {
            history.record(went.ref(), REPAIR, went.apply(REPAIR), Said.NOTHING);
        }
        stepping.fire(new Stepping(went.schoolId(), cameId, wentId, StepKind.BACK));
    }

    /**
     * The supplier exchanges a device that was not ordered here: the first one ends, the second one is taken in. Inner door of the swap.
     *
     * @throws Refused {@code device.serial_taken}; {@code device.lent}; {@code state.not_allowed}
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the swap has asked for DEVICE_ADD at this school.")
    public Exchanged exchange(long schoolId, long oldId, Integer seen, String serial, LocalDate day, String words) {
        Device old = free(schoolId, oldId).get(oldId);
        old.seen(seen);
        Before before = new Before(old.state(), DeviceState.IN_STOCK, null, false);
        sendBack(List.of(oldId), day, true, words, Said.words(words));
        return new Exchanged(replace(oldId, serial, day, true, true), before);
    }

    /**
     * The way back from {@link #exchange}: the second one had never come. Inner door of the swap; tells {@link Stepping}. Refused
     * {@code swap.elsewhere} if one is another school's by now.
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the swap has asked for DEVICE_ADD at this school.")
    public void unexchange(long schoolId, long wentId, long cameId, Before before, String words) {
        Map<Long, Device> both = free(schoolId, wentId, cameId);
        Device went = both.get(wentId);
        Long room = both.get(cameId).roomId();
        stepping.fire(new Stepping(went.schoolId(), cameId, wentId, StepKind.NEVER_CAME));
        sendBack(List.of(cameId), clock.today(), false, words, Said.words(words));
        history.record(went.ref(), REVIVE, went.apply(REVIVE), Said.words(words));
        went.backAgain();
        both.get(cameId).inNoPlace();
        stepIn(went, both.get(cameId), room, before.wentState() == DeviceState.IN_SERVICE, words);
        if (before.wentState() == DeviceState.IN_REPAIR) {
            history.record(went.ref(), REPAIR, went.apply(REPAIR), Said.NOTHING);
        }
    }

    /**
     * Devices came on another day than was booked; what is bound from its delivery follows, and what came in its place too. Inner door of the
     * receipt.
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the receipt has asked for DELIVERY_RECEIVE at this authority.")
    public void cameOn(Collection<Long> ids, LocalDate day, String words) {
        Map<Long, Device> all = new TreeMap<>();
        devices.locked(withReplacements(ids)).forEach(device -> all.put(device.id(), device));
        Map<Ref, Said> lines = new LinkedHashMap<>();
        for (Long id : new TreeSet<>(ids)) {
            Device device = all.get(id);
            LocalDate before = device.deliveredOn();
            LocalDate warranty = device.warrantyEndOn();
            device.deliveredOn(day);
            Said said = Said.that("said.day_corrected", before, day);
            lines.put(device.ref(), (Objects.equals(warranty, device.warrantyEndOn()) ? said
                    : said.and("said.fact", Sentence.of("fact.warranty"), warranty, device.warrantyEndOn())).andWords(words));
        }
        history.recordAll(CORRECT_DAY, lines);
        lines.clear();
        all.values().stream().filter(device -> device.replacesId() != null && all.containsKey(device.replacesId())).forEach(device -> {
            LocalDate before = device.boundSince();
            if (device.boundAs(all.get(device.replacesId()))) {
                lines.put(device.ref(), Said.that("said.day_corrected", before, device.boundSince()).andWords(words));
            }
        });
        history.recordAll(CORRECT_DAY, lines);
    }

    /** These devices and all that came in their place, the first ones first. */
    private Set<Long> withReplacements(Collection<Long> ids) {
        Set<Long> all = new TreeSet<>(ids);
        Collection<Long> last = ids;
        while (!last.isEmpty()) {
            last = em.createQuery("select d.id from Device d where d.replacesId in :ids", Long.class).setParameter("ids", last).getResultList();
            all.addAll(last);
        }
        return all;
    }

    private void stepOut(Device goes, Device comes, String words) {
        history.record(goes.ref(), SWAP_OUT, goes.apply(SWAP_OUT), Said.that("said.place_taken_by", comes.ref()).andWords(words));
        moves.leave(List.of(goes));
    }

    private void stepIn(Device comes, Device goes, Long room, boolean served, String words) {
        history.record(comes.ref(), SWAP_IN, comes.apply(SWAP_IN), Said.that("said.in_place_of", goes.ref()).andWords(words));
        if (room == null) {
            moves.leave(List.of(comes));
        } else {
            moves.enter(List.of(comes), room);
            if (served) {
                served(comes);
            }
        }
    }

    private void served(Device device) {
        if (device.state() == DeviceState.IN_STOCK) {
            history.record(device.ref(), SERVE, device.apply(SERVE), Said.NOTHING);
        }
        device.inService(clock.today());
    }

    /** These devices, locked in the order of their ids; refuses while one is lent, is another school's or its end is proposed. */
    private Map<Long, Device> free(long schoolId, Long... ids) {
        moving.fire(new Devices.Moving(Set.of(ids)));
        Map<Long, Device> all = new TreeMap<>();
        devices.locked(Set.of(ids)).forEach(device -> {
            if (device.schoolId() != schoolId) {
                throw new Refused("swap.elsewhere", device.ref().no());
            }
            device.mustBeBack();
            if (device.endAsked()) {
                throw new Refused("device.end_waits", device.ref().no());
            }
            all.put(device.id(), device);
        });
        return all;
    }

    /**
     * News, told inside the transaction in which a device comes in the place of another: who observes it and refuses keeps both where they are.
     *
     * @param goesId  the one that has gone
     * @param comesId the one that has come, and takes over what the place asks of it
     */
    public record Stepping(Long schoolId, Long goesId, Long comesId, StepKind kind) {
    }

    /** News, told inside the transaction in which devices end that were booked and had never come; the words are those of who says so. */
    public record NeverCame(Set<Long> deviceIds, String words) {
    }

    /** How a device comes in the place of another. */
    public enum StepKind {
        /** It was at the school. */
        SPARE,
        /** The supplier has sent it. */
        SUPPLIER,
        /** It was there before, and comes back. */
        BACK,
        /** It was there before, and the other one had never come. */
        NEVER_CAME
    }

    /**
     * Where two devices were before one stepped in for the other.
     *
     * @param cameRoomId null if it stood in no room
     * @param cameServed true if it had been in service
     */
    public record Before(DeviceState wentState, DeviceState cameState, Long cameRoomId, boolean cameServed) {
    }

    /** What was taken in for a device that the supplier exchanges. */
    public record Exchanged(Long deviceId, Before before) {
    }
}
