package de.schulpakt.funding.application;

import de.schulpakt.funding.programme.OwnShare;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
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

    /** Keeps what the decision says. */
    void decided(String reference, LocalDate on, LocalDate from, LocalDate to) {
        if (on.isBefore(submittedOn)) {
            throw new Refused("application.decided_before_submitted", on, submittedOn);
        }
        this.decisionReference = reference.strip();
        this.decidedOn = on;
        this.periodFrom = from;
        this.periodTo = to;
    }
}
