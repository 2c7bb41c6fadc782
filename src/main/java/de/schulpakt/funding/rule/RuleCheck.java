package de.schulpakt.funding.rule;

import de.schulpakt.platform.text.Frozen;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What the rules said of an application, or of one thing that it pays, when a step relied on them; written once. */
@Entity
@Table(name = "rule_check")
class RuleCheck {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "application_id")
    private long applicationId;
    /** Null where they speak of the application itself. */
    @Enumerated(EnumType.STRING)
    @Column(name = "stage")
    private RuleStage stage;
    @Column(name = "subject_id")
    private Long subjectId;
    @Column(name = "step")
    private String step;
    @Column(name = "content")
    private String json;
    @Column(name = "sha256")
    private String sha256;
    @Column(name = "frozen_by")
    private String frozenBy;
    @Column(name = "frozen_at")
    private Instant frozenAt;

    protected RuleCheck() {
    }

    RuleCheck(long applicationId, RuleStage stage, Long subjectId, String step, Frozen frozen, String frozenBy, Instant frozenAt) {
        this.applicationId = applicationId;
        this.stage = stage;
        this.subjectId = subjectId;
        this.step = step;
        this.json = frozen.json();
        this.sha256 = frozen.sha256();
        this.frozenBy = frozenBy;
        this.frozenAt = frozenAt;
    }
}
