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
        View view = Ask.of(em, View.class, """
                select t.schoolId as schoolId, t.state as state, r.stars as stars, r.word as word, r.ratedOn as ratedOn
                from Ticket t left join TicketRating r on r.ticketId = t.id where t.id = :id""").set("id", ticketId).one()
                .orElseThrow(() -> new NotFound("Ticket", ticketId));
        guard.require(TICKET_VIEW, view.schoolId());
        return view.with(guard.may(TICKET_ACCEPT, view.schoolId()));
    }

    /**
     * What the school thinks.
     *
     * @param stars null if it has said nothing
     * @param rates true if the asker may say something
     */
    public record View(Long schoolId, TicketState state, Integer stars, String word, LocalDate ratedOn, boolean rates) {
        View with(boolean may) {
            return new View(schoolId, state, stars, word, ratedOn, may
                    && (state == TicketState.ACCEPTED || state == TicketState.ACCEPTED_WITH_DEFECTS || state == TicketState.CLOSED));
        }
    }
}
