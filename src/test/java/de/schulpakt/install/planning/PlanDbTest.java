package de.schulpakt.install.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Visits that are moved, skills, and whether the time of the technicians holds what is due. */
@DbTest
class PlanDbTest {
    private static final String MORNING = "2026-11-23T07:00";
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private Db db;
    private Long school;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        InstallGiven.technician(db);
        SchoolGiven.user(db, "zweite", Role.TECHNICIAN, null, null);
    }

    @Test
    void a_colleague_moves_a_visit_and_who_goes_there_and_the_school_are_told() {
        Long ticket = agreed("2026-11-24T09:00");
        move("zweite", ticket, "2026-11-24T09:00", "2026-11-25T10:00", 90);
        assertThat(calendar()).extracting(PlanQueries.Entry::ticketId, PlanQueries.Entry::startsAt, PlanQueries.Entry::minutes)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ticket, at("2026-11-25T10:00"), 90));
        assertThat(db.number("SELECT count(*) FROM notice WHERE kind = 'message.visit_moved'")).isEqualTo(1);
        assertThat(db.sql("SELECT contact FROM visit WHERE cancelled = FALSE").get(0).get("contact")).isEqualTo("Hausmeister");
        db.checks();
    }

    @Test
    void what_was_moved_meanwhile_is_not_moved_again_and_what_has_begun_stays() {
        Long ticket = agreed("2026-11-24T09:00");
        Long visit = visit(ticket);
        move("zweite", ticket, "2026-11-24T09:00", "2026-11-25T10:00", null);
        assertThatThrownBy(() -> moveVisit("zweite", visit, "2026-11-24T09:00", "2026-11-26T10:00", MORNING)).hasMessageContaining("visit.moved");
        assertThatThrownBy(() -> moveVisit("zweite", visit(ticket), "2026-11-24T09:00", "2026-11-26T10:00", MORNING)).hasMessageContaining("visit.moved");
        assertThatThrownBy(() -> moveVisit("zweite", visit(ticket), "2026-11-25T10:00", "2026-11-26T10:00", "2026-11-25T10:01")).hasMessageContaining("visit.begun");
        assertThatThrownBy(() -> moveVisit("zweite", 4711L, "2026-11-25T10:00", "2026-11-26T10:00", MORNING)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_conflict_of_the_one_who_goes_there_is_named_and_nothing_is_moved() {
        Long ticket = agreed("2026-11-24T09:00");
        agreed("2026-11-25T10:00");
        assertThatThrownBy(() -> move("zweite", ticket, "2026-11-24T09:00", "2026-11-25T10:30", null)).hasMessageContaining("visit.overlaps");
        as(InstallGiven.TECHNICIAN, () -> db.get(Absences.class).add(new Absences.Add(MONDAY.plusDays(3), MONDAY.plusDays(3))));
        assertThatThrownBy(() -> move("zweite", ticket, "2026-11-24T09:00", "2026-11-26T10:30", null)).hasMessageContaining("visit.absent");
        assertThat(calendar()).extracting(PlanQueries.Entry::startsAt).containsExactly(at("2026-11-24T09:00"), at("2026-11-25T10:00"));
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        assertThatThrownBy(() -> move("schule", ticket, "2026-11-24T09:00", "2026-11-26T10:30", null)).isInstanceOf(Forbidden.class);
    }

    @Test
    void of_two_who_drag_the_same_visit_one_is_told_that_it_was_moved() {
        Long ticket = agreed("2026-11-24T09:00");
        Long visit = visit(ticket);
        java.util.concurrent.atomic.AtomicInteger turn = new java.util.concurrent.atomic.AtomicInteger();
        List<Throwable> thrown = db.race(2, 2, () -> moveVisit("zweite", visit, "2026-11-24T09:00", "2026-11-2" + (4 + turn.incrementAndGet()) + "T11:00", MORNING));
        assertThat(thrown).hasSize(1);
        assertThat(thrown.get(0)).hasMessageContaining("visit.moved");
        assertThat(db.number("SELECT count(*) FROM visit WHERE cancelled = FALSE")).isEqualTo(1);
        db.checks();
    }

    @Test
    void skills_are_the_own_and_entering_them_twice_changes_nothing() {
        skills(InstallGiven.TECHNICIAN, "FAULT", "CABLING");
        skills(InstallGiven.TECHNICIAN, "CABLING", "FAULT");
        assertThat(as(InstallGiven.TECHNICIAN, () -> db.get(PlanQueries.class).skills())).containsExactly("CABLING", "FAULT");
        assertThat(as("zweite", () -> db.get(PlanQueries.class).skills())).isEmpty();
        assertThat(db.number("SELECT count(*) FROM history WHERE action = 'PlanningAction.SET_SKILLS'")).isEqualTo(1);
        skills(InstallGiven.TECHNICIAN, "FAULT");
        assertThat(as(InstallGiven.TECHNICIAN, () -> db.get(PlanQueries.class).skills())).containsExactly("FAULT");
        assertThatThrownBy(() -> skills("zweite", "GIBTESNICHT")).hasMessageContaining("ticket.kind_unknown");
    }

    @Test
    void the_load_says_what_is_agreed_what_is_due_and_what_slips_with_who_could_help() {
        agreed("2026-11-24T09:00");
        Long late = due("FAULT", MONDAY.minusDays(3), true);
        Long next = due("CABLING", MONDAY.plusDays(9), true);
        Long nobody = due("FAULT", MONDAY.plusDays(2), false);
        skills("zweite", "CABLING");
        PlanQueries.Load load = as(InstallGiven.TECHNICIAN, () -> db.get(PlanQueries.class).load(MONDAY));
        PlanQueries.Person me = load.people().stream().filter(p -> p.name().equals(InstallGiven.TECHNICIAN)).findFirst().orElseThrow();
        assertThat(me.weeks().get(0)).isEqualTo(new PlanQueries.Week(MONDAY, 5 * 510, 60, 60));
        assertThat(me.weeks().get(1)).isEqualTo(new PlanQueries.Week(MONDAY.plusWeeks(1), 5 * 510, 0, 240));
        assertThat(load.nobody().get(0).due()).isEqualTo(60);
        assertThat(load.team().get(0).capacity()).isEqualTo(2 * 5 * 510);
        assertThat(load.slips()).extracting(PlanQueries.Slip::ticketId, PlanQueries.Slip::why).containsExactly(
                org.assertj.core.groups.Tuple.tuple(late, PlanQueries.SlipReason.OVERDUE), org.assertj.core.groups.Tuple.tuple(nobody, PlanQueries.SlipReason.NOBODY));
        assertThat(load.slips().get(0).able()).as("the second one cannot do faults").isEmpty();
        assertThat(load.slips().get(1).able()).containsExactly(InstallGiven.TECHNICIAN);
        as(InstallGiven.TECHNICIAN, () -> db.get(Absences.class).add(new Absences.Add(MONDAY.plusDays(7), MONDAY.plusDays(11))));
        PlanQueries.Load away = as(InstallGiven.TECHNICIAN, () -> db.get(PlanQueries.class).load(MONDAY));
        assertThat(away.slips()).extracting(PlanQueries.Slip::ticketId).contains(next);
        assertThat(away.slips().stream().filter(s -> s.ticketId().equals(next)).findFirst().orElseThrow()).extracting(PlanQueries.Slip::why, PlanQueries.Slip::able)
                .containsExactly(PlanQueries.SlipReason.FULL, List.of("zweite"));
    }

    @Test
    void the_calendar_shows_days_away_and_holidays_and_no_more_than_asked_for() {
        as(InstallGiven.TECHNICIAN, () -> db.get(Absences.class).add(new Absences.Add(LocalDate.of(2026, 12, 23), LocalDate.of(2026, 12, 24))));
        PlanQueries.Calendar december = as("zweite", () -> db.get(PlanQueries.class).calendar(LocalDate.of(2026, 12, 21), LocalDate.of(2026, 12, 27)));
        assertThat(december.away()).extracting(PlanQueries.Gone::technician).containsExactly(InstallGiven.TECHNICIAN);
        assertThat(december.holidays()).extracting(PlanQueries.Off::day).containsExactly(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26));
        assertThatThrownBy(() -> as("zweite", () -> db.get(PlanQueries.class).calendar(MONDAY, MONDAY.minusDays(1)))).hasMessageContaining("plan.span");
        assertThatThrownBy(() -> as("zweite", () -> db.get(PlanQueries.class).calendar(MONDAY, MONDAY.plusDays(101)))).hasMessageContaining("plan.span");
    }

    @Test
    void the_calendar_names_who_goes_and_what_is_in_conflict() {
        Long one = agreed("2026-11-24T09:00");
        Long two = agreed("2026-11-25T09:00");
        PlanQueries.Calendar before = as("zweite", () -> db.get(PlanQueries.class).calendar(MONDAY, MONDAY.plusDays(6)));
        assertThat(before.technicians()).extracting(PlanQueries.Technician::name).containsExactly(InstallGiven.TECHNICIAN, "zweite");
        assertThat(before.visits()).noneMatch(before::conflict);
        db.sql("UPDATE visit SET starts_at = ? WHERE ticket_id = ?", java.time.LocalDateTime.ofInstant(at("2026-11-24T09:59"), java.time.ZoneOffset.UTC), two);
        PlanQueries.Calendar meets = as("zweite", () -> db.get(PlanQueries.class).calendar(MONDAY, MONDAY.plusDays(6)));
        assertThat(meets.visits()).allMatch(meets::conflict);
        db.sql("UPDATE visit SET starts_at = ? WHERE ticket_id = ?", java.time.LocalDateTime.ofInstant(at("2026-11-24T10:00"), java.time.ZoneOffset.UTC), two);
        PlanQueries.Calendar after = as("zweite", () -> db.get(PlanQueries.class).calendar(MONDAY, MONDAY.plusDays(6)));
        assertThat(after.visits()).as("one after the other is none").noneMatch(after::conflict);
        as(InstallGiven.TECHNICIAN, () -> db.get(Absences.class).add(new Absences.Add(MONDAY.plusDays(1), MONDAY.plusDays(1))));
        PlanQueries.Calendar away = as("zweite", () -> db.get(PlanQueries.class).calendar(MONDAY, MONDAY.plusDays(6)));
        assertThat(away.visits()).extracting(PlanQueries.Entry::ticketId).containsExactly(one, two);
        assertThat(away.visits()).allMatch(away::conflict);
    }

    @Test
    void what_was_moved_is_moved_back() {
        Long ticket = agreed("2026-11-24T09:00");
        move("zweite", ticket, "2026-11-24T09:00", "2026-11-25T10:00", null);
        move("zweite", ticket, "2026-11-25T10:00", "2026-11-24T09:00", null);
        assertThat(calendar()).extracting(PlanQueries.Entry::startsAt).containsExactly(at("2026-11-24T09:00"));
        assertThat(db.number("SELECT count(*) FROM visit WHERE cancelled = FALSE")).isEqualTo(1);
        db.checks();
    }

    @Test
    void the_load_needs_as_many_statements_for_many_tickets_as_for_one() {
        due("FAULT", MONDAY, true);
        int few = as("zweite", () -> db.statements(() -> db.get(PlanQueries.class).load(MONDAY)));
        for (int i = 0; i < 5; i++) {
            due("FAULT", MONDAY.plusDays(i), true);
            agreed("2026-11-2" + (4 + i % 3) + "T1" + i + ":00");
        }
        assertThat((int) as("zweite", () -> db.statements(() -> db.get(PlanQueries.class).load(MONDAY)))).isEqualTo(few);
    }

    private Long due(String kind, LocalDate on, boolean taken) {
        Long ticket = InstallGiven.open(db, school, kind);
        db.sql("UPDATE ticket SET due_on = ? WHERE id = ?", on, ticket);
        if (taken) {
            InstallGiven.take(db, ticket);
        }
        return ticket;
    }

    private Long agreed(String start) {
        Long ticket = InstallGiven.open(db, school, "FAULT");
        InstallGiven.take(db, ticket);
        as(InstallGiven.TECHNICIAN, () -> {
            db.get(Visits.class).schedule(ticket, new Visits.Schedule(InstallGiven.version(db, ticket), at(start), 60, "Hausmeister", null));
            return null;
        });
        return ticket;
    }

    private Long visit(Long ticket) {
        return db.number("SELECT max(id) FROM visit WHERE ticket_id = ?", ticket);
    }

    private void move(String login, Long ticket, String seen, String to, Integer minutes) {
        Long visit = visit(ticket);
        as(login, () -> {
            db.get(Visits.class).move(visit, new Visits.Move(at(seen), at(to), minutes));
            return null;
        });
    }

    private void moveVisit(String login, Long visit, String seen, String to, String now) {
        db.get(Clock.class).at(at(now), () -> SchoolGiven.as(db, login, () -> {
            db.get(Visits.class).move(visit, new Visits.Move(at(seen), at(to), null));
            return null;
        }));
    }

    private void skills(String login, String... kinds) {
        as(login, () -> {
            db.get(Skills.class).set(new Skills.Set(Set.of(kinds)));
            return null;
        });
    }

    private List<PlanQueries.Entry> calendar() {
        return as(InstallGiven.TECHNICIAN, () -> db.get(PlanQueries.class).calendar(MONDAY, MONDAY.plusDays(6))).visits();
    }

    private <T> T as(String login, Callable<T> work) {
        List<T> got = new ArrayList<>();
        db.get(Clock.class).at(at(MORNING), () -> got.add(SchoolGiven.as(db, login, work)));
        return got.get(0);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Clock.ZONE).toInstant();
    }
}
