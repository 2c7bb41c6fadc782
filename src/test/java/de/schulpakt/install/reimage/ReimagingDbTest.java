package de.schulpakt.install.reimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.level.LevelClock;
import de.schulpakt.install.planning.BlockKind;
import de.schulpakt.install.planning.SiteTimes;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices that come back get their days and tickets. */
@DbTest
class ReimagingDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private static final String KIND = "RE_IMAGE";
    private Db db;
    private Long school;
    private LocalDate due;
    private LocalDate first;
    private final List<Long> devices = new ArrayList<>();

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        InstallGiven.technician(db);
        due = db.get(Clock.class).today().plusDays(10);
        first = working(due, 1);
        Long model = InventoryGiven.tablet(db);
        for (int i = 0; i < 5; i++) {
            devices.add(InventoryGiven.device(db, model, school, null));
        }
        lend(devices.subList(0, 4), Loans.BorrowerKind.PUPIL);
        lend(devices.subList(4, 5), Loans.BorrowerKind.TEACHER);
    }

    @Test
    void each_day_has_a_ticket_with_as_many_devices_as_it_holds_and_what_finds_no_day_is_shown() {
        ReimageQueries.Look look = admin(() -> db.get(ReimageQueries.class).look(plan(working(due, 1), 1)));
        assertThat(look.days()).extracting(ReimageQueries.Planned::plannedOn).containsExactly(first);
        assertThat(look.left()).hasSize(3);
        assertThat(db.number("SELECT count(*) FROM ticket")).isZero();
        make(working(due, 2), 1);
        ReimageQueries.View view = view();
        assertThat(view.kind("de")).isEqualTo("Neuaufsetzen");
        assertThat(view.days()).extracting(ReimageQueries.Day::plannedOn).containsExactly(first, working(due, 2));
        assertThat(view.days()).allMatch(day -> day.devices() == 1 && day.out() == 1 && day.state() == TicketState.OPEN);
        assertThat(view.left()).extracting(ReimageQueries.Device::id).containsExactly(devices.get(2), devices.get(3));
        assertThat(db.number("SELECT count(*) FROM ticket t JOIN reimage_slot s ON s.ticket_id = t.id WHERE t.due_on = s.planned_on")).isEqualTo(2);
        assertThat(db.number("SELECT count(*) FROM ticket t JOIN ticket_device x ON x.ticket_id = t.id JOIN reimage_slot s ON s.ticket_id = t.id AND s.device_id = x.device_id"
                + " WHERE t.device_id = x.device_id")).as("its device names it").isEqualTo(2);
        assertThat(db.sql("SELECT kind FROM notice n JOIN app_user u ON u.id = n.user_id WHERE u.login = ?", InstallGiven.TECHNICIAN))
                .as("told once, and not of each ticket").extracting(row -> row.get("kind")).containsExactly("message.reimage_planned");
        db.checks();
    }

    @Test
    void what_has_such_a_ticket_already_gets_no_second_one_until_it_is_taken_back() {
        Long plan = make(working(due, 9), 3);
        assertThat(view().days()).extracting(ReimageQueries.Day::devices).containsExactly(3L, 1L);
        assertThatThrownBy(() -> make(working(due, 9), 3)).hasMessageContaining("reimage.nothing");
        InstallGiven.take(db, view().days().get(0).ticketId());
        int cancelled = admin(() -> db.get(Reimaging.class).cancel(plan, new Reimaging.Why(view().version(), "Die Rückgabe verschiebt sich")));
        assertThat(cancelled).isEqualTo(1);
        assertThat(view().state()).isEqualTo(ReimageState.CANCELLED);
        assertThat(view().days()).extracting(ReimageQueries.Day::state).containsExactly(TicketState.PLANNED, TicketState.CANCELLED);
        assertThat(admin(() -> db.get(ReimageQueries.class).look(plan(working(due, 9), 3))).days()).singleElement()
                .satisfies(day -> assertThat(day.devices()).extracting(ReimageQueries.Device::id).containsExactly(devices.get(3)));
        assertThatThrownBy(() -> admin(() -> db.get(Reimaging.class).cancel(plan, new Reimaging.Why(view().version(), "x")))).hasMessageContaining("state.not_allowed");
        db.checks();
    }

    @Test
    void nobody_comes_while_the_school_is_closed_or_all_technicians_are_away() {
        admin(() -> db.get(SiteTimes.class).block(school, new SiteTimes.Block(BlockKind.CLOSED, first, first)));
        db.sql("INSERT INTO absence (technician_id, from_on, to_on) SELECT id, ?, ? FROM app_user WHERE login = ?", working(due, 2), working(due, 2), InstallGiven.TECHNICIAN);
        assertThat(admin(() -> db.get(ReimageQueries.class).look(plan(working(due, 4), 10))).days()).extracting(ReimageQueries.Planned::plannedOn)
                .containsExactly(working(due, 3));
        // a second one is there
        SchoolGiven.user(db, "zweite", Role.TECHNICIAN, null, null);
        assertThat(admin(() -> db.get(ReimageQueries.class).look(plan(working(due, 4), 10))).days()).extracting(ReimageQueries.Planned::plannedOn)
                .containsExactly(working(due, 2));
    }

    @Test
    void what_cannot_be_planned_is_refused_and_nothing_is_kept() {
        assertThatThrownBy(() -> make(due.minusDays(20), 3)).hasMessageContaining("reimage.days");
        assertThatThrownBy(() -> make(due.plusDays(500), 3)).hasMessageContaining("reimage.days");
        assertThatThrownBy(() -> make(due, 3)).as("back on the last day").hasMessageContaining("reimage.nothing");
        assertThatThrownBy(() -> admin(() -> db.get(Reimaging.class).plan(new Reimaging.Plan(school, "GIBTESNICHT", first, first, 3)))).hasMessageContaining("ticket.kind_unknown");
        assertThatThrownBy(() -> admin(() -> db.get(Reimaging.class).plan(new Reimaging.Plan(school, "CABLING", first, working(due, 5), 3))))
                .hasMessageContaining("ticket.kind_of_technicians");
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Fremd"));
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> db.get(ReimageQueries.class).ofSchool(school))).isInstanceOf(NotFound.class);
        assertThat(db.number("SELECT count(*) FROM reimage_plan")).isZero();
        assertThat(db.number("SELECT count(*) FROM ticket")).isZero();
    }

    @Test
    void two_who_plan_at_once_make_the_tickets_once() {
        List<Throwable> thrown = db.race(2, 2, () -> make(working(due, 9), 3));
        assertThat(thrown).hasSize(1);
        assertThat(thrown.get(0)).hasMessageContaining("reimage.nothing");
        assertThat(db.number("SELECT count(*) FROM ticket")).isEqualTo(2);
        db.checks();
    }

    private LocalDate working(LocalDate day, int days) {
        return db.tx(() -> db.get(LevelClock.class).time().plusDays(day, days));
    }

    private Reimaging.Plan plan(LocalDate until, int perDay) {
        return new Reimaging.Plan(school, KIND, due.minusDays(8), until, perDay);
    }

    private Long make(LocalDate until, int perDay) {
        return admin(() -> db.get(Reimaging.class).plan(plan(until, perDay)));
    }

    private ReimageQueries.View view() {
        return admin(() -> db.get(ReimageQueries.class).ofSchool(school)).plans().get(0);
    }

    private void lend(List<Long> ids, Loans.BorrowerKind kind) {
        admin(() -> db.get(Loans.class).handOut(new Loans.HandOut(ids, kind, "Mia Muster", "10a", null, false, null, true, Loans.LoanCondition.SOUND, null, due)));
    }

    private <T> T admin(Callable<T> work) {
        return SchoolGiven.as(db, SCHOOL_ADMIN, work);
    }
}
