package de.schulpakt.procurement.receipt;

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
import java.time.LocalDate;

/** The question to a school whether all is here that was received for it with one delivery, and its answer. What is missing are {@link GoodsCheckLine}s. */
@Entity
@Table(name = "goods_check")
class GoodsCheck implements Stateful<GoodsCheckState, GoodsCheckAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "delivery_id")
    private Long deliveryId;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "no")
    private String no;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private GoodsCheckState state;
    @Column(name = "asked_on")
    private LocalDate askedOn;
    @Column(name = "due_on")
    private LocalDate dueOn;
    @Column(name = "answered_at")
    private Instant answeredAt;
    @Column(name = "answered_by")
    private String answeredBy;
    @Column(name = "note")
    private String note;
    @Version
    @Column(name = "version")
    private int version;

    protected GoodsCheck() {
    }

    GoodsCheck(Long deliveryId, Long schoolId, String no, LocalDate askedOn, LocalDate dueOn) {
        this.deliveryId = deliveryId;
        this.schoolId = schoolId;
        this.no = no;
        this.state = GoodsCheckState.ASKED;
        this.askedOn = askedOn;
        this.dueOn = dueOn;
    }

    /** What somebody of the school says. */
    void answered(String words, String by, Instant at) {
        this.note = words == null || words.isBlank() ? null : words.strip();
        this.answeredBy = by;
        this.answeredAt = at;
    }

    /** The delivery note has another number. */
    void named(String number) {
        this.no = number;
    }

    @Override
    public Transitions<GoodsCheckState, GoodsCheckAction> flow() {
        return GoodsCheckFlow.FLOW;
    }

    @Override
    public Change<GoodsCheckState> apply(GoodsCheckAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<GoodsCheckState> change = GoodsCheckFlow.FLOW.step(state, action);
        this.state = change.to();
        return change;
    }

    Long id() {
        return id;
    }

    Long deliveryId() {
        return deliveryId;
    }

    @Override
    public Long schoolId() {
        return schoolId;
    }

    @Override
    public GoodsCheckState state() {
        return state;
    }

    @Override
    public Ref ref() {
        return new Ref("GoodsCheck", id, no).ofSchool(schoolId);
    }
}
