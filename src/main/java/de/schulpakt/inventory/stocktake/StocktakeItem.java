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

    boolean found() {
        return foundAt != null;
    }

    /** Where it was found; the last scan counts. */
    void find(Long room, String scanned, Instant at, String by) {
        // its place was put right for the room of that scan only
        moved = moved && (room == null || room.equals(foundRoomId));
        foundRoomId = room;
        number = scanned;
        foundAt = at;
        foundBy = by;
    }

    /** Its place in the inventory was put right. */
    void move() {
        moved = true;
    }

    /** Why it differs. */
    void explain(String why, Instant at, String by) {
        explained = why;
        explainedAt = at;
        explainedBy = by;
    }

    StocktakeOutcome outcome() {
        return StocktakeOutcome.of(deviceId != null, expected, found(), foundRoomId == null || Objects.equals(foundRoomId, expectedRoomId), moved);
    }
}
