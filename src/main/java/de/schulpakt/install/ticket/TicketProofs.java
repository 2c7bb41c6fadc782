package de.schulpakt.install.ticket;

import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KindDevices;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** What a kind asks for at the end of the work, and what then happens to the devices. */
@ApplicationScoped
class TicketProofs {
    @PersistenceContext
    EntityManager em;
    @Inject
    Devices devices;
    @Inject
    TicketOpening opening;

    /**
     * The work is said to be done.
     *
     * @throws Refused {@code ticket.steps_open}, {@code ticket.photo_missing}
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
    }

    /** How many pictures stand at the ticket. */
    private long photos(Long ticketId) {
        return Ask.of(em, Long.class, """
                select count(p) from Paper p where p.subjectType = 'Ticket' and p.subjectId = :ticket and p.contentId is not null
                and p.replacedBy is null and p.mediaType like 'image/%'""")
                .set("ticket", ticketId).one().orElse(0L);
    }

    /**
     * Puts the devices where the work was done, if the kind says so.
     *
     * @throws Refused {@code ticket.room_missing} if there are devices and no room
     */
    void place(Ticket ticket, Kind kind) {
        List<TicketOpening.Thing> things = kind.devices() == KindDevices.NONE ? List.of() : opening.devices(ticket.id());
        if (!things.isEmpty() && ticket.roomId() == null) {
            throw new Refused("ticket.room_missing", ticket.ref().no());
        }
        things.forEach(thing -> devices.mount(thing.id(), ticket.roomId()));
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
        if (kind.measurement() && !passed(ticket.id())) {
            throw new Refused("ticket.not_passed", ticket.ref().no());
        }
        if (kind.devices() == KindDevices.SERVE) {
            opening.devices(ticket.id()).stream().filter(thing -> thing.state() != DeviceState.IN_SERVICE)
                    .forEach(thing -> devices.putIntoService(thing.id()));
        }
    }

    private boolean passed(Long ticketId) {
        return Ask.of(em, Boolean.class, "select m.passed from Measurement m where m.ticketId = :ticket order by m.id desc")
                .set("ticket", ticketId).first().orElse(false);
    }
}
