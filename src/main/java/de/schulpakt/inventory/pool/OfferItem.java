package de.schulpakt.inventory.pool;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A device of an offer. */
@Entity
@Table(name = "device_offer_item")
class OfferItem {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "offer_id")
    private Long offerId;
    @Column(name = "device_id")
    private Long deviceId;
    /** True while it is offered, else null, so that a device is offered once at a time. */
    @Column(name = "is_open")
    private Boolean open;

    protected OfferItem() {
    }

    OfferItem(Long offerId, Long deviceId, boolean offered) {
        this.offerId = offerId;
        this.deviceId = deviceId;
        this.open = offered ? Boolean.TRUE : null;
    }

    Long deviceId() {
        return deviceId;
    }

    void close() {
        open = null;
    }
}
