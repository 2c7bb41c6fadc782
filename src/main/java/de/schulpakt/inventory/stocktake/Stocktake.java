package de.schulpakt.inventory.stocktake;

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

/** One session of counting. */
@Entity
@Table(name = "stocktake")
class Stocktake implements Stateful<StocktakeState, StocktakeAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "title")
    private String title;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private StocktakeState state;
    @Column(name = "room_id")
    private Long roomId;
    @Column(name = "budget_id")
    private Long budgetId;
    @Column(name = "sample_percent")
    private Integer samplePercent;
    @Column(name = "min_cents")
    private Long minCents;
    @Column(name = "bought_until_on")
    private LocalDate boughtUntil;
    @Column(name = "expected")
    private int expected;
    @Column(name = "opened_at")
    private Instant openedAt;
    @Column(name = "opened_by")
    private String openedBy;
    @Column(name = "closed_at")
    private Instant closedAt;
    @Column(name = "closed_by")
    private String closedBy;
    @Version
    @Column(name = "version")
    private int version;

    protected Stocktake() {
    }

    Stocktake(String no, Stocktakes.Open cmd, Instant at, String by) {
        this.no = no;
        this.schoolId = cmd.schoolId();
        this.title = cmd.title().strip();
        this.roomId = cmd.roomId();
        this.budgetId = cmd.budgetId();
        this.samplePercent = cmd.samplePercent();
        this.minCents = cmd.minCents();
        this.boughtUntil = cmd.boughtUntil();
        this.state = StocktakeState.RUNNING;
        this.openedAt = at;
        this.openedBy = by;
    }

    Long id() {
        return id;
    }

    /** So many devices are expected. */
    void expects(int devices) {
        expected = devices;
    }

    /** Ended, closed or given up. */
    void ended(Instant at, String by) {
        closedAt = at;
        closedBy = by;
    }

    /** It was closed too early and runs again. */
    void goesOn() {
        closedAt = null;
        closedBy = null;
    }

    @Override
    public Ref ref() {
        return new Ref("Stocktake", id, no).ofSchool(schoolId);
    }

    @Override
    public Long schoolId() {
        return schoolId;
    }

    @Override
    public StocktakeState state() {
        return state;
    }

    @Override
    public Transitions<StocktakeState, StocktakeAction> flow() {
        return StocktakeFlow.FLOW;
    }

    @Override
    public Change<StocktakeState> apply(StocktakeAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        return apply(action);
    }

    Instant openedAt() {
        return openedAt;
    }

    /** Takes a step that changes nothing but items, whatever others have done meanwhile. */
    Change<StocktakeState> apply(StocktakeAction action) {
        Change<StocktakeState> change = StocktakeFlow.FLOW.step(state, action);
        state = change.to();
        return change;
    }
}
