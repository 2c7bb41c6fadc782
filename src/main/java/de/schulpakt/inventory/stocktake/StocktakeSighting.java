package de.schulpakt.inventory.stocktake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody has seen an item somewhere. */
@Entity
@Table(name = "stocktake_sighting")
class StocktakeSighting {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "item_id")
    private Long itemId;
    @Column(name = "room_id")
    private Long roomId;
    @Column(name = "seen_at")
    private Instant seenAt;
    @Column(name = "seen_by_id")
    private Long seenById;
    @Column(name = "seen_by")
    private String seenBy;
    @Column(name = "arrived_at")
    private Instant arrivedAt;

    protected StocktakeSighting() {
    }

    StocktakeSighting(Long itemId, Long roomId, Instant seenAt, Long seenById, String seenBy, Instant arrivedAt) {
        this.itemId = itemId;
        this.roomId = roomId;
        this.seenAt = seenAt;
        this.seenById = seenById;
        this.seenBy = seenBy;
        this.arrivedAt = arrivedAt;
    }
}
