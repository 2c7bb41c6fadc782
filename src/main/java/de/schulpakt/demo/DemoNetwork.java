package de.schulpakt.demo;

import de.schulpakt.install.floor.FloorPlans;
import de.schulpakt.install.floor.FloorQueries;
import de.schulpakt.install.network.Face;
import de.schulpakt.install.network.NetworkPlans;
import de.schulpakt.install.network.NetworkQueries;
import de.schulpakt.install.network.Networks;
import de.schulpakt.install.network.UnitKind;
import de.schulpakt.install.network.UplinkTechnology;
import de.schulpakt.install.planning.BlockKind;
import de.schulpakt.install.planning.SiteTimes;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import javax.imageio.ImageIO;

/** The distributors of a school of the demo, its uplinks and VLANs, and where they are. */
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
    @Inject
    FloorPlans floors;
    @Inject
    FloorQueries floorQueries;
    @Inject
    SiteTimes site;
    @Inject
    Intake intake;
    @Inject
    Papers papers;

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

    /** The floor of a room with two distributors and its sockets drawn on it. */
    void draw(Long school, Long room) {
        String building = schools.room(room).building();
        Long plan = floors.create(new FloorPlans.Create(schools.buildings(school).stream().filter(one -> one.name().equals(building)).findFirst().orElseThrow().id(),
                "1. OG"));
        try (Received file = intake.take(new ByteArrayInputStream(picture()), "Grundriss-1-OG.png")) {
            papers.attach("FloorPlan", plan, new Papers.Attach("PLAN", "aus dem Brandschutzplan", null), file);
        }
        int place = 0;
        for (FloorQueries.Offer unit : floorQueries.units(plan, null).stream().limit(4).toList()) {
            floors.place(plan, new FloorPlans.Place(unit.id(), null, null, 140 + 230 * place, place % 2 == 0 ? 240 : 760));
            place++;
        }
    }

    /** Somebody opens until the evening, and exams are written on two days. */
    void times(Long school, LocalDate exams) {
        site.hours(school, new SiteTimes.Hours(null, LocalTime.of(6, 30), LocalTime.of(19, 0)));
        site.block(school, new SiteTimes.Block(BlockKind.EXAM, exams, exams.plusDays(1)));
    }

    /** Walls of a corridor with four rooms at each side. */
    private static byte[] picture() {
        BufferedImage image = new BufferedImage(1200, 700, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setBackground(Color.WHITE);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1200, 700);
        pen.setColor(Color.DARK_GRAY);
        pen.setStroke(new BasicStroke(6));
        pen.drawRect(20, 20, 1160, 660);
        for (int room = 0; room < 4; room++) {
            pen.drawRect(20 + 290 * room, 20, 290, 260);
            pen.drawRect(20 + 290 * room, 420, 290, 260);
            pen.clearRect(130 + 290 * room, 276, 60, 8);
            pen.clearRect(130 + 290 * room, 416, 60, 8);
        }
        pen.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Long add(Long school, UnitKind kind, String name, Long parent, Long room, String ports, String place) {
        return networks.add(new Networks.Add(school, kind, name, parent, room, null, ports, place, null));
    }

    private void plug(Long unit, int port, Face face, Long other, int otherPort, Face otherFace, CableClass as, String length, String label) {
        networks.plug(new Networks.Plug(queries.unit(unit).ports().get(port).id(), face, queries.unit(other).ports().get(otherPort).id(), otherFace, as,
                new BigDecimal(length), label, null));
    }
}
