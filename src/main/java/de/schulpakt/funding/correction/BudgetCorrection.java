package de.schulpakt.funding.correction;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.step.Transitions;
import de.schulpakt.platform.text.Money;
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

/** A correction of what a budget has spent, by an amount that no paper names: gross, in cents, not zero. */
@Entity
@Table(name = "budget_correction")
class BudgetCorrection implements Stateful<BudgetCorrectionState, BudgetCorrectionAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private BudgetCorrectionState state;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "budget_id")
    private Long budgetId;
    @Column(name = "amount_cents")
    private long amountCents;
    @Column(name = "reason")
    private String reason;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    @Column(name = "version")
    private int version;

    protected BudgetCorrection() {
    }

    BudgetCorrection(String no, Long authorityId, Long budgetId, Money amount, String reason, Instant createdAt) {
        this.no = no;
        this.state = BudgetCorrectionState.PROPOSED;
        this.authorityId = authorityId;
        this.budgetId = budgetId;
        this.amountCents = amount.cents();
        this.reason = reason;
        this.createdAt = createdAt;
    }

    @Override
    public Transitions<BudgetCorrectionState, BudgetCorrectionAction> flow() {
        return BudgetCorrectionFlow.FLOW;
    }

    @Override
    public Change<BudgetCorrectionState> apply(BudgetCorrectionAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<BudgetCorrectionState> change = BudgetCorrectionFlow.FLOW.step(state, action);
        this.state = change.to();
        return change;
    }

    /** The source of its posting; that of its counter ends in {@code :r}. */
    String source() {
        return "budget_correction:" + id;
    }

    Long id() {
        return id;
    }

    String no() {
        return no;
    }

    Long budgetId() {
        return budgetId;
    }

    Money amount() {
        return Money.of(amountCents);
    }

    String reason() {
        return reason;
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    @Override
    public BudgetCorrectionState state() {
        return state;
    }

    @Override
    public Ref ref() {
        return new Ref("BudgetCorrection", id, no).ofAuthority(authorityId);
    }
}
