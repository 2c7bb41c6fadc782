package de.schulpakt.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.inventory.DeviceQueries;
import de.schulpakt.inventory.DeviceState;
import de.schulpakt.inventory.DeviceView;
import de.schulpakt.inventory.Devices;
import de.schulpakt.inventory.RepairDevice;
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
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
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
        TicketView ticket = view(InstallGiven.ticketOf(db, device));
        assertThat(ticket.no()).startsWith("T-").endsWith("-0001");
        assertThat(ticket).extracting(TicketView::state, TicketView::room, TicketView::deviceId, TicketView::dueOn)
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
        InstallGiven.work(db, t -> t.await(new WaitTicket(id, version(id), "Hausmeister")));
        assertThat(view(id)).extracting(TicketView::state, TicketView::waitingFor).containsExactly(TicketState.WAITING, "Hausmeister");
        db.checks();
        InstallGiven.work(db, t -> t.resume(step(id)));
        InstallGiven.schedule(db, id, 120);
        assertThat(view(id).visits()).extracting(TicketVisit::cancelled).containsExactly(false, true);
        InstallGiven.work(db, t -> t.start(step(id)));
        Long other = SchoolGiven.room(db, school, "205");
        InstallGiven.measure(db, id, other, true);
        assertThat(device(device)).extracting(DeviceView::room, DeviceView::state).containsExactly("205", DeviceState.IN_STOCK);
        InstallGiven.accept(db, SCHOOL_ADMIN, id);
        assertThat(device(device)).extracting(DeviceView::state, DeviceView::inServiceOn)
                .containsExactly(DeviceState.IN_SERVICE, db.get(Clock.class).today());
        assertThat(device(device).bindingEndOn()).isEqualTo(db.get(Clock.class).today().plusYears(5));
        InstallGiven.work(db, t -> t.close(step(id)));
        TicketView end = view(id);
        assertThat(end).extracting(TicketView::state, TicketView::room, TicketView::passed)
                .containsExactly(TicketState.CLOSED, "205", true);
        assertThat(end.closedAt()).isNotNull();
        assertThat(end.timeline()).extracting("action").containsExactly("TicketAction.CLOSE", "TicketAction.ACCEPT",
                "TicketAction.MEASURE", "TicketAction.START", "TicketAction.SCHEDULE", "TicketAction.RESUME",
                "TicketAction.WAIT", "TicketAction.SCHEDULE", "TicketAction.TAKE", "TicketAction.OPEN");
        assertThat(db.sql("SELECT kind FROM outbox ORDER BY id")).extracting(row -> row.get("kind"))
                .containsExactly("message.visit_scheduled", "message.visit_scheduled", "message.ticket_measured",
                        "message.ticket_accepted");
        db.checks();
    }

    @Test
    void a_failed_measurement_cannot_be_accepted_and_is_measured_again() {
        Long id = InstallGiven.ticket(db, school, room);
        InstallGiven.take(db, id);
        InstallGiven.work(db, t -> t.start(step(id)));
        InstallGiven.measure(db, id, room, false);
        assertThat(as(SCHOOL_ADMIN, () -> db.get(TicketQueries.class).view(id)).actions()).containsExactly(TicketAction.REWORK);
        assertThatThrownBy(() -> InstallGiven.accept(db, SCHOOL_ADMIN, id)).isInstanceOf(Refused.class)
                .hasMessageContaining("ticket.not_passed");
        asSchool(t -> t.rework(new ReworkTicket(id, version(id), "Messung wiederholen")));
        InstallGiven.measure(db, id, room, true);
        asSchool(t -> t.acceptWithDefects(new AcceptWithDefects(id, version(id), "Blende fehlt, bis 1.12.")));
        assertThat(view(id)).extracting(TicketView::state, TicketView::defects)
                .containsExactly(TicketState.ACCEPTED_WITH_DEFECTS, "Blende fehlt, bis 1.12.");
        assertThatThrownBy(() -> InstallGiven.work(db, t -> t.close(step(id)))).hasMessageContaining("ticket.defects_open");
        InstallGiven.work(db, t -> t.close(new TicketStep(id, version(id), "Blende montiert")));
        db.checks();
    }

    @Test
    void if_the_device_cannot_go_into_service_the_ticket_is_not_accepted() {
        Long device = InventoryGiven.device(db, InventoryGiven.accessPoint(db), school, room);
        Long id = InstallGiven.ticketOf(db, device);
        InstallGiven.install(db, id, room);
        as(SCHOOL_ADMIN, () -> {
            db.get(Devices.class).repair(new RepairDevice(device, InventoryGiven.version(db, device), "defekt"));
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
            db.get(Tickets.class).take(new TicketStep(id, seen, null));
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
            db.get(Tickets.class).accept(new AcceptTicket(id, seen, null));
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
                .containsExactlyInAnyOrder(TicketAction.RELEASE, TicketAction.CANCEL);
        assertThatThrownBy(() -> asTickets("t2", t -> t.start(step(id)))).hasMessageContaining("ticket.of_other")
                .hasMessageContaining(InstallGiven.TECHNICIAN);
        InstallGiven.schedule(db, id, 60);
        asTickets("t2", t -> t.release(step(id)));
        assertThat(view(id)).extracting(TicketView::state, TicketView::assignee).containsExactly(TicketState.OPEN, null);
        assertThat(view(id).visits()).extracting(TicketVisit::cancelled).containsExactly(true);
        asTickets("t2", t -> t.take(step(id)));
        db.checks();
    }

    @Test
    void a_cancelled_ticket_can_be_opened_again() {
        Long id = InstallGiven.ticket(db, school, room);
        InstallGiven.take(db, id);
        InstallGiven.schedule(db, id, 60);
        InstallGiven.work(db, t -> t.cancel(new CancelTicket(id, version(id), "Umbau")));
        db.checks();
        InstallGiven.work(db, t -> t.reopen(step(id)));
        assertThat(view(id)).extracting(TicketView::state, TicketView::closedAt).containsExactly(TicketState.OPEN, null);
        db.checks();
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
        assertThatThrownBy(() -> asTickets("fremd", t -> t.open(new OpenTicket(school, room, "x", null)))).isInstanceOf(NotFound.class);
        assertThat(as("fremd", () -> db.get(TicketQueries.class).list(TicketFilter.ALL, PageRequest.first())).total()).isZero();
        assertThatThrownBy(() -> asTickets("fremd", t -> t.open(new OpenTicket(foreign, room, "x", null))))
                .hasMessageContaining("ticket.room_of_other_school");
    }

    @Test
    void a_technician_does_not_accept_and_a_school_does_not_measure() {
        Long id = InstallGiven.ticket(db, school, room);
        InstallGiven.install(db, id, room);
        assertThatThrownBy(() -> InstallGiven.accept(db, InstallGiven.TECHNICIAN, id)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> asSchool(t -> t.take(step(id)))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> db.get(TicketQueries.class).today(LocalDate.now())))
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
                t.take(step(id));
            }
            t.schedule(new ScheduleVisit(late, version(late), Instant.parse("2026-05-04T22:30:00Z"), 30, "Hausmeister", null));
            t.await(new WaitTicket(waiting, version(waiting), "Elektriker"));
        }));
        Today day = as(InstallGiven.TECHNICIAN, () -> db.get(TicketQueries.class).today(LocalDate.of(2026, 5, 5)));
        assertThat(day.visits()).extracting(VisitRow::school, VisitRow::room, VisitRow::contact)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Görres-Gymnasium", "204", "Hausmeister"));
        assertThat(day.waiting()).extracting(TicketRow::waitingFor).containsExactly("Elektriker");
        assertThat(day.planned()).extracting(TicketRow::id).containsExactly(planned);
        assertThat(day.open()).extracting(TicketRow::id).containsExactly(open);
        Today before = as(InstallGiven.TECHNICIAN, () -> db.get(TicketQueries.class).today(LocalDate.of(2026, 5, 4)));
        assertThat(before.visits()).isEmpty();
        assertThat(before.planned()).extracting(TicketRow::id).containsExactly(late, planned);
    }

    @Test
    void a_list_finds_by_number_title_state_school_assignee_and_due_day() {
        Long late = InstallGiven.ticket(db, school, room);
        Long mine = InstallGiven.plain(db, school, "Switch tauschen");
        InstallGiven.take(db, mine);
        assertThat(find(new TicketFilter("tausch", null, null, null, null))).containsExactly(mine);
        assertThat(find(new TicketFilter("T-", school, null, null, null))).containsExactly(mine, late);
        assertThat(find(new TicketFilter("SN", null, TicketState.OPEN, null, null))).containsExactly(late);
        assertThat(find(new TicketFilter(null, null, null, TicketFilter.Assignee.ME, null))).containsExactly(mine);
        assertThat(find(new TicketFilter(null, null, null, TicketFilter.Assignee.NOBODY, null))).containsExactly(late);
        assertThat(find(new TicketFilter(null, null, null, null, TicketFilter.Due.OVERDUE))).containsExactly(late);
    }

    @Test
    void lists_need_the_same_statements_for_1_and_for_30_tickets() {
        Long model = InventoryGiven.accessPoint(db);
        InventoryGiven.device(db, model, school, room);
        Long id = db.number("SELECT id FROM ticket");
        assertThat(as(SCHOOL_ADMIN, () -> db.statements(() -> db.get(TicketQueries.class).view(id))))
                .isLessThanOrEqualTo(StatementBudgets.of("TicketQueries.view"));
        assertThat(listed(1)).isEqualTo(StatementBudgets.of("TicketQueries.list"));
        assertThat(dayOf(1)).isEqualTo(StatementBudgets.of("TicketQueries.today"));
        for (int i = 1; i < 30; i++) {
            InventoryGiven.device(db, model, school, room);
        }
        assertThat(listed(30)).isEqualTo(StatementBudgets.of("TicketQueries.list"));
        assertThat(dayOf(30)).isEqualTo(StatementBudgets.of("TicketQueries.today"));
    }

    private int listed(int rows) {
        return as(InstallGiven.TECHNICIAN, () -> db.statements(() -> assertThat(db.get(TicketQueries.class)
                .list(TicketFilter.ALL, PageRequest.of(1, 30, "school")).rows()).hasSize(rows)));
    }

    private int dayOf(int rows) {
        return as(InstallGiven.TECHNICIAN, () -> db.statements(() -> assertThat(db.get(TicketQueries.class)
                .today(LocalDate.of(2026, 5, 4)).open()).hasSize(rows)));
    }

    private List<Long> find(TicketFilter filter) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(TicketQueries.class).list(filter, PageRequest.first())).rows().stream()
                .map(TicketRow::id).toList();
    }

    private TicketView view(Long id) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(TicketQueries.class).view(id));
    }

    private DeviceView device(Long id) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(DeviceQueries.class).view(id));
    }

    private Integer version(Long id) {
        return InstallGiven.version(db, id);
    }

    private TicketStep step(Long id) {
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
}
