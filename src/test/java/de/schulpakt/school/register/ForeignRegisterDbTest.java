package de.schulpakt.school.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.exchange.FactChange;
import de.schulpakt.exchange.ImportAction;
import de.schulpakt.exchange.ImportCounts;
import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.ImportState;
import de.schulpakt.exchange.ImportStarts;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Problem;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListFile;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.school.place.SchoolList;
import de.schulpakt.school.place.SchoolType;
import de.schulpakt.school.place.Schools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registers of other makers and states: what is understood, what is said, and what a second file does to the first. */
@DbTest
class ForeignRegisterDbTest {
    private static final String HEAD = "Schulnummer;Name;Schulart;Land\n";

    @Test
    void the_state_may_stand_in_the_number_and_the_postcode_in_a_column_of_its_own(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            Long id = upload(db, "id,name,address,address2,zip,city,school_type,phone,raw,longitude,latitude\n"
                    + "HE-3149,Römerstadtschule,In der Römerstadt 120e,,60439,Frankfurt am Main,Grundschule,+49 69 1,\"{\"\"id\"\": \"\"3149\"\", \"\"plz\"\": 1}\",8.63315,50.154\n"
                    + "HE-9503,Lehrkräfteakademie,Weg 1,,60325,Frankfurt am Main,Studienseminar Gymnasien,,,,\n"
                    + "HE-5670,Staatliches Schulamt,Weg 2,,60325,Frankfurt am Main,,,,,\n");
            assertThat(lines(db, id, Outcome.NEW)).singleElement().satisfies(l -> {
                assertThat(l.number()).isEqualTo("3149");
                assertThat(l.findings()).isEmpty();
            });
            assertThat(lines(db, id, Outcome.WRONG)).extracting(l -> l.findings().get(0).code())
                    .containsExactly("school.import.office", "school.import.office");
            set(db, id, null, true);
            run(db, id);
            assertThat(db.sql("select state_code, official_no, postcode, street, phone from school")).singleElement()
                    .satisfies(r -> assertThat(r.values()).containsExactlyInAnyOrder("HE", "3149", "60439", "In der Römerstadt 120e", "+49 69 1"));
            return null;
        });
    }

    @Test
    void a_number_that_a_spreadsheet_has_changed_means_the_school_that_is_there(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            run(db, upload(db, HEAD + "03124;A;GS;SN\n00871;B;GS;SN\n5E120;C;GS;SN\n02E23;D;GS;SN\n77;E;GS;SN\n"));
            Long id = upload(db, HEAD + "3124;A;GS;SN\n871;B;GS;SN\n5E+120;C;GS;SN\n2,0E+23;D;GS;SN\n077;E;GS;SN\n");
            assertThat(view(db, id).counts()).isEqualTo(new ImportCounts(0, 1, 4, 0, 0));
            assertThat(lines(db, id, Outcome.SAME)).allSatisfy(l -> assertThat(l.findings()).extracting(Finding.Told::code)
                    .containsExactly("school.import.number_known"));
            assertThat(lines(db, id, Outcome.CHANGED).get(0).changes()).containsExactly(new FactChange("officialNo", "77", "077"));
            run(db, id);
            assertThat(db.number("select count(*) from school")).isEqualTo(5);
            assertThat(db.number("select count(*) from school where official_no = '077'")).isEqualTo(1);
            Long both = upload(db, HEAD + "3124;Andere;GS;SN\n03124;A;GS;SN\n");
            assertThat(lines(db, both, Outcome.NEW)).extracting(ImportQueries.Line::number).containsExactly("3124");
            Long lost = upload(db, HEAD + "3,01043E+13;X;GS;SN\n");
            assertThat(lines(db, lost, Outcome.WRONG).get(0).findings()).extracting(Finding.Told::code)
                    .containsExactly("school.import.number_spoiled");
            return null;
        });
    }

    @Test
    void dry_run_and_run_agree_which_numbers_are_the_same(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            Long id = upload(db, HEAD + "08B02;A;Gymnasium;BE\n08b02;B;Gymnasium;BE\n08Ä02;C;Gymnasium;BE\n08A02;D;Gymnasium;BE\n"
                    + "08ß02;E;Gymnasium;BE\n08ss02;F;Gymnasium;BE\n");
            assertThat(lines(db, id, Outcome.WRONG)).singleElement().satisfies(l -> {
                assertThat(l.line()).isEqualTo(3);
                assertThat(l.findings()).extracting(Finding.Told::code).containsExactly("school.import.number_twice");
            });
            set(db, id, null, true);
            run(db, id);
            assertThat(db.number("select count(*) from school")).isEqualTo(5);
            Long again = upload(db, HEAD + "08b02;A;Gymnasium;BE\n");
            assertThat(view(db, again).counts().same()).isEqualTo(1);
            return null;
        });
    }

    @Test
    void names_that_differ_in_an_umlaut_only_are_two_names(Db db) {
        SchoolGiven.authority(db, "Stadt Munster");
        SchoolGiven.authority(db, "Stadt Münster");
        assertThatThrownBy(() -> SchoolGiven.authority(db, "stadt münster ")).satisfies(e -> assertThat(Explained.of(e, Locale.GERMAN))
                .hasValueSatisfying(x -> assertThat(x.code()).isEqualTo("authority_name_once")));
        Long school = SchoolGiven.school(db, "Schule Süd");
        SchoolGiven.asAdmin(db, () -> {
            db.get(Schools.class).addBuilding(school, new Schools.AddBuilding("Haus Ä"));
            return db.get(Schools.class).addBuilding(school, new Schools.AddBuilding("Haus A"));
        });
    }

    @Test
    void an_unknown_authority_is_not_found_and_no_fault_of_the_program(Db db) {
        assertThatThrownBy(() -> SchoolGiven.asAdmin(db, () -> db.get(Schools.class).create(new Schools.Create(987_654L, "RP", "1", "A",
                SchoolType.PRIMARY, null, null, null, null, null, null, null)))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> db.sql("insert into building (school_id, name) values (987654, 'x')")).satisfies(e ->
                assertThat(Explained.of(e, Locale.GERMAN)).hasValueSatisfying(x -> assertThat(x.status()).isEqualTo(404)));
    }

    @Test
    void what_is_gone_from_the_register_is_listed_and_stays(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            run(db, upload(db, HEAD + "1;A;GS;RP\n2;B;GS;RP\n3;C;GS;HE\n"));
            Long id = upload(db, HEAD + "1;A;GS;RP\n");
            assertThat(view(db, id).counts()).isEqualTo(new ImportCounts(0, 0, 1, 0, 1));
            assertThat(lines(db, id, Outcome.GONE)).singleElement().satisfies(l -> assertThat(l.name()).isEqualTo("B"));
            assertThat(lines(db, id, null)).hasSize(1);
            run(db, id);
            assertThat(db.number("select count(*) from school")).isEqualTo(3);
            return null;
        });
    }

    @Test
    void an_optional_column_never_makes_rows_wrong_and_a_whole_column_is_named_once(Db db) {
        StringBuilder file = new StringBuilder("Schulnummer;Name;Schulart;Land;PLZ;Ort;lat;lon;Schülerzahl;Telefon;Strasse;Bemerkung\n");
        for (int i = 0; i < 200; i++) {
            file.append(100 + i).append(";A").append(i).append(";GS;RP;ABC;Ort;fünfzig;sieben;viele;4,9E+11;").append("x".repeat(170)).append(";\0\n");
        }
        SchoolGiven.asAdmin(db, () -> {
            Long id = upload(db, file.toString());
            assertThat(view(db, id).counts()).isEqualTo(new ImportCounts(200, 0, 0, 0, 0));
            assertThat(view(db, id).findings()).extracting(Finding.Told::code).containsExactlyInAnyOrder("school.import.postcode",
                    "school.import.unreadable_number", "school.import.unreadable_number", "school.import.pupils", "school.import.phone_spoiled",
                    "school.import.too_long");
            assertThat(view(db, id).findings().get(0).reason()).contains("200");
            assertThat(lines(db, id, null)).allSatisfy(l -> assertThat(l.findings()).isEmpty());
            assertThat(db.get(ImportQueries.class).findings(id, Locale.GERMAN)).hasSize(6);
            run(db, id);
            Long none = upload(db, "Schulnummer;Name;Land\n" + "7;A;RP\n".repeat(1) + file.toString().lines().skip(1).limit(50)
                    .map(l -> l.split(";")[0] + ";B;RP\n").reduce("", String::concat));
            assertThat(view(db, none).findings()).extracting(Finding.Told::code).containsExactly("school.import.no_type_column");
            assertThat(view(db, none).actions()).doesNotContain(ImportAction.RUN);
            return null;
        });
    }

    @Test
    void wrong_rows_are_left_out_only_on_purpose(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            Long id = upload(db, HEAD + "1;A;GS;RP\n2;;GS;RP\n3;C;Zauberschule;RP\n");
            assertThat(view(db, id).actions()).doesNotContain(ImportAction.RUN);
            set(db, id, null, true);
            assertThat(view(db, id).actions()).contains(ImportAction.RUN);
            run(db, id);
            assertThat(view(db, id).job().created()).isEqualTo(1);
            assertThat(view(db, id).job().wrong()).isEqualTo(2);
            assertThat(db.number("select count(*) from school")).isEqualTo(1);
            Long all = upload(db, HEAD + "2;;GS;RP\n");
            set(db, all, null, true);
            assertThat(view(db, all).runnable()).as("nothing would be left").isFalse();
            return null;
        });
    }

    @Test
    void a_repeated_number_does_not_hide_behind_another_fault(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            Long id = upload(db, HEAD + "1;A;Zauberschule;RP\n1;B;GS;RP\n1;;GS;RP\n");
            assertThat(lines(db, id, null)).extracting(l -> l.findings().stream().map(Finding.Told::code).toList()).containsExactly(
                    List.of("school.import.unknown_type"), List.of("school.import.number_twice"),
                    List.of("school.import.no_name", "school.import.number_twice"));
            return null;
        });
    }

    @Test
    void every_word_of_the_column_with_types_can_be_given_a_meaning(Db db) {
        StringBuilder file = new StringBuilder(HEAD);
        for (int i = 0; i < 90; i++) {
            file.append(i).append(";A;").append(i < 30 ? "Grundschule Typ " + i : "Schulart " + i).append(";RP\n");
        }
        SchoolGiven.asAdmin(db, () -> {
            Long id = upload(db, file.toString());
            assertThat(view(db, id).words()).hasSize(90);
            assertThat(view(db, id).words().subList(0, 60)).allMatch(w -> w.type() == null);
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // Görres-Gymnasium Koblenz, computed by another program; names of columns as registers have them
            "UTMRechtswert;UTMHochwert;EPSG|399714;5579197;EPSG:25832", "Rechtswert;Hochwert;EPSG|3399748;5580989;31467",
            "UTMRechtswert;UTMHochwert|32399714;5579197", "Rechtswert;Hochwert|399714;5579197", "Rechtswert;Hochwert|3399748;5580989",
            "Hochwert;Rechtswert|3399748;5580989", "Rechtswert;Hochwert;Koordinatensystem|2613206;5581250;GK 2 (EPSG 31466)", "lon;lat|7,5902;50,3563", "lat;lon|7.5902;50.3563"})
    void coordinates_become_degrees(String columns, String values, Db db) {
        SchoolGiven.asAdmin(db, () -> {
            run(db, upload(db, "Schulnummer;Name;Schulart;Land;" + columns + "\n1;A;Gymnasium;RP;" + values + "\n"));
            return null;
        });
        assertThat(db.sql("select latitude, longitude from school")).singleElement().satisfies(r -> {
            assertThat(((Number) r.get("latitude")).doubleValue()).isBetween(50.3553, 50.3573);
            assertThat(((Number) r.get("longitude")).doubleValue()).isBetween(7.5885, 7.5920);
        });
    }

    @Test
    void metres_that_fit_nowhere_are_left_out_with_one_warning(Db db) {
        StringBuilder file = new StringBuilder("Schulnummer;Name;Schulart;Land;Rechtswert;Hochwert\n");
        for (int i = 0; i < 30; i++) {
            file.append(i).append(";A;GS;RP;").append(99_000_000 + i).append(";1234567\n");
        }
        SchoolGiven.asAdmin(db, () -> {
            Long id = upload(db, file.toString());
            assertThat(view(db, id).findings()).extracting(Finding.Told::code).containsExactly("school.import.point_metres");
            assertThat(view(db, id).counts().created()).isEqualTo(30);
            return null;
        });
    }

    @Test
    void an_address_beside_a_postcode_is_a_street(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            Long id = upload(db, "Schulnummer;Name;Schulart;Land;Adresse;PLZ;Ort\n1;A;GS;RP;Weg 1;56068;Koblenz\n");
            assertThat(lines(db, id, null).get(0).findings()).isEmpty();
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void the_own_export_read_again_changes_nothing(String language, Db db) {
        Locale locale = Locale.forLanguageTag(language);
        Long city = SchoolGiven.authority(db, "Stadt Koblenz; \"Amt\"");
        SchoolGiven.asAdmin(db, () -> {
            int no = 100;
            for (SchoolType type : SchoolType.values()) {
                db.get(Schools.class).create(new Schools.Create(city, "RP", "0" + no++, "=Schule \"" + type + "\"; 'x", type, "-Weg 1, Bau \"2\"", "01067",
                        "@Dresden", null, null, "+49 69 212-" + no, 1234));
            }
            db.get(Schools.class).create(new Schools.Create(null, "HE", "4", "Sankt Ägidien", SchoolType.PRIMARY, null, null, null, null, null, null, null));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ListFile.csv(db.get(SchoolList.class), ListView.all(), locale, out);
            assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("\ufeff").contains(language.equals("de") ? "\"Schulnummer\"" : "\"Official number\"",
                    "'+49 69 212-101").contains("Sankt Ägidien").doesNotContain("???");
            Long id = db.get(Imports.class).upload("school", new Imports.Upload("schools.csv", out.toByteArray()));
            assertThat(view(db, id).counts()).isEqualTo(new ImportCounts(0, 0, SchoolType.values().length + 1, 0, 0));
            assertThat(view(db, id).findings()).isEmpty();
            return null;
        });
    }

    @Test
    void a_running_import_can_be_stopped_and_started_again(Db db) {
        Long id = SchoolGiven.asAdmin(db, () -> {
            Long started = upload(db, HEAD + "1;A;GS;RP\n");
            db.get(Imports.class).run(started, new Imports.Step(view(db, started).version()));
            assertThat(view(db, started).actions()).containsExactly(ImportAction.CANCEL);
            assertThat(view(db, started).columns()).as("while it runs the file is not read").isEmpty();
            assertThat(db.statementsOf(() -> db.get(ImportQueries.class).progress(started))).as("the last one asks what another server says").hasSize(3).noneMatch(s -> s.contains("CONTENT"));
            db.get(Imports.class).cancel(started, new Imports.Step(view(db, started).version()));
            return started;
        });
        assertThatThrownBy(() -> SchoolGiven.asAdmin(db, () -> {
            db.get(Imports.class).execute(id);
            return null;
        })).isInstanceOf(Refused.class);
        assertThat(db.number("select count(*) from school")).isZero();
        SchoolGiven.asAdmin(db, () -> {
            assertThat(view(db, id).job().state()).isEqualTo(ImportState.FAILED);
            assertThat(view(db, id).reason()).contains("abgebrochen");
            run(db, id);
            return null;
        });
        assertThat(db.number("select count(*) from school")).isEqualTo(1);
    }

    @Test
    void the_worker_stores_what_was_started_in_its_order_and_on_behalf_of_who_started_it(Db db) {
        List<Long> ids = SchoolGiven.asAdmin(db, () -> Stream.of("1;A;GS;RP\n", "2;B;GS;RP\n").map(row -> {
            Long started = upload(db, HEAD + row);
            db.get(Imports.class).run(started, new Imports.Step(view(db, started).version()));
            return started;
        }).toList());
        for (Long id : ids) {
            ImportStarts next = db.get(Imports.class).next();
            assertThat(next.id()).isEqualTo(id);
            db.request(() -> db.get(Imports.class).executeFor(next.id(), next.userId()));
        }
        assertThat(db.get(Imports.class).next()).isNull();
        assertThat(db.number("select count(*) from school")).isEqualTo(2);
        assertThat(db.sql("select distinct actor_name from history where action = 'ImportAction.FINISH'")).hasSize(1).first()
                .satisfies(r -> assertThat(r.get("actor_name")).isNotEqualTo("System"));
    }

    @Test
    void a_hundred_thousand_rows_need_few_statements_and_a_second_look_reads_no_file(Db db) {
        StringBuilder file = new StringBuilder("Nr;Name;Art;Land;PLZ;Ort\n");
        for (int i = 0; i < 100_000; i++) {
            file.append(100_000 + i).append(";Schule am Berg ").append(i).append(";GS;").append(i % 2 == 0 ? "RP" : "HE").append(";56068;Koblenz\n");
        }
        SchoolGiven.asAdmin(db, () -> {
            long[] times = new long[5];
            times[0] = System.nanoTime();
            Long id = upload(db, file.toString());
            times[1] = System.nanoTime();
            assertThat(view(db, id).counts().created()).isEqualTo(100_000);
            times[2] = System.nanoTime();
            assertThat(db.statements(() -> view(db, id))).as("statements of the next look").isLessThan(10);
            lines(db, id, null);
            times[3] = System.nanoTime();
            assertThat(db.statements(() -> run(db, id))).as("statements of the run").isLessThan(2_000);
            times[4] = System.nanoTime();
            System.out.printf("100,000 rows: upload %d ms, first look %d ms, next look %d ms, run %d ms%n", ms(times, 0), ms(times, 1), ms(times, 2), ms(times, 3));
            return null;
        });
        assertThat(db.number("select count(*) from school")).isEqualTo(100_000);
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "SCHULPAKT_DATA", matches = ".+")
    void published_registers_go_in(Db db) {
        SchoolGiven.asAdmin(db, () -> {
            Long frankfurt = file(db, "schools/jedeschule_frankfurt_2026-03-28.csv");
            assertThat(view(db, frankfurt).counts().total()).isEqualTo(206);
            assertThat(db.get(ImportQueries.class).findings(frankfurt, Locale.GERMAN).stream().filter(Finding.Told::error).map(Finding.Told::code))
                    .hasSize(5).containsOnly("school.import.office");
            set(db, frankfurt, null, true);
            run(db, frankfurt);
            assertThat(db.number("select count(*) from school where state_code = 'HE' and postcode is not null and latitude is not null"))
                    .isGreaterThan(160);
            Long hesse = file(db, "schools/hessen.csv");
            assertThat(view(db, hesse).counts().same() + view(db, hesse).counts().changed()).as("the same schools under the same numbers")
                    .isGreaterThan(100);
            Long westphalia = file(db, "schools/nrw_2026_first1500_macintosh_CR.csv");
            set(db, westphalia, "NW", false);
            assertThat(view(db, westphalia).counts().created()).isEqualTo(1500);
            assertThat(view(db, westphalia).findings()).extracting(Finding.Told::code).contains("school.import.point_converted");
            run(db, westphalia);
            assertThat(db.number("select count(*) from school where state_code = 'NW' and latitude is not null")).isGreaterThan(1400);
            Long register = file(db, "cases/schools_leading_zero_1_as_register.csv");
            set(db, register, "SN", false);
            run(db, register);
            Long excel = file(db, "cases/schools_leading_zero_2_saved_by_excel.csv");
            set(db, excel, "SN", false);
            assertThat(view(db, excel).counts().created()).isZero();
            Long twice = file(db, "cases/schools_case_twice.csv");
            set(db, twice, "BE", true);
            assertThat(view(db, twice).counts()).isEqualTo(new ImportCounts(5, 0, 0, 1, 0));
            run(db, twice);
            return null;
        });
    }

    private static long ms(long[] times, int from) {
        return (times[from + 1] - times[from]) / 1_000_000;
    }

    private static Long file(Db db, String name) {
        try {
            return db.get(Imports.class).upload("school", new Imports.Upload(name, Files.readAllBytes(Path.of(System.getenv("SCHULPAKT_DATA"), name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Long upload(Db db, String text) {
        return db.get(Imports.class).upload("school", new Imports.Upload("schulen.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void set(Db db, Long id, String state, boolean leaveOut) {
        ImportQueries.View view = view(db, id);
        SchoolImportSettings s = SchoolImportSettings.of(view.settings());
        db.get(Imports.class).change(id, new Imports.Settings(view.version(), new SchoolImportSettings(s.charset(), s.delimiter(), s.headerLine(),
                s.columns(), s.authorityId(), state, null, Map.of(), s.existing(), leaveOut).stored()));
    }

    private static void run(Db db, Long id) {
        db.get(Imports.class).run(id, new Imports.Step(view(db, id).version()));
        db.get(Imports.class).execute(id);
        db.get(Imports.class).over(id);
    }

    private static ImportQueries.View view(Db db, Long id) {
        return db.get(ImportQueries.class).view(id, Locale.GERMAN);
    }

    private static List<ImportQueries.Line> lines(Db db, Long id, Outcome outcome) {
        return db.get(ImportQueries.class).preview(id, outcome, PageRequest.of(1, 200, null), Locale.GERMAN).rows();
    }
}
