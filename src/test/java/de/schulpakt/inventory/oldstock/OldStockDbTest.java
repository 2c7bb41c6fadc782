package de.schulpakt.inventory.oldstock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.exchange.ImportAction;
import de.schulpakt.exchange.ImportBack;
import de.schulpakt.exchange.ImportCounts;
import de.schulpakt.exchange.ImportKind;
import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.ImportState;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.identity.Role;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.inventory.tag.TagQueries;
import de.schulpakt.inventory.tag.TagRolls;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.util.TypeLiteral;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The old stock comes from the tables that somebody kept; secrets and names of people in them are never stored. */
@DbTest
class OldStockDbTest {
    private static final String HEAD = "Seriennummer;Inventarnr.;WLAN-MAC;Hersteller;Modell;Kategorie;Schule;Raum;Kaufdatum;Kaufpreis;Besitzer;ActivationLockBypassCode\n";
    private static final String TABLET = "DMQ-1;ALT/1;aa:bb:cc:00:11:22;Apple;iPad 9;Tablet;Görres-Gymnasium;204;06.05.2019;1.299,50 €;Max Muster;GEHEIM-1\n";
    private Db db;
    private Long school;
    private Long room;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        room = SchoolGiven.room(db, school, "204");
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        InventoryGiven.officer(db);
    }

    @Test
    void a_dry_run_writes_nothing_and_then_all_is_taken_in() {
        Long id = upload(InventoryGiven.OFFICER, HEAD + TABLET + "DMQ-2;;;Apple;iPad 9;;Görres-Gymnasium;;;;;\n");
        assertThat(view(id).counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 0));
        assertThat(db.number("select count(*) from device") + db.number("select count(*) from device_model")).isZero();
        run(InventoryGiven.OFFICER, id);
        DeviceQueries.View device = device("dmq1");
        assertThat(device).extracting(DeviceQueries.View::model, DeviceQueries.View::state, DeviceQueries.View::roomId, DeviceQueries.View::priceCents,
                DeviceQueries.View::origin).containsExactly("iPad 9", DeviceState.IN_SERVICE, room, 129_950L, Devices.DeviceOrigin.IMPORT);
        assertThat(device.deliveredOn()).hasToString("2019-05-06");
        assertThat(device.kind()).hasToString("TABLET");
        assertThat(device.identifiers()).extracting(DeviceQueries.Identifier::kind).containsExactlyInAnyOrder(IdentifierKind.INVENTORY_NO,
                IdentifierKind.INVENTORY_NO, IdentifierKind.MAC, IdentifierKind.SERIAL);
        assertThat(device("DMQ-2")).extracting(DeviceQueries.View::state, DeviceQueries.View::priceCents).containsExactly(DeviceState.IN_STOCK, null);
        assertThat(db.number("select count(*) from device_model")).isEqualTo(1);
        db.checks();
    }

    @Test
    void secrets_and_names_of_people_are_not_even_kept_in_the_file() {
        Long id = upload(InventoryGiven.OFFICER, HEAD + TABLET + "DMQ-3;zu;wenige Zellen;Max Muster\n");
        String kept = as(InventoryGiven.OFFICER, () -> new String((byte[]) db.sql("select content from import_job where id = ?", id).get(0).get("content"),
                StandardCharsets.UTF_8));
        assertThat(kept).contains("DMQ-1", "iPad 9", "Besitzer").doesNotContain("GEHEIM", "Muster");
        assertThat(view(id).findings()).extracting(Finding.Told::code).contains("oldstock.columns_left");
        assertThat(lines(id, Outcome.WRONG)).extracting(ImportQueries.Line::line).containsExactly(3);
        assertThatThrownBy(() -> upload(InventoryGiven.OFFICER, "Vorname;Nachname\nMax;Muster\n")).hasMessageContaining("oldstock.no_columns");
    }

    @Test
    void what_may_be_assigned_is_kept_and_what_is_not_kept_cannot_be_assigned() {
        Long id = upload(InventoryGiven.OFFICER, "Seriennummer (Hersteller);Hersteller;Modell;Schule;Anschaffungsdatum am;Kaufpreis (EUR, brutto);Standort Klassenleitung;Gerätename;"
                + "Schuleansprechpartner;Modell Nutzer\nDMQ-7;Apple;iPad 9;Görres-Gymnasium;06.05.2019;400,00;Frau Meier;iPad von Max;Herr Kunz;Max Muster\n");
        String kept = as(InventoryGiven.OFFICER, () -> new String((byte[]) db.sql("select content from import_job where id = ?", id).get(0).get("content"), StandardCharsets.UTF_8));
        assertThat(kept).contains("DMQ-7", "06.05.2019", "400,00").doesNotContain("Meier", "Max", "Kunz");
        ImportQueries.View view = view(id);
        assertThat(view.columns()).filteredOn(c -> !c.field().isEmpty()).as("what is assigned has cells").allSatisfy(c -> assertThat(c.samples()).isNotEmpty())
                .extracting(ImportQueries.Column::field).containsExactly("SERIAL", "MAKER", "MODEL", "SCHOOL", "BOUGHT", "PRICE");
        assertThat(view.columns()).filteredOn(ImportQueries.Column::left).extracting(ImportQueries.Column::name)
                .containsExactly("Standort Klassenleitung", "Gerätename", "Schuleansprechpartner", "Modell Nutzer");
        List<String> columns = new java.util.ArrayList<>(view.settings().columns());
        columns.set(7, "OTHER_NO");
        assertThatThrownBy(() -> as(InventoryGiven.OFFICER, () -> {
            db.get(Imports.class).change(id, new Imports.Settings(view.version(), new ImportSettings(view.settings().format(), columns, view.settings().options())));
            return null;
        })).hasMessageContaining("import.column_left");
        run(InventoryGiven.OFFICER, id);
        assertThat(device("DMQ-7")).extracting(DeviceQueries.View::priceCents, d -> String.valueOf(d.deliveredOn())).containsExactly(40_000L, "2019-05-06");
        // a job of a version before, which has assigned what it did not keep
        db.sql("update import_job set settings = replace(settings, 'PRICE,,', 'PRICE,,OTHER_NO') where id = ?", id);
        assertThat((String) db.sql("select settings from import_job where id = ?", id).get(0).get("settings")).contains("PRICE,,OTHER_NO,,");
        Long again = upload(InventoryGiven.OFFICER, "Seriennummer (Hersteller);Hersteller;Modell;Schule;Anschaffungsdatum am;Kaufpreis (EUR, brutto);Standort Klassenleitung;Gerätename;"
                + "Schuleansprechpartner;Modell Nutzer\nDMQ-8;Apple;iPad 9;Görres-Gymnasium;06.05.2019;400,00;Frau Meier;iPad von Max;Herr Kunz;Max Muster\n");
        assertThat(view(again).settings().columns()).containsExactly("SERIAL", "MAKER", "MODEL", "SCHOOL", "BOUGHT", "PRICE", "", "", "", "");
    }

    @Test
    void a_repeated_import_adds_and_moves_and_never_erases() {
        run(InventoryGiven.OFFICER, upload(InventoryGiven.OFFICER, HEAD + TABLET));
        Long same = upload(InventoryGiven.OFFICER, HEAD + TABLET);
        assertThat(view(same).counts()).isEqualTo(new ImportCounts(0, 0, 1, 0, 0));
        SchoolGiven.room(db, school, "205");
        Long more = upload(InventoryGiven.OFFICER, "MAC;IMEI;Modell;Schule;Raum;Preis\nAA-BB-CC-00-11-22;352099001761481;;;Raum 205;1,00\n");
        assertThat(lines(more, Outcome.CHANGED).get(0).changes()).extracting("fact").containsExactly("number", "room");
        run(InventoryGiven.OFFICER, more);
        assertThat(device("352099001761481")).extracting(DeviceQueries.View::serial, DeviceQueries.View::room, DeviceQueries.View::priceCents)
                .containsExactly("DMQ-1", "205", 129_950L);
        assertThat(device("dmq1").timeline()).extracting("action").containsExactly("DeviceAction.IMPORT", "DeviceAction.IMPORT");
        db.checks();
    }

    @Test
    void what_differs_is_decided_field_by_field_for_one_row_or_for_all_and_never_erases() {
        String head = "Seriennummer;Hersteller;Modell;Schule;Raum;Kaufdatum;Kaufpreis;Garantie bis;Lieferant\n";
        run(InventoryGiven.OFFICER, upload(InventoryGiven.OFFICER, head + "U-1;Apple;iPad 9;Görres-Gymnasium;204;06.05.2019;450,00;06.05.2021;Alt GmbH\n"
                + "U-2;Apple;iPad 9;Görres-Gymnasium;204;06.05.2019;450,00;06.05.2021;Alt GmbH\nU-3;Apple;iPad 9;Görres-Gymnasium;204;06.05.2019;450,00;06.05.2021;Alt GmbH\n"));
        SchoolGiven.room(db, school, "205");
        Long id = upload(InventoryGiven.OFFICER, head + "U-1;Apple;iPad 9;Görres-Gymnasium;205;07.05.2019;470,00;07.05.2022;Neu GmbH\n"
                + "U-2;Apple;iPad 9;Görres-Gymnasium;204;06.05.2019;470,00;;\nU-3;Apple;iPad 9;Görres-Gymnasium;;;;;\n");
        assertThat(asked(id)).extracting(ImportQueries.Line::line).as("what is empty is no difference").containsExactly(2, 3);
        assertThat(asked(id).get(0).questions()).extracting(q -> q.name()).containsExactly("conflict.row.2.ROOM", "conflict.row.2.PRICE", "conflict.row.2.BOUGHT",
                "conflict.row.2.WARRANTY", "conflict.row.2.SUPPLIER");
        assertThat(asked(id).get(0).questions().get(1).about()).contains("450,00", "470,00");
        assertThat(as(InventoryGiven.OFFICER, () -> db.get(ImportQueries.class).questions(id, Locale.GERMAN))).extracting(q -> q.name() + " " + q.rows())
                .containsExactly("conflict.all.ROOM 1", "conflict.all.PRICE 2", "conflict.all.BOUGHT 1", "conflict.all.WARRANTY 1", "conflict.all.SUPPLIER 1");
        assertThat(lines(id, Outcome.CHANGED).get(0).changes()).extracting("fact").as("a room is taken unless somebody says otherwise, all else stays").containsExactly("room");
        assertThat(lines(id, Outcome.SAME)).extracting(ImportQueries.Line::line).containsExactly(3, 4);
        set(InventoryGiven.OFFICER, id, Map.of("conflict.row.2.ROOM", "keep", "conflict.all.PRICE", "take", "conflict.row.3.PRICE", "keep", "conflict.row.2.BOUGHT", "take",
                "conflict.row.2.WARRANTY", "take", "conflict.all.SUPPLIER", "take"));
        assertThat(lines(id, Outcome.CHANGED)).extracting(ImportQueries.Line::line).containsExactly(2);
        run(InventoryGiven.OFFICER, id);
        DeviceQueries.View first = device("U-1");
        assertThat(first).extracting(DeviceQueries.View::room, DeviceQueries.View::priceCents, DeviceQueries.View::supplier).containsExactly("204", 47_000L, "Neu GmbH");
        assertThat(List.of(first.deliveredOn(), first.inServiceOn(), first.warrantyEndOn())).extracting(Object::toString).containsExactly("2019-05-07", "2019-05-07", "2022-05-07");
        assertThat(first.timeline().get(0).facts().toString()).contains("Money[cents=45000]", "Money[cents=47000]", "Alt GmbH", "Neu GmbH");
        assertThat(device("U-2")).extracting(DeviceQueries.View::priceCents, DeviceQueries.View::supplier).containsExactly(45_000L, "Alt GmbH");
        assertThat(device("U-3")).extracting(DeviceQueries.View::room, DeviceQueries.View::priceCents).containsExactly("204", 45_000L);
        Long wrong = upload(InventoryGiven.OFFICER, head + "U-1;Apple;iPad 9;Görres-Gymnasium;205;;;;\n");
        assertThatThrownBy(() -> set(InventoryGiven.OFFICER, wrong, Map.of("conflict.row.2.ROOM", "vielleicht"))).hasMessageContaining("import.settings");
        db.checks();
    }

    @Test
    void another_serial_number_at_the_inventory_number_of_a_device_is_asked() {
        String head = "Seriennummer;Inventarnummer;Hersteller;Modell;Schule\n";
        run(InventoryGiven.OFFICER, upload(InventoryGiven.OFFICER, head + "S-1;ALT-1;Apple;iPad 9;Görres-Gymnasium\nS-2;ALT-2;Apple;iPad 9;Görres-Gymnasium\n;ALT-3;Apple;iPad 9;Görres-Gymnasium\n"));
        Long id = upload(InventoryGiven.OFFICER, head + "S-9;ALT-1;Apple;iPad 9;Görres-Gymnasium\nS-8;ALT-2;Apple;iPad 9;Görres-Gymnasium\nS-3;ALT-3;Apple;iPad 9;Görres-Gymnasium\n");
        assertThat(asked(id)).extracting(l -> l.questions().get(0).name()).containsExactly("conflict.row.2.SERIAL", "conflict.row.3.SERIAL");
        assertThat(asked(id).get(0).questions().get(0).about()).contains("S-1", "S-9");
        Finding.Told told = lines(id, Outcome.SAME).get(0).findings().get(0);
        assertThat(told.code()).isEqualTo("oldstock.other_serial");
        assertThat(told.toString()).contains(device("ALT-1").inventoryNo(), "S-1", "S-9");
        assertThat(lines(id, Outcome.CHANGED)).as("one that has none gets it").extracting(ImportQueries.Line::line).containsExactly(4);
        set(InventoryGiven.OFFICER, id, Map.of("conflict.row.3.SERIAL", "take"));
        run(InventoryGiven.OFFICER, id);
        assertThat(List.of(device("ALT-1"), device("ALT-2"), device("ALT-3"))).extracting(DeviceQueries.View::serial).containsExactly("S-1", "S-8", "S-3");
        assertThat(db.number("select count(*) from device_identifier where kind = 'SERIAL' and ended_at is null")).as("none has two").isEqualTo(3);
        assertThat(device("ALT-2").timeline().get(0).facts().toString()).contains("S-2", "S-8");
        db.checks();
    }

    @Test
    void what_an_order_says_is_not_put_right_by_a_file() {
        Long model = InventoryGiven.model(db, "iPad 9", de.schulpakt.inventory.device.ModelKind.TABLET, false);
        InventoryGiven.device(db, model, school, room, "BEST-1", null);
        Long id = upload(InventoryGiven.OFFICER, "Seriennummer;Hersteller;Modell;Schule;Kaufpreis\nBEST-1;Beispiel;iPad 9;Görres-Gymnasium;1,00\n");
        assertThat(asked(id)).isEmpty();
        assertThat(lines(id, Outcome.SAME).get(0).findings()).extracting(Finding.Told::code).containsExactly("oldstock.differs_elsewhere");
        set(InventoryGiven.OFFICER, id, Map.of("conflict.all.PRICE", "take"));
        assertThat(lines(id, Outcome.SAME)).hasSize(1);
    }

    private List<ImportQueries.Line> asked(Long id) {
        return as(InventoryGiven.OFFICER, () -> db.get(ImportQueries.class).preview(id, null, true, new PageRequest(1, 50, null), Locale.GERMAN)).rows();
    }

    @Test
    void a_tag_that_was_printed_before_is_bound_only_if_its_roll_says_so() {
        Long authority = SchoolGiven.authority(db, "Stadt Koblenz");
        Long hilda = SchoolGiven.school(db, authority, "Hilda-Gymnasium");
        Long roll = as(InventoryGiven.OFFICER, () -> db.get(TagRolls.class).make(new TagRolls.Make(authority, 5, null)));
        Long ended = as(InventoryGiven.OFFICER, () -> db.get(TagRolls.class).make(new TagRolls.Make(authority, 5, null)));
        Long foreign = as(InventoryGiven.OFFICER, () -> db.get(TagRolls.class).make(new TagRolls.Make(SchoolGiven.authority(db, "Stadt Mainz"), 5, null)));
        as(InventoryGiven.OFFICER, () -> {
            db.get(TagRolls.class).end(ended, new TagRolls.Why(1, "verloren"));
            return null;
        });
        String head = "Seriennummer;Etikett;Hersteller;Modell;Schule\n";
        Long id = upload(InventoryGiven.OFFICER, head + "T1;" + tag(roll, 1) + ";Apple;iPad 9;Hilda-Gymnasium\nT2;" + tag(ended, 1) + ";Apple;iPad 9;Hilda-Gymnasium\nT3;"
                + tag(foreign, 1) + ";Apple;iPad 9;Hilda-Gymnasium\nT4;" + tag(roll, 6) + ";Apple;iPad 9;Hilda-Gymnasium\nT5;ALT-7;Apple;iPad 9;Hilda-Gymnasium\n");
        assertThat(lines(id, Outcome.NEW)).extracting(ImportQueries.Line::line).containsExactly(2, 6);
        assertThat(lines(id, Outcome.WRONG)).extracting(l -> l.findings().stream().map(Finding.Told::code).filter(code -> code.startsWith("oldstock.tag")).toList())
                .containsExactly(List.of("oldstock.tag_ended"), List.of("oldstock.tag_foreign"), List.of("oldstock.tag_foreign"));
        Long good = upload(InventoryGiven.OFFICER, head + "T1;" + tag(roll, 1).toLowerCase(Locale.ROOT).replace("-", " ") + ";Apple;iPad 9;Hilda-Gymnasium\n");
        run(InventoryGiven.OFFICER, good);
        assertThat(device(tag(roll, 1)).serial()).isEqualTo("T1");
        assertThat(db.number("select count(*) from device_identifier where kind = 'TAG' and binary value = ?", tag(roll, 1))).as("kept as it is printed").isEqualTo(1);
        assertThat(lines(upload(InventoryGiven.OFFICER, head + "T9;" + tag(ended, 1).toLowerCase(Locale.ROOT) + ";Apple;iPad 9;Hilda-Gymnasium\n"), Outcome.WRONG))
                .as("small letters are no way around the roll").hasSize(1);
        assertThat(as(InventoryGiven.OFFICER, () -> db.get(TagQueries.class).view(roll)).bound()).as("the roll knows it").isEqualTo(1);
        Long late = upload(InventoryGiven.OFFICER, head + "T6;" + tag(roll, 2) + ";Apple;iPad 9;Hilda-Gymnasium\n");
        db.sql("update tag_roll set state = 'ENDED' where id = ?", roll);
        assertThatThrownBy(() -> db.tx(() -> {
            db.get(TagRolls.class).taken(Map.of(tag(roll, 2), hilda));
            return null;
        })).as("ended between the look and the import").hasMessageContaining("tag.roll_ended");
        assertThat(view(late).counts()).as("what was read before is compared anew").isEqualTo(new ImportCounts(0, 0, 0, 1, 0));
        assertThat(lines(upload(InventoryGiven.OFFICER, head + "T1;" + tag(roll, 1) + ";Apple;iPad 9;Hilda-Gymnasium\n"), Outcome.SAME)).as("what is bound stays").hasSize(1);
        db.checks();
    }

    private String tag(Long roll, int at) {
        return db.sql("select no from tag_roll where id = ?", roll).get(0).get("no") + String.format("-%04d", at);
    }

    @Test
    void what_cannot_be_meant_for_sure_waits_for_an_answer() {
        SchoolGiven.school(db, "Grundschule Lützel");
        SchoolGiven.school(db, "Grundschule Lützel-Nord");
        run(InventoryGiven.OFFICER, upload(InventoryGiven.OFFICER, HEAD + TABLET + "DMQ-2;ALT/2;;Apple;iPad 9;;Görres-Gymnasium;;;;;\n"));
        Long id = upload(InventoryGiven.OFFICER, "Seriennummer;Inventarnummer;Modell;Schule;Raum;Kaufdatum;Preis;IMEI\n"
                + "A1;;iPad 9;Görres;999;31.02.2020;viel;123\n"
                + "A2;;iPad 9;Lützel;;;;\n"
                + "A3;;iPad 9;Nirgends;;;;\n"
                + "A4;;;Görres-Gymnasium;;;;\n"
                + ";;iPad 9;Görres-Gymnasium;;;;\n"
                + "A1;;iPad 9;Görres-Gymnasium;;;;\n"
                + "DMQ 1;ALT 2;iPad 9;Görres-Gymnasium;;;;\n"
                + "A5;;iPad 9;;;;;\n");
        Map<Integer, List<String>> codes = lines(id, null).stream().collect(Collectors.toMap(ImportQueries.Line::line,
                l -> l.findings().stream().map(Finding.Told::code).sorted().toList()));
        assertThat(codes.get(2)).containsExactly("oldstock.day_wrong", "oldstock.model_proposed", "oldstock.number_wrong", "oldstock.price_wrong",
                "oldstock.room_unknown", "oldstock.school_proposed");
        assertThat(codes.get(3)).contains("oldstock.school_several");
        assertThat(codes.get(4)).contains("oldstock.school_unknown");
        assertThat(codes.get(5)).contains("oldstock.model_missing");
        assertThat(codes.get(6)).contains("oldstock.no_number");
        assertThat(codes.get(7)).contains("oldstock.twice");
        assertThat(codes.get(8)).contains("oldstock.several");
        assertThat(codes.get(9)).contains("oldstock.school_missing");
        assertThatThrownBy(() -> run(InventoryGiven.OFFICER, id)).hasMessageContaining("import.wrong_rows");
        set(InventoryGiven.OFFICER, id, Map.of("leaveOut", "true", "school", school.toString(), "service", "IN_STOCK", "kind", "TABLET"));
        assertThat(view(id).counts().created()).isEqualTo(2);
        run(InventoryGiven.OFFICER, id);
        assertThat(device("A5").schoolId()).isEqualTo(school);
        assertThatThrownBy(() -> set(InventoryGiven.OFFICER, id, Map.of("school", "x"))).hasMessageContaining("import.settings");
        db.checks();
    }

    @Test
    void a_school_takes_in_its_own_only_and_adds_no_model() {
        run(InventoryGiven.OFFICER, upload(InventoryGiven.OFFICER, HEAD + TABLET));
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Hilda-Gymnasium"));
        Long foreign = upload("fremd", HEAD + TABLET + "H1;;;Apple;iPad 9;;;;;;;\nH2;;;Apple;Neu;;;;;;;\nH3;;;Apple;iPad 9;;Görres-Gymnasium;;;;;\n");
        Map<Integer, List<String>> codes = as("fremd", () -> db.get(ImportQueries.class).preview(foreign, null, PageRequest.of(1, 50, null), Locale.GERMAN))
                .rows().stream().collect(Collectors.toMap(ImportQueries.Line::line, l -> l.findings().stream().map(Finding.Told::code).toList()));
        assertThat(codes.get(2)).contains("oldstock.foreign");
        assertThat(codes.get(3)).as("its only school").isEmpty();
        assertThat(codes.get(4)).containsExactly("oldstock.model_unknown");
        assertThat(codes.get(5)).containsExactly("oldstock.school_unknown");
        SchoolGiven.user(db, "technik", Role.TECHNICIAN, null, null);
        assertThatThrownBy(() -> upload("technik", HEAD + TABLET)).isInstanceOf(Forbidden.class);
    }

    @Test
    void a_lost_device_is_not_moved_and_model_and_school_of_a_known_one_stay() {
        run(InventoryGiven.OFFICER, upload(InventoryGiven.OFFICER, HEAD + TABLET + "DMQ-2;;;Apple;iPad 10;;Görres-Gymnasium;204;;;;\n"));
        Long hilda = SchoolGiven.school(db, "Hilda-Gymnasium");
        SchoolGiven.room(db, school, "205");
        Long device = device("DMQ-1").id();
        as("schule", () -> {
            db.get(Devices.class).reportLost(device, new Devices.ReportLost(InventoryGiven.version(db, device), "weg"));
            return null;
        });
        Long id = upload(InventoryGiven.OFFICER, "Seriennummer;Hersteller;Modell;Schule;Raum\nDMQ-1;Apple;iPad 9;Görres-Gymnasium;205\nDMQ-2;Apple;iPad 9;Hilda-Gymnasium;205\n");
        assertThat(lines(id, Outcome.SAME)).extracting(l -> l.findings().stream().map(Finding.Told::code).toList())
                .containsExactly(List.of("oldstock.gone"), List.of("oldstock.other_school", "oldstock.other_model"));
        assertThat(hilda).isNotEqualTo(school);
        SchoolGiven.room(db, school, "205");
        Long twice = upload(InventoryGiven.OFFICER, "Seriennummer;Modell;Schule;Raum\nDMQ-2;iPad 10;Görres-Gymnasium;205\n");
        assertThat(lines(twice, null).get(0).findings()).extracting(Finding.Told::code).contains("oldstock.room_several");
    }

    @Test
    void two_thousand_rows_with_other_line_ends_and_encoding_are_few_statements() {
        String rows = IntStream.range(0, 2_000).mapToObj(i -> "S" + i + ";;;Acer;Tablet Grün;Tablet;Görres-Gymnasium;204;2020-01-01;100;;").collect(Collectors.joining("\r\n"));
        Long id = as(InventoryGiven.OFFICER, () -> db.get(Imports.class).upload("device", new Imports.Upload("alt.csv",
                (HEAD.strip() + "\r\n" + rows).getBytes(Charset.forName("windows-1252")))));
        as(InventoryGiven.OFFICER, () -> {
            db.get(Imports.class).run(id, new Imports.Step(db.get(ImportQueries.class).view(id, Locale.GERMAN).version()));
            assertThat(db.statements(() -> db.get(Imports.class).execute(id))).isLessThan(250);
            return null;
        });
        assertThat(db.number("select count(*) from device where state = 'IN_SERVICE'")).isEqualTo(2_000);
        assertThat(db.sql("select name from device_model").get(0).get("name")).isEqualTo("Tablet Grün");
        db.checks();
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "SCHULPAKT_DATA", matches = ".+")
    void a_foreign_export_is_read_without_its_people() throws Exception {
        byte[] file = Files.readAllBytes(Path.of(System.getenv("SCHULPAKT_DATA"), "inventories", "snipe-it", "assets-sample.csv"));
        Long id = as(InventoryGiven.OFFICER, () -> db.get(Imports.class).upload("device", new Imports.Upload("assets.csv", file)));
        String kept = new String((byte[]) db.sql("select content from import_job where id = ?", id).get(0).get("content"), StandardCharsets.UTF_8);
        assertThat(kept).contains("ICC-2065556", "Macbook Pro").doesNotContain("nulla suspendisse", "@");
        Map<String, String> settings = new LinkedHashMap<>(Map.of("school", school.toString()));
        ImportQueries.View view = view(id);
        List<String> columns = view.settings().columns().stream().map(c -> c.equals("SCHOOL") ? "" : c).toList();
        as(InventoryGiven.OFFICER, () -> {
            db.get(Imports.class).change(id, new Imports.Settings(view.version(), new ImportSettings(view.settings().format(), columns, settings)));
            return null;
        });
        assertThat(view(id).counts().created()).isGreaterThan(10);
        assertThat(view(id).counts().wrong()).isZero();
    }

    @Test
    void an_import_is_taken_back_but_for_what_was_touched_since() {
        String rows = "T-1;ALT/9;;Apple;iPad 9;;Görres-Gymnasium;204;;;;\nT-2;;;Apple;iPad 9;;Görres-Gymnasium;204;;;;\nT-3;;;Apple;iPad 9;;Görres-Gymnasium;;;;;\nT-4;;;Apple;iPad 9;;Görres-Gymnasium;;;;;\n";
        run(InventoryGiven.OFFICER, upload(InventoryGiven.OFFICER, HEAD + TABLET));
        Long id = upload(InventoryGiven.OFFICER, HEAD + TABLET + rows);
        run(InventoryGiven.OFFICER, id);
        assertThat(back(id)).extracting(ImportBack::goes, ImportBack::stays).containsExactly(4, 0);
        DeviceQueries.View described = device("T-2");
        as("schule", () -> {
            db.get(Devices.class).describe(described.id(), new Devices.Describe(described.version(), "am Fenster", null, null, null));
            return null;
        });
        db.sql("insert into device_sight (device_id, told_at, told_by) select id, now(6), 'x' from device where serial = 'T-4'");
        assertThat(back(id)).extracting(ImportBack::goes, ImportBack::stays).containsExactly(2, 2);
        assertThat(back(id).shown()).extracting(one -> one.told(Locale.GERMAN)).anyMatch(said -> said.contains(described.inventoryNo()));
        String gone = device("T-1").inventoryNo();
        int version = view(id).version();
        assertThat(view(id).actions()).contains(ImportAction.TAKE_BACK);
        SchoolGiven.user(db, "nur.hier", Role.SCHOOL_ADMIN, null, school);
        assertThatThrownBy(() -> takeBack("nur.hier", id, version)).isInstanceOf(NotFound.class);
        assertThat(takeBack(InventoryGiven.OFFICER, id, version)).extracting(ImportBack::goes, ImportBack::stays).containsExactly(2, 2);
        assertThatThrownBy(() -> takeBack(InventoryGiven.OFFICER, id, version)).isInstanceOf(Conflict.class);
        assertThat(view(id)).satisfies(v -> {
            assertThat(v.job().state()).isEqualTo(ImportState.TAKEN_BACK);
            assertThat(v.actions()).isEmpty();
            assertThat(v.timeline().toString()).contains("falsche Liste", "said.import_stays", described.inventoryNo());
        });
        Long first = db.number("select id from device where inventory_no = ?", gone);
        DeviceQueries.View was = as(InventoryGiven.OFFICER, () -> db.get(DeviceQueries.class).view(first));
        assertThat(was.state()).isEqualTo(DeviceState.RETIRED);
        assertThat(was.timeline().get(0).action()).isEqualTo("DeviceAction.TAKE_OUT");
        assertThat(was.timeline().toString()).contains("falsche Liste", "alt.csv");
        assertThat(was.room()).isNull();
        assertThat(device("DMQ-1").state()).as("known before, and only read again").isNotEqualTo(DeviceState.RETIRED);
        Long again = upload(InventoryGiven.OFFICER, HEAD + rows);
        assertThat(view(again).counts()).as("their numbers are free").isEqualTo(new ImportCounts(2, 0, 2, 0, 0));
        run(InventoryGiven.OFFICER, again);
        db.checks();
    }

    @Test
    void what_cannot_be_taken_back_says_why() {
        Long id = upload(InventoryGiven.OFFICER, HEAD + TABLET);
        run(InventoryGiven.OFFICER, id);
        DeviceQueries.View only = device("DMQ-1");
        as("schule", () -> {
            db.get(Devices.class).describe(only.id(), new Devices.Describe(only.version(), "am Fenster", null, null, null));
            return null;
        });
        assertThatThrownBy(() -> takeBack(InventoryGiven.OFFICER, id, view(id).version())).hasMessageContaining("import.all_touched");
        db.sql("delete from import_made");
        assertThat(back(id)).isNull();
        assertThat(view(id).actions()).isEmpty();
        assertThatThrownBy(() -> takeBack(InventoryGiven.OFFICER, id, view(id).version())).hasMessageContaining("import.made_unknown");
        db.sql("update import_job set kind = 'prices'");
        assertThat(as(InventoryGiven.OFFICER, () -> db.get(ImportQueries.class).noWayBack(id)).key()).isEqualTo("import.prices.stays");
        assertThatThrownBy(() -> takeBack(InventoryGiven.OFFICER, id, view(id).version())).hasMessageContaining("import.stays");
        for (ImportKind kind : db.all(new TypeLiteral<ImportKind>() { })) {
            assertThat(kind.wayBack() != null || Texts.has(Locale.GERMAN, "import." + kind.name() + ".stays")).as(kind.name()).isTrue();
        }
    }

    private ImportBack back(Long id) {
        return as(InventoryGiven.OFFICER, () -> db.get(ImportQueries.class).back(id));
    }

    private ImportBack takeBack(String login, Long id, int version) {
        return as(login, () -> db.get(Imports.class).takeBack(id, new Imports.TakeBack(version, "falsche Liste")));
    }

    private Long upload(String login, String text) {
        return as(login, () -> db.get(Imports.class).upload("device", new Imports.Upload("alt.csv", text.getBytes(StandardCharsets.UTF_8))));
    }

    private void run(String login, Long id) {
        as(login, () -> {
            db.get(Imports.class).run(id, new Imports.Step(view(id).version()));
            db.get(Imports.class).execute(id);
            return null;
        });
    }

    private void set(String login, Long id, Map<String, String> options) {
        ImportQueries.View view = view(id);
        as(login, () -> {
            db.get(Imports.class).change(id, new Imports.Settings(view.version(), new ImportSettings(view.settings().format(), view.settings().columns(), options)));
            return null;
        });
    }

    private ImportQueries.View view(Long id) {
        return as(InventoryGiven.OFFICER, () -> db.get(ImportQueries.class).view(id, Locale.GERMAN));
    }

    private List<ImportQueries.Line> lines(Long id, Outcome outcome) {
        return as(InventoryGiven.OFFICER, () -> db.get(ImportQueries.class).preview(id, outcome, PageRequest.of(1, 50, null), Locale.GERMAN)).rows();
    }

    private DeviceQueries.View device(String number) {
        return as(InventoryGiven.OFFICER, () -> db.get(DeviceQueries.class).view(db.get(DeviceQueries.class).known(number).get(0).deviceId()));
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }
}
