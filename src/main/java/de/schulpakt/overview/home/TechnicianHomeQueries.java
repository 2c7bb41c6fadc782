package de.schulpakt.overview.home;

import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

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

    /** Tickets whose work has not ended. */
    static final List<TicketState> OPEN = List.of(TicketState.OPEN, TicketState.PLANNED, TicketState.SCHEDULED, TicketState.WAITING,
            TicketState.IN_WORK, TicketState.MEASURED);
    private static final List<TicketState> IN_HAND = List.of(TicketState.OPEN, TicketState.PLANNED, TicketState.SCHEDULED,
            TicketState.IN_WORK);
    private static final String TICKET = """
            select t.id as id, t.no as no, t.state as state, t.title as title, s.id as schoolId, s.name as school,
                g.name as building, r.name as room, t.dueOn as dueOn, t.waitingFor as waitingFor, t.openedAt as openedAt,
                t.assignee as assignee
            from Ticket t join School s on s.id = t.schoolId left join Room r on r.id = t.roomId
                left join Building g on g.id = r.buildingId where""";
    private static final String URGENT = " order by t.urgentOn, t.id";
    private static final int SHORT = 10;
    private static final int DAYS = 7;
    private static final int MOST_VISITS = 60;

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
        List<TicketLine> lines = lines(Stream.concat(first(scope, TicketState.OPEN, " and t.assigneeId is null").stream(),
                first(scope, TicketState.WAITING, "").stream()).toList());
        return new Home(visits.stream().filter(v -> Clock.day(v.startsAt()).equals(today)).toList(),
                visits.stream().filter(v -> Clock.day(v.startsAt()).isAfter(today)).toList(),
                lines.stream().filter(t -> t.state() == TicketState.OPEN).toList(), lines.stream().filter(t -> t.state() == TicketState.WAITING).toList(),
                mine(scope, today));
    }

    private List<Visit> visits(Scope scope, LocalDate today) {
        return scope.bind(Ask.of(em, Visit.class, """
                select v.id as id, t.id as ticketId, t.no as ticketNo, t.state as state, t.title as title, v.startsAt as startsAt,
                    v.minutes as minutes, v.contact as contact, v.note as note, s.id as schoolId, s.name as school,
                    s.street as street, s.postcode as postcode, s.city as city, s.phone as phone, g.name as building,
                    r.floor as floor_, r.name as room, m.name as model, d.serial as serial, t.dueOn as dueOn
                from Ticket t join Visit v on v.ticketId = t.id join School s on s.id = t.schoolId
                    left join Room r on r.id = t.roomId left join Building g on g.id = r.buildingId
                    left join Device d on d.id = t.deviceId left join DeviceModel m on m.id = d.modelId
                where v.startsAt >= :from and v.startsAt < :to and v.cancelled = false and t.assigneeId = :me
                    and (t.closedAt is null or t.closedAt >= :from) and t.state <> :cancelled and""" + scope.school("s") + " order by v.startsAt, v.id"))
                .set("from", start(today)).set("to", start(today.plusDays(1L + DAYS))).set("me", user.id())
                .set("cancelled", TicketState.CANCELLED).list(MOST_VISITS);
    }

    private List<TicketLine> mine(Scope scope, LocalDate today) {
        return scope.bind(Ask.of(em, TicketLine.class, TICKET + " " + """
                t.assigneeId = :me and t.state in :inHand and not exists (select v.id from Visit v where v.ticketId = t.id
                    and v.cancelled = false and v.startsAt >= :from) and""" + scope.school("s") + URGENT))
                .set("me", user.id()).set("inHand", IN_HAND).set("from", start(today)).list(SHORT);
    }

    /** The first tickets of a state, which an index gives in this order. */
    private List<Long> first(Scope scope, TicketState state, String condition) {
        String own = scope.everywhere() ? "" : " and t.schoolId in (select s.id from School s where" + scope.school("s") + ")";
        return scope.bind(Ask.of(em, Long.class, "select t.id from Ticket t where t.state = :state" + condition + own + URGENT))
                .set("state", state).list(SHORT);
    }

    /** What is said of tickets that are known, the first due first. */
    private List<TicketLine> lines(List<Long> first) {
        return Ask.of(em, TicketLine.class, TICKET + " t.id in :first" + URGENT).set("first", first.isEmpty() ? List.of(-1L) : first).list();
    }

    /** Work that waits to be accepted, of the schools whose tickets the asker sees. */
    List<TicketLine> accept(int most) {
        Scope scope = guard.visibleSchools(TICKET_VIEW);
        return scope.bind(Ask.of(em, TicketLine.class, TICKET + " t.state = :state and" + scope.school("s") + " order by t.id"))
                .set("state", TicketState.MEASURED).list(most);
    }

    /** The newest open tickets of a school; the asker sees tickets there, which the caller has asked the guard. */
    List<TicketLine> of(long schoolId, int most) {
        return Ask.of(em, TicketLine.class, TICKET + " t.schoolId = :school and t.state in :open order by t.id desc")
                .set("school", schoolId).set("open", OPEN).list(most);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Clock.ZONE).toInstant();
    }
}
