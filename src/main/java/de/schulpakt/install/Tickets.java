package de.schulpakt.install;

import static de.schulpakt.identity.Permission.TICKET_OPEN;
import static de.schulpakt.install.TicketAction.ACCEPT;
import static de.schulpakt.install.TicketAction.ACCEPT_WITH_DEFECTS;
import static de.schulpakt.install.TicketAction.CANCEL;
import static de.schulpakt.install.TicketAction.CLOSE;
import static de.schulpakt.install.TicketAction.MEASURE;
import static de.schulpakt.install.TicketAction.OPEN;
import static de.schulpakt.install.TicketAction.RELEASE;
import static de.schulpakt.install.TicketAction.REOPEN;
import static de.schulpakt.install.TicketAction.RESUME;
import static de.schulpakt.install.TicketAction.REWORK;
import static de.schulpakt.install.TicketAction.SCHEDULE;
import static de.schulpakt.install.TicketAction.START;
import static de.schulpakt.install.TicketAction.TAKE;
import static de.schulpakt.install.TicketAction.WAIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.DeviceRegistered;
import de.schulpakt.inventory.Devices;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.History;
import de.schulpakt.platform.Numbers;
import de.schulpakt.platform.Outbox;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;

/** Use cases of tickets. */
@UseCases
public class Tickets {
    private static final int DAYS_TO_INSTALL = 14;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    Outbox outbox;
    @Inject
    SchoolQueries schools;
    @Inject
    Devices devices;
    @Inject
    Visits visits;

    /** A delivered device that needs the network gets its ticket, in the transaction of the delivery. */
    void deviceRegistered(@Observes DeviceRegistered news) {
        if (news.needsNetwork()) {
            add(news.schoolId(), news.targetRoomId(), news.deviceId(), news.label(),
                    news.deliveredOn().plusDays(DAYS_TO_INSTALL));
        }
    }

    /**
     * Opens a ticket for work that no delivery has brought.
     *
     * @return the new id
     * @throws Refused {@code ticket.room_of_other_school}
     */
    public Long open(@Valid OpenTicket cmd) {
        guard.require(TICKET_OPEN, cmd.schoolId());
        if (cmd.roomId() != null) {
            inSchool(cmd.roomId(), cmd.schoolId());
        }
        return add(cmd.schoolId(), cmd.roomId(), null, cmd.title().strip(), cmd.dueOn());
    }

    /** A technician takes a ticket. Of two at once, the second gets {@link de.schulpakt.platform.Conflict}. */
    public void take(@Valid TicketStep cmd) {
        steps.take(Ticket.class, cmd.id(), TAKE, cmd.version(), cmd.note()).take(actor.id(), actor.name());
    }

    /** Gives a ticket back to all technicians; its visits to come are off. Every technician may, because colleagues fall ill. */
    public void release(@Valid TicketStep cmd) {
        var step = steps.begin(Ticket.class, cmd.id(), RELEASE, cmd.version());
        Ticket ticket = step.subject();
        ticket.giveBack();
        visits.cancelOpen(ticket, step.change().from());
        step.record(cmd.note());
    }

    /**
     * Agrees a visit; one that was agreed before and has not begun is off. The school is told.
     *
     * @throws Refused {@code ticket.of_other} if another technician has the ticket; {@code visit.past};
     *                 {@code visit.overlaps} if the technician is elsewhere then, naming that ticket
     */
    public void schedule(@Valid ScheduleVisit cmd) {
        var step = steps.begin(Ticket.class, cmd.id(), SCHEDULE, cmd.version());
        Ticket ticket = step.subject();
        ticket.takenBy(actor.id());
        ticket.waitFor(null);
        Visit visit = visits.agree(ticket, step.change().from(), cmd);
        outbox.tell(ticket.schoolId(), "message.visit_scheduled", ticket.ref());
        step.record(Visits.words(visit, cmd));
    }

    /** The technician is on site and begins. */
    public void start(@Valid TicketStep cmd) {
        steps.take(Ticket.class, cmd.id(), START, cmd.version(), cmd.note()).takenBy(actor.id());
    }

    /** The work cannot go on until somebody else has done something. Agreed visits stay. */
    public void await(@Valid WaitTicket cmd) {
        Ticket ticket = steps.take(Ticket.class, cmd.id(), WAIT, cmd.version(), cmd.waitingFor());
        ticket.takenBy(actor.id());
        ticket.waitFor(cmd.waitingFor());
    }

    /** What the work waited for has happened. */
    public void resume(@Valid TicketStep cmd) {
        Ticket ticket = steps.take(Ticket.class, cmd.id(), RESUME, cmd.version(), cmd.note());
        ticket.takenBy(actor.id());
        ticket.waitFor(null);
    }

    /**
     * The work is done and measured; the device is placed in the room where it hangs. If passed, the school is told that it
     * is to accept.
     *
     * @throws Refused {@code ticket.of_other}; {@code ticket.room_of_other_school}; {@code state.not_allowed} if the device
     *                 is lost or retired
     */
    public void measure(@Valid MeasureTicket cmd) {
        Ticket ticket = steps.take(Ticket.class, cmd.id(), MEASURE, cmd.version(),
                cmd.socket().strip() + " · " + cmd.switchPort().strip());
        ticket.takenBy(actor.id());
        inSchool(cmd.roomId(), ticket.schoolId());
        ticket.isIn(cmd.roomId());
        em.persist(new Measurement(cmd, actor.name(), clock.now()));
        if (ticket.deviceId() != null) {
            devices.mount(ticket.deviceId(), cmd.roomId());
        }
        if (cmd.passed()) {
            outbox.tell(ticket.schoolId(), "message.ticket_measured", ticket.ref());
        }
    }

    /** The school sends the work back with a reason. */
    public void rework(@Valid ReworkTicket cmd) {
        steps.take(Ticket.class, cmd.id(), REWORK, cmd.version(), cmd.reason());
    }

    /**
     * The school accepts the work; the device is put into service in the same transaction, which may start its binding.
     *
     * @throws Refused {@code ticket.not_passed} if the last measurement failed; {@code device.not_placed};
     *                 {@code state.not_allowed} if the device is lost, in repair or retired
     */
    public void accept(@Valid AcceptTicket cmd) {
        Ticket ticket = steps.take(Ticket.class, cmd.id(), ACCEPT, cmd.version(), cmd.note());
        intoService(ticket);
        outbox.tell(ticket.schoolId(), "message.ticket_accepted", ticket.ref());
    }

    /** The school accepts the work although something is to be put right; refused and done as {@link #accept}. */
    public void acceptWithDefects(@Valid AcceptWithDefects cmd) {
        Ticket ticket = steps.take(Ticket.class, cmd.id(), ACCEPT_WITH_DEFECTS, cmd.version(), cmd.defects());
        ticket.found(cmd.defects());
        intoService(ticket);
        outbox.tell(ticket.schoolId(), "message.ticket_accepted", ticket.ref());
    }

    /**
     * Ends a ticket that was accepted.
     *
     * @throws Refused {@code ticket.defects_open} if there were defects and the note does not say how they were put right
     */
    public void close(@Valid TicketStep cmd) {
        Ticket ticket = steps.take(Ticket.class, cmd.id(), CLOSE, cmd.version(), cmd.note());
        if (ticket.hasDefects() && (cmd.note() == null || cmd.note().isBlank())) {
            throw new Refused("ticket.defects_open", ticket.ref().no());
        }
        ticket.ended(clock.now());
    }

    /** The work is not to be done; visits to come are off. */
    public void cancel(@Valid CancelTicket cmd) {
        var step = steps.begin(Ticket.class, cmd.id(), CANCEL, cmd.version());
        Ticket ticket = step.subject();
        ticket.giveBack();
        ticket.ended(clock.now());
        visits.cancelOpen(ticket, step.change().from());
        step.record(cmd.reason());
    }

    /** The work is to be done after all. */
    public void reopen(@Valid TicketStep cmd) {
        steps.take(Ticket.class, cmd.id(), REOPEN, cmd.version(), cmd.note()).ended(null);
    }

    private Long add(Long schoolId, Long roomId, Long deviceId, String title, LocalDate dueOn) {
        Ticket ticket = new Ticket(numbers.next("T"), schoolId, roomId, deviceId, title, dueOn, clock.now());
        em.persist(ticket);
        em.flush();
        history.record(ticket.ref(), OPEN, null);
        return ticket.id();
    }

    private void intoService(Ticket ticket) {
        List<Boolean> last = em.createQuery("select m.passed from Measurement m where m.ticketId = :ticket order by m.id desc",
                Boolean.class).setParameter("ticket", ticket.id()).setMaxResults(1).getResultList();
        if (!last.equals(List.of(true))) {
            throw new Refused("ticket.not_passed", ticket.ref().no());
        }
        if (ticket.deviceId() != null) {
            devices.putIntoService(ticket.deviceId());
        }
    }

    private void inSchool(Long roomId, Long schoolId) {
        var room = schools.room(roomId);
        if (!room.schoolId().equals(schoolId)) {
            throw new Refused("ticket.room_of_other_school", room.name(), room.school());
        }
    }
}
