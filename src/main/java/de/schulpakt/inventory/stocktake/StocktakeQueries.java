package de.schulpakt.inventory.stocktake;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.DEVICE_PLACE;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.inventory.award.Awards;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Questions about stock-takings. */
@Queries
public class StocktakeQueries {
    /** Devices that a stock-taking expects to find. */
    static final Set<DeviceState> COUNTED = EnumSet.of(DeviceState.IN_STOCK, DeviceState.IN_SERVICE, DeviceState.IN_REPAIR);
    /** A borrower has it: known for good once the stock-taking is closed. */
    private static final String LENT = "(i.lent = true or t.state = de.schulpakt.inventory.stocktake.StocktakeState.RUNNING and d.lent = true)";
    private static final String FROM = " from StocktakeItem i join Stocktake t on t.id = i.stocktakeId left join Device d on d.id = i.deviceId";
    private static final String SAME_ROOM = "(i.foundRoomId is null or i.foundRoomId = i.expectedRoomId)";
    /** Which items are of which outcome, as {@link StocktakeOutcome#of} says of one. */
    private static final Map<StocktakeOutcome, String> IS = new EnumMap<>(Map.of(
            StocktakeOutcome.DISPUTED, "i.disputed = true",
            StocktakeOutcome.UNKNOWN, "i.disputed = false and i.deviceId is null",
            StocktakeOutcome.MISSING, "i.disputed = false and i.deviceId is not null and i.foundAt is null and not " + LENT,
            StocktakeOutcome.LENT, "i.disputed = false and i.deviceId is not null and i.foundAt is null and " + LENT,
            StocktakeOutcome.UNEXPECTED, "i.disputed = false and i.deviceId is not null and i.foundAt is not null and i.expected = false and i.retired = false",
            StocktakeOutcome.RETIRED, "i.disputed = false and i.deviceId is not null and i.foundAt is not null and i.expected = false and i.retired = true",
            StocktakeOutcome.FOUND, "i.disputed = false and i.deviceId is not null and i.foundAt is not null and i.expected = true and (i.moved = true or " + SAME_ROOM + ")",
            StocktakeOutcome.ELSEWHERE, "i.disputed = false and (i.deviceId is not null and i.foundAt is not null and i.expected = true and i.moved = false and not " + SAME_ROOM
                    + " or i.deviceId is not null and i.foundAt is not null and i.expected = true and i.moved = false and i.foundRoomId is not null and i.expectedRoomId is null)"));
    private static final String ITEM = """
            select i.id as id, i.deviceId as deviceId, d.inventoryNo as inventoryNo, d.serial as serial, concat(m.maker, ' ', m.name) as model,
                i.number as number_, i.disputed as disputed, i.expected as expected, i.moved as moved, e.name as expectedRoom, f.name as foundRoom, i.expectedRoomId as expectedRoomId,
                i.foundRoomId as foundRoomId, i.foundAt as foundAt, i.foundBy as foundBy, i.explained as explained, i.explainedBy as explainedBy,
                case when i.lent = true then true when t.state = de.schulpakt.inventory.stocktake.StocktakeState.RUNNING and d.lent = true then true else false end as lent,
                i.retired as retired, i.accounted as accounted
            """ + FROM + "\n" + """
             left join DeviceModel m on m.id = d.modelId
                left join Room e on e.id = i.expectedRoomId left join Room f on f.id = i.foundRoomId where i.stocktakeId = :id""";
    private static final int DUE = 50;
    private static final int DISPUTES = 100;
    private static final int MOST = 20_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    Clock clock;
    @Inject
    Awards awards;

    /**
     * One stock-taking with how much of each outcome it has; three statements.
     *
     * @throws NotFound if there is none, or it belongs to a school the asker may not see
     */
    public View view(long id) {
        View found = Ask.of(em, View.class, """
                select t.id as id, t.version as version, t.no as no, t.title as title, t.state as state, s.id as schoolId, s.name as school,
                    s.authorityId as authorityId, r.id as roomId, r.name as room, t.budgetId as budgetId, t.samplePercent as samplePercent, t.minCents as minCents, t.boughtUntil as boughtUntil,
                    t.expected as expected, t.openedAt as openedAt, t.openedBy as openedBy, t.closedAt as closedAt, t.closedBy as closedBy
                from Stocktake t join School s on s.id = t.schoolId left join Room r on r.id = t.roomId where t.id = :id""").set("id", id).one()
                .orElseThrow(() -> new NotFound("Stocktake", id));
        guard.require(DEVICE_VIEW, found.schoolId(), found.authorityId());
        Counts counts = Ask.of(em, Counts.class, "select " + String.join(", ", IS.entrySet().stream()
                .map(e -> "sum(case when " + e.getValue() + " then 1 else 0 end) as " + e.getKey().name().toLowerCase(Locale.ROOT) + "_").toList())
                + ", sum(case when i.explained is not null then 1 else 0 end) as explained_" + FROM + " where i.stocktakeId = :id")
                .set("id", id).one().orElseThrow();
        return found.with(counts, guard.actions(StocktakeFlow.FLOW, found.state(), found.schoolId()), history.of("Stocktake", id));
    }

    /**
     * The items of a stock-taking, what was scanned last first.
     *
     * @param outcome null for all
     * @throws NotFound as {@link #view}
     */
    public Page<Item> items(long id, StocktakeOutcome outcome, PageRequest page) {
        placed(id);
        String only = outcome == null ? "" : " and (" + IS.get(outcome) + ")";
        return Ask.of(em, Item.class, ITEM + only + " order by i.foundAt desc, i.id").set("id", id).page(page,
                Ask.of(em, Long.class, "select count(i.id)" + FROM + " where i.stocktakeId = :id" + only).set("id", id));
    }

    /**
     * All items of a stock-taking for its protocol, the rooms in their order.
     *
     * @throws NotFound as {@link #view}
     */
    List<Item> all(long id) {
        return Ask.of(em, Item.class, ITEM + " order by coalesce(f.nameKey, e.nameKey), d.inventoryNo, i.id").set("id", id).list(MOST);
    }

    /**
     * What people have seen in different rooms and nobody has decided, item by item, in the order in which it was seen; at most 100 lines.
     *
     * @throws NotFound as {@link #view}
     */
    public List<Sighting> disputes(long id) {
        placed(id);
        return Ask.of(em, Sighting.class, """
                select x.id as id, i.id as itemId, i.deviceId as deviceId, d.inventoryNo as inventoryNo, i.number as number_, r.id as roomId, r.name as room,
                    x.seenAt as seenAt, x.seenBy as seenBy
                from StocktakeItem i join StocktakeSighting x on x.itemId = i.id join Room r on r.id = x.roomId left join Device d on d.id = i.deviceId
                where i.stocktakeId = :id and i.disputed = true and x.id > coalesce(i.decidedId, 0) order by i.id, x.seenAt, x.id""").set("id", id).list(DISPUTES);
    }

    private void placed(long id) {
        Place place = Ask.of(em, Place.class, "select s.id as schoolId, s.authorityId as authorityId from Stocktake t join School s on s.id = t.schoolId"
                + " where t.id = :id").set("id", id).one().orElseThrow(() -> new NotFound("Stocktake", id));
        guard.require(DEVICE_VIEW, place.schoolId(), place.authorityId());
    }

    /**
     * Schools of the asker that have devices and were not counted as a whole within a year, at most 50: rule R19 of the field. It warns.
     */
    public List<Due> due() {
        Scope scope = guard.visibleSchools(DEVICE_PLACE);
        if (scope.isEmpty()) {
            return List.of();
        }
        return scope.bind(Ask.of(em, Due.class, """
                select s.id as schoolId, s.name as school, (select max(t.closedAt) from Stocktake t where t.schoolId = s.id and t.state = :closed
                    and t.roomId is null and t.budgetId is null and t.samplePercent is null and t.minCents is null and t.boughtUntil is null) as lastAt
                from School s where exists (select d.id from Device d where d.schoolId = s.id and d.state in :counted) and not exists (select t.id from Stocktake t
                    where t.schoolId = s.id and t.state = :closed and t.closedAt >= :since and t.roomId is null and t.budgetId is null
                    and t.samplePercent is null and t.minCents is null and t.boughtUntil is null) and\s""" + scope.school("s") + " order by s.name, s.id"))
                .set("counted", COUNTED).set("closed", StocktakeState.CLOSED).set("since", clock.now().atZone(ZoneOffset.UTC).minusYears(1).toInstant()).list(DUE);
    }

    /** Somebody has seen a device, or a number, in a room. */
    public record Sighting(Long id, Long itemId, Long deviceId, String inventoryNo, String number, Long roomId, String room, Instant seenAt, String seenBy) {
        /** What it is called. */
        public String name() {
            return inventoryNo == null ? number : inventoryNo;
        }
    }

    /** The positions of awards of a school, to count what one has paid; none for who does not see its money. */
    public List<Awards.Award> awards(Long schoolId) {
        if (schoolId == null || !guard.may(DEVICE_PLACE, schoolId) || !guard.may(BUDGET_VIEW, schoolId)) {
            return List.of();
        }
        return awards.of(List.of(schoolId));
    }

    /** The school of a stock-taking. */
    record Place(Long schoolId, Long authorityId) {
    }

    /** How many items there are of each outcome, and how many are explained. */
    public record Counts(Long missing, Long elsewhere, Long unexpected, Long unknown, Long found, Long disputed, Long lent, Long retired, Long explained) {
        /** How many there are of one. */
        public Long of(StocktakeOutcome outcome) {
            return switch (outcome) {
                case MISSING -> missing;
                case ELSEWHERE -> elsewhere;
                case DISPUTED -> disputed;
                case UNEXPECTED -> unexpected;
                case LENT -> lent;
                case RETIRED -> retired;
                case UNKNOWN -> unknown;
                case FOUND -> found;
            };
        }
    }

    /**
     * One stock-taking.
     *
     * @param roomId        null: all rooms
     * @param budgetId      null: whoever paid
     * @param samplePercent null: all devices
     * @param minCents      only devices of at least this gross price in cents, null: of any
     * @param boughtUntil   only devices that came on this day or before, null: whenever
     * @param expected      devices that were expected at its begin
     */
    public record View(Long id, Integer version, String no, String title, StocktakeState state, Long schoolId, String school, Long authorityId, Long roomId,
            String room, Long budgetId, Integer samplePercent, Long minCents, LocalDate boughtUntil, Integer expected, Instant openedAt, String openedBy, Instant closedAt, String closedBy,
            Counts counts, Set<StocktakeAction> actions, List<HistoryEntry> timeline) {
        View with(Counts how, Set<StocktakeAction> may, List<HistoryEntry> lines) {
            return new View(id, version, no, title, state, schoolId, school, authorityId, roomId, room, budgetId, samplePercent, minCents, boughtUntil, expected, openedAt,
                    openedBy, closedAt, closedBy, how, may, lines);
        }
    }

    /**
     * A device that was expected or scanned, or a number that no device of the school has.
     *
     * @param number    as it was scanned, null if it was not
     * @param lent      a borrower has it, or had it when the stock-taking was closed
     * @param retired   nobody expected it, for it was retired when it was scanned
     * @param accounted the explanation says where it is
     */
    public record Item(Long id, Long deviceId, String inventoryNo, String serial, String model, String number, Boolean disputed, Boolean expected, Boolean moved,
            String expectedRoom, String foundRoom, Long expectedRoomId, Long foundRoomId, Instant foundAt, String foundBy, String explained,
            String explainedBy, Boolean lent, Boolean retired, Boolean accounted) {
        /** What it is. */
        public StocktakeOutcome outcome() {
            return StocktakeOutcome.of(disputed, deviceId != null, expected, foundAt != null, foundRoomId == null || Objects.equals(foundRoomId, expectedRoomId), moved, lent, retired);
        }
    }

    /** A school that is due; lastAt is null if it was never counted as a whole. */
    public record Due(Long schoolId, String school, Instant lastAt) {
    }
}
