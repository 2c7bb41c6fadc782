package de.schulpakt.install.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.planning.DayQueries;
import de.schulpakt.install.planning.Visits;
import de.schulpakt.inventory.device.DeviceModels;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.StatementBudgets;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import jakarta.validation.ConstraintViolationException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets from the delivery to their end, on the real database. */
@DbTest
class TicketsDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long school;
    private Long room;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        room = SchoolGiven.room(db, school, "204");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        InventoryGiven.officer(db);
        InstallGiven.technician(db);
    }

    @Test
    void a_delivery_of_what_needs_the_network_opens_a_ticket_in_the_same_transaction() {
        Long device = InventoryGiven.device(db, InventoryGiven.accessPoint(db), school, room);
        TicketQueries.View ticket = view(InstallGiven.ticketOf(db, device));
        assertThat(ticket.no()).startsWith("T-").endsWith("-0001");
        assertThat(ticket).extracting(TicketQueries.View::state, TicketQueries.View::room, TicketQueries.View::deviceId, TicketQueries.View::dueOn)
                .containsExactly(TicketState.OPEN, "204", device, LocalDate.of(2026, 3, 16));
        assertThatThrownBy(() -> db.tx(() -> {
            InventoryGiven.device(db, InventoryGiven.accessPoint(db), school, room);
            throw new IllegalStateException("the delivery fails");
        })).isInstanceOf(IllegalStateException.class);
        InventoryGiven.device(db, InventoryGiven.tablet(db), school, room);
        assertThat(db.number("SELECT count(*) FROM ticket")).isEqualTo(1);
        db.checks();
    }

    @Test
    void the_whole_walk_ends_with_a_device_in_service() {
        Long device = InventoryGiven.device(db, InventoryGiven.accessPoint(db), school, room);
        Long id = InstallGiven.ticketOf(db, device);
        InstallGiven.take(db, id);
        InstallGiven.schedule(db, id, 60);
        InstallGiven.work(db, t -> t.await(id, new Tickets.Wait(version(id), null, "Hausmeister")));
        assertThat(view(id)).extracting(TicketQueries.View::state, TicketQueries.View::waitingFor).containsExactly(TicketState.WAITING, "Hausmeister");
        db.checks();
        InstallGiven.work(db, t -> t.resume(id, step(id)));
        InstallGiven.schedule(db, id, 120);
        assertThat(view(id).visits()).extracting(TicketQueries.VisitRow::cancelled).containsExactly(false, true);
        InstallGiven.work(db, t -> t.start(id, step(id)));
        Long other = SchoolGiven.room(db, school, "205");
        InstallGiven.measure(db, id, other, true);
        assertThat(device(device)).extracting(DeviceQueries.View::room, DeviceQueries.View::state).containsExactly("205", DeviceState.IN_STOCK);
        InstallGiven.accept(db, SCHOOL_ADMIN, id);
        assertThat(device(device)).extracting(DeviceQueries.View::state, DeviceQueries.View::inServiceOn)
                .containsExactly(DeviceState.IN_SERVICE, db.get(Clock.class).today());
        assertThat(device(device).bindingEndOn()).isEqualTo(db.get(Clock.class).today().plusYears(5));
        InstallGiven.work(db, t -> t.close(id, step(id)));
        TicketQueries.View end = view(id);
        assertThat(end).extracting(TicketQueries.View::state, TicketQueries.View::room, TicketQueries.View::passed)
                .containsExactly(TicketState.CLOSED, "205", true);
        assertThat(end.closedAt()).isNotNull();
        assertThat(end.timeline()).extracting("action").containsExactly("TicketAction.CLOSE", "TicketAction.ACCEPT",
                "TicketAction.MEASURE", "TicketAction.START", "TicketAction.SCHEDULE", "TicketAction.RESUME",
                "TicketAction.WAIT", "TicketAction.SCHEDULE", "TicketAction.TAKE", "TicketAction.OPEN");
        assertThat(db.sql("SELECT u.login, n.kind FROM notice n JOIN app_user u ON u.id = n.user_id WHERE n.subject_id = ? ORDER BY n.id", id))
                .extracting(row -> row.get("login") + " " + row.get("kind"))
                .containsSubsequence(SCHOOL_ADMIN + " message.visit_scheduled", SCHOOL_ADMIN + " message.visit_scheduled",
                        SCHOOL_ADMIN + " message.ticket_measured")
                .doesNotContain(SCHOOL_ADMIN + " message.ticket_accepted");
        db.checks();
    }

    @Test
    void a_failed_measurement_cannot_be_accepted_and_is_measured_again() {
        Long id = InstallGiven.ticket(db, school, room);
        InstallGiven.take(db, id);
        InstallGiven.work(db, t -> t.start(id, step(id)));
        InstallGiven.measure(db, id, room, false);
        assertThat(as(SCHOOL_ADMIN, () -> db.get(TicketQueries.class).view(id)).actions()).containsExactly(TicketAction.REWORK);
        assertThatThrownBy(() -> InstallGiven.accept(db, SCHOOL_ADMIN, id)).isInstanceOf(Refused.class)
                .hasMessageContaining("ticket.not_passed");
        asSchool(t -> t.rework(id, new Tickets.Rework(version(id), "Messung wiederholen")));
        InstallGiven.measure(db, id, room, true);
        asSchool(t -> t.acceptWithDefects(id, new Tickets.AcceptWithDefects(version(id), "Blende fehlt, bis 1.12.")));
        assertThat(view(id)).extracting(TicketQueries.View::state, TicketQueries.View::defects)
                .containsExactly(TicketState.ACCEPTED_WITH_DEFECTS, "Blende fehlt, bis 1.12.");
        assertThatThrownBy(() -> InstallGiven.work(db, t -> t.close(id, step(id)))).hasMessageContaining("ticket.defects_open");
        InstallGiven.work(db, t -> t.close(id, new Tickets.Step(version(id), "Blende montiert")));
        db.checks();
    }

    @Test
    void if_the_device_cannot_go_into_service_the_ticket_is_not_accepted() {
        Long device = InventoryGiven.device(db, InventoryGiven.accessPoint(db), school, room);
        Long id = InstallGiven.ticketOf(db, device);
        InstallGiven.install(db, id, room);
        as(SCHOOL_ADMIN, () -> {
            db.get(Devices.class).repair(device, new Devices.Repair(InventoryGiven.version(db, device), "defekt"));
            return null;
        });
        assertThatThrownBy(() -> InstallGiven.accept(db, SCHOOL_ADMIN, id)).isInstanceOf(Refused.class);
        assertThat(view(id).state()).isEqualTo(TicketState.MEASURED);
        assertThat(view(id).timeline()).extracting("action").doesNotContain("TicketAction.ACCEPT");
        assertThat(device(device).inServiceOn()).isNull();
        db.checks();
    }

    @Test
    void a_device_that_stands_nowhere_is_not_put_into_service() {
        Long device = InventoryGiven.device(db, InventoryGiven.accessPoint(db), school, room);
        assertThatThrownBy(() -> db.tx(() -> db.get(Devices.class).putIntoService(device))).isInstanceOf(Refused.class)
                .hasMessageContaining("device.not_placed");
        assertThat(device(device).state()).isEqualTo(DeviceState.IN_STOCK);
    }

    @Test
    void of_two_technicians_at_once_one_gets_a_conflict() {
        Long id = InstallGiven.ticket(db, school, room);
        SchoolGiven.user(db, "t1", Role.TECHNICIAN, null, null);
        SchoolGiven.user(db, "t2", Role.TECHNICIAN, null, null);
        Integer seen = version(id);
        AtomicInteger turn = new AtomicInteger();
        List<Throwable> thrown = db.race(2, 2, () -> as("t" + turn.incrementAndGet(), () -> {
            db.get(Tickets.class).take(id, new Tickets.Step(seen, null));
            return null;
        }));
        assertThat(thrown).hasSize(1).first().isInstanceOf(Conflict.class);
        assertThat(view(id).timeline()).extracting("action").containsExactly("TicketAction.TAKE", "TicketAction.OPEN");
    }

    @Test
    void of_two_acceptances_at_once_one_gets_a_conflict() {
        Long id = InstallGiven.ticket(db, school, room);
        InstallGiven.install(db, id, room);
        Integer seen = version(id);
        List<Throwable> thrown = db.race(2, 2, () -> as(SCHOOL_ADMIN, () -> {
            db.get(Tickets.class).accept(id, new Tickets.Step(seen, null));
            return null;
        }));
        assertThat(thrown).hasSize(1).first().isInstanceOf(Conflict.class);
        db.checks();
    }

    @Test
    void only_who_has_taken_a_ticket_works_on_it_but_everyone_may_give_it_back() {
        Long id = InstallGiven.ticket(db, school, room);
        InstallGiven.take(db, id);
        SchoolGiven.user(db, "t2", Role.TECHNICIAN, null, null);
        assertThat(as("t2", () -> db.get(TicketQueries.class).view(id)).actions())
                .containsExactlyInAnyOrder(TicketAction.ASSIGN, TicketAction.RANK, TicketAction.TEAM, TicketAction.RELEASE, TicketAction.SPLIT, TicketAction.CANCEL);
        assertThatThrownBy(() -> asTickets("t2", t -> t.start(id, step(id)))).hasMessageContaining("ticket.of_other")
                .hasMessageContaining(InstallGiven.TECHNICIAN);
        InstallGiven.schedule(db, id, 60);
        asTickets("t2", t -> t.release(id, step(id)));
        assertThat(view(id)).extracting(TicketQueries.View::state, TicketQueries.View::assignee).containsExactly(TicketState.OPEN, null);
        assertThat(view(id).visits()).extracting(TicketQueries.VisitRow::cancelled).containsExactly(true);
        asTickets("t2", t -> t.take(id, step(id)));
        db.checks();
    }

    @Test
    void a_cancelled_ticket_can_be_opened_again() {
        Long id = InstallGiven.ticket(db, school, room);
        InstallGiven.take(db, id);
        InstallGiven.schedule(db, id, 60);
        InstallGiven.work(db, t -> t.cancel(id, new Tickets.Cancel(version(id), "Umbau")));
        db.checks();
        assertThat(told(id, SCHOOL_ADMIN)).contains("message.ticket_cancelled");
        assertThatThrownBy(() -> InstallGiven.work(db, t -> t.reopen(id, new Tickets.Reopen(version(id), " ")))).isInstanceOf(ConstraintViolationException.class);
        asSchool(t -> t.reopen(id, new Tickets.Reopen(version(id), "Der Umbau fällt aus")));
        assertThat(view(id).timeline().get(0).note()).isEqualTo("Der Umbau fällt aus");
        assertThat(told(id, InstallGiven.TECHNICIAN)).contains("message.ticket_reopened_work");
        assertThat(db.number("SELECT count(*) FROM notice WHERE kind = 'message.ticket_reopened_work' AND read_at IS NULL")).as("it waits to be taken").isEqualTo(1);
        assertThat(view(id)).extracting(TicketQueries.View::state, TicketQueries.View::closedAt).containsExactly(TicketState.OPEN, null);
        db.checks();
    }

    @Test
    void the_only_room_is_accepted_and_not_accepted_after_all() {
        Long device = InventoryGiven.device(db, InventoryGiven.accessPoint(db), school, room);
        Long id = InstallGiven.ticketOf(db, device);
        InstallGiven.install(db, id, room);
        InstallGiven.accept(db, SCHOOL_ADMIN, id);
        assertThatThrownBy(() -> withdraw(id, SchoolGiven.room(db, school, "999"))).hasMessageContaining("ticket.room_unknown");
        assertThatThrownBy(() -> as(InstallGiven.TECHNICIAN, () -> {
            db.get(TicketRooms.class).withdraw(id, new TicketRooms.Withdraw(version(id), null, "Doch nicht"));
            return null;
        })).isInstanceOf(Forbidden.class);
        withdraw(id, null);
        assertThat(view(id).state()).isEqualTo(TicketState.MEASURED);
        assertThat(view(id).handedAt()).isNotNull();
        assertThat(view(id).timeline().get(0)).extracting("action", "note").containsExactly("TicketAction.WITHDRAW_ACCEPTANCE", "Doch nicht in Ordnung");
        assertThat(device(device).state()).as("what is in service stays there").isEqualTo(DeviceState.IN_SERVICE);
        assertThat(told(id, InstallGiven.TECHNICIAN)).contains("message.ticket_acceptance_withdrawn");
        db.checks();
        asSchool(t -> t.acceptWithDefects(id, new Tickets.AcceptWithDefects(version(id), "Blende fehlt")));
        withdraw(id, room);
        assertThat(view(id).defects()).as("what was found goes on").isEqualTo("Blende fehlt");
        InstallGiven.accept(db, SCHOOL_ADMIN, id);
        assertThat(view(id).state()).isEqualTo(TicketState.ACCEPTED_WITH_DEFECTS);
        InstallGiven.work(db, t -> t.close(id, new Tickets.Step(version(id), "Blende montiert")));
        assertThat(told(id, SCHOOL_ADMIN)).contains("message.ticket_closed");
        assertThatThrownBy(() -> withdraw(id, null)).hasMessageContaining("state.not_allowed");
        db.sql("UPDATE device SET school_id = ?, room_id = NULL, target_room_id = NULL WHERE id = ?", SchoolGiven.school(db, "Hilda-Gymnasium"), device);
        assertThatThrownBy(() -> asSchool(t -> t.reopen(id, new Tickets.Reopen(version(id), "Noch einmal")))).hasMessageContaining("ticket.device_gone");
    }

    @Test
    void what_was_said_to_be_done_is_not_done_after_all() {
        Long id = InstallGiven.ticket(db, school, room);
        InstallGiven.install(db, id, room);
        SchoolGiven.user(db, "t2", Role.TECHNICIAN, null, null);
        assertThat(as("t2", () -> db.get(TicketQueries.class).view(id)).actions()).doesNotContain(TicketAction.UNFINISH);
        assertThatThrownBy(() -> asTickets("t2", t -> t.unfinish(id, new Tickets.Cancel(version(id), "Nein")))).hasMessageContaining("ticket.of_other");
        InstallGiven.work(db, t -> t.unfinish(id, new Tickets.Cancel(version(id), "Falsche Dose gemessen")));
        assertThat(view(id)).extracting(TicketQueries.View::state, TicketQueries.View::handedAt).containsExactly(TicketState.IN_WORK, null);
        assertThat(told(id, SCHOOL_ADMIN)).contains("message.ticket_unfinished");
        InstallGiven.measure(db, id, room, true);
        InstallGiven.accept(db, SCHOOL_ADMIN, id);
        assertThatThrownBy(() -> InstallGiven.work(db, t -> t.unfinish(id, new Tickets.Cancel(version(id), "Zu spät")))).hasMessageContaining("state.not_allowed");
        db.checks();
    }

    @Test
    void a_school_takes_back_what_it_has_asked_for_while_nobody_has_begun() {
        Long delivered = InstallGiven.ticket(db, school, room);
        assertThat(as(SCHOOL_ADMIN, () -> db.get(TicketQueries.class).view(delivered)).actions()).doesNotContain(TicketAction.WITHDRAW);
        assertThatThrownBy(() -> asSchool(t -> t.withdraw(delivered, new Tickets.Cancel(version(delivered), "Nein")))).hasMessageContaining("ticket.not_asked");
        Long id = as(SCHOOL_ADMIN, () -> db.get(Tickets.class).open(new Tickets.Open(school, room, "FAULT", "Beamer", null, null, null, null)));
        InstallGiven.take(db, id);
        InstallGiven.schedule(db, id, 60);
        assertThat(as(SCHOOL_ADMIN, () -> db.get(TicketQueries.class).view(id)).actions()).contains(TicketAction.WITHDRAW);
        asSchool(t -> t.withdraw(id, new Tickets.Cancel(version(id), "Kabel war lose")));
        assertThat(view(id)).extracting(TicketQueries.View::state, TicketQueries.View::assignee).containsExactly(TicketState.CANCELLED, null);
        assertThat(view(id).visits()).extracting(TicketQueries.VisitRow::cancelled).containsExactly(true);
        assertThat(told(id, InstallGiven.TECHNICIAN)).contains("message.ticket_withdrawn");
        Long begun = as(SCHOOL_ADMIN, () -> db.get(Tickets.class).open(new Tickets.Open(school, room, "FAULT", "Tafel", null, null, null, null)));
        InstallGiven.take(db, begun);
        InstallGiven.work(db, t -> t.start(begun, step(begun)));
        assertThatThrownBy(() -> asSchool(t -> t.withdraw(begun, new Tickets.Cancel(version(begun), "Nein")))).hasMessageContaining("state.not_allowed");
        db.checks();
    }

    private void withdraw(Long id, Long where) {
        as(SCHOOL_ADMIN, () -> {
            db.get(TicketRooms.class).withdraw(id, new TicketRooms.Withdraw(version(id), where, "Doch nicht in Ordnung"));
            return null;
        });
    }

    private List<Object> told(Long id, String login) {
        return db.sql("SELECT n.kind AS kind FROM notice n JOIN app_user u ON u.id = n.user_id WHERE u.login = ? AND n.subject_id = ? ORDER BY n.id", login, id).stream()
                .map(row -> (Object) row.get("kind").toString()).toList();
    }

    @Test
    void a_visit_lies_not_in_the_past_and_not_over_another_of_the_technician() {
        Long first = InstallGiven.ticket(db, school, room);
        Long second = InstallGiven.plain(db, school, "Switch tauschen");
        InstallGiven.take(db, first);
        InstallGiven.take(db, second);
        assertThatThrownBy(() -> InstallGiven.schedule(db, first, -1)).hasMessageContaining("visit.past");
        InstallGiven.schedule(db, first, 60);
        assertThatThrownBy(() -> InstallGiven.schedule(db, second, 90)).hasMessageContaining("visit.overlaps")
                .hasMessageContaining(view(first).no());
        assertThatThrownBy(() -> InstallGiven.schedule(db, second, 5)).hasMessageContaining("visit.overlaps");
        InstallGiven.schedule(db, first, 65);
        InstallGiven.schedule(db, second, 126);
        db.checks();
    }

    @Test
    void a_ticket_of_a_foreign_school_does_not_exist() {
        Long id = InstallGiven.ticket(db, school, room);
        InstallGiven.install(db, id, room);
        Long foreign = SchoolGiven.school(db, "Hilda-Gymnasium");
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, foreign);
        assertThatThrownBy(() -> as("fremd", () -> db.get(TicketQueries.class).view(id))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> InstallGiven.accept(db, "fremd", id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> asTickets("fremd", t -> t.open(Tickets.Open.of(school, room, "x", null)))).isInstanceOf(NotFound.class);
        assertThat(as("fremd", () -> db.get(TicketList.class).page(ListView.all())).total()).isZero();
        assertThatThrownBy(() -> asTickets("fremd", t -> t.open(Tickets.Open.of(foreign, room, "x", null))))
                .hasMessageContaining("ticket.room_of_other_school")
                .satisfies(e -> assertThat(((de.schulpakt.platform.Refused) e).args()).isEmpty());
    }

    @Test
    void a_technician_does_not_accept_and_a_school_does_not_measure() {
        Long id = InstallGiven.ticket(db, school, room);
        InstallGiven.install(db, id, room);
        assertThatThrownBy(() -> InstallGiven.accept(db, InstallGiven.TECHNICIAN, id)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> asSchool(t -> t.take(id, step(id)))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> db.get(DayQueries.class).today(LocalDate.now(ZoneOffset.UTC))))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void the_day_shows_visits_of_that_day_in_berlin_then_what_waits_and_what_nobody_has() {
        Long late = InstallGiven.ticket(db, school, room);
        Long waiting = InstallGiven.plain(db, school, "Strom fehlt");
        Long planned = InstallGiven.plain(db, school, "Ausleuchtung");
        Long open = InstallGiven.plain(db, school, "Switch tauschen");
        db.get(Clock.class).at(Instant.parse("2026-05-04T06:00:00Z"), () -> InstallGiven.work(db, t -> {
            for (Long id : List.of(late, waiting, planned)) {
                t.take(id, step(id));
            }
            db.get(Visits.class).schedule(late, new Visits.Schedule(version(late), Instant.parse("2026-05-04T22:30:00Z"), 30, "Hausmeister", null));
            t.await(waiting, new Tickets.Wait(version(waiting), null, "Elektriker"));
        }));
        DayQueries.Today day = as(InstallGiven.TECHNICIAN, () -> db.get(DayQueries.class).today(LocalDate.of(2026, 5, 5)));
        assertThat(day.visits()).extracting(DayQueries.VisitRow::school, DayQueries.VisitRow::room, DayQueries.VisitRow::contact)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Görres-Gymnasium", "204", "Hausmeister"));
        assertThat(day.waiting()).extracting(TicketQueries.Row::waitingFor).containsExactly("Elektriker");
        assertThat(day.planned()).extracting(TicketQueries.Row::id).containsExactly(planned);
        assertThat(day.open()).extracting(TicketQueries.Row::id).containsExactly(open);
        DayQueries.Today before = as(InstallGiven.TECHNICIAN, () -> db.get(DayQueries.class).today(LocalDate.of(2026, 5, 4)));
        assertThat(before.visits()).isEmpty();
        assertThat(before.planned()).extracting(TicketQueries.Row::id).containsExactly(late, planned);
    }

    @Test
    void a_list_finds_by_number_title_state_school_assignee_and_due_day() {
        Long late = InstallGiven.ticket(db, school, room);
        Long mine = InstallGiven.plain(db, school, "Switch tauschen");
        InstallGiven.take(db, mine);
        assertThat(find(ListView.all().with("text", "tausch"))).containsExactly(mine);
        assertThat(find(ListView.all().with("text", "T-").with("school", school))).containsExactly(mine, late);
        assertThat(find(ListView.all().with("text", "SN").with("state", TicketState.OPEN))).containsExactly(late);
        assertThat(find(ListView.all().with("assignee", TicketList.Assignee.ME))).containsExactly(mine);
        assertThat(find(ListView.all().with("assignee", TicketList.Assignee.NOBODY))).containsExactly(late);
        assertThat(find(ListView.all().with("due", TicketList.Due.OVERDUE))).containsExactly(late);
    }

    @Test
    void lists_need_the_same_statements_for_1_and_for_30_tickets() {
        Long model = InventoryGiven.accessPoint(db);
        InventoryGiven.device(db, model, school, room);
        Long id = db.number("SELECT id FROM ticket");
        assertThat(as(SCHOOL_ADMIN, () -> db.statements(() -> db.get(TicketQueries.class).view(id))))
                .isLessThanOrEqualTo(StatementBudgets.of("TicketQueries.view"));
        assertThat(listed(1)).isEqualTo(StatementBudgets.of("TicketList"));
        assertThat(dayOf(1)).isEqualTo(StatementBudgets.of("TicketQueries.today"));
        for (int i = 1; i < 30; i++) {
            InventoryGiven.device(db, model, school, room);
        }
        assertThat(listed(30)).isEqualTo(StatementBudgets.of("TicketList.full"));
        assertThat(dayOf(30)).isEqualTo(StatementBudgets.of("TicketQueries.today"));
    }

    private int listed(int rows) {
        return as(InstallGiven.TECHNICIAN, () -> db.statements(() -> assertThat(db.get(TicketList.class)
                .page(ListView.all().with("size", 30).with("sort", "school")).rows()).hasSize(rows)));
    }

    private int dayOf(int rows) {
        return as(InstallGiven.TECHNICIAN, () -> db.statements(() -> assertThat(db.get(DayQueries.class)
                .today(LocalDate.of(2026, 5, 4)).open()).hasSize(rows)));
    }

    private List<Long> find(ListView filter) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(TicketList.class).page(filter)).rows().stream()
                .map(TicketQueries.Row::id).toList();
    }

    private TicketQueries.View view(Long id) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(TicketQueries.class).view(id));
    }

    private DeviceQueries.View device(Long id) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(DeviceQueries.class).view(id));
    }

    private Integer version(Long id) {
        return InstallGiven.version(db, id);
    }

    private Tickets.Step step(Long id) {
        return InstallGiven.step(db, id);
    }

    private void asSchool(Consumer<Tickets> work) {
        asTickets(SCHOOL_ADMIN, work);
    }

    private void asTickets(String login, Consumer<Tickets> work) {
        as(login, () -> {
            work.accept(db.get(Tickets.class));
            return null;
        });
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }

    @Test
    void a_ticket_is_due_today_or_later_and_within_years() {
        LocalDate today = db.get(Clock.class).today();
        InstallGiven.technician(db);
        assertThatThrownBy(() -> InstallGiven.work(db, t -> t.open(Tickets.Open.of(school, null, "Dose", today.minusDays(1)))))
                .hasMessageContaining("ticket.due_past");
        assertThatThrownBy(() -> InstallGiven.work(db, t -> t.open(Tickets.Open.of(school, null, "Dose", LocalDate.of(26, 11, 3)))))
                .hasMessageContaining("dueOn");
        assertThatThrownBy(() -> InstallGiven.work(db, t -> t.open(Tickets.Open.of(school, null, "Dose", LocalDate.of(9999, 1, 1)))))
                .hasMessageContaining("dueOn");
        assertThatThrownBy(() -> InstallGiven.work(db, t -> t.open(Tickets.Open.of(school, null, "Dose", today.plusYears(6)))))
                .hasMessageContaining("ticket.due_far");
        InstallGiven.work(db, t -> t.open(Tickets.Open.of(school, null, "Dose", today)));
    }

    @Test
    void a_delivered_device_with_the_longest_names_gets_its_ticket() {
        Long model = SchoolGiven.as(db, InventoryGiven.officer(db), () -> db.get(DeviceModels.class)
                .create(new DeviceModels.Create("m".repeat(80), "n".repeat(120), "p".repeat(60), ModelKind.ACCESS_POINT, true)));
        Long device = InventoryGiven.device(db, model, school, room, "s".repeat(80), null);
        Long id = InstallGiven.ticketOf(db, device);
        assertThat(view(id).title()).hasSize(80 + 1 + 120 + 3 + 80);
    }

    @Test
    void every_field_takes_what_it_promises() {
        Long id = InstallGiven.ticket(db, school, room);
        InstallGiven.take(db, id);
        InstallGiven.work(db, t -> t.await(id, new Tickets.Wait(version(id), null, "w".repeat(300))));
        InstallGiven.work(db, t -> t.resume(id, new Tickets.Step(version(id), "n".repeat(2000))));
        as(InstallGiven.TECHNICIAN, () -> {
            db.get(Visits.class).schedule(id, new Visits.Schedule(version(id), Instant.now().plusSeconds(3600), 600, "c".repeat(200),
                    "n".repeat(1000)));
            return null;
        });
        InstallGiven.work(db, t -> t.start(id, step(id)));
        InstallGiven.work(db, t -> t.measure(id, new Tickets.Measure(version(id), room, "s".repeat(40), "p".repeat(60), CableClass.EA,
                null, null, true, "n".repeat(1000))));
        asSchool(t -> t.acceptWithDefects(id, new Tickets.AcceptWithDefects(version(id), "d".repeat(2000))));
        assertThat(view(id).defects()).hasSize(2000);
    }
}
