package de.schulpakt.overview.readiness;

import static de.schulpakt.identity.Permission.REQUEST_VIEW;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.procurement.request.RequestState;
import de.schulpakt.school.place.RoomKind;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How ready each room of a school is, in four statements: rooms, devices with their tickets, request lines, tickets without
 * device. A device counts for the room in which it stands, or for which it was asked while it stands nowhere.
 */
@Queries
public class ReadinessQueries {
    /**
     * What keeps a room from being ready.
     *
     * @param what    article or device
     * @param subject number of the request, order, device or ticket
     * @param type    entity name of that subject
     * @param on      day that is expected or agreed, null if there is none
     * @param note    what is waited for
     */
    public record Obstacle(ObstacleKind kind, String what, String type, Long id, String subject, LocalDate on, String note) {
    }

    /**
     * One room and how ready it is.
     *
     * @param next  the next obstacle, null if there is none
     * @param more  how many further obstacles there are
     * @param inUse what is in service there, by kind of device
     */
    public record Readiness(Long id, String name, String building, String floor, RoomKind kind, RoomStanding standing,
            Obstacle next, Integer more, Map<ModelKind, Long> inUse) {
    }

    private static final String OPEN_TICKETS = "de.schulpakt.install.ticket.TicketState.OPEN, de.schulpakt.install.ticket.TicketState.PLANNED,"
            + " de.schulpakt.install.ticket.TicketState.SCHEDULED, de.schulpakt.install.ticket.TicketState.WAITING,"
            + " de.schulpakt.install.ticket.TicketState.IN_WORK, de.schulpakt.install.ticket.TicketState.MEASURED";
    /** An aggregate of an instant would come back unconverted, so the visit is found by its id. */
    private static final String NEXT_VISIT = " left join Visit v on v.id = (select min(w.id) from Visit w where w.ticketId = t.id"
            + " and w.cancelled = false and w.startsAt >= :now)";
    private static final int MOST = 20_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    /** What is known of one room while it is gathered. */
    private static final class Gathered {
        private final List<Obstacle> obstacles = new ArrayList<>();
        private final Map<ModelKind, Long> inUse = new EnumMap<>(ModelKind.class);
    }

    /**
     * The rooms of a school; devices, tickets and requests count only for who may see them there.
     *
     * @throws de.schulpakt.platform.NotFound if the asker may not see the school
     */
    public List<Readiness> rooms(long schoolId) {
        guard.require(SCHOOL_VIEW, schoolId);
        Map<Long, Gathered> rooms = new HashMap<>();
        devices(schoolId, rooms);
        tickets(schoolId, rooms);
        if (guard.may(REQUEST_VIEW, schoolId)) {
            requests(schoolId, rooms);
        }
        return list("select r.id, r.name, b.name, r.floor, r.kind from Room r join Building b on b.id = r.buildingId"
                + " where r.schoolId = :school order by b.name, r.name", schoolId).stream()
                .map(r -> room(r, rooms.getOrDefault((Long) r[0], new Gathered()))).toList();
    }

    private static Readiness room(Object[] r, Gathered all) {
        Obstacle next = all.obstacles.stream().min(Comparator.comparing(Obstacle::kind)).orElse(null);
        RoomStanding standing = next == null ? all.inUse.isEmpty() ? RoomStanding.EMPTY : RoomStanding.READY
                : next.kind() == ObstacleKind.WAITING ? RoomStanding.BLOCKED : RoomStanding.COMING;
        return new Readiness((Long) r[0], (String) r[1], (String) r[2], (String) r[3], (RoomKind) r[4], standing, next,
                next == null ? 0 : all.obstacles.size() - 1, all.inUse);
    }

    /** Devices that are neither lost nor retired; several of one kind at the same point are one obstacle. */
    private void devices(long schoolId, Map<Long, Gathered> rooms) {
        Map<String, Boolean> seen = new HashMap<>();
        for (Object[] d : list("select d.id, d.inventoryNo, d.roomId, d.targetRoomId, d.state, m.kind, m.name, m.needsNetwork, t.id,"
                + " t.no, t.state, t.waitingFor, t.assigneeId, v.startsAt from Device d join DeviceModel m on m.id = d.modelId"
                + " left join Ticket t on t.deviceId = d.id" + NEXT_VISIT + " where d.schoolId = :school and d.state in"
                + " (de.schulpakt.inventory.device.DeviceState.IN_STOCK, de.schulpakt.inventory.device.DeviceState.IN_SERVICE,"
                + " de.schulpakt.inventory.device.DeviceState.IN_REPAIR) and (d.roomId is not null or d.targetRoomId is not null)"
                + " order by d.id", schoolId, true)) {
            Long room = (Long) (d[2] == null ? d[3] : d[2]);
            Gathered all = rooms.computeIfAbsent(room, id -> new Gathered());
            if (d[4] == DeviceState.IN_SERVICE) {
                all.inUse.merge((ModelKind) d[5], 1L, Long::sum);
            }
            Obstacle obstacle = obstacle(d);
            boolean alike = obstacle != null && "Device".equals(obstacle.type());
            if (obstacle != null && (!alike || seen.put(room + "/" + obstacle.kind() + "/" + d[6], true) == null)) {
                all.obstacles.add(obstacle);
            }
        }
    }

    private static Obstacle obstacle(Object[] d) {
        TicketState state = (TicketState) d[10];
        ObstacleKind work = work(state, d[12]);
        if (work != null) {
            return new Obstacle(work, (String) d[6], "Ticket", (Long) d[8], (String) d[9], Clock.day((Instant) d[13]), (String) d[11]);
        }
        if (d[4] == DeviceState.IN_REPAIR) {
            return new Obstacle(ObstacleKind.REPAIR, (String) d[6], "Device", (Long) d[0], (String) d[1], null, null);
        }
        if (d[4] != DeviceState.IN_STOCK) {
            return null;
        }
        return new Obstacle(d[2] == null ? ObstacleKind.PLACE : ObstacleKind.SERVE, (String) d[6], "Device", (Long) d[0],
                (String) d[1], null, null);
    }

    /** What a ticket needs next; null if it has ended or there is none. */
    private static ObstacleKind work(TicketState state, Object assignee) {
        if (state == null) {
            return null;
        }
        return switch (state) {
            case WAITING -> ObstacleKind.WAITING;
            case MEASURED -> ObstacleKind.ACCEPT;
            case OPEN -> assignee == null ? ObstacleKind.TAKE : ObstacleKind.INSTALL;
            case PLANNED, SCHEDULED, IN_WORK -> ObstacleKind.INSTALL;
            default -> null;
        };
    }

    private void tickets(long schoolId, Map<Long, Gathered> rooms) {
        for (Object[] t : list("select t.roomId, t.id, t.no, t.title, t.state, t.waitingFor, t.assigneeId, v.startsAt from Ticket t"
                + NEXT_VISIT + " where t.schoolId = :school and t.deviceId is null and t.roomId is not null and t.state in (" + OPEN_TICKETS
                + ") order by t.id", schoolId, true)) {
            rooms.computeIfAbsent((Long) t[0], id -> new Gathered()).obstacles.add(new Obstacle(work((TicketState) t[4], t[6]),
                    (String) t[3], "Ticket", (Long) t[1], (String) t[2], Clock.day((Instant) t[7]), (String) t[5]));
        }
    }

    private void requests(long schoolId, Map<Long, Gathered> rooms) {
        for (Object[] i : list("select i.roomId, r.id, r.no, r.state, c.name, l.id, l.quantity - (l.delivered + l.cancelled),"
                + " o.expectedOn, o.no from RequestItem i join Request r on r.id = i.requestId"
                + " join CatalogueItem c on c.id = i.itemId left join OrderLine l on l.requestItemId = i.id"
                + " left join PurchaseOrder o on o.id = l.orderId where r.schoolId = :school and r.state in"
                + " (de.schulpakt.procurement.request.RequestState.SUBMITTED, de.schulpakt.procurement.request.RequestState.QUERIED,"
                + " de.schulpakt.procurement.request.RequestState.APPROVED, de.schulpakt.procurement.request.RequestState.ORDERED)"
                + " order by r.id, i.lineNo", schoolId)) {
            ObstacleKind kind = kind((RequestState) i[3], i[5] != null, number(i[6]));
            if (kind != null) {
                rooms.computeIfAbsent((Long) i[0], id -> new Gathered()).obstacles.add(new Obstacle(kind, (String) i[4], "Request",
                        (Long) i[1], (String) i[2], (LocalDate) i[7], (String) i[8]));
            }
        }
    }

    private static ObstacleKind kind(RequestState state, boolean ordered, long awaited) {
        return switch (state) {
            case SUBMITTED -> ObstacleKind.DECIDE;
            case QUERIED -> ObstacleKind.ANSWER;
            default -> !ordered ? state == RequestState.APPROVED ? ObstacleKind.ORDER : null
                    : awaited > 0 ? ObstacleKind.DELIVER : null;
        };
    }

    private List<Object[]> list(String jpql, long schoolId) {
        return list(jpql, schoolId, false);
    }

    private List<Object[]> list(String jpql, long schoolId, boolean now) {
        var query = em.createQuery(jpql, Object[].class).setParameter("school", schoolId).setMaxResults(MOST);
        return (now ? query.setParameter("now", clock.now()) : query).getResultList();
    }

    private static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }
}
