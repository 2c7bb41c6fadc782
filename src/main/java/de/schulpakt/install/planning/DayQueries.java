package de.schulpakt.install.planning;

import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A technician's day. */
@Queries
public class DayQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    TicketQueries tickets;

    /** The asker's visits of a day and what else is to be done, at the schools where the asker works; three statements. For technicians. */
    public Today today(LocalDate day) {
        guard.require(TICKET_WORK);
        Scope scope = guard.visibleSchools(TICKET_WORK);
        List<VisitRow> visits = scope.bind(Ask.of(em, VisitRow.class, """
                select v.id as id, t.id as ticketId, t.no as no, t.title as title, t.state as state, v.startsAt as startsAt,
                    v.minutes as minutes, v.contact as contact, v.note as note, s.id as schoolId, s.name as school,
                    s.street as street, s.postcode as postcode, s.city as city, b.name as building, r.floor as floor_, r.name as room,
                    d.id as deviceId, d.inventoryNo as inventoryNo, d.serial as serial, concat(m.maker, ' ', m.name) as device,
                    t.waitingFor as waitingFor, t.dueOn as dueOn
                from Ticket t join School s on s.id = t.schoolId left join Device d on d.id = t.deviceId
                left join DeviceModel m on m.id = d.modelId left join Room r on r.id = t.roomId
                left join Building b on b.id = r.buildingId join Visit v on v.ticketId = t.id
                where t.assigneeId = :me and (t.closedAt is null or t.closedAt >= :from) and v.cancelled = false and v.startsAt >= :from and v.startsAt < :to
                    and""" + scope.school("s") + " order by v.startsAt, v.id"))
                .set("me", actor.id()).set("from", midnight(day)).set("to", midnight(day.plusDays(1))).list();
        List<TicketQueries.Row> mine = tickets.mine();
        Set<Long> seen = visits.stream().map(VisitRow::ticketId).collect(Collectors.toSet());
        List<TicketQueries.Row> planned = mine.stream()
                .filter(t -> t.state() != TicketState.WAITING && !seen.contains(t.id())).toList();
        List<TicketQueries.Row> waiting = mine.stream().filter(t -> t.state() == TicketState.WAITING).toList();
        return new Today(day, visits, planned, waiting, tickets.open());
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Clock.ZONE).toInstant();
    }

    /**
     * A technician's day.
     *
     * @param visits  the technician's visits of the day, earliest first
     * @param planned the technician's tickets that need a visit, go on or are to be closed, without a visit on that day
     * @param waiting the technician's tickets that wait for somebody else
     * @param open    tickets that nobody has taken, most urgent first, at most 30
     */
    public record Today(LocalDate day, List<VisitRow> visits, List<TicketQueries.Row> planned, List<TicketQueries.Row> waiting,
            List<TicketQueries.Row> open) {
    }

    /**
     * A visit of the technician's day with all that is needed to go there.
     *
     * @param contact function on site with its hours
     * @param room    room of the ticket, null if not known yet
     * @param device  maker and model, null if the ticket has no device
     */
    public record VisitRow(Long id, Long ticketId, String no, String title, TicketState state, Instant startsAt,
            Integer minutes, String contact, String note, Long schoolId, String school, String street, String postcode, String city,
            String building, String floor, String room, Long deviceId, String inventoryNo, String serial, String device,
            String waitingFor, LocalDate dueOn) {
        /** When it ends. */
        public Instant endsAt() {
            return startsAt.plus(Duration.ofMinutes(minutes));
        }
    }
}
