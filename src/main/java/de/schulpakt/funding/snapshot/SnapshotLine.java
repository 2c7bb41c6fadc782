package de.schulpakt.funding.snapshot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The figures of one position in a snapshot, in cents. */
@Entity
@Table(name = "snapshot_line")
class SnapshotLine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "snapshot_id")
    private Long snapshotId;
    @Column(name = "budget_id")
    private Long budgetId;
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

    protected SnapshotLine() {
    }

    SnapshotLine(Long snapshotId, FigureQueries.Line line) {
        this.snapshotId = snapshotId;
        this.budgetId = line.budgetId();
        this.allottedCents = line.allottedCents();
        this.reservedCents = line.reservedCents();
        this.committedCents = line.committedCents();
        this.spentCents = line.spentCents();
        this.drawnCents = line.drawnCents();
    }
}
