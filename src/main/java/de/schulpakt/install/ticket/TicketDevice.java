package de.schulpakt.install.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A device that a ticket is about. */
@Entity
@Table(name = "ticket_device")
class TicketDevice {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "ticket_id")
    private Long ticketId;
    @Column(name = "device_id")
    private Long deviceId;

    protected TicketDevice() {
    }

    TicketDevice(Long ticketId, Long deviceId) {
        this.ticketId = ticketId;
        this.deviceId = deviceId;
    }
}
