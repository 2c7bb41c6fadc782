package de.schulpakt.platform.history;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.text.SentenceJson;
import de.schulpakt.platform.text.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One line of the history of a subject; written once, never changed. */
@Entity
@Table(name = "history")
class HistoryRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "subject_type")
    private String subjectType;
    @Column(name = "subject_id")
    private long subjectId;
    @Column(name = "of_school")
    private Long schoolId;
    @Column(name = "of_authority")
    private Long authorityId;
    @Column(name = "action")
    private String action;
    @Column(name = "from_state")
    private String fromState;
    @Column(name = "to_state")
    private String toState;
    @Column(name = "facts")
    private String facts;
    @Column(name = "note")
    private String note;
    @Column(name = "actor_id")
    private Long actorId;
    @Column(name = "actor_name")
    private String actorName;
    @Column(name = "at")
    private Instant at;

    protected HistoryRow() {
    }

    HistoryRow(Ref ref, String action, Change<?> change, Said said, Actor actor, Instant at) {
        this.subjectType = ref.type();
        this.subjectId = ref.id();
        this.schoolId = ref.schoolId();
        this.authorityId = ref.authorityId();
        this.action = action;
        this.fromState = change == null ? null : Texts.key(change.from());
        this.toState = change == null ? null : Texts.key(change.to());
        this.facts = SentenceJson.write(said.facts());
        this.note = said.words() == null || said.words().isBlank() ? null : said.words().strip();
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.at = at;
    }
}
