package de.schulpakt.inventory.stocktake;

import static de.schulpakt.identity.Permission.DEVICE_PLACE;
import static de.schulpakt.inventory.stocktake.StocktakeAction.CANCEL;
import static de.schulpakt.inventory.stocktake.StocktakeAction.CLOSE;
import static de.schulpakt.inventory.stocktake.StocktakeAction.EXPLAIN;
import static de.schulpakt.inventory.stocktake.StocktakeAction.OPEN;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.device.DeviceQueries;
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
import jakarta.validation.constraints.Size;
import java.util.List;

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
     * award and the sample that are named. A sample is drawn by chance; which devices it holds stays the same.
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
                  and (?5 = 0 or d.budget_id = ?6) and (?7 = 0 or crc32(concat(?8, '-', d.id)) mod 100 < ?9)
                order by d.id""").setParameter(1, opened.id()).setParameter(2, cmd.schoolId()).setParameter(3, number(cmd.roomId()))
                .setParameter(4, number(cmd.roomId())).setParameter(5, number(cmd.budgetId())).setParameter(6, number(cmd.budgetId()))
                .setParameter(7, cmd.samplePercent() == null ? 0 : 1).setParameter(8, opened.id())
                .setParameter(9, cmd.samplePercent() == null ? 0 : cmd.samplePercent()).executeUpdate();
        if (expected == 0) {
            throw new Refused("stocktake.nothing");
        }
        opened.expects(expected);
        history.record(opened.ref(), OPEN, Said.that("said.stocktake", expected));
        return opened.id();
    }

    /**
     * Says that a device is there: by any of its numbers. Whoever scans it again says where it is now.
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
        item.find(cmd.roomId(), Fold.text(cmd.number()), clock.now(), actor.name());
        if (item.outcome() == StocktakeOutcome.ELSEWHERE && Boolean.TRUE.equals(cmd.move())) {
            devices.mount(device, cmd.roomId());
            item.move();
        }
        return item.outcome();
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
        items.forEach(item -> item.explain(cmd.why().strip(), clock.now(), actor.name()));
        history.record(stocktake.ref(), EXPLAIN, Said.that("said.stocktake_explained", items.size()).andWords(cmd.why()));
    }

    /**
     * Closes a stock-taking; it says for good what was there.
     *
     * @throws Refused {@code stocktake.unexplained} while a difference is not explained
     */
    public void close(long id, @Valid Step cmd) {
        Stocktake stocktake = steps.take(Stocktake.class, id, CLOSE, cmd.version(), cmd.note());
        long open = Ask.of(em, Long.class, """
                select count(i) from StocktakeItem i where i.stocktakeId = :stocktake and i.explained is null and not (i.deviceId is not null
                and i.foundAt is not null and i.expected = true and (i.moved = true or i.foundRoomId is null
                or i.expectedRoomId is not null and i.foundRoomId = i.expectedRoomId))""").set("stocktake", id).one().orElse(0L);
        if (open > 0) {
            throw new Refused("stocktake.unexplained", open);
        }
        stocktake.ended(clock.now(), actor.name());
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
     */
    public record Open(@NotNull Long schoolId, @NotBlank @Size(max = 120) String title, Long roomId, Long budgetId,
            @Min(1) @Max(99) Integer samplePercent) {
    }

    /**
     * A number that was scanned or typed.
     *
     * @param roomId where; null if that is not said
     * @param move   true: if the device stands elsewhere in the inventory, its place is put right
     */
    public record Scan(@NotBlank @Size(max = 80) String number, Long roomId, Boolean move) {
    }

    /** Why items differ. */
    public record Explain(@NotNull @Size(max = MOST) List<@NotNull Long> itemIds, @NotBlank @Size(max = 2000) String why) {
    }

    /** A step of a stock-taking; the note may be null. */
    public record Step(@NotNull Integer version, @Size(max = 2000) String note) {
    }
}
