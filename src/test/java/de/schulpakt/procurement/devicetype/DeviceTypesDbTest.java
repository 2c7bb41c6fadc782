package de.schulpakt.procurement.devicetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.Refused;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Device types in YAML become models after a dry run; what is there stays, and a hostile file is refused. */
@DbTest
class DeviceTypesDbTest {
    private static final String ACCESS_POINT = """
            ---
            manufacturer: LANCOM
            model: LN-830E
            part_number: '61747'
            u_height: 0
            interfaces:
              - name: ETH-1
                type: 1000base-t
              - name: WLAN-1
                type: ieee802.11n
            """;
    private static final String SWITCH = """
            ---
            manufacturer: Netgear
            model: GS308
            slug: netgear-gs308
            interfaces:
              - {name: a, type: 1000base-t}
              - {name: b, type: 1000base-t}
              - {name: c, type: 1000base-t}
              - {name: d, type: 1000base-t}
              - {name: e, type: 1000base-t}
            """;
    private static final String TABLET = "---\nmanufacturer: Apple\nmodel: A2169\n";

    @Test
    void types_of_a_file_become_models_and_what_is_there_stays(Db db) {
        db.sql("INSERT INTO device_model (maker, name, kind, needs_network) VALUES ('apple', 'a2169', 'TABLET', FALSE)");
        Long id = upload(db, ACCESS_POINT + SWITCH + TABLET);
        ImportQueries.View view = view(db, id);
        assertThat(view.counts().created()).isEqualTo(2);
        assertThat(view.counts().same()).isEqualTo(1);
        assertThat(db.number("SELECT count(*) FROM device_model")).as("a dry run stores nothing").isEqualTo(1);
        run(db, id);
        assertThat(db.sql("SELECT kind AS k, part_no AS p, needs_network AS n FROM device_model WHERE maker = 'LANCOM'").get(0).toString()).contains("ACCESS_POINT", "61747");
        assertThat(db.number("SELECT count(*) FROM device_model WHERE maker = 'Netgear' AND kind = 'SWITCH' AND needs_network")).isEqualTo(1);
        assertThat(db.number("SELECT count(*) FROM device_model WHERE maker = 'apple' AND kind = 'TABLET'")).isEqualTo(1);
        Long again = upload(db, ACCESS_POINT + SWITCH + TABLET);
        assertThat(view(db, again).counts().same()).as("twice").isEqualTo(3);
    }

    @Test
    void numbers_and_words_stay_as_they_are_written(Db db) {
        Long id = upload(db, "---\nmanufacturer: NO\nmodel: 3.10\npart_number: 02354043\n---\nmanufacturer: Huawei\nmodel: 0b_\npart_number: ~\ninterfaces:\n"
                + "  - {type: 1000base-t}\n".repeat(4) + "  - {type: 1000base-t, mgmt_only: true}\n");
        run(db, id);
        assertThat(db.sql("SELECT maker AS m, name AS n, part_no AS p FROM device_model ORDER BY maker DESC").get(0).toString()).contains("m=NO", "n=3.10", "p=02354043");
        assertThat(db.number("SELECT count(*) FROM device_model WHERE name = '0b_' AND kind = 'OTHER' AND part_no IS NULL")).isEqualTo(1);
    }

    @Test
    void what_all_of_a_file_are_can_be_said(Db db) {
        Long id = upload(db, TABLET);
        editor(db, () -> {
            ImportQueries.View seen = view(db, id);
            Map<String, String> options = new HashMap<>(seen.settings().options());
            options.put(TypeImportKind.KIND, "TABLET");
            db.get(Imports.class).change(id, new Imports.Settings(seen.version(), new ImportSettings(seen.settings().format(), seen.settings().columns(), options)));
        });
        run(db, id);
        assertThat(db.number("SELECT count(*) FROM device_model WHERE name = 'A2169' AND kind = 'TABLET'")).isEqualTo(1);
    }

    @Test
    void what_is_wrong_is_named_and_a_hostile_file_is_refused(Db db) {
        assertThat(codes(db, upload(db, TABLET + TABLET))).contains("types.twice");
        assertThat(codes(db, upload(db, "---\nmanufacturer: Apple\nmodel: " + "x".repeat(121) + "\n"))).contains("types.text");
        assertThat(codes(db, upload(db, "Hersteller;Modell;Art\nApple;iPad;Raumschiff\n"))).contains("types.kind");
        assertThat(codes(db, upload(db, "Hersteller;Farbe\nApple;blau\n"))).contains("types.no_column");
        refused(db, "---\nname: nothing\n", "types.none");
        refused(db, "---\nmanufacturer: [\n", "types.not_yaml");
        refused(db, "---\nmanufacturer: !!javax.script.ScriptEngineManager [x]\nmodel: y\n", "types.not_yaml");
        refused(db, "---\na: &a [x, x]\nb: &b [*a, *a]\nmanufacturer: *b\nmodel: y\n", "types.not_yaml");
        refused(db, "---\nmanufacturer: " + "[".repeat(200) + "]".repeat(200) + "\n", "types.not_yaml");
        refused(db, TABLET.repeat(TypeFile.MOST + 1), "types.too_many");
        Long authority = SchoolGiven.authority(db, "Koblenz");
        String officer = SchoolGiven.user(db, "beschaffung", Role.FUNDING_OFFICER, authority, null);
        Long id = SchoolGiven.as(db, officer, () -> {
            try {
                return db.get(Imports.class).upload(TypeImportKind.NAME, file(TABLET));
            } catch (Forbidden forbidden) {
                return null;
            }
        });
        if (id != null) {
            assertThatThrownBy(() -> SchoolGiven.as(db, officer, () -> db.get(ImportQueries.class).view(id, Locale.GERMAN))).as("models are everybody's")
                    .isInstanceOf(Forbidden.class);
        }
        assertThat(db.number("SELECT count(*) FROM device_model")).isZero();
    }

    private static void refused(Db db, String text, String code) {
        assertThatThrownBy(() -> upload(db, text)).isInstanceOf(Refused.class).hasMessageContaining(code);
    }

    private static List<String> codes(Db db, Long id) {
        return editor(db, () -> db.get(ImportQueries.class).findings(id, Locale.GERMAN)).stream().map(Finding.Told::code).toList();
    }

    private static Imports.Upload file(String text) {
        return new Imports.Upload("typen.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Long upload(Db db, String text) {
        return editor(db, () -> db.get(Imports.class).upload(TypeImportKind.NAME, file(text)));
    }

    private static ImportQueries.View view(Db db, Long id) {
        return editor(db, () -> db.get(ImportQueries.class).view(id, Locale.GERMAN));
    }

    private static void run(Db db, Long id) {
        editor(db, () -> {
            db.get(Imports.class).run(id, new Imports.Step(db.get(ImportQueries.class).view(id, Locale.GERMAN).version()));
            db.get(Imports.class).execute(id);
        });
    }

    private static <T> T editor(Db db, Callable<T> work) {
        return SchoolGiven.as(db, InventoryGiven.officer(db), work);
    }

    private static void editor(Db db, Runnable work) {
        editor(db, () -> {
            work.run();
            return null;
        });
    }
}
