package de.schulpakt.funding.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** The part of an application that is for one school (Anlage Schule), and the state of its media concept. */
@Entity
@Table(name = "annex")
class Annex {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "application_id")
    private Long applicationId;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "concept_due_on")
    private LocalDate conceptDueOn;
    @Column(name = "concept_received_on")
    private LocalDate conceptReceivedOn;
    @Version
    @Column(name = "version")
    private int version;

    protected Annex() {
    }

    Annex(Long applicationId, Long schoolId, LocalDate conceptReceivedOn, LocalDate conceptDueOn) {
        this.applicationId = applicationId;
        this.schoolId = schoolId;
        this.conceptReceivedOn = conceptReceivedOn;
        this.conceptDueOn = conceptDueOn;
    }

    Long id() {
        return id;
    }

    Long applicationId() {
        return applicationId;
    }

    Long schoolId() {
        return schoolId;
    }

    void conceptReceived(LocalDate on) {
        conceptReceivedOn = on;
    }
}
