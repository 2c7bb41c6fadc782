package de.schulpakt.inventory.oldstock;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.exchange.ImportCounts;
import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvFormat;
import de.schulpakt.exchange.table.CsvRow;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.field.FieldType;
import de.schulpakt.inventory.field.OwnFields;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is exported is what the import reads: read again it changes nothing, read into an empty system it gives the same devices. */
@DbTest
class StockRoundTripDbTest {
    private static final String HEAD = "Seriennummer;Inventarnummer;Etikett;MAC-Adresse;IMEI;Hersteller;Modell;Teilenummer;Kategorie;Schule;Gebäude;Raum;Stellplatz;Kaufdatum;"
            + "In Betrieb seit;Kaufpreis;Lieferant;Garantie bis;Bewilligung;Hülle;Farbe\n";
    private static final List<String> MODELS = List.of("iPad 9", "Grün & \"Blau\"; 13''", "=Formel", "Board 86", "Pad-Ω", "-5 Plus");

    @Test
    void export_import_into_an_empty_system_export_is_equal_and_the_own_export_changes_nothing(Db db) {
        Long authority = SchoolGiven.authority(db, "Stadt Koblenz");
        Long one = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        Long other = SchoolGiven.school(db, authority, "Schule „Am Berg“; Außenstelle");
        SchoolGiven.room(db, one, "204");
        SchoolGiven.room(db, one, "Raum 204");
        SchoolGiven.room(db, other, "Lager; hinten");
        InventoryGiven.officer(db);
        Long budget = FundingGiven.budget(db, authority, one, Category.MOBILE_DEVICE, 90_000_000);
        String award = db.sql("select a.no from application a join budget b on b.application_id = a.id where b.id = ?", budget).get(0).get("no") + "/1";
        SchoolGiven.user(db, "verwaltung", Role.ADMIN, null, null);
        as(db, "verwaltung", () -> {
            db.get(OwnFields.class).create(new OwnFields.Create(ModelKind.TABLET, "Hülle", FieldType.TEXT, null, null));
            db.get(OwnFields.class).create(new OwnFields.Create(ModelKind.NOTEBOOK, "Hülle", FieldType.NUMBER, null, null));
            return db.get(OwnFields.class).create(new OwnFields.Create(null, "Farbe", FieldType.TEXT, null, null));
        });
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        StringBuilder file = new StringBuilder(HEAD);
        for (int i = 0; i < 60; i++) {
            file.append(row(random, i, award)).append('\n');
        }
        Long first = upload(db, file.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(counts(db, first)).as("seed " + seed + ", " + findings(db, first)).isEqualTo(new ImportCounts(60, 0, 0, 0, 0));
        run(db, first);
        byte[] before = export(db, null);
        assertThat(rows(before)).as("seed " + seed).hasSize(60);
        assertThat(rows(before).values().stream().filter(r -> r.get("Bewilligung").equals(award)).count()).as("seed " + seed).isPositive();

        Long again = upload(db, before);
        assertThat(counts(db, again)).as("seed " + seed + ": the own export changes nothing, " + changes(db, again)).isEqualTo(new ImportCounts(0, 0, 60, 0, 0));

        Map<String, Map<String, String>> then = rows(before);
        for (String table : List.of("own_value", "device_payer", "placement", "device_identifier", "device", "device_model")) {
            db.sql("delete from " + table);
        }
        Long into = upload(db, before);
        assertThat(counts(db, into)).as("seed " + seed + ", " + findings(db, into)).isEqualTo(new ImportCounts(60, 0, 0, 0, 0));
        run(db, into);
        Map<String, Map<String, String>> now = rows(export(db, null));
        then.forEach((serial, was) -> {
            Map<String, String> is = now.get(serial);
            assertThat(is).as("seed " + seed + ": " + serial).isNotNull();
            List<String> numbers = new ArrayList<>(List.of(is.remove("Inventarnummer").split(" \\| ")));
            numbers.remove(0);
            assertThat(numbers).as("seed " + seed + ": the number of the house is kept as an earlier one").containsExactlyInAnyOrder(was.remove("Inventarnummer").split(" \\| "));
            assertThat(is).as("seed " + seed + ": " + serial).isEqualTo(was);
        });
        assertThat(now).hasSameSizeAs(then);
        db.checks();
    }

    @Test
    void what_is_gone_is_left_out_and_a_school_sees_its_own_only(Db db) {
        Long one = SchoolGiven.school(db, "Görres-Gymnasium");
        Long other = SchoolGiven.school(db, "Hilda-Gymnasium");
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, one);
        Long model = InventoryGiven.tablet(db);
        InventoryGiven.device(db, model, other, null, "H-1", null);
        InventoryGiven.device(db, model, one, null, "G-1", null);
        Long lost = InventoryGiven.device(db, model, one, null, "G-2", null);
        as(db, "schule", () -> {
            db.get(Devices.class).reportLost(lost, new Devices.ReportLost(InventoryGiven.version(db, lost), "weg"));
            return null;
        });
        assertThat(rows(export(db, null)).keySet()).containsExactly("H-1", "G-1");
        assertThat(rows(export(db, one)).keySet()).containsExactly("G-1");
        assertThat(rows(as(db, "schule", () -> written(db, null))).keySet()).containsExactly("G-1");
        assertThat(rows(as(db, "schule", () -> written(db, other)))).isEmpty();
    }

    private static String row(Random random, int i, String award) {
        String model = MODELS.get(random.nextInt(MODELS.size()));
        int kind = MODELS.indexOf(model);
        boolean first = random.nextBoolean();
        boolean room = random.nextInt(4) > 0;
        boolean paid = first && kind % 2 == 0 && random.nextBoolean();
        String hex = String.format("%04x", i);
        return Stream.of("SN-" + i, random.nextBoolean() ? "ALT/" + i + " | Inv-" + i : "", random.nextBoolean() ? "E" + i : "",
                        random.nextBoolean() ? "aa:bb:cc:01:" + hex.substring(0, 2) + ":" + hex.substring(2) + " | aa:bb:cc:02:" + hex.substring(0, 2) + ":" + hex.substring(2) : "",
                        "", "Möller", model, kind == 0 ? "MK2L3FD/A" : "", kind % 2 == 0 ? "Tablet" : "Notebook", first ? "Görres-Gymnasium" : "Schule „Am Berg“; Außenstelle", "",
                        !room ? "" : first ? random.nextBoolean() ? "204" : "Raum 204" : "Lager; hinten", room && random.nextBoolean() ? "Schrank; \"2\"" : "",
                        paid || random.nextBoolean() ? "2025-0" + (1 + random.nextInt(9)) + "-15" : "", room && random.nextBoolean() ? "2025-10-0" + (1 + random.nextInt(9)) : "",
                        paid || random.nextBoolean() ? (100 + random.nextInt(900)) + "," + (10 + random.nextInt(90)) : "", random.nextBoolean() ? "Händler & Söhne" : "",
                        random.nextBoolean() ? "2029-02-28" : "", paid ? award : "", random.nextBoolean() ? kind % 2 == 0 ? "Leder" : "12" : "", random.nextBoolean() ? "=rot" : "")
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"").collect(Collectors.joining(";"));
    }

    private static Map<String, Map<String, String>> rows(byte[] content) {
        CsvFile file = CsvFile.read(content, new CsvFormat("UTF-8", ';', 1));
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (CsvRow row : file.rows()) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < file.columns().size(); i++) {
                cells.put(file.columns().get(i), row.value(i));
            }
            rows.put(cells.get("Seriennummer"), cells);
        }
        return rows;
    }

    private static byte[] export(Db db, Long school) {
        return as(db, InventoryGiven.OFFICER, () -> written(db, school));
    }

    private static byte[] written(Db db, Long school) {
        return db.get(StockExport.class).csv(school);
    }

    private static Long upload(Db db, byte[] content) {
        return as(db, InventoryGiven.OFFICER, () -> db.get(Imports.class).upload("device", new Imports.Upload("bestand.csv", content)));
    }

    private static ImportCounts counts(Db db, Long id) {
        return as(db, InventoryGiven.OFFICER, () -> db.get(ImportQueries.class).view(id, Locale.GERMAN)).counts();
    }

    private static String findings(Db db, Long id) {
        return as(db, InventoryGiven.OFFICER, () -> db.get(ImportQueries.class).findings(id, Locale.GERMAN)).toString();
    }

    private static String changes(Db db, Long id) {
        return as(db, InventoryGiven.OFFICER, () -> db.get(ImportQueries.class).preview(id, Outcome.CHANGED,
                de.schulpakt.platform.row.PageRequest.of(1, 50, null), Locale.GERMAN)).rows().toString();
    }

    private static void run(Db db, Long id) {
        as(db, InventoryGiven.OFFICER, () -> {
            db.get(Imports.class).run(id, new Imports.Step(db.get(ImportQueries.class).view(id, Locale.GERMAN).version()));
            db.get(Imports.class).execute(id);
            return null;
        });
    }

    private static <T> T as(Db db, String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }
}
