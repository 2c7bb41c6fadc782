package de.schulpakt.procurement.refusal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** Pieces of an order line that were refused or broken at the door: they did not come, and the line waits for others. */
@Entity
@Table(name = "goods_refused")
class GoodsRefused {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "delivery_id")
    private Long deliveryId;
    @Column(name = "order_line_id")
    private Long orderLineId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private RefusedKind kind;
    @Column(name = "pieces")
    private int pieces;
    @Column(name = "reason")
    private String reason;
    @Column(name = "actor")
    private String actor;
    @Column(name = "at")
    private Instant at;
    @Column(name = "undone_on")
    private LocalDate undoneOn;
    @Column(name = "undone_why")
    private String undoneWhy;

    protected GoodsRefused() {
    }

    GoodsRefused(Long deliveryId, Refusals.Piece of, String actor, Instant at) {
        this.deliveryId = deliveryId;
        this.orderLineId = of.orderLineId();
        this.kind = of.kind();
        this.pieces = of.pieces();
        this.reason = of.reason().strip();
        this.actor = actor;
        this.at = at;
    }

    /** It was noted by mistake. */
    void undo(LocalDate day, String why) {
        this.undoneOn = day;
        this.undoneWhy = why.strip();
    }

    boolean undone() {
        return undoneOn != null;
    }

    Long deliveryId() {
        return deliveryId;
    }

    Long orderLineId() {
        return orderLineId;
    }

    RefusedKind kind() {
        return kind;
    }

    int pieces() {
        return pieces;
    }

    Long id() {
        return id;
    }
}
