package de.schulpakt.inventory.stocktake;

import static de.schulpakt.identity.Permission.DEVICE_PLACE;
import static de.schulpakt.inventory.stocktake.StocktakeAction.CANCEL;
import static de.schulpakt.inventory.stocktake.StocktakeAction.CLOSE;
import static de.schulpakt.inventory.stocktake.StocktakeAction.DECIDE;
import static de.schulpakt.inventory.stocktake.StocktakeAction.EXPLAIN;
import static de.schulpakt.inventory.stocktake.StocktakeAction.OPEN;
import static de.schulpakt.inventory.stocktake.StocktakeAction.REOPEN;
import static de.schulpakt.inventory.stocktake.StocktakeAction.UNSCAN;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Fold;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Use cases of stock-taking. */
@UseCases
public class Stocktakes {
    private static final int MOST = 1_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Steps steps;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    SchoolQueries schools;
    @Inject
    DeviceQueries queries;
    @Inject
    Devices devices;

    /**
     * Opens a stock-taking and writes down what is expected: the devices of the school that are neither lost nor retired, of the room, the
     * award, the value, the age and the sample that are named. What has no price or no day that is known is not of that value or age. A sample is drawn by chance; which devices it holds stays the same.
     *
     * @return its id
     * @throws Refused {@code device.room_of_other_school}; {@code stocktake.nothing} if no device is expected
     */
    public Long open(@Valid Open cmd) {
        guard.require(DEVICE_PLACE, cmd.schoolId());
        if (cmd.roomId() != null && !schools.room(cmd.roomId()).schoolId().equals(cmd.schoolId())) {
            throw new Refused("device.room_of_other_school");
        }
        if (cmd.budgetId() != null && Ask.of(em, Long.class, "select b.id from Budget b where b.id = :budget and b.schoolId = :school")
                .set("budget", cmd.budgetId()).set("school", cmd.schoolId()).one().isEmpty()) {
            throw new NotFound("Budget", cmd.budgetId());
        }
        Stocktake opened = new Stocktake(numbers.next("I"), cmd, clock.now(), actor.name());
        em.persist(opened);
        em.flush();
        int expected = em.createNativeQuery("""
                insert into stocktake_item (stocktake_id, device_id, expected, expected_room_id)
                select ?1, d.id, true, d.room_id from device d
                where d.school_id = ?2 and d.state in ('IN_STOCK', 'IN_SERVICE', 'IN_REPAIR') and (?3 = 0 or d.room_id = ?4)
                  and (?5 = 0 or d.budget_id = ?6) and (?10 = 0 or d.price_cents >= ?11) and (?12 = 0 or d.delivered_on <= ?13) and (?7 = 0 or crc32(concat(?8, '-', d.id)) mod 100 < ?9)
                order by d.id""").setParameter(1, opened.id()).setParameter(2, cmd.schoolId()).setParameter(3, number(cmd.roomId()))
                .setParameter(4, number(cmd.roomId())).setParameter(5, number(cmd.budgetId())).setParameter(6, number(cmd.budgetId()))
                .setParameter(7, cmd.samplePercent() == null ? 0 : 1).setParameter(8, opened.id())
                .setParameter(9, cmd.samplePercent() == null ? 0 : cmd.samplePercent()).setParameter(10, number(cmd.minCents()))
                .setParameter(11, number(cmd.minCents())).setParameter(12, cmd.boughtUntil() == null ? 0 : 1).setParameter(13, cmd.boughtUntil() == null ? clock.today() : cmd.boughtUntil()).executeUpdate();
        if (expected == 0) {
            throw new Refused("stocktake.nothing");
        }
        opened.expects(expected);
        history.record(opened.ref(), OPEN, Said.that("said.stocktake", expected));
        return opened.id();
    }

    /**
     * Says that a device is there: by any of its numbers. Whoever scans it again says where it is now; what arrives late, from a phone that
     * had no network, says nothing about what was seen after it. A device that nobody expected gets a place by it if it has none. If people have seen it in different rooms, somebody decides, and
     * until then its place in the inventory stays.
     *
     * @return what it is
     * @throws Refused {@code stocktake.number_empty} if nothing is left of the number; {@code device.room_of_other_school};
     *                 {@code state.not_allowed} if the stock-taking has ended
     */
    public StocktakeOutcome scan(long id, @Valid Scan cmd) {
        Stocktake stocktake = em.find(Stocktake.class, id, LockModeType.PESSIMISTIC_READ);
        if (stocktake == null) {
            throw new NotFound("Stocktake", id);
        }
        guard.require(DEVICE_PLACE, stocktake.schoolId());
        stocktake.apply(StocktakeAction.SCAN);
        String key = Fold.number(cmd.number());
        if (key == null) {
            throw new Refused("stocktake.number_empty");
        }
        if (cmd.roomId() != null && !schools.room(cmd.roomId()).schoolId().equals(stocktake.schoolId())) {
            throw new Refused("device.room_of_other_school");
        }
        Long device = device(stocktake, cmd.number());
        StocktakeItem item = item(stocktake, device, key, cmd.number());
        Instant now = clock.now();
        // a phone's clock may be wrong: nothing was seen before the stock-taking or after now
        Instant seen = cmd.seenAt() == null || cmd.seenAt().isAfter(now) ? now : cmd.seenAt().isBefore(stocktake.openedAt()) ? stocktake.openedAt() : cmd.seenAt();
        Stand stand = item.expected() || device == null ? null : Ask.of(em, Stand.class, "select d.state as state, d.roomId as roomId from Device d where d.id = :id")
                .set("id", device).one().orElse(null);
        item.retired(stand != null && stand.state() == DeviceState.RETIRED);
        em.persist(new StocktakeSighting(item.id(), cmd.roomId(), seen, actor.id(), actor.name(), now));
        em.flush();
        boolean late = item.knowsLater(seen);
        boolean moved = item.moved();
        if (!late) {
            item.find(cmd.roomId(), cmd.roomId() == null || stands(item, cmd.roomId()), Fold.text(cmd.number()), seen, actor.name());
        }
        item.dispute(disputed(item));
        if (moved && item.disputed()) {
            // where it was put stays, and is known, until somebody has decided
            item.move();
        }
        boolean placeless = item.outcome() == StocktakeOutcome.UNEXPECTED && cmd.roomId() != null && StocktakeQueries.COUNTED.contains(stand.state())
                && (stand.roomId() == null || moved);
        if (!late && (item.outcome() == StocktakeOutcome.ELSEWHERE || placeless) && Boolean.TRUE.equals(cmd.move())) {
            devices.mount(device, cmd.roomId());
            item.move();
        } else if (moved && !late && !item.moved() && item.outcome() == StocktakeOutcome.FOUND && cmd.roomId() != null) {
            // its place was put right for another room by mistake: it is where it was expected
            devices.mount(device, cmd.roomId());
        }
        return item.outcome();
    }

    /** True if it was put right and stands in this room of the inventory. */
    private boolean stands(StocktakeItem item, Long room) {
        return item.moved() && Ask.of(em, Long.class, "select count(d) from Device d where d.id = :id and d.roomId = :room").set("id", item.deviceId())
                .set("room", room).one().orElse(0L) > 0;
    }

    /** True if what each has seen last is not the same room. */
    private boolean disputed(StocktakeItem item) {
        Map<Long, Long> last = new HashMap<>();
        Ask.of(em, Seen.class, """
                select x.seenById as byId, x.roomId as roomId from StocktakeSighting x where x.itemId = :item and x.id > :decided and x.roomId is not null
                order by x.seenAt, x.id""").set("item", item.id()).set("decided", item.decidedId()).list().forEach(x -> last.put(x.byId(), x.roomId()));
        return Set.copyOf(last.values()).size() > 1;
    }

    private record Seen(Long byId, Long roomId) {
    }

    /** In which state a device is and where it stands; roomId is null for nowhere. */
    private record Stand(DeviceState state, Long roomId) {
    }

    /**
     * Takes back what was scanned by mistake: devices that were expected are not found again, with their places as they were expected where a scan had put them
     * right; what nobody expected, and numbers that nobody knows, are no items any more. Explanations of them go with it.
     *
     * @throws NotFound if one of the items is not of this stock-taking
     * @throws Refused  {@code stocktake.none_ticked} if there are none; {@code stocktake.not_scanned} if nobody has seen one of them;
     *                  {@code state.not_allowed} if the stock-taking has ended
     */
    public void unscan(long id, @Valid Unscan cmd) {
        Stocktake stocktake = steps.locked(Stocktake.class, id, UNSCAN);
        stocktake.apply(UNSCAN);
        if (cmd.itemIds().isEmpty()) {
            throw new Refused("stocktake.none_ticked");
        }
        List<Long> ids = cmd.itemIds().stream().distinct().sorted().toList();
        List<StocktakeItem> items = em.createQuery("select i from StocktakeItem i where i.stocktakeId = :stocktake and i.id in :ids order by i.id", StocktakeItem.class)
                .setParameter("stocktake", id).setParameter("ids", ids).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        if (items.size() < ids.size()) {
            throw new NotFound("StocktakeItem", ids.get(0));
        }
        for (StocktakeItem item : items) {
            if (!item.found()) {
                throw new Refused("stocktake.not_scanned", name(item));
            }
            history.record(stocktake.ref(), UNSCAN, Said.that("said.stocktake_unscanned", name(item)).andWords(cmd.why()));
            putBack(item);
            if (item.expected()) {
                item.unfind(Ask.of(em, Long.class, "select max(x.id) from StocktakeSighting x where x.itemId = :item").set("item", item.id()).one().orElse(0L));
            } else {
                em.createQuery("delete from StocktakeSighting x where x.itemId = :item").setParameter("item", item.id()).executeUpdate();
                em.remove(item);
            }
        }
    }

    /** Undoes a place that was put right by a scan, unless the device went elsewhere since. */
    private void putBack(StocktakeItem item) {
        if (!item.moved() || item.foundRoomId() == null || !stands(item, item.foundRoomId())) {
            return;
        }
        if (item.expectedRoomId() != null) {
            devices.mount(item.deviceId(), item.expectedRoomId());
        } else {
            devices.dismount(item.deviceId());
        }
    }

    /** The number of the inventory of an item, or what was scanned. */
    private String name(StocktakeItem item) {
        return item.deviceId() == null ? item.number()
                : Ask.of(em, String.class, "select d.inventoryNo from Device d where d.id = :id").set("id", item.deviceId()).one().orElseGet(item::number);
    }

    /**
     * Decides where a device is that people have seen in different rooms.
     *
     * @throws NotFound if the item is not of this stock-taking
     * @throws Refused  {@code stocktake.undisputed} if there is nothing to decide any more; {@code device.room_of_other_school};
     *                  {@code state.not_allowed} if the stock-taking has ended
     */
    public void decide(long id, @Valid Decide cmd) {
        Stocktake stocktake = steps.locked(Stocktake.class, id, DECIDE);
        stocktake.apply(DECIDE);
        StocktakeItem item = em.createQuery("select i from StocktakeItem i where i.stocktakeId = :stocktake and i.id = :item", StocktakeItem.class)
                .setParameter("stocktake", id).setParameter("item", cmd.itemId()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst()
                .orElseThrow(() -> new NotFound("StocktakeItem", cmd.itemId()));
        SchoolQueries.RoomRef room = schools.room(cmd.roomId());
        if (!room.schoolId().equals(stocktake.schoolId())) {
            throw new Refused("device.room_of_other_school");
        }
        room.mustBeUsed();
        if (!item.disputed()) {
            throw new Refused("stocktake.undisputed");
        }
        long last = Ask.of(em, Long.class, "select max(x.id) from StocktakeSighting x where x.itemId = :item").set("item", item.id()).one().orElse(0L);
        boolean moved = item.moved();
        item.decide(cmd.roomId(), stands(item, cmd.roomId()), last, clock.now(), actor.name());
        if (item.deviceId() != null && Boolean.TRUE.equals(cmd.move())) {
            devices.mount(item.deviceId(), cmd.roomId());
            item.move();
        } else if (moved && item.outcome() == StocktakeOutcome.FOUND) {
            devices.mount(item.deviceId(), cmd.roomId());
        }
        history.record(stocktake.ref(), DECIDE, Said.that("said.stocktake_decided", item.number(), room.name()));
    }

    /**
     * Explains differences, all alike.
     *
     * @throws NotFound if one of the items is not of this stock-taking
     * @throws Refused  {@code stocktake.none_ticked} if there are none
     */
    public void explain(long id, @Valid Explain cmd) {
        Stocktake stocktake = steps.locked(Stocktake.class, id, EXPLAIN);
        stocktake.apply(EXPLAIN);
        if (cmd.itemIds().isEmpty()) {
            throw new Refused("stocktake.none_ticked");
        }
        List<StocktakeItem> items = em.createQuery("select i from StocktakeItem i where i.stocktakeId = :stocktake and i.id in :ids", StocktakeItem.class)
                .setParameter("stocktake", id).setParameter("ids", cmd.itemIds()).getResultList();
        if (items.size() < cmd.itemIds().stream().distinct().count()) {
            throw new NotFound("StocktakeItem", cmd.itemIds().get(0));
        }
        items.forEach(item -> item.explain(cmd.why().strip(), Boolean.TRUE.equals(cmd.accounted()), clock.now(), actor.name()));
        history.record(stocktake.ref(), EXPLAIN, Said.that("said.stocktake_explained", items.size()).andWords(cmd.why()));
    }

    /**
     * Closes a stock-taking; it says what was there. What was not found because a borrower has it needs no explanation.
     *
     * @throws Refused {@code stocktake.disputed} while nobody has decided where something is that was seen in several rooms;
     *                 {@code stocktake.unexplained} while a difference is not explained
     */
    public void close(long id, @Valid Step cmd) {
        Stocktake stocktake = steps.take(Stocktake.class, id, CLOSE, cmd.version(), cmd.note());
        long disputed = Ask.of(em, Long.class, "select count(i) from StocktakeItem i where i.stocktakeId = :stocktake and i.disputed = true")
                .set("stocktake", id).one().orElse(0L);
        if (disputed > 0) {
            throw new Refused("stocktake.disputed", disputed);
        }
        em.createQuery("update StocktakeItem i set i.lent = true where i.stocktakeId = :stocktake and i.foundAt is null"
                + " and i.deviceId in (select d.id from Device d where d.lent = true)").setParameter("stocktake", id).executeUpdate();
        long open = Ask.of(em, Long.class, """
                select count(i) from StocktakeItem i where i.stocktakeId = :stocktake and i.explained is null and i.lent = false and not (i.deviceId is not null
                and i.foundAt is not null and i.expected = true and (i.moved = true or i.foundRoomId is null
                or i.expectedRoomId is not null and i.foundRoomId = i.expectedRoomId))""").set("stocktake", id).one().orElse(0L);
        if (open > 0) {
            throw new Refused("stocktake.unexplained", open);
        }
        stocktake.ended(clock.now(), actor.name());
    }

    /** It was closed too early, or wrongly: people go on counting, with what was found and explained. The reason stands in the history. */
    public void reopen(long id, @Valid Why cmd) {
        steps.take(Stocktake.class, id, REOPEN, cmd.version(), cmd.note()).goesOn();
        em.createQuery("update StocktakeItem i set i.lent = false where i.stocktakeId = :stocktake").setParameter("stocktake", id).executeUpdate();
    }

    /** Gives a stock-taking up; it says nothing about the stock. */
    public void cancel(long id, @Valid Step cmd) {
        steps.take(Stocktake.class, id, CANCEL, cmd.version(), cmd.note()).ended(clock.now(), actor.name());
    }

    /** The device of the school that has the number; null if none has. Of several the first: the serial number before the tag. */
    private Long device(Stocktake stocktake, String number) {
        return Ask.of(em, Long.class, """
                select d.id from DeviceIdentifier i join Device d on d.id = i.deviceId
                where i.valueKey = :key and i.endedAt is null and d.schoolId = :school order by i.id""").set("key", Fold.number(number))
                .set("school", stocktake.schoolId()).first().orElse(null);
    }

    private StocktakeItem item(Stocktake stocktake, Long device, String key, String number) {
        List<StocktakeItem> found = device == null
                ? em.createQuery("select i from StocktakeItem i where i.stocktakeId = :stocktake and i.numberKey = :key", StocktakeItem.class)
                        .setParameter("stocktake", stocktake.id()).setParameter("key", key).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList()
                : em.createQuery("select i from StocktakeItem i where i.stocktakeId = :stocktake and i.deviceId = :device", StocktakeItem.class)
                        .setParameter("stocktake", stocktake.id()).setParameter("device", device).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        if (!found.isEmpty()) {
            return found.get(0);
        }
        StocktakeItem item = device == null ? StocktakeItem.unknown(stocktake.id(), key, Fold.text(number))
                : StocktakeItem.unexpected(stocktake.id(), device, Fold.text(number));
        em.persist(item);
        em.flush();
        return item;
    }

    private static long number(Long id) {
        return id == null ? 0 : id;
    }

    /**
     * A new stock-taking.
     *
     * @param roomId        one room, null for all
     * @param budgetId      only what this budget has paid; null for all
     * @param samplePercent so many of a hundred, drawn by chance; null for all
     * @param minCents      only devices of at least this gross price in cents; null for all
     * @param boughtUntil   only devices that were delivered or bought on this day or before; null for all
     */
    public record Open(@NotNull Long schoolId, @NotBlank @Size(max = 120) String title, Long roomId, Long budgetId,
            @Min(1) @Max(99) Integer samplePercent, @Positive Long minCents, LocalDate boughtUntil) {
        /** Of any value and age. */
        public Open(Long schoolId, String title, Long roomId, Long budgetId, Integer samplePercent) {
            this(schoolId, title, roomId, budgetId, samplePercent, null, null);
        }
    }

    /**
     * A number that was scanned or typed.
     *
     * @param roomId where; null if that is not said
     * @param move   true: if the device stands elsewhere in the inventory, its place is put right
     * @param seenAt when, if it was scanned without network and arrives later; null for now
     */
    public record Scan(@NotBlank @Size(max = 80) String number, Long roomId, Boolean move, Instant seenAt) {
        /** Scanned now. */
        public Scan(String number, Long roomId, Boolean move) {
            this(number, roomId, move, null);
        }
    }

    /**
     * In which room something is that was seen in several.
     *
     * @param move true: its place in the inventory is put right
     */
    public record Decide(@NotNull Long itemId, @NotNull Long roomId, Boolean move) {
    }

    /**
     * Why items differ.
     *
     * @param accounted true: the words say where the devices are, and the proof of their award does not miss them; null as false
     */
    public record Explain(@NotNull @Size(max = MOST) List<@NotNull Long> itemIds, @NotBlank @Size(max = 2000) String why, Boolean accounted) {
        /** Where they are is not known. */
        public Explain(List<Long> itemIds, String why) {
            this(itemIds, why, null);
        }
    }

    /** Items that were scanned by mistake. */
    public record Unscan(@NotNull @Size(max = MOST) List<@NotNull Long> itemIds, @NotBlank @Size(max = 2000) String why) {
    }

    /** A step with its reason. */
    public record Why(@NotNull Integer version, @NotBlank @Size(max = 2000) String note) {
    }

    /** A step of a stock-taking; the note may be null. */
    public record Step(@NotNull Integer version, @Size(max = 2000) String note) {
    }
}
