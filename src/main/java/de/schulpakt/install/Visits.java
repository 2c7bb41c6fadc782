package de.schulpakt.install;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The technicians' calendar: a part of {@link Tickets}, which has asked the guard. */
@ApplicationScoped
class Visits {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final Duration LONGEST = Duration.ofMinutes(600);
    /** States in which the technician still means to go. */
    private static final Set<TicketState> BUSY =
            Set.of(TicketState.PLANNED, TicketState.SCHEDULED, TicketState.WAITING, TicketState.IN_WORK);

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Actor actor;

    /** Adds a visit in place of the one that has not begun. */
    Visit agree(Ticket ticket, TicketState before, ScheduleVisit cmd) {
        if (cmd.startsAt().isBefore(clock.now())) {
            throw new Refused("visit.past");
        }
        free(ticket, cmd);
        cancelOpen(ticket, before);
        Visit visit = new Visit(cmd);
        em.persist(visit);
        return visit;
    }

    /** Cancels what is agreed and has not begun: what lies ahead, and the last one if the work has not been started. */
    void cancelOpen(Ticket ticket, TicketState before) {
        List<Visit> agreed = em.createQuery("select v from Visit v where v.ticketId = :ticket and v.cancelled = false"
                + " order by v.startsAt desc, v.id desc", Visit.class).setParameter("ticket", ticket.id()).getResultList();
        for (int i = 0; i < agreed.size(); i++) {
            if (agreed.get(i).startsAt().isAfter(clock.now()) || i == 0 && before == TicketState.SCHEDULED) {
                agreed.get(i).cancel();
            }
        }
    }

    /** Nobody can be at two places: the technician's tickets are locked, so that two agreements at once see each other. */
    private void free(Ticket ticket, ScheduleVisit cmd) {
        Set<Long> others = em.createQuery("select t from Ticket t where t.assigneeId = :me and t.state in :busy order by t.id",
                        Ticket.class).setParameter("me", actor.id()).setParameter("busy", BUSY)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream().map(Ticket::id)
                .filter(id -> !id.equals(ticket.id())).collect(Collectors.toSet());
        if (others.isEmpty()) {
            return;
        }
        Instant end = cmd.startsAt().plus(Duration.ofMinutes(cmd.minutes()));
        List<Object[]> near = em.createQuery("select v, t.no from Visit v join Ticket t on t.id = v.ticketId"
                        + " where v.ticketId in :others and v.cancelled = false and v.startsAt < :end and v.startsAt > :early"
                        + " order by v.startsAt", Object[].class)
                .setParameter("others", others).setParameter("end", end)
                .setParameter("early", cmd.startsAt().minus(LONGEST)).getResultList();
        for (Object[] found : near) {
            Visit other = (Visit) found[0];
            if (other.endsAt().isAfter(cmd.startsAt())) {
                throw new Refused("visit.overlaps", found[1], Clock.day(other.startsAt()), time(other.startsAt()),
                        time(other.endsAt()));
            }
        }
    }

    /** The visit in one line of the history. */
    static String words(Visit visit, ScheduleVisit cmd) {
        return Stream.of(DAY_AND_TIME.format(visit.startsAt().atZone(Clock.ZONE)) + "–" + time(visit.endsAt()), cmd.contact(),
                cmd.note()).filter(s -> s != null && !s.isBlank()).collect(Collectors.joining(" · "));
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(Clock.ZONE));
    }
}
