package de.schulpakt.install.planning;

import static de.schulpakt.identity.Permission.TICKET_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Questions about one visit. */
@Queries
public class VisitQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /** A visit as it is read. */
    private record Row(Long ticketId, String ticketNo, String title, TicketState ticketState, Long schoolId, String school, String technician, Instant startsAt,
            Integer minutes, String contact, String note, Boolean cancelled) {
    }

    /**
     * A visit.
     *
     * @param technician who has the ticket now, null if nobody has
     * @param contact    function on site with its hours
     * @param cancelled  true if it is off, or another one has taken its place
     * @param timeline   what was done with its files
     */
    public record View(Long id, Long ticketId, String ticketNo, String title, TicketState ticketState, Long schoolId, String school, String technician, Instant startsAt,
            Integer minutes, String contact, String note, boolean cancelled, List<HistoryEntry> timeline) {
    }

    /**
     * One visit.
     *
     * @throws NotFound if there is none, or the asker may not see its ticket
     */
    public View view(long id) {
        Row v = Ask.of(em, Row.class, """
                select t.id as ticketId, t.no as ticketNo, t.title as title, t.state as ticketState, s.id as schoolId, s.name as school, t.assignee as technician,
                    v.startsAt as startsAt, v.minutes as minutes, v.contact as contact, v.note as note, v.cancelled as cancelled
                from Visit v join Ticket t on t.id = v.ticketId join School s on s.id = t.schoolId where v.id = :id""").set("id", id).one()
                .orElseThrow(() -> new NotFound("Visit", id));
        try {
            guard.require(TICKET_VIEW, v.schoolId());
        } catch (NotFound hidden) {
            throw new NotFound("Visit", id);
        }
        return new View(id, v.ticketId(), v.ticketNo(), v.title(), v.ticketState(), v.schoolId(), v.school(), v.technician(), v.startsAt(), v.minutes(), v.contact(), v.note(),
                v.cancelled(), history.of("Visit", id));
    }
}
