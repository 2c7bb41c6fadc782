package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.install.planning.Visits;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.StatementBudgets;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.Requests;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a request needs on its way from the wish to the accepted work: no step needs more statements than were reviewed. */
@DbTest
class UseCaseBudgetsDbTest {

    @Test
    void no_step_needs_more_statements_than_were_reviewed(Db db) {
        ProcurementGiven g = ProcurementGiven.school(db, "Görres-Gymnasium");
        g.budget(Category.WLAN, 10_000_000);
        Long item = g.accessPoint(50_000);
        InstallGiven.technician(db);
        Map<String, List<String>> needed = new LinkedHashMap<>();
        steps(db, g, item, new LinkedHashMap<>());
        // the second time: what is prepared once is prepared
        steps(db, g, item, needed);
        StringBuilder over = new StringBuilder();
        needed.forEach((name, statements) -> {
            if (statements.size() > StatementBudgets.of(name)) {
                over.append("\n").append(name).append("=").append(statements.size()).append("\n    ").append(String.join("\n    ", statements));
            }
        });
        assertThat(over.toString()).isEmpty();
        db.checks();
    }

    private static void steps(Db db, ProcurementGiven g, Long item, Map<String, List<String>> needed) {
        Long[] made = new Long[2];
        count(db, needed, g.admin, "Requests.create", () -> made[0] = db.get(Requests.class)
                .create(new Requests.Create(g.school, "Ausstattung", "Unterricht", List.of(new Requests.Line(item, g.room, 1)))));
        Long request = made[0];
        Integer drafted = g.version(request);
        count(db, needed, g.admin, "Requests.submit", () -> db.get(Requests.class).submit(request, new Requests.Submit(drafted, null)));
        Integer submitted = g.version(request);
        count(db, needed, g.officer, "Requests.approve", () -> db.get(Requests.class).approve(request, new Requests.Approve(submitted, null, null)));
        List<Long> lines = g.request(request).lines().stream().map(RequestQueries.View.Line::id).toList();
        count(db, needed, g.officer, "Orders.place", () -> made[1] = db.get(Orders.class).place(new Orders.Place(g.supplier, lines, null, null)));
        OrderQueries.View order = g.orderView(made[1]);
        count(db, needed, g.receiver, "Invoices.receive", () -> db.get(Invoices.class).receive(order.id(), new Invoices.Receive(order.version(), "L-" + order.id(),
                ProcurementGiven.today(), "R-" + order.id(), ProcurementGiven.today(),
                List.of(new Invoices.Received(order.lines().get(0).id(), 50_000L, List.of("AP-" + order.id()))))));
        Long ticket = db.number("SELECT MAX(id) FROM ticket");
        Tickets.Step open = InstallGiven.step(db, ticket);
        count(db, needed, InstallGiven.TECHNICIAN, "Tickets.take", () -> db.get(Tickets.class).take(ticket, open));
        Integer taken = InstallGiven.version(db, ticket);
        count(db, needed, InstallGiven.TECHNICIAN, "Visits.schedule", () -> db.get(Visits.class).schedule(ticket,
                new Visits.Schedule(taken, Instant.now().plus(Duration.ofDays(ticket % 5 + 1)), 60, "Hausmeister bis 13:00", null)));
        Tickets.Step agreed = InstallGiven.step(db, ticket);
        count(db, needed, InstallGiven.TECHNICIAN, "Tickets.start", () -> db.get(Tickets.class).start(ticket, agreed));
        Integer begun = InstallGiven.version(db, ticket);
        count(db, needed, InstallGiven.TECHNICIAN, "Tickets.measure", () -> db.get(Tickets.class).measure(ticket, new Tickets.Measure(begun, g.room,
                "2.04-" + ticket, "EV2 / " + ticket, CableClass.EA, new BigDecimal("38.5"), -61, true, null)));
        Tickets.Step measured = InstallGiven.step(db, ticket);
        count(db, needed, g.admin, "Tickets.accept", () -> db.get(Tickets.class).accept(ticket, measured));
    }

    private static void count(Db db, Map<String, List<String>> needed, String login, String name, Db.Step step) {
        SchoolGiven.as(db, login, () -> needed.put(name, db.statementsOf(step)));
    }
}
