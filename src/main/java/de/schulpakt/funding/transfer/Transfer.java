package de.schulpakt.funding.transfer;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
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
import java.time.LocalDate;

/** Money that moves from one budget to another, gross, in cents. */
@Entity
@Table(name = "transfer")
class Transfer implements Stateful<TransferState, TransferAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private TransferKind kind;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private TransferState state;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "from_budget_id")
    private Long fromBudgetId;
    @Column(name = "to_budget_id")
    private Long toBudgetId;
    @Column(name = "amount_cents")
    private long amountCents;
    @Column(name = "returned_cents")
    private long returnedCents;
    @Column(name = "returns")
    private int returns;
    @Column(name = "back_on")
    private LocalDate backOn;
    @Column(name = "reason")
    private String reason;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    @Column(name = "version")
    private int version;

    protected Transfer() {
    }

    Transfer(String no, Long authorityId, Transfers.Move cmd, Instant createdAt) {
        this.no = no;
        this.kind = cmd.backOn() == null ? TransferKind.SHIFT : TransferKind.LOAN;
        this.state = TransferState.PROPOSED;
        this.authorityId = authorityId;
        this.fromBudgetId = cmd.fromBudgetId();
        this.toBudgetId = cmd.toBudgetId();
        this.amountCents = cmd.amountCents();
        this.backOn = cmd.backOn();
        this.reason = cmd.reason().strip();
        this.createdAt = createdAt;
    }

    @Override
    public Transitions<TransferState, TransferAction> flow() {
        return TransferFlow.FLOW;
    }

    @Override
    public Change<TransferState> apply(TransferAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        return follow(action);
    }

    /** A step that needs nobody who saw a version. The only place that writes state. */
    Change<TransferState> follow(TransferAction action) {
        Change<TransferState> change = TransferFlow.FLOW.step(state, action);
        this.state = change.to();
        return change;
    }

    /** So much of the loan flows back; answers the source of its postings. */
    String giveBack(Money amount) {
        if (kind != TransferKind.LOAN) {
            throw new Refused("transfer.no_loan", no);
        }
        if (amount.compareTo(open()) > 0) {
            throw new Refused("transfer.too_much_back", open(), amount);
        }
        this.returnedCents += amount.cents();
        this.returns++;
        return source() + ":b" + returns;
    }

    /** What has not flowed back. */
    Money open() {
        return Money.of(amountCents - returnedCents);
    }

    String source() {
        return "transfer:" + id;
    }

    Long id() {
        return id;
    }

    Long fromBudgetId() {
        return fromBudgetId;
    }

    Long toBudgetId() {
        return toBudgetId;
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
    public TransferState state() {
        return state;
    }

    @Override
    public Ref ref() {
        return new Ref("Transfer", id, no).ofAuthority(authorityId);
    }
}
