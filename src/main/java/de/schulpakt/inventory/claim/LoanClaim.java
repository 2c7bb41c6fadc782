package de.schulpakt.inventory.claim;

import de.schulpakt.platform.Clock;
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

/** What is claimed for one loan. The amount is in cents. */
@Entity
@Table(name = "loan_claim")
class LoanClaim implements Stateful<ClaimState, ClaimAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "loan_id")
    private Long loanId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Claims.ClaimKind kind;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ClaimState state;
    @Column(name = "label")
    private String label;
    @Column(name = "amount_cents")
    private long amountCents;
    @Column(name = "words")
    private String words;
    @Column(name = "due_on")
    private LocalDate dueOn;
    @Column(name = "opened_at")
    private Instant openedAt;
    @Column(name = "opened_by")
    private String openedBy;
    @Column(name = "paid_on")
    private LocalDate paidOn;
    @Column(name = "open_on")
    private LocalDate openOn;
    @Version
    @Column(name = "version")
    private int version;

    protected LoanClaim() {
    }

    LoanClaim(String no, Long schoolId, Claims.Open cmd, String label, long cents, Instant at, String by) {
        this.no = no;
        this.schoolId = schoolId;
        this.loanId = cmd.loanId();
        this.kind = cmd.kind();
        this.state = ClaimState.OPEN;
        this.label = label;
        this.amountCents = cents;
        this.words = cmd.words() == null || cmd.words().isBlank() ? null : cmd.words().strip();
        this.dueOn = cmd.dueOn();
        this.openOn = dueOn;
        this.openedAt = at;
        this.openedBy = by;
    }

    Long id() {
        return id;
    }

    long amountCents() {
        return amountCents;
    }

    /** The day on which it was claimed. */
    LocalDate openedOn() {
        return openedAt.atZone(Clock.ZONE).toLocalDate();
    }

    /** Another amount, to be paid until that day. */
    void correct(long cents, LocalDate day) {
        amountCents = cents;
        dueOn = day;
        openOn = day;
    }

    /** The day on which the money came, null if it has not. */
    void paid(LocalDate day) {
        paidOn = day;
    }

    @Override
    public Ref ref() {
        return new Ref("LoanClaim", id, no).ofSchool(schoolId);
    }

    @Override
    public Long schoolId() {
        return schoolId;
    }

    @Override
    public ClaimState state() {
        return state;
    }

    @Override
    public Transitions<ClaimState, ClaimAction> flow() {
        return ClaimFlow.FLOW;
    }

    @Override
    public Change<ClaimState> apply(ClaimAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<ClaimState> change = ClaimFlow.FLOW.step(state, action);
        state = change.to();
        openOn = state == ClaimState.OPEN ? dueOn : null;
        return change;
    }
}
