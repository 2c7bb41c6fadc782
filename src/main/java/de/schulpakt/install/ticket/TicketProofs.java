package de.schulpakt.install.ticket;

import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KindDevices;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a kind asks for at the end of the work, and what then happens to the devices. */
@ApplicationScoped
class TicketProofs {
    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Actor actor;
    @Inject
    Devices devices;
    @Inject
    TicketOpening opening;
    @Inject
    Event<Tickets.Proving> proving;

    /**
     * The work is said to be done.
     *
     * @throws Refused {@code ticket.steps_open}, {@code ticket.photo_missing}, {@code ticket.results_missing} by who keeps the results
     */
    void demand(Ticket ticket, Kind kind) {
        if (!kind.stepsDe().isEmpty()) {
            long done = Ask.of(em, Long.class, "select count(s) from TicketStep s where s.ticketId = :ticket").set("ticket", ticket.id())
                    .one().orElse(0L);
            if (done < kind.stepsDe().size()) {
                throw new Refused("ticket.steps_open", ticket.ref().no(), kind.stepsDe().size() - done);
            }
        }
        if (kind.photo() && photos(ticket.id()) == 0) {
            throw new Refused("ticket.photo_missing", ticket.ref().no());
        }
        proving.fire(new Tickets.Proving(ticket.id(), ticket.ref().no(), kind.id()));
    }

    /** How many pictures stand at the ticket. */
    private long photos(Long ticketId) {
        return Ask.of(em, Long.class, """
                select count(p) from Paper p where p.subjectType = 'Ticket' and p.subjectId = :ticket and p.contentId is not null
                and p.replacedBy is null and p.mediaType like 'image/%'""")
                .set("ticket", ticketId).one().orElse(0L);
    }

    /**
     * Puts the devices where the work was done, if the kind says so. Those that stand in one of the rooms of the work stay there; those that are
     * meant for one come there, all others to the room that the ticket names.
     *
     * @throws Refused {@code ticket.room_missing} if there are devices and no room
     */
    void place(Ticket ticket, Kind kind) {
        List<TicketOpening.Thing> things = kind.devices() == KindDevices.NONE ? List.of() : opening.devices(ticket.id());
        if (!things.isEmpty() && ticket.roomId() == null) {
            throw new Refused("ticket.room_missing", ticket.ref().no());
        }
        Set<Long> rooms = new HashSet<>(things.isEmpty() ? List.of() : Ask.of(em, Long.class, "select x.roomId from TicketRoom x where x.ticketId = :ticket order by x.id")
                .set("ticket", ticket.id()).list());
        things.stream().filter(thing -> thing.roomId() == null || !rooms.contains(thing.roomId()))
                .forEach(thing -> devices.mount(thing.id(), thing.targetRoomId() != null && rooms.contains(thing.targetRoomId()) ? thing.targetRoomId() : ticket.roomId()));
        if (!rooms.isEmpty() && rooms.add(ticket.roomId())) {
            em.persist(new TicketRoom(ticket.id(), ticket.roomId()));
        }
    }

    /** What others are told when the work is done; of no device if the kind leaves devices as they are. */
    Tickets.Done news(Ticket ticket, Kind kind, Tickets.Link link) {
        return new Tickets.Done(ticket.id(), ticket.ref().no(), ticket.schoolId(), ticket.roomId(),
                kind.devices() == KindDevices.NONE ? List.of() : opening.devices(ticket.id()).stream().map(TicketOpening.Thing::id).toList(), link);
    }

    /**
     * The school has accepted: the devices go into service, those that are not there yet from an acceptance before.
     *
     * @throws Refused {@code ticket.not_passed} if the kind is measured and the last measurement was not passed
     */
    void intoService(Ticket ticket, Kind kind) {
        intoService(ticket, kind, null);
        em.createQuery("update TicketRoom x set x.acceptedAt = :now, x.acceptedBy = :name where x.ticketId = :ticket and x.acceptedAt is null")
                .setParameter("now", clock.now()).setParameter("name", actor.name()).setParameter("ticket", ticket.id()).executeUpdate();
    }

    /** The same for the devices in some of its rooms; null for all of them. */
    void intoService(Ticket ticket, Kind kind, Set<Long> rooms) {
        if (kind.measurement() && !passed(ticket.id())) {
            throw new Refused("ticket.not_passed", ticket.ref().no());
        }
        if (kind.devices() == KindDevices.SERVE) {
            opening.devices(ticket.id()).stream().filter(thing -> thing.state() != DeviceState.IN_SERVICE && (rooms == null || rooms.contains(thing.roomId())))
                    .forEach(thing -> devices.putIntoService(thing.id()));
        }
    }

    private boolean passed(Long ticketId) {
        return Ask.of(em, Boolean.class, "select m.passed from Measurement m where m.ticketId = :ticket order by m.id desc")
                .set("ticket", ticketId).first().orElse(false);
    }
}
