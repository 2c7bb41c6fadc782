package de.schulpakt.school.register;

import de.schulpakt.exchange.FactChange;
import de.schulpakt.exchange.ImportAction;
import de.schulpakt.exchange.ImportCounts;
import de.schulpakt.exchange.ImportList;
import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.ImportState;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.StatementBudgets;
import de.schulpakt.kit.Timeline;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Problem;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.school.place.OtherPlaces;
import de.schulpakt.school.place.PlaceKind;
import de.schulpakt.school.place.SchoolList;
import de.schulpakt.school.place.SchoolQueries;
import de.schulpakt.school.place.SchoolType;
import de.schulpakt.school.place.Schools;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DbTest
class SchoolImportDbTest {
    private static final String HEAD = "Schulnummer;Schulname;Schulart;Anschrift;Bundesland;Telefon\n";
    private static final String GOERRES = "50477;Görres-Gymnasium;Gymnasium;Gymnasialstr. 3, 56068 Koblenz  Stadt;RP;(0261)12749\n";
    private static final String GUELS = "14672;Grundschule Güls;Grundschule;Karl-Möhlig-Str. 12a 56072 Koblenz;Rheinland-Pfalz;\n";

    @Test
    void a_dry_run_writes_nothing(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            Long id = upload(db, HEAD + GOERRES + GUELS);
            assertThat(view(db, id).counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 0));
            assertThat(db.number("SELECT COUNT(*) FROM school")).isZero();
            assertThat(preview(db, id, Outcome.NEW)).extracting(ImportQueries.Line::line).containsExactly(2, 3);
            return null;
        });
    }

    @Test
    void what_the_file_says_is_taken_apart(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            run(db, upload(db, HEAD + GOERRES + GUELS));
            SchoolQueries.Row row = list(db).get(0);
            assertThat(row.name()).isEqualTo("Görres-Gymnasium");
            assertThat(row.type()).isEqualTo(SchoolType.GYMNASIUM);
            assertThat(row.street()).isEqualTo("Gymnasialstr. 3");
            assertThat(row.postcode()).isEqualTo("56068");
            assertThat(row.city()).isEqualTo("Koblenz Stadt");
            assertThat(list(db).get(1).street()).isEqualTo("Karl-Möhlig-Str. 12a");
            assertThat(list(db).get(1).phone()).isNull();
            return null;
        });
    }

    @Test
    void the_same_file_again_changes_nothing(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            run(db, upload(db, HEAD + GOERRES + GUELS));
            Long again = upload(db, HEAD + GOERRES + GUELS);
            assertThat(view(db, again).counts()).isEqualTo(new ImportCounts(0, 0, 2, 0, 0));
            run(db, again);
            assertThat(db.number("SELECT SUM(version) FROM school")).isEqualTo(2);
            assertThat(db.number("SELECT COUNT(*) FROM history WHERE subject_type = 'School'")).isEqualTo(2);
            assertThat(db.number("SELECT COUNT(*) FROM import_job WHERE content IS NOT NULL")).isZero();
            return null;
        });
    }

    @Test
    void a_place_that_is_no_school_is_neither_met_nor_gone(Db db) {
        Long authority = SchoolGiven.authority(db, "Stadt Koblenz");
        SchoolGiven.asAdmin(db, () -> {
            Long place = db.get(OtherPlaces.class).create(new OtherPlaces.Create(authority, "RP", PlaceKind.OFFICE, "Görres-Gymnasium", "Gymnasialstr. 3", "56068", "Koblenz",
                    null, null, null));
            Long id = upload(db, HEAD + GOERRES);
            assertThat(view(db, id).counts()).as("new, and nothing of it gone").isEqualTo(new ImportCounts(1, 0, 0, 0, 0));
            run(db, id);
            assertThat(db.number("select count(*) from school where id = ? and place = 'OFFICE' and phone is null", place)).isEqualTo(1);
            assertThat(list(db)).hasSize(1);
            return null;
        });
        db.checks();
    }

    @Test
    void a_changed_fact_is_shown_old_and_new(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            run(db, upload(db, HEAD + GOERRES));
            Long id = upload(db, HEAD + GOERRES.replace("12749", "12750"));
            assertThat(preview(db, id, Outcome.CHANGED)).singleElement().satisfies(r -> assertThat(r.changes())
                    .containsExactly(new FactChange("phone", "(0261)12749", "(0261)12750")));
            run(db, id);
            assertThat(list(db).get(0).phone()).isEqualTo("(0261)12750");
            Long school = list(db).get(0).id();
            assertThat(Timeline.told(db.get(SchoolQueries.class).school(school).timeline().get(0), Locale.ENGLISH))
                    .isEqualTo("Telephone: (0261)12750 (before: (0261)12749)");
            return null;
        });
    }

    @Test
    void existing_schools_are_updated_filled_or_kept(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            run(db, upload(db, HEAD + "50477;Görres;Gymnasium;;RP;\n"));
            Long id = upload(db, HEAD + GOERRES.replace("Görres-Gymnasium", "Gymnasium Görres"));
            set(db, id, ExistingSchools.KEEP, null, null);
            assertThat(view(db, id).counts().same()).isEqualTo(1);
            set(db, id, ExistingSchools.FILL, null, null);
            assertThat(preview(db, id, null).get(0).changes()).extracting(FactChange::fact)
                    .containsExactly("street", "postcode", "city", "phone");
            set(db, id, ExistingSchools.UPDATE, null, null);
            assertThat(preview(db, id, null).get(0).changes()).extracting(FactChange::fact).startsWith("name");
            return null;
        });
    }

    @Test
    void an_empty_cell_takes_nothing_away_and_a_cut_name_neither(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            run(db, upload(db, HEAD + "40217;Clemens-Brentano-/Overberg-Realschule plus;RS+;Weißer Gasse 6, 56068 Koblenz;RP;1\n"));
            Long id = upload(db, HEAD + "40217;Clemens-Brentano-/ Overberg;Realschule Plus;;RP;\n");
            assertThat(preview(db, id, Outcome.SAME)).singleElement().satisfies(r ->
                    assertThat(codes(r)).containsExactly("school.import.name_kept"));
            return null;
        });
    }

    @Test
    void one_wrong_row_keeps_the_whole_file_out(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            Long id = upload(db, HEAD + GOERRES + ";Ohne Nummer;Gymnasium;;RP;\n");
            assertThat(view(db, id).actions()).contains(ImportAction.CHANGE, ImportAction.DISCARD).doesNotContain(ImportAction.RUN);
            assertThatThrownBy(() -> run(db, id)).isInstanceOfSatisfying(Refused.class,
                    r -> assertThat(r.code()).isEqualTo("import.wrong_rows"));
            assertThat(db.number("SELECT COUNT(*) FROM school")).isZero();
            return null;
        });
    }

    @Test
    void each_fault_is_named_with_line_column_value_and_remedy(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            Long id = upload(db, "Schulnummer;Name;Schulart;Strasse;PLZ;Ort;Land;lat;lon;Schülerzahl;Telefon\n"
                    + "1;A;Gymnasium;Weg 1;56068;Koblenz;RP;50,36;7,59;1.234;1\n"
                    + "3,01043E+13;B;Gymnasium;;;;RP;;;;\n"
                    + "2.0;C;Gymnasium;Weg 1;1067;Dresden;SN;;;;\n"
                    + "1;D;Gymnasium;;;;RP;;;;\n"
                    + "4;;Gymnasium;;;;RP;;;;\n"
                    + "5;E;;;;;RP;;;;\n"
                    + "6;F;Zauberschule;;;;RP;;;;\n"
                    + "7;G;Gymnasium;;5606;Koblenz;XX;;;;\n"
                    + "8;H;Gymnasium;;56O68;Koblenz;RP;;;;\n"
                    + "9;I;Gymnasium;;;;RP;7,59;50,36;;\n"
                    + "10;J;Gymnasium;;;;RP;5578000;400000;;\n"
                    + "11;K;Gymnasium;;;;RP;48,85;2,35;;\n"
                    + "12;L;Gymnasium;;;;RP;52,9;9,2;;\n"
                    + "13;M;Gymnasium;;;;RP;fünfzig;7,5;;\n"
                    + "14;N;Gymnasium;;;;RP;;;viele;\n"
                    + "15;" + "O".repeat(201) + ";Gymnasium;;;;RP;;;;\n"
                    + "16;P-;Gymnasium;;;;RP;0;0;;4,9261E+11\n"
                    + "17;Q;Gymnasium;;;;;50,3;;;\n");
            Map<Integer, List<String>> byLine = new java.util.TreeMap<>();
            preview(db, id, null).forEach(r -> byLine.put(r.line(), codes(r)));
            assertThat(byLine).containsEntry(2, List.of())
                    .containsEntry(3, List.of("school.import.number_spoiled"))
                    .containsEntry(4, List.of("school.import.postcode_zero", "school.import.number_decimals"))
                    .containsEntry(5, List.of("school.import.number_twice"))
                    .containsEntry(6, List.of("school.import.no_name"))
                    .containsEntry(7, List.of("school.import.no_type"))
                    .containsEntry(8, List.of("school.import.unknown_type"))
                    .containsEntry(9, List.of("school.import.postcode_zero", "school.import.unknown_state"))
                    .containsEntry(10, List.of("school.import.postcode"))
                    .containsEntry(11, List.of("school.import.point_swapped"))
                    .containsEntry(12, List.of())
                    .containsEntry(13, List.of("school.import.point_outside"))
                    .containsEntry(14, List.of("school.import.point_elsewhere"))
                    .containsEntry(15, List.of("school.import.unreadable_number"))
                    .containsEntry(16, List.of("school.import.pupils"))
                    .containsEntry(17, List.of("school.import.too_long"))
                    .containsEntry(18, List.of("school.import.name_cut", "school.import.zero_point", "school.import.phone_spoiled"))
                    .containsEntry(19, List.of("school.import.no_state", "school.import.half_point"));
            Finding.Told swapped = preview(db, id, null).stream().filter(r -> r.line() == 11).findFirst().orElseThrow()
                    .findings().get(0);
            assertThat(swapped.column()).isEqualTo("lat");
            assertThat(swapped.value()).isEqualTo("7,59 / 50,36");
            assertThat(swapped.remedy()).contains("getauscht");
            db.get(ImportQueries.class).findings(id, Locale.ENGLISH)
                    .forEach(f -> assertThat(f.reason() + f.remedy()).doesNotContain("???"));
            set(db, id, ExistingSchools.UPDATE, Map.of("Zauberschule", SchoolType.OTHER), "RP");
            assertThat(preview(db, id, Outcome.WRONG)).extracting(ImportQueries.Line::line).doesNotContain(8, 19);
            return null;
        });
    }

    @Test
    void foreign_columns_order_and_encoding_are_understood(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            String file = "Ort\tPLZ\tHausnr.\tStraße\tSchulbezeichnung_1\tSchulbezeichnung_2\tSchulform\tVorwahl\tTel\tSchulnr\r\n"
                    + "Güls\t56072\t12a\tKarl-Möhlig-Straße\tGrundschule\tGüls\tGS\t0261\t29184830\t04672\r\n";
            Long id = db.get(Imports.class).upload("school", new Imports.Upload("grund.txt", file.getBytes(Charset.forName("IBM850"))));
            assertThat(view(db, id).settings().format().charset()).isEqualTo("IBM850");
            set(db, id, ExistingSchools.UPDATE, null, "RP");
            run(db, id);
            assertThat(list(db)).singleElement().satisfies(r -> {
                assertThat(r.name()).isEqualTo("Grundschule Güls");
                assertThat(r.officialNo()).isEqualTo("04672");
                assertThat(r.street()).isEqualTo("Karl-Möhlig-Straße 12a");
                assertThat(r.phone()).isEqualTo("0261 29184830");
            });
            return null;
        });
    }

    @Test
    void settings_can_be_changed_and_what_they_leave_open_is_found_out_again(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            Long id = upload(db, HEAD + GOERRES);
            ImportQueries.View view = view(db, id);
            assertThat(view.settings().columns()).containsExactly("OFFICIAL_NO", "NAME", "TYPE", "ADDRESS", "STATE", "PHONE");
            ImportSettings s = view.settings();
            db.get(Imports.class).change(id, new Imports.Settings(view.version(), new SchoolImportSettings("UTF-8", ",", null, null,
                    null, null, null, null, null, null).stored()));
            assertThat(view(db, id).columns()).hasSizeLessThan(6);
            db.get(Imports.class).change(id, new Imports.Settings(view(db, id).version(), s));
            assertThat(view(db, id).columns()).hasSize(6);
            assertThatThrownBy(() -> db.get(Imports.class).change(id, new Imports.Settings(view.version(), s)))
                    .isInstanceOf(Conflict.class);
            assertThatThrownBy(() -> db.get(Imports.class).change(id, new Imports.Settings(view(db, id).version(),
                    new SchoolImportSettings("EBCDIC", ";", 1, null, null, null, null, null, null, null).stored())))
                    .hasMessageStartingWith("import.settings");
            return null;
        });
    }

    @Test
    void an_import_is_started_once(Db db) {
        Long id = SchoolGiven.asAdmin(db, () -> upload(db, HEAD + GOERRES + GUELS));
        Integer version = SchoolGiven.asAdmin(db, () -> view(db, id).version());
        List<Throwable> losers = db.race(8, 8, () -> SchoolGiven.as(db, SchoolGiven.ADMIN, () -> {
            db.get(Imports.class).run(id, new Imports.Step(version));
            db.get(Imports.class).execute(id);
            return null;
        }));
        assertThat(losers).hasSize(7).allMatch(Problem.class::isInstance);
        assertThat(db.number("SELECT COUNT(*) FROM school")).isEqualTo(2);
        assertThat(SchoolGiven.asAdmin(db, () -> view(db, id).job().state())).isEqualTo(ImportState.DONE);
    }

    @Test
    void a_row_that_has_become_wrong_since_the_dry_run_refuses_all(Db db) {
        Long city = SchoolGiven.authority(db, "Stadt Koblenz");
        Long other = SchoolGiven.authority(db, "Landkreis");
        SchoolGiven.user(db, "petra", Role.FUNDING_OFFICER, city, null);
        Long id = SchoolGiven.as(db, "petra", () -> upload(db, HEAD + GOERRES + GUELS));
        SchoolGiven.as(db, "petra", () -> {
            assertThat(view(db, id).settings().option("authority")).isEqualTo(city.toString());
            db.get(Imports.class).run(id, new Imports.Step(view(db, id).version()));
            return null;
        });
        SchoolGiven.asAdmin(db, () -> db.get(Schools.class).create(new Schools.Create(other, "RP", "14672", "Fremd",
                SchoolType.PRIMARY, null, null, null, null, null, null, null)));
        SchoolGiven.as(db, "petra", () -> {
            assertThatThrownBy(() -> db.get(Imports.class).execute(id)).isInstanceOf(Refused.class);
            db.get(Imports.class).fail(id, "import.wrong_rows", 1);
            assertThat(view(db, id).job().state()).isEqualTo(ImportState.FAILED);
            assertThat(view(db, id).reason()).contains("nichts gespeichert");
            assertThat(view(db, id).actions()).contains(ImportAction.CHANGE);
            assertThat(preview(db, id, Outcome.WRONG)).singleElement().satisfies(r ->
                    assertThat(codes(r)).containsExactly("school.import.foreign"));
            return null;
        });
        assertThat(db.number("SELECT COUNT(*) FROM school")).isEqualTo(1);
    }

    @Test
    void an_import_whose_server_dies_is_begun_again_and_after_three_times_says_so(Db db) {
        Long id = SchoolGiven.asAdmin(db, () -> upload(db, HEAD + GOERRES));
        SchoolGiven.asAdmin(db, () -> {
            db.get(Imports.class).run(id, new Imports.Step(view(db, id).version()));
            return null;
        });
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(db.get(Imports.class).next().id()).as("attempt " + attempt).isEqualTo(id);
        }
        assertThat(db.get(Imports.class).next()).isNull();
        SchoolGiven.asAdmin(db, () -> {
            assertThat(view(db, id).job().state()).isEqualTo(ImportState.FAILED);
            run(db, id);
            return null;
        });
        assertThat(db.number("SELECT COUNT(*) FROM school")).isEqualTo(1);
    }

    @Test
    void others_do_not_find_an_import_and_school_administrators_none(Db db) {
        Long city = SchoolGiven.authority(db, "Stadt Koblenz");
        Long id = SchoolGiven.asAdmin(db, () -> upload(db, HEAD + GOERRES));
        SchoolGiven.user(db, "petra", Role.FUNDING_OFFICER, city, null);
        SchoolGiven.user(db, "miriam", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Hilda-Gymnasium"));
        SchoolGiven.as(db, "petra", () -> {
            assertThatThrownBy(() -> view(db, id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> preview(db, id, null)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> db.get(Imports.class).discard(id, new Imports.Step(1))).isInstanceOf(NotFound.class);
            assertThat(db.get(ImportList.class).page(ListView.all()).total()).isZero();
            return null;
        });
        SchoolGiven.as(db, "miriam", () -> {
            assertThatThrownBy(() -> upload(db, HEAD)).isInstanceOf(Forbidden.class);
            // schools take in devices, and see their own imports only
            assertThat(db.get(ImportList.class).page(ListView.all()).total()).isZero();
            return null;
        });
    }

    @Test
    void a_discarded_file_is_removed(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            Long id = upload(db, HEAD + GOERRES);
            db.get(Imports.class).discard(id, new Imports.Step(view(db, id).version()));
            assertThat(view(db, id).job().state()).isEqualTo(ImportState.DISCARDED);
            assertThat(view(db, id).actions()).isEmpty();
            return null;
        });
        assertThat(db.number("SELECT COUNT(*) FROM import_job WHERE content IS NOT NULL")).isZero();
    }

    @Test
    void fifteen_hundred_schools_are_a_few_statements(Db db) {
        StringBuilder file = new StringBuilder(HEAD);
        for (int i = 0; i < 1500; i++) {
            file.append(20_000 + i).append(";Schule ").append(i).append(";Grundschule;Weg ").append(i).append(", 56068 Koblenz;RP;\n");
        }
        SchoolGiven.asAdmin(db, () -> {
            Long id = upload(db, file.toString());
            assertThat(db.statementsOf(() -> preview(db, id, null))).as("dry run").hasSize(StatementBudgets.of("ImportQueries.preview"));
            assertThat(db.statementsOf(() -> preview(db, id, null))).as("next look").hasSize(StatementBudgets.of("ImportQueries.preview.again"));
            db.get(Imports.class).run(id, new Imports.Step(view(db, id).version()));
            assertThat(db.statementsOf(() -> db.get(Imports.class).execute(id))).as("import").hasSizeLessThan(60);
            Long changed = upload(db, file.toString().replace("Weg", "Straße"));
            db.get(Imports.class).run(changed, new Imports.Step(view(db, changed).version()));
            assertThat(db.statementsOf(() -> db.get(Imports.class).execute(changed))).as("changes").hasSizeLessThan(60);
            return null;
        });
        assertThat(db.number("SELECT COUNT(*) FROM school WHERE street LIKE 'Straße%'")).isEqualTo(1500);
        assertThat(db.number("SELECT COUNT(*) FROM history WHERE subject_type = 'School'")).isEqualTo(3000);
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "SCHULPAKT_DATA", matches = ".+")
    void the_register_of_rhineland_palatinate_goes_in_completely(Db db) throws IOException {
        byte[] content = data("rheinland-pfalz.csv");
        SchoolGiven.asAdmin(db, () -> {
            Long id = db.get(Imports.class).upload("school", new Imports.Upload("rheinland-pfalz.csv", content));
            assertThat(view(db, id).counts()).isEqualTo(new ImportCounts(1498, 0, 0, 0, 0));
            run(db, id);
            Long again = db.get(Imports.class).upload("school", new Imports.Upload("rheinland-pfalz.csv", content));
            assertThat(view(db, again).counts()).isEqualTo(new ImportCounts(0, 0, 1498, 0, 0));
            return null;
        });
        assertThat(db.number("SELECT COUNT(*) FROM school WHERE postcode BETWEEN '56068' AND '56077'")).isEqualTo(42);
        assertThat(db.number("SELECT COUNT(*) FROM school WHERE latitude IS NULL")).isEqualTo(12);
        assertThat(db.sql("SELECT latitude FROM school WHERE official_no = '50477'")).singleElement()
                .satisfies(r -> assertThat((BigDecimal) r.get("latitude")).isEqualByComparingTo("50.359565"));
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "SCHULPAKT_DATA", matches = ".+")
    void the_faults_of_other_registers_are_understandable(Db db) throws IOException {
        byte[] hesse = data("hessen.csv");
        byte[] anhalt = data("sachsen-anhalt.csv");
        SchoolGiven.asAdmin(db, () -> {
            Long id = db.get(Imports.class).upload("school", new Imports.Upload("hessen.csv", hesse));
            assertThat(view(db, id).counts().total()).isEqualTo(2040);
            assertThat(db.get(ImportQueries.class).findings(id, Locale.GERMAN).stream().filter(Finding.Told::error)
                    .map(Finding.Told::code).distinct()).containsExactly("school.import.number_twice");
            Long other = db.get(Imports.class).upload("school", new Imports.Upload("sachsen-anhalt.csv", anhalt));
            assertThat(view(db, other).counts().wrong()).isEqualTo(901);
            assertThat(db.get(ImportQueries.class).findings(other, Locale.GERMAN).stream().filter(Finding.Told::error)
                    .map(Finding.Told::code).distinct()).containsExactlyInAnyOrder("school.import.no_number", "school.import.no_type");
            return null;
        });
    }

    private static byte[] data(String name) throws IOException {
        return Files.readAllBytes(Path.of(System.getenv("SCHULPAKT_DATA"), "schools", name));
    }

    private static Long upload(Db db, String text) {
        return db.get(Imports.class).upload("school", new Imports.Upload("schulen.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void run(Db db, Long id) {
        db.get(Imports.class).run(id, new Imports.Step(view(db, id).version()));
        db.get(Imports.class).execute(id);
    }

    private static void set(Db db, Long id, ExistingSchools existing, Map<String, SchoolType> types, String state) {
        ImportQueries.View view = view(db, id);
        SchoolImportSettings s = SchoolImportSettings.of(view.settings());
        db.get(Imports.class).change(id, new Imports.Settings(view.version(), new SchoolImportSettings(s.charset(), s.delimiter(),
                s.headerLine(), s.columns(), s.authorityId(), state, null, types, existing, null).stored()));
    }

    private static ImportQueries.View view(Db db, Long id) {
        return db.get(ImportQueries.class).view(id, Locale.GERMAN);
    }

    private static List<ImportQueries.Line> preview(Db db, Long id, Outcome outcome) {
        return db.get(ImportQueries.class).preview(id, outcome, PageRequest.of(1, 200, null), Locale.GERMAN).rows();
    }

    private static List<String> codes(ImportQueries.Line row) {
        return row.findings().stream().map(Finding.Told::code).toList();
    }

    private static List<SchoolQueries.Row> list(Db db) {
        return db.get(SchoolList.class).page(ListView.all().with("sort", "-officialNo")).rows();
    }
}
