package de.schulpakt.install.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.ticket.TicketAction;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dates that a school picks from, absences, and the week of all technicians. */
@DbTest
class SlotsDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private static final String MORNING = "2026-11-23T07:00";
    private Db db;
    private Long school;
    private Long ticket;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        ticket = InstallGiven.open(db, school, "FAULT");
        InstallGiven.take(db, ticket);
    }

    @Test
    void the_school_picks_one_of_the_dates_and_the_visit_is_agreed() {
        assertThat(seen().actions()).doesNotContain(TicketAction.PICK);
        offer("2026-11-24T09:00", "2026-11-25T10:00");
        during(MORNING, () -> assertThat(seen().actions()).contains(TicketAction.PICK));
        assertThat(slots()).extracting(WeekQueries.Slot::startsAt).containsExactly(at("2026-11-24T09:00"), at("2026-11-25T10:00"));
        pick(slots().get(1).id());
        assertThat(seen().state()).isEqualTo(TicketState.SCHEDULED);
        assertThat(seen().visits()).extracting(TicketQueries.VisitRow::startsAt, TicketQueries.VisitRow::contact)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(at("2026-11-25T10:00"), "Hausmeister"));
        assertThat(slots()).isEmpty();
        assertThat(db.sql("SELECT kind FROM notice WHERE subject_id = ?", ticket)).extracting(row -> row.get("kind"))
                .contains("message.slots_offered", "message.slot_picked");
        db.checks();
    }

    @Test
    void new_dates_take_the_place_of_the_old_and_one_that_has_gone_is_not_there() {
        offer("2026-11-24T09:00");
        Long old = slots().get(0).id();
        offer("2026-11-24T09:00", "2026-11-26T09:00");
        assertThat(slots()).hasSize(2).extracting(WeekQueries.Slot::id).doesNotContain(old);
        assertThatThrownBy(() -> pick(old)).isInstanceOf(NotFound.class);
    }

    @Test
    void what_cannot_be_agreed_is_not_offered() {
        assertThatThrownBy(() -> offer("2026-11-22T09:00")).hasMessageContaining("visit.past");
        assertThatThrownBy(() -> offer("2026-11-24T09:00", "2026-11-24T09:00")).hasMessageContaining("slot.twice");
        SchoolGiven.user(db, "zweite", Role.TECHNICIAN, null, null);
        assertThatThrownBy(() -> offerAs("zweite", "2026-11-24T09:00")).hasMessageContaining("ticket.of_other");
        assertThatThrownBy(() -> offerAs(SCHOOL_ADMIN, "2026-11-24T09:00")).isInstanceOf(Forbidden.class);
        InstallGiven.work(db, t -> t.start(ticket, InstallGiven.step(db, ticket)));
        assertThatThrownBy(() -> offer("2026-11-24T09:00")).hasMessageContaining("slot.not_now");
    }

    @Test
    void a_date_that_is_no_longer_free_is_not_picked() {
        offer("2026-11-24T09:00");
        Long other = InstallGiven.open(db, school, "FAULT");
        InstallGiven.take(db, other);
        during(MORNING, () -> as(InstallGiven.TECHNICIAN, () -> {
            db.get(Visits.class).schedule(other, new Visits.Schedule(InstallGiven.version(db, other), at("2026-11-24T09:30"), 60, null, null));
            return null;
        }));
        assertThatThrownBy(() -> pick(slots().get(0).id())).hasMessageContaining("visit.overlaps");
        SchoolGiven.user(db, "zweite", Role.TECHNICIAN, null, null);
        Long second = db.number("SELECT id FROM app_user WHERE login = 'zweite'");
        as(InstallGiven.TECHNICIAN, () -> {
            db.get(TicketWork.class).assign(ticket, new TicketWork.Assign(InstallGiven.version(db, ticket), second, null));
            return null;
        });
        assertThat(slots()).as("who has it now has offered nothing").isEmpty();
        db.sql("INSERT INTO visit_slot (ticket_id, technician_id, starts_at, minutes) VALUES (?, (SELECT id FROM app_user WHERE login = ?), '2026-11-26 09:00:00', 60)", ticket,
                InstallGiven.TECHNICIAN);
        assertThatThrownBy(() -> pick(slots().get(0).id())).as("a date of who had it before").hasMessageContaining("slot.gone");
        db.checks();
    }

    @Test
    void what_was_offered_ends_with_the_work_that_it_was_for() {
        offer("2026-11-24T09:00", "2026-11-25T09:00");
        during(MORNING, () -> InstallGiven.work(db, t -> t.cancel(ticket, new Tickets.Cancel(InstallGiven.version(db, ticket), "Umbau"))));
        assertThat(db.number("SELECT count(*) FROM visit_slot")).isZero();
        assertThat(db.number("SELECT count(*) FROM history WHERE subject_id = ? AND action = 'PlanningAction.WITHDRAW_OFFER'", ticket)).isEqualTo(1);
        assertThat(told()).contains("message.slots_withdrawn", "message.ticket_cancelled");
        db.checks();
    }

    @Test
    void none_of_the_dates_suits_and_the_technician_learns_what_would() {
        assertThatThrownBy(() -> decline("egal")).hasMessageContaining("slot.none_open");
        offer("2026-11-24T09:00", "2026-11-25T09:00");
        decline("dienstags ab 13 Uhr");
        assertThat(slots()).isEmpty();
        assertThat(seen().actions()).doesNotContain(TicketAction.PICK);
        assertThat(seen().timeline().get(0)).extracting("action", "note").containsExactly("PlanningAction.DECLINE_OFFER", "dienstags ab 13 Uhr");
        assertThat(told()).contains("message.slots_declined");
        offer("2026-11-24T13:00");
        assertThatThrownBy(() -> takeBack(SCHOOL_ADMIN)).isInstanceOf(Forbidden.class);
        SchoolGiven.user(db, "zweite", Role.TECHNICIAN, null, null);
        assertThatThrownBy(() -> takeBack("zweite")).hasMessageContaining("ticket.of_other");
        takeBack(InstallGiven.TECHNICIAN);
        assertThat(slots()).isEmpty();
        assertThat(told()).contains("message.slots_withdrawn");
        assertThatThrownBy(() -> takeBack(InstallGiven.TECHNICIAN)).hasMessageContaining("slot.none_open");
        db.checks();
    }

    @Test
    void dates_that_have_passed_are_no_offer_and_the_technician_learns_so() {
        offer("2026-11-24T09:00");
        List<TicketQueries.View> later = new java.util.ArrayList<>();
        during("2026-11-24T10:00", () -> later.add(seen()));
        assertThat(later.get(0)).extracting(TicketQueries.View::slots, TicketQueries.View::slotsGone).containsExactly(0L, 1L);
        assertThat(later.get(0).actions()).doesNotContain(TicketAction.PICK);
        during(MORNING, () -> later.add(seen()));
        assertThat(later.get(1)).extracting(TicketQueries.View::slots, TicketQueries.View::slotsGone).containsExactly(1L, 0L);
    }

    private void decline(String wish) {
        during(MORNING, () -> as(SCHOOL_ADMIN, () -> {
            db.get(Slots.class).decline(ticket, new Slots.Decline(wish));
            return null;
        }));
    }

    private void takeBack(String login) {
        during(MORNING, () -> as(login, () -> {
            db.get(Slots.class).takeBack(ticket, new Slots.TakeBack("Ich bin krank"));
            return null;
        }));
    }

    private List<String> told() {
        return db.sql("SELECT kind AS kind FROM notice WHERE subject_id = ?", ticket).stream().map(row -> row.get("kind").toString()).toList();
    }

    @Test
    void nobody_is_planned_while_away_and_the_days_are_the_own() {
        Long id = away("2026-11-24", "2026-11-25");
        assertThatThrownBy(() -> offer("2026-11-24T09:00")).hasMessageContaining("visit.absent");
        offer("2026-11-26T09:00");
        assertThatThrownBy(() -> away("2026-11-25", "2026-11-24")).hasMessageContaining("absence.order");
        assertThatThrownBy(() -> away("2026-11-20", "2026-11-21")).hasMessageContaining("absence.past");
        assertThatThrownBy(() -> away("2026-11-27", "2028-11-21")).hasMessageContaining("absence.long");
        SchoolGiven.user(db, "zweite", Role.TECHNICIAN, null, null);
        assertThatThrownBy(() -> as("zweite", () -> {
            db.get(Absences.class).remove(id);
            return null;
        })).isInstanceOf(NotFound.class);
        as(InstallGiven.TECHNICIAN, () -> {
            db.get(Absences.class).remove(id);
            return null;
        });
        offer("2026-11-24T09:00");
    }

    @Test
    void the_week_shows_load_against_capacity_holidays_and_who_is_away() {
        offer("2026-12-21T08:00");
        pick(slots().get(0).id());
        away("2026-12-23", "2026-12-23");
        WeekQueries.Week week = as(InstallGiven.TECHNICIAN, () -> db.get(WeekQueries.class).week(LocalDate.of(2026, 12, 24)));
        assertThat(week.monday()).isEqualTo(LocalDate.of(2026, 12, 21));
        assertThat(week.known()).isTrue();
        assertThat(week.days().get(4).holiday("de")).isEqualTo("1. Weihnachtsfeiertag");
        SchoolGiven.user(db, "abgelaufen", Role.TECHNICIAN, null, null);
        db.sql("update role_assignment set lapses_at = ? where user_id = (select id from app_user where login = 'abgelaufen')", java.time.Instant.now().minusSeconds(60));
        assertThat(as(InstallGiven.TECHNICIAN, () -> db.get(WeekQueries.class).week(LocalDate.of(2026, 12, 24))).technicians()).as("whose role from a claim has lapsed")
                .hasSameSizeAs(week.technicians());
        List<WeekQueries.Day> days = week.technicians().get(0).days();
        assertThat(days).extracting(WeekQueries.Day::capacity).containsExactly(510, 510, 0, 510, 0);
        assertThat(days).extracting(WeekQueries.Day::planned).containsExactly(60, 0, 0, 0, 0);
        assertThat(days.get(0).visits()).extracting(WeekQueries.Visited::ticketId).containsExactly(ticket);
        assertThat(days.get(2).away()).isTrue();
        assertThat(days).noneMatch(WeekQueries.Day::over);
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> db.get(WeekQueries.class).week(LocalDate.of(2026, 12, 24)))).isInstanceOf(Forbidden.class);
    }

    private void offer(String... starts) {
        offerAs(InstallGiven.TECHNICIAN, starts);
    }

    private void offerAs(String login, String... starts) {
        List<Slots.Slot> slots = List.of(starts).stream().map(s -> new Slots.Slot(at(s), 60)).toList();
        during(MORNING, () -> as(login, () -> {
            db.get(Slots.class).offer(ticket, new Slots.Offer(slots));
            return null;
        }));
    }

    private void pick(Long slot) {
        during(MORNING, () -> as(SCHOOL_ADMIN, () -> {
            db.get(Slots.class).pick(ticket, slot, new Slots.Pick(InstallGiven.version(db, ticket), "Hausmeister"));
            return null;
        }));
    }

    private Long away(String from, String to) {
        Long[] id = new Long[1];
        during(MORNING, () -> id[0] = as(InstallGiven.TECHNICIAN, () -> db.get(Absences.class)
                .add(new Absences.Add(LocalDate.parse(from), LocalDate.parse(to)))));
        return id[0];
    }

    private List<WeekQueries.Slot> slots() {
        List<List<WeekQueries.Slot>> found = new java.util.ArrayList<>();
        during(MORNING, () -> found.add(as(SCHOOL_ADMIN, () -> db.get(WeekQueries.class).slots(ticket))));
        return found.get(0);
    }

    private TicketQueries.View seen() {
        return as(SCHOOL_ADMIN, () -> db.get(TicketQueries.class).view(ticket));
    }

    private void during(String local, Runnable work) {
        db.get(Clock.class).at(at(local), work);
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Clock.ZONE).toInstant();
    }
}
