package de.schulpakt.funding.deadline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** Somebody has seen to a deadline. */
@Entity
@Table(name = "deadline_kept")
class DeadlineKept {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private FundingDeadline kind;
    @Column(name = "subject_id")
    private Long subjectId;
    @Column(name = "due_on")
    private LocalDate dueOn;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "note")
    private String note;
    @Column(name = "actor")
    private String actor;
    @Column(name = "at")
    private Instant at;
    @Column(name = "live")
    private Integer live;

    protected DeadlineKept() {
    }

    DeadlineKept(Deadlines.Keep cmd, String actor, Instant at) {
        this.kind = cmd.kind();
        this.subjectId = cmd.subjectId();
        this.dueOn = cmd.dueOn();
        this.authorityId = cmd.authorityId();
        this.note = cmd.note() == null || cmd.note().isBlank() ? null : cmd.note().strip();
        this.actor = actor;
        this.at = at;
        this.live = 1;
    }
}
