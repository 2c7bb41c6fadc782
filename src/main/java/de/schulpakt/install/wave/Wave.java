package de.schulpakt.install.wave;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.step.Transitions;
import de.schulpakt.school.place.RoomKind;
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

/** A plan for many rooms. */
@Entity
@Table(name = "wave")
class Wave implements Stateful<WaveState, WaveAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "name")
    private String name;
    @Column(name = "building")
    private String building;
    @Column(name = "floor")
    private String floor;
    @Enumerated(EnumType.STRING)
    @Column(name = "room_kind")
    private RoomKind roomKind;
    @Column(name = "starts_on")
    private LocalDate startsOn;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private WaveState state;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    @Column(name = "version")
    private int version;
    /** Counts moves, so that a wave whose tickets were moved is another one than before. */
    @Column(name = "moves")
    private int moves;

    protected Wave() {
    }

    Wave(String no, Waves.Plan plan, Instant at, WaveState state) {
        this.no = no;
        this.authorityId = plan.authorityId();
        this.name = plan.name().strip();
        this.building = blank(plan.building());
        this.floor = blank(plan.floor());
        this.roomKind = plan.roomKind();
        this.startsOn = plan.startsOn();
        this.state = state;
        this.createdAt = at;
    }

    /** What was typed, null for nothing. */
    static String blank(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    Long id() {
        return id;
    }

    String no() {
        return no;
    }

    /** All its tickets are there. */
    Change<WaveState> ready() {
        return apply(WaveAction.READY, version);
    }

    @Override
    public Ref ref() {
        return new Ref("Wave", id, no).ofAuthority(authorityId);
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    @Override
    public WaveState state() {
        return state;
    }

    @Override
    public Transitions<WaveState, WaveAction> flow() {
        return WaveFlow.FLOW;
    }

    @Override
    public Change<WaveState> apply(WaveAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<WaveState> change = WaveFlow.FLOW.step(state, action);
        state = change.to();
        moves++;
        return change;
    }
}
