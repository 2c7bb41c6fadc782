package de.schulpakt.install.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.job.JobsGiven;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Times of tickets: when they are due, when their clock stands, who is told. */
@DbTest
class ServiceLevelsDbTest {
    private static final String ADMIN = "verwaltung";
    private Db db;
    private Long school;
    private Long technician;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.user(db, ADMIN, Role.ADMIN, null, null);
        InstallGiven.technician(db);
        technician = db.number("SELECT id FROM app_user WHERE login = ?", InstallGiven.TECHNICIAN);
    }

    @Test
    void a_fault_is_answered_and_solved_within_working_time_of_its_priority() {
        Long id = fault("2026-12-23T15:00", Priority.URGENT);
        assertThat(level(id).responseDueAt()).isEqualTo(at("2026-12-23T16:00"));
        assertThat(level(id).solutionDueAt()).as("480 minutes over Christmas").isEqualTo(at("2026-12-24T14:30"));
        during("2026-12-23T15:20", () -> InstallGiven.take(db, id));
        assertThat(level(id).respondedAt()).isEqualTo(at("2026-12-23T15:20"));
        assertThat(level(id).responseBroken(at("2026-12-28T09:00"))).isFalse();
        assertThat(level(id).solutionBroken(at("2026-12-28T09:00"))).isTrue();
        during("2026-12-23T15:30", () -> work(w -> w.rank(id, new TicketWork.Rank(version(id), Priority.NORMAL, null, null))));
        assertThat(level(id).solutionDueAt()).as("2550 minutes from the opening").isEqualTo(at("2026-12-31T15:00"));
        during("2026-12-23T15:40", () -> work(w -> w.rank(id, new TicketWork.Rank(version(id), Priority.LOW, null, null))));
        assertThat(level(id).solutionDueAt()).isNull();
    }

    @Test
    void what_is_no_fault_has_no_clock() {
        assertThat(level(InstallGiven.open(db, school, "MOVE"))).isNull();
    }

    @Test
    void the_clock_stands_while_the_school_is_waited_for_and_runs_while_anybody_else_is() {
        Long id = fault("2026-11-23T08:00", Priority.URGENT);
        during("2026-11-23T08:10", () -> InstallGiven.take(db, id));
        during("2026-11-23T09:00", () -> await(id, WaitingReason.SCHOOL));
        assertThat(level(id).stoppedAt()).isEqualTo(at("2026-11-23T09:00"));
        assertThat(level(id).solutionBroken(at("2026-11-30T09:00"))).as("it stands").isFalse();
        during("2026-11-24T10:00", () -> InstallGiven.work(db, t -> t.resume(id, InstallGiven.step(db, id))));
        // 7 hours on the 23rd and two and a half on the 24th were no working time of ours
        assertThat(level(id)).extracting(TicketQueries.Level::stoppedAt, TicketQueries.Level::solutionDueAt)
                .containsExactly(null, at("2026-11-25T08:30"));
        during("2026-11-24T11:00", () -> await(id, WaitingReason.CONTRACTOR));
        assertThat(level(id).stoppedAt()).isNull();
        during("2026-11-24T11:30", () -> InstallGiven.work(db, t -> t.release(id, InstallGiven.step(db, id))));
        assertThat(level(id).solutionDueAt()).isEqualTo(at("2026-11-25T08:30"));
        db.checks();
    }

    @Test
    void a_ticket_that_is_opened_again_has_its_time_again() {
        Long id = fault("2026-11-23T08:00", Priority.URGENT);
        during("2026-11-23T08:10", () -> InstallGiven.take(db, id));
        during("2026-11-23T09:00", () -> InstallGiven.solve(db, id));
        during("2026-11-24T08:00", () -> InstallGiven.work(db, t -> t.reopen(id, new Tickets.Reopen(InstallGiven.version(db, id), "Doch noch"))));
        assertThat(level(id)).extracting(TicketQueries.Level::respondedAt, TicketQueries.Level::responseDueAt)
                .containsExactly(null, at("2026-11-24T09:00"));
    }

    @Test
    void people_are_told_before_and_at_the_break_once_and_leads_at_the_break() {
        SchoolGiven.user(db, "leitung", Role.TECHNICIAN, null, null);
        Long lead = db.number("SELECT id FROM app_user WHERE login = 'leitung'");
        as(ADMIN, () -> {
            db.get(ServiceLevels.class).lead(lead, new ServiceLevels.Lead(true));
            db.get(ServiceLevels.class).lead(lead, new ServiceLevels.Lead(true));
            return null;
        });
        Long id = fault("2026-11-23T08:00", Priority.HIGH);
        watch("2026-11-23T10:59");
        assertThat(told(id, technician)).isEmpty();
        watch("2026-11-23T11:30");
        watch("2026-11-23T11:35");
        assertThat(told(id, technician)).containsExactly("message.level_response_near");
        watch("2026-11-23T12:01");
        assertThat(told(id, technician)).containsExactly("message.level_response_near", "message.level_response_broken");
        assertThat(told(id, lead)).contains("message.level_escalated");
        during("2026-11-23T12:10", () -> InstallGiven.take(db, id));
        watch("2026-11-24T15:45");
        watch("2026-11-25T08:00");
        watch("2026-11-25T08:05");
        assertThat(told(id, technician)).endsWith("message.level_solution_near", "message.level_solution_broken").hasSize(4);
        assertThat(told(id, lead)).filteredOn("message.level_escalated"::equals).hasSize(2);
        assertThat(view(id).timeline()).extracting("action").filteredOn("TicketAction.BREACH"::equals).hasSize(2);
        during("2026-11-25T09:00", () -> InstallGiven.solve(db, id));
        watch("2026-11-26T09:00");
        assertThat(told(id, technician)).hasSize(4);
        db.checks();
    }

    @Test
    void who_is_a_technician_no_more_cannot_lead_and_is_not_offered() {
        SchoolGiven.user(db, "gewesen", Role.TECHNICIAN, null, null);
        Long gone = db.number("SELECT id FROM app_user WHERE login = 'gewesen'");
        assertThat(view().people()).extracting(LevelQueries.Person::id).contains(gone);
        asAdmin(() -> db.get(ServiceLevels.class).lead(gone, new ServiceLevels.Lead(true)));
        assertThat(leads()).contains(gone);
        db.sql("UPDATE role_assignment SET lapses_at = now(6) - INTERVAL 1 DAY WHERE user_id = ?", gone);
        assertThat(view().people()).extracting(LevelQueries.Person::id).doesNotContain(gone);
        assertThat(leads()).as("and is told of nothing").doesNotContain(gone);
        assertThatThrownBy(() -> asAdmin(() -> db.get(ServiceLevels.class).lead(gone, new ServiceLevels.Lead(true)))).hasMessageContaining("level.no_technician");
        db.sql("UPDATE role_assignment SET lapses_at = now(6) + INTERVAL 1 DAY WHERE user_id = ?", gone);
        assertThat(view().people()).extracting(LevelQueries.Person::id).contains(gone);
    }

    private List<Long> leads() {
        return db.tx(() -> db.get(LevelClock.class).leads());
    }

    @Test
    void only_administrators_set_the_times_and_nonsense_is_refused() {
        ServiceLevels levels = db.get(ServiceLevels.class);
        assertThatThrownBy(() -> as(InstallGiven.TECHNICIAN, () -> db.get(LevelQueries.class).view())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> asAdmin(() -> levels.change(Priority.HIGH, new ServiceLevels.Change(levelOf(Priority.HIGH).version(), 100, 50))))
                .hasMessageContaining("level.order");
        assertThatThrownBy(() -> asAdmin(() -> levels.change(Priority.HIGH, new ServiceLevels.Change(-1, 50, 100)))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> asAdmin(() -> levels.hours(new ServiceLevels.Hours(view().version(), LocalTime.of(16, 0), LocalTime.of(8, 0), null))))
                .hasMessageContaining("level.hours");
        assertThatThrownBy(() -> asAdmin(() -> levels.hours(new ServiceLevels.Hours(view().version(), LocalTime.of(2, 30), LocalTime.of(8, 0), null))))
                .hasMessageContaining("level.hours");
        Long admin = db.number("SELECT id FROM app_user WHERE login = ?", ADMIN);
        assertThatThrownBy(() -> asAdmin(() -> levels.lead(admin, new ServiceLevels.Lead(true)))).hasMessageContaining("level.no_technician");
        LevelQueries.View before = view();
        db.tx(() -> {
            asAdmin(() -> {
                levels.change(Priority.HIGH, new ServiceLevels.Change(levelOf(Priority.HIGH).version(), 30, null));
                levels.stops(new ServiceLevels.Stops(Set.of(WaitingReason.OTHER)));
                levels.hours(new ServiceLevels.Hours(view().version(), LocalTime.of(8, 0), LocalTime.of(17, 0), null));
            });
            assertThat(levelOf(Priority.HIGH)).extracting(LevelQueries.Level::responseMinutes, LevelQueries.Level::solutionMinutes).containsExactly(30, null);
            assertThat(view()).extracting(LevelQueries.View::opens, LevelQueries.View::stops)
                    .containsExactly(LocalTime.of(8, 0), Set.of(WaitingReason.OTHER));
            // the tables of the migrations stay as they are
            asAdmin(() -> {
                LevelQueries.Level was = before.levels().stream().filter(l -> l.priority() == Priority.HIGH).findFirst().orElseThrow();
                levels.change(Priority.HIGH, new ServiceLevels.Change(levelOf(Priority.HIGH).version(), was.responseMinutes(), was.solutionMinutes()));
                levels.stops(new ServiceLevels.Stops(before.stops()));
                levels.hours(new ServiceLevels.Hours(view().version(), before.opens(), before.closes(), null));
            });
            return null;
        });
        assertThat(view().levels()).extracting(LevelQueries.Level::responseMinutes).containsExactlyElementsOf(before.levels().stream()
                .map(LevelQueries.Level::responseMinutes).toList());
    }

    private Long fault(String opened, Priority priority) {
        Long[] id = new Long[1];
        during(opened, () -> id[0] = as(InstallGiven.TECHNICIAN, () -> db.get(Tickets.class).open(new Tickets.Open(school, null, "FAULT", "Netz weg", null,
                priority, null, null))));
        return id[0];
    }

    private void await(Long id, WaitingReason reason) {
        InstallGiven.work(db, t -> t.await(id, new Tickets.Wait(version(id), reason, "Antwort")));
    }

    private void watch(String when) {
        during(when, () -> JobsGiven.run(db, "levels"));
    }

    private List<String> told(Long id, Long user) {
        return db.sql("SELECT kind FROM notice WHERE subject_id = ? AND user_id = ? AND kind LIKE 'message.level%' ORDER BY id", id, user).stream()
                .map(row -> row.get("kind").toString()).toList();
    }

    private void during(String local, Runnable work) {
        db.get(Clock.class).at(at(local), work);
    }

    private LevelQueries.View view() {
        return as(ADMIN, () -> db.get(LevelQueries.class).view());
    }

    private LevelQueries.Level levelOf(Priority priority) {
        return view().levels().stream().filter(l -> l.priority() == priority).findFirst().orElseThrow();
    }

    private TicketQueries.View view(Long id) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(TicketQueries.class).view(id));
    }

    private TicketQueries.Level level(Long id) {
        return view(id).level();
    }

    private Integer version(Long id) {
        return InstallGiven.version(db, id);
    }

    private void work(Consumer<TicketWork> step) {
        as(InstallGiven.TECHNICIAN, () -> {
            step.accept(db.get(TicketWork.class));
            return null;
        });
    }

    private void asAdmin(Runnable step) {
        as(ADMIN, () -> {
            step.run();
            return null;
        });
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Clock.ZONE).toInstant();
    }
}
