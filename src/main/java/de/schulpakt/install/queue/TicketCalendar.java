package de.schulpakt.install.queue;

import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Scope;
import de.schulpakt.identity.register.CalendarSource;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Days by which tickets are due that are still worked on: a technician’s own, for all others those of the schools they see. */
@ApplicationScoped
class TicketCalendar implements CalendarSource {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    CurrentUser current;

    private record Row(Long id, String no, String title, String school, LocalDate dueOn, Integer version) {
    }

    @Override
    public String kind() {
        return "tickets";
    }

    @Override
    public Permission permission() {
        return TICKET_VIEW;
    }

    @Override
    public List<Entry> entries(Scope scope, LocalDate from, LocalDate to, int most) {
        Ask<Row> ask = Ask.of(em, Row.class, """
                select t.id as id, t.no as no, t.title as title, s.name as school, t.dueOn as dueOn, t.version as version
                from Ticket t join School s on s.id = t.schoolId where t.dueOn between :from and :to and t.state in :pending
                and (:own = false or t.assigneeId = :me) and""" + " " + scope.school("s") + " order by t.dueOn, t.id")
                .set("from", from).set("to", to).set("pending", Arrays.stream(TicketState.values()).filter(TicketState::pending).toList())
                .set("own", guard.may(TICKET_WORK)).set("me", current.id());
        return scope.bind(ask).list(most).stream().map(t -> Entry.ofDay("ticket-" + t.id(), t.version(), t.no(), t.title(), t.school(),
                "/install/ticket.xhtml?id=" + t.id(), t.dueOn())).toList();
    }
}
