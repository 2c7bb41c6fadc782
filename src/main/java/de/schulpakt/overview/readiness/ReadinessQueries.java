package de.schulpakt.overview.readiness;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.identity.Permission.NETWORK_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_VIEW;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;
import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static de.schulpakt.overview.readiness.RoomTrade.ACCESS_POINT;
import static de.schulpakt.overview.readiness.RoomTrade.CABLE;
import static de.schulpakt.overview.readiness.RoomTrade.DEVICES;
import static de.schulpakt.overview.readiness.RoomTrade.DISPLAY;
import static de.schulpakt.overview.readiness.RoomTrade.MANAGED;
import static de.schulpakt.overview.readiness.RoomTrade.PORT;
import static de.schulpakt.overview.readiness.RoomTrade.POWER;
import static de.schulpakt.overview.readiness.RoomTrade.SURVEY;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.procurement.request.RequestState;
import de.schulpakt.school.place.RoomKind;
import de.schulpakt.school.place.SchoolQueries;
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
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How ready each room of a school is, in five statements: rooms, how many devices serve, the other devices with their tickets, request
 * lines, tickets without device. A device counts for the room in which it stands, or for which it was asked while it stands nowhere.
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
     * @param standing ready if it lacks nothing, as in the list of rooms and on the map
     * @param missing what it lacks first in the order of the trades, null for nothing, or if the asker may not see that
     */
    public record Readiness(Long id, String name, String building, String floor, RoomKind kind, RoomStanding standing,
            Obstacle next, Integer more, Map<ModelKind, Long> inUse, RoomTrade missing) {
    }

    /**
     * What is recorded of the network of a school, counted over its rooms that are not closed.
     *
     * @param surveyed rooms that were looked at
     * @param cables   sockets whose cable was measured and passed
     * @param ports    sockets whose cable leads to a switch
     * @param whole    rooms that lack nothing
     * @param lacking  the other rooms, by what they lack first
     */
    public record Network(Long schoolId, long rooms, long classrooms, long surveyed, long cables, long ports, long accessPoints, long whole, Map<RoomTrade, Long> lacking) {
        /** True if anything was looked at, measured or installed; otherwise nobody knows. */
        public boolean known() {
            return surveyed + cables + ports + accessPoints > 0;
        }
    }

    /** Tickets whose work has not ended. */
    private static final List<TicketState> OPEN = List.of(TicketState.OPEN, TicketState.PLANNED, TicketState.SCHEDULED,
            TicketState.WAITING, TicketState.IN_WORK, TicketState.MEASURED);
    /** An aggregate of an instant would come back unconverted, so the visit is found by its id. */
    private static final String NEXT_VISIT = """
             left join Visit v on v.id = (select min(w.id) from Visit w where w.ticketId = t.id and w.cancelled = false
            and w.startsAt >= :now)
            """;
    private static final String COUNTED = ", " + SURVEY.counted() + " as survey, " + POWER.counted() + " as supply, " + CABLE.counted() + " as cables, " + PORT.counted()
            + " as ports, " + ACCESS_POINT.counted() + " as accessPoints, " + DISPLAY.counted() + " as displays, " + DEVICES.counted() + " as devices, "
            + MANAGED.counted() + " as managed";
    private static final int MOST = 20_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    SchoolQueries schools;
    @Inject
    Clock clock;

    /** What is known of one room while it is gathered. */
    private static final class Gathered {
        private final List<Obstacle> obstacles = new ArrayList<>();
        private final Map<ModelKind, Long> inUse = new EnumMap<>(ModelKind.class);
    }

    /** A room with how many it has of each trade. */
    record Place(Long id, String name, String building, String floor, RoomKind kind, Long survey, Long supply, Long cables, Long ports, Long accessPoints,
            Long displays, Long devices, Long managed) {
    }

    /** How many a room of a school has of each trade. */
    record Counts(Long schoolId, RoomKind kind, Long survey, Long supply, Long cables, Long ports, Long accessPoints, Long displays, Long devices, Long managed) {
        RoomTrade lacks() {
            return first(new Long[] {survey, supply, cables, ports, accessPoints, displays, devices, managed});
        }
    }

    /** A ticket with its next visit. */
    record Work(Long id, String no, String title, TicketState state, String waitingFor, Long assigneeId, Instant startsAt, Long roomId) {
    }

    /** A device with its ticket. */
    record Thing(Long id, String inventoryNo, Long roomId, Long targetRoomId, DeviceState state, String model, Work work) {
        Long room() {
            return roomId == null ? targetRoomId : roomId;
        }
    }

    /** How many devices of a kind serve in a room. */
    record Serving(Long roomId, Long targetRoomId, ModelKind kind, Long devices) {
    }

    /** A line that was asked for, with its order if there is one. */
    record Wish(Long roomId, Long requestId, String requestNo, RequestState state, String item, Long orderLineId, Long awaited,
            LocalDate expectedOn, String orderNo) {
    }

    /**
     * The rooms of a school; devices, tickets and requests count only for who may see them there.
     *
     * @throws NotFound if there is no such school or the asker may not see it
     */
    public List<Readiness> rooms(long schoolId) {
        guard.require(SCHOOL_VIEW, schoolId);
        boolean tickets = guard.may(TICKET_VIEW, schoolId);
        Map<Long, Gathered> rooms = new HashMap<>();
        if (guard.may(DEVICE_VIEW, schoolId)) {
            devices(schoolId, rooms, tickets);
        }
        if (tickets) {
            tickets(schoolId, rooms);
        }
        if (guard.may(REQUEST_VIEW, schoolId)) {
            requests(schoolId, rooms);
        }
        boolean seen = tickets && guard.may(DEVICE_VIEW, schoolId) && guard.may(NETWORK_VIEW, schoolId);
        String trades = seen ? COUNTED : ", 1 as survey, 1 as supply, 1 as cables, 1 as ports, 1 as accessPoints, 1 as displays, 1 as devices, 1 as managed";
        List<Place> places = Ask.of(em, Place.class, "select r.id as id, r.name as name, b.name as building, r.floor as floor_, r.kind as kind" + trades
                + " from Room r join Building b on b.id = r.buildingId where r.schoolId = :school and r.closedOn is null and r.leftOn is null order by b.nameKey, b.id, r.nameKey, r.id")
                .set("school", schoolId).list(MOST);
        if (places.isEmpty()) {
            schools.mustBeThere(schoolId);
        }
        return places.stream().map(r -> room(r, seen, rooms.getOrDefault(r.id(), new Gathered()))).toList();
    }

    /**
     * What is recorded of the network of schools, by school, in one statement; schools without rooms, and those whose network the asker may not see,
     * are left out.
     */
    public Map<Long, Network> networks(List<Long> schools) {
        Scope scope = guard.visibleSchools(NETWORK_VIEW);
        if (schools.isEmpty() || scope.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Counts>> rooms = scope.bind(Ask.of(em, Counts.class, "select r.schoolId as schoolId, r.kind as kind" + COUNTED
                + " from Room r join School s on s.id = r.schoolId where r.schoolId in :schools and r.closedOn is null and r.leftOn is null and" + scope.school("s") + " order by r.schoolId, r.id"))
                .set("schools", schools).list(MOST).stream().collect(Collectors.groupingBy(Counts::schoolId));
        Map<Long, Network> networks = new HashMap<>();
        rooms.forEach((school, all) -> networks.put(school, network(school, all)));
        return networks;
    }

    private static Network network(Long school, List<Counts> rooms) {
        Map<RoomTrade, Long> lacking = new EnumMap<>(RoomTrade.class);
        rooms.stream().map(Counts::lacks).filter(Objects::nonNull).forEach(trade -> lacking.merge(trade, 1L, Long::sum));
        return new Network(school, rooms.size(), rooms.stream().filter(r -> r.kind() == RoomKind.CLASSROOM).count(), rooms.stream().filter(r -> r.survey() > 0).count(),
                rooms.stream().mapToLong(Counts::cables).sum(), rooms.stream().mapToLong(Counts::ports).sum(), rooms.stream().mapToLong(Counts::accessPoints).sum(),
                rooms.stream().filter(r -> r.lacks() == null).count(), lacking);
    }

    private static Readiness room(Place r, boolean seen, Gathered all) {
        Obstacle next = all.obstacles.stream().min(Comparator.comparing(Obstacle::kind)).orElse(null);
        RoomTrade missing = first(new Long[] {r.survey(), r.supply(), r.cables(), r.ports(), r.accessPoints(), r.displays(), r.devices(), r.managed()});
        RoomStanding standing = RoomStanding.of(seen, missing, next == null ? null : next.kind(), !all.inUse.isEmpty());
        return new Readiness(r.id(), r.name(), r.building(), r.floor(), r.kind(), standing, next,
                next == null ? 0 : all.obstacles.size() - 1, all.inUse, missing);
    }

    /** The first trade of which there is nothing, null if there is something of each. */
    static RoomTrade first(Long[] counts) {
        for (RoomTrade trade : RoomTrade.values()) {
            if (counts[trade.ordinal()] == 0) {
                return trade;
            }
        }
        return null;
    }

    /** Devices that are neither lost nor retired; several of one kind at the same point are one obstacle. */
    private void devices(long schoolId, Map<Long, Gathered> rooms, boolean withTickets) {
        Map<String, Boolean> seen = new HashMap<>();
        // what serves and waits for nobody is counted by the database: a school has thousands of it
        Ask.of(em, Serving.class, """
                select d.roomId as roomId, d.targetRoomId as targetRoomId, m.kind as kind, count(d.id) as devices
                from Device d join DeviceModel m on m.id = d.modelId
                where d.schoolId = :school and d.state = :serving and (d.roomId is not null or d.targetRoomId is not null)
                group by d.roomId, d.targetRoomId, m.kind""").set("school", schoolId).set("serving", DeviceState.IN_SERVICE).list(MOST)
                .forEach(s -> rooms.computeIfAbsent(s.roomId() == null ? s.targetRoomId() : s.roomId(), id -> new Gathered()).inUse.merge(s.kind(), s.devices(), Long::sum));
        for (Thing d : Ask.of(em, Thing.class, """
                select d.id as id, d.inventoryNo as inventoryNo, d.roomId as roomId, d.targetRoomId as targetRoomId,
                    d.state as state, m.name as model, t.id as work_id, t.no as work_no, t.title as work_title,
                    t.state as work_state, t.waitingFor as work_waitingFor, t.assigneeId as work_assigneeId,
                    v.startsAt as work_startsAt, t.roomId as work_roomId
                from Device d join DeviceModel m on m.id = d.modelId left join Ticket t on t.installedId = d.id""" + NEXT_VISIT + """
                where d.schoolId = :school and (d.state in :states or d.state = :serving and t.state in :open)
                    and (d.roomId is not null or d.targetRoomId is not null)
                order by d.id""").set("school", schoolId).set("now", clock.now()).set("serving", DeviceState.IN_SERVICE).set("open", OPEN)
                .set("states", List.of(DeviceState.IN_STOCK, DeviceState.IN_REPAIR)).list(MOST)) {
            Gathered all = rooms.computeIfAbsent(d.room(), id -> new Gathered());
            Obstacle obstacle = obstacle(d, withTickets ? d.work() : null);
            boolean alike = obstacle != null && "Device".equals(obstacle.type());
            if (obstacle != null && (!alike || seen.put(d.room() + "/" + obstacle.kind() + "/" + d.model(), true) == null)) {
                all.obstacles.add(obstacle);
            }
        }
    }

    private static Obstacle obstacle(Thing d, Work work) {
        ObstacleKind kind = kind(work);
        if (kind != null) {
            return new Obstacle(kind, d.model(), "Ticket", work.id(), work.no(), Clock.day(work.startsAt()), work.waitingFor());
        }
        if (d.state() == DeviceState.IN_REPAIR) {
            return new Obstacle(ObstacleKind.REPAIR, d.model(), "Device", d.id(), d.inventoryNo(), null, null);
        }
        if (d.state() != DeviceState.IN_STOCK) {
            return null;
        }
        return new Obstacle(d.roomId() == null ? ObstacleKind.PLACE : ObstacleKind.SERVE, d.model(), "Device", d.id(),
                d.inventoryNo(), null, null);
    }

    /** What a ticket needs next; null if it has ended or there is none. */
    private static ObstacleKind kind(Work work) {
        if (work == null) {
            return null;
        }
        return switch (work.state()) {
            case WAITING -> ObstacleKind.WAITING;
            case MEASURED -> ObstacleKind.ACCEPT;
            case OPEN -> work.assigneeId() == null ? ObstacleKind.TAKE : ObstacleKind.INSTALL;
            case PLANNED, SCHEDULED, IN_WORK -> ObstacleKind.INSTALL;
            default -> null;
        };
    }

    private void tickets(long schoolId, Map<Long, Gathered> rooms) {
        Ask.of(em, Work.class, """
                select t.id as id, t.no as no, t.title as title, t.state as state, t.waitingFor as waitingFor,
                    t.assigneeId as assigneeId, v.startsAt as startsAt, t.roomId as roomId from Ticket t""" + NEXT_VISIT + """
                where t.schoolId = :school and t.installedId is null and t.roomId is not null and t.state in :open order by t.id""")
                .set("school", schoolId).set("now", clock.now()).set("open", OPEN).list(MOST)
                .forEach(t -> rooms.computeIfAbsent(t.roomId(), id -> new Gathered()).obstacles.add(new Obstacle(kind(t), t.title(),
                        "Ticket", t.id(), t.no(), Clock.day(t.startsAt()), t.waitingFor())));
    }

    private void requests(long schoolId, Map<Long, Gathered> rooms) {
        for (Wish i : Ask.of(em, Wish.class, """
                select i.roomId as roomId, r.id as requestId, r.no as requestNo, r.state as state, c.name as item,
                    l.id as orderLineId, l.quantity - (l.delivered + l.cancelled) as awaited, l.expectedOn as expectedOn,
                    o.no as orderNo
                from RequestItem i join Request r on r.id = i.requestId join CatalogueItem c on c.id = i.itemId
                    left join OrderLine l on l.requestItemId = i.id left join PurchaseOrder o on o.id = l.orderId
                where r.schoolId = :school and r.state in :states order by r.id, i.lineNo""").set("school", schoolId)
                .set("states", List.of(RequestState.SUBMITTED, RequestState.QUERIED, RequestState.AWAITING_SECOND, RequestState.APPROVED, RequestState.ORDERED))
                .list(MOST)) {
            ObstacleKind kind = kind(i);
            if (kind != null) {
                rooms.computeIfAbsent(i.roomId(), id -> new Gathered()).obstacles.add(new Obstacle(kind, i.item(), "Request",
                        i.requestId(), i.requestNo(), i.expectedOn(), i.orderNo()));
            }
        }
    }

    private static ObstacleKind kind(Wish wish) {
        return switch (wish.state()) {
            case SUBMITTED -> ObstacleKind.DECIDE;
            case QUERIED -> ObstacleKind.ANSWER;
            default -> wish.orderLineId() == null ? wish.state() == RequestState.APPROVED ? ObstacleKind.ORDER : null
                    : wish.awaited() > 0 ? ObstacleKind.DELIVER : null;
        };
    }
}
