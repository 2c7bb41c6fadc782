package de.schulpakt.install.ticket;

import de.schulpakt.install.level.LevelClock;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Tells people that a time of the service levels is near or broken; each of these once for each ticket. */
@UseCases
public class TicketLevels {
    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    LevelClock levels;
    @Inject
    News news;
    @Inject
    History history;

    /**
     * Tells who has the ticket, or all technicians of the school if nobody has it, and at a break the leads.
     *
     * @param near until when a time counts as near
     */
    @Unguarded("Called by the job that watches the times; changes nothing but what was told.")
    public void watch(long id, Instant near) {
        Ticket ticket = Find.locked(em, Ticket.class, id);
        Stage stage = ticket.stage(clock.now(), near);
        if (!ticket.tells(stage)) {
            return;
        }
        if (ticket.assigneeId() == null) {
            news.tell(ticket.schoolId(), stage.message(), ticket.ref());
        } else {
            news.tellPerson(ticket.assigneeId(), ticket.schoolId(), stage.message(), ticket.ref());
        }
        if (stage.broken()) {
            history.record(ticket.ref(), TicketAction.BREACH, Said.that(stage.message(), ticket.ref().no()));
            levels.leads().stream().filter(lead -> !lead.equals(ticket.assigneeId()))
                    .forEach(lead -> news.tellPerson(lead, ticket.schoolId(), "message.level_escalated", ticket.ref()));
        }
    }

    /** How near the times of a ticket are, in the order in which they come. */
    enum Stage {
        /** Nothing to tell. */
        QUIET(null),
        /** Soon somebody should have it. */
        RESPONSE_NEAR("message.level_response_near"),
        /** Nobody has had it in time. */
        RESPONSE_BROKEN("message.level_response_broken"),
        /** Soon it should be solved. */
        SOLUTION_NEAR("message.level_solution_near"),
        /** It was not solved in time. */
        SOLUTION_BROKEN("message.level_solution_broken");

        private final String message;

        Stage(String message) {
            this.message = message;
        }

        /** Text key of what is told. */
        String message() {
            return message;
        }

        boolean broken() {
            return this == RESPONSE_BROKEN || this == SOLUTION_BROKEN;
        }
    }
}
