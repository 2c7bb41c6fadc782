package de.schulpakt.funding.household;

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

/** In which household years a position is to be paid. Eligible expenditure, own share included, in cents. */
@Entity
@Table(name = "payment_plan")
class PaymentPlan implements Stateful<PaymentPlanState, PaymentPlanAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "position_id")
    private Long positionId;
    @Column(name = "application_id")
    private Long applicationId;
    @Column(name = "authority_id")
    private Long authorityId;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private PaymentPlanState state;
    @Column(name = "total_cents")
    private long totalCents;
    @Column(name = "recorded_by")
    private String recordedBy;
    @Column(name = "recorded_at")
    private Instant recordedAt;
    @Version
    @Column(name = "version")
    private int version;

    protected PaymentPlan() {
    }

    PaymentPlan(PlanFinder.Position of, long totalCents, String recordedBy, Instant recordedAt) {
        this.no = of.applicationNo() + "/" + of.no();
        this.positionId = of.id();
        this.applicationId = of.applicationId();
        this.authorityId = of.authorityId();
        this.state = PaymentPlanState.CURRENT;
        this.totalCents = totalCents;
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    Long id() {
        return id;
    }

    Long positionId() {
        return positionId;
    }

    /** Its years come to so much by now. */
    void comesTo(long cents) {
        this.totalCents = cents;
    }

    @Override
    public Ref ref() {
        return new Ref("PaymentPlan", id, no).ofAuthority(authorityId);
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    @Override
    public PaymentPlanState state() {
        return state;
    }

    @Override
    public Transitions<PaymentPlanState, PaymentPlanAction> flow() {
        return PaymentPlanFlow.FLOW;
    }

    @Override
    public Change<PaymentPlanState> apply(PaymentPlanAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<PaymentPlanState> change = PaymentPlanFlow.FLOW.step(state, action);
        state = change.to();
        return change;
    }
}
