package de.schulpakt.overview.room;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.identity.Permission.NETWORK_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_VIEW;
import static de.schulpakt.identity.Permission.TICKET_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.network.UnitKind;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.overview.readiness.ReadinessQueries;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.procurement.request.RequestState;
import de.schulpakt.school.place.RoomQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What other rooms of the house know about a room. */
@Queries
public class RoomParts {
    private static final int MOST = 30;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    RoomQueries rooms;
    @Inject
    ReadinessQueries readiness;

    /** A device that stands there, or is meant for it and stands nowhere. */
    public record Thing(Long id, String inventoryNo, String serial, String model, ModelKind kind, DeviceState state, Boolean there) {
    }

    /** Work there. */
    public record Work(Long id, String no, String title, TicketState state, LocalDate dueOn) {
    }

    /** What was asked for it and has not all come. */
    public record Wish(Long id, String no, String item, Integer quantity, RequestState state) {
    }

    /** A distributor, socket or access point there. */
    public record Unit(Long id, UnitKind kind, String name) {
    }

    private record Counts(Long devices, Long tickets) {
    }

    /**
     * The parts of a room. What the asker may not see of it is null, counts included; of each the first thirty.
     *
     * @param ready   how ready it is, null for a room that is closed
     * @param tickets of the newest the open ones first
     */
    public record View(Long roomId, ReadinessQueries.Readiness ready, List<Thing> devices, Long deviceCount, List<Work> tickets, Long ticketCount, List<Wish> wishes,
            List<Unit> units) {
    }

    /**
     * The parts of one room.
     *
     * @throws NotFound if there is none, or the asker may not see the school
     */
    public View parts(long roomId) {
        RoomQueries.View room = rooms.view(roomId);
        long school = room.schoolId();
        boolean devices = guard.may(DEVICE_VIEW, school);
        boolean tickets = guard.may(TICKET_VIEW, school);
        Counts counts = Ask.of(em, Counts.class, """
                select (select count(d.id) from Device d where d.roomId = r.id and d.state <> :retired) as devices,
                  (select count(t.id) from Ticket t where t.roomId = r.id) as tickets from Room r where r.id = :room""").set("retired", DeviceState.RETIRED)
                .set("room", roomId).one().orElseThrow(() -> new NotFound("Room", roomId));
        return new View(roomId, room.closedOn() != null ? null : readiness.rooms(school).stream().filter(r -> r.id().equals(roomId)).findFirst().orElse(null),
                devices ? devices(roomId) : null, devices ? counts.devices() : null, tickets ? tickets(roomId) : null, tickets ? counts.tickets() : null,
                guard.may(REQUEST_VIEW, school) ? wishes(roomId) : null, guard.may(NETWORK_VIEW, school) ? units(roomId) : null);
    }

    private List<Thing> devices(long room) {
        return Ask.of(em, Thing.class, """
                select d.id as id, d.inventoryNo as inventoryNo, d.serial as serial, concat(m.maker, concat(' ', m.name)) as model, m.kind as kind, d.state as state,
                    case when d.roomId is null then false else true end as there
                from Device d join DeviceModel m on m.id = d.modelId
                where (d.roomId = :room or d.roomId is null and d.targetRoomId = :room) and d.state <> :retired order by d.id""").set("room", room)
                .set("retired", DeviceState.RETIRED).list(MOST);
    }

    private List<Work> tickets(long room) {
        return Ask.of(em, Work.class, """
                select t.id as id, t.no as no, t.title as title, t.state as state, t.dueOn as dueOn from Ticket t where t.roomId = :room order by t.id desc""")
                .set("room", room).list(MOST).stream().sorted(Comparator.comparing(t -> !RoomUse.WORK.contains(t.state()))).toList();
    }

    private List<Wish> wishes(long room) {
        return Ask.of(em, Wish.class, """
                select r.id as id, r.no as no, c.name as item, i.quantity as quantity, r.state as state
                from RequestItem i join Request r on r.id = i.requestId join CatalogueItem c on c.id = i.itemId
                where i.roomId = :room and r.state in :running order by r.id desc, i.lineNo""").set("room", room).set("running", RoomUse.RUNNING).list(MOST);
    }

    private List<Unit> units(long room) {
        return Ask.of(em, Unit.class, "select u.id as id, u.kind as kind, u.name as name from NetworkUnit u where u.roomId = :room and u.live = true order by u.kind, u.name, u.id")
                .set("room", room).list(MOST);
    }
}
