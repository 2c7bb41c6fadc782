package de.schulpakt.install.planning;

import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/** What a technician's time allows: nobody is at two places at once, or somewhere while away. */
@ApplicationScoped
class TechnicianTime {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    /** What lies farther away is a slip of the hand. */
    private static final Duration FAR = Duration.ofDays(3 * 366);
    private static final Duration LONGEST = Duration.ofMinutes(600);
    /** States in which the technician still means to go. */
    private static final Set<TicketState> BUSY =
            Set.of(TicketState.PLANNED, TicketState.SCHEDULED, TicketState.WAITING, TicketState.IN_WORK);

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    /**
     * Two agreements of one technician at once wait for each other here, before any ticket is locked. The statement takes the
     * row as its own also where it has to be made first: a read before it would let two lock each other out.
     */
    void lock(Long technician) {
        em.createNativeQuery("""
                insert into technician_calendar (technician_id) values (?)
                on duplicate key update technician_id = technician_id""").setParameter(1, technician).executeUpdate();
    }

    /**
     * Refuses a date on which the technician cannot be there for a ticket.
     *
     * @throws Refused {@code visit.past}; {@code visit.far} more than three years ahead; {@code visit.absent} if the technician is
     *                 away; {@code visit.overlaps} if the technician is elsewhere then, naming that ticket
     */
    void refuseUnlessFree(Long technician, Long ticketId, Instant startsAt, int minutes) {
        if (startsAt.isBefore(clock.now())) {
            throw new Refused("visit.past");
        }
        if (startsAt.isAfter(clock.now().plus(FAR))) {
            throw new Refused("visit.far", Clock.day(startsAt));
        }
        LocalDate day = Clock.day(startsAt);
        if (Ask.of(em, Long.class, "select count(a) from Absence a where a.technicianId = :me and a.fromOn <= :day and a.toOn >= :day")
                .set("me", technician).set("day", day).one().orElse(0L) > 0) {
            throw new Refused("visit.absent", day);
        }
        refuseOverlap(technician, ticketId, startsAt, minutes);
    }

    private void refuseOverlap(Long technician, Long ticketId, Instant startsAt, int minutes) {
        List<Busy> others = Ask.of(em, Busy.class, """
                select t.no as no, v.startsAt as startsAt, v.minutes as minutes
                from Visit v join Ticket t on t.id = v.ticketId
                where t.assigneeId = :me and t.state in :busy and t.id <> :ticket and v.cancelled = false
                and v.startsAt < :end and v.startsAt > :early order by v.startsAt""")
                .set("me", technician).set("busy", BUSY).set("ticket", ticketId).set("end", startsAt.plus(Duration.ofMinutes(minutes)))
                .set("early", startsAt.minus(LONGEST)).list();
        others.stream().filter(other -> other.endsAt().isAfter(startsAt)).findFirst().ifPresent(other -> {
            throw new Refused("visit.overlaps", other.no(), Clock.day(other.startsAt()), time(other.startsAt()), time(other.endsAt()));
        });
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(Clock.ZONE));
    }

    /** Another visit of the technician. */
    private record Busy(String no, Instant startsAt, Integer minutes) {
        Instant endsAt() {
            return startsAt.plus(Duration.ofMinutes(minutes));
        }
    }
}
