package de.schulpakt.platform.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A kind of job that somebody has paused. */
@Entity
@Table(name = "job_pause")
class JobPause {
    @Id
    @Column(name = "kind")
    private String kind;
    @Column(name = "actor_name")
    private String actorName;
    @Column(name = "paused_at")
    private Instant pausedAt;

    protected JobPause() {
    }

    JobPause(String kind, String actorName, Instant pausedAt) {
        this.kind = kind;
        this.actorName = actorName;
        this.pausedAt = pausedAt;
    }
}
