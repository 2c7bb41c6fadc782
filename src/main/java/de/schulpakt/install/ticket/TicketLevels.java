package de.schulpakt.install.ticket;

import de.schulpakt.install.calendar.WorkingTime;
import de.schulpakt.install.level.LevelClock;
import de.schulpakt.install.team.TeamDoor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tells people that a time of the service levels is near or broken; each of these once for each ticket. */
@UseCases
public class TicketLevels {
    private static final Set<TicketState> RUNNING = EnumSet.of(TicketState.OPEN, TicketState.PLANNED, TicketState.SCHEDULED, TicketState.WAITING,
            TicketState.IN_WORK);

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    LevelClock levels;
    @Inject
    TeamDoor teams;
    @Inject
    News news;
    @Inject
    History history;

    /**
     * Tells who has the ticket, or its team if nobody has it, or all technicians of the school if no team has it either; at a break also who leads the team, or, if
     * nobody does or the ticket is the lead's own, those who lead everywhere.
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
        List<Long> members = ticket.assigneeId() != null || ticket.teamId() == null ? List.of() : teams.members(ticket.teamId());
        if (!members.isEmpty()) {
            members.forEach(member -> news.tellPerson(member, ticket.schoolId(), stage.message(), ticket.ref()));
        } else if (ticket.assigneeId() == null) {
            news.tell(ticket.schoolId(), stage.message(), ticket.ref());
        } else {
            news.tellPerson(ticket.assigneeId(), ticket.schoolId(), stage.message(), ticket.ref());
        }
        if (stage.broken()) {
            history.record(ticket.ref(), TicketAction.BREACH, Said.that(stage.message(), ticket.ref().no()));
            teams.lead(ticket.teamId()).filter(lead -> !lead.equals(ticket.assigneeId())).map(List::of).orElseGet(levels::leads).stream()
                    .filter(lead -> !lead.equals(ticket.assigneeId()))
                    .forEach(lead -> news.tellPerson(lead, ticket.schoolId(), "message.level_escalated", ticket.ref()));
        }
    }

    /**
     * The movable days of a school are others: the running clocks of its tickets are set anew. Of one whose times stay the same nothing is told again.
     * Inner door of who keeps these days.
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: who keeps the days of a school has asked the guard for it.")
    public void daysChanged(Long schoolId) {
        List<Ticket> running = em.createQuery("select t from Ticket t where t.schoolId = :school and t.clockedAt is not null and t.state in :running order by t.id", Ticket.class)
                .setParameter("school", schoolId).setParameter("running", RUNNING).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        running.stream().map(Ticket::clockedAt).min(Comparator.naturalOrder()).ifPresent(first -> {
            WorkingTime time = levels.times(List.of(schoolId), Clock.day(first)).get(schoolId);
            running.forEach(ticket -> {
                LevelClock.Due due = levels.due(ticket.priority(), ticket.clockedAt(), ticket.pausedMinutes(), time);
                if (!due.equals(ticket.due())) {
                    ticket.due(due);
                }
            });
        });
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
