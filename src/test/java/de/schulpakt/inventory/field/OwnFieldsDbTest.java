package de.schulpakt.inventory.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.Imports;
import de.schulpakt.identity.Role;
import de.schulpakt.inventory.device.DeviceList;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.step.Explained;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator adds fields to kinds of devices; what was entered stays as it was, and is found. */
@DbTest
class OwnFieldsDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long school;
    private Long device;
    private Long point;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        device = InventoryGiven.device(db, InventoryGiven.tablet(db), school, null);
        point = InventoryGiven.device(db, InventoryGiven.accessPoint(db), school, null);
    }

    @Test
    void each_type_is_read_and_shown_as_what_it_is() {
        Long text = field(ModelKind.TABLET, "Hülle", FieldType.TEXT, null);
        Long number = field(null, "Speicher (GB)", FieldType.NUMBER, null);
        Long day = field(null, "Garantie bis", FieldType.DAY, null);
        Long choice = field(null, "Farbe", FieldType.CHOICE, "grau\nsilber");
        Long flag = field(null, "Stift dabei", FieldType.FLAG, null);
        fill(device, text, " blau ", number, "64", day, "31.12.2028", choice, "silber", flag, "ja");
        assertThat(of(device)).extracting(FieldQueries.Filled::label, FieldQueries.Filled::typed).contains(
                org.assertj.core.groups.Tuple.tuple("Hülle", "blau"), org.assertj.core.groups.Tuple.tuple("Speicher (GB)", "64"),
                org.assertj.core.groups.Tuple.tuple("Garantie bis", "2028-12-31"), org.assertj.core.groups.Tuple.tuple("Farbe", "silber"),
                org.assertj.core.groups.Tuple.tuple("Stift dabei", "true"));
        assertThat(of(device).stream().filter(f -> f.day() != null).findFirst().orElseThrow().day()).isEqualTo(LocalDate.of(2028, 12, 31));
        for (String[] wrong : new String[][] {{"" + number, "64 GB"}, {"" + day, "31.02.2028"}, {"" + choice, "rot"}, {"" + flag, "vielleicht"}}) {
            assertThatThrownBy(() -> fill(device, Long.valueOf(wrong[0]), wrong[1])).as(wrong[1]).hasMessageContaining("field.value_wrong");
        }
        assertThatThrownBy(() -> fill(point, text, "x")).hasMessageContaining("field.not_of_kind");
        assertThat(of(point)).extracting(FieldQueries.Filled::label).doesNotContain("Hülle");
        String shown = devices(ListView.all().with("own", "SILB")).get(0).ownText();
        assertThat(shown).isEqualTo("Farbe: silber · Garantie bis: 31.12.2028 · Hülle: blau · Speicher (GB): 64 · Stift dabei: ✓");
        assertThat(devices(ListView.all().with("own", "gold"))).isEmpty();
        assertThat(as(SCHOOL_ADMIN, () -> db.get(ValueList.class).page(ListView.all().with("field", day))).rows()).extracting(ValueList.Row::day)
                .containsExactly(LocalDate.of(2028, 12, 31));
        assertThat(found(ListView.all().with("dayTo", "2028-12-31"))).containsExactly("Garantie bis");
        assertThat(found(ListView.all().with("dayFrom", "2029-01-01"))).isEmpty();
        assertThat(found(ListView.all().with("numberFrom", 64).with("numberTo", 100))).containsExactly("Speicher (GB)");
        assertThat(found(ListView.all().with("numberFrom", 65))).isEmpty();
        assertThat(found(ListView.all().with("flag", true))).containsExactly("Stift dabei");
        db.checks();
    }

    private List<String> found(ListView view) {
        return as(SCHOOL_ADMIN, () -> db.get(ValueList.class).page(view)).rows().stream().map(ValueList.Row::field).toList();
    }

    @Test
    void what_was_entered_stays_when_the_field_changes_or_another_is_entered() {
        Long choice = field(null, "Farbe", FieldType.CHOICE, "grau\nsilber");
        fill(device, choice, "grau");
        admin(() -> db.get(OwnFields.class).change(choice, new OwnFields.Change(version(choice), "Gehäusefarbe", "weiß\nschwarz", "außen")));
        assertThat(of(device).get(0)).extracting(FieldQueries.Filled::label, FieldQueries.Filled::enteredAs, FieldQueries.Filled::text)
                .containsExactly("Gehäusefarbe", "Farbe", "grau");
        assertThat(devices(ListView.all().with("id", device)).get(0).ownText()).isEqualTo("Gehäusefarbe: grau");
        assertThat(of(device).get(0).offered()).containsExactly("weiß", "schwarz", "grau");
        fill(device, choice, "grau");
        fill(device, choice, "weiß");
        fill(device, choice, "");
        assertThat(of(device).get(0).typed()).isEmpty();
        assertThat(db.sql("select concat(revision, ' ', label, ' ', text) as v from own_value order by id")).extracting(row -> row.get("v"))
                .containsExactly("1 Farbe grau", "2 Gehäusefarbe weiß");
        assertThat(as(SCHOOL_ADMIN, () -> db.get(DeviceQueries.class).view(device)).timeline().toString()).contains("FieldAction.FILL", "grau", "weiß");
        assertThat(devices(ListView.all().with("id", device)).get(0).ownText()).isNull();
        db.checks();
    }

    @Test
    void a_field_that_ended_is_not_asked_for_and_can_be_taken_up_again() {
        Long text = field(null, "Hülle", FieldType.TEXT, null);
        fill(device, text, "blau");
        admin(() -> db.get(OwnFields.class).end(text, new OwnFields.Step(version(text))));
        assertThatThrownBy(() -> fill(device, text, "rot")).hasMessageContaining("field.is_ended");
        assertThat(of(device)).extracting(FieldQueries.Filled::typed).as("what is there stays").containsExactly("blau");
        assertThat(of(point)).isEmpty();
        admin(() -> db.get(OwnFields.class).resume(text, new OwnFields.Step(version(text))));
        fill(device, text, "rot");
        assertThat(of(device)).extracting(FieldQueries.Filled::typed).containsExactly("rot");
        assertThatThrownBy(() -> field(null, "Hülle", FieldType.TEXT, null)).satisfies(e -> assertThat(Explained.of(e, Locale.GERMAN)).get()
                .extracting(Explained::code).isEqualTo("own_field_once"));
        assertThatThrownBy(() -> field(null, "Größe", FieldType.CHOICE, "nur eine")).hasMessageContaining("field.choices_missing");
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> db.get(OwnFields.class).create(new OwnFields.Create(null, "x", FieldType.TEXT, null, null))))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void many_get_the_same_value_or_none_of_them() {
        Long text = field(ModelKind.TABLET, "Hülle", FieldType.TEXT, null);
        Long second = InventoryGiven.device(db, InventoryGiven.tablet(db), school, null);
        assertThat(as(SCHOOL_ADMIN, () -> db.get(OwnValues.class).fillMany(new OwnValues.Many(List.of(device, second), text, "blau")))).isEqualTo(2);
        assertThat(as(SCHOOL_ADMIN, () -> db.get(OwnValues.class).fillMany(new OwnValues.Many(List.of(device, second), text, "blau")))).as("the same").isZero();
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> db.get(OwnValues.class).fillMany(new OwnValues.Many(List.of(device, point), text, "rot"))))
                .hasMessageContaining("field.not_of_kind");
        assertThat(of(device).get(0).typed()).isEqualTo("blau");
        Long foreign = InventoryGiven.device(db, InventoryGiven.tablet(db), SchoolGiven.school(db, "Hilda-Gymnasium"), null);
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> db.get(OwnValues.class).fillMany(new OwnValues.Many(List.of(device, foreign), text, "rot"))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_import_of_the_old_stock_takes_the_columns_that_are_called_so_and_only_fills() {
        Long number = field(null, "Speicher", FieldType.NUMBER, null);
        field(ModelKind.ACCESS_POINT, "Montage", FieldType.TEXT, null);
        String model = db.sql("select m.name as n from device d join device_model m on m.id = d.model_id where d.id = ?", device).get(0).get("n").toString();
        Long job = upload("""
                Seriennummer;Hersteller;Modell;Speicher;Montage;Entsperrcode
                ALT-1;Beispiel;%1$s;64;Decke;1234
                ALT-2;Beispiel;%1$s;viel;;1234
                """.formatted(model));
        assertThat(new String((byte[]) db.sql("select content from import_job where id = ?", job).get(0).get("content"), java.nio.charset.StandardCharsets.UTF_8))
                .contains("64", "Decke").doesNotContain("1234");
        run(job);
        Long made = db.number("select device_id from device_identifier where value = 'ALT-1'");
        assertThat(of(made)).extracting(FieldQueries.Filled::typed).containsExactly("64");
        Long other = db.number("select device_id from device_identifier where value = 'ALT-2'");
        assertThat(of(other)).extracting(FieldQueries.Filled::typed).as("what cannot be read is left out").containsExactly("");
        fill(made, number, "128");
        run(upload("""
                Seriennummer;Hersteller;Modell;Speicher
                ALT-1;Beispiel;%1$s;256
                ALT-2;Beispiel;%1$s;512
                """.formatted(model)));
        assertThat(of(made)).extracting(FieldQueries.Filled::typed).as("what is there stays").containsExactly("128");
        assertThat(of(other)).extracting(FieldQueries.Filled::typed).as("what is not there is filled").containsExactly("512");
    }

    @Test
    void a_file_with_many_cells_needs_no_more_statements_than_one_with_few() {
        field(null, "Speicher", FieldType.NUMBER, null);
        String few = "Seriennummer;Speicher\nALT-1;64\n";
        String many = "Seriennummer;Speicher" + ";Anderes".repeat(60) + "\n" + ("ALT-1;64" + ";x".repeat(60) + "\n").repeat(20);
        upload(few);
        int enough = as(SCHOOL_ADMIN, () -> db.statements(() -> uploaded(few)));
        assertThat(as(SCHOOL_ADMIN, () -> db.statementsOf(() -> uploaded(many)))).hasSize(enough);
    }

    private Long upload(String file) {
        return as(SCHOOL_ADMIN, () -> uploaded(file));
    }

    private Long uploaded(String file) {
        return db.get(Imports.class).upload("device", new Imports.Upload("alt.csv", file.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private void run(Long job) {
        as(SCHOOL_ADMIN, () -> {
            db.get(Imports.class).run(job, new Imports.Step(db.get(ImportQueries.class).view(job, Locale.GERMAN).version()));
            db.get(Imports.class).execute(job);
            return null;
        });
    }

    private Long field(ModelKind kind, String label, FieldType type, String choices) {
        return SchoolGiven.asAdmin(db, () -> db.get(OwnFields.class).create(new OwnFields.Create(kind, label, type, choices, null)));
    }

    private void fill(Long id, Object... pairs) {
        List<OwnValues.Entry> entries = new java.util.ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            entries.add(new OwnValues.Entry((Long) pairs[i], (String) pairs[i + 1]));
        }
        as(SCHOOL_ADMIN, () -> {
            db.get(OwnValues.class).fill(id, new OwnValues.Fill(entries));
            return null;
        });
    }

    private Integer version(Long field) {
        return SchoolGiven.asAdmin(db, () -> db.get(FieldQueries.class).all()).stream().filter(f -> f.id().equals(field)).findFirst().orElseThrow().version();
    }

    private void admin(Runnable work) {
        SchoolGiven.asAdmin(db, () -> {
            work.run();
            return null;
        });
    }

    private List<FieldQueries.Filled> of(Long id) {
        return as(SCHOOL_ADMIN, () -> db.get(FieldQueries.class).of(id));
    }

    private List<DeviceQueries.Row> devices(ListView view) {
        return as(SCHOOL_ADMIN, () -> db.get(DeviceList.class).page(view)).rows();
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }
}
