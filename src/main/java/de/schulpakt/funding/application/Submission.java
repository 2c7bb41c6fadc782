package de.schulpakt.funding.application;

import de.schulpakt.platform.text.Frozen;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What an application said when it was submitted. Never changes. */
@Entity
@Table(name = "application_submission")
class Submission {
    @Id
    @Column(name = "application_id")
    private Long applicationId;
    @Column(name = "content")
    private String json;
    @Column(name = "sha256")
    private String sha256;
    @Column(name = "frozen_at")
    private Instant frozenAt;

    protected Submission() {
    }

    Submission(Long applicationId, Frozen frozen, Instant at) {
        this.applicationId = applicationId;
        this.json = frozen.json();
        this.sha256 = frozen.sha256();
        this.frozenAt = at;
    }
}
