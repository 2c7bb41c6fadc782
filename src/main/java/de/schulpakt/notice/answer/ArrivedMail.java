package de.schulpakt.notice.answer;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A message that came, and what became of it. */
@Entity
@Table(name = "arrived_mail")
class ArrivedMail {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "message_hash")
    private String hash;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ArrivedState state;
    @Enumerated(EnumType.STRING)
    @Column(name = "reason")
    private ArrivedReason reason;
    @Column(name = "arrived_at")
    private Instant arrivedAt;
    @Column(name = "sender")
    private String sender;
    @Column(name = "subject")
    private String subject;
    @Column(name = "words")
    private String words;
    @Column(name = "files")
    private String files;
    @Column(name = "left_there")
    private boolean leftThere;
    @Column(name = "user_id")
    private Long userId;
    @Column(name = "subject_type")
    private String subjectType;
    @Column(name = "subject_id")
    private Long subjectId;
    @Column(name = "internal")
    private boolean internal;
    @Column(name = "comment_id")
    private Long commentId;
    @Column(name = "worked_by")
    private Long workedBy;
    @Column(name = "worked_at")
    private Instant workedAt;
    @Version
    @Column(name = "version")
    private int version;

    protected ArrivedMail() {
    }

    /** One that is over as it comes: a comment, or nothing; of its words nothing is kept. */
    ArrivedMail(String hash, AnswerAddress.Told told, Long commentId, ArrivedReason reason, Instant now) {
        this.hash = hash;
        this.state = commentId == null ? ArrivedState.IGNORED : ArrivedState.TAKEN;
        this.reason = reason;
        this.commentId = commentId;
        this.arrivedAt = now;
        named(told);
    }

    /** One that waits, and stays in the mailbox meanwhile. */
    ArrivedMail(Arrived mail, AnswerAddress.Told told, ArrivedReason reason, Instant now) {
        this.hash = mail.hash();
        this.state = ArrivedState.WAITING;
        this.reason = reason;
        this.arrivedAt = now;
        this.sender = mail.sender();
        this.subject = mail.subject();
        this.words = mail.words();
        this.files = mail.names();
        this.leftThere = true;
        named(told);
    }

    private void named(AnswerAddress.Told told) {
        if (told != null) {
            userId = told.userId();
            subjectType = told.subjectType();
            subjectId = told.subjectId();
            internal = told.internal();
        }
    }

    Long id() {
        return id;
    }

    ArrivedState state() {
        return state;
    }

    Long commentId() {
        return commentId;
    }

    String sender() {
        return sender;
    }

    String words() {
        return words == null ? "" : words;
    }

    /** True if nothing of it can become a comment: it has neither words nor files, or they cannot be fetched. */
    boolean empty() {
        return reason == ArrivedReason.TOO_LARGE || reason == ArrivedReason.UNREADABLE || words().isEmpty() && files == null;
    }

    boolean internal() {
        return internal;
    }

    Long subjectId() {
        return subjectId;
    }

    String subjectType() {
        return subjectType;
    }

    /** Whom its address names; null for nobody. */
    Long userId() {
        return userId;
    }

    Ref ref() {
        return new Ref("ArrivedMail", id, String.valueOf(id)).ofNobody();
    }

    /** Refuses what was changed meanwhile or waits no longer. */
    void mayWork(Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        if (state != ArrivedState.WAITING) {
            throw new Refused("answer.worked");
        }
    }

    /** It became this comment at this subject. */
    void assigned(Ref at, Long comment, Long by, Instant now) {
        subjectType = at.type();
        subjectId = at.id();
        commentId = comment;
        worked(ArrivedState.ASSIGNED, by, now);
    }

    /** Nobody wants it; by null when it has waited too long. */
    void dropped(Long by, Instant now) {
        worked(ArrivedState.DROPPED, by, now);
    }

    private void worked(ArrivedState to, Long by, Instant now) {
        state = to;
        workedBy = by;
        workedAt = now;
        sender = null;
        subject = null;
        words = null;
        files = null;
    }

    /** The message is out of the mailbox. */
    void gone() {
        leftThere = false;
    }
}
