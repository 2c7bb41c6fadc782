package de.schulpakt.procurement.payment;

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

/** A payment list: what an authority transfers on one day. Its parts are {@link PaymentItem}s. */
@Entity
@Table(name = "payment_list")
class Payment implements Stateful<PaymentState, PaymentAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "authority_id")
    private Long authorityId;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private PaymentState state;
    @Column(name = "pay_on")
    private LocalDate payOn;
    @Column(name = "total_cents")
    private long totalCents;
    @Column(name = "holder")
    private String holder;
    @Column(name = "iban")
    private String iban;
    @Column(name = "bic")
    private String bic;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "released_at")
    private Instant releasedAt;
    @Version
    @Column(name = "version")
    private int version;

    protected Payment() {
    }

    Payment(String no, PaymentSetting from, LocalDate payOn, long totalCents, Instant now) {
        this.no = no;
        this.authorityId = from.authorityId();
        this.state = PaymentState.DRAWN_UP;
        this.payOn = payOn;
        this.totalCents = totalCents;
        this.holder = from.holder();
        this.iban = from.iban();
        this.bic = from.bic();
        this.createdAt = now;
    }

    /** It may go to the treasury. */
    void released(Instant at) {
        this.releasedAt = at;
    }

    @Override
    public Transitions<PaymentState, PaymentAction> flow() {
        return PaymentFlow.FLOW;
    }

    @Override
    public Change<PaymentState> apply(PaymentAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        return follow(action);
    }

    /** A step that needs nobody who saw a version. The only place that writes state. */
    Change<PaymentState> follow(PaymentAction action) {
        Change<PaymentState> change = PaymentFlow.FLOW.step(state, action);
        this.state = change.to();
        return change;
    }

    Long id() {
        return id;
    }

    String no() {
        return no;
    }

    LocalDate payOn() {
        return payOn;
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    @Override
    public PaymentState state() {
        return state;
    }

    @Override
    public Ref ref() {
        return new Ref("Payment", id, no).ofAuthority(authorityId);
    }
}
