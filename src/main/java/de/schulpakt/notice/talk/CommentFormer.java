package de.schulpakt.notice.talk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a comment said before it was edited. */
@Entity
@Table(name = "talk_former")
class CommentFormer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "comment_id")
    private Long commentId;
    @Column(name = "text")
    private String text;
    @Column(name = "until_at")
    private Instant untilAt;

    protected CommentFormer() {
    }

    CommentFormer(Long commentId, String text, Instant untilAt) {
        this.commentId = commentId;
        this.text = text;
        this.untilAt = untilAt;
    }
}
