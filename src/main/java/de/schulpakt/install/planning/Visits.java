package de.schulpakt.install.planning;

import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** The technicians' calendar. */
@UseCases
public class Visits {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    Actor actor;
    @Inject
    Tickets tickets;
    @Inject
    News news;
    @Inject
    TechnicianTime time;

    /** Whoever agrees several visits in one step takes the asker's calendar first, before any ticket is locked. Inner door of the trip. */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the trip has asked for TICKET_WORK at this school.")
    public void begin() {
        time.lock(actor.id());
    }

    /**
     * Agrees a visit of the asker; one that was agreed before and has not begun is off. The school is told.
     *
     * @throws Refused {@code ticket.of_other} if another technician has the ticket; {@code visit.past};
     *                 {@code visit.far} more than three years ahead; {@code visit.absent};
     *                 {@code visit.overlaps} if the technician is elsewhere then, naming that ticket
     */
    public void schedule(long ticketId, @Valid Schedule cmd) {
        guard.require(TICKET_WORK, schoolOf(ticketId));
        time.lock(actor.id());
        TicketState before = tickets.scheduled(ticketId, cmd.version(), said(cmd));
        time.refuseUnlessFree(actor.id(), ticketId, cmd.startsAt(), cmd.minutes());
        agree(ticketId, before, cmd);
    }

    /**
     * Moves a visit that is agreed and has not begun, or makes it longer or shorter; contact and note stay. Every technician may, also
     * for a colleague, who is told; so is the school.
     *
     * @throws NotFound if there is no such visit, or the asker may not see its ticket
     * @throws Refused  {@code visit.moved} if it was moved or called off meanwhile; {@code visit.begun} if it lies in the past; as
     *                  {@link #schedule} for the new time
     */
    public void move(long id, @Valid Move cmd) {
        Found found = Ask.of(em, Found.class, """
                select t.id as ticketId, t.no as no, t.schoolId as schoolId, t.assigneeId as technicianId from Visit v join Ticket t on t.id = v.ticketId
                where v.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("Visit", id));
        guard.require(TICKET_WORK, found.schoolId());
        if (found.technicianId() == null) {
            throw new Refused("visit.moved", found.no());
        }
        time.lock(found.technicianId());
        Visit visit = em.find(Visit.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (visit.cancelled() || !visit.startsAt().equals(cmd.seen())) {
            throw new Refused("visit.moved", found.no());
        }
        if (visit.startsAt().isBefore(clock.now())) {
            throw new Refused("visit.begun", found.no());
        }
        Schedule next = new Schedule(0, cmd.startsAt(), cmd.minutes() == null ? visit.minutes() : cmd.minutes(), visit.contact(), visit.note());
        TicketState before = tickets.rescheduled(found.ticketId(), found.technicianId(), said(next));
        time.refuseUnlessFree(found.technicianId(), found.ticketId(), next.startsAt(), next.minutes());
        agree(found.ticketId(), before, next);
    }

    /** A visit with who goes there. */
    private record Found(Long ticketId, String no, Long schoolId, Long technicianId) {
    }

    /** Keeps a visit whose step was taken; one that was agreed before and has not begun is off. */
    void agree(long ticketId, TicketState before, Schedule cmd) {
        cancelOpen(ticketId, before);
        em.persist(new Visit(ticketId, cmd));
    }

    /** A ticket that nobody goes to any more: its visits to come are off, and the school is told. */
    void ticketLeft(@Observes Tickets.Left left) {
        if (cancelOpen(left.ticketId(), left.before())) {
            TicketPlace ticket = Ask.of(em, TicketPlace.class, "select t.no as no, t.schoolId as schoolId from Ticket t where t.id = :id")
                    .set("id", left.ticketId()).one().orElseThrow();
            news.tell(ticket.schoolId(), "message.visit_off", new Ref("Ticket", left.ticketId(), ticket.no()));
        }
    }

    private Long schoolOf(long ticketId) {
        return Ask.of(em, Long.class, "select t.schoolId from Ticket t where t.id = :id").set("id", ticketId).one()
                .orElseThrow(() -> new NotFound("Ticket", ticketId));
    }

    /** Cancels what is agreed and has not begun: what lies ahead, and the last one if the work has not been started; true if something lay ahead. */
    private boolean cancelOpen(Long ticketId, TicketState before) {
        List<Visit> agreed = em.createQuery("""
                        select v from Visit v where v.ticketId = :ticket and v.cancelled = false
                        order by v.startsAt desc, v.id desc""", Visit.class).setParameter("ticket", ticketId).getResultList();
        boolean ahead = false;
        for (int i = 0; i < agreed.size(); i++) {
            if (agreed.get(i).startsAt().isAfter(clock.now()) || i == 0 && before == TicketState.SCHEDULED) {
                ahead |= agreed.get(i).startsAt().isAfter(clock.now());
                agreed.get(i).cancel();
            }
        }
        return ahead;
    }

    private static Said said(Schedule cmd) {
        Said said = Said.that("said.visit", cmd.startsAt(), cmd.minutes()).andWords(cmd.note());
        return cmd.contact() == null || cmd.contact().isBlank() ? said : said.and("said.contact", cmd.contact().strip());
    }

    private record TicketPlace(String no, Long schoolId) {
    }

    /**
     * Move a visit.
     *
     * @param seen     when it was to begin, as the asker saw it
     * @param minutes  how long, null for as long as it was
     */
    public record Move(@NotNull Instant seen, @NotNull Instant startsAt, @Min(15) @Max(600) Integer minutes) {
    }

    /**
     * Agree a visit.
     *
     * @param minutes how long, 15 to 600
     * @param contact function on site with its hours, e.g. caretaker until 13:00; no private data; may be null
     */
    public record Schedule(@NotNull Integer version, @NotNull Instant startsAt,
            @NotNull @Min(15) @Max(600) Integer minutes, @Size(max = 200) String contact, @Size(max = 1000) String note) {
        /**
         * The instant of a day and a time in Berlin.
         *
         * @throws Refused {@code visit.clock_change} for a time that the night of the clock change leaves out or has twice
         */
        public static Instant at(LocalDate day, LocalTime time) {
            LocalDateTime local = day.atTime(time);
            List<ZoneOffset> offsets = Clock.ZONE.getRules().getValidOffsets(local);
            if (offsets.size() != 1) {
                throw new Refused("visit.clock_change", day, TechnicianTime.TIME.format(time));
            }
            return local.toInstant(offsets.get(0));
        }
    }
}
