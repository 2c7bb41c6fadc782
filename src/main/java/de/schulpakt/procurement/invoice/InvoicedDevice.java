package de.schulpakt.procurement.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The part of an approved invoice that paid a device. */
@Entity
@Table(name = "invoiced_device")
class InvoicedDevice {
    @Id
    @Column(name = "device_id")
    private Long deviceId;
    @Column(name = "invoice_part_id")
    private Long invoicePartId;

    protected InvoicedDevice() {
    }

    InvoicedDevice(Long deviceId, Long invoicePartId) {
        this.deviceId = deviceId;
        this.invoicePartId = invoicePartId;
    }
}
