package de.schulpakt.install.network;

import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Fold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Work that is done writes the record, in its transaction. */
@ApplicationScoped
class NetworkWriting {
    /** What stands between a switch and its port as people write them: EV2-SW1 / 14, EV2-SW1:14, EV2 14; names may have it within, too. */
    private static final Pattern BETWEEN = Pattern.compile("\\s*[/:]\\s*|\\s+");
    private static final String USUAL = " / ";
    private static final String ONLY = "1";

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    Wiring wiring;

    /** A device that was installed. */
    record Thing(Long id, String inventoryNo, Long modelId, ModelKind kind) {
    }

    /**
     * Its switches and access points become units, its measured link becomes socket, port and cable.
     *
     * @throws Refused {@code network.port_taken} if another cable is in the port that was named, which this work has not measured, {@code network.port_ambiguous} if several are
     *                 called so, {@code network.taken_down}
     */
    void done(@Observes Tickets.Done news) {
        Said by = Said.that("network.said_ticket", news.no());
        List<Thing> things = news.deviceIds().isEmpty() ? List.of() : Ask.of(em, Thing.class, """
                select d.id as id, d.inventoryNo as inventoryNo, d.modelId as modelId, m.kind as kind
                from Device d join DeviceModel m on m.id = d.modelId where d.id in :ids order by d.id""").set("ids", news.deviceIds()).list();
        Wiring.Spot socket = news.link() == null ? null : link(news, by);
        for (Thing thing : things) {
            boolean plugs = socket != null && things.size() == 1 && thing.kind() != ModelKind.SWITCH;
            if (plugs || thing.kind() == ModelKind.SWITCH || thing.kind() == ModelKind.ACCESS_POINT) {
                NetworkUnit unit = playing(thing, news, by);
                if (plugs) {
                    plug(unit, socket, by);
                }
            }
        }
    }

    /** The measured link; answers the front of its socket. */
    private Wiring.Spot link(Tickets.Done news, Said by) {
        Tickets.Link link = news.link();
        Wiring.Spot far = far(news, by);
        NetworkUnit wall = unit(news, UnitKind.SOCKET, link.socket(), news.roomId()).orElseGet(() -> made(news, UnitKind.SOCKET, link.socket(), by));
        NetworkPort port = port(wall, ONLY);
        Wiring.Spot near = new Wiring.Spot(wall, port, Face.REAR);
        measured(cable(near, far, news.ticketId(), by), news);
        history.record(wall.ref(), NetworkAction.MEASURE, Said.that("network.said_measured", news.no()).and(link.passed() ? "network.said_passed"
                : "network.said_failed"));
        return new Wiring.Spot(wall, port, Face.FRONT);
    }

    /** The cable in the wall between a socket and a port, which may end at a panel that is patched to that port. */
    private NetworkCable cable(Wiring.Spot near, Wiring.Spot far, Long ticket, Said by) {
        Optional<NetworkEnd> end = wiring.end(near);
        if (end.isPresent()) {
            Wiring.Spot now = wiring.far(end.get());
            NetworkCable cable = Find.locked(em, NetworkCable.class, end.get().cableId());
            if (now.port().id().equals(far.port().id())) {
                return cable;
            }
            if (now.unit().kind() == UnitKind.PANEL && far.face() == Face.FRONT) {
                patch(new Wiring.Spot(now.unit(), now.port(), Face.FRONT), far, by);
                return cable;
            }
            wiring.unplug(cable, by);
        }
        corrected(far, ticket, by);
        return wiring.plug(near, far, null, null, null, by);
    }

    /** What the same work has measured in that port before, in another socket: it says now that it was this one, and both units remember it. */
    private void corrected(Wiring.Spot far, Long ticket, Said by) {
        wiring.end(far).map(end -> Find.locked(em, NetworkCable.class, end.cableId())).filter(cable -> ticket.equals(cable.ticketId()))
                .ifPresent(cable -> wiring.unplug(cable, by));
    }

    private void patch(Wiring.Spot panel, Wiring.Spot far, Said by) {
        Optional<NetworkEnd> patched = wiring.end(panel);
        if (patched.isPresent()) {
            if (wiring.far(patched.get()).port().id().equals(far.port().id())) {
                return;
            }
            wiring.unplug(Find.locked(em, NetworkCable.class, patched.get().cableId()), by);
        }
        wiring.plug(panel, far, null, null, null, by);
    }

    private void measured(NetworkCable cable, Tickets.Done news) {
        Tickets.Link link = news.link();
        cable.measured(news.ticketId(), link.cableClass(), link.lengthM(), link.passed(), clock.now());
    }

    /** What was typed, as the name of a unit and one of a port. */
    private record Split(String unit, String port) {
    }

    /** A port on record whose unit is called so. */
    record Known(Long unitId, String port) {
    }

    /**
     * The port that was typed: one on record that is called so, else one of a unit that is; the panel of a rack with the rack before it, if
     * several are called so. A switch or port that is not on record is written down, for the work has found it.
     */
    private Wiring.Spot far(Tickets.Done news, Said by) {
        String typed = Fold.text(news.link().switchPort());
        List<Known> known = of(news, typed, "select u.id as unitId, p.name as port from NetworkPort p left join NetworkUnit u on u.id = p.unitId",
                "concat(u.name, concat(' / ', p.name))");
        if (!known.isEmpty()) {
            return spot(Find.locked(em, NetworkUnit.class, only(typed, known).unitId()), known.get(0).port());
        }
        List<Split> splits = splits(typed);
        for (Split split : splits) {
            List<Known> units = of(news, split.unit(), "select u.id as unitId, u.name as port from NetworkUnit u", "u.name");
            if (!units.isEmpty()) {
                return spot(Find.locked(em, NetworkUnit.class, only(typed, units).unitId()), split.port());
            }
        }
        Split made = splits.stream().filter(s -> typed.startsWith(s.unit() + USUAL)).findFirst()
                .orElse(splits.isEmpty() ? new Split(typed, ONLY) : splits.get(splits.size() - 1));
        return spot(made(news, UnitKind.SWITCH, made.unit(), by), made.port());
    }

    private List<Known> of(Tickets.Done news, String name, String from, String called) {
        return Ask.of(em, Known.class, from + " left join NetworkUnit q on q.id = u.parentId where u.schoolId = :school and u.live = true and u.kind in :kinds"
                + " and (" + called + " = :name or concat(q.name, concat(' / ', " + called + ")) = :name) order by u.id").set("school", news.schoolId())
                .set("kinds", List.of(UnitKind.SWITCH, UnitKind.PANEL)).set("name", name).list();
    }

    private static Known only(String typed, List<Known> found) {
        if (found.size() > 1) {
            throw new Refused("network.port_ambiguous", typed);
        }
        return found.get(0);
    }

    private Wiring.Spot spot(NetworkUnit unit, String port) {
        return new Wiring.Spot(unit, port(unit, port), unit.kind() == UnitKind.PANEL ? Face.REAR : Face.FRONT);
    }

    private static List<Split> splits(String typed) {
        List<Split> splits = new ArrayList<>();
        Matcher between = BETWEEN.matcher(typed);
        while (between.find()) {
            if (between.start() > 0 && between.end() < typed.length()) {
                splits.add(new Split(typed.substring(0, between.start()), typed.substring(between.end())));
            }
        }
        return splits;
    }

    private Optional<NetworkUnit> unit(Tickets.Done news, UnitKind kind, String name, Long roomId) {
        return em.createQuery("select u from NetworkUnit u where u.schoolId = :school and u.name = :name and u.kind = :kind and u.withinId = :within"
                        + " and u.live = true", NetworkUnit.class).setParameter("school", news.schoolId()).setParameter("name", Fold.text(name))
                .setParameter("kind", kind).setParameter("within", roomId == null ? 0L : roomId).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream().findFirst();
    }

    private NetworkUnit made(Tickets.Done news, UnitKind kind, String name, Said by) {
        NetworkUnit unit = new NetworkUnit(news.schoolId(), kind, name, null, kind == UnitKind.SOCKET ? news.roomId() : null);
        em.persist(unit);
        em.flush();
        history.record(unit.ref(), NetworkAction.ADD, by);
        return unit;
    }

    private NetworkPort port(NetworkUnit unit, String name) {
        return named(unit, name).orElseGet(() -> wiring.addPorts(unit, Map.of(name, false)).get(0));
    }

    private Optional<NetworkPort> named(NetworkUnit unit, String name) {
        return em.createQuery("select p from NetworkPort p where p.unitId = :unit and p.name = :name", NetworkPort.class)
                .setParameter("unit", unit.id()).setParameter("name", name).getResultStream().findFirst();
    }

    /** The unit whose part the device plays; one with its inventory number if it plays none yet. */
    private NetworkUnit playing(Thing thing, Tickets.Done news, Said by) {
        NetworkUnit unit = em.createQuery("select u from NetworkUnit u where u.deviceId = :device and u.schoolId = :school and u.live = true",
                NetworkUnit.class).setParameter("device", thing.id()).setParameter("school", news.schoolId()).getResultStream().findFirst().orElse(null);
        if (unit == null) {
            UnitKind kind = thing.kind() == ModelKind.SWITCH ? UnitKind.SWITCH : thing.kind() == ModelKind.ACCESS_POINT ? UnitKind.ACCESS_POINT : UnitKind.DEVICE;
            unit = new NetworkUnit(news.schoolId(), kind, thing.inventoryNo(), null, news.roomId());
            unit.played(thing.id(), thing.modelId());
            em.persist(unit);
            em.flush();
            Map<String, Boolean> ports = wiring.ofModel(thing.modelId());
            wiring.addPorts(unit, ports.isEmpty() && kind != UnitKind.SWITCH ? Map.of(ONLY, false) : ports);
            history.record(unit.ref(), NetworkAction.ADD, by);
        } else if (!Objects.equals(unit.roomId(), news.roomId())) {
            unit.stands(unit.name(), unit.parentId(), news.roomId());
            history.record(unit.ref(), NetworkAction.CHANGE, by);
        }
        return unit;
    }

    /** Its first port goes into the socket, unless another device is plugged there. */
    private void plug(NetworkUnit unit, Wiring.Spot socket, Said by) {
        NetworkPort first = em.createQuery("select p from NetworkPort p where p.unitId = :unit order by p.place", NetworkPort.class)
                .setParameter("unit", unit.id()).setMaxResults(1).getResultStream().findFirst().orElse(null);
        if (first == null || wiring.end(socket).isPresent()) {
            return;
        }
        Wiring.Spot own = new Wiring.Spot(unit, first, Face.FRONT);
        wiring.end(own).ifPresent(end -> wiring.unplug(Find.locked(em, NetworkCable.class, end.cableId()), by));
        wiring.plug(own, socket, null, null, null, by);
    }
}
