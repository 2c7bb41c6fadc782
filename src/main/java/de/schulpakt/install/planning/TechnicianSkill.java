package de.schulpakt.install.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A kind of ticket that a technician can work. */
@Entity
@Table(name = "technician_skill")
class TechnicianSkill {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "technician_id")
    private Long technicianId;
    @Column(name = "kind_code")
    private String kindCode;

    protected TechnicianSkill() {
    }

    TechnicianSkill(Long technicianId, String kindCode) {
        this.technicianId = technicianId;
        this.kindCode = kindCode;
    }

    String kindCode() {
        return kindCode;
    }
}
