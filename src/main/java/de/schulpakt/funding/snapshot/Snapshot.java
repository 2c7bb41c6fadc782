package de.schulpakt.funding.snapshot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** The figures of an authority in a programme at the end of a day; written once. Amounts in cents. */
@Entity
@Table(name = "snapshot")
class Snapshot {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "programme_id")
    private Long programmeId;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "key_on")
    private LocalDate keyOn;
    @Column(name = "allotted_cents")
    private long allottedCents;
    @Column(name = "reserved_cents")
    private long reservedCents;
    @Column(name = "committed_cents")
    private long committedCents;
    @Column(name = "spent_cents")
    private long spentCents;
    @Column(name = "drawn_cents")
    private long drawnCents;
    @Column(name = "taken_by")
    private String takenBy;
    @Column(name = "taken_at")
    private Instant takenAt;

    protected Snapshot() {
    }

    Snapshot(Long programmeId, Long authorityId, LocalDate keyOn, Figures of, String takenBy, Instant takenAt) {
        this.programmeId = programmeId;
        this.authorityId = authorityId;
        this.keyOn = keyOn;
        this.allottedCents = of.allottedCents();
        this.reservedCents = of.reservedCents();
        this.committedCents = of.committedCents();
        this.spentCents = of.spentCents();
        this.drawnCents = of.drawnCents();
        this.takenBy = takenBy;
        this.takenAt = takenAt;
    }

    Long id() {
        return id;
    }

}
