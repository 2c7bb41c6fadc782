package de.schulpakt.procurement.receipt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The delivery line with which a device came. */
@Entity
@Table(name = "delivered_device")
class DeliveredDevice {
    @Id
    @Column(name = "device_id")
    private Long deviceId;
    @Column(name = "delivery_line_id")
    private Long deliveryLineId;

    protected DeliveredDevice() {
    }

    DeliveredDevice(Long deviceId, Long deliveryLineId) {
        this.deviceId = deviceId;
        this.deliveryLineId = deliveryLineId;
    }
}
