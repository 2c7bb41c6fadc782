package de.schulpakt.notice.talk;

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
import java.time.Duration;
import java.time.Instant;

/** What somebody has said at a subject. */
@Entity
@Table(name = "talk_comment")
class Comment {
    /** So long its author may change the words. */
    private static final Duration EDITED = Duration.ofMinutes(10);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "subject_type")
    private String subjectType;
    @Column(name = "subject_id")
    private long subjectId;
    @Column(name = "internal")
    private boolean internal;
    @Column(name = "text")
    private String text;
    @Column(name = "actor_id")
    private Long actorId;
    @Column(name = "actor_name")
    private String actorName;
    @Column(name = "written_at")
    private Instant writtenAt;
    @Column(name = "edited_at")
    private Instant editedAt;
    @Column(name = "removed_at")
    private Instant removedAt;
    @Column(name = "removed_by")
    private String removedBy;
    @Column(name = "removed_why")
    private String removedWhy;
    @Version
    @Column(name = "version")
    private int version;

    protected Comment() {
    }

    Comment(Ref subject, boolean internal, String text, Actor actor, Instant now) {
        this.subjectType = subject.type();
        this.subjectId = subject.id();
        this.internal = internal;
        this.text = text;
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.writtenAt = now;
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

    boolean internal() {
        return internal;
    }

    String text() {
        return text;
    }

    boolean isOf(Long person) {
        return actorId.equals(person);
    }

    boolean removed() {
        return removedAt != null;
    }

    /** As the subject of papers and of a timeline. */
    Ref ref(Ref subject) {
        return new Ref("Comment", id, subject.no()).ofSchool(subject.schoolId()).ofAuthority(subject.authorityId());
    }

    /** Other words; what it said before. */
    String edit(Integer seen, String newText, Instant now) {
        mayChange(seen);
        if (!editable(now)) {
            throw new Refused("comment.late", EDITED.toMinutes());
        }
        String former = text;
        text = newText;
        editedAt = now;
        return former;
    }

    /** Other words that are nobody's edit. */
    void worded(String newText) {
        text = newText;
    }

    boolean editable(Instant now) {
        return removedAt == null && fresh(writtenAt, now);
    }

    /** True while what was written then may be changed. */
    static boolean fresh(Instant written, Instant now) {
        return now.isBefore(written.plus(EDITED));
    }

    /** Its words go; its line stays. */
    void remove(Integer seen, String why, Actor actor, Instant now) {
        mayChange(seen);
        text = "";
        removedAt = now;
        removedBy = actor.name();
        removedWhy = why;
    }

    private void mayChange(Integer seen) {
        Conflict.unlessSeen(subjectType, seen, version);
        if (removedAt != null) {
            throw new Refused("comment.removed");
        }
    }
}
