package de.schulpakt.install.planning;

import de.schulpakt.install.kind.Priority;
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
import java.time.LocalTime;
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
     *                 away; {@code visit.blocked} on a day on which nobody comes to the school, {@code visit.outside} of its hours, both not for what is
     *                 urgent; {@code visit.overlaps} if the technician is elsewhere then, naming that ticket
     */
    void refuseUnlessFree(Long technician, Long ticketId, Instant startsAt, int minutes) {
        if (startsAt.isBefore(clock.now())) {
            throw new Refused("visit.past");
        }
        if (startsAt.isAfter(clock.now().plus(FAR))) {
            throw new Refused("visit.far", Clock.day(startsAt));
        }
        refuseUnlessOpen(technician, ticketId, startsAt, minutes);
        refuseOverlap(technician, ticketId, startsAt, minutes);
    }

    /** Whoever is away goes nowhere. Exam days and the hours of the school hold for all but a school that cannot work. */
    private void refuseUnlessOpen(Long technician, Long ticketId, Instant startsAt, int minutes) {
        LocalDate day = Clock.day(startsAt);
        Instant endsAt = startsAt.plus(Duration.ofMinutes(minutes));
        Ask.of(em, Site.class, """
                select t.priority as priority, h.opens as opens, h.closes as closes, b.kind as kind,
                    (select count(a) from Absence a where a.technicianId = :me and a.fromOn <= :day and a.toOn >= :day) as away
                from Ticket t left join SiteHours h on h.schoolId = t.schoolId
                left join SiteBlock b on b.schoolId = t.schoolId and b.fromOn <= :last and b.toOn >= :day where t.id = :ticket order by b.id""")
                .set("me", technician).set("day", day).set("last", Clock.day(endsAt.minusSeconds(1))).set("ticket", ticketId).list(50).forEach(site -> {
                    if (site.away() > 0) {
                        throw new Refused("visit.absent", day);
                    }
                    if (site.kind() != null && site.kind().blocks() && site.priority() != Priority.URGENT) {
                        throw new Refused("visit.blocked", day, site.kind());
                    }
                    if (site.opens() != null && site.priority() != Priority.URGENT
                            && (startsAt.isBefore(at(day, site.opens())) || endsAt.isAfter(at(day, site.closes())))) {
                        throw new Refused("visit.outside", TIME.format(site.opens()), TIME.format(site.closes()));
                    }
                });
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Clock.ZONE).toInstant();
    }

    /**
     * When one can come to a school; hours and kind null: always.
     *
     * @param away how often the technician is away that day
     */
    private record Site(Priority priority, LocalTime opens, LocalTime closes, BlockKind kind, Long away) {
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
