package de.schulpakt.paper.print;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A signature under a printed paper, with the words that were signed. */
@Entity
@Table(name = "signature")
class Signature {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "kind")
    private String kind;
    @Column(name = "subject_type")
    private String subjectType;
    @Column(name = "subject_id")
    private long subjectId;
    @Column(name = "name")
    private String name;
    @Column(name = "capacity")
    private String capacity;
    @Column(name = "strokes")
    private String strokes;
    @Column(name = "picture")
    private byte[] picture;
    @Column(name = "said")
    private String said;
    @Column(name = "said_sha256")
    private String sha256;
    @Column(name = "actor_id")
    private Long actorId;
    @Column(name = "actor_name")
    private String actorName;
    @Column(name = "signed_at")
    private Instant signedAt;
    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;
    @Column(name = "withdrawn_by")
    private String withdrawnBy;
    @Column(name = "withdrawn_why")
    private String withdrawnWhy;

    protected Signature() {
    }

    Signature(String kind, String subjectType, long subjectId, Signing.Sign cmd, Strokes drawn, String said, String sha256, Actor actor, Instant now) {
        this.kind = kind;
        this.subjectType = subjectType;
        this.subjectId = subjectId;
        this.name = cmd.name().strip();
        this.capacity = cmd.capacity() == null || cmd.capacity().isBlank() ? null : cmd.capacity().strip();
        this.strokes = drawn == null ? null : drawn.text();
        this.picture = drawn == null ? null : drawn.picture();
        this.said = said;
        this.sha256 = sha256;
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.signedAt = now;
    }

    Long id() {
        return id;
    }

    String kind() {
        return kind;
    }

    String subjectType() {
        return subjectType;
    }

    long subjectId() {
        return subjectId;
    }

    String name() {
        return name;
    }

    byte[] picture() {
        return picture;
    }

    /** It does not count any more; that it was there stays. */
    void withdraw(String why, Actor actor, Instant now) {
        if (withdrawnAt != null) {
            throw new Refused("sign.withdrawn", name);
        }
        withdrawnAt = now;
        withdrawnBy = actor.name();
        withdrawnWhy = why.strip();
    }
}
