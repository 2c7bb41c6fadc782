package de.schulpakt.funding.redecision;

import de.schulpakt.funding.application.Binding;
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

/** A correction of a decision as it was captured: what it said, and what it is to say. */
@Entity
@Table(name = "decision_correction")
class DecisionCorrection implements Stateful<DecisionCorrectionState, DecisionCorrectionAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private DecisionCorrectionState state;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "application_id")
    private Long applicationId;
    @Column(name = "reason")
    private String reason;
    @Column(name = "was_reference")
    private String wasReference;
    @Column(name = "was_decided_on")
    private LocalDate wasDecidedOn;
    @Column(name = "was_period_from_on")
    private LocalDate wasPeriodFrom;
    @Column(name = "was_period_to_on")
    private LocalDate wasPeriodTo;
    @Column(name = "was_terms")
    private String wasTerms;
    @Column(name = "was_terms_version")
    private String wasTermsVersion;
    @Column(name = "reference")
    private String reference;
    @Column(name = "decided_on")
    private LocalDate decidedOn;
    @Column(name = "period_from")
    private LocalDate periodFrom;
    @Column(name = "period_to")
    private LocalDate periodTo;
    @Column(name = "terms")
    private String terms;
    @Column(name = "terms_version")
    private String termsVersion;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    @Column(name = "version")
    private int version;

    protected DecisionCorrection() {
    }

    DecisionCorrection(String no, Binding.Base base, Binding.Decision was, Binding.Decision to, String reason, Instant createdAt) {
        this.no = no;
        this.state = DecisionCorrectionState.PROPOSED;
        this.authorityId = base.authorityId();
        this.applicationId = base.id();
        this.reason = reason.strip();
        this.wasReference = was.reference();
        this.wasDecidedOn = was.decidedOn();
        this.wasPeriodFrom = was.periodFrom();
        this.wasPeriodTo = was.periodTo();
        this.wasTerms = was.terms();
        this.wasTermsVersion = was.termsVersion();
        this.reference = to.reference();
        this.decidedOn = to.decidedOn();
        this.periodFrom = to.periodFrom();
        this.periodTo = to.periodTo();
        this.terms = to.terms();
        this.termsVersion = to.termsVersion();
        this.createdAt = createdAt;
    }

    @Override
    public Transitions<DecisionCorrectionState, DecisionCorrectionAction> flow() {
        return DecisionCorrectionFlow.FLOW;
    }

    @Override
    public Change<DecisionCorrectionState> apply(DecisionCorrectionAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<DecisionCorrectionState> change = DecisionCorrectionFlow.FLOW.step(state, action);
        this.state = change.to();
        return change;
    }

    /** What the decision said when this was proposed. */
    Binding.Decision was() {
        return new Binding.Decision(wasReference, wasDecidedOn, wasPeriodFrom, wasPeriodTo, wasTerms, wasTermsVersion);
    }

    /** What the decision is to say. */
    Binding.Decision to() {
        return new Binding.Decision(reference, decidedOn, periodFrom, periodTo, terms, termsVersion);
    }

    Long id() {
        return id;
    }

    String no() {
        return no;
    }

    Long applicationId() {
        return applicationId;
    }

    String reason() {
        return reason;
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    @Override
    public DecisionCorrectionState state() {
        return state;
    }

    @Override
    public Ref ref() {
        return new Ref("DecisionCorrection", id, no).ofAuthority(authorityId);
    }
}
