package de.schulpakt.platform.history;

import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A message to a school, written in the transaction of what it tells. */
@Entity
@Table(name = "outbox")
class OutboxRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "kind")
    private String kind;
    @Column(name = "school_id")
    private long schoolId;
    @Column(name = "subject_type")
    private String subjectType;
    @Column(name = "subject_id")
    private long subjectId;
    @Column(name = "subject_no")
    private String subjectNo;
    @Column(name = "created_at")
    private Instant createdAt;

    protected OutboxRow() {
    }

    OutboxRow(String kind, long schoolId, Ref ref, Instant createdAt) {
        this.kind = kind;
        this.schoolId = schoolId;
        this.subjectType = ref.type();
        this.subjectId = ref.id();
        this.subjectNo = ref.no();
        this.createdAt = createdAt;
    }
}
