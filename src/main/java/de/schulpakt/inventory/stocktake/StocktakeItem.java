package de.schulpakt.inventory.stocktake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;

/** A device that was expected or scanned, or a number that no device of the school has. */
@Entity
@Table(name = "stocktake_item")
class StocktakeItem {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "stocktake_id")
    private Long stocktakeId;
    @Column(name = "device_id")
    private Long deviceId;
    @Column(name = "number_key")
    private String numberKey;
    @Column(name = "number")
    private String number;
    @Column(name = "expected")
    private boolean expected;
    @Column(name = "expected_room_id")
    private Long expectedRoomId;
    @Column(name = "found_room_id")
    private Long foundRoomId;
    @Column(name = "found_at")
    private Instant foundAt;
    @Column(name = "found_by")
    private String foundBy;
    @Column(name = "moved")
    private boolean moved;
    @Column(name = "explained")
    private String explained;
    @Column(name = "explained_at")
    private Instant explainedAt;
    @Column(name = "explained_by")
    private String explainedBy;
    @Column(name = "disputed")
    private boolean disputed;
    /** Not found, and lent when the stock-taking was closed; while it runs the device says it. */
    @Column(name = "lent")
    private boolean lent;
    @Column(name = "retired")
    private boolean retired;
    /** The explanation says where it is: the proof of its award does not miss it. */
    @Column(name = "accounted")
    private boolean accounted;
    @Column(name = "decided_id")
    private Long decidedId;
    @Version
    @Column(name = "version")
    private int version;

    protected StocktakeItem() {
    }

    private StocktakeItem(Long stocktakeId, Long deviceId, String numberKey, String number) {
        this.stocktakeId = stocktakeId;
        this.deviceId = deviceId;
        this.numberKey = numberKey;
        this.number = number;
    }

    /** A device that nobody expected. */
    static StocktakeItem unexpected(Long stocktakeId, Long deviceId, String number) {
        return new StocktakeItem(stocktakeId, deviceId, null, number);
    }

    /** A number that no device of the school has. */
    static StocktakeItem unknown(Long stocktakeId, String key, String number) {
        return new StocktakeItem(stocktakeId, null, key, number);
    }

    Long id() {
        return id;
    }

    /** The sighting up to which somebody has decided; 0 if nobody has. */
    long decidedId() {
        return decidedId == null ? 0 : decidedId;
    }

    /** The device, null for a number that no device of the school has. */
    Long deviceId() {
        return deviceId;
    }

    /** As it was scanned last; the id where it never was. */
    String number() {
        return number == null ? String.valueOf(id) : number;
    }

    /** True if the device was expected when the stock-taking was opened. */
    boolean expected() {
        return expected;
    }

    Long expectedRoomId() {
        return expectedRoomId;
    }

    Long foundRoomId() {
        return foundRoomId;
    }

    /** Whether the device is retired, where nobody expected it. */
    void retired(boolean gone) {
        retired = gone;
    }

    /** What was seen of it was a mistake: nobody has seen it, whatever was seen up to this sighting. */
    void unfind(long sighting) {
        foundRoomId = null;
        foundAt = null;
        foundBy = null;
        number = null;
        moved = false;
        disputed = false;
        decidedId = sighting;
        // an explanation was for what was seen
        explain(null, false, null, null);
    }

    boolean disputed() {
        return disputed;
    }

    /** People have seen it in different rooms, or do so no longer. */
    void dispute(boolean differs) {
        disputed = differs;
    }

    /** Somebody has decided where it is, whatever was seen up to this sighting; whether it stands there in the inventory. */
    void decide(Long room, boolean stands, long sighting, Instant at, String by) {
        moved = moved && stands;
        foundRoomId = room;
        foundAt = at;
        foundBy = by;
        disputed = false;
        decidedId = sighting;
    }

    /** True if what was seen then is older than what is known. */
    boolean knowsLater(Instant at) {
        return foundAt != null && foundAt.isAfter(at);
    }

    boolean found() {
        return foundAt != null;
    }

    /** Where it was found, and whether it stands there in the inventory; the last scan counts. */
    void find(Long room, boolean stands, String scanned, Instant at, String by) {
        // its place was put right for the room of that scan only
        moved = moved && stands;
        foundRoomId = room;
        number = scanned;
        foundAt = at;
        foundBy = by;
    }

    /** True if its place in the inventory was put right. */
    boolean moved() {
        return moved;
    }

    /** Its place in the inventory was put right. */
    void move() {
        moved = true;
    }

    /** Why it differs, and whether that says where it is. */
    void explain(String why, boolean where, Instant at, String by) {
        explained = why;
        accounted = where;
        explainedAt = at;
        explainedBy = by;
    }

    StocktakeOutcome outcome() {
        return StocktakeOutcome.of(disputed, deviceId != null, expected, found(), foundRoomId == null || Objects.equals(foundRoomId, expectedRoomId), moved, lent, retired);
    }
}
