package de.schulpakt.install.network;

import static de.schulpakt.identity.Permission.NETWORK_EDIT;
import static de.schulpakt.identity.Permission.NETWORK_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Like;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Questions about the network record. */
@Queries
public class NetworkQueries {
    private static final int MOST = 2_000;
    /** More than a picker shows, by what is chosen and one that says that there are more. */
    private static final int OFFERED = 102;
    private static final String PORTS = """
            select p.id as id, p.version as version, p.unitId as unitId, u.name as unit, p.place as place, p.name as name, p.vlanId as vlanId,
                v.number as vlan, p.leadsUp as leadsUp, p.closed as closed, p.note as note,
                fo.portId as front_portId, fu.id as front_unitId, fu.name as front_unit, fu.kind as front_kind, fp.name as front_port,
                fr.name as front_room, fc.id as front_cableId, fc.version as front_version, fc.label as front_label, fc.cableClass as front_cableClass,
                fc.lengthM as front_lengthM, fc.passed as front_passed, fc.measuredAt as front_measuredAt,
                ro.portId as rear_portId, ru.id as rear_unitId, ru.name as rear_unit, ru.kind as rear_kind, rp.name as rear_port,
                rr.name as rear_room, rc.id as rear_cableId, rc.version as rear_version, rc.label as rear_label, rc.cableClass as rear_cableClass,
                rc.lengthM as rear_lengthM, rc.passed as rear_passed, rc.measuredAt as rear_measuredAt
            from NetworkPort p left join NetworkUnit u on u.id = p.unitId left join NetworkVlan v on v.id = p.vlanId
                left join NetworkEnd fe on fe.portId = p.id and fe.face = :front and fe.live = true
                left join NetworkEnd fo on fo.cableId = fe.cableId and fo.place <> fe.place
                left join NetworkPort fp on fp.id = fo.portId left join NetworkUnit fu on fu.id = fp.unitId
                left join Room fr on fr.id = fu.roomId left join NetworkCable fc on fc.id = fe.cableId
                left join NetworkEnd re on re.portId = p.id and re.face = :rear and re.live = true
                left join NetworkEnd ro on ro.cableId = re.cableId and ro.place <> re.place
                left join NetworkPort rp on rp.id = ro.portId left join NetworkUnit ru on ru.id = rp.unitId
                left join Room rr on rr.id = ru.roomId left join NetworkCable rc on rc.id = re.cableId
            """;
    private static final String UNIT = """
            select u.id as id, u.version as version, u.schoolId as schoolId, s.name as school, s.authorityId as authorityId, u.kind as kind,
                u.name as name, u.parentId as parentId, q.name as parent, u.roomId as roomId, r.name as room, r.floor as floor_, b.name as building,
                u.modelId as modelId, concat(m.maker, concat(' ', m.name)) as model, u.deviceId as deviceId, d.inventoryNo as inventoryNo,
                d.state as deviceState, d.roomId as deviceRoomId, u.place as place, u.note as note, u.live as live,
                (select count(p) from NetworkPort p where p.unitId = u.id) as ports,
                (select count(e) from NetworkEnd e join NetworkPort x on x.id = e.portId where x.unitId = u.id and e.live = true) as plugged
            from NetworkUnit u join School s on s.id = u.schoolId left join NetworkUnit q on q.id = u.parentId left join Room r on r.id = u.roomId
                left join Building b on b.id = r.buildingId left join Device d on d.id = u.deviceId left join DeviceModel m on m.id = u.modelId
            """;

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

    /**
     * The distributors of a school with what stands in them, its buildings with their uplinks, its VLANs; six statements.
     *
     * @throws NotFound if the asker may not see the school's network
     */
    public Overview overview(long schoolId) {
        guard.require(NETWORK_VIEW, schoolId);
        List<Unit> units = Ask.of(em, Unit.class, UNIT + " where u.schoolId = :school and u.live = true and u.kind in :kinds order by u.name, u.id")
                .set("school", schoolId).set("kinds", List.of(UnitKind.DISTRIBUTOR, UnitKind.RACK, UnitKind.PANEL, UnitKind.SWITCH)).list(MOST);
        List<Uplink> uplinks = Ask.of(em, Uplink.class, """
                select b.id as buildingId, b.name as building, l.id as id, l.version as version, l.technology as technology, l.downMbit as downMbit,
                    l.upMbit as upMbit, l.provider as provider, l.fibreOn as fibreOn, l.note as note, l.portId as portId, u.id as unitId,
                    concat(u.name, concat(' / ', p.name)) as port
                from Building b left join NetworkUplink l on l.buildingId = b.id left join NetworkPort p on p.id = l.portId
                    left join NetworkUnit u on u.id = p.unitId where b.schoolId = :school order by b.nameKey, b.id""").set("school", schoolId).list(MOST);
        if (units.isEmpty() && uplinks.isEmpty()) {
            schools.mustBeThere(schoolId);
        }
        List<Vlan> vlans = vlansOf(schoolId);
        List<Counted> counts = Ask.of(em, Counted.class, "select u.kind as kind, count(u) as units from NetworkUnit u where u.schoolId = :school"
                + " and u.live = true group by u.kind").set("school", schoolId).list();
        List<HistoryEntry> timeline = new ArrayList<>(history.ofSchool("NetworkUplink", schoolId));
        timeline.addAll(history.ofSchool("NetworkVlan", schoolId));
        timeline.sort(Comparator.comparing(HistoryEntry::at).reversed());
        return new Overview(schoolId, guard.may(NETWORK_EDIT, schoolId), tree(units, null, 0), uplinks, vlans, counts, timeline);
    }

    private static List<Branch> tree(List<Unit> units, Long parent, int depth) {
        List<Branch> all = new ArrayList<>();
        for (Unit unit : units) {
            if (Objects.equals(unit.parentId(), parent)) {
                all.add(new Branch(depth, unit));
                all.addAll(tree(units, unit.id(), depth + 1));
            }
        }
        return all;
    }

    /** The VLANs of a school. */
    public List<Vlan> vlans(long schoolId) {
        guard.require(NETWORK_VIEW, schoolId);
        return vlansOf(schoolId);
    }

    private List<Vlan> vlansOf(long schoolId) {
        return Ask.of(em, Vlan.class, """
                select v.id as id, v.version as version, v.number as number_, v.name as name, v.addresses as addresses,
                    (select count(p) from NetworkPort p where p.vlanId = v.id) as ports
                from NetworkVlan v where v.schoolId = :school order by v.number""").set("school", schoolId).list(MOST);
    }

    /**
     * One unit with its ports, what stands in it, and its history.
     *
     * @throws NotFound if there is none, or it belongs to a school the asker may not see
     */
    public View unit(long id) {
        Unit unit = seen(id);
        List<Port> ports = Ask.of(em, Port.class, PORTS + " where p.unitId = :unit order by p.place").set("unit", id).set("front", Face.FRONT)
                .set("rear", Face.REAR).list(MOST);
        List<Unit> inside = unit.kind().holds() ? Ask.of(em, Unit.class, UNIT + " where u.parentId = :unit and u.live = true order by u.place, u.name, u.id")
                .set("unit", id).list(MOST) : List.of();
        return new View(unit, guard.may(NETWORK_EDIT, unit.schoolId()), ports, inside, history.of("NetworkUnit", id));
    }

    private Unit seen(long id) {
        Unit unit = Ask.of(em, Unit.class, UNIT + " where u.id = :id").set("id", id).one().orElseThrow(() -> new NotFound("NetworkUnit", id));
        guard.require(NETWORK_VIEW, unit.schoolId(), unit.authorityId());
        return unit;
    }

    /** A distributor or rack with the ports of all that stands in it, in the order of the units; two statements. */
    public Within within(long id) {
        Unit unit = seen(id);
        List<Port> ports = Ask.of(em, Port.class, PORTS + """
                 where u.live = true and (u.id = :unit or u.parentId = :unit or u.parentId in (select k.id from NetworkUnit k where k.parentId = :unit))
                order by u.place, u.name, u.id, p.place""").set("unit", id).set("front", Face.FRONT).set("rear", Face.REAR).list(MOST);
        return new Within(unit, ports);
    }

    /** Ports of a school by unit or port, at most 102: to choose from. */
    public List<Offer> offers(long schoolId, String text) {
        guard.require(NETWORK_VIEW, schoolId);
        return Ask.of(em, Offer.class, """
                select p.id as id, concat(u.name, concat(' / ', p.name)) as label, r.name as room
                from NetworkPort p left join NetworkUnit u on u.id = p.unitId left join Room r on r.id = u.roomId
                where p.schoolId = :school and u.live = true and concat(u.name, concat(' / ', p.name)) like :text escape '!'
                order by u.name, u.id, p.place""").set("school", schoolId).set("text", Like.anywhere(text == null ? "" : text)).list(OFFERED);
    }

    /** A port of a school, to be shown as chosen. */
    public List<Offer> offer(long schoolId, Long portId) {
        guard.require(NETWORK_VIEW, schoolId);
        return portId == null ? List.of() : Ask.of(em, Offer.class, """
                select p.id as id, concat(u.name, concat(' / ', p.name)) as label, r.name as room
                from NetworkPort p left join NetworkUnit u on u.id = p.unitId left join Room r on r.id = u.roomId
                where p.schoolId = :school and p.id = :port""").set("school", schoolId).set("port", portId).list();
    }

    /** Distributors and racks of a school: what others can stand in. */
    public List<Offer> holders(long schoolId) {
        guard.require(NETWORK_VIEW, schoolId);
        return Ask.of(em, Offer.class, """
                select u.id as id, u.name as label, r.name as room from NetworkUnit u left join Room r on r.id = u.roomId
                where u.schoolId = :school and u.live = true and u.kind in :kinds order by u.name, u.id""").set("school", schoolId)
                .set("kinds", List.of(UnitKind.DISTRIBUTOR, UnitKind.RACK)).list(MOST);
    }

    /** Devices of a school that may play a part and play none yet, by their number, at most 102. */
    public List<Offer> devices(long schoolId, String text) {
        guard.require(NETWORK_VIEW, schoolId);
        return Ask.of(em, Offer.class, """
                select d.id as id, concat(d.inventoryNo, concat(' · ', m.name)) as label, r.name as room
                from Device d join DeviceModel m on m.id = d.modelId left join Room r on r.id = d.roomId
                where d.schoolId = :school and d.state in :states and (d.inventoryNo like :text escape '!' or d.serial like :text escape '!'
                    or m.name like :text escape '!')
                    and not exists (select u.id from NetworkUnit u where u.deviceId = d.id and u.live = true)
                order by d.inventoryNo, d.id""").set("school", schoolId).set("states", List.of(DeviceState.IN_STOCK, DeviceState.IN_SERVICE))
                .set("text", Like.anywhere(text == null ? "" : text)).list(OFFERED);
    }

    /** A device of a school, to be shown as chosen. */
    public List<Offer> device(long schoolId, Long deviceId) {
        guard.require(NETWORK_VIEW, schoolId);
        return deviceId == null ? List.of() : Ask.of(em, Offer.class, """
                select d.id as id, concat(d.inventoryNo, concat(' · ', m.name)) as label, r.name as room
                from Device d join DeviceModel m on m.id = d.modelId left join Room r on r.id = d.roomId
                where d.schoolId = :school and d.id = :device""").set("school", schoolId).set("device", deviceId).list();
    }

    /** The ports that devices of a model have. */
    public ModelPorts modelPorts(long modelId) {
        if (!guard.may(NETWORK_VIEW)) {
            throw new NotFound("DeviceModel", modelId);
        }
        guard.require(NETWORK_VIEW);
        String model = Ask.of(em, String.class, "select concat(m.maker, concat(' ', m.name)) from DeviceModel m where m.id = :id").set("id", modelId).one()
                .orElseThrow(() -> new NotFound("DeviceModel", modelId));
        return new ModelPorts(modelId, model, guard.mayEverywhere(NETWORK_EDIT), wiring.ofModel(modelId).entrySet().stream()
                .map(port -> ModelPort.shown(port.getKey(), Boolean.TRUE.equals(port.getValue()))).toList());
    }

    /**
     * The ports of a model.
     *
     * @param ports one that leads up with {@code ^} before it
     */
    public record ModelPorts(Long modelId, String model, Boolean editable, List<String> ports) {
    }

    /** Something to choose. */
    public record Offer(Long id, String label, String room) {
        /** With its room, if it has one. */
        public String words() {
            return room == null ? label : label + " (" + room + ")";
        }
    }

    /**
     * A unit.
     *
     * @param ports        how many it has
     * @param plugged      how many ends of cables are in them
     * @param deviceRoomId where the device that plays its part stands by the inventory
     * @param live         null if it was taken down
     */
    public record Unit(Long id, Integer version, Long schoolId, String school, Long authorityId, UnitKind kind, String name, Long parentId,
            String parent, Long roomId, String room, String floor, String building, Long modelId, String model, Long deviceId, String inventoryNo,
            DeviceState deviceState, Long deviceRoomId, String place, String note, Boolean live, Long ports, Long plugged) {
        /** True if the inventory says that its device stands in another room. */
        public boolean elsewhere() {
            return deviceId != null && deviceRoomId != null && roomId != null && !deviceRoomId.equals(roomId);
        }
    }

    /** A unit in the tree of a school. */
    public record Branch(Integer depth, Unit unit) {
    }

    /** How many units there are of a kind. */
    public record Counted(UnitKind kind, Long units) {
    }

    /** The network of a school. */
    public record Overview(Long schoolId, Boolean editable, List<Branch> units, List<Uplink> uplinks, List<Vlan> vlans, List<Counted> counts,
            List<HistoryEntry> timeline) {
        /** How many units there are of a kind. */
        public long count(UnitKind kind) {
            return counts.stream().filter(c -> c.kind() == kind).mapToLong(Counted::units).sum();
        }
    }

    /** One unit with its ports. */
    public record View(Unit unit, Boolean editable, List<Port> ports, List<Unit> inside, List<HistoryEntry> timeline) {
    }

    /** One unit with the ports of all that stands in it. */
    public record Within(Unit unit, List<Port> ports) {
    }

    /** How a building reaches the Internet; id and all that follows null if nobody has said so. */
    public record Uplink(Long buildingId, String building, Long id, Integer version, UplinkTechnology technology, Integer downMbit, Integer upMbit,
            String provider, LocalDate fibreOn, String note, Long portId, Long unitId, String port) {
    }

    /** A VLAN with how many ports are in it. */
    public record Vlan(Long id, Integer version, Integer number, String name, String addresses, Long ports) {
    }

    /** The other end of a cable, and the cable. */
    public record Plugged(Long portId, Long unitId, String unit, UnitKind kind, String port, String room, Long cableId, Integer version, String label,
            CableClass cableClass, BigDecimal lengthM, Boolean passed, Instant measuredAt) {
    }

    /** A port with what is plugged at its faces, null if nothing is. */
    public record Port(Long id, Integer version, Long unitId, String unit, Integer place, String name, Long vlanId, Integer vlan, Boolean leadsUp,
            Boolean closed, String note, Plugged front, Plugged rear) {
    }
}
