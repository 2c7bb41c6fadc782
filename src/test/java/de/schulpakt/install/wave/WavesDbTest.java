package de.schulpakt.install.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.install.planning.Visits;
import de.schulpakt.install.ticket.TicketParts;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.job.JobsGiven;
import de.schulpakt.platform.list.ListView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waves from the look at a plan to their end. */
@DbTest
class WavesDbTest {
    private static final String OFFICER = "foerderung";
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    /** Three trades for each of 1,221 rooms and one for each of 43 buildings. */
    private static final long ALL = 1221 * 3 + 43;
    private Db db;
    private Long authority;
    private Long school;
    private final List<Long> rooms = new ArrayList<>();

    @BeforeEach
    void given(Db kit) {
        db = kit;
        authority = SchoolGiven.authority(db, "Stadt Koblenz");
        school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        rooms.add(SchoolGiven.room(db, school, "201"));
        for (int i = 2; i <= 3; i++) {
            db.sql("INSERT INTO room (building_id, school_id, name, floor, kind) SELECT building_id, school_id, ?, floor, kind FROM room WHERE id = ?", "20" + i,
                    rooms.get(0));
            rooms.add(db.number("SELECT max(id) FROM room"));
        }
        InstallGiven.technician(db);
        SchoolGiven.user(db, OFFICER, Role.FUNDING_OFFICER, authority, null);
    }

    @Test
    void what_is_looked_at_is_what_is_made_in_the_order_of_the_trades_and_twice_makes_nothing() {
        WaveQueries.Look look = technician(() -> db.get(WaveQueries.class).look(plan()));
        assertThat(look).extracting(WaveQueries.Look::tickets, WaveQueries.Look::rooms, WaveQueries.Look::schools, WaveQueries.Look::left)
                .containsExactly(10, 3L, 1L, 0);
        assertThat(look.material()).extracting(WaveQueries.Amount::name, WaveQueries.Amount::amount)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Doppeldose", new BigDecimal("6.00")));
        assertThat(db.number("SELECT count(*) FROM ticket")).isZero();
        Long wave = create();
        WaveQueries.View view = view(wave);
        assertThat(view.progress().total()).isEqualTo(10);
        assertThat(view.progress().lastOn()).isEqualTo(look.lastOn());
        assertThat(view.trades()).extracting(WaveQueries.TradeRow::kind).containsExactly("CABLING", "SWITCH", "ACCESS_POINT", "ROLL_OUT");
        assertThat(view.trades()).extracting(t -> t.progress().total()).containsExactly(3, 1, 3, 3);
        assertThat(view.material()).extracting(WaveQueries.Amount::amount).allMatch(amount -> amount.compareTo(new BigDecimal("6")) == 0);
        assertThat(db.number("SELECT count(*) FROM ticket t JOIN wave_ticket w ON w.ticket_id = t.id WHERE t.due_on = w.planned_on")).isEqualTo(10);
        assertThat(db.number("SELECT count(*) FROM history WHERE subject_type = 'Ticket' AND action = 'TicketAction.OPEN'")).isEqualTo(10);
        assertThatThrownBy(this::create).hasMessageContaining("wave.nothing");
        db.checks();
    }

    @Test
    void a_part_of_a_ticket_is_planned_as_the_whole_and_holds_up_what_the_whole_holds_up() {
        Long wave = create();
        Long cabling = db.number("SELECT w.ticket_id FROM wave_ticket w WHERE w.room_id = ? ORDER BY w.id LIMIT 1", rooms.get(0));
        Long needs = db.number("SELECT count(*) FROM wave_need n JOIN wave_ticket w ON w.id = n.needs_id WHERE w.ticket_id = ?", cabling);
        assertThat(needs).isPositive();
        Long part = technician(() -> db.get(TicketParts.class).split(cabling, new TicketParts.Split(InstallGiven.version(db, cabling),
                List.of(new TicketParts.Part("Dosen an der Fensterseite", rooms.get(1), null, null, null)), null))).get(0);
        assertThat(view(wave).progress().total()).isEqualTo(11);
        assertThat(db.number("SELECT count(*) FROM wave_need n JOIN wave_ticket w ON w.id = n.needs_id WHERE w.ticket_id = ?", part)).isEqualTo(needs);
        assertThat(db.number("SELECT room_id FROM wave_ticket WHERE ticket_id = ?", part)).isEqualTo(rooms.get(1));
        db.checks();
    }

    @Test
    void two_people_who_plan_the_same_at_once_make_it_once() {
        List<Throwable> thrown = db.race(2, 2, () -> create());
        assertThat(thrown).hasSize(1);
        assertThat(thrown.get(0)).hasMessageContaining("wave.nothing");
        assertThat(db.number("SELECT count(*) FROM ticket")).isEqualTo(10);
        db.checks();
    }

    @Test
    void what_cannot_be_planned_is_refused() {
        assertThatThrownBy(() -> create(MONDAY.minusDays(1), "CABLING")).hasMessageContaining("wave.past");
        assertThatThrownBy(() -> create(MONDAY.plusYears(6), "CABLING")).hasMessageContaining("wave.far");
        assertThatThrownBy(() -> create(MONDAY, "GIBTESNICHT")).hasMessageContaining("wave.kind_unknown");
        assertThatThrownBy(() -> create(MONDAY, "CABLING", "CABLING")).hasMessageContaining("wave.kind_twice");
        Long foreign = SchoolGiven.school(db, SchoolGiven.authority(db, "Fremd"), "Fremd");
        assertThatThrownBy(() -> technician(() -> db.get(Waves.class).create(new Waves.Plan(authority, "W", List.of(school, foreign), null, null, null, MONDAY,
                trades("CABLING"))))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> technician(() -> db.get(Waves.class).create(new Waves.Plan(authority, "W", null, "Nirgends", null, null, MONDAY,
                trades("CABLING"))))).hasMessageContaining("wave.nothing");
        assertThatThrownBy(() -> as(OFFICER, () -> db.get(Waves.class).create(plan()))).isInstanceOf(Forbidden.class);
    }

    @Test
    void more_rooms_than_a_wave_can_have_are_refused() {
        db.sql("INSERT INTO room (building_id, school_id, name, floor, kind) SELECT building_id, school_id, concat('X', seq), '9', 'CLASSROOM' FROM room"
                + " CROSS JOIN seq_1_to_5001 WHERE room.id = ?", rooms.get(0));
        assertThatThrownBy(this::create).hasMessageContaining("wave.too_many");
    }

    @Test
    void moving_one_takes_along_what_hangs_on_it_and_names_what_is_agreed() {
        Long wave = create();
        List<Long> cabling = tickets(wave, "CABLING");
        List<Long> points = tickets(wave, "ACCESS_POINT");
        LocalDate before = planned(points.get(0));
        take(points.get(1));
        during(() -> technician(() -> {
            db.get(Visits.class).schedule(points.get(1), new Visits.Schedule(InstallGiven.version(db, points.get(1)),
                    planned(points.get(1)).atTime(9, 0).atZone(Clock.ZONE).toInstant(), 60, null, null));
            return null;
        }));
        LocalDate agreed = planned(points.get(1));
        Waves.Moved moved = move(wave, cabling.get(0), planned(cabling.get(0)).plusDays(7));
        assertThat(planned(cabling.get(0))).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(planned(points.get(0))).isEqualTo(db.get(de.schulpakt.install.level.LevelClock.class).time().plusDays(before, 5));
        assertThat(planned(points.get(1))).isEqualTo(agreed);
        assertThat(moved.kept()).extracting(WaveQueries.Planned::ticketId).containsExactly(points.get(1));
        assertThat(db.number("SELECT count(*) FROM ticket t JOIN wave_ticket w ON w.ticket_id = t.id WHERE t.due_on <> w.planned_on")).isZero();
        assertThatThrownBy(() -> move(wave, points.get(1), LocalDate.of(2026, 12, 14))).hasMessageContaining("wave.agreed");
        assertThatThrownBy(() -> move(wave, points.get(0), LocalDate.of(2026, 11, 24))).hasMessageContaining("wave.before_needed");
        assertThatThrownBy(() -> move(wave, cabling.get(0), LocalDate.of(2026, 12, 25))).hasMessageContaining("wave.no_working_day");
        assertThatThrownBy(() -> move(wave, cabling.get(0), MONDAY.minusDays(3))).hasMessageContaining("wave.past");
        assertThatThrownBy(() -> move(wave, 4711L, MONDAY)).isInstanceOf(NotFound.class);
        db.checks();
    }

    @Test
    void who_moves_after_somebody_else_has_moved_is_told_so() {
        Long wave = create();
        Integer seen = view(wave).version();
        shift(wave, seen, 5);
        assertThatThrownBy(() -> shift(wave, seen, 5)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> shift(wave, view(wave).version(), -20)).hasMessageContaining("wave.past");
        assertThat(view(wave).trades().get(0).progress().nextOn()).isEqualTo(MONDAY.plusDays(7));
        begin(tickets(wave, "CABLING").get(0));
        assertThatThrownBy(() -> move(wave, tickets(wave, "CABLING").get(0), MONDAY.plusDays(14))).hasMessageContaining("wave.begun");
    }

    @Test
    void a_cancelled_wave_takes_back_what_nobody_has_touched() {
        Long wave = create();
        Long taken = tickets(wave, "CABLING").get(0);
        take(taken);
        int cancelled = technician(() -> db.get(Waves.class).cancel(wave, new Waves.Cancel(view(wave).version(), "Bauverzug")));
        assertThat(cancelled).isEqualTo(9);
        assertThat(db.number("SELECT count(*) FROM ticket WHERE state = 'CANCELLED' AND closed_at IS NOT NULL")).isEqualTo(9);
        assertThat(db.sql("SELECT state FROM ticket WHERE id = ?", taken).get(0).get("state")).isEqualTo("PLANNED");
        assertThat(view(wave).actions()).isEmpty();
        assertThatThrownBy(() -> shift(wave, view(wave).version(), 1)).hasMessageContaining("state.not_allowed");
        assertThat(create()).as("the same can be planned anew").isNotNull();
        db.checks();
    }

    @Test
    void progress_and_forecast_come_from_what_was_ended() {
        Long wave = create();
        assertThat(view(wave).forecast()).isNull();
        Long first = tickets(wave, "CABLING").get(0);
        accept(first, rooms.get(0));
        WaveQueries.View view = view(wave);
        assertThat(view.progress()).extracting(WaveQueries.Progress::ended, WaveQueries.Progress::total).containsExactly(1, 10);
        // one in ten working days: nine left need ninety
        assertThat(view.forecast().ended()).isEqualTo(1);
        assertThat(view.forecast().on()).isEqualTo(db.get(de.schulpakt.install.level.LevelClock.class).time().plusDays(MONDAY, 90));
        assertThat(list("pace", WaveTicketList.Pace.ENDED)).hasSize(1);
        assertThat(list("pace", WaveTicketList.Pace.LATE)).isEmpty();
    }

    @Test
    void devices_wait_for_the_network_where_a_verified_rule_says_so_until_somebody_says_why_not() {
        Long wave = create();
        Long devices = tickets(wave, "ROLL_OUT").get(0);
        take(devices);
        rule(true);
        assertThatThrownBy(() -> start(devices)).hasMessageContaining("wave.network_first");
        assertThatThrownBy(() -> waive(wave, InstallGiven.TECHNICIAN, devices)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> waive(wave, OFFICER, tickets(wave, "CABLING").get(0))).hasMessageContaining("wave.no_devices");
        waive(wave, OFFICER, devices);
        assertThatThrownBy(() -> waive(wave, OFFICER, devices)).hasMessageContaining("wave.waived");
        as(OFFICER, () -> {
            db.get(Waves.class).unwaive(wave, new Waves.Waive(devices, "Prüfung verschoben"));
            return null;
        });
        assertThatThrownBy(() -> as(OFFICER, () -> {
            db.get(Waves.class).unwaive(wave, new Waves.Waive(devices, "Noch einmal"));
            return null;
        })).hasMessageContaining("wave.not_waived");
        waive(wave, OFFICER, devices);
        start(devices);
        assertThat(db.number("SELECT count(*) FROM history WHERE subject_type = 'Ticket' AND subject_id = ? AND action = 'WaveAction.WAIVE'", devices)).isEqualTo(2);
        db.checks();
    }

    @Test
    void a_rule_of_another_category_and_a_newer_one_that_nobody_has_verified_change_nothing() {
        Long wave = create();
        Long devices = tickets(wave, "ROLL_OUT").get(0);
        take(devices);
        rule(true);
        db.sql("UPDATE programme_rule SET category = 'DISPLAY' WHERE kind = 'NETWORK_FIRST'");
        start(devices);
        Long next = tickets(wave, "ROLL_OUT").get(1);
        take(next);
        db.sql("UPDATE programme_rule SET category = 'MOBILE_DEVICE' WHERE kind = 'NETWORK_FIRST'");
        db.sql("INSERT INTO programme_rule (programme_id, kind, category, value, valid_from, source, verified, status)"
                + " SELECT programme_id, kind, category, 'NO', '2020-01-01', 'Entwurf', 0, 'PRESS' FROM programme_rule WHERE kind = 'NETWORK_FIRST'");
        assertThatThrownBy(() -> start(next)).hasMessageContaining("wave.network_first");
    }

    @Test
    void a_rule_that_nobody_has_verified_forbids_nothing_and_the_history_says_that_the_network_was_missing() {
        Long wave = create();
        Long devices = tickets(wave, "ROLL_OUT").get(0);
        take(devices);
        rule(false);
        start(devices);
        assertThat(db.number("SELECT count(*) FROM history WHERE subject_id = ? AND action = 'WaveAction.WITHOUT_NETWORK'", devices)).isEqualTo(1);
    }

    @Test
    void devices_come_without_a_word_when_the_network_of_their_room_is_accepted() {
        Long wave = create();
        rule(true);
        accept(tickets(wave, "CABLING").get(0), rooms.get(0));
        Long point = tickets(wave, "ACCESS_POINT").get(0);
        accept(point, rooms.get(0));
        Long plug = tickets(wave, "SWITCH").get(0);
        db.sql("UPDATE ticket SET state = 'ACCEPTED', assignee_id = (SELECT id FROM app_user WHERE login = ?), assignee = 'x' WHERE id = ?", InstallGiven.TECHNICIAN, plug);
        Long devices = tickets(wave, "ROLL_OUT").get(0);
        take(devices);
        start(devices);
        assertThat(db.number("SELECT count(*) FROM history WHERE action = 'WaveAction.WITHOUT_NETWORK'")).isZero();
        Long next = tickets(wave, "ROLL_OUT").get(1);
        take(next);
        assertThatThrownBy(() -> start(next)).as("its own room is not cabled").hasMessageContaining("wave.network_first");
    }

    @Test
    void forty_two_schools_with_1200_rooms_are_planned_at_once_made_in_the_background_moved_and_cancelled_in_few_statements() {
        Waves.Plan whole = fortyTwoSchools();
        Long[] wave = new Long[1];
        long begun = System.nanoTime();
        assertThat(technician(() -> db.statements(() -> wave[0] = db.get(Waves.class).create(whole)))).isLessThan(90);
        long planned = System.nanoTime();
        assertThat(view(wave[0])).extracting(WaveQueries.View::state, v -> v.progress().total(), v -> v.making().made(), v -> v.making().planned())
                .containsExactly(WaveState.PREPARING, 0, 0L, ALL);
        assertThatThrownBy(() -> technician(() -> db.get(Waves.class).create(whole))).as("it is planned already").hasMessageContaining("wave.nothing");
        assertThatThrownBy(() -> shift(wave[0], view(wave[0]).version(), 5)).hasMessageContaining("state.not_allowed");
        long making = System.nanoTime();
        during(() -> assertThat(JobsGiven.run(db, WaveJob.NAME)).endsWith("3706\n3706"));
        long made = System.nanoTime();
        assertThat(JobsGiven.run(db, WaveJob.NAME)).as("nothing is left").isNull();
        assertThat(view(wave[0]).progress().total()).isEqualTo((int) ALL);
        assertThat(view(wave[0])).extracting(WaveQueries.View::state, WaveQueries.View::making).containsExactly(WaveState.RUNNING, null);
        assertThat(db.number("SELECT count(*) FROM wave_need n JOIN wave_ticket w ON w.id = n.ticket_id JOIN wave_ticket b ON b.id = n.needs_id"
                + " WHERE w.building_id <> b.building_id OR w.planned_on <= b.planned_on OR w.room_id <> b.room_id")).as("what waits for something else").isZero();
        assertThat(technician(() -> db.statements(() -> db.get(WaveQueries.class).view(wave[0])))).isLessThan(16);
        Integer version = view(wave[0]).version();
        long moving = System.nanoTime();
        assertThat(technician(() -> db.statements(() -> assertThat(db.get(Waves.class).shift(wave[0], new Waves.Shift(version, 5, "Lieferung später")).moved())
                .isEqualTo((int) ALL)))).isLessThan(80);
        System.out.printf("a wave of %,d tickets: planned in %d ms, made in %d ms, moved in %d ms%n", ALL, (planned - begun) / 1_000_000, (made - making) / 1_000_000,
                (System.nanoTime() - moving) / 1_000_000);
        assertThat(view(wave[0]).trades().get(0).progress().nextOn()).isEqualTo(MONDAY.plusDays(7));
        assertThat(technician(() -> db.statements(() -> db.get(Waves.class).cancel(wave[0], new Waves.Cancel(view(wave[0]).version(), "Genug"))))).isLessThan(95);
        db.checks();
    }

    @Test
    void a_wave_whose_server_dies_goes_on_where_it_was_and_two_nodes_make_nothing_twice() {
        Long wave = technician(() -> db.get(Waves.class).create(fortyTwoSchools()));
        during(() -> assertThat(db.get(WaveMaking.class).some(wave)).isEqualTo(200));
        assertThat(view(wave).making()).extracting(WaveQueries.Making::made, WaveQueries.Making::percent).containsExactly(200L, 5L);
        assertThat(making(wave)).as("asked for alone").isEqualTo(view(wave).making());
        assertThat(technician(() -> db.statements(() -> db.get(WaveQueries.class).making(wave)))).isLessThan(technician(() -> db.statements(() -> db.get(WaveQueries.class).view(wave))) / 2);
        assertThat(db.race(2, 2, () -> db.get(WaveMaking.class).some(wave))).isEmpty();
        assertThat(view(wave).making().made()).isEqualTo(600L);
        during(() -> JobsGiven.run(db, WaveJob.NAME));
        assertThat(db.number("SELECT count(*) FROM ticket")).isEqualTo(ALL);
        assertThat(db.number("SELECT count(DISTINCT ticket_id) FROM wave_ticket")).isEqualTo(ALL);
        assertThat(db.number("SELECT count(*) FROM history WHERE subject_type = 'Wave' AND subject_id = ? AND action = 'WaveAction.READY'", wave)).isEqualTo(1);
        assertThat(db.get(WaveMaking.class).some(wave)).isZero();
        assertThat(making(wave)).isNull();
        db.checks();
    }

    private WaveQueries.Making making(Long wave) {
        return technician(() -> db.get(WaveQueries.class).making(wave));
    }

    @Test
    void a_wave_that_is_cancelled_while_it_is_prepared_keeps_no_plan_and_its_places_are_free() {
        Long wave = technician(() -> db.get(Waves.class).create(fortyTwoSchools()));
        during(() -> db.get(WaveMaking.class).some(wave));
        Integer seen = view(wave).version();
        assertThat(technician(() -> db.get(Waves.class).cancel(wave, new Waves.Cancel(seen, "Vertippt")))).isEqualTo(200);
        assertThat(db.get(WaveMaking.class).some(wave)).isZero();
        assertThat(JobsGiven.run(db, WaveJob.NAME)).isNull();
        assertThat(db.number("SELECT count(*) FROM wave_ticket")).isEqualTo(200);
        assertThat(db.number("SELECT count(*) FROM ticket WHERE state = 'OPEN'")).isZero();
        assertThat(technician(() -> db.get(WaveQueries.class).look(fortyTwoPlan())).tickets()).isEqualTo((int) ALL);
        db.checks();
    }

    private Waves.Plan fortyTwoSchools() {
        for (int s = 0; s < 42; s++) {
            Long id = SchoolGiven.school(db, authority, "Schule " + s);
            SchoolGiven.room(db, id, "001");
            Long building = db.number("SELECT building_id FROM room WHERE school_id = ?", id);
            db.sql("INSERT INTO room (building_id, school_id, name, floor, kind) SELECT ?, ?, concat('R', seq), '1', 'CLASSROOM'"
                    + " FROM seq_1_to_28", building, id);
        }
        return fortyTwoPlan();
    }

    private Waves.Plan fortyTwoPlan() {
        return new Waves.Plan(authority, "Alle", null, null, null, null, MONDAY, trades("CABLING", "SWITCH", "ACCESS_POINT", "ROLL_OUT"));
    }

    private void rule(boolean verified) {
        Long budget = FundingGiven.budget(db, authority, school, Category.MOBILE_DEVICE, 100_000);
        db.sql("INSERT INTO programme_rule (programme_id, kind, category, value, valid_from, source, verified, status)"
                + " SELECT programme_id, 'NETWORK_FIRST', 'MOBILE_DEVICE', 'YES', '2019-01-01', 'Richtlinie', ?, 'CONFIRMED' FROM budget WHERE id = ?", verified, budget);
    }

    private Waves.Plan plan() {
        return new Waves.Plan(authority, "Herbst", List.of(school), null, null, null, MONDAY, trades("CABLING", "SWITCH", "ACCESS_POINT", "ROLL_OUT"));
    }

    private static List<Waves.Trade> trades(String... kinds) {
        return List.of(kinds).stream().map(kind -> new Waves.Trade(kind, kind.equals("SWITCH"), !kind.equals("ROLL_OUT"), 200,
                kind.equals("CABLING") ? List.of(new Waves.Material("Doppeldose", new BigDecimal("2.00"))) : null)).toList();
    }

    private Long create() {
        return technician(() -> db.get(Waves.class).create(plan()));
    }

    private Long create(LocalDate startsOn, String... kinds) {
        return technician(() -> db.get(Waves.class).create(new Waves.Plan(authority, "W", List.of(school), null, null, null, startsOn, trades(kinds))));
    }

    private Waves.Moved move(Long wave, Long ticket, LocalDate to) {
        return technician(() -> db.get(Waves.class).move(wave, new Waves.Move(view(wave).version(), ticket, to, "Maler im Haus")));
    }

    private void shift(Long wave, Integer version, int days) {
        technician(() -> db.get(Waves.class).shift(wave, new Waves.Shift(version, days, "Lieferung später")));
    }

    private void waive(Long wave, String login, Long ticket) {
        as(login, () -> {
            db.get(Waves.class).waive(wave, new Waves.Waive(ticket, "Prüfung am Montag"));
            return null;
        });
    }

    private void take(Long ticket) {
        InstallGiven.take(db, ticket);
    }

    private void start(Long ticket) {
        InstallGiven.work(db, t -> t.start(ticket, InstallGiven.step(db, ticket)));
    }

    private void begin(Long ticket) {
        take(ticket);
        start(ticket);
    }

    /** From open to accepted. */
    private void accept(Long ticket, Long room) {
        if (db.number("SELECT count(*) FROM app_user WHERE login = 'schule'") == 0) {
            SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        }
        begin(ticket);
        long steps = db.number("SELECT length(k.steps_de) - length(replace(k.steps_de, '\n', '')) + (k.steps_de <> '') FROM ticket t JOIN ticket_kind k ON k.id = t.kind_id"
                + " WHERE t.id = ?", ticket);
        for (int i = 1; i <= steps; i++) {
            int step = i;
            technician(() -> {
                db.get(TicketWork.class).tick(ticket, new TicketWork.Tick(step, true));
                return null;
            });
        }
        InstallGiven.measure(db, ticket, room, true);
        during(() -> InstallGiven.accept(db, "schule", ticket));
    }

    private List<Long> tickets(Long wave, String kind) {
        return db.sql("SELECT w.ticket_id AS id FROM wave_ticket w JOIN wave_trade d ON d.id = w.trade_id WHERE w.wave_id = ? AND d.kind_code = ? ORDER BY w.id", wave,
                kind).stream().map(row -> ((Number) row.get("id")).longValue()).toList();
    }

    private LocalDate planned(Long ticket) {
        return LocalDate.parse(db.sql("SELECT planned_on AS d FROM wave_ticket WHERE ticket_id = ?", ticket).get(0).get("d").toString());
    }

    private List<WaveTicketList.Row> list(String filter, Object value) {
        return technician(() -> db.get(WaveTicketList.class).page(ListView.all().with(filter, value)).rows());
    }

    private WaveQueries.View view(Long wave) {
        return technician(() -> db.get(WaveQueries.class).view(wave));
    }

    private <T> T technician(Callable<T> work) {
        return as(InstallGiven.TECHNICIAN, work);
    }

    private void during(Runnable work) {
        db.get(Clock.class).at(MONDAY.atTime(8, 0).atZone(Clock.ZONE).toInstant(), work);
    }

    private <T> T as(String login, Callable<T> work) {
        List<T> got = new ArrayList<>();
        during(() -> got.add(SchoolGiven.as(db, login, work)));
        return got.get(0);
    }
}
