package de.schulpakt.install.propose;

import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.calendar.WorkingTime;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.level.LevelClock;
import de.schulpakt.install.planning.BlockKind;
import de.schulpakt.install.quiet.Lessons;
import de.schulpakt.install.quiet.QuietDays;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which dates suit a ticket: the technician is free, somebody opens, no exam is written, and noisy work disturbs no lessons if that can be. */
@Queries
public class SlotProposals {
    private static final int DAYS = 200;
    private static final int EACH = 3;
    private static final int STEP = 15;
    private static final int MOST = 1000;
    private static final Set<TicketState> BUSY = EnumSet.of(TicketState.PLANNED, TicketState.SCHEDULED, TicketState.WAITING, TicketState.IN_WORK);

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    LevelClock levels;
    @Inject
    QuietDays quiet;

    /** What is to be known of a ticket. */
    private record Work(String no, String title, Long schoolId, String school, Priority priority, LocalDate dueOn, Integer minutes, Boolean noisy, LocalTime opens,
            LocalTime closes) {
    }

    /** Days on which nobody goes there. */
    private record Span(LocalDate fromOn, LocalDate toOn) {
        boolean has(LocalDate day) {
            return !day.isBefore(fromOn) && !day.isAfter(toOn);
        }
    }

    /** When the technician is elsewhere. */
    private record Busy(Instant startsAt, Integer minutes) {
        boolean meets(Instant from, Instant to) {
            return startsAt.isBefore(to) && startsAt.plus(Duration.ofMinutes(minutes)).isAfter(from);
        }
    }

    /**
     * Up to three dates, one a day, for the asker to offer; of noisy work three in which no lessons are and three others, the former first. What is free in the next
     * 200 days counts. For technicians; five statements.
     *
     * @throws NotFound if there is no such ticket, or the asker may not see it
     */
    public View propose(long ticketId) {
        Work work = Ask.of(em, Work.class, """
                select t.no as no, t.title as title, t.schoolId as schoolId, s.name as school, t.priority as priority, t.dueOn as dueOn, k.minutes as minutes, k.noisy as noisy,
                    h.opens as opens, h.closes as closes
                from Ticket t join School s on s.id = t.schoolId join TicketKind k on k.id = t.kindId left join SiteHours h on h.schoolId = t.schoolId where t.id = :id""")
                .set("id", ticketId).one().orElseThrow(() -> new NotFound("Ticket", ticketId));
        guard.require(TICKET_WORK, work.schoolId());
        LocalDate first = clock.today().plusDays(1);
        LocalDate last = first.plusDays(DAYS);
        boolean urgent = work.priority() == Priority.URGENT;
        List<Span> shut = new ArrayList<>(Ask.of(em, Span.class, "select a.fromOn as fromOn, a.toOn as toOn from Absence a where a.technicianId = :me and a.toOn >= :first")
                .set("me", actor.id()).set("first", first).list(MOST));
        if (!urgent) {
            shut.addAll(Ask.of(em, Span.class, "select b.fromOn as fromOn, b.toOn as toOn from SiteBlock b where b.schoolId = :school and b.kind <> :movable and b.toOn >= :first")
                    .set("school", work.schoolId()).set("movable", BlockKind.MOVABLE).set("first", first).list(MOST));
        }
        List<Busy> busy = Ask.of(em, Busy.class, """
                select v.startsAt as startsAt, v.minutes as minutes from Visit v join Ticket t on t.id = v.ticketId
                where t.assigneeId = :me and t.state in :busy and t.id <> :ticket and v.cancelled = false and v.startsAt >= :now order by v.startsAt""")
                .set("me", actor.id()).set("busy", BUSY).set("ticket", ticketId).set("now", clock.now()).list(MOST);
        QuietDays.Movable movable = quiet.of(work.schoolId(), first);
        WorkingTime time = levels.time();
        LocalTime opens = urgent || work.opens() == null || work.opens().isBefore(time.opens()) ? time.opens() : work.opens();
        LocalTime closes = urgent || work.closes() == null || work.closes().isAfter(time.closes()) ? time.closes() : work.closes();
        List<Proposal> without = new ArrayList<>();
        List<Proposal> others = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last) && (others.size() < EACH || work.noisy() && without.size() < EACH); day = day.plusDays(1)) {
            LocalDate at = day;
            Lessons lessons = movable.on(day);
            List<Proposal> into = work.noisy() && lessons.quiet() ? without : others;
            if (into.size() < EACH && time.works(day) && shut.stream().noneMatch(span -> span.has(at))) {
                free(day, opens, closes, work.minutes(), busy)
                        .ifPresent(start -> into.add(new Proposal(start, work.minutes(), lessons, work.dueOn() != null && at.isAfter(work.dueOn()))));
            }
        }
        without.addAll(others);
        return new View(ticketId, work.no(), work.title(), work.school(), work.noisy(), List.copyOf(without));
    }

    /** The first quarter of an hour of a day from which on that many minutes are free. */
    private static Optional<Instant> free(LocalDate day, LocalTime opens, LocalTime closes, int minutes, List<Busy> busy) {
        Instant end = day.atTime(closes).atZone(Clock.ZONE).toInstant();
        for (Instant at = day.atTime(opens).atZone(Clock.ZONE).toInstant(); !at.plus(Duration.ofMinutes(minutes)).isAfter(end); at = at.plus(Duration.ofMinutes(STEP))) {
            Instant from = at;
            Instant to = at.plus(Duration.ofMinutes(minutes));
            if (busy.stream().noneMatch(visit -> visit.meets(from, to))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /**
     * Dates for a ticket.
     *
     * @param noisy true if its kind of work disturbs lessons
     */
    public record View(Long ticketId, String no, String title, String school, Boolean noisy, List<Proposal> proposals) {
    }

    /**
     * A date that suits.
     *
     * @param lessons whether lessons are disturbed then
     * @param late    true if it is after the due day
     */
    public record Proposal(Instant startsAt, Integer minutes, Lessons lessons, Boolean late) {
    }
}
