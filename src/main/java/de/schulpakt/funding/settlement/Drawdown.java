package de.schulpakt.funding.settlement;

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
import java.time.LocalDate;

/** Grant money of an application that is asked for. Amounts in cents. */
@Entity
@Table(name = "drawdown")
class Drawdown implements Stateful<DrawdownState, DrawdownAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "application_id")
    private Long applicationId;
    @Column(name = "authority_id")
    private Long authorityId;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private DrawdownState state;
    @Column(name = "planned")
    private boolean planned;
    @Column(name = "eligible_cents")
    private long eligibleCents;
    @Column(name = "grant_cents")
    private long grantCents;
    @Column(name = "proof_accepted_on")
    private LocalDate proofAcceptedOn;
    @Column(name = "requested_on")
    private LocalDate requestedOn;
    @Column(name = "reference")
    private String reference;
    @Column(name = "received_on")
    private LocalDate receivedOn;
    @Column(name = "received_cents")
    private long receivedCents;
    @Column(name = "repaid_cents")
    private long repaidCents;
    @Column(name = "spend_by_on")
    private LocalDate spendByOn;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "ended_on")
    private LocalDate endedOn;
    @Version
    @Column(name = "version")
    private int version;

    protected Drawdown() {
    }

    Drawdown(String no, Proposal proposal, LocalDate proofAcceptedOn, Instant createdAt) {
        this.no = no;
        this.applicationId = proposal.applicationId();
        this.authorityId = proposal.authorityId();
        this.state = DrawdownState.PROPOSED;
        this.planned = proposal.planned();
        this.eligibleCents = proposal.eligible().cents();
        this.grantCents = proposal.grant().cents();
        this.proofAcceptedOn = proofAcceptedOn;
        this.createdAt = createdAt;
    }

    Long id() {
        return id;
    }

    Long applicationId() {
        return applicationId;
    }

    Money grant() {
        return Money.of(grantCents);
    }

    boolean planned() {
        return planned;
    }

    LocalDate proofAcceptedOn() {
        return proofAcceptedOn;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    LocalDate spendByOn() {
        return spendByOn;
    }

    LocalDate requestedOn() {
        return requestedOn;
    }

    /** What came and has not gone back. */
    Money held() {
        return Money.of(receivedCents - repaidCents);
    }

    Money repaid() {
        return Money.of(repaidCents);
    }

    void requested(LocalDate on, String reference) {
        this.requestedOn = on;
        this.reference = reference == null || reference.isBlank() ? null : reference.strip();
    }

    void received(LocalDate on, Money amount, LocalDate spendBy) {
        this.receivedOn = on;
        this.receivedCents = amount.cents();
        this.spendByOn = spendBy;
    }

    /** Another amount came, or on another day. */
    void corrected(LocalDate on, Money amount, LocalDate spendBy) {
        received(on, amount, spendBy);
    }

    /** It is drawn up anew, as of now: it is judged by the rules of this day. */
    void anew(Proposal proposal, LocalDate proofAcceptedOn, Instant now) {
        this.planned = proposal.planned();
        this.eligibleCents = proposal.eligible().cents();
        this.grantCents = proposal.grant().cents();
        this.proofAcceptedOn = proofAcceptedOn;
        this.createdAt = now;
    }

    /** What was asked for counts no longer from that day on: it was given up, or went back as a whole. What was never asked for has not counted. */
    void ended(LocalDate on) {
        if (requestedOn != null) {
            endedOn = on.isBefore(requestedOn) ? requestedOn : on;
        }
    }

    void repaid(Money amount) {
        this.repaidCents += amount.cents();
    }

    @Override
    public Ref ref() {
        return new Ref("Drawdown", id, no).ofAuthority(authorityId);
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    @Override
    public DrawdownState state() {
        return state;
    }

    @Override
    public Transitions<DrawdownState, DrawdownAction> flow() {
        return DrawdownFlow.FLOW;
    }

    @Override
    public Change<DrawdownState> apply(DrawdownAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<DrawdownState> change = DrawdownFlow.FLOW.step(state, action);
        state = change.to();
        return change;
    }
}
