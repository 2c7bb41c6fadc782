package de.schulpakt.install.reimage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** The day of a device, or that none was left for it. */
@Entity
@Table(name = "reimage_slot")
class ReimageSlot {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "plan_id")
    private Long planId;
    @Column(name = "device_id")
    private Long deviceId;
    @Column(name = "due_on")
    private LocalDate dueOn;
    @Column(name = "planned_on")
    private LocalDate plannedOn;
    @Column(name = "ticket_id")
    private Long ticketId;

    protected ReimageSlot() {
    }

    ReimageSlot(Long planId, ReimageSpread.Back device, LocalDate plannedOn, Long ticketId) {
        this.planId = planId;
        this.deviceId = device.id();
        this.dueOn = device.dueOn();
        this.plannedOn = plannedOn;
        this.ticketId = ticketId;
    }
}
