package de.schulpakt.paper;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A file at a subject. */
@Entity
@Table(name = "paper")
class Paper {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "subject_type")
    private String subjectType;
    @Column(name = "subject_id")
    private long subjectId;
    @Column(name = "kind_id")
    private Long kindId;
    @Column(name = "content_id")
    private Long contentId;
    @Column(name = "name")
    private String name;
    @Column(name = "media_type")
    private String mediaType;
    @Column(name = "size")
    private long size;
    @Column(name = "sha256")
    private String sha256;
    @Column(name = "note")
    private String note;
    @Column(name = "actor_id")
    private Long actorId;
    @Column(name = "actor_name")
    private String actorName;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "replaced_by")
    private Long replacedBy;
    @Column(name = "removed_at")
    private Instant removedAt;
    @Column(name = "removed_why")
    private String removedWhy;
    @Version
    @Column(name = "version")
    private int version;

    protected Paper() {
    }

    Paper(Ref subject, Long kindId, Long contentId, Received file, String note, Actor actor, Instant now) {
        this.subjectType = subject.type();
        this.subjectId = subject.id();
        this.kindId = kindId;
        this.contentId = contentId;
        this.name = file.name();
        this.mediaType = file.mediaType();
        this.size = file.size();
        this.sha256 = file.sha256();
        this.note = note;
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.madeAt = now;
    }

    Long id() {
        return id;
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

    private Ref ref() {
        return new Ref("Paper", id, name);
    }

    /** Another kind or note. */
    void describe(Integer seen, Long newKind, String newNote) {
        mayChange(seen);
        kindId = newKind;
        note = newNote;
    }

    /** A newer one has taken its place. */
    void replaced(Paper by) {
        mayChange(null);
        if (replacedBy != null) {
            throw new Refused("paper.replaced", name);
        }
        replacedBy = by.id;
    }

    /** It has gone; the id of its content, which may now have no paper any more. */
    Long removed(Integer seen, String why, Instant now) {
        mayChange(seen);
        Long content = contentId;
        contentId = null;
        removedAt = now;
        removedWhy = why;
        return content;
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    private void mayChange(Integer seen) {
        if (seen != null) {
            Conflict.unlessSame(ref(), seen, version);
        }
        if (removedAt != null) {
            throw new Refused("paper.removed", name);
        }
    }
}
