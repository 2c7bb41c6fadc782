package de.schulpakt.demo;

import de.schulpakt.install.network.Face;
import de.schulpakt.install.network.NetworkPlans;
import de.schulpakt.install.network.NetworkQueries;
import de.schulpakt.install.network.Networks;
import de.schulpakt.install.network.UnitKind;
import de.schulpakt.install.network.UplinkTechnology;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The distributors of a school of the demo, its uplinks and VLANs. */
@ApplicationScoped
class DemoNetwork {
    @Inject
    Networks networks;
    @Inject
    NetworkPlans plans;
    @Inject
    NetworkQueries queries;
    @Inject
    SchoolQueries schools;

    /** What was there before the measurements: two distributors, a panel that leads to three rooms, the uplink. */
    void tell(Long school, Long cellar, List<Long> rooms, LocalDate fibreOn) {
        Long main = add(school, UnitKind.DISTRIBUTOR, "GV1", null, cellar, null, null);
        Long core = add(school, UnitKind.SWITCH, "GV1-SW1", main, null, "[1-24], SFP [1-4]", "HE 10");
        Long floor = add(school, UnitKind.DISTRIBUTOR, "EV2", null, null, null, null);
        Long rack = add(school, UnitKind.RACK, "Rack 1", floor, null, null, null);
        Long panel = add(school, UnitKind.PANEL, "EV2-PP1", rack, null, "24", "HE 12");
        Long access = add(school, UnitKind.SWITCH, "EV2-SW1", rack, null, "[1-24], ^SFP 1", "HE 11");
        plug(access, 24, Face.FRONT, core, 24, Face.FRONT, CableClass.FIBRE, "62.0", "LWL 1");
        Long pupils = plans.addVlan(new NetworkPlans.AddVlan(school, 20, "Schülernetz", "10.20.0.0/16"));
        plans.addVlan(new NetworkPlans.AddVlan(school, 30, "Verwaltung", "10.30.4.0/24"));
        NetworkQueries.Port fourteen = queries.unit(access).ports().get(13);
        networks.setPort(fourteen.id(), new Networks.SetPort(fourteen.version(), null, pupils, false, false, null, "WLAN der Klassenräume"));
        Long socket = add(school, UnitKind.SOCKET, "1.12-3", null, rooms.get(0), "1", null);
        plug(socket, 0, Face.REAR, panel, 2, Face.REAR, CableClass.EA, "38.0", null);
        List<SchoolQueries.BuildingOption> buildings = schools.buildings(school);
        plans.setUplink(new NetworkPlans.SetUplink(buildings.get(0).id(), null, UplinkTechnology.DSL, 250, 40, "KEVAG Telekom", fibreOn,
                "Leerrohr vom Gehweg bis in den Keller liegt", queries.unit(core).ports().get(0).id(), null));
    }

    private Long add(Long school, UnitKind kind, String name, Long parent, Long room, String ports, String place) {
        return networks.add(new Networks.Add(school, kind, name, parent, room, null, ports, place, null));
    }

    private void plug(Long unit, int port, Face face, Long other, int otherPort, Face otherFace, CableClass as, String length, String label) {
        networks.plug(new Networks.Plug(queries.unit(unit).ports().get(port).id(), face, queries.unit(other).ports().get(otherPort).id(), otherFace, as,
                new BigDecimal(length), label, null));
    }
}
