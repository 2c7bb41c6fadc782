package de.schulpakt.install.trip;

import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.planning.DayQueries;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions about trips. */
@Queries
public class TripQueries {
    private static final int MOST = 60;
    private static final Set<TicketState> TO_GO = EnumSet.of(TicketState.OPEN, TicketState.PLANNED, TicketState.SCHEDULED, TicketState.IN_WORK);

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    DayQueries days;

    /** Where a school is. */
    private record Place(Long schoolId, String school, BigDecimal latitude, BigDecimal longitude) {
        Route.Stop stop() {
            return new Route.Stop(schoolId, latitude, longitude);
        }
    }

    /** Only technicians go anywhere. */
    public void mayGo() {
        guard.require(TICKET_WORK);
    }

    /**
     * What a trip to a school is for: the work there that is the asker's or nobody's, what is to be loaded, how one gets in. For technicians.
     *
     * @throws NotFound if there is no such school, or the asker may not see its tickets
     */
    public View school(long schoolId) {
        guard.require(TICKET_WORK, schoolId);
        View view = Ask.of(em, View.class, """
                select s.id as schoolId, s.name as school, s.street as street, s.postcode as postcode, s.city as city, a.version as accessVersion,
                    a.keyWords as keys, a.hours as hours from School s left join SchoolAccess a on a.schoolId = s.id where s.id = :id""")
                .set("id", schoolId).one().orElseThrow(() -> new NotFound("School", schoolId));
        List<Work> works = Ask.of(em, Work.class, """
                select t.id as id, t.version as version, t.no as no, t.title as title, t.state as state, r.name as room, t.assigneeId as assigneeId,
                    t.dueOn as dueOn, k.minutes as minutes
                from Ticket t join TicketKind k on k.id = t.kindId left join Room r on r.id = t.roomId
                where t.schoolId = :school and t.state in :states and (t.assigneeId is null or t.assigneeId = :me) order by t.urgentOn, t.id""")
                .set("school", schoolId).set("states", TO_GO).set("me", actor.id()).list(MOST);
        if (works.isEmpty()) {
            return view.with(works, List.of(), List.of());
        }
        List<Long> ids = works.stream().map(Work::id).toList();
        List<Part> parts = Ask.of(em, Part.class, """
                select d.id as deviceId, concat(m.maker, ' ', m.name) as model, d.inventoryNo as inventoryNo, d.serial as serial, t.no as no
                from TicketDevice x join Device d on d.id = x.deviceId join DeviceModel m on m.id = d.modelId join Ticket t on t.id = x.ticketId
                where x.ticketId in :ids and d.state = :stock and d.roomId is null order by t.id, d.id""").set("ids", ids).set("stock", DeviceState.IN_STOCK).list(200);
        List<Material> material = Ask.of(em, Material.class, """
                select p.name as name, sum(p.amount) as amount from WaveMaterial p join WaveTicket w on w.tradeId = p.tradeId where w.ticketId in :ids
                group by p.name order by p.name""").set("ids", ids).list(200);
        return view.with(works, parts, material);
    }

    /** The schools of the asker's day in the order of the visits, with the way between them, and the shortest order. For technicians. */
    public Day day(LocalDate day) {
        guard.require(TICKET_WORK);
        Set<Long> ids = days.today(day).visits().stream().map(DayQueries.VisitRow::schoolId).collect(Collectors.toCollection(LinkedHashSet::new));
        if (ids.isEmpty()) {
            return new Day(day, List.of(), BigDecimal.ZERO, List.of(), BigDecimal.ZERO);
        }
        Map<Long, Place> places = Ask.of(em, Place.class, """
                select s.id as schoolId, s.name as school, s.latitude as latitude, s.longitude as longitude from School s where s.id in :ids""").set("ids", ids)
                .list().stream().collect(Collectors.toMap(Place::schoolId, place -> place));
        List<Route.Stop> agreed = ids.stream().map(id -> places.get(id).stop()).toList();
        List<Route.Stop> shortest = Route.shortest(agreed);
        return new Day(day, way(agreed, places), Route.length(agreed), way(shortest, places), Route.length(shortest));
    }

    private static List<Leg> way(List<Route.Stop> stops, Map<Long, Place> places) {
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < stops.size(); i++) {
            legs.add(new Leg(stops.get(i).schoolId(), places.get(stops.get(i).schoolId()).school(), i == 0 ? null : Route.km(stops.get(i - 1), stops.get(i))));
        }
        return legs;
    }

    /**
     * A trip to a school.
     *
     * @param accessVersion null if nothing was said of how one gets in
     * @param works         the most urgent first, at most 60
     * @param parts         devices that are still in stock
     * @param material      of the waves of these tickets
     */
    public record View(Long schoolId, String school, String street, String postcode, String city, Integer accessVersion, String keys, String hours,
            List<Work> works, List<Part> parts, List<Material> material) {
        /** Where the school is, in one line. */
        public String place() {
            String town = Stream.of(postcode, city).filter(Objects::nonNull).collect(Collectors.joining(" "));
            return Stream.of(school, street, town).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
        }

        View with(List<Work> open, List<Part> load, List<Material> takes) {
            return new View(schoolId, school, street, postcode, city, accessVersion, keys, hours, open, load, takes);
        }
    }

    /** A ticket that can be done on the trip; nobody has it if the assignee is null. */
    public record Work(Long id, Integer version, String no, String title, TicketState state, String room, Long assigneeId, LocalDate dueOn, Integer minutes) {
    }

    /** A device to load. */
    public record Part(Long deviceId, String model, String inventoryNo, String serial, String no) {
    }

    /** Material to load. */
    public record Material(String name, BigDecimal amount) {
    }

    /**
     * A school of the day.
     *
     * @param km from the one before, null for the first one and where coordinates are missing
     */
    public record Leg(Long schoolId, String school, BigDecimal km) {
    }

    /** The day: as it is agreed, and in the shortest order. */
    public record Day(LocalDate day, List<Leg> agreed, BigDecimal agreedKm, List<Leg> shortest, BigDecimal shortestKm) {
        /** True if another order is shorter. */
        public boolean better() {
            return shortestKm.compareTo(agreedKm) < 0;
        }
    }
}
