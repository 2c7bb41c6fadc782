package de.schulpakt.funding.revision;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.step.Transitions;
import de.schulpakt.platform.text.Frozen;
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

/** A version of a decided application: what is to change, and what came of it. */
@Entity
@Table(name = "revision")
class Revision implements Stateful<RevisionState, RevisionAction> {
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
    @Column(name = "kind")
    private RevisionKind kind;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private RevisionState state;
    @Column(name = "edition")
    private Integer edition;
    @Column(name = "bound_no")
    private Integer boundNo;
    @Column(name = "reason")
    private String reason;
    @Column(name = "asked_to_on")
    private LocalDate askedTo;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "submitted_on")
    private LocalDate submittedOn;
    @Column(name = "asked_cents")
    private long askedCents;
    @Column(name = "content")
    private String json;
    @Column(name = "sha256")
    private String sha256;
    @Column(name = "reference")
    private String reference;
    @Column(name = "decided_on")
    private LocalDate decidedOn;
    @Column(name = "period_to")
    private LocalDate periodTo;
    @Column(name = "period_before_on")
    private LocalDate periodBefore;
    @Column(name = "terms")
    private String terms;
    @Column(name = "terms_version")
    private String termsVersion;
    @Version
    @Column(name = "version")
    private int version;

    protected Revision() {
    }

    Revision(String no, Long authorityId, Revisions.Create cmd, Instant createdAt) {
        this.no = no;
        this.applicationId = cmd.applicationId();
        this.authorityId = authorityId;
        this.kind = cmd.kind();
        this.reason = cmd.reason().strip();
        this.askedTo = cmd.askedTo();
        this.state = RevisionState.DRAFT;
        this.createdAt = createdAt;
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

    RevisionKind kind() {
        return kind;
    }

    Integer edition() {
        return edition;
    }

    Integer boundNo() {
        return boundNo;
    }

    String reason() {
        return reason;
    }

    LocalDate askedTo() {
        return askedTo;
    }

    LocalDate submittedOn() {
        return submittedOn;
    }

    Money asked() {
        return Money.of(askedCents);
    }

    LocalDate periodTo() {
        return periodTo;
    }

    LocalDate periodBefore() {
        return periodBefore;
    }

    /** It becomes a version with a number. */
    void numbered(int no) {
        this.edition = no;
    }

    /** Keeps what was sent, and what it asks for on top. */
    void sent(LocalDate on, Money asked, Frozen frozen) {
        this.submittedOn = on;
        this.askedCents = asked.cents();
        this.json = frozen.json();
        this.sha256 = frozen.sha256();
    }

    /** Keeps what the granting body answered. */
    void answered(String under, LocalDate on) {
        this.reference = text(under);
        this.decidedOn = on;
    }

    /** The ancillary terms that its decision names, and which of their versions (R35). */
    void under(String named, String whichVersion) {
        this.terms = text(named);
        this.termsVersion = text(whichVersion);
        if (terms == null && termsVersion != null) {
            throw new Refused("application.terms_unnamed", termsVersion);
        }
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** It binds as the decision of that number on versions; the period ends on that day, or as before. */
    void binds(int as, LocalDate to, LocalDate before) {
        this.boundNo = as;
        this.periodTo = to;
        this.periodBefore = before;
    }

    /** It binds no longer. */
    void undone() {
        this.boundNo = null;
    }

    @Override
    public Ref ref() {
        return new Ref("Revision", id, no).ofAuthority(authorityId);
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    @Override
    public RevisionState state() {
        return state;
    }

    @Override
    public Transitions<RevisionState, RevisionAction> flow() {
        return RevisionFlow.FLOW;
    }

    @Override
    public Change<RevisionState> apply(RevisionAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<RevisionState> change = RevisionFlow.FLOW.step(state, action);
        state = change.to();
        return change;
    }
}
