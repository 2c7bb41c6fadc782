package de.schulpakt.inventory.door;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What somebody has written by a link. */
@Entity
@Table(name = "loan_reply")
class LoanReply {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "link_id")
    private Long linkId;
    @Column(name = "loan_id")
    private Long loanId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Doors.ReplyKind kind;
    @Column(name = "words")
    private String words;
    /** A photo among the papers of the sheet, null for none. */
    @Column(name = "paper_id")
    private Long paperId;
    @Column(name = "came_at")
    private Instant cameAt;
    @Column(name = "seen_at")
    private Instant seenAt;
    @Column(name = "seen_by")
    private String seenBy;

    protected LoanReply() {
    }

    LoanReply(LoanLink link, Doors.Reply cmd, Long paper, Instant at) {
        this.schoolId = link.schoolId();
        this.linkId = link.id();
        this.loanId = cmd.loanId();
        this.kind = cmd.kind();
        this.words = cmd.words() == null || cmd.words().isBlank() ? null : cmd.words().strip();
        this.paperId = paper;
        this.cameAt = at;
    }

    Long schoolId() {
        return schoolId;
    }

    Long linkId() {
        return linkId;
    }

    Doors.ReplyKind kind() {
        return kind;
    }

    /** The school has seen to it; the first one who says so stays. */
    boolean seen(Instant at, String by) {
        if (seenAt != null) {
            return false;
        }
        seenAt = at;
        seenBy = by;
        return true;
    }
}
