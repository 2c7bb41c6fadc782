package de.schulpakt.install.ticket;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KnownKinds;
import de.schulpakt.install.team.TeamDoor;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** How tickets come about: by hand, by a delivery, after another ticket. Whoever calls has asked the guard. */
@ApplicationScoped
class TicketOpening {
    /** Kind of what a delivery brings, and of tickets that are opened without saying more. */
    static final String USUAL = "INSTALLATION";
    private static final List<TicketState> RUNNING = Arrays.stream(TicketState.values()).filter(TicketState::pending).toList();

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    News news;
    @Inject
    TicketClock levels;
    @Inject
    KnownKinds kinds;
    @Inject
    Guard guard;
    @Inject
    TeamDoor teams;

    /** A device of a ticket. */
    record Thing(Long id, Long schoolId, DeviceState state, Long roomId, Long targetRoomId) {
    }

    /** Where a ticket is, and the team that has it, null for none. */
    record Had(Long schoolId, Long teamId) {
    }

    /**
     * Asks the guard and locks the team of a ticket before the ticket, as who ends a team locks them.
     *
     * @return true if it still gets tickets, false also if there is none
     */
    boolean team(long id, Permission permission) {
        Had had = Ask.of(em, Had.class, "select t.schoolId as schoolId, t.teamId as teamId from Ticket t where t.id = :id").set("id", id).one()
                .orElseThrow(() -> new NotFound("Ticket", id));
        guard.require(permission, had.schoolId());
        return teams.goesOn(had.teamId());
    }

    /**
     * The kind of that code for new tickets.
     *
     * @throws Refused {@code ticket.kind_unknown} if there is none, or it is offered no more
     */
    Kind kind(String code) {
        String wanted = code == null || code.isBlank() ? USUAL : code;
        return kinds.latest(wanted).filter(Kind::offered).orElseThrow(() -> new Refused("ticket.kind_unknown", wanted));
    }

    /** Opens it with its devices. */
    Ticket add(Kind kind, Tickets.Open cmd, boolean installs) {
        Ticket ticket = new Ticket(numbers.next("T"), kind, cmd, installs, clock.now());
        levels.begin(ticket, kind);
        em.persist(ticket);
        em.flush();
        if (cmd.deviceIds() != null) {
            cmd.deviceIds().stream().distinct().forEach(device -> em.persist(new TicketDevice(ticket.id(), device)));
        }
        history.record(ticket.ref(), TicketAction.OPEN);
        news.tell(ticket.schoolId(), "message.ticket_opened", ticket.ref());
        return ticket;
    }

    /** Opens what is a part of another ticket, whose {@link #team} is locked, of its kind in its version; its devices come from that one. */
    Ticket part(Kind kind, Ticket whole, Tickets.Open cmd) {
        Ticket ticket = new Ticket(numbers.next("T"), kind, cmd, false, clock.now());
        levels.begin(ticket, kind);
        ticket.partOf(whole);
        levels.goesOn(ticket, whole);
        em.persist(ticket);
        em.flush();
        history.record(ticket.ref(), TicketAction.OPEN, Said.that("said.part_of", whole.ref().no()));
        news.tell(ticket.schoolId(), "message.ticket_opened", ticket.ref());
        return ticket;
    }

    /** Opens what the kind says comes next, once, however often the first one ends. */
    void follow(Ticket ended, Kind kind) {
        if (kind.followUp() == null || kinds.latest(kind.followUp()).filter(Kind::offered).isEmpty()
                || Ask.of(em, Long.class, "select count(l) from TicketLink l where l.otherId = :ended and l.kind = :follows")
                        .set("ended", ended.id()).set("follows", TicketQueries.LinkKind.FOLLOWS).one().orElse(0L) > 0) {
            return;
        }
        List<Long> devices = devices(ended.id()).stream().map(Thing::id).toList();
        Ticket next = add(kind(kind.followUp()), new Tickets.Open(ended.schoolId(), ended.roomId(), kind.followUp(), ended.title(), null, null,
                devices, null), false);
        em.persist(new TicketLink(next.id(), ended.id(), TicketQueries.LinkKind.FOLLOWS));
    }

    /** The first ticket that works on one of the devices: it waits for them, so they stay. Refuses {@code device.ticket_open}. */
    void noneWorksOn(Set<Long> deviceIds) {
        Ask.of(em, Working.class, """
                select t.no as no, d.inventoryNo as device from TicketDevice x join Ticket t on t.id = x.ticketId join Device d on d.id = x.deviceId
                where x.deviceId in :ids and t.state in :running order by t.id""").set("ids", deviceIds).set("running", RUNNING).first().ifPresent(found -> {
            throw new Refused("device.ticket_open", found.device(), found.no());
        });
    }

    boolean wasInService(Long device) {
        return Ask.of(em, Long.class, "select count(d) from Device d where d.id = :id and d.inServiceOn is not null").set("id", device).one().orElse(0L) > 0;
    }

    /** A ticket that works on a device. */
    record Working(String no, String device) {
    }

    /**
     * The tickets on which work is to be done go on with the device that came in the place of another.
     *
     * @return true if there is one
     */
    boolean goesOn(Long old, Long device) {
        List<Ticket> open = em.createQuery("select t from Ticket t where exists (select x.id from TicketDevice x where x.ticketId = t.id and"
                        + " x.deviceId = :old) order by t.id", Ticket.class).setParameter("old", old).getResultList().stream()
                .filter(t -> t.state().pending()).toList();
        if (!open.isEmpty()) {
            // a ticket that was cancelled has not installed it
            em.createQuery("update Ticket t set t.installedId = null where t.installedId = :device and t.state = :cancelled").setParameter("device", device)
                    .setParameter("cancelled", TicketState.CANCELLED).executeUpdate();
        }
        boolean installed = Ask.of(em, Long.class, "select count(t) from Ticket t where t.installedId = :device").set("device", device).one().orElse(0L) > 0;
        open.forEach(ticket -> {
            em.createQuery("update TicketDevice x set x.deviceId = :device where x.ticketId = :ticket and x.deviceId = :old")
                    .setParameter("device", device).setParameter("ticket", ticket.id()).setParameter("old", old).executeUpdate();
            ticket.goesOn(old, device, installed);
            history.record(ticket.ref(), TicketAction.EXCHANGE);
        });
        return !open.isEmpty();
    }

    /** The devices of a ticket in the order in which they are locked. */
    List<Thing> devices(Long ticketId) {
        return Ask.of(em, Thing.class, """
                select d.id as id, d.schoolId as schoolId, d.state as state, d.roomId as roomId, d.targetRoomId as targetRoomId from TicketDevice x join Device d on d.id = x.deviceId
                where x.ticketId = :ticket order by d.id""").set("ticket", ticketId).list();
    }

    /** Refuses {@code ticket.device_gone} if a device of an ended ticket on which work is to be done again is at another school by now. */
    void stillThere(Ticket ticket) {
        if (devices(ticket.id()).stream().anyMatch(thing -> !thing.schoolId().equals(ticket.schoolId()))) {
            throw new Refused("ticket.device_gone", ticket.ref().no());
        }
    }

    /**
     * Makes sure that all are devices of that school.
     *
     * @return true if one of them has a ticket for its installation already
     * @throws Refused {@code ticket.device_of_other_school}, also if there is no such device
     */
    boolean ofSchool(List<Long> deviceIds, Long schoolId) {
        long found = Ask.of(em, Long.class, "select count(d) from Device d where d.id in :ids and d.schoolId = :school")
                .set("ids", deviceIds).set("school", schoolId).one().orElse(0L);
        if (found != deviceIds.stream().distinct().count()) {
            throw new Refused("ticket.device_of_other_school");
        }
        return Ask.of(em, Long.class, "select count(t) from Ticket t where t.installedId in :ids").set("ids", deviceIds)
                .one().orElse(0L) > 0;
    }
}
