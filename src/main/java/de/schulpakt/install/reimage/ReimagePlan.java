package de.schulpakt.install.reimage;

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

/** The days on which devices of a school are set up anew. */
@Entity
@Table(name = "reimage_plan")
class ReimagePlan implements Stateful<ReimageState, ReimageAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "kind_code")
    private String kindCode;
    @Column(name = "from_on")
    private LocalDate fromOn;
    @Column(name = "until_on")
    private LocalDate untilOn;
    @Column(name = "per_day")
    private int perDay;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ReimageState state;
    @Column(name = "made_at")
    private Instant madeAt;
    @Version
    @Column(name = "version")
    private int version;

    protected ReimagePlan() {
    }

    ReimagePlan(String no, Reimaging.Plan cmd, String kindCode, Instant at) {
        this.no = no;
        this.schoolId = cmd.schoolId();
        this.kindCode = kindCode;
        this.fromOn = cmd.fromOn();
        this.untilOn = cmd.untilOn();
        this.perDay = cmd.perDay();
        this.state = ReimageState.RUNNING;
        this.madeAt = at;
    }

    Long id() {
        return id;
    }

    String no() {
        return no;
    }

    @Override
    public Ref ref() {
        return new Ref("ReimagePlan", id, no).ofSchool(schoolId);
    }

    @Override
    public Long schoolId() {
        return schoolId;
    }

    @Override
    public ReimageState state() {
        return state;
    }

    @Override
    public Transitions<ReimageState, ReimageAction> flow() {
        return ReimageFlow.FLOW;
    }

    @Override
    public Change<ReimageState> apply(ReimageAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<ReimageState> change = ReimageFlow.FLOW.step(state, action);
        state = change.to();
        return change;
    }
}
