package de.schulpakt.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** That one person was told of something. */
@Entity
@Table(name = "notice")
class Notice {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private long userId;
    @Column(name = "kind")
    private String kind;
    @Column(name = "topic")
    private String topic;
    @Column(name = "reason")
    private String reason;
    @Column(name = "subject_type")
    private String subjectType;
    @Column(name = "subject_id")
    private long subjectId;
    @Column(name = "subject_no")
    private String subjectNo;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "actor_name")
    private String actorName;
    @Column(name = "told_at")
    private Instant toldAt;
    @Column(name = "read_at")
    private Instant readAt;

    @Column(name = "mail")
    private String mail;
    @Column(name = "action")
    private String action;
    @Column(name = "day_on")
    private LocalDate dayOn;

    protected Notice() {
    }

    Long id() {
        return id;
    }

    Instant readAt() {
        return readAt;
    }

    /** Nothing of it is to be sent any more. */
    void mailed() {
        mail = null;
    }

    boolean isOf(Long person) {
        return person != null && person == userId;
    }

    /** Read for the first time, which stays the time. */
    void read(Instant now) {
        readAt = readAt == null ? now : readAt;
    }

    void unread() {
        readAt = null;
    }

    Notices.Target target() {
        return new Notices.Target(subjectType, subjectId, subjectNo);
    }
}
