package de.schulpakt.install.network;

import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Plugs and unplugs; both units remember it. Whoever calls has asked the guard. */
@ApplicationScoped
class Wiring {
    @PersistenceContext
    EntityManager em;
    @Inject
    History history;

    /** A face of a port with its unit. */
    record Spot(NetworkUnit unit, NetworkPort port, Face face) {
        /** As people say it. */
        String label() {
            return unit.name() + " / " + port.name();
        }
    }

    /** The port with its unit, which is locked: whoever plugs at one unit waits for the other. */
    Spot locked(Long portId, Face face) {
        NetworkPort port = Find.one(em, NetworkPort.class, portId);
        return new Spot(Find.locked(em, NetworkUnit.class, port.unitId()), port, face);
    }

    /**
     * Plugs a cable.
     *
     * @throws Refused {@code network.port_itself}, {@code network.no_rear}, {@code network.taken_down}, {@code network.port_taken}
     */
    NetworkCable plug(Spot a, Spot b, String label, CableClass cableClass, BigDecimal lengthM, Said said) {
        if (a.port().id().equals(b.port().id())) {
            throw new Refused("network.port_itself", a.label());
        }
        for (Spot spot : List.of(a, b)) {
            if (spot.face() == Face.REAR && !spot.unit().kind().passive()) {
                throw new Refused("network.no_rear", spot.label());
            }
            if (!spot.unit().live()) {
                throw new Refused("network.taken_down", spot.unit().name());
            }
        }
        taken(a, b).ifPresent(end -> {
            throw new Refused("network.port_taken", (end.portId().equals(a.port().id()) ? a : b).label(), far(end).label());
        });
        NetworkCable cable = new NetworkCable(a.unit().schoolId(), label, cableClass, lengthM);
        em.persist(cable);
        em.flush();
        em.persist(new NetworkEnd(cable.id(), 1, a.port().id(), a.face()));
        em.persist(new NetworkEnd(cable.id(), 2, b.port().id(), b.face()));
        em.flush();
        history.record(a.unit().ref(), NetworkAction.PLUG, said("network.said_plugged", a, b, said));
        history.record(b.unit().ref(), NetworkAction.PLUG, said("network.said_plugged", b, a, said));
        return cable;
    }

    private static Said said(String key, Spot here, Spot there, Said more) {
        List<Sentence> facts = new ArrayList<>(List.of(Sentence.of(key, here.port().name(), there.label())));
        facts.addAll(more.facts());
        return new Said(facts, more.words());
    }

    /** Unplugs a cable at both ends. */
    void unplug(NetworkCable cable, Said said) {
        List<NetworkEnd> ends = ends(cable.id());
        Spot a = spot(ends.get(0));
        Spot b = spot(ends.get(1));
        ends.forEach(NetworkEnd::unplugged);
        cable.unplugged();
        em.flush();
        history.record(a.unit().ref(), NetworkAction.UNPLUG, said("network.said_unplugged", a, b, said));
        history.record(b.unit().ref(), NetworkAction.UNPLUG, said("network.said_unplugged", b, a, said));
    }

    List<NetworkEnd> ends(Long cableId) {
        return em.createQuery("select e from NetworkEnd e where e.cableId = :cable and e.live = true order by e.place", NetworkEnd.class)
                .setParameter("cable", cableId).getResultList();
    }

    private Spot spot(NetworkEnd end) {
        NetworkPort port = Find.one(em, NetworkPort.class, end.portId());
        return new Spot(Find.one(em, NetworkUnit.class, port.unitId()), port, end.face());
    }

    /** What is plugged there now. */
    Optional<NetworkEnd> end(Spot spot) {
        return em.createQuery("select e from NetworkEnd e where e.portId = :port and e.face = :face and e.live = true", NetworkEnd.class)
                .setParameter("port", spot.port().id()).setParameter("face", spot.face()).getResultStream().findFirst();
    }

    private Optional<NetworkEnd> taken(Spot a, Spot b) {
        return em.createQuery("select e from NetworkEnd e where e.live = true and (e.portId = :a and e.face = :aFace or e.portId = :b and e.face = :bFace)",
                NetworkEnd.class).setParameter("a", a.port().id()).setParameter("aFace", a.face()).setParameter("b", b.port().id())
                .setParameter("bFace", b.face()).getResultStream().findFirst();
    }

    /** Where the cable that ends here ends, too. */
    Spot far(NetworkEnd end) {
        return spot(ends(end.cableId()).stream().filter(e -> !e.portId().equals(end.portId())).findFirst().orElseThrow());
    }

    /** More ports of a unit, after those that it has. */
    List<NetworkPort> addPorts(NetworkUnit unit, Map<String, Boolean> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        int[] last = {Ask.of(em, Integer.class, "select max(p.place) from NetworkPort p where p.unitId = :unit").set("unit", unit.id())
                .list().stream().filter(Objects::nonNull).findFirst().orElse(0)};
        List<NetworkPort> ports = new ArrayList<>();
        names.forEach((name, up) -> ports.add(new NetworkPort(unit, ++last[0], name, up)));
        ports.forEach(em::persist);
        em.flush();
        return ports;
    }

    /** The ports that devices of a model have, in their order. */
    Map<String, Boolean> ofModel(Long modelId) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        Ask.of(em, Named.class, "select m.name as name, m.leadsUp as leadsUp from ModelPort m where m.modelId = :model order by m.place")
                .set("model", modelId).list().forEach(n -> names.put(n.name(), n.leadsUp()));
        return names;
    }

    /** A port of a model. */
    record Named(String name, Boolean leadsUp) {
    }
}
