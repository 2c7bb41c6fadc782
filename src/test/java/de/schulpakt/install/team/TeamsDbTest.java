package de.schulpakt.install.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.defect.Defects;
import de.schulpakt.install.level.ServiceLevels;
import de.schulpakt.install.planning.Absences;
import de.schulpakt.install.planning.PlanQueries;
import de.schulpakt.install.planning.WeekQueries;
import de.schulpakt.install.ticket.TicketAction;
import de.schulpakt.install.ticket.TicketLevels;
import de.schulpakt.install.ticket.TicketList;
import de.schulpakt.install.ticket.TicketParts;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import java.sql.Connection;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Teams with their lead and members from a day to a day; tickets, escalation, load, list and board by team. */
@DbTest
class TeamsDbTest {
    private static final String LEAD = "leitung";
    private static final String SECOND = "zweite";
    /** Milliseconds in which a step that holds nobody up has taken its locks. */
    private static final long SETTLED = 500;
    private Db db;
    private Long authority;
    private Long school;
    private LocalDate today;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        authority = SchoolGiven.authority(db, "Stadt Koblenz");
        school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        InstallGiven.technician(db);
        SchoolGiven.user(db, LEAD, Role.TECHNICIAN, authority, null);
        SchoolGiven.user(db, SECOND, Role.TECHNICIAN, authority, null);
        today = db.get(Clock.class).today();
    }

    @Test
    void members_belong_to_a_team_on_their_days_and_are_put_right_with_a_reason() {
        Long team = found("Netzwerk");
        Long member = join(team, LEAD, today.minusDays(5), null);
        assertThatThrownBy(() -> join(team, LEAD, today, null)).hasMessageContaining("team.twice");
        assertThatThrownBy(() -> join(team, SECOND, today, today.minusDays(1))).hasMessageContaining("team.days");
        assertThatThrownBy(() -> join(team, SECOND, today.plusYears(40), null)).hasMessageContaining("team.far");
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        assertThatThrownBy(() -> join(team, "schule", today, null)).hasMessageContaining("team.no_technician");
        assertThatThrownBy(() -> lead(team, SECOND)).hasMessageContaining("team.lead_no_member");
        lead(team, LEAD);
        assertThat(view(team).leads()).isTrue();
        Integer seen = version(member);
        run(() -> db.get(Teams.class).change(member, new Teams.Days(seen, today.minusDays(5), today.minusDays(1), "Elternzeit")));
        assertThat(view(team).leads()).as("the lead is no member today").isFalse();
        assertThatThrownBy(() -> run(() -> db.get(Teams.class).change(member, new Teams.Days(seen, today, null, "Noch einmal")))).isInstanceOf(Conflict.class);
        Long again = join(team, LEAD, today, null);
        run(() -> db.get(Teams.class).remove(again, new Teams.Why(version(again), "Verklickt")));
        run(() -> db.get(Teams.class).lead(team, new Teams.Lead(view(team).version(), null)));
        run(() -> db.get(Teams.class).rename(team, new Teams.Rename(view(team).version(), "Netze")));
        TeamQueries.View now = view(team);
        assertThat(now.name()).isEqualTo("Netze");
        assertThat(now.leadId()).isNull();
        assertThat(now.members()).extracting(TeamQueries.Member::toOn).containsExactly(today.minusDays(1));
        assertThat(now.timeline()).extracting("action").containsExactly("TeamAction.RENAME", "TeamAction.LEAD", "TeamAction.REMOVE_MEMBER", "TeamAction.JOIN",
                "TeamAction.CHANGE_DAYS", "TeamAction.LEAD", "TeamAction.JOIN", "TeamAction.FOUND");
        assertThatThrownBy(() -> found("Netze")).hasStackTraceContaining("work_team_name_once");
        db.checks();
    }

    @Test
    void teams_of_another_authority_are_not_there() {
        Long team = found("Netzwerk");
        Long away = SchoolGiven.authority(db, "Anderswo");
        SchoolGiven.user(db, "fremd", Role.TECHNICIAN, away, null);
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> db.get(TeamQueries.class).view(team))).isInstanceOf(NotFound.class);
        assertThat(SchoolGiven.as(db, "fremd", () -> db.get(TeamQueries.class).mine())).isEmpty();
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> db.get(Teams.class).found(new Teams.Found(authority, "Fremde")))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> join(team, "fremd", today, null)).hasMessageContaining("team.no_technician");
        Long elsewhere = SchoolGiven.school(db, away, "Fremdenschule");
        Long ticket = InstallGiven.open(db, elsewhere, "FAULT");
        assertThatThrownBy(() -> give(ticket, team)).hasMessageContaining("ticket.team_unknown");
    }

    @Test
    void a_ticket_has_a_team_beside_its_technician_and_lists_and_the_board_are_narrowed_down_to_it() {
        Long team = found("Netzwerk");
        join(team, LEAD, today, null);
        Long mine = InstallGiven.open(db, school, "FAULT");
        Long other = InstallGiven.open(db, school, "FAULT");
        InstallGiven.take(db, mine);
        give(mine, team);
        TicketQueries.View seen = as(InstallGiven.TECHNICIAN, () -> db.get(TicketQueries.class).view(mine));
        assertThat(seen.team()).isEqualTo("Netzwerk");
        assertThat(seen.assigneeId()).as("who works on it stays").isEqualTo(id(InstallGiven.TECHNICIAN));
        assertThat(seen.actions()).contains(TicketAction.TEAM);
        assertThat(told("message.ticket_team")).containsExactly(id(LEAD));
        assertThatThrownBy(() -> give(mine, team)).hasMessageContaining("ticket.team_same");
        assertThat(listed(ListView.all().with("team", team))).containsExactly(mine);
        assertThat(listed(ListView.all().with("technician", id(InstallGiven.TECHNICIAN)))).containsExactly(mine);
        InstallGiven.schedule(db, mine, 60 * 24 * 3);
        assertThat(listed(ListView.all().with("day", Clock.day(java.time.Instant.now().plus(java.time.Duration.ofDays(3)))))).containsExactly(mine);
        assertThat(listed(ListView.all().with("day", today.plusDays(9)))).isEmpty();
        TicketList.Board board = as(InstallGiven.TECHNICIAN, () -> db.get(TicketList.class).board(ListView.all()));
        assertThat(board.cut()).isFalse();
        assertThat(board.columns()).extracting(TicketList.Column::state).startsWith(TicketState.OPEN, TicketState.PLANNED, TicketState.SCHEDULED);
        assertThat(column(board, TicketState.OPEN)).containsExactly(other);
        assertThat(column(board, TicketState.SCHEDULED)).containsExactly(mine);
        assertThat(as(InstallGiven.TECHNICIAN, () -> db.get(TicketList.class).board(ListView.all().with("team", team))).shown()).isEqualTo(1);
        assertThat((int) as(InstallGiven.TECHNICIAN, () -> db.statements(() -> db.get(TicketList.class).board(ListView.all())))).as("one statement").isEqualTo(1);
        give(mine, null);
        assertThat(as(InstallGiven.TECHNICIAN, () -> db.get(TicketQueries.class).view(mine)).team()).isNull();
        db.checks();
    }

    @Test
    void of_more_than_the_board_shows_each_column_counts_all_and_shows_the_most_urgent() {
        Long kind = db.number("select max(id) from ticket_kind where code = 'FAULT'");
        for (int i = 0; i < 310; i++) {
            db.sql("insert into ticket (no, kind_id, priority, school_id, title, state, due_on, opened_at) values (?, ?, 'NORMAL', ?, 'Viele', ?, ?, now(6))", "V-" + i, kind,
                    school, i < 305 ? "OPEN" : "MEASURED", today.plusDays(i));
        }
        TicketList.Board board = as(InstallGiven.TECHNICIAN, () -> db.get(TicketList.class).board(ListView.all()));
        assertThat(board.cut()).isTrue();
        TicketList.Column open = board.columns().get(0);
        assertThat(open.total()).isEqualTo(305);
        assertThat(open.rows()).hasSizeLessThan(100).extracting(TicketQueries.Row::dueOn).startsWith(today, today.plusDays(1)).isSorted();
        assertThat(column(board, TicketState.MEASURED)).hasSize(5);
        assertThat((int) as(InstallGiven.TECHNICIAN, () -> db.statements(() -> db.get(TicketList.class).board(ListView.all())))).isLessThanOrEqualTo(10);
    }

    @Test
    void a_broken_time_goes_to_the_lead_of_the_team_and_without_one_to_those_who_lead_everywhere() {
        Long team = found("Netzwerk");
        Long member = join(team, LEAD, today.minusDays(1), null);
        join(team, SECOND, today.minusDays(1), null);
        lead(team, LEAD);
        SchoolGiven.user(db, "alle", Role.TECHNICIAN, null, null);
        SchoolGiven.asAdmin(db, () -> {
            db.get(ServiceLevels.class).lead(id("alle"), new ServiceLevels.Lead(true));
            return null;
        });
        Long nobodys = broken(team);
        assertThat(told("message.level_escalated")).containsExactly(id(LEAD));
        assertThat(told("message.level_solution_broken")).as("the team, as nobody has it").containsExactly(id(LEAD), id(SECOND));
        db.sql("delete from notice");
        run(() -> db.get(Teams.class).change(member, new Teams.Days(version(member), today.minusDays(9), today.minusDays(2), "Ausgeschieden")));
        broken(team);
        assertThat(told("message.level_escalated")).as("the lead is no member any more").containsExactly(id("alle"));
        assertThat(nobodys).isPositive();
    }

    @Test
    void who_leads_a_team_enters_that_a_member_is_away() {
        Long team = found("Netzwerk");
        join(team, LEAD, today, null);
        join(team, SECOND, today, null);
        assertThatThrownBy(() -> away(LEAD, SECOND)).as("nobody leads").isInstanceOf(NotFound.class);
        lead(team, LEAD);
        Long id = away(LEAD, SECOND);
        assertThat(told("message.absence_entered")).containsExactly(id(SECOND));
        assertThatThrownBy(() -> away(SECOND, LEAD)).as("who leads nobody").isInstanceOf(NotFound.class);
        assertThat(as(LEAD, () -> db.get(WeekQueries.class).led())).extracting(WeekQueries.Led::id).containsExactly(id(SECOND));
        assertThat(as(LEAD, () -> db.get(WeekQueries.class).absencesOfLed())).extracting(WeekQueries.OfLed::id).containsExactly(id);
        assertThat(as(SECOND, () -> db.get(WeekQueries.class).absences())).extracting(WeekQueries.Own::id).containsExactly(id);
        assertThatThrownBy(() -> SchoolGiven.as(db, InstallGiven.TECHNICIAN, () -> {
            db.get(Absences.class).remove(id);
            return null;
        })).isInstanceOf(NotFound.class);
        SchoolGiven.as(db, LEAD, () -> {
            db.get(Absences.class).remove(id);
            return null;
        });
        assertThat(db.number("select count(*) from absence")).isZero();
        db.checks();
    }

    private Long away(String who, String of) {
        return SchoolGiven.as(db, who, () -> db.get(Absences.class).addFor(new Absences.AddFor(id(of), today.plusDays(1), today.plusDays(2))));
    }

    @Test
    void a_team_that_ends_gives_what_is_open_to_its_successor_and_is_taken_up_again() {
        Long team = found("Netzwerk");
        Long next = found("Geräte");
        Long open = InstallGiven.open(db, school, "FAULT");
        Long done = InstallGiven.open(db, school, "FAULT");
        give(open, team);
        give(done, team);
        InstallGiven.take(db, done);
        InstallGiven.solve(db, done);
        assertThatThrownBy(() -> end(team, team)).hasMessageContaining("team.successor");
        end(team, next);
        assertThat(db.number("select team_id from ticket where id = ?", open)).isEqualTo(next);
        assertThat(db.number("select team_id from ticket where id = ?", done)).as("what is done stays").isEqualTo(team);
        assertThat(as(InstallGiven.TECHNICIAN, () -> db.get(TicketQueries.class).view(open)).timeline().get(0).action()).isEqualTo("TicketAction.TEAM");
        assertThatThrownBy(() -> give(open, team)).hasMessageContaining("ticket.team_unknown");
        assertThatThrownBy(() -> join(team, LEAD, today, null)).hasMessageContaining("team.over");
        assertThatThrownBy(() -> end(team, null)).hasMessageContaining("team.over");
        run(() -> db.get(Teams.class).resume(team, new Teams.Why(view(team).version(), "Doch gebraucht")));
        assertThatThrownBy(() -> run(() -> db.get(Teams.class).resume(team, new Teams.Why(view(team).version(), "Noch einmal")))).hasMessageContaining("team.running");
        end(next, null);
        assertThat(db.number("select count(*) from ticket where team_id is not null")).isEqualTo(1);
        end(team, null);
        InstallGiven.work(db, t -> t.reopen(done, new Tickets.Reopen(InstallGiven.version(db, done), "Doch noch")));
        assertThat(db.number("select count(*) from ticket where team_id is not null")).as("what is opened again does not go to a team that has ended").isZero();
        db.checks();
    }

    @Test
    void what_gets_a_team_waits_for_who_ends_it_and_holds_no_ticket_up_meanwhile() throws Exception {
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        Long team = found("Netzwerk");
        Long done = InstallGiven.open(db, school, "FAULT");
        give(done, team);
        InstallGiven.take(db, done);
        InstallGiven.solve(db, done);
        Tickets.Reopen again = new Tickets.Reopen(InstallGiven.version(db, done), "Doch noch");
        assertThat(whileItEnds(team, done, false, () -> InstallGiven.work(db, t -> t.reopen(done, again)))).isEmpty();
        assertThat(db.number("select state = 'OPEN' and team_id is null from ticket where id = ?", done)).as("it is open, and the team has ended").isEqualTo(1);

        Long next = found("Geräte");
        Long whole = InstallGiven.open(db, school, "FAULT");
        give(whole, next);
        Integer seen = InstallGiven.version(db, whole);
        assertThat(whileItEnds(next, whole, true, () -> as(InstallGiven.TECHNICIAN, () -> db.get(TicketParts.class).split(whole, new TicketParts.Split(seen,
                List.of(new TicketParts.Part("Rest", null, null, null, null)), null))))).hasSize(1).allSatisfy(late -> assertThat(late).hasStackTraceContaining("Conflict"));
        assertThat(db.number("select count(*) from ticket_link")).isZero();

        Long last = found("Ausgabe");
        Long work = InstallGiven.open(db, school, "ROLL_OUT");
        give(work, last);
        InstallGiven.take(db, work);
        db.sql("update ticket set state = 'MEASURED', handed_at = now(6) where id = ?", work);
        Integer measured = InstallGiven.version(db, work);
        assertThat(whileItEnds(last, work, true, () -> SchoolGiven.as(db, "schule", () -> {
            db.get(Defects.class).accept(work, new Defects.Accept(measured, null, List.of(new Defects.Found("Blende fehlt", today.plusDays(5), null, null))));
            return null;
        }))).hasSize(1).allSatisfy(late -> assertThat(late).hasStackTraceContaining("Conflict"));
        assertThat(db.number("select count(*) from defect")).isZero();
        assertThat(db.number("select count(*) from ticket t join work_team w on w.id = t.team_id where w.ended and t.state not in ('CLOSED', 'CANCELLED')")).isZero();
    }

    /** Takes a step while a transaction that ends the team has not ended yet; if that takes the ticket from the team, as of running ones, it is another version of it. */
    private List<Throwable> whileItEnds(Long team, Long ticket, boolean takes, Db.Step step) throws Exception {
        try (Connection ends = db.connection(); Statement sql = ends.createStatement()) {
            ends.setAutoCommit(false);
            sql.execute("update work_team set ended = true, version = version + 1 where id = " + team);
            CompletableFuture<List<Throwable>> waits = CompletableFuture.supplyAsync(() -> db.race(1, 1, step));
            for (int i = 0; i < 100 && db.connectionsInUse() < 2; i++) {
                Thread.sleep(50);
            }
            Thread.sleep(SETTLED);
            assertThat(waits).as("it waits for the team").isNotDone();
            sql.execute("select id from ticket where id = " + ticket + " for update nowait");
            if (takes) {
                sql.execute("update ticket set team_id = null, version = version + 1 where id = " + ticket);
            }
            ends.commit();
            return waits.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void the_load_of_a_team_counts_its_members_on_their_days_and_what_they_have_to_do() {
        LocalDate monday = today.plusWeeks(2).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        Long team = found("Netzwerk");
        join(team, LEAD, monday.minusDays(30), null);
        join(team, SECOND, monday.plusWeeks(1), null);
        Long ticket = as(LEAD, () -> db.get(Tickets.class).open(new Tickets.Open(school, null, "FAULT", "Arbeit", null, null, null, monday.plusDays(1))));
        give(ticket, team);
        PlanQueries.Load load = as(LEAD, () -> db.get(PlanQueries.class).load(monday));
        PlanQueries.Squad squad = load.squads().stream().filter(one -> one.id().equals(team)).findFirst().orElseThrow();
        long minutes = db.number("select minutes from ticket_kind k join ticket t on t.kind_id = k.id where t.id = ?", ticket);
        assertThat((long) squad.weeks().get(0).due()).isEqualTo(minutes);
        int one = load.people().stream().filter(person -> person.id().equals(id(LEAD))).findFirst().orElseThrow().weeks().get(0).capacity();
        assertThat(squad.weeks().get(0).capacity()).isEqualTo(one);
        int both = load.people().stream().filter(person -> List.of(id(LEAD), id(SECOND)).contains(person.id())).mapToInt(person -> person.weeks().get(1).capacity()).sum();
        assertThat(squad.weeks().get(1).capacity()).isEqualTo(both).isGreaterThan(one / 2);
    }

    private Long broken(Long team) {
        Long ticket = InstallGiven.open(db, school, "FAULT");
        give(ticket, team);
        db.sql("update ticket set response_due_at = now(6) - interval 2 day, solution_due_at = now(6) - interval 1 day where id = ?", ticket);
        db.get(TicketLevels.class).watch(ticket, db.get(Clock.class).now());
        return ticket;
    }

    private List<Long> told(String kind) {
        return db.sql("select user_id from notice where kind = ? order by user_id", kind).stream().map(row -> ((Number) row.get("user_id")).longValue()).toList();
    }

    private List<Long> listed(ListView view) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(TicketList.class).page(view)).rows().stream().map(TicketQueries.Row::id).toList();
    }

    private static List<Long> column(TicketList.Board board, TicketState state) {
        return board.columns().stream().filter(one -> one.state() == state).findFirst().orElseThrow().rows().stream().map(TicketQueries.Row::id).toList();
    }

    private void give(Long ticket, Long team) {
        Integer version = InstallGiven.version(db, ticket);
        run(() -> db.get(TicketWork.class).team(ticket, new TicketWork.Team(version, team, null)));
    }

    private void end(Long team, Long successor) {
        run(() -> db.get(Teams.class).end(team, new Teams.End(view(team).version(), successor, "Neu geordnet")));
    }

    private void lead(Long team, String login) {
        run(() -> db.get(Teams.class).lead(team, new Teams.Lead(view(team).version(), id(login))));
    }

    private Long found(String name) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(Teams.class).found(new Teams.Found(authority, name)));
    }

    private Long join(Long team, String login, LocalDate from, LocalDate to) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(Teams.class).join(team, new Teams.Join(id(login), from, to)));
    }

    private TeamQueries.View view(Long team) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(TeamQueries.class).view(team));
    }

    private Integer version(Long member) {
        return (int) db.number("select version from team_member where id = ?", member);
    }

    private Long id(String login) {
        return db.number("select id from app_user where login = ?", login);
    }

    private void run(Runnable step) {
        as(InstallGiven.TECHNICIAN, () -> {
            step.run();
            return null;
        });
    }

    private <T> T as(String login, Callable<T> what) {
        return SchoolGiven.as(db, login, what);
    }
}
