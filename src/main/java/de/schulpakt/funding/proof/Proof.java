package de.schulpakt.funding.proof;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
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

/** The account that an authority gives of the grant money of an application. Amounts in cents. */
@Entity
@Table(name = "proof")
class Proof implements Stateful<ProofState, ProofAction> {
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
    private ProofKind kind;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ProofState state;
    @Column(name = "edition")
    private int edition;
    @Column(name = "corrects_id")
    private Long correctsId;
    @Column(name = "to_on")
    private LocalDate toOn;
    @Column(name = "report")
    private String report;
    @Column(name = "content")
    private String content;
    @Column(name = "sha256")
    private String sha256;
    @Column(name = "spent_cents")
    private Long spentCents;
    @Column(name = "submitted_on")
    private LocalDate submittedOn;
    @Column(name = "reference")
    private String reference;
    @Column(name = "question")
    private String question;
    @Column(name = "answer_by_on")
    private LocalDate answerByOn;
    @Column(name = "accepted_on")
    private LocalDate acceptedOn;
    @Column(name = "recognised_cents")
    private Long recognisedCents;
    @Column(name = "draft")
    private Integer draft;
    @Column(name = "created_at")
    private Instant createdAt;
    @Version
    @Column(name = "version")
    private int version;

    protected Proof() {
    }

    Proof(String no, Long applicationId, Long authorityId, ProofKind kind, LocalDate toOn, Instant createdAt) {
        this.no = no;
        this.applicationId = applicationId;
        this.authorityId = authorityId;
        this.kind = kind;
        this.state = ProofState.DRAFT;
        this.edition = 1;
        this.toOn = toOn;
        this.draft = 1;
        this.createdAt = createdAt;
    }

    /** The next version of a proof that was handed in. */
    Proof corrected(String number, LocalDate until, Instant now) {
        Proof next = new Proof(number, applicationId, authorityId, kind, until, now);
        next.edition = edition + 1;
        next.correctsId = id;
        next.report = report;
        return next;
    }

    Long id() {
        return id;
    }

    Long applicationId() {
        return applicationId;
    }

    ProofKind kind() {
        return kind;
    }

    int edition() {
        return edition;
    }

    Long correctsId() {
        return correctsId;
    }

    LocalDate toOn() {
        return toOn;
    }

    String report() {
        return report;
    }

    LocalDate submittedOn() {
        return submittedOn;
    }

    Money spent() {
        return Money.of(spentCents);
    }

    void written(LocalDate until, String words) {
        this.toOn = until;
        this.report = words == null || words.isBlank() ? null : words.strip();
    }

    void submitted(LocalDate on, Frozen frozen, Money spent) {
        this.submittedOn = on;
        this.content = frozen.json();
        this.sha256 = frozen.sha256();
        this.spentCents = spent.cents();
    }

    void queried(String asked, LocalDate answerBy) {
        this.question = asked.strip();
        this.answerByOn = answerBy;
    }

    void accepted(LocalDate on, Money recognised, String ref) {
        this.acceptedOn = on;
        this.recognisedCents = recognised.cents();
        this.reference = ref == null || ref.isBlank() ? null : ref.strip();
    }

    void notAccepted() {
        this.acceptedOn = null;
        this.recognisedCents = null;
    }

    @Override
    public Ref ref() {
        return new Ref("Proof", id, no).ofAuthority(authorityId);
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    @Override
    public ProofState state() {
        return state;
    }

    @Override
    public Transitions<ProofState, ProofAction> flow() {
        return ProofFlow.FLOW;
    }

    @Override
    public Change<ProofState> apply(ProofAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        return follow(action);
    }

    /** A step that follows from one of another proof. */
    Change<ProofState> follow(ProofAction action) {
        Change<ProofState> change = ProofFlow.FLOW.step(state, action);
        state = change.to();
        draft = state == ProofState.DRAFT ? 1 : null;
        return change;
    }
}
