package de.schulpakt.install.rating;

import static de.schulpakt.identity.Permission.TICKET_ACCEPT;
import static de.schulpakt.identity.Permission.TICKET_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;

/** Questions about ratings. */
@Queries
public class RatingQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /**
     * What the school thinks of a ticket, in one statement.
     *
     * @throws NotFound if there is no such ticket, or it belongs to a school the asker may not see
     */
    public View of(long ticketId) {
        Found found = Ask.of(em, Found.class, """
                select t.schoolId as schoolId, t.state as state, r.stars as stars, r.word as word, r.ratedOn as ratedOn
                from Ticket t left join TicketRating r on r.ticketId = t.id where t.id = :id""").set("id", ticketId).one()
                .orElseThrow(() -> new NotFound("Ticket", ticketId));
        guard.require(TICKET_VIEW, found.schoolId());
        return new View(found.state(), found.stars(), found.word(), found.ratedOn(), guard.may(TICKET_ACCEPT, found.schoolId()) && Ratings.DONE.contains(found.state()));
    }

    private record Found(Long schoolId, TicketState state, Integer stars, String word, LocalDate ratedOn) {
    }

    /**
     * What the school thinks.
     *
     * @param stars null if it has said nothing
     * @param rates true if the asker may say something
     */
    public record View(TicketState state, Integer stars, String word, LocalDate ratedOn, boolean rates) {
    }
}
