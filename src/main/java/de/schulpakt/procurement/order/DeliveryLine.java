package de.schulpakt.procurement.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Pieces of one order line that came with one delivery, at the gross unit price invoiced. */
@Entity
@Table(name = "delivery_line")
class DeliveryLine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "delivery_id")
    private Long deliveryId;
    @Column(name = "order_line_id")
    private Long orderLineId;
    @Column(name = "quantity")
    private int quantity;
    @Column(name = "price_cents")
    private long priceCents;
    @Column(name = "spending_id")
    private Long spendingId;

    protected DeliveryLine() {
    }

    DeliveryLine(Long deliveryId, Long orderLineId, int quantity, long priceCents) {
        this.deliveryId = deliveryId;
        this.orderLineId = orderLineId;
        this.quantity = quantity;
        this.priceCents = priceCents;
    }

    void spent(Long spendingId) {
        this.spendingId = spendingId;
    }

    Long id() {
        return id;
    }

    Long deliveryId() {
        return deliveryId;
    }

    String source() {
        return "delivery_line:" + id;
    }
}
