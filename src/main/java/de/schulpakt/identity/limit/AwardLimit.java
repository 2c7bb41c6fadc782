package de.schulpakt.identity.limit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** An award to which somebody's role of an auditor is limited, from a day to a day. */
@Entity
@Table(name = "award_limit")
class AwardLimit {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private long userId;
    @Column(name = "application_id")
    private long applicationId;
    @Column(name = "from_on")
    private LocalDate fromOn;
    @Column(name = "to_on")
    private LocalDate toOn;
    @Column(name = "note")
    private String note;
    @Column(name = "given_by")
    private String givenBy;
    @Column(name = "given_at")
    private Instant givenAt;
    @Column(name = "ended_on")
    private LocalDate endedOn;
    @Column(name = "lifted_at")
    private Instant liftedAt;
    @Column(name = "why")
    private String why;
    @Version
    @Column(name = "version")
    private int version;

    protected AwardLimit() {
    }

    AwardLimit(long userId, long applicationId, LocalDate fromOn, LocalDate toOn, String note, String givenBy, Instant givenAt) {
        this.userId = userId;
        this.applicationId = applicationId;
        this.fromOn = fromOn;
        this.toOn = toOn;
        this.note = note;
        this.givenBy = givenBy;
        this.givenAt = givenAt;
    }

    Long id() {
        return id;
    }

    long userId() {
        return userId;
    }

    long applicationId() {
        return applicationId;
    }

    /** False once it was ended or lifted, or its last day is past. */
    boolean open(LocalDate today) {
        return endedOn == null && liftedAt == null && !toOn.isBefore(today);
    }

    /** Shows nothing any more from this day on; the limit stays. */
    void end(LocalDate day, String reason) {
        endedOn = day;
        why = reason;
    }

    /** Limits nothing any more. */
    void lift(Instant at, String reason) {
        liftedAt = at;
        why = reason;
    }
}
