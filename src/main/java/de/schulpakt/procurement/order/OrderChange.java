package de.schulpakt.procurement.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a line of an order was made larger or smaller, and why. Written once, never changed; its postings name it. */
@Entity
@Table(name = "order_change")
class OrderChange {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "order_line_id")
    private Long orderLineId;
    @Column(name = "pieces")
    private int pieces;
    @Column(name = "reason")
    private String reason;
    @Column(name = "actor")
    private String actor;
    @Column(name = "at")
    private Instant at;

    protected OrderChange() {
    }

    /** @param pieces more than before, or below zero fewer */
    OrderChange(Long orderLineId, int pieces, String reason, String actor, Instant at) {
        this.orderLineId = orderLineId;
        this.pieces = pieces;
        this.reason = reason.strip();
        this.actor = actor;
        this.at = at;
    }

    String source() {
        return "order_change:" + id;
    }
}
