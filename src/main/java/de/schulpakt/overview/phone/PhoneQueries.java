package de.schulpakt.overview.phone;

import static de.schulpakt.identity.Permission.DEVICE_PLACE;
import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.install.effort.EffortQueries;
import de.schulpakt.install.kind.KindResult;
import de.schulpakt.install.kind.ResultType;
import de.schulpakt.install.planning.DayQueries;
import de.schulpakt.install.ready.ReadyQueries;
import de.schulpakt.install.ticket.TicketAction;
import de.schulpakt.install.ticket.TicketFlow;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.worker.Workers;
import de.schulpakt.inventory.stocktake.StocktakeState;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.PlaceKind;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What is taken along on the phone. */
@Queries
public class PhoneQueries {
    /** What is done on the way; all else is done at a desk. */
    private static final Set<TicketAction> ON_THE_WAY = EnumSet.of(TicketAction.TAKE, TicketAction.START, TicketAction.WAIT,
            TicketAction.RESUME, TicketAction.MEASURE, TicketAction.FINISH, TicketAction.SOLVE);
    private static final List<Turn> FLOW = TicketFlow.FLOW.rows().stream().filter(row -> ON_THE_WAY.contains(row.action()))
            .map(row -> new Turn(row.from(), row.action(), row.to())).toList();
    private static final String WORK = """
            select t.id as id, t.version as version, t.no as no, t.title as title, t.state as state, t.assigneeId as assigneeId, s.id as schoolId, s.authorityId as authorityId,
                s.name as school, s.place as place, s.street as street, s.postcode as postcode, s.city as city, s.phone as phone, r.id as roomId, r.name as room,
                r.floor as floor_, b.name as building, t.description as description, t.waitingFor as waitingFor, t.dueOn as dueOn,
                k.code as kindCode, k.nameDe as kindDe, k.nameEn as kindEn, k.stepsDe as stepsDe, k.stepsEn as stepsEn, k.measurement as measurement,
                k.photo as photo, k.acceptance as acceptance, k.results as asks,
                (select count(p) from Paper p where p.subjectType = 'Ticket' and p.subjectId = t.id and p.contentId is not null
                    and p.replacedBy is null and p.mediaType like 'image/%') as photos
            from Ticket t join School s on s.id = t.schoolId join TicketKind k on k.id = t.kindId left join Room r on r.id = t.roomId
                left join Building b on b.id = r.buildingId where t.id in :ids order by t.urgentOn, t.id""";
    private static final int MOST_COUNTS = 30;
    private static final int MOST_ITEMS = 5_000;
    private static final int MOST_NUMBERS = 25_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    DayQueries days;
    @Inject
    EffortQueries effort;
    @Inject
    ReadyQueries ready;
    @Inject
    Workers workers;

    /**
     * What the asker takes along today; at most fourteen statements, whatever it is.
     *
     * @throws Forbidden for who neither works tickets nor places devices
     */
    public Taken taken() {
        if (!guard.may(TICKET_WORK)) {
            guard.require(DEVICE_PLACE);
        }
        List<Work> works = guard.may(TICKET_WORK) ? works(days.today(clock.today())) : List.of();
        // what nobody has is taken without network, too
        List<Long> schools = works.stream().map(Work::schoolId).distinct().toList();
        return new Taken(actor.id(), clock.now(), clock.today(), works, rooms(schools), FLOW, counts(),
                works.isEmpty() ? List.of() : effort.stock().stream().map(s -> new Stock(s.storeId(), s.authorityId(), s.store(), s.article(), s.unit(), s.amount())).toList(),
                ready.raw(works.stream().map(Work::authorityId).filter(Objects::nonNull).collect(Collectors.toSet())));
    }

    private List<Work> works(DayQueries.Today today) {
        Map<Long, DayQueries.VisitRow> visits = new LinkedHashMap<>();
        today.visits().forEach(visit -> visits.putIfAbsent(visit.ticketId(), visit));
        List<Long> ids = new ArrayList<>(visits.keySet());
        for (List<TicketQueries.Row> part : List.of(today.planned(), today.waiting(), today.open())) {
            part.forEach(row -> ids.add(row.id()));
        }
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Work> rows = Ask.of(em, Work.class, WORK).set("ids", ids).list();
        Map<Long, List<Thing>> things = things(ids);
        Map<Long, List<Integer>> done = done(ids);
        Set<Long> may = workers.fitting(ids, actor.id());
        Map<Long, Map<Integer, String>> given = rows.stream().allMatch(w -> w.asks() == null) ? Map.of() : given(ids);
        return rows.stream().sorted((a, b) -> Integer.compare(ids.indexOf(a.id()), ids.indexOf(b.id())))
                .map(w -> w.with(visits.containsKey(w.id()) ? List.of(visits.get(w.id())) : List.of(), things.getOrDefault(w.id(), List.of()),
                        done.getOrDefault(w.id(), List.of()), results(w, given.getOrDefault(w.id(), Map.of())), List.of(may.contains(w.id())))).toList();
    }

    private Map<Long, Map<Integer, String>> given(List<Long> ids) {
        return Ask.of(em, Given.class, "select x.ticketId as ticketId, x.resultNo as resultNo, x.value as value_ from TicketResult x where x.ticketId in :ids")
                .set("ids", ids).list().stream().collect(Collectors.groupingBy(Given::ticketId, Collectors.toMap(Given::resultNo, Given::value)));
    }

    private static List<Result> results(Work work, Map<Integer, String> given) {
        List<KindResult> asked = KindResult.of(work.asks());
        List<Result> all = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            KindResult one = asked.get(i);
            all.add(new Result(i + 1, one.nameDe(), one.nameEn(), one.type(), one.needed(), one.unit(), one.least(), one.most(), one.choices("de"), one.choices("en"), given.get(i + 1)));
        }
        return all;
    }

    private Map<Long, List<Thing>> things(List<Long> ids) {
        return Ask.of(em, Thing.class, """
                select x.ticketId as ticketId, d.inventoryNo as inventoryNo, d.serial as serial, concat(m.maker, ' ', m.name) as model
                from TicketDevice x join Device d on d.id = x.deviceId join DeviceModel m on m.id = d.modelId where x.ticketId in :ids
                order by x.id""").set("ids", ids).list().stream().collect(Collectors.groupingBy(Thing::ticketId));
    }

    private Map<Long, List<Integer>> done(List<Long> ids) {
        return Ask.of(em, Done.class, "select x.ticketId as ticketId, x.stepNo as stepNo from TicketStep x where x.ticketId in :ids order by x.stepNo")
                .set("ids", ids).list().stream().collect(Collectors.groupingBy(Done::ticketId, Collectors.mapping(Done::stepNo, Collectors.toList())));
    }

    private List<Place> rooms(List<Long> schools) {
        return schools.isEmpty() ? List.of() : Ask.of(em, Place.class, """
                select r.id as id, b.schoolId as schoolId, r.name as name, b.name as building from Room r join Building b on b.id = r.buildingId
                where r.schoolId in :schools and r.closedOn is null and r.leftOn is null order by b.schoolId, r.name, r.id""").set("schools", schools).list();
    }

    private List<Count> counts() {
        Scope scope = guard.visibleSchools(DEVICE_PLACE);
        return scope.isEmpty() ? List.of() : scope.bind(Ask.of(em, Count.class, """
                select t.id as id, t.no as no, t.title as title, s.name as school, r.name as room, t.expected as expected
                from Stocktake t join School s on s.id = t.schoolId left join Room r on r.id = t.roomId where t.state = :running and"""
                + scope.school("s") + " order by t.id desc")).set("running", StocktakeState.RUNNING).list(MOST_COUNTS);
    }

    /**
     * What is taken along to count: what is expected and was found, the numbers by which each device is known, the rooms; at most so many
     * devices as a phone holds, and whether these are all. Five statements.
     *
     * @throws NotFound if there is none, or it belongs to a school the asker may not see
     */
    public Counting counting(long id) {
        Counting found = Ask.of(em, Counting.class, """
                select t.id as id, t.no as no, t.title as title, t.state as state, s.id as schoolId, s.name as school, s.authorityId as authorityId,
                    t.roomId as roomId, t.expected as expected
                from Stocktake t join School s on s.id = t.schoolId where t.id = :id""").set("id", id).one()
                .orElseThrow(() -> new NotFound("Stocktake", id));
        guard.require(DEVICE_PLACE, found.schoolId(), found.authorityId());
        List<Item> items = Ask.of(em, Item.class, """
                select i.id as id, i.deviceId as deviceId, d.inventoryNo as inventoryNo, concat(m.maker, ' ', m.name) as model, i.expectedRoomId as expectedRoomId,
                    i.foundRoomId as foundRoomId, i.foundAt as foundAt, i.disputed as disputed, d.lent as lent
                from StocktakeItem i join Device d on d.id = i.deviceId join DeviceModel m on m.id = d.modelId where i.stocktakeId = :id
                order by i.id""").set("id", id).list(MOST_ITEMS + 1);
        boolean all = items.size() <= MOST_ITEMS;
        return found.with(clock.now(), rooms(List.of(found.schoolId())), all ? items : items.subList(0, MOST_ITEMS), all, Ask.of(em, Number.class, """
                select n.deviceId as deviceId, n.valueKey as key_ from DeviceIdentifier n join StocktakeItem i on i.deviceId = n.deviceId
                where i.stocktakeId = :id and n.endedAt is null order by n.id""").set("id", id).list(MOST_NUMBERS));
    }

    private record Done(Long ticketId, Integer stepNo) {
    }

    /**
     * What is taken along.
     *
     * @param person  whose it is
     * @param at      as of when
     * @param works   visits of the day first, then what else the person has, then what nobody has
     * @param rooms   of the schools where there is work for the person
     * @param flow    what a step on the way makes of a ticket
     * @param counts  stock-takings that run
     * @param stock   what there is in the stores
     * @param texts   that are ready, with placeholders that the phone fills
     */
    public record Taken(Long person, Instant at, LocalDate day, List<Work> works, List<Place> rooms, List<Turn> flow, List<Count> counts, List<Stock> stock,
            List<ReadyQueries.Raw> texts) {
    }

    /** How much of an article is in a store; its cost stays where it is. */
    public record Stock(Long storeId, Long authorityId, String store, String article, String unit, BigDecimal amount) {
    }

    /** A row of the lifecycle of tickets. */
    public record Turn(TicketState from, TicketAction action, TicketState to) {
    }

    /** A device of a ticket. */
    public record Thing(Long ticketId, String inventoryNo, String serial, String model) {
    }

    /** A room. */
    public record Place(Long id, Long schoolId, String name, String building) {
    }

    /** A stock-taking that runs; room null for all. */
    public record Count(Long id, String no, String title, String school, String room, Integer expected) {
    }

    /**
     * A device that is expected or was found.
     *
     * @param lent a borrower has it: not found it is on loan and not missing, as {@link de.schulpakt.inventory.stocktake.StocktakeOutcome} says
     */
    public record Item(Long id, Long deviceId, String inventoryNo, String model, Long expectedRoomId, Long foundRoomId, Instant foundAt, Boolean disputed, Boolean lent) {
    }

    /** A number of a device, as it is looked for. */
    public record Number(Long deviceId, String key) {
    }

    /**
     * A stock-taking with what is needed to count.
     *
     * @param roomId the only room, null for all
     * @param whole  false if there are more devices than a phone holds
     */
    public record Counting(Long id, String no, String title, StocktakeState state, Long schoolId, String school, Long authorityId, Long roomId,
            Integer expected, List<Instant> at, List<Place> rooms, List<Item> items, List<Boolean> whole, List<Number> numbers) {
        Counting with(Instant now, List<Place> places, List<Item> devices, boolean all, List<Number> keys) {
            return new Counting(id, no, title, state, schoolId, school, authorityId, roomId, expected, List.of(now), places, devices, List.of(all), keys);
        }
    }

    /**
     * A ticket with all that is needed on site.
     *
     * @param place   what the place is: a school, or another one
     * @param photos  pictures that stand at it
     * @param visits  the visit of the day, none if there is none
     * @param stepsDe the checklist, a step in each line
     * @param done    numbers of its steps that are done
     * @param results what its kind asks for, with what was given
     * @param may     whether the person may take it and work on it, as its kind says
     * @param asks    always null
     */
    public record Work(Long id, Integer version, String no, String title, TicketState state, Long assigneeId, Long schoolId, Long authorityId, String school,
            PlaceKind place, String street, String postcode, String city, String phone, Long roomId, String room, String floor, String building, String description,
            String waitingFor, LocalDate dueOn, String kindCode, String kindDe, String kindEn, String stepsDe, String stepsEn, Boolean measurement, Boolean photo,
            Boolean acceptance, String asks, Long photos, List<Visit> visits, List<Thing> things, List<Integer> done, List<Result> results, List<Boolean> may) {
        Work with(List<DayQueries.VisitRow> agreed, List<Thing> devices, List<Integer> ticked, List<Result> asked, List<Boolean> fits) {
            return new Work(id, version, no, title, state, assigneeId, schoolId, authorityId, school, place, street, postcode, city, phone, roomId, room, floor, building,
                    description, waitingFor, dueOn, kindCode, kindDe, kindEn, stepsDe, stepsEn, measurement, photo, acceptance, null, photos,
                    agreed.stream().map(v -> new Visit(v.startsAt(), v.minutes(), v.contact(), v.note())).toList(), devices, ticked, asked, fits);
        }
    }

    /**
     * A result that the kind of a ticket asks for.
     *
     * @param least smallest number, null for any
     * @param most  largest number, null for any
     * @param value as it is kept, null if it was not given
     */
    public record Result(Integer no, String nameDe, String nameEn, ResultType type, Boolean needed, String unit, BigDecimal least, BigDecimal most, List<String> choicesDe,
            List<String> choicesEn, String value) {
    }

    /** A result that was given. */
    private record Given(Long ticketId, Integer resultNo, String value) {
    }

    /** A visit of the day. */
    public record Visit(Instant startsAt, Integer minutes, String contact, String note) {
    }
}
