package de.schulpakt.install.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.inventory.device.DeviceNumbers;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.inventory.pool.Offers;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.PdfCheck;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.overview.search.SearchQueries;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.web.ChoiceSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The network record: it is written by work that is done, kept free of contradictions, and read from the device to the uplink. */
@DbTest
class NetworkDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long school;
    private Long room;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        room = SchoolGiven.room(db, school, "A 1.07");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        InstallGiven.technician(db);
    }

    @Test
    void a_measurement_writes_socket_port_cable_and_access_point() {
        Long ticket = measured("1.07-1", "EV2-SW1 / 14", true);
        assertThat(names(UnitKind.SWITCH)).containsExactly("EV2-SW1");
        assertThat(names(UnitKind.SOCKET)).containsExactly("1.07-1");
        NetworkQueries.Port rear = unit(id(UnitKind.SOCKET, "1.07-1")).ports().get(0);
        assertThat(rear.rear().unit()).isEqualTo("EV2-SW1");
        assertThat(rear.rear().port()).isEqualTo("14");
        assertThat(rear.rear().passed()).isTrue();
        assertThat(rear.rear().cableClass()).isEqualTo(CableClass.EA);
        assertThat(rear.rear().lengthM()).isEqualByComparingTo("38.5");
        assertThat(rear.front().kind()).isEqualTo(UnitKind.ACCESS_POINT);
        assertThat(unit(id(UnitKind.SOCKET, "1.07-1")).timeline()).isNotEmpty();
        remeasured(ticket, "1.07-1", "EV2-SW1:15", false);
        NetworkQueries.Port now = unit(id(UnitKind.SOCKET, "1.07-1")).ports().get(0);
        assertThat(now.rear().port()).as("the cable has moved").isEqualTo("15");
        assertThat(now.rear().passed()).isFalse();
        assertThat(db.number("SELECT count(*) FROM network_cable WHERE live")).isEqualTo(2);
        db.checks();
    }

    @Test
    void what_contradicts_the_record_is_refused_and_stores_nothing() {
        measured("1.07-1", "EV2-SW1 / 14", true);
        Long ticket = begun();
        assertThatThrownBy(() -> measure(ticket, "1.07-2", "ev2-sw1 / 14", true)).hasMessageContaining("network.port_taken");
        assertThat(SchoolGiven.as(db, InstallGiven.TECHNICIAN, () -> db.get(de.schulpakt.install.ticket.TicketQueries.class).view(ticket)).state())
                .isEqualTo(TicketState.IN_WORK);
        assertThat(names(UnitKind.SOCKET)).containsExactly("1.07-1");
        db.checks();
    }

    @Test
    void the_same_work_says_that_it_was_another_socket() {
        Long ticket = InstallGiven.ticket(db, school, room);
        InstallGiven.take(db, ticket);
        InstallGiven.work(db, t -> t.start(ticket, InstallGiven.step(db, ticket)));
        measure(ticket, "1.07-3", "ev2-sw1 / 15", true);
        remeasured(ticket, "1.07-4", "ev2-sw1 / 15", true);
        assertThat(db.sql("SELECT u.name AS name FROM network_cable c JOIN network_end e ON e.cable_id = c.id JOIN network_port p ON p.id = e.port_id JOIN network_unit u ON u.id = p.unit_id"
                + " WHERE c.live AND c.ticket_id = ? AND u.kind = 'SOCKET'", ticket)).extracting(row -> row.get("name")).containsExactly("1.07-4");
        assertThat(db.number("SELECT count(*) FROM history h JOIN network_unit u ON u.id = h.subject_id WHERE h.subject_type = 'NetworkUnit' AND u.name = '1.07-3'"
                + " AND h.action = 'NetworkAction.UNPLUG'")).as("the first one remembers it").isPositive();
        db.checks();
    }

    @Test
    void a_socket_that_ends_at_a_panel_is_patched_to_the_switch_that_was_named() {
        Long panel = add(UnitKind.PANEL, "EV2-PP1", null, null, "24");
        Long socket = add(UnitKind.SOCKET, "1.07-1", null, room, "1");
        plug(port(socket, "1"), Face.REAR, port(panel, "7"), Face.REAR);
        measured("1.07-1", "EV2-SW1 / 14", true);
        NetworkQueries.Port seven = unit(panel).ports().get(6);
        assertThat(seven.rear().passed()).isTrue();
        assertThat(seven.front().unit()).isEqualTo("EV2-SW1");
        assertThat(seven.front().port()).isEqualTo("14");
        assertThat(unit(panel).ports().get(7)).as("nothing is plugged there").satisfies(free -> {
            assertThat(free.front()).isNull();
            assertThat(free.rear()).isNull();
            assertThat(free.vlan()).isNull();
        });
        assertThat(as(SCHOOL_ADMIN, () -> db.get(NetworkQueries.class).overview(school)).uplinks()).extracting(NetworkQueries.Uplink::version).containsOnlyNulls();
        db.checks();
    }

    @Test
    void the_way_leads_from_the_device_to_the_uplink_of_its_building() {
        Long distributor = add(UnitKind.DISTRIBUTOR, "EV2", null, room, null);
        Long rack = add(UnitKind.RACK, "Rack 1", distributor, null, null);
        Long core = add(UnitKind.SWITCH, "GV-SW1", rack, null, "Gi1/0/[1-4]");
        Long access = add(UnitKind.SWITCH, "EV2-SW1", rack, null, "[1-24]\n^SFP 1");
        measured("1.07-1", "EV2-SW1 / 14", true);
        Long device = db.number("SELECT device_id FROM network_unit WHERE kind = 'ACCESS_POINT'");
        assertThat(way(device).end()).isEqualTo(WayQueries.End.UNPLUGGED);
        plug(port(access, "SFP 1"), Face.FRONT, port(core, "Gi1/0/4"), Face.FRONT);
        assertThat(way(device).end()).isEqualTo(WayQueries.End.NO_WAY_UP);
        Long building = db.number("SELECT building_id FROM room WHERE id = ?", room);
        run(() -> db.get(NetworkPlans.class).setUplink(new NetworkPlans.SetUplink(building, null, UplinkTechnology.FIBRE, 1000, 500, "KEVAG Telekom",
                LocalDate.of(2027, 3, 1), "Leerrohr liegt", port(core, "Gi1/0/1"), null)));
        WayQueries.Way way = way(device);
        assertThat(way.end()).isEqualTo(WayQueries.End.UPLINK);
        assertThat(way.uplink().downMbit()).isEqualTo(1000);
        assertThat(way.steps()).extracting(WayQueries.Step::unit).containsExactly(db.sql("SELECT inventory_no AS n FROM device WHERE id = ?", device).get(0)
                .get("n").toString(), "1.07-1", "EV2-SW1", "EV2-SW1", "GV-SW1");
        assertThat(way.steps().get(2).cable().passed()).isTrue();
        assertThat(as(SCHOOL_ADMIN, () -> db.get(WayQueries.class).ofPort(port(id(UnitKind.SOCKET, "1.07-1"), "1"))).end()).isEqualTo(WayQueries.End.UPLINK);
        assertThat(as(SCHOOL_ADMIN, () -> db.get(NetworkQueries.class).within(distributor)).ports()).hasSize(29);
        PdfCheck.conforms(as(SCHOOL_ADMIN, () -> db.get(PrintQueries.class).print("distributor", distributor, null, Locale.GERMANY)).bytes());
        assertThat(as(SCHOOL_ADMIN, () -> db.get(NetworkQueries.class).overview(school)).units()).extracting(NetworkQueries.Branch::depth)
                .containsExactly(0, 1, 2, 2);
        assertThatThrownBy(() -> remove(core)).as("a cable").hasMessageContaining("network.unit_plugged");
        run(() -> db.get(Networks.class).unplug(cable(access, "SFP 1"), new Networks.Remove(1, "Umbau")));
        assertThatThrownBy(() -> remove(core)).hasMessageContaining("network.unit_uplink");
        assertThatThrownBy(() -> remove(rack)).hasMessageContaining("network.unit_holds");
        assertThat(way(InventoryGiven.device(db, InventoryGiven.tablet(db), school, room)).end()).isEqualTo(WayQueries.End.UNKNOWN);
        db.checks();
    }

    @Test
    void switches_that_lead_up_to_each_other_are_a_circle() {
        Long one = add(UnitKind.SWITCH, "SW1", null, null, "[1-4], ^up");
        Long two = add(UnitKind.SWITCH, "SW2", null, null, "[1-4], ^up");
        plug(port(one, "up"), Face.FRONT, port(two, "1"), Face.FRONT);
        plug(port(two, "up"), Face.FRONT, port(one, "1"), Face.FRONT);
        assertThat(as(InstallGiven.TECHNICIAN, () -> db.get(WayQueries.class).ofPort(port(one, "3"))).end()).isEqualTo(WayQueries.End.CIRCLE);
    }

    @Test
    void an_end_is_plugged_once_and_only_where_it_can_be() {
        Long panel = add(UnitKind.PANEL, "PP1", null, null, "4");
        Long one = add(UnitKind.SWITCH, "SW1", null, null, "4");
        Long cable = plug(port(panel, "1"), Face.FRONT, port(one, "1"), Face.FRONT);
        assertThatThrownBy(() -> plug(port(panel, "1"), Face.FRONT, port(one, "2"), Face.FRONT)).hasMessageContaining("network.port_taken");
        assertThatThrownBy(() -> plug(port(panel, "2"), Face.FRONT, port(one, "1"), Face.FRONT)).hasMessageContaining("network.port_taken");
        assertThatThrownBy(() -> plug(port(panel, "2"), Face.REAR, port(one, "2"), Face.REAR)).hasMessageContaining("network.no_rear");
        assertThatThrownBy(() -> plug(port(panel, "2"), Face.FRONT, port(panel, "2"), Face.REAR)).hasMessageContaining("network.port_itself");
        Long other = SchoolGiven.school(db, "Hilda-Gymnasium");
        Long foreign = run(() -> db.get(Networks.class).add(new Networks.Add(other, UnitKind.SWITCH, "SW1", null, null, null, "1", null, null)));
        assertThatThrownBy(() -> plug(port(panel, "2"), Face.FRONT, port(foreign, "1"), Face.FRONT)).hasMessageContaining("network.other_school");
        run(() -> db.get(Networks.class).unplug(cable, new Networks.Remove(1, "umgesteckt")));
        plug(port(panel, "1"), Face.FRONT, port(one, "2"), Face.FRONT);
        assertThatThrownBy(() -> run(() -> db.get(Networks.class).unplug(cable, new Networks.Remove(2, "noch einmal")))).isInstanceOf(NotFound.class);
        Long gone = add(UnitKind.SWITCH, "SW9", null, null, "1");
        remove(gone);
        assertThatThrownBy(() -> plug(port(panel, "3"), Face.FRONT, port(gone, "1"), Face.FRONT)).hasMessageContaining("network.taken_down");
        assertThat(add(UnitKind.SWITCH, "SW9", null, null, "1")).as("the name is free again").isNotEqualTo(gone);
        db.checks();
    }

    @Test
    void units_stand_where_they_can_stand_and_are_called_once() {
        Long distributor = add(UnitKind.DISTRIBUTOR, "EV2", null, room, null);
        assertThatThrownBy(() -> add(UnitKind.DISTRIBUTOR, "ev2", null, null, null)).hasMessageContaining("network_unit_once");
        assertThatThrownBy(() -> add(UnitKind.DISTRIBUTOR, "EV3", distributor, null, null)).hasMessageContaining("network.parent_unfit");
        assertThatThrownBy(() -> add(UnitKind.SOCKET, "1", null, null, "1")).hasMessageContaining("network.room_missing");
        Long foreign = SchoolGiven.room(db, SchoolGiven.school(db, "Hilda-Gymnasium"), "B 1");
        assertThatThrownBy(() -> add(UnitKind.SOCKET, "1", null, foreign, "1")).hasMessageContaining("network.room_of_other_school");
        Long device = InventoryGiven.device(db, InventoryGiven.accessPoint(db), school, room);
        assertThatThrownBy(() -> run(() -> db.get(Networks.class).add(new Networks.Add(school, UnitKind.PANEL, "P", null, null, device, null, null, null))))
                .hasMessageContaining("network.device_unfit");
        Long other = InventoryGiven.device(db, InventoryGiven.accessPoint(db), SchoolGiven.school(db, "Dritte"), null);
        assertThatThrownBy(() -> run(() -> db.get(Networks.class).add(new Networks.Add(school, UnitKind.ACCESS_POINT, "AP", null, null, other, null, null, null))))
                .hasMessageContaining("network.device_of_other_school");
        assertThatThrownBy(() -> add(UnitKind.SWITCH, "S", null, null, "201")).hasMessageContaining("network.ports_many");
        assertThatThrownBy(() -> add(UnitKind.SWITCH, "S", null, null, "interfaces:\nnone: 1")).hasMessageContaining("network.ports_unreadable");
        run(() -> db.get(Networks.class).change(distributor, new Networks.Change(1, "EV 2", null, room, null, "Keller", "umbenannt")));
        assertThat(unit(distributor).timeline().get(0).note()).isEqualTo("umbenannt");
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> {
            db.get(Networks.class).change(distributor, new Networks.Change(2, "X", null, null, null, null, "x"));
            return null;
        })).isInstanceOf(Forbidden.class);
    }

    @Test
    void a_device_takes_the_place_of_another_and_name_ports_and_cables_stay() {
        measured("1.07-1", "EV2-SW1 / 14", true);
        Long unit = db.number("SELECT id FROM network_unit WHERE kind = 'ACCESS_POINT'");
        Long spare = InventoryGiven.device(db, InventoryGiven.accessPoint(db), school, room);
        run(() -> db.get(DeviceNumbers.class).add(spare, new DeviceNumbers.Add(IdentifierKind.MAC, "AA:BB:CC:00:11:22")), "officer");
        run(() -> db.get(Networks.class).swap(unit, new Networks.Swap(unit(unit).unit().version(), spare, "defekt")));
        assertThat(unit(unit).unit().deviceId()).isEqualTo(spare);
        assertThat(unit(unit).ports().get(0).front().unit()).isEqualTo("1.07-1");
        assertThat(as(SCHOOL_ADMIN, () -> db.get(PortList.class).page(ListView.all().with("text", "aabb.cc00"))).rows()).extracting(PortList.Row::unitId)
                .containsExactly(unit);
        assertThat(as(SCHOOL_ADMIN, () -> db.get(SearchQueries.class).search("aabbcc001122")).toString()).contains("NetworkUnit");
        assertThat(as(SCHOOL_ADMIN, () -> db.get(SearchQueries.class).search("1.07-1")).toString()).contains("NetworkUnit");
    }

    @Test
    void a_model_has_the_ports_of_its_device_type_and_its_devices_get_them() {
        Long model = InventoryGiven.accessPoint(db);
        String type = "---\nmanufacturer: Ubiquiti\ninterfaces:\n  - name: Eth [0]\n    type: 1000base-t\n  - name: 'wlan0'\n  - name: mgmt\n    mgmt_only: true\nconsole-ports:\n  - name: no\n";
        run(() -> db.get(NetworkPlans.class).setModelPorts(model, new NetworkPlans.ModelPorts(List.of(), type)));
        assertThat(as(InstallGiven.TECHNICIAN, () -> db.get(NetworkQueries.class).modelPorts(model)).ports()).containsExactly("Eth [0]", "wlan0");
        Long ticket = InstallGiven.ticketOf(db, InventoryGiven.device(db, model, school, room));
        InstallGiven.install(db, ticket, room);
        assertThat(unit(db.number("SELECT id FROM network_unit WHERE kind = 'ACCESS_POINT'")).ports()).extracting(NetworkQueries.Port::name)
                .containsExactly("Eth [0]", "wlan0");
        run(() -> db.get(NetworkPlans.class).setModelPorts(model, new NetworkPlans.ModelPorts(List.of("Eth [0]", "wlan0"), "^eth[0-1]")));
        assertThatThrownBy(() -> run(() -> db.get(NetworkPlans.class).setModelPorts(model, new NetworkPlans.ModelPorts(List.of("Eth [0]", "wlan0"), "1"))))
                .as("as many, but others").hasMessageContaining("conflict");
        run(() -> db.get(NetworkPlans.class).setModelPorts(model, new NetworkPlans.ModelPorts(List.of("^eth0", "^eth1"), " ")));
        assertThat(as(InstallGiven.TECHNICIAN, () -> db.get(NetworkQueries.class).modelPorts(model)).ports()).isEmpty();
    }

    @Test
    void vlans_have_one_number_and_a_range_that_begins_where_it_says() {
        Long vlan = run(() -> db.get(NetworkPlans.class).addVlan(new NetworkPlans.AddVlan(school, 20, "Schüler", "10.20.0.0/16")));
        for (String wrong : List.of("10.20.0.1/16", "10.20.0.0/33", "300.1.1.0/24", "10.20.0.0", "fe80::1/64", "beispiel.de/24", "1:2/3")) {
            assertThatThrownBy(() -> run(() -> db.get(NetworkPlans.class).addVlan(new NetworkPlans.AddVlan(school, 21, "X", wrong)))).as(wrong)
                    .hasMessageContaining("network.range");
        }
        assertThatThrownBy(() -> run(() -> db.get(NetworkPlans.class).addVlan(new NetworkPlans.AddVlan(school, 20, "X", null))))
                .hasMessageContaining("network_vlan_once");
        run(() -> db.get(NetworkPlans.class).changeVlan(vlan, new NetworkPlans.ChangeVlan(1, "Schülernetz", "fd00:1::/64", "neues Konzept")));
        Long unit = add(UnitKind.SWITCH, "SW1", null, null, "4");
        run(() -> db.get(Networks.class).setPort(port(unit, "2"), new Networks.SetPort(1, null, vlan, true, false, null, "Schülernetz")));
        assertThat(unit(unit).ports().get(1).vlan()).isEqualTo(20);
        assertThatThrownBy(() -> run(() -> db.get(NetworkPlans.class).removeVlan(vlan, new Networks.Remove(2, "weg")))).hasMessageContaining("network.vlan_used");
        Long other = SchoolGiven.school(db, "Hilda-Gymnasium");
        Long foreign = run(() -> db.get(NetworkPlans.class).addVlan(new NetworkPlans.AddVlan(other, 20, "X", null)));
        assertThatThrownBy(() -> run(() -> db.get(Networks.class).setPort(port(unit, "1"), new Networks.SetPort(1, null, foreign, false, false, null, "x"))))
                .hasMessageContaining("network.vlan_of_other_school");
        Long there = run(() -> db.get(Networks.class).add(new Networks.Add(other, UnitKind.SWITCH, "S", null, null, null, "1", null, null)));
        Long building = db.number("SELECT building_id FROM room WHERE id = ?", room);
        assertThatThrownBy(() -> run(() -> db.get(NetworkPlans.class).setUplink(new NetworkPlans.SetUplink(building, null, UplinkTechnology.DSL, null, null, null,
                null, null, port(there, "1"), null)))).hasMessageContaining("network.port_of_other_school");
        run(() -> db.get(Networks.class).setPort(port(unit, "2"), new Networks.SetPort(2, null, null, false, true, "defekt", "Blitz")));
        run(() -> db.get(Networks.class).setPort(port(unit, "3"), new Networks.SetPort(1, null, vlan, false, false, null, "Schülernetz")));
        remove(unit);
        assertThatThrownBy(() -> run(() -> db.get(Networks.class).setPort(port(unit, "4"), new Networks.SetPort(1, null, vlan, false, false, null, "x"))))
                .hasMessageContaining("network.taken_down");
        run(() -> db.get(NetworkPlans.class).removeVlan(vlan, new Networks.Remove(2, "weg")));
        assertThat(as(SCHOOL_ADMIN, () -> db.get(NetworkQueries.class).vlans(school))).isEmpty();
        assertThat(as(SCHOOL_ADMIN, () -> db.get(NetworkQueries.class).overview(school)).timeline().get(0).action()).isEqualTo("NetworkAction.REMOVE_VLAN");
        db.checks();
    }

    @Test
    void a_port_is_found_though_its_name_has_what_else_stands_between() {
        Long core = add(UnitKind.SWITCH, "GV-SW1", null, null, "Gi1/0/[1-4]\nSFP 1");
        measured("1.07-1", "gv-sw1 / Gi1/0/4", true);
        measured("1.07-2", "GV-SW1 / SFP 1", true);
        measured("1.07-3", "GV-SW1:Gi1/0/3", true);
        measured("1.07-4", "GV-SW1 / Te1/1/1", true);
        assertThat(unit(core).ports()).extracting(NetworkQueries.Port::name).containsExactly("Gi1/0/1", "Gi1/0/2", "Gi1/0/3", "Gi1/0/4", "SFP 1", "Te1/1/1");
        measured("1.07-5", "EV2-SW1 / Gi1/0/1", true);
        assertThat(names(UnitKind.SWITCH)).containsExactly("EV2-SW1", "GV-SW1");
        db.checks();
    }

    @Test
    void a_panel_whose_name_several_racks_have_is_said_with_its_rack() {
        for (String rack : List.of("EV1", "EV2")) {
            add(UnitKind.PANEL, "PP1", add(UnitKind.RACK, rack, null, null, null), null, "24");
        }
        assertThatThrownBy(() -> measured("1.07-1", "PP1 / 7", true)).hasMessageContaining("network.port_ambiguous");
        assertThatThrownBy(() -> measured("1.07-1", "PP1 / 25", true)).hasMessageContaining("network.port_ambiguous");
        measured("1.07-1", "EV2 / PP1 / 7", true);
        measured("1.07-2", "EV2 / PP1 / 25", true);
        assertThat(names(UnitKind.SWITCH)).isEmpty();
        Long second = db.number("SELECT max(id) FROM network_unit WHERE kind = 'PANEL'");
        assertThat(unit(second).ports()).hasSize(25);
        assertThat(unit(second).ports().get(6).rear().unit()).isEqualTo("1.07-1");
        db.checks();
    }

    @Test
    void a_device_that_goes_to_another_school_plays_no_part_any_more() {
        Long authority = SchoolGiven.authority(db, "Kreis");
        Long from = SchoolGiven.school(db, authority, "Abgabe");
        Long to = SchoolGiven.school(db, authority, "Aufnahme");
        Long device = InventoryGiven.device(db, InventoryGiven.tablet(db), from, null);
        Long unit = run(() -> db.get(Networks.class).add(new Networks.Add(from, UnitKind.DEVICE, "Platz 1", null, null, device, "1", null, null)));
        run(() -> db.get(Networks.class).swap(unit, new Networks.Swap(1, null, "Reparatur")));
        assertThat(run(() -> db.get(NetworkQueries.class).unit(unit)).unit().deviceId()).isNull();
        run(() -> db.get(Networks.class).swap(unit, new Networks.Swap(2, device, "zurück")));
        SchoolGiven.user(db, "amt", Role.FUNDING_OFFICER, null, null);
        as("amt", () -> db.get(Offers.class).send(new Offers.Send(List.of(device), to, "Bedarf dort")));
        NetworkQueries.View after = run(() -> db.get(NetworkQueries.class).unit(unit));
        assertThat(after.unit().deviceId()).isNull();
        assertThat(after.timeline().get(0).toString()).contains("network.said_no_device");
        assertThat(run(() -> db.get(Networks.class).add(new Networks.Add(to, UnitKind.DEVICE, "Platz 1", null, null, device, "1", null, null)))).isNotEqualTo(unit);
        db.checks();
    }

    @Test
    void a_port_has_another_name_or_is_no_more_unless_something_is_plugged() {
        Long one = add(UnitKind.SWITCH, "SW1", null, null, "4");
        Long two = add(UnitKind.SWITCH, "SW2", null, null, "4");
        run(() -> db.get(Networks.class).setPort(port(one, "1"), new Networks.SetPort(1, "Gi1/0/1", null, false, false, null, "so beschriftet")));
        assertThat(unit(one).timeline().get(0).toString()).contains("network.said_renamed", "Gi1/0/1");
        assertThatThrownBy(() -> run(() -> db.get(Networks.class).setPort(port(one, "2"), new Networks.SetPort(1, "gi1/0/1", null, false, false, null, "x"))))
                .hasMessageContaining("network_port_once");
        Long cable = plug(port(one, "2"), Face.FRONT, port(two, "1"), Face.FRONT);
        assertThatThrownBy(() -> removePort(one, "2")).hasMessageContaining("network.port_plugged");
        run(() -> db.get(Networks.class).unplug(cable, new Networks.Remove(1, "falscher Port")));
        removePort(one, "2");
        assertThat(unit(one).ports()).extracting(NetworkQueries.Port::name).containsExactly("Gi1/0/1", "3", "4");
        assertThat(unit(one).timeline().get(0).action()).isEqualTo("NetworkAction.REMOVE_PORT");
        Long building = db.number("SELECT building_id FROM room WHERE id = ?", room);
        run(() -> db.get(NetworkPlans.class).setUplink(new NetworkPlans.SetUplink(building, null, UplinkTechnology.DSL, null, null, null, null, null, port(one, "3"),
                null)));
        assertThatThrownBy(() -> removePort(one, "3")).hasMessageContaining("network.port_uplink");
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> {
            db.get(Networks.class).removePort(port(one, "4"), new Networks.Remove(1, "x"));
            return null;
        })).isInstanceOf(Forbidden.class);
        db.checks();
    }

    @Test
    void a_kind_that_leaves_devices_as_they_are_makes_no_unit_of_them() {
        Long ticket = begun();
        db.sql("UPDATE ticket_kind SET devices = 'NONE' WHERE id = (SELECT kind_id FROM ticket WHERE id = ?)", ticket);
        try {
            measure(ticket, "1.07-1", "EV2-SW1 / 14", true);
        } finally {
            db.sql("UPDATE ticket_kind SET devices = 'SERVE' WHERE id = (SELECT kind_id FROM ticket WHERE id = ?)", ticket);
        }
        assertThat(names(UnitKind.ACCESS_POINT)).isEmpty();
        assertThat(names(UnitKind.SOCKET)).containsExactly("1.07-1");
    }

    @Test
    void more_than_a_picker_shows_can_be_found_and_what_is_chosen_is_shown() {
        add(UnitKind.SWITCH, "SW1", null, null, "200");
        NetworkQueries queries = db.get(NetworkQueries.class);
        assertThat(as(SCHOOL_ADMIN, () -> queries.offers(school, null))).hasSizeGreaterThan(ChoiceSource.SHOWN + 1);
        assertThat(as(SCHOOL_ADMIN, () -> queries.offers(school, "SW1 / 199"))).hasSize(1);
        Long device = InventoryGiven.device(db, InventoryGiven.tablet(db), school, null);
        run(() -> db.get(Networks.class).add(new Networks.Add(school, UnitKind.DEVICE, "Platz 1", null, null, device, "1", null, null)));
        assertThat(as(SCHOOL_ADMIN, () -> queries.devices(school, null))).as("it plays a part already").isEmpty();
        assertThat(as(SCHOOL_ADMIN, () -> queries.device(school, device))).extracting(NetworkQueries.Offer::id).containsExactly(device);
    }

    private void removePort(Long unit, String name) {
        run(() -> db.get(Networks.class).removePort(port(unit, name), new Networks.Remove(1, "nie dagewesen")));
    }

    @Test
    void names_are_read_as_people_write_them() {
        assertThat(PortNames.read("3").keySet()).containsExactly("1", "2", "3");
        assertThat(PortNames.read("Gi1/0/[9-11], ^Te1").keySet()).containsExactly("Gi1/0/9", "Gi1/0/10", "Gi1/0/11", "Te1");
        assertThat(PortNames.read("^Te1").get("Te1")).isTrue();
        assertThat(PortNames.read(String.join("\n", IntStream.range(0, 200).mapToObj(i -> "p" + i).toList()))).hasSize(200);
        assertThat(PortNames.read(" ")).isEmpty();
    }

    private Long begun() {
        Long ticket = InstallGiven.ticket(db, school, room);
        InstallGiven.take(db, ticket);
        InstallGiven.work(db, t -> t.start(ticket, InstallGiven.step(db, ticket)));
        return ticket;
    }

    private Long measured(String socket, String port, boolean passed) {
        Long ticket = begun();
        measure(ticket, socket, port, passed);
        return ticket;
    }

    private void remeasured(Long ticket, String socket, String port, boolean passed) {
        measure(ticket, socket, port, passed);
    }

    private void measure(Long ticket, String socket, String port, boolean passed) {
        InstallGiven.work(db, t -> t.measure(ticket, new Tickets.Measure(InstallGiven.version(db, ticket), room, socket, port, CableClass.EA, new BigDecimal("38.5"),
                -60, passed, null)));
    }

    private Long add(UnitKind kind, String name, Long parent, Long in, String ports) {
        return run(() -> db.get(Networks.class).add(new Networks.Add(school, kind, name, parent, in, null, ports, null, null)));
    }

    private void remove(Long unit) {
        run(() -> db.get(Networks.class).remove(unit, new Networks.Remove(unit(unit).unit().version(), "abgebaut")));
    }

    private Long plug(Long port, Face face, Long other, Face otherFace) {
        return run(() -> db.get(Networks.class).plug(new Networks.Plug(port, face, other, otherFace, null, null, null, null)));
    }

    private Long port(Long unit, String name) {
        return db.number("SELECT id FROM network_port WHERE unit_id = ? AND name = ?", unit, name);
    }

    private Long cable(Long unit, String port) {
        return db.number("SELECT cable_id FROM network_end WHERE live AND port_id = ?", port(unit, port));
    }

    private Long id(UnitKind kind, String name) {
        return db.number("SELECT id FROM network_unit WHERE live AND school_id = ? AND kind = ? AND name = ?", school, kind.name(), name);
    }

    private List<String> names(UnitKind kind) {
        return db.sql("SELECT name FROM network_unit WHERE live AND school_id = ? AND kind = ? ORDER BY name", school, kind.name()).stream()
                .map(row -> row.get("name").toString()).toList();
    }

    private NetworkQueries.View unit(Long id) {
        return as(SCHOOL_ADMIN, () -> db.get(NetworkQueries.class).unit(id));
    }

    private WayQueries.Way way(Long device) {
        return as(SCHOOL_ADMIN, () -> db.get(WayQueries.class).ofDevice(device));
    }

    private <T> T run(Callable<T> work) {
        return as(InstallGiven.TECHNICIAN, work);
    }

    private void run(Runnable work) {
        run(work, InstallGiven.TECHNICIAN);
    }

    private void run(Runnable work, String login) {
        if (login.equals("officer")) {
            SchoolGiven.user(db, login, Role.SCHOOL_ADMIN, null, school);
        }
        as(login, () -> {
            work.run();
            return null;
        });
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }
}
