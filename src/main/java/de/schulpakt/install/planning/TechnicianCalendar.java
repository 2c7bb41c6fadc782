package de.schulpakt.install.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The calendar of a technician: a row to lock, so that two agreements at once see each other. It has no other content. */
@Entity
@Table(name = "technician_calendar")
class TechnicianCalendar {
    @Id
    @Column(name = "technician_id")
    private Long technicianId;

    protected TechnicianCalendar() {
    }
}
