package de.schulpakt.procurement.receipt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Pieces of one order line that came with one delivery, at the gross unit price that was ordered, or invoiced with it. */
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

    protected DeliveryLine() {
    }

    DeliveryLine(Long deliveryId, Long orderLineId, int quantity, long priceCents) {
        this.deliveryId = deliveryId;
        this.orderLineId = orderLineId;
        this.quantity = quantity;
        this.priceCents = priceCents;
    }

    Long id() {
        return id;
    }

    Long deliveryId() {
        return deliveryId;
    }

    long priceCents() {
        return priceCents;
    }
}
