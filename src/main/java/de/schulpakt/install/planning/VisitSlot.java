package de.schulpakt.install.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A date that a technician offers a school. */
@Entity
@Table(name = "visit_slot")
class VisitSlot {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "ticket_id")
    private Long ticketId;
    @Column(name = "technician_id")
    private Long technicianId;
    @Column(name = "starts_at")
    private Instant startsAt;
    @Column(name = "minutes")
    private int minutes;

    protected VisitSlot() {
    }

    VisitSlot(Long ticketId, Long technicianId, Slots.Slot slot) {
        this.ticketId = ticketId;
        this.technicianId = technicianId;
        this.startsAt = slot.startsAt();
        this.minutes = slot.minutes();
    }
}
