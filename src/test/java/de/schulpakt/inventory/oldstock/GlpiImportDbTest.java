package de.schulpakt.inventory.oldstock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.exchange.ImportCounts;
import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.row.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inventories of the agent of GLPI are a source of the old stock; who was signed in, addresses and credentials are never kept. */
@DbTest
class GlpiImportDbTest {
    private static final String NOTEBOOK = """
            {"action": "inventory", "deviceid": "lf014-2017", "tag": "000005", "content": {
              "bios": {"assettag": "0000000000", "skunumber": "PT243E", "smanufacturer": "TOSHIBA", "smodel": "PORTEGE Z30-A", "ssn": "8C554721F", "msn": "G658"},
              "hardware": {"chassis_type": "Notebook", "name": "LF014", "lastloggeduser": "johan.muster", "uuid": "0055ADC9", "winprodid": "GEHEIM-1"},
              "networks": [{"type": "loopback", "mac": "00:00:00:00:00:00", "virtualdev": true},
                {"type": "ethernet", "mac": "b8:6b:23:e0:5c:81", "ipaddress": "172.28.220.96"}, {"type": "ethernet", "mac": "b8:6b:23:e0:5c:81"},
                {"type": "wifi", "mac": "B4:6D:83:00:11:22", "ipaddress6": "fe80::1"}, {"type": "ethernet", "mac": "52:54:00:fa:20:0e", "virtualdev": true}],
              "monitors": [{"manufacturer": "IVM", "caption": "PL2480H", "serial": "11182M5200867", "base64": "AP/GEHEIM"}, {"caption": "innen", "serial": "00000000"}],
              "users": [{"login": "johan.muster"}], "remote_mgmt": [{"id": "GEHEIM-2", "type": "teamviewer"}], "softwares": [{"name": "Geheimprogramm"}]}}""";
    private static final String SWITCH = """
            {"action": "netinventory", "itemtype": "NetworkEquipment", "content": {"network_device": {"contact": "noc.muster@example.org", "credentials": 4,
              "manufacturer": "Cisco", "model": "Catalyst 3750-24/48", "serial": "FOC1243W0ED", "mac": "00:23:ac:6a:01:00", "type": "Networking", "ips": ["10.1.0.100"]}}}""";
    private Db db;
    private Long school;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        InventoryGiven.officer(db);
    }

    @Test
    void computers_screens_and_network_equipment_are_taken_in_and_nothing_else_is_kept() {
        Long id = upload("[" + NOTEBOOK + "," + SWITCH + "]");
        String kept = new String((byte[]) db.sql("select content from import_job where id = ?", id).get(0).get("content"), StandardCharsets.UTF_8);
        assertThat(kept).contains("8C554721F", "FOC1243W0ED").doesNotContain("muster", "GEHEIM", "172.28", "Geheimprogramm", "10.1.0.100", "LF014", "0055ADC9");
        choose(id);
        assertThat(view(id).counts()).isEqualTo(new ImportCounts(3, 0, 0, 0, 0));
        run(id);
        DeviceQueries.View notebook = device("8C554721F");
        assertThat(notebook).extracting(DeviceQueries.View::maker, DeviceQueries.View::model, DeviceQueries.View::partNo, DeviceQueries.View::kind)
                .containsExactly("TOSHIBA", "PORTEGE Z30-A", "PT243E", ModelKind.NOTEBOOK);
        assertThat(notebook.identifiers()).filteredOn(n -> n.kind() == IdentifierKind.MAC).extracting(DeviceQueries.Identifier::value)
                .containsExactlyInAnyOrder("b8:6b:23:e0:5c:81", "B4:6D:83:00:11:22");
        assertThat(notebook.identifiers()).extracting(DeviceQueries.Identifier::kind).as("a tag of zeros is none").doesNotContain(IdentifierKind.TAG);
        assertThat(device("11182M5200867").kind()).isEqualTo(ModelKind.DISPLAY);
        assertThat(device("0023ac6a0100")).extracting(DeviceQueries.View::kind, DeviceQueries.View::serial).containsExactly(ModelKind.SWITCH, "FOC1243W0ED");
        Long again = upload(NOTEBOOK.replace("B4:6D:83:00:11:22", "B4:6D:83:00:11:33"));
        assertThat(view(again).counts()).as("a newer inventory adds a number").isEqualTo(new ImportCounts(0, 1, 1, 0, 0));
        db.checks();
    }

    @Test
    void conflicts_stand_at_their_rows() {
        choose(upload("[" + NOTEBOOK + "," + SWITCH + "]"));
        Long id = upload("[" + NOTEBOOK + "," + NOTEBOOK + "," + SWITCH.replace("FOC1243W0ED", "ANDERE") + "]");
        choose(id);
        List<ImportQueries.Line> lines = as(() -> db.get(ImportQueries.class).preview(id, Outcome.WRONG, PageRequest.of(1, 50, null), Locale.GERMAN)).rows();
        assertThat(lines).hasSize(2).allSatisfy(l -> assertThat(l.findings()).extracting(Finding.Told::code).contains("oldstock.twice"));
    }

    @Test
    void what_is_no_inventory_is_refused_with_its_reason() {
        assertThatThrownBy(() -> upload("{\"a\": ")).hasMessageContaining("glpi.not_json");
        assertThatThrownBy(() -> upload("{\"content\": {\"bios\": {\"smodel\": \"Virtual Machine\", \"ssn\": \"To Be Filled By O.E.M.\"}}}")).hasMessageContaining("glpi.none");
        assertThatThrownBy(() -> upload("[{\"content\": []}, {\"content\": {\"networks\": [5], \"monitors\": {}}}]")).hasMessageContaining("glpi.none");
        assertThatThrownBy(() -> upload("{\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}")).hasMessageContaining("glpi.not_json");
        assertThatThrownBy(() -> upload("[" + "{},".repeat(GlpiFile.MOST) + "{}]")).hasMessageContaining("glpi.too_many");
        assertThat(db.number("select count(*) from import_job")).isZero();
    }

    private void choose(Long id) {
        ImportQueries.View view = view(id);
        Map<String, String> options = new LinkedHashMap<>(view.settings().options());
        options.put("school", school.toString());
        as(() -> {
            db.get(Imports.class).change(id, new Imports.Settings(view.version(), new ImportSettings(view.settings().format(), view.settings().columns(), options)));
            return null;
        });
    }

    private Long upload(String text) {
        return as(() -> db.get(Imports.class).upload("device", new Imports.Upload("inventar.json", text.getBytes(StandardCharsets.UTF_8))));
    }

    private void run(Long id) {
        as(() -> {
            db.get(Imports.class).run(id, new Imports.Step(view(id).version()));
            db.get(Imports.class).execute(id);
            return null;
        });
    }

    private ImportQueries.View view(Long id) {
        return as(() -> db.get(ImportQueries.class).view(id, Locale.GERMAN));
    }

    private DeviceQueries.View device(String number) {
        return as(() -> db.get(DeviceQueries.class).view(db.get(DeviceQueries.class).known(number).get(0).deviceId()));
    }

    private <T> T as(Callable<T> work) {
        return SchoolGiven.as(db, InventoryGiven.OFFICER, work);
    }
}
