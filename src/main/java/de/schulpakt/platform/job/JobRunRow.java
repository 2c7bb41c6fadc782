package de.schulpakt.platform.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A line of the history of jobs. {@link JobTable} writes it, outside the transactions of the work. */
@Entity
@Table(name = "job_run")
class JobRunRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "kind")
    private String kind;
    @Column(name = "subject")
    private String subject;
    @Column(name = "node")
    private String node;
    @Column(name = "started_at")
    private Instant startedAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private JobOutcome outcome;
    @Column(name = "done")
    private long done;
    @Column(name = "total")
    private long total;
    @Column(name = "message")
    private String message;
    @Column(name = "cancelled")
    private boolean cancelled;

    protected JobRunRow() {
    }
}
