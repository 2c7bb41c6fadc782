package de.schulpakt.identity.inspection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that an auditor has looked at; written once. */
@Entity
@Table(name = "inspection")
class Inspection {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private long userId;
    @Column(name = "user_name")
    private String userName;
    @Column(name = "seen_at")
    private Instant seenAt;
    @Column(name = "path")
    private String path;

    protected Inspection() {
    }

    Inspection(long userId, String userName, Instant seenAt, String path) {
        this.userId = userId;
        this.userName = userName;
        this.seenAt = seenAt;
        this.path = path;
    }
}
