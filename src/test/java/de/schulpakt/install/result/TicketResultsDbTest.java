package de.schulpakt.install.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KindDevices;
import de.schulpakt.install.kind.KindResult;
import de.schulpakt.install.kind.KindWorkers;
import de.schulpakt.install.kind.Kinds;
import de.schulpakt.install.kind.KnownKinds;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.kind.ResultType;
import de.schulpakt.install.network.CableTests;
import de.schulpakt.install.network.Face;
import de.schulpakt.install.network.Networks;
import de.schulpakt.install.network.UnitKind;
import de.schulpakt.install.planning.Skills;
import de.schulpakt.install.team.Teams;
import de.schulpakt.install.ticket.TicketAction;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.overview.phone.PhoneQueries;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.Clock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results that a kind asks for, each checked by its type, and who may work on its tickets. */
@DbTest
class TicketResultsDbTest {
    private static final String ADMIN = "verwaltung";
    private static final String OTHER = "zweite";
    private static final KindResult RATE = new KindResult("Bandbreite", "Bandwidth", ResultType.NUMBER, true, "Mbit/s", new BigDecimal("1"), new BigDecimal("10000"), null, null);
    private static final KindResult LABELLED = new KindResult("Beschriftet", "Labelled", ResultType.YES_NO, null, null, null, null, null, null);
    private static final KindResult MEDIUM = new KindResult("Anschluss", "Medium", ResultType.CHOICE, false, null, null, null, List.of("Glasfaser", "Kupfer"), List.of("Fibre", "Copper"));
    private static final KindResult WORDS = new KindResult("Bemerkung", "Remark", ResultType.TEXT, false, null, null, null, null, null);
    private static final KindResult CABLE = new KindResult("Dose", "Socket", ResultType.MEASUREMENT, true, null, null, null, null, null);
    private static final KindResult PICTURE = new KindResult("Bild", "Picture", ResultType.PHOTO, true, null, null, null, null, null);
    private Db db;
    private Long authority;
    private Long school;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        authority = SchoolGiven.authority(db, "Stadt Koblenz");
        school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        SchoolGiven.user(db, ADMIN, Role.ADMIN, null, null);
        InstallGiven.technician(db);
        SchoolGiven.user(db, OTHER, Role.TECHNICIAN, authority, null);
    }

    @Test
    void a_result_is_checked_by_its_type_and_what_is_needed_keeps_the_work_from_ending() {
        Long id = begun(make(KindWorkers.TECHNICIANS, null, RATE, LABELLED, MEDIUM, WORDS));
        assertThatThrownBy(() -> solve(id)).hasMessageContaining("ticket.results_missing");
        assertThatThrownBy(() -> give(id, 1, "schnell")).hasMessageContaining("result.number");
        assertThatThrownBy(() -> give(id, 1, "1.000")).as("a thousand, or one").hasMessageContaining("result.number");
        assertThatThrownBy(() -> give(id, 1, "0,5")).hasMessageContaining("result.least");
        assertThatThrownBy(() -> give(id, 1, "10001")).hasMessageContaining("result.most");
        assertThatThrownBy(() -> give(id, 2, "vielleicht")).hasMessageContaining("result.yes_no");
        assertThatThrownBy(() -> give(id, 3, "Funk")).hasMessageContaining("result.choice");
        assertThatThrownBy(() -> give(id, 5, "x")).hasMessageContaining("result.unknown");
        assertThatThrownBy(() -> give(id, new TicketResults.One(1, "100"), new TicketResults.One(2, "vielleicht"))).hasMessageContaining("result.yes_no");
        assertThat(values(id)).as("all or none").containsExactly(null, null, null, null);
        give(id, new TicketResults.One(1, "940,25"), new TicketResults.One(2, "Ja"), new TicketResults.One(3, "Fibre"), new TicketResults.One(4, " sauber "));
        assertThat(values(id)).containsExactly("940.25", "true", "Glasfaser", "sauber");
        give(id, 1, "940.25");
        assertThat(db.number("SELECT count(*) FROM history WHERE action = 'TicketAction.RESULT'")).as("who sends it twice has given it once").isEqualTo(4);
        give(id, 1, null);
        assertThatThrownBy(() -> solve(id)).hasMessageContaining("ticket.results_missing");
        give(id, 1, "950");
        PhoneQueries.Work taken = as(InstallGiven.TECHNICIAN, () -> db.get(PhoneQueries.class).taken()).works().get(0);
        assertThat(taken.results()).extracting(PhoneQueries.Result::type, PhoneQueries.Result::value).containsExactly(
                Tuple.tuple(ResultType.NUMBER, "950"), Tuple.tuple(ResultType.YES_NO, "true"),
                Tuple.tuple(ResultType.CHOICE, "Glasfaser"), Tuple.tuple(ResultType.TEXT, "sauber"));
        solve(id);
        assertThat(view(id).state()).isEqualTo(TicketState.CLOSED);
        assertThatThrownBy(() -> give(id, 1, "1")).hasMessageContaining("ticket.over");
        db.checks();
    }

    @Test
    void a_measurement_is_a_cable_that_passed_and_a_picture_is_one_of_the_ticket() throws IOException {
        Long id = begun(make(KindWorkers.TECHNICIANS, null, CABLE, PICTURE));
        Long room = SchoolGiven.room(db, school, "A 1.07");
        Long socket = as(InstallGiven.TECHNICIAN, () -> db.get(Networks.class).add(new Networks.Add(school, UnitKind.SOCKET, "1.07-1", null, room, null, "1", null, null)));
        Long panel = as(InstallGiven.TECHNICIAN, () -> db.get(Networks.class).add(new Networks.Add(school, UnitKind.PANEL, "PP1", null, null, null, "4", null, null)));
        Long cable = as(InstallGiven.TECHNICIAN, () -> db.get(Networks.class).plug(new Networks.Plug(port(socket), Face.REAR, port(panel), Face.REAR, null, null, "K-1", null)));
        assertThatThrownBy(() -> give(id, 1, "1.07-1")).as("never tested").hasMessageContaining("result.not_measured");
        test(cable, false);
        assertThatThrownBy(() -> give(id, 1, "K-1")).as("failed").hasMessageContaining("result.not_measured");
        test(cable, true);
        assertThatThrownBy(() -> give(id, 1, "PP1")).as("a panel is no socket").hasMessageContaining("result.not_measured");
        give(id, 1, "1.07-1");
        assertThatThrownBy(() -> give(id, 2, "schrank.png")).hasMessageContaining("result.no_picture");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        Long paper;
        try (Received file = db.get(Intake.class).take(new ByteArrayInputStream(png.toByteArray()), "schrank.png")) {
            paper = as(InstallGiven.TECHNICIAN, () -> db.get(Papers.class).attach("Ticket", id, new Papers.Attach("PHOTO", null, null), file));
        }
        give(id, 2, "schrank.png");
        assertThat(as(InstallGiven.TECHNICIAN, () -> db.get(ResultQueries.class).pictures(id))).containsExactly("schrank.png");
        db.sql("UPDATE paper SET name = 'anders.png' WHERE id = ?", paper);
        assertThatThrownBy(() -> solve(id)).as("the picture is not there any more").hasMessageContaining("ticket.results_missing");
        db.sql("UPDATE paper SET name = 'schrank.png' WHERE id = ?", paper);
        solve(id);
        db.checks();
    }

    @Test
    void a_running_ticket_keeps_the_results_of_its_revision() {
        String code = make(KindWorkers.TECHNICIANS, null, WORDS);
        Long running = begun(code);
        Kind kind = db.get(KnownKinds.class).latest(code).orElseThrow();
        as(ADMIN, () -> db.get(Kinds.class).change(code, new Kinds.Change(kind.revision(), facts(KindWorkers.TECHNICIANS, null, RATE))));
        solve(running);
        Long later = begun(code);
        assertThat(view(later).results()).extracting(r -> r.asked().unit()).containsExactly("Mbit/s");
        assertThatThrownBy(() -> solve(later)).hasMessageContaining("ticket.results_missing");
    }

    @Test
    void results_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> make(KindWorkers.TECHNICIANS, null, RATE, RATE)).hasMessageContaining("kind.result_twice");
        assertThatThrownBy(() -> make(KindWorkers.TECHNICIANS, null, new KindResult("A", "A", ResultType.NUMBER, true, null, BigDecimal.TEN, BigDecimal.ONE, null, null)))
                .hasMessageContaining("kind.result_limits");
        for (List<String> words : List.of(List.of("eins"), List.of("eins", "eins"), List.of("eins", "zwei", "drei"))) {
            assertThatThrownBy(() -> make(KindWorkers.TECHNICIANS, null, new KindResult("A", "A", ResultType.CHOICE, true, null, null, null, words, List.of("one", "two"))))
                    .hasMessageContaining("kind.result_choices");
        }
        KindResult[] many = new KindResult[21];
        Arrays.setAll(many, i -> new KindResult("R" + i, "R" + i, ResultType.TEXT, true, null, null, null, null, null));
        assertThatThrownBy(() -> make(KindWorkers.TECHNICIANS, null, many)).hasMessageContaining("kind.results_many");
        assertThatThrownBy(() -> make(KindWorkers.TEAM, " ")).hasMessageContaining("kind.team_missing");
        assertThatThrownBy(() -> make(KindWorkers.TEAM, "Niemand")).hasMessageContaining("kind.team_unknown");
    }

    @Test
    void only_the_team_of_the_kind_takes_its_tickets() {
        LocalDate today = db.get(Clock.class).today();
        Long team = as(OTHER, () -> db.get(Teams.class).found(new Teams.Found(authority, "Netzwerk")));
        Long away = SchoolGiven.authority(db, "Anderswo");
        SchoolGiven.user(db, "fremd", Role.TECHNICIAN, away, null);
        Long namesake = as("fremd", () -> db.get(Teams.class).found(new Teams.Found(away, "Netzwerk")));
        join(namesake, "fremd", "fremd", today);
        String code = make(KindWorkers.TEAM, "Netzwerk", WORDS);
        Long id = open(code);
        assertThat(view(id).actions()).doesNotContain(TicketAction.TAKE);
        assertThatThrownBy(() -> InstallGiven.take(db, id)).hasMessageContaining("ticket.workers_team");
        assertThatThrownBy(() -> assign(id, OTHER)).hasMessageContaining("ticket.workers_team");
        join(team, OTHER, OTHER, today);
        assign(id, OTHER);
        assertThat(view(id).assignee()).isNotNull();
        Integer seen = InstallGiven.version(db, id);
        as(OTHER, () -> {
            db.get(Tickets.class).start(id, new Tickets.Step(seen, null));
            db.get(TicketResults.class).give(id, new TicketResults.Give(List.of(new TicketResults.One(1, "gut"))));
            return null;
        });
        db.sql("UPDATE team_member SET from_on = ?, to_on = ? WHERE technician_id = (SELECT id FROM app_user WHERE login = ?)", today.minusDays(9), today.minusDays(1), OTHER);
        Integer now = InstallGiven.version(db, id);
        assertThatThrownBy(() -> as(OTHER, () -> {
            db.get(TicketWork.class).solve(id, new TicketWork.Finish(now, null, "fertig"));
            return null;
        })).as("no member any more").hasMessageContaining("ticket.workers_team");
        as(OTHER, () -> {
            db.get(Tickets.class).release(id, new Tickets.Step(now, "nicht mehr im Team"));
            return null;
        });
        db.checks();
    }

    @Test
    void skill_and_role_decide_too_and_the_phone_knows() {
        String skilled = make(KindWorkers.SKILL, null);
        Long id = open(skilled);
        assertThatThrownBy(() -> InstallGiven.take(db, id)).hasMessageContaining("ticket.workers_skill");
        assertThat(work(id).may()).containsExactly(false);
        as(InstallGiven.TECHNICIAN, () -> {
            db.get(Skills.class).set(new Skills.Set(Set.of(skilled)));
            return null;
        });
        assertThat(work(id).may()).containsExactly(true);
        InstallGiven.take(db, id);
        String office = make(KindWorkers.OFFICE, null);
        SchoolGiven.user(db, "hausmeister", Role.TECHNICIAN, null, school);
        Long other = open(office);
        Integer seen = InstallGiven.version(db, other);
        assertThatThrownBy(() -> as("hausmeister", () -> {
            db.get(Tickets.class).take(other, new Tickets.Step(seen, null));
            return null;
        })).hasMessageContaining("ticket.workers_office");
        assign(other, OTHER);
        db.checks();
    }

    private PhoneQueries.Work work(Long id) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(PhoneQueries.class).taken()).works().stream().filter(w -> w.id().equals(id)).findFirst().orElseThrow();
    }

    private void assign(Long id, String login) {
        Integer seen = InstallGiven.version(db, id);
        Long to = user(login);
        as(InstallGiven.TECHNICIAN, () -> {
            db.get(TicketWork.class).assign(id, new TicketWork.Assign(seen, to, null));
            return null;
        });
    }

    private void join(Long team, String by, String login, LocalDate from) {
        as(by, () -> db.get(Teams.class).join(team, new Teams.Join(user(login), from, null)));
    }

    private Long user(String login) {
        return db.number("SELECT id FROM app_user WHERE login = ?", login);
    }

    private Long port(Long unit) {
        return db.number("SELECT min(id) FROM network_port WHERE unit_id = ?", unit);
    }

    private void test(Long cable, boolean passed) {
        as(InstallGiven.TECHNICIAN, () -> {
            db.get(CableTests.class).record(new CableTests.Record(school, List.of(new CableTests.Tested(cable, null, null, passed, null))));
            return null;
        });
    }

    private String make(KindWorkers workers, String team, KindResult... results) {
        String code = "KIND_" + (db.number("SELECT count(*) FROM ticket_kind") + 1);
        as(ADMIN, () -> db.get(Kinds.class).create(new Kinds.Create(code, facts(workers, team, results))));
        return code;
    }

    private static Kinds.Facts facts(KindWorkers workers, String team, KindResult... results) {
        return new Kinds.Facts("Art", "Kind", null, null, false, false, false, KindDevices.NONE, true, Priority.NORMAL, 60, null, null, false, true, false, List.of(results), workers, team);
    }

    private Long open(String code) {
        return InstallGiven.open(db, school, code);
    }

    private Long begun(String code) {
        Long id = open(code);
        InstallGiven.take(db, id);
        InstallGiven.work(db, t -> t.start(id, InstallGiven.step(db, id)));
        return id;
    }

    private void solve(Long id) {
        InstallGiven.solve(db, id);
    }

    private void give(Long id, int no, String value) {
        give(id, new TicketResults.One(no, value));
    }

    private void give(Long id, TicketResults.One... results) {
        as(InstallGiven.TECHNICIAN, () -> {
            db.get(TicketResults.class).give(id, new TicketResults.Give(List.of(results)));
            return null;
        });
    }

    private List<String> values(Long id) {
        return view(id).results().stream().map(TicketQueries.ResultRow::value).toList();
    }

    private TicketQueries.View view(Long id) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(TicketQueries.class).view(id));
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }
}
