package de.schulpakt.overview.home;

import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A technician's day. */
@Queries
public class TechnicianHomeQueries {
    /**
     * A technician's day.
     *
     * @param today   visits of today in order
     * @param next    visits of the next seven days
     * @param open    tickets that nobody has taken, the first due first
     * @param waiting tickets that wait for somebody else
     * @param mine    own tickets in work without a visit to come
     */
    public record Home(List<Visit> today, List<Visit> next, List<TicketLine> open, List<TicketLine> waiting,
            List<TicketLine> mine) {
    }

    /** A ticket in a short list. */
    public record TicketLine(Long id, String no, TicketState state, String title, Long schoolId, String school, String building,
            String room, LocalDate dueOn, String waitingFor, Instant openedAt, String assignee) {
    }

    /** A visit of a technician, with all that is needed to go there. */
    public record Visit(Long id, Long ticketId, String ticketNo, TicketState state, String title, Instant startsAt,
            Integer minutes, String contact, String note, Long schoolId, String school, String street, String postcode, String city,
            String phone, String building, String floor, String room, String model, String serial, LocalDate dueOn) {
    }

    static final String OPEN = "de.schulpakt.install.ticket.TicketState.OPEN, de.schulpakt.install.ticket.TicketState.PLANNED,"
            + " de.schulpakt.install.ticket.TicketState.SCHEDULED, de.schulpakt.install.ticket.TicketState.WAITING,"
            + " de.schulpakt.install.ticket.TicketState.IN_WORK, de.schulpakt.install.ticket.TicketState.MEASURED";
    static final String TICKET = "select new de.schulpakt.overview.home.TechnicianHomeQueries.TicketLine(t.id, t.no, t.state, t.title, s.id, s.name, g.name,"
            + " r.name, t.dueOn, t.waitingFor, t.openedAt, t.assignee) from Ticket t join School s on s.id = t.schoolId"
            + " left join Room r on r.id = t.roomId left join Building g on g.id = r.buildingId where";
    private static final int SHORT = 10;
    private static final int DAYS = 7;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    CurrentUser user;
    @Inject
    Clock clock;

    /** Own visits of today and the next days, tickets that nobody has taken, tickets that wait, own ones without a visit. */
    public Home technician() {
        guard.require(TICKET_WORK);
        Scope scope = guard.visibleSchools(TICKET_WORK);
        LocalDate today = clock.today();
        List<Visit> visits = visits(scope, today);
        return new Home(visits.stream().filter(v -> Clock.day(v.startsAt()).equals(today)).toList(),
                visits.stream().filter(v -> Clock.day(v.startsAt()).isAfter(today)).toList(),
                tickets(scope, " t.state = de.schulpakt.install.ticket.TicketState.OPEN and t.assigneeId is null and"),
                tickets(scope, " t.state = de.schulpakt.install.ticket.TicketState.WAITING and"), mine(scope, today));
    }

    private List<Visit> visits(Scope scope, LocalDate today) {
        return scope.bind(em.createQuery("select new de.schulpakt.overview.home.TechnicianHomeQueries.Visit(v.id, t.id, t.no, t.state, t.title, v.startsAt,"
                        + " v.minutes, v.contact, v.note, s.id, s.name, s.street, s.postcode, s.city, s.phone, g.name, r.floor, r.name,"
                        + " m.name, d.serial, t.dueOn) from Ticket t join Visit v on v.ticketId = t.id join School s on s.id = t.schoolId"
                        + " left join Room r on r.id = t.roomId left join Building g on g.id = r.buildingId"
                        + " left join Device d on d.id = t.deviceId left join DeviceModel m on m.id = d.modelId"
                        + " where v.startsAt >= :from and v.startsAt < :to and v.cancelled = false and t.assigneeId = :me"
                        + " and t.state <> de.schulpakt.install.ticket.TicketState.CANCELLED and" + scope.school("s")
                        + " order by v.startsAt, v.id", Visit.class))
                .setParameter("from", start(today)).setParameter("to", start(today.plusDays(1L + DAYS)))
                .setParameter("me", user.id()).setMaxResults(60).getResultList();
    }

    private List<TicketLine> mine(Scope scope, LocalDate today) {
        return scope.bind(em.createQuery(TICKET + " t.assigneeId = :me and t.state in (de.schulpakt.install.ticket.TicketState.OPEN,"
                        + " de.schulpakt.install.ticket.TicketState.PLANNED, de.schulpakt.install.ticket.TicketState.SCHEDULED,"
                        + " de.schulpakt.install.ticket.TicketState.IN_WORK) and not exists (select v.id from Visit v where v.ticketId = t.id"
                        + " and v.cancelled = false and v.startsAt >= :from) and" + scope.school("s") + ORDER, TicketLine.class))
                .setParameter("me", user.id()).setParameter("from", start(today)).setMaxResults(SHORT).getResultList();
    }

    private List<TicketLine> tickets(Scope scope, String condition) {
        return scope.bind(em.createQuery(TICKET + condition + scope.school("s") + ORDER, TicketLine.class))
                .setMaxResults(SHORT).getResultList();
    }

    private static final String ORDER = " order by case when t.dueOn is null then 1 else 0 end, t.dueOn, t.id";

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Clock.ZONE).toInstant();
    }
}
