package de.schulpakt.install.tester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.exchange.ImportCounts;
import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.identity.Role;
import de.schulpakt.install.network.CableTests;
import de.schulpakt.install.network.Face;
import de.schulpakt.install.network.Networks;
import de.schulpakt.install.network.UnitKind;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The file of a cable tester: each row finds its cable, a dry run first. */
@DbTest
class TesterDbTest {
    private static final String HEAD = "Cable Label;Raum;Test Limit;Result;Length (m);Date / Time;Operator\n";
    private Db db;
    private Long school;
    private Long room;
    private LocalDate day;
    private Long panel;
    private int port;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        room = SchoolGiven.room(db, school, "A 1.07");
        InstallGiven.technician(db);
        day = db.get(Clock.class).today().minusDays(3);
        panel = unit(UnitKind.PANEL, "EV2-PP1", null, "24");
        port = 0;
    }

    @Test
    void each_row_finds_its_cable_by_label_port_or_socket_and_a_dry_run_writes_nothing() {
        Long labelled = cable(unit(UnitKind.SOCKET, "1.07-1", room, "1"), "K-4711");
        Long byPort = cable(unit(UnitKind.SOCKET, "1.07-2", room, "1"), null);
        Long bySocket = cable(unit(UnitKind.SOCKET, "1.07-3", room, "1"), null);
        Long id = upload(school, HEAD + "K-4711;;ISO 11801 Channel Class EA;PASS;38,54;" + day + " 10:11;Max Muster\n"
                + "EV2-PP1/2;;TIA Cat 6A;FAIL;12.0 m;" + day + ";Max Muster\n1.07-3;;;bestanden;;;\nK-0815;;;PASS;;;\n");
        assertThat(view(id).counts()).isEqualTo(new ImportCounts(3, 0, 0, 1, 0));
        assertThat(codes(id)).containsExactly("tester.unknown");
        assertThat(db.number("SELECT count(*) FROM network_cable WHERE passed IS NOT NULL")).as("a dry run").isZero();
        run(id);
        Map<String, Object> one = row(labelled);
        assertThat(one.get("passed")).isEqualTo(true);
        assertThat(one.get("cable_class")).isEqualTo("EA");
        assertThat((BigDecimal) one.get("length_m")).isEqualByComparingTo("38.5");
        assertThat(row(byPort).get("passed")).isEqualTo(false);
        assertThat(row(byPort).get("cable_class")).isEqualTo("EA");
        assertThat(row(bySocket).get("passed")).isEqualTo(true);
        assertThat(db.number("SELECT count(*) FROM history WHERE action = 'NetworkAction.MEASURE'")).as("three sockets and the panel").isEqualTo(4);
        db.checks();
    }

    @Test
    void the_same_file_again_changes_nothing_and_an_older_one_neither() {
        Long cable = cable(unit(UnitKind.SOCKET, "1.07-1", room, "1"), null);
        run(upload(school, HEAD + "1.07-1;;;PASS;20;" + day + ";\n"));
        Long again = upload(school, HEAD + "1.07-1;;;PASS;20;" + day + ";\n");
        assertThat(view(again).counts()).isEqualTo(new ImportCounts(0, 0, 1, 0, 0));
        Long older = upload(school, HEAD + "1.07-1;;;FAIL;20;" + day.minusDays(1) + ";\n");
        assertThat(codes(older)).containsExactly("tester.older");
        assertThat(view(older).counts()).isEqualTo(new ImportCounts(0, 0, 1, 0, 0));
        Long newer = upload(school, HEAD + "1.07-1;;;FAIL;21;" + day.plusDays(1) + ";\n");
        assertThat(view(newer).counts()).isEqualTo(new ImportCounts(0, 1, 0, 0, 0));
        run(newer);
        assertThat(row(cable).get("passed")).isEqualTo(false);
    }

    @Test
    void of_two_tests_of_a_cable_the_later_day_holds_and_of_one_day_the_lower_row() {
        Long cable = cable(unit(UnitKind.SOCKET, "1.07-1", room, "1"), null);
        Long other = cable(unit(UnitKind.SOCKET, "1.07-2", room, "1"), null);
        Long id = upload(school, HEAD + "1.07-1;;;PASS;20;" + day + ";\n1.07-1;;;FAIL;20;" + day.minusDays(1) + ";\n1.07-2;;;FAIL;20;" + day + ";\n1.07-2;;;PASS;20;" + day
                + ";\n1.07-2;;;vielleicht;20;" + day + ";\n");
        assertThat(codes(id)).containsExactlyInAnyOrder("tester.twice", "tester.result");
        assertThat(view(id).counts()).isEqualTo(new ImportCounts(2, 0, 2, 1, 0));
        run(id);
        assertThat(row(cable).get("passed")).as("the later day").isEqualTo(true);
        assertThat(row(other).get("passed")).as("tested again").isEqualTo(true);
        db.checks();
    }

    @Test
    void columns_that_were_assigned_once_are_found_again_by_the_header_of_the_next_file() {
        Long cable = cable(unit(UnitKind.SOCKET, "1.07-1", room, "1"), null);
        String odd = "Kennung;Feld A;Feld B\n";
        Long first = upload(school, odd + "1.07-1;PASS;20\n");
        assertThat(columns(first)).as("nothing is known of it").doesNotContain("RESULT");
        Long unfinished = assign(first, "CABLE", "RESULT", "LENGTH");
        assertThat(columns(upload(school, odd + "1.07-1;PASS;20\n"))).as("nothing was imported yet").doesNotContain("RESULT");
        run(unfinished);
        assertThat(row(cable).get("passed")).isEqualTo(true);
        Long next = upload(null, "KENNUNG ;feld a;Feld-B\n1.07-1;FAIL;21\n");
        assertThat(columns(next)).containsExactly("CABLE", "RESULT", "LENGTH");
        assertThat(work(() -> db.get(ImportQueries.class).view(next, Locale.GERMAN)).settings().options()).as("the school is not taken over").doesNotContainKey(TesterKind.SCHOOL);
        assertThat(columns(upload(school, "Kennung;Feld A;Feld C\n1.07-1;PASS;20\n"))).as("another header").doesNotContain("RESULT");
    }

    private List<String> columns(Long id) {
        return work(() -> db.get(ImportQueries.class).view(id, Locale.GERMAN)).settings().columns();
    }

    private Long assign(Long id, String... columns) {
        return work(() -> {
            ImportQueries.View seen = db.get(ImportQueries.class).view(id, Locale.GERMAN);
            db.get(Imports.class).change(id, new Imports.Settings(seen.version(), new ImportSettings(seen.settings().format(), List.of(columns), seen.settings().options())));
            return id;
        });
    }

    @Test
    void what_cannot_be_meant_is_named() {
        cable(unit(UnitKind.SOCKET, "D1", room, "1"), null);
        db.sql("INSERT INTO room (building_id, school_id, name, floor, kind) SELECT building_id, school_id, 'A 1.08', floor, kind FROM room WHERE id = ?", room);
        Long other = db.number("SELECT max(id) FROM room");
        Long there = cable(unit(UnitKind.SOCKET, "D1", other, "1"), null);
        Long id = upload(school, HEAD + "D1;;;PASS;;;\nD1;A 1.08;;vielleicht;;;\n;;;PASS;;;\nD1;A 1.07;;PASS;;" + day.plusDays(30) + ";\n");
        assertThat(codes(id)).containsExactlyInAnyOrder("tester.several", "tester.result", "tester.no_cable", "tester.day");
        Long good = upload(school, HEAD + "D1;A 1.08;unbekannt;PASS;lang;" + day + ";\nD1;A 1.08;;PASS;;;\n");
        assertThat(codes(good)).containsExactlyInAnyOrder("tester.limit", "tester.length", "tester.twice");
        run(good);
        assertThat(row(there).get("passed")).isEqualTo(true);
        assertThat(db.number("SELECT count(*) FROM network_cable WHERE passed")).isEqualTo(1);
        assertThat(codes(upload(null, HEAD + "D1;;;PASS;;;\n"))).contains("tester.no_school");
    }

    @Test
    void only_who_writes_the_record_of_the_school_tests_its_cables() {
        Long cable = cable(unit(UnitKind.SOCKET, "1.07-1", room, "1"), null);
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        assertThatThrownBy(() -> SchoolGiven.as(db, "schule", () -> db.get(Imports.class).upload("tester", file(HEAD)))).isInstanceOf(Forbidden.class);
        Long foreign = SchoolGiven.school(db, "Hilda-Gymnasium");
        assertThatThrownBy(() -> work(() -> {
            db.get(CableTests.class).record(new CableTests.Record(foreign, List.of(new CableTests.Tested(cable, CableClass.EA, null, true, null))));
            return null;
        })).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> upload(4711L, HEAD + "1.07-1;;;PASS;;;\n")).hasMessageContaining("import.settings");
    }

    @Test
    void at_a_ticket_rows_of_its_rooms_are_shown_written_and_kept_once() {
        Long here = cable(unit(UnitKind.SOCKET, "1.07-1", room, "1"), null);
        Long failed = cable(unit(UnitKind.SOCKET, "1.07-2", room, "1"), null);
        Long other = SchoolGiven.room(db, school, "B 2.01");
        cable(unit(UnitKind.SOCKET, "2.01-1", other, "1"), null);
        Long ticket = work(() -> db.get(Tickets.class).open(new Tickets.Open(school, room, "CABLING", "Dosen", null, null, null, null)));
        byte[] file = (HEAD + "1.07-1;;ISO 11801 Channel Class EA;PASS;38,54;" + day + ";\n1.07-2;;;FAIL;12;" + day + ";\n2.01-1;;;PASS;10;" + day + ";\nK-0815;;;PASS;;;\n")
                .getBytes(StandardCharsets.UTF_8);
        TicketTests.Read seen = check(ticket, file);
        assertThat(seen.taken()).isEqualTo(2);
        assertThat(seen.left()).isEqualTo(2);
        assertThat(seen.lines().stream().flatMap(line -> line.findings().stream()).map(Finding::code)).containsExactly("tester.no_class", "tester.other_room", "tester.unknown");
        assertThat(db.number("SELECT count(*) FROM network_cable WHERE passed IS NOT NULL")).as("nothing is stored").isZero();
        assertThatThrownBy(() -> record(ticket, file)).as("nobody has it").hasMessageContaining("ticket.of_other");
        assertThat(db.number("SELECT count(*) FROM network_cable WHERE passed IS NOT NULL")).as("nothing half stored").isZero();
        InstallGiven.take(db, ticket);
        assertThat(record(ticket, file).taken()).isEqualTo(2);
        assertThat(row(here).get("passed")).isEqualTo(true);
        assertThat(row(failed).get("passed")).isEqualTo(false);
        assertThat(db.sql("SELECT socket, switch_port, cable_class, passed FROM measurement WHERE ticket_id = ? ORDER BY id", ticket))
                .extracting(m -> m.get("socket") + " " + m.get("switch_port") + " " + m.get("cable_class") + " " + m.get("passed"))
                .as("the class of the second is not known").containsExactly("1.07-1 EV2-PP1 / 1 EA true");
        TicketTests.Read again = record(ticket, file);
        assertThat(again.taken()).isZero();
        assertThat(again.same()).isEqualTo(2);
        assertThat(db.number("SELECT count(*) FROM measurement WHERE ticket_id = ?", ticket)).as("the same file twice").isEqualTo(1);
        assertThat(db.number("SELECT count(*) FROM history WHERE action = 'TicketAction.TEST'")).isEqualTo(1);
        db.checks();
    }

    @Test
    void at_a_ticket_a_file_of_other_rooms_is_refused_and_odd_columns_are_known_from_the_import_before() {
        cable(unit(UnitKind.SOCKET, "1.07-1", room, "1"), null);
        Long other = SchoolGiven.room(db, school, "B 2.01");
        Long ticket = work(() -> db.get(Tickets.class).open(new Tickets.Open(school, other, "CABLING", "Dosen", null, null, null, null)));
        InstallGiven.take(db, ticket);
        byte[] foreign = (HEAD + "1.07-1;;;PASS;20;" + day + ";\n").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> record(ticket, foreign)).hasMessageContaining("tester.nothing");
        byte[] odd = "Kennung;Feld A;Feld B\n1.07-1;PASS;20\n".getBytes(StandardCharsets.UTF_8);
        Long home = work(() -> db.get(Tickets.class).open(new Tickets.Open(school, null, "CABLING", "Dosen", null, null, null, null)));
        assertThatThrownBy(() -> check(home, odd)).hasMessageContaining("tester.columns");
        run(assign(upload(school, "Kennung;Feld A;Feld B\n1.07-1;FAIL;20\n"), "CABLE", "RESULT", "LENGTH"));
        assertThat(check(home, odd).taken()).as("a ticket without a room takes all of the school").isEqualTo(1);
        assertThatThrownBy(() -> check(home, new byte[0])).hasMessageContaining("csv.empty");
    }

    private TicketTests.Read check(Long ticket, byte[] file) {
        return work(() -> db.get(TicketTests.class).check(ticket, new TicketTests.Sent(file)));
    }

    private TicketTests.Read record(Long ticket, byte[] file) {
        return work(() -> db.get(TicketTests.class).record(ticket, new TicketTests.Sent(file)));
    }

    @Test
    void words_and_limits_of_testers_are_understood() {
        assertThat(TesterRows.passed("Pass*")).isTrue();
        assertThat(TesterRows.passed("n. i. O.")).isFalse();
        assertThat(TesterRows.passed("nicht bestanden")).isFalse();
        assertThat(TesterRows.passed("-")).isNull();
    }

    private Long unit(UnitKind kind, String name, Long in, String ports) {
        return work(() -> db.get(Networks.class).add(new Networks.Add(school, kind, name, null, in, null, ports, null, null)));
    }

    private Long cable(Long socket, String label) {
        Long near = db.number("SELECT min(id) FROM network_port WHERE unit_id = ?", socket);
        Long far = db.number("SELECT id FROM network_port WHERE unit_id = ? AND name = ?", panel, String.valueOf(++port));
        return work(() -> db.get(Networks.class).plug(new Networks.Plug(near, Face.REAR, far, Face.REAR, null, null, label, null)));
    }

    private Map<String, Object> row(Long cable) {
        return db.sql("SELECT passed, cable_class, length_m FROM network_cable WHERE id = ?", cable).get(0);
    }

    private static Imports.Upload file(String text) {
        return new Imports.Upload("tester.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private Long upload(Long of, String text) {
        return work(() -> {
            Long id = db.get(Imports.class).upload("tester", file(text));
            ImportQueries.View seen = db.get(ImportQueries.class).view(id, Locale.GERMAN);
            Map<String, String> options = new HashMap<>(seen.settings().options());
            if (of != null) {
                options.put(TesterKind.SCHOOL, of.toString());
            }
            db.get(Imports.class).change(id, new Imports.Settings(seen.version(), new ImportSettings(seen.settings().format(), seen.settings().columns(), options)));
            return id;
        });
    }

    private ImportQueries.View view(Long id) {
        return work(() -> db.get(ImportQueries.class).view(id, Locale.GERMAN));
    }

    private void run(Long id) {
        work(() -> {
            db.get(Imports.class).run(id, new Imports.Step(db.get(ImportQueries.class).view(id, Locale.GERMAN).version()));
            db.get(Imports.class).execute(id);
            return null;
        });
    }

    private List<String> codes(Long id) {
        return work(() -> db.get(ImportQueries.class).findings(id, Locale.GERMAN)).stream().map(Finding.Told::code).distinct().toList();
    }

    private <T> T work(Callable<T> work) {
        return SchoolGiven.as(db, InstallGiven.TECHNICIAN, work);
    }
}
