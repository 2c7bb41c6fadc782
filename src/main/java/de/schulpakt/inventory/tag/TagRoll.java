package de.schulpakt.inventory.tag;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.step.Transitions;
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

/** Tags that were printed before anybody knew on which device they would be. Which of them is on one, the numbers of the devices say. */
@Entity
@Table(name = "tag_roll")
class TagRoll implements Stateful<TagState, TagAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "tags")
    private int tags;
    @Column(name = "first_key")
    private String firstKey;
    @Column(name = "last_key")
    private String lastKey;
    @Column(name = "words")
    private String words;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private TagState state;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "made_by")
    private String madeBy;
    @Version
    @Column(name = "version")
    private int version;

    protected TagRoll() {
    }

    TagRoll(String no, TagRolls.Make cmd, Instant at, String by) {
        this.no = no;
        this.authorityId = cmd.authorityId();
        this.tags = cmd.tags();
        this.firstKey = TagNo.key(no, 1);
        this.lastKey = TagNo.key(no, cmd.tags());
        this.words = cmd.words() == null || cmd.words().isBlank() ? null : cmd.words().strip();
        this.state = TagState.OPEN;
        this.madeAt = at;
        this.madeBy = by;
    }

    @Override
    public Transitions<TagState, TagAction> flow() {
        return TagFlow.FLOW;
    }

    @Override
    public Change<TagState> apply(TagAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<TagState> change = TagFlow.FLOW.step(state, action);
        this.state = change.to();
        return change;
    }

    Long id() {
        return id;
    }

    int tags() {
        return tags;
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    @Override
    public TagState state() {
        return state;
    }

    @Override
    public Ref ref() {
        return new Ref("TagRoll", id, no).ofAuthority(authorityId);
    }
}
