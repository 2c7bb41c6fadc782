package de.schulpakt.install.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.effort.Effort;
import de.schulpakt.install.effort.Stores;
import de.schulpakt.install.ticket.TicketParts;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.StatementBudgets;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.list.ListView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures by team and week are those of the tickets to which they lead, and of no other authority. */
@DbTest
class TicketFiguresDbTest {
    /** A Monday. */
    private static final LocalDate WEEK = LocalDate.of(2026, 3, 23);
    private Db db;
    private Long authority;
    private Long away;
    private Long school;
    private Long foreign;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        authority = SchoolGiven.authority(db, "Stadt Koblenz");
        away = SchoolGiven.authority(db, "Anderswo");
        school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        foreign = SchoolGiven.school(db, away, "Fremdes Gymnasium");
        InventoryGiven.officer(db);
        InstallGiven.technician(db);
        SchoolGiven.user(db, "foerderung", Role.FUNDING_OFFICER, authority, null);
    }

    @Test
    void a_week_counts_what_was_opened_and_closed_in_it_in_berlin_with_age_breaches_time_material_and_ratings() {
        // opened on Sunday evening in Berlin, which is still the week before; the clock changes in the week that follows
        Long early = ticket(school, WEEK.minusDays(1).atTime(22, 30), WEEK.plusDays(2).atTime(22, 30));
        Long late = ticket(school, WEEK.atTime(10, 0), WEEK.plusDays(6).atTime(21, 59));
        ticket(school, WEEK.atTime(10, 0), WEEK.plusDays(6).atTime(22, 0));
        ticket(foreign, WEEK.atTime(10, 0), WEEK.plusDays(1).atTime(10, 0));
        db.sql("update ticket set solution_due_at = closed_at - interval 1 hour, response_due_at = opened_at + interval 1 hour, responded_at = opened_at + interval 2 hour"
                + " where id = ?", early);
        db.sql("update ticket set solution_due_at = closed_at + interval 1 hour where id = ?", late);
        db.sql("insert into ticket_rating (ticket_id, stars, rated_on) values (?, 5, '2026-03-25')", early);
        db.sql("insert into ticket_rating (ticket_id, stars, rated_on) values (?, 2, '2026-03-29')", late);
        Long store = work(() -> db.get(Stores.class).open(new Stores.Open(authority, "Bus 1")));
        work(() -> db.get(Stores.class).receive(store, new Stores.Receive("Dose", "Stück", BigDecimal.TEN, 1_001L, null)));
        work(() -> db.get(Effort.class).use(early, new Effort.Use(store, "Dose", "Stück", BigDecimal.ONE)));
        work(() -> db.get(Effort.class).spend(early, new Effort.Spend(20, null, null)));
        FiguresQueries.Figures figures = office(() -> db.get(FiguresQueries.class).figures(WEEK.plusDays(3), null, null));
        assertThat(figures.to()).isEqualTo(WEEK.plusDays(6));
        assertThat(office(() -> db.statements(() -> db.get(FiguresQueries.class).figures(WEEK, null, null)))).isLessThanOrEqualTo(StatementBudgets.of("FiguresQueries.figures"));
        FiguresQueries.Week week = figures.weeks().get(0);
        assertThat(week.monday()).isEqualTo(WEEK);
        assertThat(week.authority()).isEqualTo("Stadt Koblenz");
        assertThat(week.opened()).as("the one of 23:30 on Sunday is of the week before").isEqualTo(2);
        assertThat(week.done()).isEqualTo(new FiguresQueries.Work(2, 3 * 24 * 60 + 6 * 24 * 60 + 11 * 60 + 59, 1, 1, 2, 2, 7, 20, 100));
        assertThat(week.done().rating()).isEqualTo(3.5);
        assertThat(figures.weeks()).hasSize(2);
        assertThat(figures.weeks().get(1).opened()).isEqualTo(1);
        assertThat(figures.whole().opened()).isEqualTo(3);
        assertThat(rows(ListView.all().with("closedFrom", week.monday()).with("closedTo", week.sunday()).with("authority", authority))).as("where the number leads").isEqualTo(2);
        assertThat(rows(ListView.all().with("openedFrom", week.monday()).with("openedTo", week.sunday()))).isEqualTo(2);
        assertThat(office(() -> db.get(FiguresQueries.class).figures(WEEK, null, "CABLING")).weeks()).isEmpty();
        assertThat(office(() -> db.get(FiguresQueries.class).figures(WEEK, away, null)).weeks()).as("of another authority").isEmpty();
        assertThat(work(() -> db.get(FiguresQueries.class).figures(WEEK, null, null)).weeks()).extracting(FiguresQueries.Week::authority).contains("Anderswo");
    }

    @Test
    void what_parts_took_that_went_back_counts_once_with_what_is_left_of_the_ticket_in_the_figure_and_in_its_list() {
        Long store = work(() -> db.get(Stores.class).open(new Stores.Open(authority, "Bus 1")));
        work(() -> db.get(Stores.class).receive(store, new Stores.Receive("Dose", "Stück", BigDecimal.TEN, 1_000L, null)));
        Long whole = InstallGiven.open(db, school, "FAULT");
        Long part = part(whole, "Keller");
        Long second = part(whole, "Dach");
        Long below = part(part, "Schacht");
        Long deepest = part(below, "Rohr");
        int minutes = 1;
        for (Long one : List.of(whole, part, second, below, deepest)) {
            Effort.Spend spend = new Effort.Spend(minutes, null, null);
            work(() -> db.get(Effort.class).spend(one, spend));
            work(() -> db.get(Effort.class).use(one, new Effort.Use(store, "Dose", "Stück", BigDecimal.ONE)));
            minutes *= 10;
            if (minutes > 1_000) {
                minutes = 200;
            }
        }
        db.checks();
        back(deepest);
        back(below);
        agree(0, 0);
        close(part);
        agree(1_000 + 200 + 10, 300);
        assertThat(took(part)).as("its part and the part of that went back to it").isEqualTo(List.of(1_210L, 300L));
        assertThat(took(below)).as("counts with the other").isEqualTo(List.of(0L, 0L));
        db.sql("update ticket set state = 'OPEN', closed_at = null, assignee_id = null, assignee = null where id = ?", part);
        back(part);
        close(whole);
        agree(1 + 1_210, 400);
        assertThat(took(whole)).isEqualTo(List.of(1_211L, 400L));
        assertThat(took(second)).as("is still to be done").isEqualTo(List.of(100L, 100L));
        db.sql("update ticket set state = 'CANCELLED', closed_at = now(6), assignee_id = null, assignee = null where id = ?", whole);
        assertThat(took(whole)).as("with all above it cancelled, each counts for itself").isEqualTo(List.of(1L, 100L));
        assertThat(took(deepest)).isEqualTo(List.of(200L, 100L));
        db.checks();
    }

    private void agree(long minutes, long cents) {
        FiguresQueries.Work done = office(() -> db.get(FiguresQueries.class).figures(null, null, null)).whole().done();
        List<TicketFigureList.Row> rows = office(() -> db.get(TicketFigureList.class).page(ListView.all().with("state", "CLOSED"))).rows();
        assertThat(List.of(done.minutes(), done.cents())).isEqualTo(List.of(minutes, cents));
        assertThat(List.of(rows.stream().mapToLong(TicketFigureList.Row::minutes).sum(), rows.stream().mapToLong(TicketFigureList.Row::cents).sum()))
                .as("where the figure leads").isEqualTo(List.of(minutes, cents));
    }

    private List<Long> took(Long id) {
        return office(() -> db.get(TicketFigureList.class).page(ListView.all())).rows().stream().filter(row -> row.id().equals(id))
                .map(row -> List.of(row.minutes(), row.cents())).findFirst().orElseThrow();
    }

    private Long part(Long of, String title) {
        return work(() -> db.get(TicketParts.class).split(of, new TicketParts.Split(InstallGiven.version(db, of),
                List.of(new TicketParts.Part(title, null, null, null, null)), null))).get(0);
    }

    private void back(Long part) {
        work(() -> {
            db.get(TicketParts.class).rejoin(part, new Tickets.Cancel(InstallGiven.version(db, part), "Doch ein Termin"));
            return null;
        });
    }

    private void close(Long id) {
        InstallGiven.take(db, id);
        InstallGiven.solve(db, id);
    }

    @Test
    void cost_is_told_by_model_and_fund_and_age_of_what_is_open() {
        Long device = InventoryGiven.device(db, InventoryGiven.tablet(db), school, null);
        Long ticket = InstallGiven.open(db, school, "FAULT", device);
        Long store = work(() -> db.get(Stores.class).open(new Stores.Open(authority, "Bus 1")));
        work(() -> db.get(Stores.class).receive(store, new Stores.Receive("Dose", "Stück", BigDecimal.TEN, 1_000L, null)));
        work(() -> db.get(Effort.class).use(ticket, new Effort.Use(store, "Dose", "Stück", BigDecimal.ONE)));
        InstallGiven.take(db, ticket);
        InstallGiven.solve(db, ticket);
        Long old = InstallGiven.open(db, school, "FAULT");
        db.sql("update ticket set opened_at = opened_at - interval 31 day, solution_due_at = opened_at where id = ?", old);
        InstallGiven.open(db, foreign, "FAULT");
        FiguresQueries.Figures figures = office(() -> db.get(FiguresQueries.class).figures(null, authority, "FAULT"));
        assertThat(figures.models()).singleElement().satisfies(model -> {
            assertThat(model.model()).contains("Tablet");
            assertThat(model.cents()).isEqualTo(100);
        });
        assertThat(figures.funds()).singleElement().satisfies(fund -> {
            assertThat(fund.known()).as("nobody has said who paid").isZero();
            assertThat(fund.cents()).isEqualTo(100);
        });
        assertThat(figures.open()).isEqualTo(new FiguresQueries.Open(1L, 1L, 1L, 0L, 1L));
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        assertThatThrownBy(() -> SchoolGiven.as(db, "schule", () -> db.get(FiguresQueries.class).figures(null, null, null))).isInstanceOf(Forbidden.class);
    }

    private Long ticket(Long at, LocalDateTime openedUtc, LocalDateTime closedUtc) {
        Long id = InstallGiven.open(db, at, "FAULT");
        InstallGiven.take(db, id);
        InstallGiven.solve(db, id);
        db.sql("update ticket set opened_at = ?, closed_at = ?, response_due_at = null, responded_at = null, solution_due_at = null where id = ?", openedUtc, closedUtc, id);
        return id;
    }

    private long rows(ListView view) {
        return office(() -> db.get(TicketFigureList.class).page(view)).rows().size();
    }

    private <T> T office(Callable<T> what) {
        return SchoolGiven.as(db, "foerderung", what);
    }

    private <T> T work(Callable<T> what) {
        return SchoolGiven.as(db, InstallGiven.TECHNICIAN, what);
    }
}
