package de.schulpakt.install.network;

import static de.schulpakt.identity.Permission.NETWORK_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way from a device or a port to the uplink; two statements for each cable on it. */
@Queries
public class WayQueries {
    private static final int LONGEST = 40;
    private static final String PORT = """
            select p.id as portId, p.name as port, u.id as unitId, u.name as unit, u.kind as kind, p.leadsUp as leadsUp, p.closed as closed,
                v.number as vlan, r.name as room, b.name as building""";
    private static final String STANDS = " left join NetworkUnit u on u.id = p.unitId left join NetworkVlan v on v.id = p.vlanId"
            + " left join Room r on r.id = u.roomId left join Building b on b.id = r.buildingId ";
    private static final String STEP = PORT + " from NetworkPort p" + STANDS;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** Why a way goes no further. */
    public enum End {
        /** It has reached the uplink. */
        UPLINK,
        /** Nothing is plugged there. */
        UNPLUGGED,
        /** The switch has no port that leads up. */
        NO_WAY_UP,
        /** It comes back to where it was. */
        CIRCLE,
        /** The device is not in the record. */
        UNKNOWN
    }

    /** A port on the way with its unit, and where that stands. */
    public record Step(Long portId, String port, Long unitId, String unit, UnitKind kind, Boolean leadsUp, Boolean closed, Integer vlan, String room,
            String building, Cable cable) {
    }

    /** The cable by which a step is reached; null for the first step and within a unit. */
    public record Cable(Long cableId, Long portId, Face face, String label, CableClass cableClass, BigDecimal lengthM, Boolean passed) {
    }

    /** The uplink at the end of a way. */
    public record Reached(UplinkTechnology technology, Integer downMbit, Integer upMbit, String provider, String building) {
    }

    /** A way. */
    public record Way(Long schoolId, String school, List<Step> steps, End end, Reached uplink) {
    }

    /** Whose way it is. */
    record Owner(Long schoolId, String school, Long authorityId) {
    }

    /**
     * The way of a device.
     *
     * @throws NotFound if there is none, or it belongs to a school the asker may not see
     */
    public Way ofDevice(long deviceId) {
        Owner owner = Ask.of(em, Owner.class, "select s.id as schoolId, s.name as school, s.authorityId as authorityId from Device d"
                + " join School s on s.id = d.schoolId where d.id = :id").set("id", deviceId).one().orElseThrow(() -> new NotFound("Device", deviceId));
        guard.require(NETWORK_VIEW, owner.schoolId(), owner.authorityId());
        return Ask.of(em, Long.class, "select p.id from NetworkPort p left join NetworkUnit u on u.id = p.unitId left join NetworkEnd e on e.portId = p.id"
                        + " and e.live = true where u.deviceId = :device and u.live = true order by p.leadsUp desc, e.id desc, p.place").set("device", deviceId).first()
                .map(port -> way(owner, port)).orElse(new Way(owner.schoolId(), owner.school(), List.of(), End.UNKNOWN, null));
    }

    /**
     * The way of a port; from a socket into the wall, from a panel to its front.
     *
     * @throws NotFound as {@link #ofDevice}
     */
    public Way ofPort(long portId) {
        Owner owner = Ask.of(em, Owner.class, "select s.id as schoolId, s.name as school, s.authorityId as authorityId from NetworkPort p"
                + " join School s on s.id = p.schoolId where p.id = :id").set("id", portId).one().orElseThrow(() -> new NotFound("NetworkPort", portId));
        guard.require(NETWORK_VIEW, owner.schoolId(), owner.authorityId());
        return way(owner, portId);
    }

    private Way way(Owner owner, Long from) {
        List<Step> steps = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        Step here = step(from).orElseThrow(() -> new NotFound("NetworkPort", from));
        steps.add(here);
        Face face = here.kind() == UnitKind.SOCKET ? Face.REAR : Face.FRONT;
        boolean arrived = false;
        while (steps.size() < LONGEST) {
            Optional<Reached> reached = uplink(here);
            if (reached.isPresent()) {
                return new Way(owner.schoolId(), owner.school(), steps, End.UPLINK, reached.get());
            }
            if (here.kind() == UnitKind.SWITCH && (arrived || !Boolean.TRUE.equals(here.leadsUp()))) {
                if (!seen.add(here.unitId())) {
                    return ended(owner, steps, End.CIRCLE);
                }
                Optional<Step> up = up(here);
                if (up.isEmpty()) {
                    return ended(owner, steps, End.NO_WAY_UP);
                }
                here = up.get();
                steps.add(here);
                face = Face.FRONT;
            }
            Optional<Step> next = beyond(here.portId(), face);
            if (next.isEmpty()) {
                return ended(owner, steps, End.UNPLUGGED);
            }
            here = next.get();
            steps.add(here);
            face = here.cable().face().other();
            arrived = true;
        }
        return ended(owner, steps, End.CIRCLE);
    }

    private static Way ended(Owner owner, List<Step> steps, End why) {
        return new Way(owner.schoolId(), owner.school(), steps, why, null);
    }

    private Optional<Step> step(Long portId) {
        return Ask.of(em, Step.class, STEP + "where p.id = :port").set("port", portId).one();
    }

    /** The port of a switch that leads up and is not the one by which it was reached. */
    private Optional<Step> up(Step here) {
        return Ask.of(em, Step.class, STEP + "where p.unitId = :unit and p.leadsUp = true and p.closed = false and p.id <> :port order by p.place")
                .set("unit", here.unitId()).set("port", here.portId()).first();
    }

    /** The port at the other end of the cable there. */
    private Optional<Step> beyond(Long portId, Face face) {
        return Ask.of(em, Step.class, PORT + """
                , c.id as cable_cableId, o.portId as cable_portId, o.face as cable_face, c.label as cable_label, c.cableClass as cable_cableClass,
                    c.lengthM as cable_lengthM, c.passed as cable_passed
                from NetworkEnd e left join NetworkCable c on c.id = e.cableId left join NetworkEnd o on o.cableId = e.cableId
                    left join NetworkPort p on p.id = o.portId""" + STANDS + """
                where e.portId = :port and e.face = :face and e.live = true and o.place <> e.place""").set("port", portId).set("face", face).one();
    }

    /** The uplink that is handed over at the unit: at any port of a switch, else at this one. */
    private Optional<Reached> uplink(Step here) {
        String where = here.kind() == UnitKind.SWITCH ? "p.unitId = :unit" : "p.id = :port";
        Ask<Reached> asked = Ask.of(em, Reached.class, """
                select l.technology as technology, l.downMbit as downMbit, l.upMbit as upMbit, l.provider as provider, b.name as building
                from NetworkUplink l join NetworkPort p on p.id = l.portId join Building b on b.id = l.buildingId where\s""" + where);
        return (here.kind() == UnitKind.SWITCH ? asked.set("unit", here.unitId()) : asked.set("port", here.portId())).first();
    }
}
