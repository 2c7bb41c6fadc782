package de.schulpakt.install.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Days on which a technician is away. */
@Entity
@Table(name = "absence")
class Absence {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "technician_id")
    private Long technicianId;
    @Column(name = "from_on")
    private LocalDate fromOn;
    @Column(name = "to_on")
    private LocalDate toOn;

    protected Absence() {
    }

    Absence(Long technicianId, LocalDate fromOn, LocalDate toOn) {
        this.technicianId = technicianId;
        this.fromOn = fromOn;
        this.toOn = toOn;
    }

    Long technicianId() {
        return technicianId;
    }

    Long id() {
        return id;
    }

    LocalDate fromOn() {
        return fromOn;
    }

    LocalDate toOn() {
        return toOn;
    }
}
