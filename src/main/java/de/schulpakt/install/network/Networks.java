package de.schulpakt.install.network;

import static de.schulpakt.identity.Permission.NETWORK_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.Replacements;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Use cases of the network record: units, their ports, and what is plugged where. */
@UseCases
public class Networks {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    SchoolQueries schools;
    @Inject
    Wiring wiring;

    /** A device of the inventory. */
    record Thing(Long id, Long schoolId, Long modelId) {
    }

    /**
     * Writes a unit down with its ports: those that are named, else those of the model of its device.
     *
     * @return its id
     * @throws Refused {@code network.room_of_other_school}, {@code network.room_missing}, {@code network.parent_unfit},
     *                 {@code network.device_unfit}, {@code network.device_of_other_school}; {@code network_unit_once} and
     *                 {@code network_unit_device_once} by the database; of the ports as {@link PortNames#read}
     */
    public Long add(@Valid Add cmd) {
        guard.require(NETWORK_EDIT, cmd.schoolId());
        NetworkUnit unit = new NetworkUnit(cmd.schoolId(), cmd.kind(), cmd.name(), cmd.parentId(), cmd.roomId());
        fits(cmd.kind(), cmd.schoolId(), cmd.parentId(), cmd.roomId());
        Map<String, Boolean> ports = PortNames.read(cmd.ports());
        if (cmd.deviceId() != null) {
            Thing device = device(cmd.deviceId(), cmd.kind(), cmd.schoolId());
            unit.played(device.id(), device.modelId());
            ports = ports.isEmpty() ? wiring.ofModel(device.modelId()) : ports;
        }
        unit.says(cmd.place(), cmd.note());
        em.persist(unit);
        em.flush();
        wiring.addPorts(unit, ports);
        history.record(unit.ref(), NetworkAction.ADD, Said.that("network.said_kind", cmd.kind()));
        return unit.id();
    }

    /** Its name, place or note is another one; refused as {@link #add}. */
    public void change(long id, @Valid Change cmd) {
        NetworkUnit unit = edited(id, cmd.version());
        fits(unit.kind(), unit.schoolId(), cmd.parentId(), cmd.roomId());
        String before = unit.name();
        unit.stands(cmd.name(), cmd.parentId(), cmd.roomId());
        unit.says(cmd.place(), cmd.note());
        em.flush();
        Said said = Said.words(cmd.reason());
        history.record(unit.ref(), NetworkAction.CHANGE, before.equals(unit.name()) ? said
                : Said.that("network.said_renamed", before, unit.name()).andWords(cmd.reason()));
    }

    /**
     * It was taken down; its ports are in no VLAN any more.
     *
     * @throws Refused {@code network.unit_plugged} while a cable is in it, {@code network.unit_holds} while others stand in it,
     *                 {@code network.unit_uplink} while an uplink is handed over at it
     */
    public void remove(long id, @Valid Remove cmd) {
        NetworkUnit unit = edited(id, cmd.version());
        refuseIf("select count(e) from NetworkEnd e join NetworkPort p on p.id = e.portId where p.unitId = :unit and e.live = true", unit,
                many -> new Refused("network.unit_plugged", unit.name(), many));
        refuseIf("select count(u) from NetworkUnit u where u.parentId = :unit and u.live = true", unit,
                many -> new Refused("network.unit_holds", unit.name(), many));
        refuseIf("select count(l) from NetworkUplink l join NetworkPort p on p.id = l.portId where p.unitId = :unit", unit,
                many -> new Refused("network.unit_uplink", unit.name()));
        em.createQuery("update NetworkPort p set p.vlanId = null where p.unitId = :unit").setParameter("unit", id).executeUpdate();
        unit.takenDown();
        history.record(unit.ref(), NetworkAction.REMOVE, Said.words(cmd.reason()));
    }

    private void refuseIf(String jpql, NetworkUnit unit, LongFunction<Refused> why) {
        long many = Ask.of(em, Long.class, jpql).set("unit", unit.id()).one().orElse(0L);
        if (many > 0) {
            throw why.apply(many);
        }
    }

    /** A unit has more ports than were written down; refused as {@link PortNames#read}, and {@code network_port_once} by the database. */
    public void addPorts(long id, @Valid AddPorts cmd) {
        NetworkUnit unit = edited(id, cmd.version());
        Map<String, Boolean> names = PortNames.read(cmd.ports());
        wiring.addPorts(unit, names);
        history.record(unit.ref(), NetworkAction.ADD_PORTS, Said.that("network.said_ports", names.size()));
    }

    /**
     * Another device plays the part of a unit, or none: name, ports and cables stay. The same again is no step.
     *
     * @throws Refused as {@link #add}
     */
    public void swap(long id, @Valid Swap cmd) {
        NetworkUnit unit = edited(id, cmd.version());
        if (cmd.deviceId() == null) {
            if (unit.deviceId() != null) {
                leave(unit, cmd.reason());
            }
            return;
        }
        if (cmd.deviceId().equals(unit.deviceId())) {
            return;
        }
        Thing device = device(cmd.deviceId(), unit.kind(), unit.schoolId());
        unit.played(device.id(), device.modelId());
        em.flush();
        history.record(unit.ref(), NetworkAction.SWAP, Said.that("network.said_device", inventoryNo(device.id())).andWords(cmd.reason()));
    }

    /** Devices that go to another school play no part at this one any more; what they were plugged to stays. */
    void devicesLeave(@Observes Devices.Leaving news) {
        em.createQuery("select u from NetworkUnit u where u.deviceId in :ids and u.live = true order by u.id", NetworkUnit.class)
                .setParameter("ids", news.deviceIds()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().forEach(unit -> leave(unit, null));
    }

    /** What comes in the place of a device plays its part: name, ports and cables stay. Refused {@code swap.has_port} if it plays another one. */
    void deviceStepsIn(@Observes Replacements.Stepping news) {
        em.createQuery("select u from NetworkUnit u where u.deviceId in :ids and u.live = true order by u.id", NetworkUnit.class)
                .setParameter("ids", List.of(news.goesId(), news.comesId())).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().forEach(unit -> {
                    if (unit.deviceId().equals(news.comesId())) {
                        throw new Refused("swap.has_port", inventoryNo(news.comesId()), unit.name());
                    }
                    unit.played(news.comesId(), Ask.of(em, Long.class, "select d.modelId from Device d where d.id = :id").set("id", news.comesId()).one().orElseThrow());
                    em.flush();
                    history.record(unit.ref(), NetworkAction.SWAP, Said.that("network.said_device", inventoryNo(news.comesId())));
                });
    }

    private void leave(NetworkUnit unit, String words) {
        String no = inventoryNo(unit.deviceId());
        unit.played(null, null);
        history.record(unit.ref(), NetworkAction.SWAP, Said.that("network.said_no_device", no).andWords(words));
    }

    private String inventoryNo(Long device) {
        return Ask.of(em, String.class, "select d.inventoryNo from Device d where d.id = :id").set("id", device).one().orElse("-");
    }

    /**
     * Name, VLAN, direction or state of a port is another one.
     *
     * @throws Refused {@code network.vlan_of_other_school}, {@code network.taken_down}; {@code network_port_once} by the database
     */
    public void setPort(long portId, @Valid SetPort cmd) {
        NetworkUnit unit = unitOf(portId);
        NetworkPort port = Find.locked(em, NetworkPort.class, portId);
        port.seen(unit, cmd.version());
        String before = port.name();
        String vlan = "-";
        if (cmd.vlanId() != null) {
            NetworkVlan found = em.find(NetworkVlan.class, cmd.vlanId());
            if (found == null || !found.schoolId().equals(port.schoolId())) {
                throw new Refused("network.vlan_of_other_school");
            }
            vlan = found.ref().no();
        }
        port.set(cmd.vlanId(), Boolean.TRUE.equals(cmd.leadsUp()), Boolean.TRUE.equals(cmd.closed()), cmd.note());
        if (cmd.name() != null && !cmd.name().isBlank()) {
            port.called(cmd.name());
            em.flush();
        }
        Said said = Said.that("network.said_port", port.name(), vlan);
        history.record(unit.ref(), NetworkAction.SET_PORT, (before.equals(port.name()) ? said : said.and("network.said_renamed", before, port.name()))
                .andWords(cmd.reason()));
    }

    /**
     * A port was written down by mistake; with it goes what was once plugged there.
     *
     * @throws Refused {@code network.port_plugged} while a cable is in it, {@code network.port_uplink} while an uplink is handed over at it,
     *                 {@code network.taken_down}
     */
    public void removePort(long portId, @Valid Remove cmd) {
        NetworkUnit unit = unitOf(portId);
        NetworkPort port = Find.locked(em, NetworkPort.class, portId);
        port.seen(unit, cmd.version());
        List<NetworkEnd> ends = em.createQuery("select e from NetworkEnd e where e.portId = :port", NetworkEnd.class).setParameter("port", portId).getResultList();
        if (ends.stream().anyMatch(NetworkEnd::live)) {
            throw new Refused("network.port_plugged", unit.name(), port.name());
        }
        if (Ask.of(em, Long.class, "select count(l) from NetworkUplink l where l.portId = :port").set("port", portId).one().orElse(0L) > 0) {
            throw new Refused("network.port_uplink", unit.name(), port.name());
        }
        if (!ends.isEmpty()) {
            List<Long> cables = ends.stream().map(NetworkEnd::cableId).toList();
            em.createQuery("delete from NetworkEnd e where e.cableId in :cables").setParameter("cables", cables).executeUpdate();
            em.createQuery("delete from NetworkCable c where c.id in :cables").setParameter("cables", cables).executeUpdate();
        }
        em.remove(port);
        history.record(unit.ref(), NetworkAction.REMOVE_PORT, Said.that("network.said_port_gone", port.name()).andWords(cmd.reason()));
    }

    /** The unit of a port, locked before it. */
    private NetworkUnit unitOf(long portId) {
        NetworkUnit unit = Find.locked(em, NetworkUnit.class, Find.one(em, NetworkPort.class, portId).unitId());
        guard.require(NETWORK_EDIT, unit.schoolId());
        if (!unit.live()) {
            throw new Refused("network.taken_down", unit.name());
        }
        return unit;
    }

    /**
     * Plugs a cable between two ports of a school.
     *
     * @return id of the cable
     * @throws Refused {@code network.other_school}; {@code network.port_itself}; {@code network.no_rear}; {@code network.taken_down};
     *                 {@code network.port_taken}, and {@code network_end_once} by the database
     */
    public Long plug(@Valid Plug cmd) {
        boolean first = Find.one(em, NetworkPort.class, cmd.portId()).unitId() <= Find.one(em, NetworkPort.class, cmd.otherPortId()).unitId();
        Wiring.Spot low = wiring.locked(first ? cmd.portId() : cmd.otherPortId(), first ? cmd.face() : cmd.otherFace());
        Wiring.Spot high = wiring.locked(first ? cmd.otherPortId() : cmd.portId(), first ? cmd.otherFace() : cmd.face());
        guard.require(NETWORK_EDIT, low.unit().schoolId());
        guard.require(NETWORK_EDIT, high.unit().schoolId());
        if (!low.unit().schoolId().equals(high.unit().schoolId())) {
            throw new Refused("network.other_school");
        }
        return wiring.plug(first ? low : high, first ? high : low, cmd.label(), cmd.cableClass(), cmd.lengthM(), Said.words(cmd.note())).id();
    }

    /** Unplugs a cable at both ends. */
    public void unplug(long cableId, @Valid Remove cmd) {
        NetworkCable cable = Find.locked(em, NetworkCable.class, cableId);
        guard.require(NETWORK_EDIT, cable.schoolId());
        if (!cable.live()) {
            throw new NotFound("NetworkCable", cableId);
        }
        cable.seen(cmd.version());
        wiring.unplug(cable, Said.words(cmd.reason()));
    }

    private NetworkUnit edited(long id, Integer version) {
        NetworkUnit unit = Find.locked(em, NetworkUnit.class, id);
        guard.require(NETWORK_EDIT, unit.schoolId());
        unit.seen(version);
        if (!unit.live()) {
            throw new Refused("network.taken_down", unit.name());
        }
        return unit;
    }

    private void fits(UnitKind kind, Long schoolId, Long parentId, Long roomId) {
        if (roomId != null) {
            SchoolQueries.RoomRef room = schools.room(roomId);
            if (!room.schoolId().equals(schoolId)) {
                throw new Refused("network.room_of_other_school");
            }
            room.mustBeUsed();
        }
        if (roomId == null && kind == UnitKind.SOCKET) {
            throw new Refused("network.room_missing");
        }
        if (parentId == null) {
            return;
        }
        NetworkUnit parent = em.find(NetworkUnit.class, parentId, LockModeType.PESSIMISTIC_WRITE);
        boolean fits = parent != null && parent.schoolId().equals(schoolId) && parent.live() && parent.kind().holds()
                && kind != UnitKind.DISTRIBUTOR && (kind != UnitKind.RACK || parent.kind() == UnitKind.DISTRIBUTOR);
        if (!fits) {
            throw new Refused("network.parent_unfit");
        }
    }

    private Thing device(Long deviceId, UnitKind kind, Long schoolId) {
        if (!kind.played()) {
            throw new Refused("network.device_unfit");
        }
        return Ask.of(em, Thing.class, "select d.id as id, d.schoolId as schoolId, d.modelId as modelId from Device d where d.id = :id").set("id", deviceId)
                .one().filter(d -> d.schoolId().equals(schoolId)).orElseThrow(() -> new Refused("network.device_of_other_school"));
    }

    /**
     * A unit.
     *
     * @param parentId distributor or rack in which it is, may be null
     * @param roomId   may be null but for a socket
     * @param deviceId the device that plays its part, for switches, access points and other devices; may be null
     * @param ports    a number of ports, names with ranges such as {@code Gi1/0/[1-48]}, or a device type; null: those of the model
     * @param place    height in the rack, may be null
     */
    public record Add(@NotNull Long schoolId, @NotNull UnitKind kind, @NotBlank @Size(max = 60) String name, Long parentId, Long roomId,
            Long deviceId, @Size(max = 20000) String ports, @Size(max = 20) String place, @Size(max = 500) String note) {
    }

    /** A unit as it is from now on, and why. */
    public record Change(@NotNull Integer version, @NotBlank @Size(max = 60) String name, Long parentId, Long roomId, @Size(max = 20) String place,
            @Size(max = 500) String note, @NotBlank @Size(max = 2000) String reason) {
    }

    /** It is gone, and why. */
    public record Remove(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /** More ports; see {@link Add}. */
    public record AddPorts(@NotNull Integer version, @NotBlank @Size(max = 20000) String ports) {
    }

    /** Another device, null for none, and why. */
    public record Swap(@NotNull Integer version, Long deviceId, @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * A port.
     *
     * @param name    null: as it is
     * @param vlanId  null for none
     * @param leadsUp true: towards the uplink
     * @param closed  true: switched off or broken
     */
    public record SetPort(@NotNull Integer version, @Size(max = 60) String name, Long vlanId, Boolean leadsUp, Boolean closed, @Size(max = 500) String note,
            @NotBlank @Size(max = 2000) String reason) {
    }

    /**
     * A cable from one face of a port to another.
     *
     * @param lengthM in metres, may be null
     * @param label   what stands on it, may be null
     */
    public record Plug(@NotNull Long portId, @NotNull Face face, @NotNull Long otherPortId, @NotNull Face otherFace, CableClass cableClass,
            @DecimalMin("0.1") @DecimalMax("9999.9") @Digits(integer = 4, fraction = 1) BigDecimal lengthM, @Size(max = 60) String label,
            @Size(max = 2000) String note) {
    }
}
