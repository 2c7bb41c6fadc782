package de.schulpakt.notice.talk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That somebody wants to be told what happens to a subject. */
@Entity
@Table(name = "talk_watch")
class Watch {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private Long userId;
    @Column(name = "subject_type")
    private String subjectType;
    @Column(name = "subject_id")
    private long subjectId;
    @Column(name = "subject_no")
    private String subjectNo;
    @Column(name = "since_at")
    private Instant since;
    @Column(name = "ended")
    private boolean ended;

    protected Watch() {
    }
}
