package de.schulpakt.funding.application;

import de.schulpakt.funding.programme.OwnShare;
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

/** An application of an authority for money of a programme (Dachantrag). */
@Entity
@Table(name = "application")
class Application implements Stateful<ApplicationState, ApplicationAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "programme_id")
    private Long programmeId;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "title")
    private String title;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ApplicationState state;
    @Column(name = "submitted_on")
    private LocalDate submittedOn;
    @Column(name = "own_share_bp")
    private Integer ownShareBp;
    @Column(name = "own_share_half_up")
    private boolean ownShareHalfUp;
    @Column(name = "decision_reference")
    private String decisionReference;
    @Column(name = "decided_on")
    private LocalDate decidedOn;
    @Column(name = "period_from")
    private LocalDate periodFrom;
    @Column(name = "period_to")
    private LocalDate periodTo;
    @Column(name = "rest_cents")
    private Long restCents;
    @Column(name = "terms")
    private String terms;
    @Column(name = "terms_version")
    private String termsVersion;
    @Column(name = "pending_cents")
    private long pendingCents;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    @Column(name = "version")
    private int version;

    protected Application() {
    }

    Application(String no, Long programmeId, Long authorityId, String title, Instant createdAt) {
        this.no = no;
        this.programmeId = programmeId;
        this.authorityId = authorityId;
        this.title = title.strip();
        this.state = ApplicationState.DRAFT;
        this.createdAt = createdAt;
    }

    Long id() {
        return id;
    }

    Long programmeId() {
        return programmeId;
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    int version() {
        return version;
    }

    /** What its decision says, as it was captured. */
    Binding.Decision decision() {
        return new Binding.Decision(decisionReference, decidedOn, periodFrom, periodTo, terms, termsVersion);
    }

    LocalDate periodTo() {
        return periodTo;
    }

    LocalDate decidedOn() {
        return decidedOn;
    }

    Long restCents() {
        return restCents;
    }

    /** The own share that holds for all of its versions: that of the day on which it was submitted. */
    OwnShare ownShare() {
        return new OwnShare(ownShareBp, ownShareHalfUp);
    }

    LocalDate submittedOn() {
        return submittedOn;
    }

    @Override
    public Ref ref() {
        return new Ref("Application", id, no).ofAuthority(authorityId);
    }

    @Override
    public ApplicationState state() {
        return state;
    }

    @Override
    public Transitions<ApplicationState, ApplicationAction> flow() {
        return ApplicationFlow.FLOW;
    }

    /** Takes a step of the lifecycle; refuses an older version than the stored one and what the table forbids. */
    @Override
    public Change<ApplicationState> apply(ApplicationAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<ApplicationState> change = ApplicationFlow.FLOW.step(state, action);
        state = change.to();
        return change;
    }

    /** Keeps the day and the own share that held on it. */
    void submitted(LocalDate on, OwnShare ownShare) {
        this.submittedOn = on;
        this.ownShareBp = ownShare.basisPoints();
        this.ownShareHalfUp = ownShare.halfUp();
    }

    /** Keeps what the decision says; the rest is what it grants and no position has, null if there is none. */
    void decided(String reference, LocalDate on, LocalDate from, LocalDate to, Long rest) {
        if (on.isBefore(submittedOn)) {
            throw new Refused("application.decided_before_submitted", on, submittedOn);
        }
        this.decisionReference = reference.strip();
        this.decidedOn = on;
        this.periodFrom = from;
        this.periodTo = to;
        this.restCents = rest;
    }

    /** The ancillary terms that its decision names, and which of their versions (R35). */
    void under(String named, String edition) {
        this.terms = named == null || named.isBlank() ? null : named.strip();
        this.termsVersion = edition == null || edition.isBlank() ? null : edition.strip();
        if (terms == null && termsVersion != null) {
            throw new Refused("application.terms_unnamed", termsVersion);
        }
    }

    /** So much more, or less, is asked for by versions that were sent. */
    void pending(Money signed) {
        this.pendingCents += signed.cents();
    }

    boolean mayEndOn(LocalDate day) {
        return periodFrom != null && !day.isBefore(periodFrom);
    }

    /** The approval period ends on another day. */
    void endsOn(LocalDate to) {
        this.periodTo = to;
    }
}
