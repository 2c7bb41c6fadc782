package de.schulpakt.install.defect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.kind.KindDevices;
import de.schulpakt.install.kind.Kinds;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.ticket.TicketList;
import de.schulpakt.install.ticket.TicketParts;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Defects from the acceptance until they are put right, and schools that say nothing. */
@DbTest
class DefectsDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long school;
    private Long room;
    private Long device;
    private Long ticket;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        room = SchoolGiven.room(db, school, "204");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        InventoryGiven.officer(db);
        device = InventoryGiven.device(db, InventoryGiven.accessPoint(db), school, room);
        ticket = InstallGiven.ticketOf(db, device);
        InstallGiven.install(db, ticket, room);
    }

    @Test
    void each_defect_opens_its_follow_up_with_owner_and_day_and_both_tickets_show_it() {
        SchoolGiven.user(db, "zweite", Role.TECHNICIAN, null, null);
        Long second = db.number("SELECT id FROM app_user WHERE login = 'zweite'");
        accept(found("Blende fehlt", 5, null), found("Kabelkanal offen", 8, second));
        TicketQueries.View view = view(ticket);
        assertThat(view.state()).isEqualTo(TicketState.ACCEPTED_WITH_DEFECTS);
        assertThat(view.defects()).isEqualTo("Blende fehlt; Kabelkanal offen");
        assertThat(view.defectLines()).extracting(TicketQueries.DefectRow::lineNo, TicketQueries.DefectRow::what, TicketQueries.DefectRow::dueOn,
                TicketQueries.DefectRow::state).containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "Blende fehlt", today().plusDays(5), TicketState.PLANNED),
                        org.assertj.core.groups.Tuple.tuple(2, "Kabelkanal offen", today().plusDays(8), TicketState.PLANNED));
        TicketQueries.View follow = view(view.defectLines().get(1).ticketId());
        assertThat(follow.assigneeId()).isEqualTo(second);
        assertThat(follow.work().code()).isEqualTo("FAULT");
        assertThat(follow).extracting(TicketQueries.View::title, TicketQueries.View::dueOn, TicketQueries.View::roomId, TicketQueries.View::deviceId)
                .containsExactly("Kabelkanal offen", today().plusDays(8), room, device);
        assertThat(follow.links()).extracting(TicketQueries.LinkRow::id, TicketQueries.LinkRow::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ticket, TicketQueries.LinkKind.DEFECT));
        assertThat(view(view.defectLines().get(0).ticketId()).assigneeId()).isEqualTo(view.assigneeId());
        assertThat(as(SCHOOL_ADMIN, () -> db.get(DeviceQueries.class).view(device)).state()).isEqualTo(DeviceState.IN_SERVICE);
        db.checks();
    }

    @Test
    void the_work_is_closed_only_when_its_defects_are_put_right_or_dropped() {
        accept(found("Blende fehlt", 5, null), found("Kabelkanal offen", 8, null));
        List<TicketQueries.DefectRow> lines = view(ticket).defectLines();
        assertThatThrownBy(this::close).hasMessageContaining("defect.open");
        assertThatThrownBy(() -> as(InstallGiven.TECHNICIAN, () -> {
            db.get(TicketWork.class).merge(lines.get(0).ticketId(), new TicketWork.Merge(InstallGiven.version(db, lines.get(0).ticketId()), view(lines.get(1).ticketId()).no()));
            return null;
        })).hasMessageContaining("defect.merge");
        assertThatThrownBy(() -> as(InstallGiven.TECHNICIAN, () -> db.get(TicketParts.class).split(lines.get(0).ticketId(), new TicketParts.Split(
                InstallGiven.version(db, lines.get(0).ticketId()), List.of(new TicketParts.Part("Rest", null, null, null, null)), null))))
                .hasMessageContaining("defect.split");
        InstallGiven.solve(db, lines.get(0).ticketId());
        assertThatThrownBy(this::close).hasMessageContaining("defect.open");
        assertThat(db.number("SELECT count(*) FROM notice WHERE kind = 'message.defects_done'")).isZero();
        InstallGiven.work(db, t -> t.cancel(lines.get(1).ticketId(), new Tickets.Cancel(InstallGiven.version(db, lines.get(1).ticketId()), "War keiner")));
        assertThat(view(ticket).timeline()).extracting("action").startsWith("DefectAction.DROP", "DefectAction.PUT_RIGHT");
        assertThat(db.number("SELECT count(*) FROM history WHERE action = 'DefectAction.PUT_RIGHT' AND subject_id = ?", ticket)).isEqualTo(1);
        close();
        assertThat(view(ticket).state()).isEqualTo(TicketState.CLOSED);
        db.checks();
    }

    @Test
    void who_clicks_twice_opens_nothing_twice_and_who_finds_more_says_so_later() {
        Integer seen = InstallGiven.version(db, ticket);
        accept(found("Blende fehlt", 5, null));
        assertThatThrownBy(() -> acceptSeen(seen, found("Blende fehlt", 5, null))).isInstanceOf(Conflict.class);
        assertThat(db.number("SELECT count(*) FROM defect")).isEqualTo(1);
        more(SCHOOL_ADMIN, "Dose locker");
        assertThat(view(ticket).defectLines()).extracting(TicketQueries.DefectRow::lineNo, TicketQueries.DefectRow::what)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, "Blende fehlt"), org.assertj.core.groups.Tuple.tuple(2, "Dose locker"));
        assertThat(view(ticket).defects()).isEqualTo("Blende fehlt; Dose locker");
        assertThatThrownBy(() -> more(InstallGiven.TECHNICIAN, "Nichts")).isInstanceOf(Forbidden.class);
        db.checks();
    }

    @Test
    void a_defect_after_an_acceptance_without_any_makes_it_one_with_defects() {
        InstallGiven.accept(db, SCHOOL_ADMIN, ticket);
        more(SCHOOL_ADMIN, "Dose locker");
        assertThat(view(ticket)).extracting(TicketQueries.View::state, TicketQueries.View::defects)
                .containsExactly(TicketState.ACCEPTED_WITH_DEFECTS, "Dose locker");
        InstallGiven.solve(db, view(ticket).defectLines().get(0).ticketId());
        close();
        assertThatThrownBy(() -> more(SCHOOL_ADMIN, "Zu spät")).hasMessageContaining("state.not_allowed");
        db.checks();
    }

    @Test
    void what_is_no_defect_or_nobody_can_put_right_is_refused_and_nothing_is_accepted() {
        assertThatThrownBy(() -> accept()).hasMessageContaining("defect.none");
        assertThatThrownBy(() -> accept(found("Blende", -1, null))).hasMessageContaining("ticket.due_past");
        assertThatThrownBy(() -> accept(found("Blende", 5, db.number("SELECT id FROM app_user WHERE login = ?", SCHOOL_ADMIN))))
                .hasMessageContaining("ticket.no_technician");
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Fremd"));
        assertThatThrownBy(() -> as("fremd", () -> {
            db.get(Defects.class).accept(ticket, new Defects.Accept(1, "x", null));
            return null;
        })).isInstanceOf(NotFound.class);
        assertThat(view(ticket).state()).isEqualTo(TicketState.MEASURED);
        assertThat(db.number("SELECT count(*) FROM ticket WHERE id <> ?", ticket)).isZero();
    }

    @Test
    void words_alone_open_nothing_and_a_kind_names_what_puts_its_defects_right() {
        db.sql("UPDATE ticket_kind SET defect_kind = 'MOVE' WHERE code = 'INSTALLATION'");
        as(SCHOOL_ADMIN, () -> {
            db.get(Defects.class).accept(ticket, new Defects.Accept(InstallGiven.version(db, ticket), "Blende fehlt, bis Freitag", null));
            return null;
        });
        assertThat(view(ticket).defectLines()).isEmpty();
        more(SCHOOL_ADMIN, "Dose locker");
        assertThat(view(view(ticket).defectLines().get(0).ticketId()).work().code()).isEqualTo("MOVE");
    }

    @Test
    void a_kind_whose_defects_nobody_can_put_right_is_refused() {
        SchoolGiven.user(db, "verwaltung", Role.ADMIN, null, null);
        assertThatThrownBy(() -> as("verwaltung", () -> db.get(Kinds.class).create(new Kinds.Create("PROBE", new Kinds.Facts("Probe", "Probe", null, null, false,
                false, true, KindDevices.NONE, true, Priority.NORMAL, 60, null, "GIBTESNICHT", false, true, false))))).hasMessageContaining("kind.defect_kind");
    }

    @Test
    void a_follow_up_that_was_opened_again_is_open_again() {
        accept(found("Blende fehlt", 5, null));
        Long follow = view(ticket).defectLines().get(0).ticketId();
        InstallGiven.solve(db, follow);
        assertThat(listed("ENDED")).containsExactly(follow);
        InstallGiven.work(db, t -> t.reopen(follow, new Tickets.Reopen(InstallGiven.version(db, follow), "Doch noch")));
        assertThat(listed("OPEN")).containsExactly(follow);
        assertThat(listed("OVERDUE")).isEmpty();
        during(Instant.now().plus(java.time.Duration.ofDays(6)), () -> assertThat(listed("OVERDUE")).containsExactly(follow));
        assertThatThrownBy(this::close).hasMessageContaining("defect.open");
    }

    @Test
    void a_school_that_says_nothing_for_more_working_days_than_are_set_is_silent_and_has_not_accepted() {
        db.sql("UPDATE ticket SET handed_at = '2026-12-21 09:00:00' WHERE id = ?", ticket);
        db.sql("UPDATE service_hours SET silent_days = 3");
        assertThat(silent("2026-12-24T10:00")).isEmpty();
        // the holidays and the weekend do not count: the third working day is the 24th
        assertThat(silent("2026-12-25T00:30")).containsExactly(ticket);
        assertThat(view(ticket).state()).isEqualTo(TicketState.MEASURED);
        as(SCHOOL_ADMIN, () -> {
            db.get(Tickets.class).rework(ticket, new Tickets.Rework(InstallGiven.version(db, ticket), "Noch einmal"));
            return null;
        });
        assertThat(view(ticket).handedAt()).isNull();
        assertThat(silent("2026-12-29T10:00")).isEmpty();
    }

    /** What is set for all tests is as it was. */
    @AfterEach
    void asBefore() {
        db.sql("UPDATE ticket_kind SET defect_kind = 'FAULT'");
        db.sql("UPDATE service_hours SET silent_days = 10");
    }

    private List<Long> silent(String local) {
        Object[] found = new Object[1];
        during(LocalDateTime.parse(local).atZone(Clock.ZONE).toInstant(), () -> found[0] = as(SCHOOL_ADMIN, () -> db.get(TicketList.class)
                .page(ListView.all().with("acceptance", TicketList.Acceptance.SILENT)).rows().stream().map(TicketQueries.Row::id).toList()));
        @SuppressWarnings("unchecked")
        List<Long> ids = (List<Long>) found[0];
        return ids;
    }

    private List<Long> listed(String standing) {
        return as(SCHOOL_ADMIN, () -> db.get(DefectList.class).page(ListView.all().with("standing", DefectList.Standing.valueOf(standing))).rows().stream()
                .map(DefectList.Row::followId).toList());
    }


    private Defects.Found found(String what, int days, Long technician) {
        return new Defects.Found(what, today().plusDays(days), technician, null);
    }

    private LocalDate today() {
        return db.get(Clock.class).today();
    }

    private void accept(Defects.Found... items) {
        acceptSeen(InstallGiven.version(db, ticket), items);
    }

    private void acceptSeen(Integer version, Defects.Found... items) {
        as(SCHOOL_ADMIN, () -> {
            db.get(Defects.class).accept(ticket, new Defects.Accept(version, null, List.of(items)));
            return null;
        });
    }

    private void more(String login, String what) {
        Integer version = InstallGiven.version(db, ticket);
        as(login, () -> {
            db.get(Defects.class).add(ticket, new Defects.Add(version, found(what, 3, null)));
            return null;
        });
    }

    private void close() {
        InstallGiven.work(db, t -> t.close(ticket, new Tickets.Step(InstallGiven.version(db, ticket), "Erledigt")));
    }

    private TicketQueries.View view(Long id) {
        return as(InstallGiven.technician(db), () -> db.get(TicketQueries.class).view(id));
    }

    private void during(Instant at, Runnable work) {
        db.get(Clock.class).at(at, work);
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }
}
